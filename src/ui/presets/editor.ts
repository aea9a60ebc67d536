/**
 * What an open preset file brings to life: its schema, its lenses, its squiggles.
 *
 * The schema is a document of our own scheme. JSON support opens it with the first preset, and that (`onFileSystem:`)
 * is what activates the extension: no other JSON file does, and nothing is searched for when the editor starts, as
 * `onLanguage:json` and `workspaceContains:` would have it. It also puts the hints in the editor's language.
 */
import * as vscode from 'vscode';
import { isPreset, presetPattern } from '../preset-file';
import { plain } from '../text';

/** The scheme that package.json names in `jsonValidation` and `activationEvents`. */
const schemaScheme = 'ncloudschema';

/** How long typing must rest before a preset is checked, in milliseconds. */
const rest = 200;

/** A fault with its place in the text of a preset. */
export interface PresetFault {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** The rule that is broken. */
  readonly code: string;
}

/** What is loaded with the first preset. */
export interface PresetLanguage {
  /** The text of the schema. */
  schema(): string;
  /** The faults that the schema cannot tell. */
  faults(text: string): readonly PresetFault[];
}

export class PresetEditor implements vscode.Disposable {
  private readonly faults = vscode.languages.createDiagnosticCollection('ncloud-presets');
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: vscode.Disposable[];

  /** `load` gives what is needed once a preset is open. */
  constructor(private readonly load: () => Promise<PresetLanguage>) {
    const { workspace, languages } = vscode;
    this.subscriptions = [
      this.faults,
      workspace.registerTextDocumentContentProvider(schemaScheme, {
        provideTextDocumentContent: async () => (await this.load()).schema(),
      }),
      languages.registerCodeLensProvider({ pattern: presetPattern }, { provideCodeLenses: lenses }),
      workspace.onDidOpenTextDocument((document) => this.check(document, 0)),
      workspace.onDidChangeTextDocument(({ document }) => this.check(document, rest)),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
    ];
    for (const document of workspace.textDocuments) this.check(document, 0);
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private check(document: vscode.TextDocument, delay: number): void {
    const { uri } = document;
    if (!isPreset(uri) || document.isClosed) return;
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => void this.judge(document), delay),
    );
  }

  private async judge(document: vscode.TextDocument): Promise<void> {
    const language = await this.load();
    if (document.isClosed) return;
    const found = language.faults(document.getText()).map(({ start, end, message, severity, code }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const severities = vscode.DiagnosticSeverity;
      const diagnostic = new vscode.Diagnostic(
        range,
        plain(message),
        severity === 'error' ? severities.Error : severities.Warning,
      );
      diagnostic.source = 'NAVER Cloud';
      diagnostic.code = code;
      return diagnostic;
    });
    this.faults.set(document.uri, found);
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.waiting.delete(uri.toString());
    this.faults.delete(uri);
  }
}

function lenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
  const top = new vscode.Range(0, 0, 0, 0);
  return [
    new vscode.CodeLens(top, {
      title: vscode.l10n.t('Create server…'),
      command: 'ncloud.quickCreate',
      arguments: [uri],
    }),
    new vscode.CodeLens(top, {
      title: vscode.l10n.t('Open as form'),
      command: 'ncloud.openPreset',
      arguments: [uri],
    }),
  ];
}
