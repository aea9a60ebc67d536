/** Builds what works on init scripts and connects it. */
import * as vscode from 'vscode';
import type { Store } from '../../scripts/library/journal';
import type { Accounts } from '../accounts/account';
import { accountIdsOf } from '../accounts/pick';
import type { Sessions } from '../accounts/session';
import type { Handlers } from '../commands';
import type { Log } from '../log';
import { ScriptChecks } from './checks';
import { ScriptCommands } from './commands';
import { ScriptDiagnostics } from './diagnostics';
import { ScriptGate } from './gate';
import { ScriptMeter } from './meter';
import { ScriptLists } from './refresh';
import type { LoadedScripts, ScriptsShell } from './register';
import { RemoteScripts } from './remote';
import { Replacements } from './replace';
import { StartupScripts } from './startup';
import { Sources } from './targets';
import { ScriptUploads } from './uploads';

type ScriptCommand = Exclude<
  Extract<keyof Handlers, `ncloud.${string}Script${string}`>,
  'ncloud.createServerWithScript'
>;

export interface StartedScripts extends LoadedScripts, vscode.Disposable {
  readonly startup: StartupScripts;
  readonly sources: Sources;
  readonly handlers: Pick<Handlers, ScriptCommand>;
}

/** Checks documents from now on. Sends nothing by itself. `store` keeps uploads whose outcome is unknown. */
export function startScripts(
  { files, model, fileChanged }: ScriptsShell,
  accounts: Accounts,
  sessions: Sessions,
  store: Store,
  log: Log,
): StartedScripts {
  const lists = new ScriptLists(sessions, model);
  const uploads = new ScriptUploads(lists, store, log);
  const checks = new ScriptChecks(accounts, files);
  const gate = new ScriptGate(checks, files);
  const remote = new RemoteScripts(accounts, lists, uploads);
  const sources = new Sources(accounts, model, lists);
  const commands = new ScriptCommands(files, sources, lists, uploads, gate);
  const parts = vscode.Disposable.from(
    remote,
    new Replacements(lists, remote, fileChanged, log),
    new ScriptDiagnostics(files, checks, accounts),
    new ScriptMeter(files, checks, accounts),
  );
  return {
    startup: new StartupScripts(uploads, gate),
    sources,
    fileSystem: remote,
    load: (accountId) => lists.renew(accountId),
    handlers: {
      'ncloud.uploadScript': (argument) => commands.upload(argument),
      'ncloud.compareScript': (argument) => commands.compare(argument),
      'ncloud.openScript': (argument) => commands.open(argument),
      'ncloud.newScript': () => commands.fromTemplate(),
      'ncloud.deleteScript': (argument) => commands.delete(argument),
      'ncloud.markScript': (argument) => commands.mark(argument, true),
      'ncloud.unmarkScript': (argument) => commands.mark(argument, false),
      'ncloud.refreshScripts': (argument) => lists.refresh(accountIdsOf(argument, accounts)),
    },
    dispose: () => parts.dispose(),
  };
}
