/** What a key opens: environments and their regions. Asking for them is also the cheapest way to learn whether it works. */
import * as vscode from 'vscode';
import { ApiError, GatewayError, type NcloudClient, type SiteName, sites } from '../../client/index';
import { type Environment, environments, type Row, serverServices } from '../../reference/index';
import { choose } from '../confirm';
import * as tell from '../tell';
import { plain } from '../text';
import { note, sentenceOf } from '../told';

/** `value` is what the API takes: `regionCode` in VPC, `regionNo` in Classic. `name` is the code for people. */
export interface Region {
  readonly value: string;
  readonly name: string;
}

/** An environment that a key opens. Never without a region. */
export interface Opened {
  readonly environment: Environment;
  readonly regions: readonly Region[];
}

/** Why an environment was not opened. */
export interface Closed {
  readonly environment: Environment;
  readonly error: unknown;
}

/** What NCP says of a key. */
export interface Look {
  readonly opened: readonly Opened[];
  readonly closed: readonly Closed[];
}

/** Asks each of the environments for its regions, all at once. Never rejects. */
export async function lookAt(client: NcloudClient, asked = environments): Promise<Look> {
  const opened: Opened[] = [];
  const closed: Closed[] = [];
  const answers = await Promise.allSettled(asked.map((environment) => readRegions(client, environment)));
  answers.forEach((answer, place) => {
    const environment = asked[place] ?? 'vpc';
    if (answer.status === 'rejected') {
      note(answer.reason, 'key');
      closed.push({ environment, error: answer.reason });
    } else if (answer.value.length > 0) opened.push({ environment, regions: answer.value });
  });
  return { opened, closed };
}

/**
 * Tries the key, again as often as the user wants. When it does not work says why and lets the user decide.
 * @returns what the key opens, `change` to enter another key, undefined when the user leaves the dialog.
 */
export async function tryKey(
  client: NcloudClient,
  site: SiteName,
  asked = environments,
): Promise<Look | 'change' | undefined> {
  const again = vscode.l10n.t('Check Again');
  const change = vscode.l10n.t('Change the Key');
  const keep = vscode.l10n.t('Use It Anyway');
  for (;;) {
    const look = await tell.during(vscode.l10n.t('Checking the API key…'), () => lookAt(client, asked));
    const [fault] = look.closed;
    if (look.opened.length > 0) return look;
    if (!fault) return untried(site, look, asked);
    const detail = sentenceOf(fault.error, fault.environment);
    // Another key is no remedy for a network or a clock.
    const choice = isRefused(look)
      ? await choose(vscode.l10n.t('NCP does not accept the key.'), detail, change, keep)
      : await choose(vscode.l10n.t('The API key could not be checked.'), detail, again, change, keep);
    if (choice === keep) return untried(site, look, asked);
    if (choice !== again) return choice === change ? 'change' : undefined;
  }
}

/** What is taken for opened when NCP could not say it: the first environment, in the region that is the site's own. */
export function untried(site: SiteName, { closed }: Look, [environment = 'vpc'] = environments): Look {
  const [code = 'KR'] = sites[site].regions;
  // Of Classic's numbers only that of Korea is known.
  const home = { value: environment === 'vpc' ? code : '1', name: code };
  return {
    opened: [{ environment, regions: [home] }],
    closed: closed.filter((other) => other.environment !== environment),
  };
}

/** Whether NCP has judged the key. With a wrong clock it refuses every key, so that tells nothing. */
export function isRefused({ opened, closed }: Look): boolean {
  const isWrong = ({ error }: Closed) =>
    error instanceof GatewayError && error.errorCode === '200' && error.clockOffset === undefined;
  return opened.length === 0 && closed.length > 0 && closed.every(isWrong);
}

/** The environments of which it is not known whether the key opens them: no answer came, or one about something else. */
export function unsure({ closed }: Look): Environment[] {
  const isJudged = (error: unknown) =>
    error instanceof GatewayError
      ? judgements.has(error.errorCode)
      : error instanceof ApiError && error.outcome === 'rejected';
  return closed.flatMap(({ environment, error }) => (isJudged(error) ? [] : [environment]));
}

/** What the gateway says of keys and rights, and of services that a site does not have. */
const judgements = new Set(['200', '210', '230', '300']);

/** The site's own first region, else the first that NCP names. */
export function homeRegion(site: SiteName, regions: readonly Region[]): Region | undefined {
  const [home] = sites[site].regions;
  return regions.find(({ name }) => name === home) ?? regions[0];
}

/** The regions that NCP names for the key. @throws NcloudError */
export async function readRegions(client: NcloudClient, environment: Environment): Promise<Region[]> {
  const rows = await client.list(serverServices[environment], 'getRegionList');
  return rows.map((row) => toRegion(environment, row)).filter(({ value }) => value !== '');
}

function toRegion(environment: Environment, { regionNo, regionCode, regionName }: Row): Region {
  const code = typeof regionCode === 'string' ? regionCode : '';
  const value = environment === 'vpc' ? code : String(regionNo ?? '');
  return { value, name: plain(code || String(regionName ?? value)) };
}
