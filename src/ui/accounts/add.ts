/** "Add your API key": site → access key → secret key. Where its servers are is found by trying the key. */
import * as vscode from 'vscode';
import { type SiteName, sites } from '../../client/index';
import type { Environment } from '../../reference/index';
import { askAll, type Choice, pick, type Step } from '../ask';
import type { Account } from './account';
import { enterKey, type KeyHalves, keyQuestions, type Typed } from './enter';
import { type Held, hold, keepKey, type Parts, siblingsOf } from './holders';
import type { Key, Keys } from './keys';
import { suggestedName } from './label';
import { homeRegion, type Look, type Region, tryKey, unsure } from './regions';
import { siteWord } from './words';

/** What was entered before the user left; offered again when the question is asked again. Never the secret. */
export interface Entered {
  site: SiteName;
  accessKey: string;
}

/** What became of a key that was added. */
export interface Added extends Held {
  /** Regions that the key opens besides those of its accounts. */
  readonly elsewhere: readonly Region[];
  /** Environments that could not be asked just now. */
  readonly unsure: readonly Environment[];
}

/** Asks for a key in three answers, tries it and keeps it. Undefined when the user leaves: `entered` then holds the rest. */
export async function addAccount(
  parts: Parts,
  entered: Entered = { site: 'public', accessKey: '' },
): Promise<Added | undefined> {
  const at = (step: number): Step => ({ title: vscode.l10n.t('Add your API key'), step, totalSteps: 3 });
  const typed: Typed = { accessKey: entered.accessKey, secretKey: '' };
  let look: Look | undefined;
  const complete = await askAll([
    async () => {
      const answer = await pick(
        at(1),
        vscode.l10n.t('Which site of NAVER Cloud Platform is the key from?'),
        siteChoices(),
        entered.site,
      );
      if (answer !== undefined && answer !== 'back') entered.site = answer.value;
      return answer;
    },
    ...keyQuestions(
      [at(2), at(3)],
      () => entered.site,
      typed,
      async (halves) => {
        const tried = await tryHalves(parts, entered.site, halves);
        if (tried === 'change') return tried;
        look = tried;
        return tried && 'taken';
      },
    ),
  ]);
  const { site } = entered;
  Object.assign(entered, complete ? { site: 'public', accessKey: '' } : { accessKey: typed.accessKey });
  if (!complete || !look) return undefined;
  const held = await hold(parts, site, typed, look, (region) => suggestedName(site, region));
  return { ...held, elsewhere: elsewhere(site, look), unsure: unsure(look) };
}

/** Asks for the key of an account whose key is not there, and keeps it. Undefined when the user leaves. */
export async function askKey(account: Account, keys: Keys): Promise<Key | undefined> {
  const { id, site, label } = account;
  if (site === 'sandbox') return undefined;
  const halves = await enterKey(vscode.l10n.t('Enter the API key of {0}', label), site);
  return halves && keepKey(keys, id, site, halves);
}

/**
 * Asks for another key of the account, and gives it to all accounts that held the same one. The old one stays until the
 * new one holds or the user insists on it. False when the user leaves.
 */
export async function replaceKey(account: Account, parts: Parts): Promise<boolean> {
  const { id, site, environment, label } = account;
  if (site === 'sandbox') return false;
  const halves = await enterKey(vscode.l10n.t('Enter the API key of {0}', label), site, async (typed) => {
    const found = await tryHalves(parts, site, typed, [environment]);
    return found === 'change' ? found : found && 'taken';
  });
  if (!halves) return false;
  const others = (await siblingsOf(parts, account)).map((sibling) => sibling.id);
  for (const accountId of [id, ...others]) await keepKey(parts.keys, accountId, site, halves);
  return true;
}

function tryHalves({ connect }: Parts, site: SiteName, halves: KeyHalves, asked?: Environment[]) {
  return tryKey(connect({ ...halves, endpoint: sites[site].endpoint }), site, asked);
}

function elsewhere(site: SiteName, { opened }: Look): Region[] {
  const others = opened.flatMap(({ regions }) => regions.filter((region) => region !== homeRegion(site, regions)));
  return [...new Map(others.map((region) => [region.name, region])).values()];
}

function siteChoices(): Choice<SiteName>[] {
  return (['public', 'government', 'finance'] as const).map((site) => ({
    value: site,
    label: siteWord(site),
    description: new URL(sites[site].console).host,
  }));
}
