/** What exists of init scripts from activation on: the view, the file system, the offers. The rest is loaded on use. */
import * as vscode from 'vscode';
import type { InitScript } from '../../scripts/library/list';
import { AccountRows } from '../account-rows';
import type { Accounts } from '../accounts/account';
import { InitScriptFiles } from './files';
import { ScriptLenses } from './lenses';
import { ScriptsTree } from './tree';
import { UploadedScripts } from './uploaded';
import { scriptScheme } from './uri';

/** The part of a file system that a script has. */
export interface ScriptFileSystem {
  stat(uri: vscode.Uri): Promise<vscode.FileStat>;
  readFile(uri: vscode.Uri): Promise<Uint8Array>;
  writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void>;
}

/** What is loaded with the first use. */
export interface LoadedScripts {
  readonly fileSystem: ScriptFileSystem;
  /** Reads an account's scripts into the model. Never rejects. */
  load(accountId: string): Promise<void>;
}

/** What the rest of the extension reaches of init scripts. */
export interface ScriptsShell extends vscode.Disposable {
  readonly files: InitScriptFiles;
  readonly uploaded: UploadedScripts;
  readonly model: AccountRows<InitScript>;
  readonly tree: ScriptsTree;
  /** Tells the editor that the text behind an address is another one. */
  readonly fileChanged: vscode.EventEmitter<vscode.FileChangeEvent[]>;
}

/** `loaded` loads and starts what works on scripts: checks, uploads, commands. */
export function registerScripts(
  workspaceState: vscode.Memento,
  accounts: Accounts,
  loaded: () => Promise<LoadedScripts>,
): ScriptsShell {
  const files = new InitScriptFiles(workspaceState);
  const model = new AccountRows<InitScript>(accounts);
  const tree = new ScriptsTree(accounts, model, async (accountId) => (await loaded()).load(accountId));
  const fileChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const look = (documents: readonly vscode.TextDocument[]) => {
    if (documents.some((document) => files.has(document))) void loaded();
  };
  const mark = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isInitScript = document !== undefined && files.has(document);
    void vscode.commands.executeCommand('setContext', 'ncloud.isInitScript', isInitScript);
  };
  const tellMarked = () => {
    void vscode.commands.executeCommand('setContext', 'ncloud.markedScripts', files.marked());
  };
  const uploaded = new UploadedScripts(workspaceState, accounts, model);
  const lenses = new ScriptLenses(files, uploaded, accounts);
  const subscriptions = [
    files,
    model,
    uploaded,
    lenses,
    tree,
    fileChanged,
    vscode.window.createTreeView('ncloud.initScripts', { treeDataProvider: tree, showCollapseAll: true }),
    vscode.workspace.registerFileSystemProvider(scriptScheme, fileSystem(loaded, fileChanged.event), {
      isCaseSensitive: true,
    }),
    vscode.languages.registerCodeLensProvider({ pattern: '**' }, lenses),
    vscode.workspace.onDidOpenTextDocument((document) => {
      look([document]);
      mark();
    }),
    vscode.window.onDidChangeActiveTextEditor(mark),
    files.onDidChange(() => {
      look(vscode.workspace.textDocuments);
      mark();
      tellMarked();
    }),
  ];
  look(vscode.workspace.textDocuments);
  mark();
  tellMarked();
  return {
    files,
    uploaded,
    model,
    tree,
    fileChanged,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** Scripts can be read and written in place; there are no folders, and names are NCP's. */
function fileSystem(
  loaded: () => Promise<LoadedScripts>,
  onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>,
): vscode.FileSystemProvider {
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await loaded()).fileSystem.stat(uri),
    readFile: async (uri) => (await loaded()).fileSystem.readFile(uri),
    writeFile: async (uri, content) => (await loaded()).fileSystem.writeFile(uri, content),
    readDirectory: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}
