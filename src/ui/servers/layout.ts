/** Where each server of an account stands in the tree: directly below it, or in a range when there are too many. */
import * as vscode from 'vscode';
import type { Fleet } from '../../servers/fleet';
import { inOrder, mostInOneList, rangeSize, rangesOf } from './order';

export class Layout implements vscode.Disposable {
  /** The numbers of each account's servers in the order of their names, until they change. */
  private readonly orders = new Map<string, readonly string[]>();
  /** Accounts whose servers stand in ranges. */
  private readonly divided = new Set<string>();
  private readonly regrouped = new vscode.EventEmitter<string>();
  /** Fires when an account's servers have got other rows above them, so that the editor takes them for others. */
  readonly onDidRegroup = this.regrouped.event;

  constructor(private readonly fleet: Fleet) {}

  /** Servers came, went, or changed their names. */
  changed(accountId: string): void {
    this.orders.delete(accountId);
    const known = this.fleet.get(accountId);
    const isDivided = known?.readAt !== undefined && rangesOf(known.servers.length) > 0;
    if (this.divided.has(accountId) === isDivided) return;
    if (isDivided) this.divided.add(accountId);
    else this.divided.delete(accountId);
    this.regrouped.fire(accountId);
  }

  /** How many ranges the account's whole list takes; none while it is short. */
  ranges(accountId: string): number {
    return this.divided.has(accountId) ? rangesOf(this.order(accountId).length) : 0;
  }

  /** The numbers of the account's servers by name. */
  order(accountId: string): readonly string[] {
    let order = this.orders.get(accountId);
    if (!order) {
      order = this.sorted(accountId);
      this.orders.set(accountId, order);
    }
    return order;
  }

  /** Of a list that is not whole yet the servers that came first: they stay while others come. */
  first(accountId: string): readonly string[] {
    return this.sorted(accountId, mostInOneList);
  }

  inRange(accountId: string, index: number): readonly string[] {
    return this.order(accountId).slice(index * rangeSize, (index + 1) * rangeSize);
  }

  /** The range that the server stands in; undefined when it stands directly below its account. */
  rangeOf(accountId: string, number: string): number | undefined {
    if (!this.divided.has(accountId)) return undefined;
    const place = this.order(accountId).indexOf(number);
    return place < 0 ? undefined : Math.floor(place / rangeSize);
  }

  dispose(): void {
    this.regrouped.dispose();
  }

  private sorted(accountId: string, most?: number): readonly string[] {
    const servers = this.fleet.get(accountId)?.servers ?? [];
    return inOrder(servers.slice(0, most), vscode.env.language).map(({ number }) => number);
  }
}
