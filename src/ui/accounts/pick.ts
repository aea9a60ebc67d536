/**
 * Which account a command is meant for: the one it was called on, the current one, the one that is looked at, or the one
 * that the user picks. Nobody is asked where only one fits, and who has none is shown the ways to one.
 */
import * as vscode from 'vscode';
import { pickOne } from '../ask';
import { plain } from '../text';
import { type Account, type Accounts, isSandboxEnabled } from './account';
import { accountWords } from './words';

type Choosable = Pick<Accounts, 'list' | 'recent' | 'get' | 'current' | 'use'>;

/** What an account is wanted for. */
export interface Wanted {
  /** What a menu passed; may be anything. */
  readonly argument?: unknown;
  /** The account of the selected row, perhaps. */
  readonly lookedAt?: Account | undefined;
  /** Which accounts will do; all when left out. */
  readonly fits?: (account: Account) => boolean;
}

/** The account that a menu passed, if any. `argument` may be anything. */
export function accountOf(argument: unknown, accounts: Pick<Accounts, 'get'>): Account | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { accountId } = argument as { accountId?: unknown };
  return typeof accountId === 'string' ? accounts.get(accountId) : undefined;
}

/** The ids of the accounts that a menu is about: of the one that it passed, or of all. */
export function accountIdsOf(argument: unknown, accounts: Accounts): string[] {
  const named = accountOf(argument, accounts);
  return (named ? [named] : accounts.list()).map(({ id }) => id);
}

/** The account that all of the rows belong to; undefined when there is no row, or when they belong to several. */
export function accountOfRows(rows: readonly unknown[], accounts: Accounts): Account | undefined {
  const [first, ...others] = rows.map((row) => accountOf(row, accounts));
  return others.every((other) => other?.id === first?.id) ? first : undefined;
}

/** The account that a command is meant for. Undefined when the user leaves. */
export async function accountFor(
  accounts: Choosable,
  title: string,
  { argument, lookedAt, fits = () => true }: Wanted = {},
): Promise<Account | undefined> {
  const meant = [accountOf(argument, accounts), accounts.current(), lookedAt].find((one) => one && fits(one));
  if (!meant) return pickAccount(accounts, title, fits);
  await accounts.use(meant.id);
  return meant;
}

/**
 * Asks which of the accounts that fit, the one used last first; not when there is only one. Where there is none it
 * offers the ways to one, and gives the account that came of it. Undefined when the user leaves.
 */
export async function pickAccount(
  accounts: Choosable,
  title: string,
  fits: (account: Account) => boolean = () => true,
): Promise<Account | undefined> {
  const isFirst = !accounts.list().some(fits);
  if (isFirst) await offerAccount(title);
  const fitting = accounts.recent().filter(fits);
  // Of the accounts that have just come with one key, VPC's is first: most servers are made there.
  const account = fitting.length > 1 && !isFirst ? await ask(fitting, title) : fitting[0];
  if (account) await accounts.use(account.id);
  return account;
}

/** Offers the ways to an account to somebody who has none that will do. */
export async function offerAccount(title: string): Promise<void> {
  const ways = [
    {
      label: vscode.l10n.t('Add Your API Key'),
      detail: vscode.l10n.t('With an Access Key ID and a Secret Key from the NCP console.'),
      iconPath: new vscode.ThemeIcon('key'),
      command: 'ncloud.addAccount',
    },
    {
      label: vscode.l10n.t('Try It Without an Account'),
      detail: vscode.l10n.t('A simulator on this computer: nothing in it is real and nothing is billed.'),
      iconPath: new vscode.ThemeIcon('beaker'),
      command: 'ncloud.trySandbox',
    },
    {
      label: vscode.l10n.t('Import from ~/.ncloud/configure'),
      detail: vscode.l10n.t('The keys that the ncloud CLI and other tools use.'),
      iconPath: new vscode.ThemeIcon('file-symlink-file'),
      command: 'ncloud.importAccounts',
    },
  ].filter(({ command }) => command !== 'ncloud.trySandbox' || !isSandboxEnabled());
  const placeHolder = vscode.l10n.t('There is no account for this yet. How do you want to begin?');
  const way = await pickOne(ways, { title, placeHolder });
  if (way) await vscode.commands.executeCommand(way.command);
}

async function ask(accounts: readonly Account[], title: string): Promise<Account | undefined> {
  const items = accounts.map((account) => ({
    label: plain(account.label),
    description: accountWords(account),
    account,
  }));
  return (await pickOne(items, { title, placeHolder: vscode.l10n.t('Which account?') }))?.account;
}
