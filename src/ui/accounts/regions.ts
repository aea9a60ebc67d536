/** The regions of an account. Asking for them is also the cheapest way to learn whether a key works. */
import * as vscode from 'vscode';
import { GatewayError, type NcloudClient, sites } from '../../client/index';
import { type Environment, type Row, serverServices } from '../../reference/index';
import { choose } from '../confirm';
import * as tell from '../tell';
import { plain } from '../text';
import { note, sentenceOf } from '../told';
import type { Account } from './account';

/** `value` is what the API takes: `regionCode` in VPC, `regionNo` in Classic. */
export interface Region {
  readonly value: string;
  readonly name: string;
}

/** The regions that NCP names for the key, the default one first. @throws NcloudError */
async function readRegions(client: NcloudClient, environment: Environment): Promise<Region[]> {
  const rows = await client.list(serverServices[environment], 'getRegionList');
  return rows.map((row) => toRegion(environment, row)).filter(({ value }) => value !== '');
}

/** The regions that are known of a site, for when NCP cannot be asked. Classic's numbers are only known for Korea. */
function knownRegions(site: Exclude<Account['site'], 'sandbox'>, environment: Environment): Region[] {
  if (environment === 'vpc') return sites[site].regions.map((code) => ({ value: code, name: code }));
  return site === 'finance' ? [] : [{ value: '1', name: 'KR' }];
}

/**
 * Tries the key, again as often as the user wants. When it does not work says why and lets the user decide.
 * @returns the regions to choose from, `change` to enter another key, undefined when the user leaves.
 */
export async function tryKey(
  client: NcloudClient,
  site: Exclude<Account['site'], 'sandbox'>,
  environment: Environment,
): Promise<Region[] | 'change' | undefined> {
  const again = vscode.l10n.t('Check Again');
  const change = vscode.l10n.t('Change the Key');
  const keep = vscode.l10n.t('Use It Anyway');
  for (;;) {
    try {
      return await tell.during(vscode.l10n.t('Checking the API key…'), () => readRegions(client, environment));
    } catch (error) {
      note(error, 'key');
      const detail = sentenceOf(error, environment);
      // Another key is no remedy for a network or a clock.
      const choice = isRefused(error)
        ? await choose(vscode.l10n.t('NCP does not accept the key.'), detail, change, keep)
        : await choose(vscode.l10n.t('The API key could not be checked.'), detail, again, change, keep);
      if (choice === keep) return knownRegions(site, environment);
      if (choice !== again) return choice === change ? 'change' : undefined;
    }
  }
}

/** Whether NCP has judged the key. With a wrong clock it refuses every key, so that tells nothing. */
function isRefused(error: unknown): boolean {
  return error instanceof GatewayError && error.errorCode === '200' && error.clockOffset === undefined;
}

function toRegion(environment: Environment, { regionNo, regionCode, regionName }: Row): Region {
  const code = typeof regionCode === 'string' ? regionCode : '';
  const value = environment === 'vpc' ? code : String(regionNo ?? '');
  return { value, name: plain(code || String(regionName ?? value)) };
}
