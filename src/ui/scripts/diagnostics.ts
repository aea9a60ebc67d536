/** Squiggles in init scripts. They follow the keys within 200 ms. */
import * as vscode from 'vscode';
import { type Finding, findingText } from '../../scripts/index';
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

export class ScriptDiagnostics implements vscode.Disposable {
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
    ];
    all();
  }

  /** How much of a document is underlined. */
  counts(uri: vscode.Uri): Counts {
    const all = this.shown.get(uri) ?? [];
    const hints = all.filter(({ severity }) => severity === severities.information).length;
    return { problems: all.length - hints, hints };
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private showSoon(document: vscode.TextDocument): void {
    if (!isChecked(document, this.files)) return;
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => this.show(document), calm),
    );
  }

  private show(document: vscode.TextDocument): void {
    this.timers.delete(document);
    if (document.isClosed || !isChecked(document, this.files)) this.shown.delete(document.uri);
    else {
      // In this order the hover tells them.
      const diagnostics = byWeight(this.checks.findings(document)).map((finding) => toDiagnostic(document, finding));
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

/** Whether what is wrong with a document is shown in it. */
export function isChecked(document: vscode.TextDocument, files: Pick<InitScriptFiles, 'has'>): boolean {
  return files.has(document) && !parseScriptUri(document.uri)?.isCopy;
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
