/** "Add your API key": site → environment → access key → secret key → region → label. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { type NcloudClient, sites } from '../../client/index';
import type { Environment } from '../../reference/index';
import { type Answer, askAll, type Choice, pick, type Step, type } from '../ask';
import * as tell from '../tell';
import type { Account, Accounts } from './account';
import { enterKey, take, typeAccessKey, typeSecretKey } from './enter';
import type { Key, Keys } from './keys';
import { type Region, tryKey } from './regions';
import { environmentWord, siteWord } from './words';

type RealSite = Exclude<Account['site'], 'sandbox'>;

/** Asks for all that an account needs, tries the key and keeps both. Undefined when the user leaves. */
export async function addAccount(
  accounts: Accounts,
  keys: Keys,
  connect: (key: Key) => NcloudClient,
): Promise<Account | undefined> {
  const at = (step: number): Step => ({ title: vscode.l10n.t('Add your API key'), step, totalSteps: 6 });
  let site: RealSite = 'public';
  let environment: Environment = 'vpc';
  let accessKey = '';
  let secretKey = '';
  let regions: Region[] = [];
  let region: Region = { value: '', name: '' };
  let label = '';

  const complete = await askAll([
    async () =>
      take(await pickSite(at(1)), (value) => {
        site = value;
      }),
    async () =>
      take(await pickEnvironment(at(2)), (value) => {
        environment = value;
      }),
    async () =>
      take(await typeAccessKey(at(3), accessKey), (value) => {
        accessKey = value;
      }),
    async () => {
      const answer = take(await typeSecretKey(at(4)), (value) => {
        secretKey = value;
      });
      if (answer === undefined || answer === 'back') return answer;
      const found = await tryKey(connect({ accessKey, secretKey, endpoint: sites[site].endpoint }), site, environment);
      if (found === 'change') return 'back';
      regions = found ?? [];
      return found && answer;
    },
    async () =>
      take(await pickRegion(at(5), regions), (value) => {
        region = value;
      }),
    async () =>
      take(await typeLabel(at(6), accounts), (value) => {
        label = value;
      }),
  ]);
  if (!complete) return undefined;

  const account = toAccount({ id: randomUUID(), label, site, environment }, region);
  return (await keepAccount(accounts, keys, account, { accessKey, secretKey })) ? account : undefined;
}

/** Asks for the key of an account whose key is not there, and keeps it. Undefined when the user leaves. */
export async function askKey(account: Account, keys: Keys): Promise<Key | undefined> {
  if (account.site === 'sandbox') return undefined;
  const { endpoint } = sites[account.site];
  const halves = await enterKey(vscode.l10n.t('Enter the API key of {0}', account.label));
  return halves && keepKey(account, keys, { ...halves, endpoint });
}

/** Asks for another key of the account. The old one stays until the new one holds or the user insists on it. */
export async function replaceKey(
  account: Account,
  keys: Keys,
  connect: (key: Key) => NcloudClient,
): Promise<Key | undefined> {
  const { site, environment } = account;
  if (site === 'sandbox') return undefined;
  const { endpoint } = sites[site];
  const halves = await enterKey(vscode.l10n.t('Enter the API key of {0}', account.label), '', async (typed) => {
    const found = await tryKey(connect({ ...typed, endpoint }), site, environment);
    return found === 'change' ? found : found && 'taken';
  });
  return halves && keepKey(account, keys, { ...halves, endpoint });
}

async function keepKey(account: Account, keys: Keys, key: Key): Promise<Key> {
  if (!(await keys.set(account.id, key))) warnNotKept();
  return key;
}

/** Keeps the account and its key. The account stays when the editor loses the key: it is asked for again then. */
export async function keepAccount(
  accounts: Accounts,
  keys: Keys,
  account: Account,
  { accessKey, secretKey }: Pick<Key, 'accessKey' | 'secretKey'>,
): Promise<boolean> {
  if (account.site === 'sandbox') return false;
  await keepKey(account, keys, { accessKey, secretKey, endpoint: sites[account.site].endpoint });
  await accounts.save(account);
  return true;
}

/** An account in that region; the region's name is kept where it says more than its code. */
export function toAccount(account: Omit<Account, 'region' | 'regionName'>, { value, name }: Region): Account {
  return { ...account, region: value, ...(name === value ? {} : { regionName: name }) };
}

export function pickEnvironment(step: Step): Promise<Answer<Environment>> {
  const choices: Choice<Environment>[] = [
    { value: 'vpc', label: environmentWord('vpc') },
    { value: 'classic', label: environmentWord('classic') },
  ];
  return pick(step, vscode.l10n.t('Which environment are the servers in?'), choices);
}

export function pickRegion(step: Step, regions: readonly Region[]): Promise<Answer<Region>> {
  const choices = regions.map((region) => ({
    value: region,
    label: region.name,
    ...(region.name === region.value ? {} : { description: region.value }),
  }));
  return pick(step, vscode.l10n.t('Which region?'), choices);
}

function pickSite(step: Step): Promise<Answer<RealSite>> {
  const choices = (['public', 'government', 'finance'] as const).map((site) => ({
    value: site,
    label: siteWord(site),
    description: new URL(sites[site].endpoint).host,
  }));
  return pick(step, vscode.l10n.t('Which site of NAVER Cloud Platform is the key from?'), choices);
}

function typeLabel(step: Step, accounts: Accounts): Promise<Answer<string>> {
  return type(step, {
    prompt: vscode.l10n.t('What should this account be called here?'),
    check: (text) => checkLabel(text, accounts),
  });
}

/** Why the label cannot be taken; undefined when it can. `own` is the label that the account has now. */
export function checkLabel(text: string, accounts: Accounts, own?: string): string | undefined {
  if (text === '') return vscode.l10n.t('Enter a name.');
  const isTaken = text !== own && accounts.list().some(({ label }) => label === text);
  return isTaken ? vscode.l10n.t('Another account has this name.') : undefined;
}

function warnNotKept(): void {
  void tell.warn(vscode.l10n.t('The secret store of the editor did not keep the key. It will be asked for again.'));
}
