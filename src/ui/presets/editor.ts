/**
 * What an open preset file brings to life: its schema, its lenses, and with the first one all else.
 *
 * The schema is a document of our own scheme. JSON support opens it with the first preset, and that (`onFileSystem:`)
 * is what activates the extension: no other JSON file does, and nothing is searched for when the editor starts, as
 * `onLanguage:json` and `workspaceContains:` would have it. It also puts the hints in the editor's language.
 */
import * as vscode from 'vscode';
import { isPreset, presetPattern } from '../preset-file';

/** The scheme that package.json names in `jsonValidation` and `activationEvents`. */
const schemaScheme = 'ncloudschema';

/** What is loaded with the first preset. It follows open presets by itself. */
export interface PresetLanguage {
  /** The text of the schema. */
  schema(): string;
}

export class PresetEditor implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  /** `load` gives what is needed once a preset is open. */
  constructor(load: () => Promise<PresetLanguage>) {
    const { workspace, languages } = vscode;
    const wake = ({ uri }: vscode.TextDocument) => {
      if (isPreset(uri)) void load();
    };
    this.subscriptions = [
      workspace.registerTextDocumentContentProvider(schemaScheme, {
        provideTextDocumentContent: async () => (await load()).schema(),
      }),
      languages.registerCodeLensProvider({ pattern: presetPattern }, { provideCodeLenses: lenses }),
      workspace.onDidOpenTextDocument(wake),
    ];
    for (const document of workspace.textDocuments) wake(document);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
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
