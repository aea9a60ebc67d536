/** A file that was used as an init script is checked as one from then on: said once, and taken back on demand. */
import * as vscode from 'vscode';
import * as tell from '../tell';
import { fileName } from '../text';
import type { InitScriptFiles } from './files';

/** The word for the button that takes it back. */
export function undoWord(): string {
  return vscode.l10n.t('Undo');
}

export function firstUseSentence(uri: vscode.Uri): string {
  return vscode.l10n.t('{0} is checked as an init script from now on.', fileName(uri));
}

/** Marks the file, which is open, and says so, unless that is settled already. */
export async function noteUse(files: InitScriptFiles, uri: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (!document || !(await files.use(document))) return;
  const undo = undoWord();
  if ((await tell.info(firstUseSentence(uri), undo)) === undo) await files.undoUse(uri);
}
