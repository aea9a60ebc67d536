/** What exists of servers from activation on: what is known of them, and the view. The rest is loaded on use. */
import * as vscode from 'vscode';
import { Fleet } from '../../servers/fleet';
import type { Accounts } from '../accounts/account';
import type { Node } from './nodes';
import { type LoadedServers, ServersTree } from './tree';

/** What the rest of the extension reaches of servers. */
export interface ServersShell extends vscode.Disposable {
  readonly fleet: Fleet;
  readonly tree: ServersTree;
  readonly view: vscode.TreeView<Node>;
}

/** `loaded` loads and starts what works on servers. */
export function registerServers(accounts: Accounts, loaded: () => Promise<LoadedServers>): ServersShell {
  const fleet = new Fleet();
  const tree = new ServersTree(accounts, fleet, loaded);
  const view = vscode.window.createTreeView('ncloud.servers', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const visibility = view.onDidChangeVisibility(({ visible }) => tree.setVisible(visible));
  tree.setVisible(view.visible);
  const parts = vscode.Disposable.from(fleet, tree, view, visibility);
  return { fleet, tree, view, dispose: () => parts.dispose() };
}
