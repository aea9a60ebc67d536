/** What the bulb offers in init scripts: a finding mended, all that are like it, or its rule ignored. */
import * as vscode from 'vscode';
import { type Edit, editsOf, type Finding, findingText, ignoringEdit, ruleOf } from '../../scripts/index';
import { locale } from '../explain';
import type { ScriptChecks } from './checks';
import { isChecked, toDiagnostic } from './diagnostics';
import type { InitScriptFiles } from './files';
import { byWeight } from './sentences';

export class ScriptMends implements vscode.Disposable, vscode.CodeActionProvider {
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly files: Pick<InitScriptFiles, 'has'>,
    private readonly checks: Pick<ScriptChecks, 'findings'>,
  ) {
    this.subscription = vscode.languages.registerCodeActionsProvider({ pattern: '**' }, this, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    });
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    if (!isChecked(document, this.files)) return [];
    // Findings that are mended together share their edits, and so one action.
    const actions = new Map<readonly Edit[], vscode.CodeAction>();
    const alike = new Map<string, vscode.CodeAction>();
    const ignoring = new Map<string, vscode.CodeAction>();
    const findings = this.checks.findings(document);
    for (const finding of byWeight(findings)) {
      const diagnostic = toDiagnostic(document, finding);
      if (!diagnostic.range.intersection(range)) continue;
      const ignore = ignoringAction(document, finding);
      if (ignore) ignoring.set(ignore.title, ignore);
      const title = findingText(finding, locale()).fix;
      if (!finding.fix || title === undefined) continue;
      const { edits } = finding.fix;
      const action = actions.get(edits) ?? new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [...(action.diagnostics ?? []), diagnostic];
      action.edit ??= fixEdit(document, [finding]);
      action.isPreferred = true;
      actions.set(edits, action);
      if (!alike.has(title)) {
        const all = fixAlike(document, findings, finding, title);
        if (all) alike.set(title, all);
      }
    }
    return [...actions.values(), ...alike.values(), ...ignoring.values()];
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

/** Mends all findings of a rule that the same mend is offered for; undefined where there is only this one. */
function fixAlike(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  { rule }: Finding,
  title: string,
): vscode.CodeAction | undefined {
  const all = findings.filter((one) => one.rule === rule && findingText(one, locale()).fix === title && one.fix);
  const count = new Set(all.map(({ fix }) => fix?.edits)).size;
  if (count < 2) return undefined;
  const action = new vscode.CodeAction(
    vscode.l10n.t('{0} (all {1} places)', title, count),
    vscode.CodeActionKind.QuickFix,
  );
  action.edit = fixEdit(document, all);
  return action;
}

/** Has the rule of a finding ignored from now on, by a comment in the script. */
function ignoringAction(document: vscode.TextDocument, finding: Finding): vscode.CodeAction | undefined {
  const ignoring = ignoringEdit(document.getText(), finding);
  if (!ignoring) return undefined;
  const action = new vscode.CodeAction(
    vscode.l10n.t('Ignore “{0}” in this script', ruleOf(finding)),
    vscode.CodeActionKind.QuickFix,
  );
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [textEdit(document, ignoring)]);
  return action;
}

/** All edits of the fixes as one, so that one undo takes them back. */
export function fixEdit(document: vscode.TextDocument, findings: readonly Finding[]): vscode.WorkspaceEdit {
  const isCrlf = ({ rule }: Finding) => rule === 'crlf';
  const edit = new vscode.WorkspaceEdit();
  const edits = editsOf(findings.filter((finding) => !isCrlf(finding))).map((one) => textEdit(document, one));
  // The editor keeps the line ends of a document apart from its text.
  if (findings.some(isCrlf)) edits.push(vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF));
  edit.set(document.uri, edits);
  return edit;
}

function textEdit(document: vscode.TextDocument, { start, end, text }: Edit): vscode.TextEdit {
  return vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
}
