/** "Import from ~/.ncloud/configure": takes over the keys that the user's other tools have, after asking once which. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type SiteName, sites } from '../../client/index';
import { pickMany } from '../ask';
import { choose } from '../confirm';
import * as tell from '../tell';
import { plain } from '../text';
import { sentenceOf } from '../told';
import type { Account } from './account';
import { type Configure, type Found, readConfigure, readEnvironment, type Unusable } from './configure';
import { hold, holdersOf, type Parts } from './holders';
import { isRefused, type Look, lookAt, untried } from './regions';
import { readTextFile } from './text-file';
import { siteWord } from './words';

/** Some hundred keys, in bytes. */
const longestFile = 64 * 1024;

/** A key that can be imported: its address is one of NCP. */
type Usable = Found & { readonly site: SiteName };

interface UsableItem extends vscode.QuickPickItem {
  readonly found: Usable;
}

/** A key that was chosen, and what NCP says of it. */
interface Looked {
  readonly key: Usable;
  readonly look: Look;
}

/** What became of one key; `left` says why it was left out. */
type Result = { readonly added: readonly Account[] } | { readonly left: string };

/**
 * Asks which keys to take, tries them all and keeps those that work. At the end one sentence says what was imported and
 * what was not, and why. The accounts that were added.
 */
export async function importAccounts(parts: Parts): Promise<Account[]> {
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
  for (const looked of await tryAll(parts, chosen)) results.push(await importKey(parts, looked));
  for (const { name, site, address } of found) {
    if (site !== undefined) continue;
    results.push({
      left: vscode.l10n.t('{0} (not an address of NAVER Cloud Platform: {1})', nameOf(name), plain(address)),
    });
  }
  for (const one of unusable) results.push({ left: unusableWord(one) });
  say(results);
  return results.flatMap((result) => ('added' in result ? result.added : []));
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

/** A key that is here already is not ticked: it is only of use for its servers in another environment. */
async function toItem(parts: Parts, found: Usable): Promise<UsableItem> {
  const [known] = await holdersOf(parts, found.site, found.accessKey);
  const site = siteWord(found.site);
  return {
    label: nameOf(found.name),
    description: known ? `${site} · ${vscode.l10n.t('here already as {0}', plain(known.label))}` : site,
    picked: known === undefined,
    found,
  };
}

/** Tries the keys, all at once. Of those that cannot be tried, one question asks what to do with them. */
async function tryAll({ connect }: Parts, keys: readonly Usable[]): Promise<Looked[]> {
  const again = vscode.l10n.t('Check Again');
  const keep = vscode.l10n.t('Use Them Anyway');
  const lookAtKey = async (key: Usable) => ({
    key,
    look: await lookAt(connect({ ...key, endpoint: sites[key.site].endpoint })),
  });
  const looks = new Map<Usable, Look>();
  let pending = keys;
  while (pending.length > 0) {
    const title = vscode.l10n.t('Checking the API keys…');
    const looked = await tell.during(title, () => Promise.all(pending.map(lookAtKey)));
    for (const { key, look } of looked) looks.set(key, look);
    const untold = looked.filter(({ look }) => isUntold(look));
    const [fault] = untold.flatMap(({ look }) => look.closed);
    if (!fault) break;
    const names = untold.map(({ key }) => nameOf(key.name)).join(', ');
    const detail = `${sentenceOf(fault.error, fault.environment)}\n${names}`;
    const choice = await choose(vscode.l10n.t('Some API keys could not be checked.'), detail, again, keep);
    if (choice === keep) for (const { key, look } of untold) looks.set(key, untried(key.site, look));
    pending = choice === again ? untold.map(({ key }) => key) : [];
  }
  return keys.flatMap((key) => {
    const look = looks.get(key);
    return look ? [{ key, look }] : [];
  });
}

/** Whether NCP has neither opened anything to the key nor refused it. */
function isUntold(look: Look): boolean {
  return look.opened.length === 0 && !isRefused(look);
}

async function importKey(parts: Parts, { key, look }: Looked): Promise<Result> {
  const shown = nameOf(key.name);
  if (isRefused(look)) return { left: vscode.l10n.t('{0} (NCP does not accept the key)', shown) };
  if (look.opened.length === 0) return { left: vscode.l10n.t('{0} (could not be checked)', shown) };
  const { added, known } = await hold(parts, key.site, key, look, () => shown);
  if (added.length > 0) return { added };
  return { left: vscode.l10n.t('{0} (here already as {1})', shown, labelsOf(known)) };
}

function say(results: readonly Result[]): void {
  const added = results.flatMap((result) => ('added' in result ? result.added : []));
  const left = results.flatMap((result) => ('left' in result ? [result.left] : []));
  const imported =
    added.length === 0 ? vscode.l10n.t('No API key was imported.') : vscode.l10n.t('Imported: {0}.', labelsOf(added));
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

function labelsOf(accounts: readonly Account[]): string {
  return accounts.map(({ label }) => plain(label)).join(', ');
}
