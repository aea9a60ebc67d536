/** Squiggles and their mends in init scripts, and the meter of the open one. All follow the keys within 200 ms. */
import * as vscode from 'vscode';
import { type Edit, editsOf, type Finding, findingText } from '../../scripts/index';
import type { Accounts } from '../accounts/account';
import { locale } from '../explain';
import { plain } from '../text';
import type { ScriptChecks } from './checks';
import type { InitScriptFiles } from './files';
import { byWeight, type Counts } from './sentences';
import { parseScriptUri } from './uri';

/** Milliseconds without a key before a script is checked. */
const calm = 60;

/** Whom findings come from, and what holds their words. */
interface Origin {
  readonly source: string;
  readonly words?: Parameters<typeof findingText>[2];
}

const checker: Origin = { source: 'NAVER Cloud' };

const severities: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

export class ScriptDiagnostics implements vscode.Disposable, vscode.CodeActionProvider {
  private readonly shown = vscode.languages.createDiagnosticCollection('ncloud');
  private readonly timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  private readonly showing = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  /** Fires when what is underlined in a document may have changed. */
  readonly onDidShow = this.showing.event;

  constructor(
    private readonly files: InitScriptFiles,
    private readonly checks: ScriptChecks,
    accounts: Accounts,
  ) {
    const all = () => {
      for (const document of vscode.workspace.textDocuments) this.show(document);
    };
    this.subscriptions = [
      this.shown,
      this.showing,
      vscode.workspace.onDidOpenTextDocument((document) => this.show(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.showSoon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      files.onDidChange(all),
      accounts.onDidChange(all),
      vscode.languages.registerCodeActionsProvider({ pattern: '**' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
    all();
  }

  /** How much of a document is underlined. */
  counts(uri: vscode.Uri): Counts {
    const all = this.shown.get(uri) ?? [];
    const hints = all.filter(({ severity }) => severity === severities.information).length;
    return { problems: all.length - hints, hints };
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    if (!this.isChecked(document)) return [];
    // Findings that are mended together share their edits, and so one action.
    const actions = new Map<readonly Edit[], vscode.CodeAction>();
    const alike = new Map<string, vscode.CodeAction>();
    const findings = this.checks.findings(document);
    for (const finding of byWeight(findings)) {
      const diagnostic = toDiagnostic(document, finding);
      const title = findingText(finding, locale()).fix;
      if (!finding.fix || title === undefined || !diagnostic.range.intersection(range)) continue;
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
    return [...actions.values(), ...alike.values()];
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private isChecked(document: vscode.TextDocument): boolean {
    return this.files.has(document) && !parseScriptUri(document.uri)?.isCopy;
  }

  private showSoon(document: vscode.TextDocument): void {
    if (!this.isChecked(document)) return;
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => this.show(document), calm),
    );
  }

  private show(document: vscode.TextDocument): void {
    this.timers.delete(document);
    if (document.isClosed || !this.isChecked(document)) this.shown.delete(document.uri);
    else {
      const diagnostics = this.checks.findings(document).map((finding) => toDiagnostic(document, finding));
      this.shown.set(document.uri, diagnostics);
    }
    this.showing.fire(document.uri);
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.shown.delete(document.uri);
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

export function toDiagnostic(
  document: vscode.TextDocument,
  finding: Finding,
  { source, words }: Origin = checker,
): vscode.Diagnostic {
  const { what, why } = findingText(finding, locale(), words);
  const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
  const visible = range.isEmpty ? document.lineAt(range.start).range : range;
  const diagnostic = new vscode.Diagnostic(visible, plain(`${what} ${why}`), severities[finding.severity]);
  diagnostic.source = source;
  diagnostic.code = finding.rule;
  return diagnostic;
}

/** All edits of the fixes as one, so that one undo takes them back. */
export function fixEdit(document: vscode.TextDocument, findings: readonly Finding[]): vscode.WorkspaceEdit {
  const isCrlf = ({ rule }: Finding) => rule === 'crlf';
  const edit = new vscode.WorkspaceEdit();
  const edits = editsOf(findings.filter((finding) => !isCrlf(finding))).map(({ start, end, text }) =>
    vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text),
  );
  // The editor keeps the line ends of a document apart from its text.
  if (findings.some(isCrlf)) edits.push(vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF));
  edit.set(document.uri, edits);
  return edit;
}
