/** What is asked when a script at NCP is no longer the one that was opened. */
import * as vscode from 'vscode';
import type { InitScript } from '../../scripts/library/list';
import { choose } from '../confirm';
import { fileName, plain } from '../text';
import { type ScriptRef, scriptUri } from './uri';

export interface Conflict {
  /** The document that is being saved. */
  readonly uri: vscode.Uri;
  readonly ref: ScriptRef;
  /** What was opened. */
  readonly old: InitScript;
  readonly isGone: boolean;
  /** What NCP has now: the same number with another text, or another script of that name. */
  readonly successor: InitScript | undefined;
}

/** Whether to upload in spite of it. A look at the differences ends the save; the document keeps its changes. */
export async function askConflict({ uri, ref, old, isGone, successor }: Conflict): Promise<boolean> {
  const upload = vscode.l10n.t('Upload Anyway');
  const compare = vscode.l10n.t('Compare');
  const name = plain(old.name);
  const title = isGone
    ? vscode.l10n.t('{0} ({1}) is no longer at NCP.', name, old.number)
    : vscode.l10n.t('{0} ({1}) was changed at NCP after you opened it.', name, old.number);
  const detail = isGone
    ? vscode.l10n.t('It was deleted after you opened it. Your text can be uploaded as a new script.')
    : vscode.l10n.t('Your text would become a new script; the changed one stays as it is.');
  const actions = successor ? [compare, upload] : [upload];
  const choice = await choose(title, detail, ...actions);
  if (choice === compare && successor) await showDifference({ ...ref, number: successor.number }, successor.name, uri);
  return choice === upload;
}

/** Shows what NCP has now beside a document. */
export async function showDifference(
  ref: Omit<ScriptRef, 'isCopy'>,
  name: string,
  document: vscode.Uri,
): Promise<void> {
  const title = vscode.l10n.t('{0} at NCP ↔ {1}', plain(name), fileName(document));
  const left = scriptUri({ ...ref, isCopy: true }, name, undefined);
  await vscode.commands.executeCommand('vscode.diff', left, document, title);
}
