/** "Import from ~/.ncloud/configure": takes over the keys that the user's other tools have, after asking which. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type NcloudClient, type SiteName, sites } from '../../client/index';
import type { Environment } from '../../reference/index';
import { askAll, pickMany, type Step } from '../ask';
import * as tell from '../tell';
import { plain } from '../text';
import type { Account, Accounts } from './account';
import { checkLabel, keepAccount, pickEnvironment, pickRegion, toAccount } from './add';
import { type Configure, type Found, readConfigure, readEnvironment, type Unusable } from './configure';
import { enterKey, type KeyHalves, take } from './enter';
import type { Key, Keys } from './keys';
import { type Region, tryKey } from './regions';
import { readTextFile } from './text-file';
import { environmentWord, siteWord } from './words';

/** Some hundred keys, in bytes. */
const longestFile = 64 * 1024;

/** What an import works with. */
interface Parts {
  readonly accounts: Accounts;
  readonly keys: Keys;
  readonly connect: (key: Key) => NcloudClient;
}

/** A key that can be imported: its address is one of NCP. */
type Usable = Found & { readonly site: SiteName };

interface UsableItem extends vscode.QuickPickItem {
  readonly found: Usable;
}

/** What became of one key; `left` says why it was left out. */
type Result = { readonly account: Account } | { readonly left: string };

/**
 * Asks which keys to take and where their servers are, tries each and keeps it. At the end one sentence says what was
 * imported and what was not, and why. The accounts that were added.
 */
export async function importAccounts(
  accounts: Accounts,
  keys: Keys,
  connect: (key: Key) => NcloudClient,
): Promise<Account[]> {
  const parts = { accounts, keys, connect };
  const { found, unusable, fault } = await findKeys();
  if (fault !== undefined) void tell.info(fault);
  if (found.length + unusable.length === 0) {
    if (fault !== undefined) return [];
    void tell.info(vscode.l10n.t('No API key was found in ~/.ncloud/configure nor in the environment.'));
    return [];
  }
  const usable = found.filter((key): key is Usable => key.site !== undefined);
  const chosen = usable.length === 0 ? [] : await pickKeys(parts, usable);
  if (!chosen) return [];
  const results: Result[] = [];
  for (const key of chosen) results.push(await importKey(parts, key));
  for (const { name, site, address } of found) {
    if (site !== undefined) continue;
    results.push({
      left: vscode.l10n.t('{0} (not an address of NAVER Cloud Platform: {1})', nameOf(name), plain(address)),
    });
  }
  for (const one of unusable) results.push({ left: unusableWord(one) });
  say(results);
  return results.flatMap((result) => ('account' in result ? [result.account] : []));
}

async function pickKeys(parts: Parts, usable: readonly Usable[]): Promise<Usable[] | undefined> {
  const items = await Promise.all(usable.map((found) => toItem(parts, found)));
  const chosen = await pickMany(items, {
    title: vscode.l10n.t('Import API keys'),
    placeHolder: vscode.l10n.t('Which keys?'),
    ignoreFocusOut: true,
  });
  return chosen?.map(({ found }) => found);
}

/** A key that is here already is not ticked: it is only of use for its servers in another environment or region. */
async function toItem(parts: Parts, found: Usable): Promise<UsableItem> {
  const [known] = await accountsOf(parts, found.site, found.accessKey);
  const site = siteWord(found.site);
  return {
    label: nameOf(found.name),
    description: known ? `${site} · ${vscode.l10n.t('here already as {0}', plain(known.label))}` : site,
    picked: known === undefined,
    found,
  };
}

async function importKey(parts: Parts, { name, site, accessKey, secretKey }: Usable): Promise<Result> {
  const shown = nameOf(name);
  const title = vscode.l10n.t('Import {0}', shown);
  const at = (step: number): Step => ({ title, step, totalSteps: 2 });
  let environment: Environment = 'vpc';
  let halves: KeyHalves = { accessKey, secretKey };
  let regions: Region[] = [];
  let region: Region = { value: '', name: '' };
  const complete = await askAll([
    async () => {
      const answer = take(await pickEnvironment(at(1)), (value) => {
        environment = value;
      });
      if (answer === undefined || answer === 'back') return answer;
      const tried = await tryHalves(parts, title, site, environment, halves);
      if (tried) ({ halves, regions } = tried);
      return tried && answer;
    },
    async () =>
      take(await pickRegion(at(2), regions), (value) => {
        region = value;
      }),
  ]);
  if (!complete) return { left: vscode.l10n.t('{0} (skipped)', shown) };
  const same = (await accountsOf(parts, site, halves.accessKey)).find(
    (account) => account.environment === environment && account.region === region.value,
  );
  if (same) return { left: vscode.l10n.t('{0} (here already as {1})', shown, plain(same.label)) };
  const label = freeLabel(shown, environment, parts.accounts);
  const account = toAccount({ id: randomUUID(), label, site, environment }, region);
  await keepAccount(parts.accounts, parts.keys, account, halves);
  return { account };
}

/** Tries the key, and those that the user types in its place. Undefined when the user leaves. */
async function tryHalves(
  { connect }: Parts,
  title: string,
  site: SiteName,
  environment: Environment,
  read: KeyHalves,
): Promise<{ halves: KeyHalves; regions: Region[] } | undefined> {
  const { endpoint } = sites[site];
  let regions = await tryKey(connect({ ...read, endpoint }), site, environment);
  if (regions !== 'change') return regions && { halves: read, regions };
  const halves = await enterKey(title, read.accessKey, async (typed) => {
    regions = await tryKey(connect({ ...typed, endpoint }), site, environment);
    return regions === 'change' ? regions : regions && 'taken';
  });
  return halves && Array.isArray(regions) ? { halves, regions } : undefined;
}

/** The accounts that hold the key. */
async function accountsOf({ accounts, keys }: Parts, site: SiteName, accessKey: string): Promise<Account[]> {
  const here = accounts.list().filter((account) => account.site === site);
  const held = await Promise.all(here.map(({ id }) => keys.get(id, sites[site].endpoint)));
  return here.filter((_, place) => held[place]?.accessKey === accessKey);
}

function say(results: readonly Result[]): void {
  const labels = results.flatMap((result) => ('account' in result ? [plain(result.account.label)] : []));
  const left = results.flatMap((result) => ('left' in result ? [result.left] : []));
  const imported =
    labels.length === 0
      ? vscode.l10n.t('No API key was imported.')
      : vscode.l10n.t('Imported: {0}.', labels.join(', '));
  const sentence = left.length === 0 ? imported : vscode.l10n.t('{0} Left out: {1}.', imported, left.join(', '));
  void tell.info(sentence);
}

/** What a file and the environment hold; `fault` is a sentence on a file that is there and gives nothing. */
async function findKeys(): Promise<Configure & { readonly fault?: string }> {
  const fromEnvironment = readEnvironment(process.env, sites);
  const others = fromEnvironment ? [fromEnvironment] : [];
  const path = join(homedir(), '.ncloud', 'configure');
  const file = await readTextFile(path, longestFile);
  const shown = plain(path);
  switch (file.kind) {
    case 'missing':
      return { found: others, unusable: [] };
    case 'no-file':
      return {
        found: others,
        unusable: [],
        fault: vscode.l10n.t('{0} is no file, so no key was read from it.', shown),
      };
    case 'too-large': {
      const fault = vscode.l10n.t('{0} is larger than {1} kB, so no key was read from it.', shown, longestFile / 1024);
      return { found: others, unusable: [], fault };
    }
    case 'unreadable':
      return { found: others, unusable: [], fault: vscode.l10n.t('{0} cannot be read ({1}).', shown, file.code) };
    case 'text': {
      const { found, unusable } = readConfigure(file.text, sites);
      if (found.length + unusable.length > 0) return { found: [...found, ...others], unusable };
      const fault = vscode.l10n.t(
        '{0} holds no API key. A key takes two lines there: ncloud_access_key_id = … and ncloud_secret_access_key = …',
        shown,
      );
      return { found: others, unusable: [], fault };
    }
  }
}

function unusableWord({ name, fault }: Unusable): string {
  return fault === 'characters'
    ? vscode.l10n.t('{0} (blanks or other signs that no key has)', nameOf(name))
    : vscode.l10n.t('{0} (the line {1} is missing)', nameOf(name), fault);
}

function nameOf(name: string | undefined): string {
  return plain(name ?? '') || vscode.l10n.t('default');
}

/** The name itself, else with the environment, else with a number. */
function freeLabel(name: string, environment: Environment, accounts: Accounts): string {
  const full = `${name} ${environmentWord(environment)}`;
  let label = checkLabel(name, accounts) === undefined ? name : full;
  for (let count = 2; checkLabel(label, accounts) !== undefined; count += 1) label = `${full} ${count}`;
  return label;
}
