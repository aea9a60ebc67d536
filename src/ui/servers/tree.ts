/** The servers view: account → server. It asks for nothing before the user opens an account. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { AccountServers, Fleet, ServersChange } from '../../servers/fleet';
import type { Accounts } from '../accounts/account';
import { Layout } from './layout';
import {
  type AccountNode,
  accountItem,
  emptyItem,
  type Node,
  type RangeNode,
  rangeItem,
  readingItem,
  requestedItem,
  type ServerNode,
  serverItem,
  serverTooltip,
  staleItem,
  unknownItem,
} from './nodes';
import { mostInOneList } from './order';

/** A first list that is whole within so many milliseconds after its first page is drawn once. */
const grace = 50;

/** While a first list comes in the rows are drawn again at most once in so many milliseconds. */
const partialPace = 500;

/** So many rows are drawn again one by one; of more the whole account is. */
const mostAlone = 100;

/** So many rows count their seconds at a time; more of them take turns. */
const mostCounting = 50;

export class ServersTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];
  /** The editor knows a row by its object, so each row keeps one. */
  private readonly nodes = new Map<string, Node>();
  /** Part of an account's id: the editor would unfold rows that it knows from before, and so list without being asked. */
  private readonly window = randomUUID();
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

  /** `load` reads an account's servers into the model for the first time. It may reject; the model then says why. */
  constructor(
    private readonly accounts: Accounts,
    private readonly model: Fleet,
    private readonly load: (accountId: string) => Promise<void>,
  ) {
    this.layout = new Layout(model);
    this.onDidRegroup = this.layout.onDidRegroup;
    this.subscriptions = [
      this.changed,
      this.layout,
      accounts.onDidChange(() => this.changed.fire(undefined)),
      model.onDidChange((change) => this.redraw(change)),
      model.onDidForget((accountId) => this.layout.changed(accountId)),
    ];
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    if (!parent) return this.accounts.list().map(({ id }) => this.account(id));
    if (parent.kind === 'range') return this.inRange(parent);
    if (parent.kind !== 'account') return [];
    const { accountId } = parent;
    const known = this.model.get(accountId);
    const isRead = known?.readAt !== undefined || known?.partialAt !== undefined;
    if (!isRead && !known?.problem) await this.firstRows(accountId);
    return this.rows(accountId);
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'account') return undefined;
    const { accountId } = node;
    const index = node.kind === 'server' ? this.layout.rangeOf(accountId, node.number) : undefined;
    return index === undefined ? this.account(accountId) : this.keep({ kind: 'range', accountId, index });
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
  server(accountId: string, number: string): ServerNode {
    return this.keep({ kind: 'server', accountId, number });
  }

  /** Seconds are only counted while somebody can see them. */
  setVisible(visible: boolean): void {
    this.isVisible = visible;
    this.tick();
  }

  dispose(): void {
    clearInterval(this.ticking);
    for (const timer of this.partial.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Resolves when there are rows to show: those of the first page of a long list, or all. */
  private async firstRows(accountId: string): Promise<void> {
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

  private rows(accountId: string): Node[] {
    const known = this.model.get(accountId);
    if (!known) return [];
    const rows: Node[] = [
      ...this.serverRows(accountId, known),
      ...known.unknown.map(({ name }) => this.keep({ kind: 'unknown', accountId, name })),
    ];
    if (known.problem !== undefined) return [this.keep({ kind: 'stale', accountId }), ...rows];
    if (isComing(known)) return [this.keep({ kind: 'reading', accountId }), ...rows];
    return rows.length > 0 ? rows : [this.keep({ kind: 'empty', accountId })];
  }

  private serverRows(accountId: string, known: AccountServers): Node[] {
    if (known.readAt === undefined) {
      const first = this.layout.first(accountId);
      this.drawn.set(accountId, first.length);
      return first.map((number) => this.server(accountId, number));
    }
    const ranges = this.layout.ranges(accountId);
    if (ranges > 0) return Array.from({ length: ranges }, (_, index) => this.keep({ kind: 'range', accountId, index }));
    return this.layout.order(accountId).map((number) => this.server(accountId, number));
  }

  private inRange({ accountId, index }: RangeNode): ServerNode[] {
    return this.layout.inRange(accountId, index).map((number) => this.server(accountId, number));
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
        const isMissing = this.model.isMissing(node.accountId, node.number);
        return server ? serverItem(server, since, Date.now(), isMissing) : new vscode.TreeItem('');
      }
      case 'range': {
        const servers = this.inRange(node).flatMap(({ number }) => this.model.server(node.accountId, number) ?? []);
        return rangeItem(node, servers);
      }
      case 'reading':
        return readingItem(this.model.get(node.accountId)?.servers.length ?? 0);
      case 'unknown': {
        const unknown = this.model.get(node.accountId)?.unknown.find(({ name }) => name === node.name);
        if (unknown?.isAwaited) return requestedItem(node);
        return withCommand(unknownItem(node, unknown?.askedAt ?? 0), 'ncloud.checkUnknown', node);
      }
      case 'stale': {
        const known = this.model.get(node.accountId);
        if (!known) return new vscode.TreeItem('');
        return withCommand(staleItem(known.readAt, known.problem ?? '', known.partialAt), 'ncloud.refresh', node);
      }
      case 'empty':
        return withCommand(emptyItem(), 'ncloud.createServer', node);
    }
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

  private changingNodes(): Node[] {
    return this.accounts
      .list()
      .flatMap(({ id: accountId }) =>
        (this.model.get(accountId)?.servers ?? [])
          .filter(({ isChanging }) => isChanging)
          .map(({ number }) => this.server(accountId, number)),
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
  return `${node.accountId}/${node.kind}/${detailOf(node)}`;
}

function detailOf(node: Node): string {
  switch (node.kind) {
    case 'server':
      return node.number;
    case 'unknown':
      return node.name;
    case 'range':
      return String(node.index);
    default:
      return '';
  }
}

/** Whether the account's first list is still being read, and some of it is here. */
function isComing({ readAt, partialAt, problem }: AccountServers): boolean {
  return readAt === undefined && partialAt !== undefined && problem === undefined;
}

function withCommand(item: vscode.TreeItem, command: string, node: Node): vscode.TreeItem {
  item.command = { command, title: '', arguments: [node] };
  return item;
}
