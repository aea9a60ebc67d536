/** The table of contents: what the extension registers. Everything else is loaded when it is used for the first time. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Fleet } from './servers/fleet';
import { Accounts } from './ui/accounts/account';
import { commandIds } from './ui/commands';
import { PresetEditor } from './ui/presets/editor';
import { registerScripts, type ScriptsShell } from './ui/scripts/register';
import { registerServers } from './ui/servers/register';
import type { ServersTree } from './ui/servers/tree';

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
  const accounts = new Accounts(context.globalState);
  const main = once(async () => {
    // Each of these is a large part of what one task may take, so each gets its own.
    await import('./reference/index');
    await sleep(0);
    const { start } = await import('./ui/main');
    await sleep(0);
    return start(context, accounts, servers, scripts);
  });
  const servers = registerServers(context, accounts, async () => (await main()).servers);
  const scripts = registerScripts(context.workspaceState, accounts, async () => (await main()).scripts);
  // Menus on files are for those who use NCP: until there is an account, or the sandbox, they offer nothing.
  const tellMenus = () => {
    void vscode.commands.executeCommand('setContext', 'ncloud.hasAccount', accounts.list().length > 0);
  };

  context.subscriptions.push(
    accounts,
    servers,
    scripts,
    accounts.onDidChange(tellMenus),
    new PresetEditor(async () => (await main()).presetLanguage),
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) =>
        unlessLeft(async () => (await main()).handlers[id](...args)),
      ),
    ),
    vscode.window.registerWebviewPanelSerializer('ncloud.createServer', {
      deserializeWebviewPanel: async (panel, state) => (await main()).forms.deserializeWebviewPanel(panel, state),
    }),
  );
  tellMenus();
  const api = { tree: servers.tree, accounts, model: servers.fleet, scripts };
  return context.extensionMode === vscode.ExtensionMode.Test ? api : undefined;
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
