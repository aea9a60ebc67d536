/** What the views tell of an account when the user rests on it. */
import * as vscode from 'vscode';
import { plain } from '../text';
import { clock } from '../time';
import { factsTooltip } from '../tree-item';
import type { Account } from './account';
import { accountRegion, environmentWord, siteWord } from './words';

/** What is known of the account's list. */
interface Known {
  /** Milliseconds since the epoch; undefined before the first good list. */
  readonly readAt: number | undefined;
  /** Why the last look went wrong, as a sentence. */
  readonly problem: string | undefined;
}

/** The account in words, and how old and good its list is; undefined when it is gone. */
export function accountTooltip(account: Account | undefined, known: Known | undefined): string | undefined {
  if (!account) return undefined;
  const { label, site, environment } = account;
  const facts = factsTooltip(plain(label), [
    [vscode.l10n.t('Site'), siteWord(site)],
    [vscode.l10n.t('Environment'), environmentWord(environment)],
    [vscode.l10n.t('Region'), accountRegion(account)],
    [vscode.l10n.t('List'), listWords(known)],
  ]);
  return site === 'sandbox' ? `${facts}\n${sandboxWords()}` : facts;
}

/** What one has to know of the sandbox before one leaves something in it; a notification shows one line of it. */
export function sandboxWords(): string {
  return vscode.l10n.t('The sandbox is simulated. Reloading the window empties it.');
}

function listWords(known: Known | undefined): string {
  const { readAt, problem } = known ?? {};
  const asOf = readAt === undefined ? vscode.l10n.t('not read yet') : vscode.l10n.t('as of {0}', clock(readAt));
  return problem === undefined ? asOf : `${asOf}. ${problem}`;
}
