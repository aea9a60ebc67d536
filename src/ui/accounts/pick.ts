/** Which account a command is meant for: the one it was called on, the current one, or the one that the user picks. */
import * as vscode from 'vscode';
import { pickOne } from '../ask';
import * as tell from '../tell';
import { plain } from '../text';
import type { Account, Accounts } from './account';
import { accountWords } from './words';

/** The account that a menu passed, if any. `argument` may be anything. */
export function accountOf(argument: unknown, accounts: Accounts): Account | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { accountId } = argument as { accountId?: unknown };
  return typeof accountId === 'string' ? accounts.get(accountId) : undefined;
}

/** The ids of the accounts that a menu is about: of the one that it passed, or of all. */
export function accountIdsOf(argument: unknown, accounts: Accounts): string[] {
  const named = accountOf(argument, accounts);
  return (named ? [named] : accounts.list()).map(({ id }) => id);
}

/** Asks which account; not when there is only one. Undefined when there is none or the user leaves. */
export async function pickAccount(accounts: readonly Account[], title: string): Promise<Account | undefined> {
  if (accounts.length === 1) return accounts[0];
  if (accounts.length === 0) {
    const add = vscode.l10n.t('Add Your API Key');
    const choice = await tell.info(vscode.l10n.t('There is no account here yet.'), add);
    if (choice === add) await vscode.commands.executeCommand('ncloud.addAccount');
    return undefined;
  }
  const items = accounts.map((account) => ({
    label: plain(account.label),
    description: accountWords(account),
    account,
  }));
  return (await pickOne(items, { title, placeHolder: vscode.l10n.t('Which account?') }))?.account;
}
