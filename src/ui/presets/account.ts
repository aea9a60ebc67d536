/** Which accounts a preset is for. */
import * as vscode from 'vscode';
import type { PresetContent } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import { environmentWord, regionWord } from '../accounts/words';

type Place = Pick<PresetContent, 'environment' | 'region'>;

/** Whether an account is of the preset's environment and, if it names one, its region. */
export function suits({ environment, region, regionName }: Account, preset: Place): boolean {
  return (
    environment === preset.environment &&
    (preset.region === undefined || preset.region === region || preset.region === regionName)
  );
}

/** Says that no account suits a preset. */
export function noAccountSentence({ environment, region }: Place): string {
  const place = [environmentWord(environment), ...(region === undefined ? [] : [regionWord(region)])].join(' · ');
  return vscode.l10n.t('This preset is for {0}, and there is no account for that.', place);
}

/**
 * The account whose names stand beside the numbers of a preset: of those that suit the current one, or else one that was
 * called already, or else the first.
 */
export function likelyAccount(
  preset: Place,
  accounts: Pick<Accounts, 'list' | 'current'>,
  isOpen: (accountId: string) => boolean,
): Account | undefined {
  const fitting = accounts.list().filter((account) => suits(account, preset));
  const current = accounts.current()?.id;
  return fitting.find(({ id }) => id === current) ?? fitting.find(({ id }) => isOpen(id)) ?? fitting[0];
}
