/** What exists of servers from activation on: what is known of them, and the view. The rest is loaded on use. */
import * as vscode from 'vscode';
import { Journal } from '../../servers/creation/journal';
import { Fleet } from '../../servers/fleet';
import { type Accounts, isSandboxAccount } from '../accounts/account';
import { CreationFiles, isAlive, self } from '../creation-files';
import type { Node } from './nodes';
import { withOld } from './old-creations';
import { type LoadedServers, ServersTree } from './tree';

/** What the rest of the extension reaches of servers. */
export interface ServersShell extends vscode.Disposable {
  readonly journal: Journal;
  readonly fleet: Fleet;
  readonly tree: ServersTree;
  readonly view: vscode.TreeView<Node>;
}

/** The context keeps the creations. `loaded` loads and starts what works on servers. */
export function registerServers(
  { globalState, globalStorageUri }: vscode.ExtensionContext,
  accounts: Accounts,
  loaded: () => Promise<LoadedServers>,
): ServersShell {
  const files = new CreationFiles(vscode.Uri.joinPath(globalStorageUri, 'creations').fsPath);
  const journal = new Journal(withOld(files, globalState, accounts), {
    self,
    isAlive,
    isSandbox: isSandboxAccount,
    isAccount: (accountId) => accounts.get(accountId) !== undefined,
  });
  const fleet = new Fleet(journal);
  const tree = new ServersTree(accounts, fleet, loaded);
  const view = vscode.window.createTreeView('ncloud.servers', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const visibility = view.onDidChangeVisibility(({ visible }) => tree.setVisible(visible));
  tree.setVisible(view.visible);
  const parts = vscode.Disposable.from(journal, fleet, tree, view, visibility);
  return { journal, fleet, tree, view, dispose: () => parts.dispose() };
}
