/** What the bulb offers at the faults of a preset. */
import * as vscode from 'vscode';
import { locale } from '../explain';
import { plain } from '../text';
import { type Mend, presetFaults } from './faults';

export class PresetMends implements vscode.CodeActionProvider {
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return presetFaults(document.getText(), locale()).flatMap(({ start, end, code, mend }) => {
      const place = new vscode.Range(document.positionAt(start), document.positionAt(end));
      if (!mend || !place.intersection(range)) return [];
      const action = new vscode.CodeAction(titleOf(mend), vscode.CodeActionKind.QuickFix);
      action.diagnostics = diagnostics.filter((one) => one.code === code && one.range.isEqual(place));
      action.isPreferred = true;
      action.edit = new vscode.WorkspaceEdit();
      if ('word' in mend) action.edit.replace(document.uri, place, mend.word);
      else {
        const at = new vscode.Range(document.positionAt(mend.start), document.positionAt(mend.end));
        const snippet = new vscode.SnippetString(mend.snippet);
        action.edit.set(document.uri, [new vscode.SnippetTextEdit(at, snippet)]);
      }
      return [action];
    });
  }
}

function titleOf(mend: Mend): string {
  return 'word' in mend ? vscode.l10n.t('Change to {0}', plain(mend.word)) : vscode.l10n.t('Add a network interface');
}
