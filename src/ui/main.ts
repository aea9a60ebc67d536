/** All that is loaded on first use: calls, commands, the form. Builds each part once and connects them. */
import * as vscode from 'vscode';
import { presetSchema } from '../reference/index';
import type { Journal } from '../servers/creation/journal';
import { Seek } from '../servers/creation/seek';
import type { Fleet } from '../servers/fleet';
import { Creations, readServers } from '../servers/index';
import { Poller, type Reader } from '../servers/poller';
import type { Account, Accounts } from './accounts/account';
import { askKey } from './accounts/add';
import { Keys } from './accounts/keys';
import { AccountCommands } from './accounts/manage';
import { accountOf, pickAccount } from './accounts/pick';
import { SandboxHost } from './accounts/sandbox';
import { Sessions } from './accounts/session';
import type { Handlers } from './commands';
import { Creator } from './create/creator';
import { locale } from './explain';
import { TerraformExport } from './export/servers';
import { Makers } from './form/made-here';
import { FormPanels } from './form/panel';
import type { Log } from './log';
import { LoginKeys } from './loginkeys/commands';
import type { PresetLanguage } from './presets/editor';
import { presetFaults } from './presets/faults';
import { PresetFiles } from './presets/files';
import { PresetFromServer } from './presets/from-server';
import { openAsForm } from './quick/as-form';
import { QuickCreate } from './quick/create';
import { ServerNames } from './quick/name';
import { PresetChoice } from './quick/pick';
import { ScriptCreation } from './quick/with-script';
import type { LoadedScripts, ScriptsShell } from './scripts/register';
import { startScripts } from './scripts/start';
import { Announcer } from './servers/announce';
import { followBootLog } from './servers/commands/boot-log';
import { Operations } from './servers/commands/operate';
import { Targets } from './servers/commands/targets';
import { UnknownServers } from './servers/commands/unknown';
import type { Node } from './servers/nodes';
import { Lists } from './servers/refresh';
import type { ServersTree } from './servers/tree';
import { attempt, keepRecord } from './told';

/** What exists from activation on. */
export interface Shell {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly accounts: Accounts;
  readonly journal: Journal;
  readonly model: Fleet;
  readonly tree: ServersTree;
  readonly view: vscode.TreeView<Node>;
  readonly scripts: ScriptsShell;
}

/** What the shell asks for once something is to be done. */
export interface App {
  readonly handlers: Handlers;
  readonly forms: vscode.WebviewPanelSerializer;
  readonly presetLanguage: PresetLanguage;
  readonly scripts: LoadedScripts;
  /** Reads an account's servers into the model. */
  load(accountId: string): Promise<void>;
}

export function start({ context, log, accounts, journal, model, tree, view, scripts: shell }: Shell): App {
  keepRecord({ log, version: String(context.extension.packageJSON.version) });
  const keys = new Keys(context.secrets);
  const sandbox = new SandboxHost();
  const sessions = new Sessions(accounts, keys, sandbox, log, (account) => askKey(account, keys));
  const lists = new Lists(sessions, model);
  const reader: Reader = {
    isOpen: (accountId) => sessions.isOpen(accountId),
    read: async (accountId, servers) => readServers((await sessions.open(accountId)).client, servers),
    renew: (accountId) => lists.renew(accountId),
  };
  const poller = new Poller(model, reader);
  const announcer = new Announcer(model, poller);
  const creator = new Creator(sessions, new Creations(model, journal), log);
  const scripts = startScripts({ context, shell, accounts, sessions, log });
  const presetFiles = new PresetFiles(context.globalState, scripts.numbers);
  const loginKeys = new LoginKeys(sessions);
  const makers = new Makers(loginKeys, scripts.numbers);
  const forms = new FormPanels({ context, accounts, sessions, model, log, presets: presetFiles, makers, creator });
  const targets = new Targets(accounts, model, lists, () => (view.visible ? view.selection : []));
  const terraform = new TerraformExport(targets, sessions);
  const operations = new Operations(targets, sessions, model, log);
  const seek = new Seek(model, journal, reader);
  const unknown = new UnknownServers(accounts, journal, seek);
  const show = async (accountId: string) => {
    await vscode.commands.executeCommand('ncloud.servers.focus');
    await view.reveal(tree.account(accountId), { expand: true });
    await lists.renew(accountId);
  };
  const presets = new PresetChoice(presetFiles, accounts, sessions);
  const fromServer = new PresetFromServer(targets, sessions, presetFiles);
  const quick = new QuickCreate(presets, new ServerNames(model, lists), creator, forms, (accountId) =>
    view.reveal(tree.account(accountId), { expand: true, focus: false, select: false }),
  );
  const withScript = new ScriptCreation(scripts.sources, scripts.numbers, presetFiles, quick, forms);
  const account = new AccountCommands(accounts, keys, sessions, model, show);

  const seen = (visible: boolean) => {
    poller.setVisible(visible);
    if (visible) void lists.renewOld(accounts.list().map(({ id }) => id));
  };
  seen(view.visible);
  context.subscriptions.push(
    keys,
    sandbox,
    poller,
    announcer,
    creator,
    seek,
    unknown,
    forms,
    view.onDidChangeVisibility(({ visible }) => seen(visible)),
    tree.onDidRegroup((accountId) => {
      const [row] = view.selection;
      if (view.visible && row?.kind === 'server' && row.accountId === accountId) {
        void view.reveal(row, { select: true, focus: false });
      }
    }),
    model.onDidAdopt(({ accountId, servers }) => {
      const [first] = servers;
      if (view.visible && first) void view.reveal(tree.server(accountId, first.number), { select: true });
    }),
  );

  return {
    forms,
    scripts,
    presetLanguage: {
      schema: () => JSON.stringify(presetSchema(locale())),
      faults: (text) => presetFaults(text, locale()),
    },
    load: (accountId) => lists.renew(accountId),
    handlers: told({
      'ncloud.createServer': async (node) => {
        const target = await accountFor(node, accounts, vscode.l10n.t('Create Server'));
        if (target) await forms.open(target.id);
      },
      'ncloud.quickCreate': (preset) => quick.run(preset),
      'ncloud.openPreset': (preset) => openAsForm(preset, presets, forms),
      'ncloud.newPreset': (...args) => fromServer.run(args),
      'ncloud.refresh': async (node) => {
        const target = accountOf(node, accounts);
        const known = accounts.list().filter(({ id }) => model.get(id) !== undefined);
        const read = target ? [target] : known.length > 0 ? known : accounts.list();
        await Promise.all(read.map(({ id }) => lists.renew(id)));
      },
      ...operations.handlers(),
      'ncloud.copyPublicIp': async (...args) => {
        const chosen = await targets.choose(args, vscode.l10n.t('Copy Public IP'), hasPublicIp);
        const ips = chosen.flatMap(({ server }) => server.publicIp ?? []);
        if (ips.length > 0) await vscode.env.clipboard.writeText(ips.join('\n'));
      },
      'ncloud.exportTerraform': (...args) => terraform.run(args),
      'ncloud.createLoginKey': async (node) => {
        const target = await accountFor(node, accounts, vscode.l10n.t('Create Login Key'));
        if (target) await loginKeys.create(target);
      },
      'ncloud.importLoginKey': async (node) => {
        const target = await accountFor(node, accounts, vscode.l10n.t('Import Public Key'));
        if (target) await loginKeys.import(target);
      },
      'ncloud.checkUnknown': (node) => unknown.check(node),
      'ncloud.forgetUnknown': (node) => unknown.forget(node),
      'ncloud.addAccount': () => account.add(),
      'ncloud.importAccounts': () => account.import(),
      'ncloud.switchAccount': (node) => account.switch(node),
      'ncloud.renameAccount': (node) => account.rename(node),
      'ncloud.replaceKey': (node) => account.replaceKey(node),
      'ncloud.removeAccount': (node) => account.remove(node),
      'ncloud.trySandbox': () => account.trySandbox(),
      'ncloud.leaveSandbox': () => account.leaveSandbox(),
      'ncloud.showLog': () => log.show(),
      'ncloud.createServerWithScript': (argument) => withScript.run(argument),
      'ncloud.followBootLog': (...args) => followBootLog(targets, args),
      ...scripts.handlers,
    }),
  };
}

/** The handlers, each of which shows what goes wrong in it: the editor would show the bare message of an exception. */
function told(handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([id, run]) => [
    id,
    async (...args: readonly unknown[]) => {
      await attempt('vpc', async () => run(...args), { tried: id });
    },
  ]);
  return Object.fromEntries(guarded);
}

/** The account that the command was called on, the current one, or the one that the user picks. */
async function accountFor(node: unknown, accounts: Accounts, title: string): Promise<Account | undefined> {
  return accountOf(node, accounts) ?? accounts.current() ?? pickAccount(accounts.list(), title);
}

function hasPublicIp({ publicIp }: { readonly publicIp?: string }): boolean {
  return publicIp !== undefined;
}
