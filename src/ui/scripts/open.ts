/** Opens the file of a script that was named earlier, and may be gone, renamed or saved by now. */
import * as vscode from 'vscode';
import { fileName } from '../text';
import { Told } from '../told';

/** @throws Told when the file cannot be read, or when a new document that was never saved is closed. */
export async function openScript(file: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await (file.scheme === 'untitled' ? newDocument(file) : vscode.workspace.openTextDocument(file));
  } catch (error) {
    throw new Told(vscode.l10n.t('{0}: this script file cannot be read.', fileName(file)), { cause: error });
  }
}

/** The editor would answer with an empty document for one that is closed, and a server would start with an empty script. */
async function newDocument(file: vscode.Uri): Promise<vscode.TextDocument> {
  const { textDocuments, workspaceFolders = [] } = vscode.workspace;
  const open = textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open) return open;
  const { authority, path } = file;
  // One with a place for it in the workspace lies there once it is saved.
  const folder = workspaceFolders.find(({ uri }) => uri.authority === authority && path.startsWith(`${uri.path}/`));
  if (!folder) throw new Error('The document is closed');
  return vscode.workspace.openTextDocument(folder.uri.with({ path }));
}
