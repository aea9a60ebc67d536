/**
 * Scripts at NCP as files of the editor. The API cannot change a script: saving uploads a new one, and the old one is
 * only touched afterwards, when the new one was read back.
 */
import * as vscode from 'vscode';
import { osTypeOf } from '../../scripts/index';
import { listScripts, readScript, type ScriptText } from '../../scripts/library/list';
import { momentOf } from '../../servers/date';
import type { Accounts } from '../accounts/account';
import { fileName, notice } from '../text';
import { reasonOf } from '../told';
import { askConflict } from './conflict';
import { passGate } from './gate';
import type { ScriptLists } from './refresh';
import type { ScriptFileSystem } from './register';
import type { ScriptUploads } from './uploads';
import { parseScriptUri, type ScriptRef } from './uri';

/** A script as the editor knows it. */
interface Loaded {
  readonly script: ScriptText;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
}

/** A save that made a new script. */
export interface Replaced {
  /** The address that was saved to. */
  readonly uri: vscode.Uri;
  readonly accountId: string;
  readonly old: ScriptText;
  readonly script: ScriptText;
  /** Whether the old one is still what was opened. Otherwise it is left alone. */
  readonly isOldUnchanged: boolean;
}

export class RemoteScripts implements ScriptFileSystem, vscode.Disposable {
  /** By address: what the editor read from it, or last saved to it. */
  private readonly loaded = new Map<string, Loaded>();
  private readonly saving = new Set<string>();
  private readonly reasons = new Map<string, vscode.TextDocumentSaveReason>();
  private readonly replaced = new vscode.EventEmitter<Replaced>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidReplace = this.replaced.event;

  constructor(
    private readonly accounts: Accounts,
    private readonly lists: ScriptLists,
    private readonly uploads: ScriptUploads,
  ) {
    this.subscriptions = [
      this.replaced,
      vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
        this.reasons.set(document.uri.toString(), reason);
      }),
      // A change of its language also counts as a close, but leaves the document open.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (!vscode.workspace.textDocuments.some((other) => other.uri.toString() === uri.toString())) this.forget(uri);
      }),
    ];
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const ref = refOf(uri);
    const { script, mtime } = this.loaded.get(uri.toString()) ?? (await this.loadAsked(uri, ref));
    const isReadonly = ref.isCopy || script.environment === 'classic';
    return {
      type: vscode.FileType.File,
      ctime: mtime,
      mtime,
      size: new TextEncoder().encode(script.content).length,
      ...(isReadonly ? { permissions: vscode.FilePermission.Readonly } : {}),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = refOf(uri);
    const known = this.loaded.get(uri.toString());
    const isReplaced = known !== undefined && known.script.number !== ref.number;
    const { script } = isReplaced ? known : await this.loadAsked(uri, ref);
    return new TextEncoder().encode(script.content);
  }

  /** Forgets what was read, so that the address stands for its own number again. */
  forget(uri: vscode.Uri): void {
    this.loaded.delete(uri.toString());
    this.reasons.delete(uri.toString());
  }

  /** @throws vscode.FileSystemError when nothing, or nothing for sure, was uploaded: the document then keeps its changes. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const ref = refOf(uri);
    const key = uri.toString();
    const reason = this.reasons.get(key) ?? vscode.TextDocumentSaveReason.Manual;
    this.reasons.delete(key);
    if (reason !== vscode.TextDocumentSaveReason.Manual) {
      throw unavailable(vscode.l10n.t('A script of NCP is not uploaded by auto save. Save it yourself.'));
    }
    if (ref.isCopy || this.accounts.get(ref.accountId)?.environment === 'classic') {
      throw vscode.FileSystemError.NoPermissions(uri);
    }
    if (this.saving.has(key)) throw unavailable(vscode.l10n.t('This script is being saved already.'));
    this.saving.add(key);
    try {
      await this.save(uri, ref, new TextDecoder().decode(content));
    } catch (error) {
      throw failure(error);
    } finally {
      this.saving.delete(key);
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async save(uri: vscode.Uri, ref: ScriptRef, content: string): Promise<void> {
    const { script: old } = this.loaded.get(uri.toString()) ?? (await this.load(uri, ref));
    if (old.content === content) return;
    const isOldUnchanged = await this.isUnchanged(uri, ref, old);
    const osType = old.osType ?? osTypeOf(content) ?? 'LNX';
    const { name, description } = old;
    const called = fileName(uri);
    const sent = await passGate({ content, environment: 'vpc', osType, called, next: 'upload' });
    const { script } = await this.uploads.send(ref.accountId, { name, description, osType, content: sent });
    const saved = { ...script, content: sent };
    this.loaded.set(uri.toString(), { script: saved, mtime: Date.now() });
    if (saved.number === old.number) return;
    this.replaced.fire({ uri, accountId: ref.accountId, old, script: saved, isOldUnchanged });
  }

  /**
   * Whether NCP still has what was opened. Asks when it has not.
   * @throws vscode.CancellationError when the user does not want to go on then.
   */
  private async isUnchanged(uri: vscode.Uri, ref: ScriptRef, old: ScriptText): Promise<boolean> {
    const place = await this.lists.place(ref.accountId);
    const now = await readScript(place, old.number);
    if (now?.content === old.content) return true;
    const successor = now ?? (await listScripts(place)).find(({ name }) => name === old.name);
    if (!(await askConflict({ uri, ref, old, isGone: !now, successor }))) throw new vscode.CancellationError();
    return false;
  }

  /**
   * Reads for an editor. A tab that the editor brings back with its window must not call NCP, nor ask for a key, before
   * the user has turned to the account.
   */
  private loadAsked(uri: vscode.Uri, ref: ScriptRef): Promise<Loaded> {
    if (this.accounts.get(ref.accountId) && !this.lists.isOpen(ref.accountId)) {
      throw unavailable(
        vscode.l10n.t(
          'Nothing is read from NCP when a window opens. Open the script in the view “Init Scripts” to read it.',
        ),
      );
    }
    return this.load(uri, ref);
  }

  private async load(uri: vscode.Uri, ref: ScriptRef): Promise<Loaded> {
    let script: ScriptText | undefined;
    try {
      script = await readScript(await this.lists.place(ref.accountId), ref.number);
    } catch (error) {
      throw unavailable(reasonOf(error, this.accounts.get(ref.accountId)?.environment ?? 'vpc', 'scripts'));
    }
    if (!script) throw vscode.FileSystemError.FileNotFound(uri);
    const loaded = { script, mtime: momentOf(script.createDate) ?? 0 };
    // A comparison always shows what NCP has now.
    if (!ref.isCopy) this.loaded.set(uri.toString(), loaded);
    return loaded;
  }
}

function refOf(uri: vscode.Uri): ScriptRef {
  const ref = parseScriptUri(uri);
  if (!ref) throw vscode.FileSystemError.FileNotFound(uri);
  return ref;
}

/** Has the editor say the sentence, in a notification of its own, and keep the changes. */
function unavailable(sentence: string): vscode.FileSystemError {
  return vscode.FileSystemError.Unavailable(notice(sentence));
}

function failure(error: unknown): unknown {
  if (error instanceof vscode.FileSystemError) return error;
  if (error instanceof vscode.CancellationError) return unavailable(vscode.l10n.t('Nothing was uploaded.'));
  return unavailable(reasonOf(error, 'vpc', 'scripts'));
}
