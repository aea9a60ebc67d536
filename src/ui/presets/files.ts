/** Preset files: reading one with its script, writing one, and which were used lately. */
import * as vscode from 'vscode';
import { type Preset, type PresetContent, readPreset, referenceText, type Values } from '../../reference/index';
import type { Account } from '../accounts/account';
import { confirm } from '../confirm';
import { locale } from '../explain';
import { isPreset, longestPreset } from '../preset-file';
import type { ScriptNumbers } from '../scripts/resolve';
import { fileName, plain } from '../text';
import { Told } from '../told';
import { localFault, type NamedFileFault, namedPath, remoteFault } from './named-file';

/** A preset file that was read. */
export interface OpenPreset extends PresetContent {
  readonly uri: vscode.Uri;
}

const recentKey = 'ncloud.recentPresets';
const mostRecent = 10;

/** In bytes. NCP takes no longer script. */
const longestScript = 1024 * 1024;

export class PresetFiles {
  constructor(
    private readonly state: vscode.Memento,
    private readonly scripts: Pick<ScriptNumbers, 'initScriptNo' | 'userData'>,
  ) {}

  /**
   * Reads a preset as it stands in the editor, saved or not.
   * @throws {Told} when the file is not there or is no preset.
   */
  async read(uri: vscode.Uri): Promise<OpenPreset> {
    const name = fileName(uri);
    let json: unknown;
    try {
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      if (text.length > longestPreset) throw new RangeError('too long');
      json = JSON.parse(text);
    } catch {
      throw new Told(vscode.l10n.t('{0} cannot be read. Correct the file first.', name));
    }
    const preset = readPreset(json);
    if (!preset) {
      throw new Told(vscode.l10n.t('{0} is no preset: it needs an environment (vpc or classic) and parameters.', name));
    }
    const [problem] = preset.problems;
    if (problem) throw new Told(`${name}: ${referenceText(locale()).problem(problem, preset.environment)}`);
    return { ...preset, uri };
  }

  /**
   * The preset's values for an account, with its script: in Classic as user data, in VPC as an init script.
   * @throws {Told} when the script cannot be had.
   * @throws {vscode.CancellationError} when the user does not let the script go.
   */
  async values(preset: OpenPreset, account: Account): Promise<Values> {
    const { initScript, values, uri } = preset;
    if (initScript === undefined) return values;
    const document = await openScript(uri, initScript);
    if (account.environment === 'vpc') {
      return { ...values, initScriptNo: await this.scripts.initScriptNo(account, document.uri) };
    }
    return { ...values, userData: await this.scripts.userData(document.uri) };
  }

  /** Asks where to, and writes the preset. Undefined when the user leaves. */
  async save(preset: Preset, name: string): Promise<vscode.Uri | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file = `${name.replace(/[^\w.-]+/g, '-') || 'server'}.ncloud.json`;
    const chosen = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save Preset'),
      filters: presetFilter(),
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, file) } : {}),
    });
    if (!chosen) return undefined;
    const uri = isPreset(chosen) ? chosen : chosen.with({ path: `${chosen.path.replace(/\.json$/, '')}.ncloud.json` });
    // The dialog has only asked about the name as it was typed.
    if (uri !== chosen && (await exists(uri)) && !(await confirm(replaceQuestion(uri)))) return undefined;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${JSON.stringify(preset, undefined, 2)}\n`));
    await this.use(uri);
    return uri;
  }

  /** The presets that were used lately and are still there, the last one first. */
  async recent(): Promise<vscode.Uri[]> {
    const uris = this.stored().map((text) => vscode.Uri.parse(text));
    const there = await Promise.all(uris.map(exists));
    return uris.filter((_, place) => there[place]);
  }

  /** Puts a preset at the top of those that were used lately. */
  async use(uri: vscode.Uri): Promise<void> {
    if (uri.scheme === 'untitled') return;
    const text = uri.toString();
    await this.state.update(recentKey, [text, ...this.stored().filter((other) => other !== text)].slice(0, mostRecent));
  }

  private stored(): readonly string[] {
    const stored = this.state.get<unknown>(recentKey);
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
  }
}

/** For file dialogs, some of which take `.ncloud.json` for no extension at all and add another one. */
export function presetFilter(): Record<string, string[]> {
  return { [vscode.l10n.t('NAVER Cloud preset')]: ['json'] };
}

/** Opens the script of a preset. That comes from anywhere, so it must not reach out of the folder that it is in. */
async function openScript(preset: vscode.Uri, name: string): Promise<vscode.TextDocument> {
  const own = vscode.Uri.joinPath(preset, '..');
  const root = vscode.workspace.getWorkspaceFolder(preset)?.uri ?? own;
  const path = preset.scheme === 'untitled' ? undefined : namedPath(root.path, own.path, name);
  const shown = plain(name);
  if (path === undefined) {
    throw new Told(vscode.l10n.t('{0}: name a script file in the folder of the preset.', shown));
  }
  const file = preset.with({ path });
  const fault =
    preset.scheme === 'file'
      ? await localFault(root.fsPath, file.fsPath, longestScript)
      : await remoteFault(root.path, path, (part) => look(preset.with({ path: part })), longestScript);
  if (fault !== undefined) throw new Told(faultSentence(fault, shown));
  try {
    return await vscode.workspace.openTextDocument(file);
  } catch {
    throw new Told(faultSentence('unreadable', shown));
  }
}

async function look(uri: vscode.Uri) {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  const { File, SymbolicLink } = vscode.FileType;
  return { isLink: (type & SymbolicLink) !== 0, isFile: (type & File) !== 0, size };
}

function faultSentence(fault: NamedFileFault, name: string): string {
  switch (fault) {
    case 'outside':
      return vscode.l10n.t('{0}: this link leads out of the folder of the preset.', name);
    case 'link':
      return vscode.l10n.t('{0}: where this link leads cannot be told here. Name the file itself.', name);
    case 'no-file':
      return vscode.l10n.t('{0}: this is no file.', name);
    case 'too-large':
      return vscode.l10n.t('{0}: this script file is larger than {1} kB.', name, longestScript / 1024);
    case 'unreadable':
      return vscode.l10n.t('{0}: this script file cannot be read.', name);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function replaceQuestion(uri: vscode.Uri) {
  return {
    title: vscode.l10n.t('{0} already exists.', fileName(uri)),
    detail: '',
    action: vscode.l10n.t('Replace'),
  };
}
