/** What exists of servers from activation on: what is known of them, and the view. The rest is loaded on use. */
import * as vscode from 'vscode';
import { Journal } from '../../servers/creation/journal';
import { Fleet } from '../../servers/fleet';
import type { Accounts } from '../accounts/account';
import { CreationFiles, isAlive, self } from '../creation-files';
import type { Node } from './nodes';
import { type LoadedServers, ServersTree } from './tree';

/** What the rest of the extension reaches of servers. */
export interface ServersShell extends vscode.Disposable {
  readonly journal: Journal;
  readonly fleet: Fleet;
  readonly tree: ServersTree;
  readonly view: vscode.TreeView<Node>;
}

/** `storage` is where the creations are kept. `loaded` loads and starts what works on servers. */
export function registerServers(
  storage: vscode.Uri,
  accounts: Accounts,
  loaded: () => Promise<LoadedServers>,
): ServersShell {
  const journal = new Journal(new CreationFiles(vscode.Uri.joinPath(storage, 'creations').fsPath), {
    self,
    isAlive,
    isSandbox: (accountId) => accounts.get(accountId)?.site === 'sandbox',
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
