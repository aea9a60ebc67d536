// The extension under test as the host tests reach it: what it exports, and the editor API object that it was given.
import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import type { Node } from '../../src/ui/servers/nodes';
import { eventually } from '../support/eventually';

export { eventually };

export function extension(): vscode.Extension<Api | undefined> {
  const found = vscode.extensions.getExtension<Api | undefined>('ncloud-servers.ncloud-servers');
  assert.ok(found, 'not installed');
  return found;
}

export async function activate(): Promise<Api> {
  const api = await extension().activate();
  assert.ok(api, 'a host with tests in it is not taken for one');
  return api;
}

/** The dialogs that a test answers in place of a person, and the tabs that it plays the page of. */
type Dialogs = Pick<
  typeof vscode.window,
  | 'showWarningMessage'
  | 'showErrorMessage'
  | 'showInformationMessage'
  | 'showInputBox'
  | 'showSaveDialog'
  | 'showQuickPick'
  | 'createInputBox'
  | 'createQuickPick'
  | 'createWebviewPanel'
>;

/** Puts answers in place of dialogs of the extension while `run` runs. The editor refuses modal dialogs in tests. */
export async function answering(answers: { readonly [K in keyof Dialogs]?: unknown }, run: () => Promise<void>) {
  const require = createRequire(join(extension().extensionPath, 'dist', 'extension.cjs'));
  const { window } = require('vscode') as typeof vscode;
  const kept = new Map(Object.keys(answers).map((name) => [name, Reflect.get(window, name)]));
  Object.assign(window, answers);
  try {
    await run();
  } finally {
    Object.assign(window, Object.fromEntries(kept));
  }
}

/** Paths of the NCP calls that this process sends while `run` runs, the sandbox's own host among them. */
export async function callsDuring(run: () => Promise<void>): Promise<string[]> {
  const calls: string[] = [];
  const note = (message: unknown) => {
    const { path } = (message as { request: { path: string } }).request;
    if (/^\/(server|vserver|vpc|billing)\/v\d\//.test(path)) calls.push(path);
  };
  subscribe('http.client.request.start', note);
  try {
    await run();
  } finally {
    unsubscribe('http.client.request.start', note);
  }
  return calls;
}

/** The rows below `parent`, with their items. */
export async function rows({ tree }: Api, parent?: Node): Promise<{ node: Node; item: vscode.TreeItem }[]> {
  const nodes = await tree.getChildren(parent);
  return nodes.map((node) => ({ node, item: tree.getTreeItem(node) }));
}

/** Writes a file, and shows it in a text editor. */
export async function showFile(path: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.file(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The id of the sandbox's VPC account. */
export const vpc = 'sandbox-vpc';

/** The extension with the sandbox's VPC servers in sight, none of them changing. */
export async function openSandbox() {
  const api = await activate();
  await vscode.commands.executeCommand('ncloud.trySandbox');
  await vscode.commands.executeCommand('ncloud.servers.focus');
  await eventually('the VPC servers', () => (api.model.get(vpc)?.servers.length ?? 0) > 0);
  await eventually('nothing changes', () => api.model.get(vpc)?.servers.every(({ isChanging }) => !isChanging));
  return api;
}
