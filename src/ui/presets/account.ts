/** Which accounts a preset is for. */
import type { PresetContent } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';

type Place = Pick<PresetContent, 'environment' | 'region'>;

/** The accounts of the preset's environment and, if it names one, its region. */
export function fittingAccounts({ environment, region }: Place, accounts: readonly Account[]): readonly Account[] {
  return accounts.filter(
    (account) =>
      account.environment === environment &&
      (region === undefined || region === account.region || region === account.regionName),
  );
}

/**
 * The account whose names stand beside the numbers of a preset: of those that fit the current one, or else one that was
 * called already, or else the first.
 */
export function likelyAccount(
  preset: Place,
  accounts: Pick<Accounts, 'list' | 'current'>,
  isOpen: (accountId: string) => boolean,
): Account | undefined {
  const fitting = fittingAccounts(preset, accounts.list());
  const current = accounts.current()?.id;
  return fitting.find(({ id }) => id === current) ?? fitting.find(({ id }) => isOpen(id)) ?? fitting[0];
}
