/** Asks where a private key is to be saved. Only places that are fit for one come out. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { choose } from '../confirm';
import { plain } from '../text';
import { type PlaceProblem, placeProblem } from './file';

/** The path of a file that is not there yet. Undefined when the user leaves. */
export async function askPlace(keyName: string): Promise<string | undefined> {
  const defaultUri = vscode.Uri.file(join(await keyFolder(), `${keyName}.pem`));
  const title = vscode.l10n.t('Save the private key of {0}', plain(keyName));
  for (;;) {
    const uri = await vscode.window.showSaveDialog({ defaultUri, title });
    if (!uri) return undefined;
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
    const problem = uri.scheme === 'file' ? await placeProblem(uri.fsPath, folders) : 'elsewhere';
    if (problem === undefined) return uri.fsPath;
    const another = vscode.l10n.t('Choose Another Place');
    const anyway = vscode.l10n.t('Save Here Anyway');
    const actions = problem === 'git' ? [another, anyway] : [another];
    const choice = await choose(sentence(problem), uri.fsPath, ...actions);
    if (choice === anyway) return uri.fsPath;
    if (choice !== another) return undefined;
  }
}

/** Where SSH keeps keys, when there is such a folder; the home folder otherwise. */
export async function keyFolder(): Promise<string> {
  const folder = join(homedir(), '.ssh');
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? folder : homedir();
}

function sentence(problem: PlaceProblem | 'elsewhere'): string {
  switch (problem) {
    case 'exists':
      return vscode.l10n.t('There is a file of this name already. It is not overwritten.');
    case 'workspace':
      return vscode.l10n.t('A private key does not belong in an open workspace folder.');
    case 'git':
      return vscode.l10n.t('This folder lies in a git work tree. The private key may be committed by mistake.');
    case 'no-folder':
      return vscode.l10n.t('There is no such folder.');
    case 'elsewhere':
      return vscode.l10n.t('Choose a place on this computer.');
  }
}
