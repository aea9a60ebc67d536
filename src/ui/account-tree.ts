/**
 * A view of what accounts have: account → row. It asks for nothing before the user opens an account. A view of another
 * thing is a subclass that says which rows there are and how each one looks.
 */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { CommandId } from './commands';
import { clock } from './time';
import { treeItem, warningColor } from './tree-item';

export interface AccountNode {
  readonly kind: 'account';
  readonly accountId: string;
}
/** A line that says why there is nothing, or nothing new or not yet all, and what to do. */
export interface NoteNode {
  readonly kind: 'reading' | 'stale' | 'empty';
  readonly accountId: string;
}
/** A row below an account. All that it holds together tells it from others. */
export interface RowNode {
  readonly kind: string;
  readonly accountId: string;
}

/** What a view of accounts draws. */
export type TreeNode<Row> = AccountNode | NoteNode | Row;

/** What is known of an account's rows. */
interface Known {
  /** When the last good list was read, milliseconds since the epoch; undefined before the first. */
  readonly readAt: number | undefined;
  /** When the first list was asked for that is still being read, or that could not be read to its end. */
  readonly partialAt?: number | undefined;
  /** Why the last look went wrong, as a sentence; undefined when it went well. */
  readonly problem: string | undefined;
}

/** The accounts. */
interface Owners {
  list(): readonly { readonly id: string }[];
  readonly onDidChange: vscode.Event<void>;
}

/** What is known of each account; undefined until it was looked at. */
interface Model<K extends Known> {
  get(accountId: string): K | undefined;
}

export abstract class AccountTree<Row extends RowNode, K extends Known>
  implements vscode.TreeDataProvider<TreeNode<Row>>, vscode.Disposable
{
  protected readonly changed = new vscode.EventEmitter<TreeNode<Row> | TreeNode<Row>[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** What ends with the view. */
  protected readonly subscriptions: vscode.Disposable[];
  /** The editor knows a row by its object, so each row keeps one. */
  private readonly nodes = new Map<string, TreeNode<Row>>();
  /** Part of an account's id: the editor would unfold rows that it knows from before, and so list without being asked. */
  private readonly window = randomUUID();

  /**
   * `load` reads an account's rows into the model for the first time. It may reject; the model then says why. `refresh`
   * is the command that reads them again.
   */
  constructor(
    protected readonly accounts: Owners,
    protected readonly model: Model<K>,
    protected readonly load: (accountId: string) => Promise<void>,
    private readonly refresh: CommandId,
  ) {
    this.subscriptions = [this.changed, accounts.onDidChange(() => this.changed.fire(undefined))];
  }

  async getChildren(parent?: TreeNode<Row>): Promise<TreeNode<Row>[]> {
    if (!parent) return this.accounts.list().map(({ id }) => this.account(id));
    if (!isAccount(parent)) return isNote(parent) ? [] : this.below(parent);
    const { accountId } = parent;
    if (!isLookedAt(this.model.get(accountId))) await this.first(accountId);
    const known = this.model.get(accountId);
    return known ? this.withNotes(accountId, known) : [];
  }

  getParent(node: TreeNode<Row>): AccountNode | Row | undefined {
    if (isAccount(node)) return undefined;
    return (isNote(node) ? undefined : this.above(node)) ?? this.account(node.accountId);
  }

  getTreeItem(node: TreeNode<Row>): vscode.TreeItem {
    if (isNote(node)) return this.noteItem(node);
    if (!isAccount(node)) return this.rowItem(node);
    const item = this.accountItem(node.accountId);
    // Rows below have none: two readings of one account that overlap would register the same id twice, which throws.
    item.id = `${this.window}/${node.accountId}/${node.kind}`;
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode<Row>): Promise<vscode.TreeItem> {
    const tooltip = await this.tooltipOf(node);
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** The row of an account; the same object each time. */
  account(accountId: string): AccountNode {
    return this.keep({ kind: 'account', accountId });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The rows of an account that was looked at. */
  protected abstract rows(accountId: string, known: K): readonly Row[];
  protected abstract accountItem(accountId: string): vscode.TreeItem;
  protected abstract rowItem(row: Row): vscode.TreeItem;
  /** The line of an account that has no row. */
  protected abstract emptyItem(node: NoteNode): vscode.TreeItem;
  /** What is told of a row that the user rests on, made when it is needed: a string, so that no address becomes a link. */
  protected abstract tooltip(row: Row): string | undefined | Promise<string | undefined>;
  /** As `tooltip`, of an account. */
  protected abstract accountTooltip(accountId: string, known: K | undefined): string | undefined;

  /** Resolves when there are rows to show. */
  protected first(accountId: string): Promise<void> {
    return this.load(accountId);
  }

  /** The rows below a row. */
  protected below(_row: Row): Row[] {
    return [];
  }

  /** The row that a row stands below; undefined when it stands directly below its account. */
  protected above(_row: Row): Row | undefined {
    return undefined;
  }

  /** The line under an account whose first list is still coming in. */
  protected readingItem(_known: K | undefined): vscode.TreeItem {
    return treeItem({ label: vscode.l10n.t('Reading…'), icon: ['loading~spin'] });
  }

  /** The object that the editor knows the row by. */
  protected keep<N extends TreeNode<Row>>(node: N): N {
    const key = Object.values(node).join('/');
    const kept = this.nodes.get(key) ?? node;
    this.nodes.set(key, kept);
    return kept as N;
  }

  private tooltipOf(node: TreeNode<Row>): string | undefined | Promise<string | undefined> {
    if (isNote(node)) return undefined;
    return isAccount(node) ? this.accountTooltip(node.accountId, this.model.get(node.accountId)) : this.tooltip(node);
  }

  private withNotes(accountId: string, known: K): TreeNode<Row>[] {
    const rows = this.rows(accountId, known);
    const { readAt, partialAt, problem } = known;
    if (problem !== undefined) return [this.keep({ kind: 'stale', accountId }), ...rows];
    if (readAt === undefined && partialAt !== undefined) return [this.keep({ kind: 'reading', accountId }), ...rows];
    return rows.length > 0 ? [...rows] : [this.keep({ kind: 'empty', accountId })];
  }

  private noteItem(node: NoteNode): vscode.TreeItem {
    const known = this.model.get(node.accountId);
    switch (node.kind) {
      case 'reading':
        return this.readingItem(known);
      case 'empty':
        return this.emptyItem(node);
      case 'stale':
        return known ? withCommand(staleItem(known), this.refresh, node) : new vscode.TreeItem('');
    }
  }
}

/** The row, at which a click runs a command about it. */
export function withCommand(item: vscode.TreeItem, command: CommandId, node: RowNode): vscode.TreeItem {
  item.command = { command, title: '', arguments: [node] };
  return item;
}

/** The line under an account whose list could not be renewed, or of which only a part could be read. */
function staleItem({ readAt, partialAt, problem = '' }: Known): vscode.TreeItem {
  const label = staleLabel(readAt, partialAt);
  const spoken = `${label}. ${problem}`;
  return treeItem({ label, icon: ['warning', warningColor], tooltip: problem, spoken });
}

function staleLabel(readAt: number | undefined, partialAt: number | undefined): string {
  if (readAt !== undefined) return vscode.l10n.t('as of {0} – Retry', clock(readAt));
  if (partialAt !== undefined) return vscode.l10n.t('as of {0}, not complete – Retry', clock(partialAt));
  return vscode.l10n.t('Not read yet – Retry');
}

function isLookedAt(known: Known | undefined): boolean {
  return (known?.readAt ?? known?.partialAt ?? known?.problem) !== undefined;
}

function isAccount(node: RowNode): node is AccountNode {
  return node.kind === 'account';
}

function isNote(node: RowNode): node is NoteNode {
  return node.kind === 'reading' || node.kind === 'stale' || node.kind === 'empty';
}
