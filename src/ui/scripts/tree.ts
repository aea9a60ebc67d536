/** The view of init scripts: account → script. */
import * as vscode from 'vscode';
import { systemName } from '../../reference/systems';
import type { InitScript } from '../../scripts/library/list';
import type { AccountRows, KnownRows } from '../account-rows';
import { AccountTree, type NoteNode, withCommand } from '../account-tree';
import type { Accounts } from '../accounts/account';
import { accountItem } from '../accounts/item';
import { accountTooltip } from '../accounts/tooltip';
import { plain, visibleName } from '../text';
import { dateWords } from '../time';
import { factsTooltip, treeItem } from '../tree-item';

export interface ScriptNode {
  readonly kind: 'script';
  readonly accountId: string;
  readonly number: string;
}

export class ScriptsTree extends AccountTree<ScriptNode, KnownRows<InitScript>> {
  constructor(
    protected override readonly accounts: Accounts,
    protected override readonly model: AccountRows<InitScript>,
    load: (accountId: string) => Promise<void>,
  ) {
    super(accounts, model, load, 'ncloud.refreshScripts');
    this.subscriptions.push(model.onDidChange((accountId) => this.changed.fire(this.account(accountId))));
  }

  protected rows(accountId: string, { rows: scripts }: KnownRows<InitScript>): ScriptNode[] {
    return [...scripts]
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
      .map(({ number }) => this.keep({ kind: 'script', accountId, number }));
  }

  protected accountItem(accountId: string): vscode.TreeItem {
    return accountItem(this.accounts.get(accountId), false);
  }

  protected override accountTooltip(accountId: string, known: KnownRows<InitScript> | undefined): string | undefined {
    return accountTooltip(this.accounts.get(accountId), known);
  }

  protected rowItem(row: ScriptNode): vscode.TreeItem {
    const script = this.script(row);
    return script ? withCommand(scriptItem(script), 'ncloud.openScript', row) : new vscode.TreeItem('');
  }

  protected emptyItem(node: NoteNode): vscode.TreeItem {
    const isVpc = this.accounts.get(node.accountId)?.environment === 'vpc';
    if (!isVpc) return treeItem({ label: vscode.l10n.t('No init script yet') });
    const offer = treeItem({ label: vscode.l10n.t('No init script yet – New from a template'), icon: ['add'] });
    return withCommand(offer, 'ncloud.newScript', node);
  }

  protected tooltip(row: ScriptNode): string | undefined {
    const script = this.script(row);
    return script && scriptTooltip(script);
  }

  private script({ accountId, number }: ScriptNode): InitScript | undefined {
    return this.model.find(accountId, (script) => script.number === number);
  }
}

function scriptItem(script: InitScript): vscode.TreeItem {
  return treeItem({
    label: visibleName(script),
    description: [osWord(script), dateWord(script.createDate)].filter((word) => word !== '').join(' · '),
    icon: [script.environment === 'vpc' ? 'file-code' : 'lock'],
    contextValue: `script.${script.environment}`,
  });
}

function scriptTooltip(script: InitScript): string {
  const facts = factsTooltip(visibleName(script), [
    [vscode.l10n.t('Number'), script.number],
    [vscode.l10n.t('Operating system'), osWord(script)],
    [vscode.l10n.t('Description'), script.description],
    [vscode.l10n.t('Created'), dateWords(script.createDate)],
  ]);
  return [
    facts,
    vscode.l10n.t('A script runs once, when its server boots for the first time.'),
    ...(script.environment === 'classic'
      ? [vscode.l10n.t('Read-only: scripts of Classic can only be changed in the NCP console.')]
      : []),
  ].join('\n');
}

function osWord({ osType }: InitScript): string {
  return osType === undefined ? '' : systemName(osType);
}

/** The day alone; what is no date is shown as given. */
function dateWord(createDate: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(createDate) ? createDate.slice(0, 10) : plain(createDate);
}
