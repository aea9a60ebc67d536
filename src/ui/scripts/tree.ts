/** The view of init scripts: account → script. It asks for nothing before the user opens an account. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { InitScript } from '../../scripts/library/list';
import type { Accounts } from '../accounts/account';
import { accountItem, staleItem } from '../servers/nodes';
import { plain, visibleName } from '../text';
import type { ScriptsModel } from './model';

export interface ScriptNode {
  readonly kind: 'script';
  readonly accountId: string;
  readonly number: string;
}
export interface ScriptsAccountNode {
  readonly kind: 'account' | 'stale' | 'empty';
  readonly accountId: string;
}
export type ScriptsNode = ScriptNode | ScriptsAccountNode;

export class ScriptsTree implements vscode.TreeDataProvider<ScriptsNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ScriptsNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];
  /** The editor knows a row by its object, so each row keeps one. */
  private readonly nodes = new Map<string, ScriptsNode>();
  /** Part of each row's id: the editor would unfold rows that it knows from before, and so list without being asked. */
  private readonly window = randomUUID();

  /** `load` reads an account's scripts into the model for the first time. */
  constructor(
    private readonly accounts: Accounts,
    private readonly model: ScriptsModel,
    private readonly load: (accountId: string) => Promise<void>,
  ) {
    this.subscriptions = [
      this.changed,
      accounts.onDidChange(() => this.changed.fire(undefined)),
      model.onDidChange((accountId) => this.changed.fire(this.keep({ kind: 'account', accountId }))),
    ];
  }

  async getChildren(parent?: ScriptsNode): Promise<ScriptsNode[]> {
    if (!parent) return this.accounts.list().map(({ id }) => this.keep({ kind: 'account', accountId: id }));
    if (parent.kind !== 'account') return [];
    const { accountId } = parent;
    if (!this.model.get(accountId)) await this.load(accountId);
    return this.rows(accountId);
  }

  getParent(node: ScriptsNode): ScriptsNode | undefined {
    return node.kind === 'account' ? undefined : this.keep({ kind: 'account', accountId: node.accountId });
  }

  getTreeItem(node: ScriptsNode): vscode.TreeItem {
    const item = this.item(node);
    item.id = `${this.window}/${keyOf(node)}`;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: ScriptsNode): vscode.TreeItem {
    const script = node.kind === 'script' ? this.model.script(node.accountId, node.number) : undefined;
    if (script) item.tooltip = scriptTooltip(script);
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private rows(accountId: string): ScriptsNode[] {
    const known = this.model.get(accountId);
    if (!known) return [];
    const rows = [...known.scripts]
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
      .map(({ number }) => this.keep({ kind: 'script', accountId, number }));
    if (known.problem !== undefined) return [this.keep({ kind: 'stale', accountId }), ...rows];
    return rows.length > 0 ? rows : [this.keep({ kind: 'empty', accountId })];
  }

  private item(node: ScriptsNode): vscode.TreeItem {
    const account = this.accounts.get(node.accountId);
    const known = this.model.get(node.accountId);
    switch (node.kind) {
      case 'account':
        return account ? accountItem(account, false) : new vscode.TreeItem('');
      case 'script': {
        const script = this.model.script(node.accountId, node.number);
        return script ? scriptItem(script, node) : new vscode.TreeItem('');
      }
      case 'stale': {
        const item = staleItem(known?.readAt, known?.problem ?? '');
        item.command = { command: 'ncloud.refreshScripts', title: '', arguments: [node] };
        return item;
      }
      case 'empty': {
        const item = new vscode.TreeItem(vscode.l10n.t('No init script yet'));
        if (account?.environment === 'vpc') {
          item.label = vscode.l10n.t('No init script yet – New from a template');
          item.iconPath = new vscode.ThemeIcon('add');
          item.command = { command: 'ncloud.newScript', title: '', arguments: [node] };
        }
        return item;
      }
    }
  }

  private keep(node: ScriptsNode): ScriptsNode {
    const key = keyOf(node);
    const kept = this.nodes.get(key) ?? node;
    this.nodes.set(key, kept);
    return kept;
  }
}

function keyOf(node: ScriptsNode): string {
  return `${node.accountId}/${node.kind}/${node.kind === 'script' ? node.number : ''}`;
}

function scriptItem(script: InitScript, node: ScriptNode): vscode.TreeItem {
  const name = visibleName(script);
  const item = new vscode.TreeItem(name);
  item.description = [osWord(script), dateWord(script.createDate)].filter((word) => word !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon(script.environment === 'vpc' ? 'file-code' : 'lock');
  item.contextValue = `script.${script.environment}`;
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  item.command = { command: 'ncloud.openScript', title: '', arguments: [node] };
  return item;
}

/** A string, which the editor shows as it is: Markdown would make links of addresses. */
function scriptTooltip(script: InitScript): string {
  const facts: [label: string, value: string][] = [
    [vscode.l10n.t('Number'), script.number],
    [vscode.l10n.t('Operating system'), osWord(script)],
    [vscode.l10n.t('Description'), script.description],
    [vscode.l10n.t('Created'), script.createDate],
  ];
  return [
    visibleName(script),
    ...facts.flatMap(([label, value]) => (value === '' ? [] : [`${label}: ${plain(value)}`])),
    vscode.l10n.t('A script runs once, when its server boots for the first time.'),
    ...(script.environment === 'classic'
      ? [vscode.l10n.t('Read-only: scripts of Classic can only be changed in the NCP console.')]
      : []),
  ].join('\n');
}

function osWord({ osType }: InitScript): string {
  return osType === undefined ? '' : osType === 'LNX' ? 'Linux' : 'Windows';
}

/** The day alone; what is no date is shown as given. */
function dateWord(createDate: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(createDate) ? createDate.slice(0, 10) : plain(createDate);
}
