/** The table of contents: what the extension registers. Everything else is loaded when it is used for the first time. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Journal } from './servers/creation/journal';
import { Fleet } from './servers/fleet';
import { Accounts } from './ui/accounts/account';
import { commandIds } from './ui/commands';
import { Log } from './ui/log';
import type { App } from './ui/main';
import { PresetEditor } from './ui/presets/editor';
import { registerScripts, type ScriptsShell } from './ui/scripts/register';
import { ServersTree } from './ui/servers/tree';

/**
 * What the extension's own tests look at. Whoever holds it can change accounts and what the views show, so no other
 * extension gets it.
 */
export interface Api {
  readonly tree: ServersTree;
  readonly accounts: Accounts;
  readonly model: Fleet;
  readonly scripts: ScriptsShell;
}

/** Gives something to tests of the extension, and nothing to anybody else. */
export function activate(context: vscode.ExtensionContext): Api | undefined {
  const log = new Log();
  const accounts = new Accounts(context.globalState);
  const journal = new Journal(context.globalState);
  const model = new Fleet(journal);
  const tree = new ServersTree(accounts, model, async (accountId) => (await app()).load(accountId));
  const view = vscode.window.createTreeView('ncloud.servers', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const app = once(async (): Promise<App> => {
    // Each of these is a large part of what one task may take, so each gets its own.
    await import('./reference/index');
    await sleep(0);
    const { start } = await import('./ui/main');
    await sleep(0);
    return start({ context, log, accounts, journal, model, tree, view, scripts });
  });
  const scripts = registerScripts(context.workspaceState, accounts, async () => (await app()).scripts);
  // Menus on files are for those who use NCP: until there is an account, or the sandbox, they offer nothing.
  const tellMenus = () => {
    void vscode.commands.executeCommand('setContext', 'ncloud.hasAccount', accounts.list().length > 0);
  };

  context.subscriptions.push(
    log,
    accounts,
    journal,
    model,
    tree,
    view,
    scripts,
    accounts.onDidChange(tellMenus),
    new PresetEditor(async () => (await app()).presetLanguage),
    view.onDidChangeVisibility(({ visible }) => tree.setVisible(visible)),
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) =>
        unlessLeft(async () => (await app()).handlers[id](...args)),
      ),
    ),
    vscode.window.registerWebviewPanelSerializer('ncloud.createServer', {
      deserializeWebviewPanel: async (panel, state) => (await app()).forms.deserializeWebviewPanel(panel, state),
    }),
  );
  tree.setVisible(view.visible);
  tellMenus();
  return context.extensionMode === vscode.ExtensionMode.Test ? { tree, accounts, model, scripts } : undefined;
}

/** Runs a command; that the user left one of its questions is no error. */
async function unlessLeft(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) throw error;
  }
}

/** Runs `make` with the first call and gives its result to all calls; a run that goes wrong is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
