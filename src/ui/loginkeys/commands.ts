/** "Create Login Key" and "Import Public Key", for the palette and for the form. */
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { NcloudError } from '../../client/index';
import { createLoginKey, importLoginKey, type KeyPlace, loginKeyNames, readPublicKey } from '../../servers/index';
import type { Account } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { askText, pickOne } from '../ask';
import { choose } from '../confirm';
import { explain } from '../explain';
import * as tell from '../tell';
import { plain } from '../text';
import { showFault } from '../told';
import { unanswered } from '../unanswered';
import { savePrivateKey } from './file';
import { askKeyName, keyNameFrom } from './name';
import { askPlace, keyFolder } from './place';

/** A new key may be missing from the list for a moment: so often it is looked for, with so many milliseconds between. */
const looks = 5;
const pause = 1000;
/** Much more than any public key. Bytes. */
const longestFile = 64 * 1024;

/** A login key that was just made. NCP tells its private half only once. */
interface NewKey {
  readonly name: string;
  readonly privateKey: string;
}

export class LoginKeys {
  /** Private keys that could not be saved. They live in memory only. */
  private readonly unsaved = new Set<NewKey>();

  constructor(private readonly sessions: Sessions) {}

  /**
   * Asks for a name and a place, makes a login key, and saves its private half. Gives the name of the new key, or
   * undefined when there is none.
   * @throws vscode.CancellationError when the account's own key is not there and the user does not enter it.
   */
  async create(account: Account): Promise<string | undefined> {
    for (const key of [...this.unsaved]) await this.save(key, undefined);
    const title = vscode.l10n.t('Create Login Key');
    return this.explained(account, title, async (place) => {
      const name = await askKeyName(account.environment, await loginKeyNames(place), { title, value: '' });
      const path = name === undefined ? undefined : await askPlace(name);
      if (name === undefined || path === undefined) return undefined;
      const key = { name, privateKey: await createLoginKey(place, name) };
      this.unsaved.add(key);
      await this.save(key, path);
      await appearance(place, name);
      return name;
    });
  }

  /**
   * Asks for a public key and a name, and gives both to NCP. Gives the name, or undefined when there is no new key.
   * @throws vscode.CancellationError as `create`.
   */
  async import(account: Account): Promise<string | undefined> {
    const title = vscode.l10n.t('Import Public Key');
    return this.explained(account, title, async (place) => {
      const key = await askPublicKey(title);
      if (!key) return undefined;
      const taken = await loginKeyNames(place);
      const name = await askKeyName(account.environment, taken, { title, value: keyNameFrom(key.name) });
      if (name === undefined) return undefined;
      await importLoginKey(place, name, key.publicKey);
      await appearance(place, name);
      void tell.info(vscode.l10n.t('The login key {0} was imported.', name));
      return name;
    });
  }

  /** Saves a private key that is held, and asks for another place until it is saved or the user leaves. */
  private async save(key: NewKey, path: string | undefined): Promise<void> {
    const { name, privateKey } = key;
    let reason = '';
    for (let target = path; ; target = await askPlace(name)) {
      if (target !== undefined) {
        try {
          await savePrivateKey(target, privateKey);
          this.unsaved.delete(key);
          void tell.info(
            vscode.l10n.t('The private key of {0} was saved as {1}. NCP does not give it out again.', name, target),
          );
          return;
        } catch (error) {
          const { code = '' } = error as NodeJS.ErrnoException;
          reason = vscode.l10n.t('It could not be written: {0}', `${target} ${code}`.trim());
        }
      }
      const save = vscode.l10n.t('Save…');
      const stays = vscode.l10n.t(
        'NCP gives out the private key only once. It stays in memory until this window is closed; “Create Login Key” offers it again.',
      );
      const choice = await choose(
        vscode.l10n.t('The private key of {0} is not saved.', name),
        [reason, stays].filter(Boolean).join('\n'),
        save,
      );
      if (choice !== save) return;
    }
  }

  /** Runs something with the account's client and says what went wrong with a call. */
  private async explained(
    account: Account,
    tried: string,
    run: (place: KeyPlace) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const { environment, region } = account;
    const { client } = await this.sessions.open(account.id);
    try {
      return await run({ client, environment, region });
    } catch (error) {
      if (!(error instanceof NcloudError)) throw error;
      const reason = error.outcome === 'rejected' ? explain(error, environment) : unanswered(error);
      const sentence =
        error.outcome === 'rejected'
          ? reason
          : vscode.l10n.t('Whether the login key was made is unknown. Look at the list before you use it. {0}', reason);
      void showFault(sentence, error, { tried });
      return undefined;
    }
  }
}

async function askPublicKey(title: string): Promise<{ publicKey: string; name: string } | undefined> {
  const file = { label: vscode.l10n.t('Choose a file…'), description: '*.pub' };
  const paste = { label: vscode.l10n.t('Paste it…'), description: 'ssh-rsa AAAA…' };
  const placeHolder = vscode.l10n.t('Where is the public half of the key?');
  const choice = await pickOne([file, paste], { title, placeHolder });
  if (!choice) return undefined;
  return choice === file ? readKeyFile(title) : pasteKey(title);
}

async function readKeyFile(title: string): Promise<{ publicKey: string; name: string } | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ title, defaultUri: vscode.Uri.file(await keyFolder()) })) ?? [];
  if (!uri) return undefined;
  const { size } = await vscode.workspace.fs.stat(uri);
  const text = size > longestFile ? '' : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const fault = keyFault(text);
  const key = readPublicKey(text);
  if (key.kind === 'key') return { publicKey: key.publicKey, name: key.comment || basename(uri.path, '.pub') };
  const shown = uri.fsPath.replace(homedir(), '~');
  void tell.error(`${plain(shown)}: ${fault}`);
  return undefined;
}

async function pasteKey(title: string): Promise<{ publicKey: string; name: string } | undefined> {
  const text = await askText({
    title,
    prompt: vscode.l10n.t('The public key: one line that begins with ssh-rsa.'),
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? undefined : keyFault(typed)),
  });
  const key = readPublicKey(text ?? '');
  return key.kind === 'key' ? { publicKey: key.publicKey, name: key.comment } : undefined;
}

/** Why a text is not a public key that NCP takes; undefined when it is one. */
function keyFault(text: string): string | undefined {
  switch (readPublicKey(text).kind) {
    case 'key':
      return undefined;
    case 'private':
      return vscode.l10n.t('This is a private key. It stays here; choose its public half.');
    case 'other-type':
      return vscode.l10n.t('NCP takes RSA keys only. Make one with ssh-keygen -t rsa.');
    case 'none':
      return vscode.l10n.t('This is not a public key of OpenSSH. It begins with ssh-rsa and has one line.');
  }
}

/** Waits until the list shows the key; a list that cannot be had is no reason to wait. */
async function appearance(place: KeyPlace, name: string): Promise<void> {
  for (let look = 1; look <= looks; look++) {
    const names = await loginKeyNames(place).catch(() => [name]);
    if (names.includes(name)) return;
    await sleep(pause);
  }
}
