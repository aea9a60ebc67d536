/** The accounts that hold a key: one for each environment and region that is looked at with it. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { type NcloudClient, type SiteName, sites } from '../../client/index';
import * as tell from '../tell';
import type { Account, Accounts } from './account';
import type { KeyHalves } from './enter';
import type { Key, Keys } from './keys';
import { freeLabel } from './label';
import { homeRegion, type Look, type Region } from './regions';

/** What works on accounts and their keys. */
export interface Parts {
  readonly accounts: Accounts;
  readonly keys: Keys;
  /** A client for a key that belongs to no account yet. */
  readonly connect: (key: Key) => NcloudClient;
}

/** What became of a key. */
export interface Held {
  readonly added: readonly Account[];
  /** Accounts that held the key before. */
  readonly known: readonly Account[];
}

/** The accounts that hold the key. */
export async function holdersOf({ accounts, keys }: Parts, site: SiteName, accessKey: string): Promise<Account[]> {
  const here = accounts.list().filter((account) => account.site === site);
  const held = await Promise.all(here.map(({ id }) => keys.get(id, sites[site].endpoint)));
  return here.filter((_, place) => held[place]?.accessKey === accessKey);
}

/** The other accounts that hold the account's key; none when that is not there. */
export async function siblingsOf(parts: Parts, { id, site }: Account): Promise<Account[]> {
  const key = site === 'sandbox' ? undefined : await parts.keys.get(id, sites[site].endpoint);
  if (site === 'sandbox' || !key) return [];
  return (await holdersOf(parts, site, key.accessKey)).filter((holder) => holder.id !== id);
}

/** Keeps the key in an account for each environment that it opens, in the region that is the site's own. */
export async function hold(
  parts: Parts,
  site: SiteName,
  halves: KeyHalves,
  { opened }: Look,
  nameIn: (region: Region) => string,
): Promise<Held> {
  const holders = await holdersOf(parts, site, halves.accessKey);
  const known = holders.filter((account) => opened.some(({ environment }) => environment === account.environment));
  for (const { id } of known) await keepKey(parts.keys, id, site, halves);
  const added: Account[] = [];
  for (const { environment, regions } of opened) {
    const region = homeRegion(site, regions);
    if (!region || known.some((account) => account.environment === environment)) continue;
    const label = freeLabel(nameIn(region), environment, parts.accounts);
    added.push(await keepAccount(parts, { label, site, environment }, region, halves));
  }
  return { added, known };
}

/** Makes and keeps an account with its key. It stays when the editor loses the key: that is asked for again then. */
export async function keepAccount(
  { accounts, keys }: Parts,
  named: Pick<Account, 'label' | 'environment'> & { readonly site: SiteName },
  { value, name }: Region,
  halves: KeyHalves,
): Promise<Account> {
  const account = { id: randomUUID(), ...named, region: value, ...(name === value ? {} : { regionName: name }) };
  await keepKey(keys, account.id, account.site, halves);
  await accounts.save(account);
  return account;
}

/** Keeps the key of an account, bound to the address of its site. */
export async function keepKey(
  keys: Keys,
  accountId: string,
  site: SiteName,
  { accessKey, secretKey }: KeyHalves,
): Promise<Key> {
  const key = { accessKey, secretKey, endpoint: sites[site].endpoint };
  if (!(await keys.set(accountId, key))) {
    void tell.warn(vscode.l10n.t('The secret store of the editor did not keep the key. It will be asked for again.'));
  }
  return key;
}
