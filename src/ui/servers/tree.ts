/** The servers view: account → server. It asks for nothing before the user opens an account. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Accounts } from '../accounts/account';
import type { ServersChange, ServersModel } from './model';
import {
  type AccountNode,
  accountItem,
  emptyItem,
  type Node,
  requestedItem,
  serverItem,
  serverTooltip,
  staleItem,
  unknownItem,
} from './nodes';

export class ServersTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];
  /** The editor knows a row by its object, so each row keeps one. */
  private readonly nodes = new Map<string, Node>();
  /** Part of an account's id: the editor would unfold rows that it knows from before, and so list without being asked. */
  private readonly window = randomUUID();
  private ticking: NodeJS.Timeout | undefined;
  private isVisible = false;

  /** `load` reads an account's servers into the model for the first time. It may reject; the model then says why. */
  constructor(
    private readonly accounts: Accounts,
    private readonly model: ServersModel,
    private readonly load: (accountId: string) => Promise<void>,
  ) {
    this.subscriptions = [
      this.changed,
      accounts.onDidChange(() => this.changed.fire(undefined)),
      model.onDidChange((change) => this.redraw(change)),
    ];
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    if (!parent) return this.accounts.list().map(({ id }) => this.account(id));
    if (parent.kind !== 'account') return [];
    const { accountId } = parent;
    if (this.model.get(accountId)?.readAt === undefined && !this.model.get(accountId)?.problem) {
      await this.load(accountId);
    }
    return this.rows(accountId);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'account' ? undefined : this.account(node.accountId);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = this.item(node);
    // Rows below have none: two readings of one account that overlap would register the same id twice, which throws.
    if (node.kind === 'account') item.id = `${this.window}/${keyOf(node)}`;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const server = node.kind === 'server' ? this.model.server(node.accountId, node.number) : undefined;
    if (server) item.tooltip = serverTooltip(server);
    return item;
  }

  /** The row of an account; the same object each time. */
  account(accountId: string): AccountNode {
    return this.keep({ kind: 'account', accountId });
  }

  /** The row of a server; the same object each time. */
  server(accountId: string, number: string): Node {
    return this.keep({ kind: 'server', accountId, number });
  }

  /** Seconds are only counted while somebody can see them. */
  setVisible(visible: boolean): void {
    this.isVisible = visible;
    this.tick();
  }

  dispose(): void {
    clearInterval(this.ticking);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private rows(accountId: string): Node[] {
    const known = this.model.get(accountId);
    if (!known) return [];
    const servers = [...known.servers].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
    const rows: Node[] = [
      ...servers.map(({ number }) => this.keep({ kind: 'server', accountId, number })),
      ...known.unknown.map(({ name }) => this.keep({ kind: 'unknown', accountId, name })),
    ];
    if (known.problem !== undefined) return [this.keep({ kind: 'stale', accountId }), ...rows];
    return rows.length > 0 ? rows : [this.keep({ kind: 'empty', accountId })];
  }

  private item(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'account': {
        const account = this.accounts.get(node.accountId);
        const isCurrent = this.accounts.list().length > 1 && this.accounts.current()?.id === node.accountId;
        return account ? accountItem(account, isCurrent) : new vscode.TreeItem('');
      }
      case 'server': {
        const server = this.model.server(node.accountId, node.number);
        const since = this.model.since(node.accountId, node.number);
        return server ? serverItem(server, since, Date.now()) : new vscode.TreeItem('');
      }
      case 'unknown': {
        if (this.model.isAwaited(node.accountId, node.name)) return requestedItem(node);
        const unknown = this.model.get(node.accountId)?.unknown.find(({ name }) => name === node.name);
        return withCommand(unknownItem(node, unknown?.askedAt ?? 0), 'ncloud.checkUnknown', node);
      }
      case 'stale': {
        const known = this.model.get(node.accountId);
        return withCommand(staleItem(known?.readAt, known?.problem ?? ''), 'ncloud.refresh', node);
      }
      case 'empty':
        return withCommand(emptyItem(), 'ncloud.createServer', node);
    }
  }

  private redraw({ accountId, numbers }: ServersChange): void {
    if (numbers) this.changed.fire(numbers.map((number) => this.keep({ kind: 'server', accountId, number })));
    else this.changed.fire(this.account(accountId));
    this.tick();
  }

  private tick(): void {
    const wanted = this.isVisible && this.changingNodes().length > 0;
    if (wanted === (this.ticking !== undefined)) return;
    clearInterval(this.ticking);
    this.ticking = wanted ? setInterval(() => this.countSeconds(), 1000) : undefined;
  }

  private countSeconds(): void {
    const nodes = this.changingNodes();
    if (nodes.length > 0) this.changed.fire(nodes);
  }

  private changingNodes(): Node[] {
    return this.accounts
      .list()
      .flatMap(({ id: accountId }) =>
        (this.model.get(accountId)?.servers ?? [])
          .filter(({ isChanging }) => isChanging)
          .map(({ number }) => this.keep({ kind: 'server', accountId, number })),
      );
  }

  private keep<T extends Node>(node: T): T {
    const key = keyOf(node);
    const kept = this.nodes.get(key) ?? node;
    this.nodes.set(key, kept);
    return kept as T;
  }
}

function keyOf(node: Node): string {
  const detail = node.kind === 'server' ? node.number : node.kind === 'unknown' ? node.name : '';
  return `${node.accountId}/${node.kind}/${detail}`;
}

function withCommand(item: vscode.TreeItem, command: string, node: Node): vscode.TreeItem {
  item.command = { command, title: '', arguments: [node] };
  return item;
}
