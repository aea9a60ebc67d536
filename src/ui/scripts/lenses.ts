/** The two offers above the first line of an init script. */
import * as vscode from 'vscode';
import type { InitScriptFiles } from './files';
import { parseScriptUri } from './uri';

export class ScriptLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly files: InitScriptFiles) {
    this.onDidChangeCodeLenses = files.onDidChange;
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const script = parseScriptUri(document.uri);
    if (script?.isCopy || !this.files.has(document)) return [];
    const first = new vscode.Range(0, 0, 0, 0);
    const once = vscode.l10n.t('A script runs once, when its server boots for the first time.');
    const lens = (title: string, command: string) =>
      new vscode.CodeLens(first, { title, command, tooltip: once, arguments: [document.uri] });
    const create = lens(vscode.l10n.t('Create server with this script'), 'ncloud.createServerWithScript');
    return script ? [create] : [create, lens(vscode.l10n.t('Upload as init script'), 'ncloud.uploadScript')];
  }
}
