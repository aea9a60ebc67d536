/** How an account looks in the views. */
import * as vscode from 'vscode';
import { plain } from '../text';
import { treeItem } from '../tree-item';
import type { Account } from './account';
import { accountWords } from './words';

/** The row of an account; an empty one when it is gone. */
export function accountItem(account: Account | undefined, isCurrent: boolean): vscode.TreeItem {
  if (!account) return new vscode.TreeItem('');
  const words = accountWords(account);
  const isSandbox = account.site === 'sandbox';
  return treeItem({
    label: plain(account.label),
    description: isCurrent ? `${words} · ${vscode.l10n.t('current')}` : words,
    icon: [isSandbox ? 'beaker' : 'account'],
    contextValue: isSandbox ? 'account.sandbox' : 'account.real',
    state: vscode.TreeItemCollapsibleState.Collapsed,
  });
}
