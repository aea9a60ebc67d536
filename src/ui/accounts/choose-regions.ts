/** "Choose Regions": a key opens all regions of an environment, and each one that is ticked has an account of its own. */
import * as vscode from 'vscode';
import { type NcloudClient, sites } from '../../client/index';
import { pickMany } from '../ask';
import * as tell from '../tell';
import { plain } from '../text';
import type { Account } from './account';
import { holdersOf, keepAccount, type Parts } from './holders';
import { freeLabel, nameElsewhere } from './label';
import { readRegions } from './regions';
import { environmentWord, regionWord } from './words';

/** What was ticked, and the accounts whose tick was taken away: they are there still. */
export interface RegionChoice {
  readonly added: readonly Account[];
  readonly dropped: readonly Account[];
}

/**
 * Has the regions ticked that the account's key is to show servers of. Undefined when the user leaves or ticks none.
 * @throws NcloudError when NCP does not name the regions.
 */
export async function chooseRegions(
  parts: Parts,
  account: Account,
  client: NcloudClient,
  title: string,
): Promise<RegionChoice | undefined> {
  const { site, environment } = account;
  const key = site === 'sandbox' ? undefined : await parts.keys.get(account.id, sites[site].endpoint);
  if (site === 'sandbox' || !key) return undefined;
  const reading = vscode.l10n.t('Reading the regions…');
  const regions = await tell.during(reading, () => readRegions(client, environment));
  const holders = (await holdersOf(parts, site, key.accessKey)).filter((holder) => holder.environment === environment);
  const items = regions.map((region) => {
    const shown = holders.filter((holder) => holder.region === region.value);
    return {
      label: regionWord(region.name),
      description: shown.map(({ label }) => plain(label)).join(', '),
      picked: shown.length > 0,
      region,
      shown,
    };
  });
  const placeHolder = vscode.l10n.t('Which regions of {0} should be shown?', environmentWord(environment));
  const ticked = await pickMany(items, { title, placeHolder });
  if (!ticked || ticked.length === 0) return undefined;
  const added: Account[] = [];
  for (const { region, shown } of ticked) {
    if (shown.length > 0) continue;
    const label = freeLabel(nameElsewhere(account, region), environment, parts.accounts);
    added.push(await keepAccount(parts, { label, site, environment }, region, key));
  }
  return { added, dropped: items.filter((item) => !ticked.includes(item)).flatMap(({ shown }) => shown) };
}
