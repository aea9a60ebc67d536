/** All that is loaded on first use: calls, commands, the form. Builds each part once and connects them. */
import * as vscode from 'vscode';
import { Beside } from '../servers/creation/beside';
import { Seek } from '../servers/creation/seek';
import { Creations, readServers, type Server } from '../servers/index';
import { Poller, type Reader } from '../servers/poller';
import type { Accounts } from './accounts/account';
import { askKey } from './accounts/add';
import { Keys } from './accounts/keys';
import { AccountCommands } from './accounts/manage';
import { accountFor, accountIdsOf, accountOfRows } from './accounts/pick';
import { SandboxHost } from './accounts/sandbox';
import { Sessions } from './accounts/session';
import type { Handlers } from './commands';
import { Creator } from './create/creator';
import { ExportDocuments } from './export/documents';
import { TerraformExport } from './export/servers';
import { FormActs } from './form/acts';
import { formAnswers } from './form/answers';
import { Drafts } from './form/drafts';
import { FormHost } from './form/host';
import { Makers } from './form/made-here';
import { FormPanels } from './form/panel';
import { Log } from './log';
import { LoginKeys } from './loginkeys/commands';
import { PresetFiles } from './presets/files';
import { PresetFromServer } from './presets/from-server';
import { startPresets } from './presets/start';
import { openAsForm } from './quick/as-form';
import { QuickCreate } from './quick/create';
import { ServerNames } from './quick/name';
import { PresetChoice } from './quick/pick';
import { ScriptCreation } from './quick/with-script';
import type { ScriptsShell } from './scripts/register';
import { startScripts } from './scripts/start';
import { Announcer } from './servers/announce';
import { ServerActions } from './servers/commands/actions';
import { followBootLog } from './servers/commands/boot-log';
import { copyPrivateIps, copyPublicIps, copySshCommands } from './servers/commands/copy';
import { Endings } from './servers/commands/endings';
import { Operations } from './servers/commands/operate';
import { removeRecord } from './servers/commands/records';
import { Targets } from './servers/commands/targets';
import { UnknownServers } from './servers/commands/unknown';
import { openJournal } from './servers/journal';
import { Lists } from './servers/refresh';
import type { ServersShell } from './servers/register';
import { serverTooltip } from './servers/tooltip';
import { ServersView } from './servers/view';
import { attempt, keepRecord, note } from './told';

/** Gives what the editor asks for once something is to be done. `servers` and `scripts` are there from activation on. */
export function start(
  context: vscode.ExtensionContext,
  accounts: Accounts,
  servers: ServersShell,
  scriptsShell: ScriptsShell,
) {
  const { fleet } = servers;
  const journal = openJournal(context, accounts);
  fleet.follow(journal);
  const log = new Log();
  keepRecord({ log, version: String(context.extension.packageJSON.version) });
  const keys = new Keys(context.secrets);
  const sandbox = new SandboxHost();
  const sessions = new Sessions(accounts, keys, sandbox, log, (account) => askKey(account, keys));
  const lists = new Lists(sessions, fleet);
  const view = new ServersView(servers);
  const reader: Reader = {
    isOpen: (accountId) => sessions.isOpen(accountId),
    read: async (accountId, rows) => readServers((await sessions.open(accountId)).client, rows),
    renew: (accountId) => lists.renew(accountId),
  };
  const poller = new Poller(fleet, reader);
  const isSandbox = (accountId: string) => accounts.get(accountId)?.site === 'sandbox';
  const announcer = new Announcer(fleet, poller, Date.now, isSandbox);
  const scripts = startScripts(scriptsShell, accounts, sessions, context.globalState, log, (script) =>
    forms.heldWith(script),
  );
  const creator = new Creator(sessions, new Creations(fleet, journal), scripts.startup, log);
  const presetFiles = new PresetFiles(context.globalState);
  const presetLanguage = startPresets(accounts, sessions, log);
  const loginKeys = new LoginKeys(sessions);
  const makers = new Makers(loginKeys, scripts.startup);
  const exports = new ExportDocuments();
  const drafts = new Drafts(context.globalState);
  const forms = new FormPanels(context.extensionUri, accounts, sessions, drafts, log, (tab) => {
    const acts = new FormActs(tab, creator, presetFiles, makers, exports);
    return new FormHost(
      tab,
      drafts,
      fleet,
      acts,
      formAnswers(() => tab.open(), log),
    );
  });
  const targets = new Targets(accounts, fleet, lists, () => view.selection);
  const terraform = new TerraformExport(targets, sessions, exports);
  const serverActions = new ServerActions(targets);
  const endings = new Endings(fleet, poller, isSandbox);
  const operations = new Operations(targets, sessions, fleet, log, endings);
  const seek = new Seek(fleet, journal, reader);
  const beside = new Beside(fleet, journal, reader);
  const unknown = new UnknownServers(accounts, journal, fleet, seek, {
    reveal: (accountId, number) => view.reveal(accountId, number),
    openForm: (accountId, values) => forms.open(accountId, { values }),
    known: (accountId) => sessions.known(accountId),
  });
  const show = async (accountId: string) => {
    await view.show(accountId);
    await lists.renew(accountId);
  };
  const presets = new PresetChoice(presetFiles, accounts, sessions);
  const fromServer = new PresetFromServer(targets, sessions, presetFiles);
  const names = new ServerNames(fleet, lists);
  const quick = new QuickCreate(presets, names, creator, forms, (accountId) => view.unfold(accountId));
  const withScript = new ScriptCreation(scripts.sources, accounts, sessions, presetFiles, quick, names, forms);
  const account = new AccountCommands(accounts, keys, sessions, fleet, show);

  const accountHere = (argument: unknown, title: string) =>
    accountFor(accounts, title, { argument, lookedAt: accountOfRows(view.selection, accounts) });

  const load = () => journal.load().catch((error: unknown) => note(error, 'creations'));
  void load();
  view.watch((visible) => {
    poller.setVisible(visible);
    beside.setVisible(visible);
    if (visible) void lists.renewOld(accounts.list().map(({ id }) => id));
  });
  // What another window has asked for meanwhile.
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && void load());
  context.subscriptions.push(
    focus,
    journal,
    log,
    keys,
    sandbox,
    view,
    scripts,
    presetLanguage,
    poller,
    announcer,
    endings,
    creator,
    seek,
    beside,
    unknown,
    forms,
    exports,
  );

  return {
    forms,
    scripts,
    presetLanguage,
    servers: {
      load: (accountId: string) => lists.renew(accountId),
      tooltip: (accountId: string, server: Server) =>
        serverTooltip(server, accounts.get(accountId), sessions.known(accountId)),
    },
    handlers: told({
      'ncloud.createServer': async (node) => {
        const target = await accountHere(node, vscode.l10n.t('Create Server'));
        if (target) await forms.open(target.id);
      },
      'ncloud.quickCreate': (preset) => quick.run(preset),
      'ncloud.openPreset': (preset) => openAsForm(preset, presets, forms),
      'ncloud.newPreset': (...args) => fromServer.run(args),
      'ncloud.refresh': (node) => lists.refresh(accountIdsOf(node, accounts)),
      ...operations.handlers(),
      'ncloud.serverActions': (...args) => serverActions.run(args),
      'ncloud.copyPublicIp': (...args) => copyPublicIps(targets, args),
      'ncloud.copyPrivateIp': (...args) => copyPrivateIps(targets, sessions, args),
      'ncloud.copySshCommand': (...args) => copySshCommands(targets, args),
      'ncloud.exportTerraform': (...args) => terraform.run(args),
      'ncloud.createLoginKey': async (node) => {
        const target = await accountHere(node, vscode.l10n.t('Create Login Key'));
        if (target) await loginKeys.create(target);
      },
      'ncloud.importLoginKey': async (node) => {
        const target = await accountHere(node, vscode.l10n.t('Import Public Key'));
        if (target) await loginKeys.import(target);
      },
      'ncloud.checkUnknown': (...args) => unknown.check(args),
      'ncloud.showCandidates': (...args) => unknown.showCandidates(args),
      'ncloud.createAgain': (...args) => unknown.createAgain(args),
      'ncloud.forgetUnknown': async (...args) => {
        if (!(await removeRecord(journal, args[0]))) await unknown.forget(args);
      },
      'ncloud.addAccount': () => account.add(),
      'ncloud.importAccounts': () => account.import(),
      'ncloud.switchAccount': (node) => account.switch(node),
      'ncloud.renameAccount': (node) => account.rename(node),
      'ncloud.chooseRegions': (node) => account.chooseRegions(node),
      'ncloud.replaceKey': (node) => account.replaceKey(node),
      'ncloud.removeAccount': (node) => account.remove(node),
      'ncloud.trySandbox': () => account.trySandbox(),
      'ncloud.leaveSandbox': () => account.leaveSandbox(),
      'ncloud.showLog': () => log.show(),
      'ncloud.getStarted': async () => {
        await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`);
        // Its steps open other editors, and the first of them would take its place.
        await vscode.commands.executeCommand('workbench.action.keepEditor');
      },
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
