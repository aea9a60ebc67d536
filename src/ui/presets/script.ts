/** The script file that a preset names: where it lies, and why it is not read. */
import { posix } from 'node:path';
import * as vscode from 'vscode';
import { plain } from '../text';
import { Told } from '../told';
import { localFault, type NamedFileFault, namedPath, remoteFault } from './named-file';

/** In bytes. NCP takes no longer script. */
const longestScript = 1024 * 1024;

/** More folders beside a preset are not looked into. */
const mostFolders = 50;

/** What scripts end with in the languages that servers run at their first start. */
const script = /\.(sh|bash|py|pl|ps1|vbs|bat|cmd)$/i;

/** The address that the name of a script leads to, as far as text tells; undefined when it may lead anywhere. */
export function scriptAddress(preset: vscode.Uri, name: string): vscode.Uri | undefined {
  const own = vscode.Uri.joinPath(preset, '..');
  const path = preset.scheme === 'untitled' ? undefined : namedPath(rootOf(preset).path, own.path, name);
  return path === undefined ? undefined : preset.with({ path });
}

/** The name by which a preset names a script; undefined for one that it may not name. */
export function scriptName(preset: vscode.Uri, script: vscode.Uri): string | undefined {
  const isNear = script.scheme === preset.scheme && script.authority === preset.authority;
  const name = posix.relative(vscode.Uri.joinPath(preset, '..').path, script.path);
  return isNear && scriptAddress(preset, name) ? name : undefined;
}

/**
 * The address of the script of a preset, once it may be read. A preset comes from anywhere, so its script must not lie
 * outside of the folder that it is in.
 * @throws {Told} when it is not to be read.
 */
export async function scriptOf(preset: vscode.Uri, name: string): Promise<vscode.Uri> {
  const file = scriptAddress(preset, name);
  const shown = plain(name);
  if (!file) throw new Told(vscode.l10n.t('{0}: name a script file in the folder of the preset.', shown));
  const root = rootOf(preset);
  const fault =
    preset.scheme === 'file'
      ? await localFault(root.fsPath, file.fsPath, longestScript)
      : await remoteFault(root.path, file.path, (part) => look(preset.with({ path: part })), longestScript);
  if (fault !== undefined) throw new Told(faultSentence(fault, shown));
  return file;
}

/** Opens the script of a preset. @throws {Told} when it cannot be read. */
export async function openScript(preset: vscode.Uri, name: string): Promise<vscode.TextDocument> {
  const file = await scriptOf(preset, name);
  try {
    return await vscode.workspace.openTextDocument(file);
  } catch {
    throw new Told(faultSentence('unreadable', plain(name)));
  }
}

/** The scripts that lie beside a preset and in the folders there, as a preset names them. None where nobody can look. */
export async function scriptsBeside(preset: vscode.Uri): Promise<string[]> {
  if (preset.scheme === 'untitled') return [];
  const own = vscode.Uri.joinPath(preset, '..');
  const names = async (folder: string): Promise<(readonly [name: string, isFolder: boolean])[]> => {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(own, folder));
      return entries.map(([name, type]) => [`${folder}${name}`, (type & vscode.FileType.Directory) !== 0]);
    } catch {
      return [];
    }
  };
  const here = await names('');
  const folders = here.filter(([name, isFolder]) => isFolder && !/^\.|^node_modules$/.test(name)).slice(0, mostFolders);
  const below = await Promise.all(folders.map(([name]) => names(`${name}/`)));
  return [...here, ...below.flat()].flatMap(([name, isFolder]) => (!isFolder && script.test(name) ? [name] : []));
}

function rootOf(preset: vscode.Uri): vscode.Uri {
  return vscode.workspace.getWorkspaceFolder(preset)?.uri ?? vscode.Uri.joinPath(preset, '..');
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
    case 'missing':
      return vscode.l10n.t('There is no file {0}. The path starts in the folder of the preset.', name);
    case 'unreadable':
      return vscode.l10n.t('{0}: this script file cannot be read.', name);
  }
}
