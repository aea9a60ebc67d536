/** The servers view: account → server. */
import * as vscode from 'vscode';
import type { AccountServers, Fleet, ServersChange } from '../../servers/fleet';
import type { Server } from '../../servers/server';
import { type AccountNode, AccountTree, type NoteNode, withCommand } from '../account-tree';
import type { Accounts } from '../accounts/account';
import { accountItem } from '../accounts/item';
import { accountTooltip } from '../accounts/tooltip';
import { Layout } from './layout';
import {
  elsewhereItem,
  emptyItem,
  madeItem,
  type Node,
  type RangeNode,
  type RecordNode,
  rangeItem,
  recordItem,
  requestedItem,
  type ServerNode,
  type ServerRow,
  serverItem,
  soFar,
  unknownItem,
} from './nodes';
import { mostInOneList } from './order';

/** What is loaded with the first use. */
export interface LoadedServers {
  /** Reads an account's servers into the fleet. Never rejects. */
  load(accountId: string): Promise<void>;
  /** All that is known of a server without asking for it, for those who rest on its row. */
  tooltip(accountId: string, server: Server): string;
}

/** A first list that is whole within so many milliseconds after its first page is drawn once. */
const grace = 50;

/** While a first list comes in the rows are drawn again at most once in so many milliseconds. */
const partialPace = 500;

/** So many rows are drawn again one by one; of more the whole account is. */
const mostAlone = 100;

/** So many rows count their seconds at a time; more of them take turns. */
const mostCounting = 50;

export class ServersTree extends AccountTree<ServerRow, AccountServers> {
  private readonly layout: Layout;
  /** Fires when an account's servers have got other rows above them, so that the editor takes them for others. */
  readonly onDidRegroup: vscode.Event<string>;
  /** The timers of first lists that are coming in. */
  private readonly partial = new Map<string, NodeJS.Timeout>();
  /** How many rows of such a list were drawn last. */
  private readonly drawn = new Map<string, number>();
  /** Accounts whose first rows the editor is waiting for. */
  private readonly awaited = new Set<string>();
  private ticking: NodeJS.Timeout | undefined;
  private turn = 0;
  private isVisible = false;

  constructor(
    protected override readonly accounts: Accounts,
    protected override readonly model: Fleet,
    private readonly loaded: () => Promise<LoadedServers>,
  ) {
    super(accounts, model, async (accountId) => (await loaded()).load(accountId), 'ncloud.refresh');
    this.layout = new Layout(model);
    this.onDidRegroup = this.layout.onDidRegroup;
    this.subscriptions.push(
      this.layout,
      model.onDidChange((change) => this.redraw(change)),
      model.onDidChangeUnreadable(() => this.changed.fire(undefined)),
      model.onDidForget((accountId) => this.layout.changed(accountId)),
    );
  }

  /** The row of a server; the same object each time. */
  server(accountId: string, number: string): ServerNode {
    return this.keep({ kind: 'server', accountId, number });
  }

  /** Seconds are only counted while somebody can see them. */
  setVisible(visible: boolean): void {
    this.isVisible = visible;
    this.tick();
  }

  override dispose(): void {
    clearInterval(this.ticking);
    for (const timer of this.partial.values()) clearTimeout(timer);
    super.dispose();
  }

  override async getChildren(parent?: Node): Promise<Node[]> {
    const children = await super.getChildren(parent);
    // Without an account the view says how to add one.
    return parent || children.length === 0 ? children : [...children, ...this.records(undefined)];
  }

  override getParent(node: Node): AccountNode | ServerRow | undefined {
    return node.accountId === '' ? undefined : super.getParent(node);
  }

  protected rows(accountId: string, known: AccountServers): ServerRow[] {
    return [
      ...this.serverRows(accountId, known),
      ...this.records(accountId),
      ...known.unknown.map(({ id, name }) => this.keep({ kind: 'unknown' as const, accountId, id, name })),
    ];
  }

  protected override below(row: ServerRow): ServerNode[] {
    return row.kind === 'range' ? this.inRange(row) : [];
  }

  protected override above(row: ServerRow): RangeNode | undefined {
    if (row.kind !== 'server') return undefined;
    const { accountId, number } = row;
    const index = this.layout.rangeOf(accountId, number);
    return index === undefined ? undefined : this.range(accountId, index);
  }

  protected accountItem(accountId: string): vscode.TreeItem {
    const isCurrent = this.accounts.list().length > 1 && this.accounts.current()?.id === accountId;
    return accountItem(this.accounts.get(accountId), isCurrent);
  }

  protected rowItem(row: ServerRow): vscode.TreeItem {
    switch (row.kind) {
      case 'server': {
        const server = this.model.server(row.accountId, row.number);
        const since = this.model.since(row.accountId, row.number);
        const isMissing = this.model.isMissing(row.accountId, row.number);
        if (!server) return new vscode.TreeItem('');
        const item = serverItem(server, since, Date.now(), isMissing);
        // Told of each click; only the second of a double click does something.
        item.command = { command: 'ncloud.serverActions', title: '', arguments: [row, 'click'] };
        return item;
      }
      case 'range': {
        const servers = this.inRange(row).flatMap(({ number }) => this.model.server(row.accountId, number) ?? []);
        return rangeItem(row, servers);
      }
      case 'record': {
        const record = this.model.unreadable().find(({ id }) => id === row.id);
        return record ? recordItem(record) : new vscode.TreeItem('');
      }
      case 'unknown': {
        const known = this.model.get(row.accountId)?.unknown;
        const unknown = known?.find(({ id, name }) => id === row.id && name === row.name);
        if (!unknown) return new vscode.TreeItem('');
        if (unknown.state === 'requested') return requestedItem(row);
        if (unknown.state === 'elsewhere') return elsewhereItem(row);
        if (unknown.state === 'made') return madeItem(row);
        const hasCandidates = this.model.candidates(row.accountId, unknown).length > 0;
        const command = hasCandidates ? 'ncloud.showCandidates' : 'ncloud.checkUnknown';
        return withCommand(unknownItem(row, unknown.askedAt, hasCandidates), command, row);
      }
    }
  }

  protected emptyItem(node: NoteNode): vscode.TreeItem {
    return withCommand(emptyItem(), 'ncloud.createServer', node);
  }

  protected override readingItem(known: AccountServers | undefined): vscode.TreeItem {
    const item = super.readingItem(known);
    // Not for screen readers, which would read the number out again and again.
    item.description = soFar(known?.servers.length ?? 0);
    return item;
  }

  protected async tooltip(row: ServerRow): Promise<string | undefined> {
    const server = row.kind === 'server' ? this.model.server(row.accountId, row.number) : undefined;
    return server && (await this.loaded()).tooltip(row.accountId, server);
  }

  protected override accountTooltip(accountId: string, known: AccountServers | undefined): string | undefined {
    return accountTooltip(this.accounts.get(accountId), known);
  }

  /** Resolves when there are rows to show: those of the first page of a long list, or all. */
  protected override async first(accountId: string): Promise<void> {
    this.awaited.add(accountId);
    let subscription: vscode.Disposable | undefined;
    const page = new Promise<void>((resolve) => {
      subscription = this.model.onDidChange((change) => {
        if (change.accountId === accountId && change.isPartial) setTimeout(resolve, grace);
      });
    });
    try {
      await Promise.race([page, this.load(accountId)]);
    } finally {
      subscription?.dispose();
      this.awaited.delete(accountId);
    }
  }

  /** The unreadable records of an account, or of none that is here. */
  private records(accountId: string | undefined): RecordNode[] {
    return this.model.unreadable().flatMap((record) => {
      const owner = this.accounts.get(record.accountId ?? '')?.id;
      return owner === accountId ? [this.keep({ kind: 'record' as const, accountId: owner ?? '', id: record.id })] : [];
    });
  }

  private serverRows(accountId: string, known: AccountServers): ServerRow[] {
    if (known.readAt === undefined) {
      const first = this.layout.first(accountId);
      this.drawn.set(accountId, first.length);
      return first.map((number) => this.server(accountId, number));
    }
    const ranges = this.layout.ranges(accountId);
    if (ranges > 0) return Array.from({ length: ranges }, (_, index) => this.range(accountId, index));
    return this.layout.order(accountId).map((number) => this.server(accountId, number));
  }

  private range(accountId: string, index: number): RangeNode {
    return this.keep({ kind: 'range', accountId, index });
  }

  private inRange({ accountId, index }: RangeNode): ServerNode[] {
    return this.layout.inRange(accountId, index).map((number) => this.server(accountId, number));
  }

  private redraw({ accountId, numbers, isPartial }: ServersChange): void {
    if (isPartial) {
      this.redrawLater(accountId);
      return;
    }
    clearTimeout(this.partial.get(accountId));
    this.partial.delete(accountId);
    if (numbers && numbers.length <= mostAlone) {
      this.changed.fire(numbers.map((number) => this.server(accountId, number)));
    } else this.changed.fire(this.account(accountId));
    if (!numbers) this.layout.changed(accountId);
    this.tick();
  }

  /** The editor gets the first rows as soon as they are there; what comes after them waits for its turn. */
  private redrawLater(accountId: string): void {
    if (this.awaited.has(accountId) || this.partial.has(accountId)) return;
    const timer = setTimeout(() => {
      this.partial.delete(accountId);
      const isFull = (this.drawn.get(accountId) ?? 0) >= mostInOneList;
      this.changed.fire(isFull ? this.keep({ kind: 'reading', accountId }) : this.account(accountId));
    }, partialPace);
    this.partial.set(accountId, timer);
  }

  private tick(): void {
    const wanted = this.isVisible && this.changingNodes().length > 0;
    if (wanted === (this.ticking !== undefined)) return;
    clearInterval(this.ticking);
    this.ticking = wanted ? setInterval(() => this.countSeconds(), 1000) : undefined;
  }

  private countSeconds(): void {
    const nodes = this.changingNodes();
    if (nodes.length === 0) return;
    if (nodes.length <= mostCounting) this.turn = 0;
    else this.turn = this.turn + mostCounting < nodes.length ? this.turn + mostCounting : 0;
    this.changed.fire(nodes.slice(this.turn, this.turn + mostCounting));
  }

  private changingNodes(): ServerNode[] {
    return this.accounts
      .list()
      .flatMap(({ id: accountId }) =>
        (this.model.get(accountId)?.servers ?? [])
          .filter(({ isChanging }) => isChanging)
          .map(({ number }) => this.server(accountId, number)),
      );
  }
}
