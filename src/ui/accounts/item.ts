/** How an account looks in the views. */
import * as vscode from 'vscode';
import { plain } from '../text';
import type { Account } from './account';
import { accountWords } from './words';

/** The row of an account; an empty one when it is gone. */
export function accountItem(account: Account | undefined, isCurrent: boolean): vscode.TreeItem {
  if (!account) return new vscode.TreeItem('');
  const item = new vscode.TreeItem(plain(account.label), vscode.TreeItemCollapsibleState.Collapsed);
  const words = accountWords(account);
  item.description = isCurrent ? `${words} · ${vscode.l10n.t('current')}` : words;
  item.iconPath = new vscode.ThemeIcon(account.site === 'sandbox' ? 'beaker' : 'account');
  item.contextValue = account.site === 'sandbox' ? 'account.sandbox' : 'account.real';
  item.accessibilityInformation = { label: `${plain(account.label)}, ${item.description}` };
  return item;
}
