/** Builds what works on init scripts and connects it. */
import type * as vscode from 'vscode';
import type { Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import type { Handlers } from '../commands';
import type { Log } from '../log';
import { ScriptChecks } from './checks';
import { ScriptCommands } from './commands';
import { ScriptDiagnostics } from './diagnostics';
import { ScriptMeter } from './meter';
import { ScriptLists } from './refresh';
import type { LoadedScripts, ScriptsShell } from './register';
import { RemoteScripts } from './remote';
import { Replacements } from './replace';
import { ScriptNumbers } from './resolve';
import { Sources } from './targets';
import { ScriptUploads } from './uploads';

export interface ScriptsBase {
  readonly context: vscode.ExtensionContext;
  readonly shell: ScriptsShell;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly log: Log;
}

type ScriptCommand = Exclude<
  Extract<keyof Handlers, `ncloud.${string}Script${string}`>,
  'ncloud.createServerWithScript'
>;

export interface StartedScripts extends LoadedScripts {
  readonly numbers: ScriptNumbers;
  readonly sources: Sources;
  readonly handlers: Pick<Handlers, ScriptCommand>;
}

/** Checks documents from now on. Sends nothing by itself. */
export function startScripts({ context, shell, accounts, sessions, log }: ScriptsBase): StartedScripts {
  const { files, model } = shell;
  const lists = new ScriptLists(sessions, model);
  const uploads = new ScriptUploads(lists, context.globalState, log);
  const numbers = new ScriptNumbers(uploads);
  const remote = new RemoteScripts(accounts, lists, uploads);
  const checks = new ScriptChecks(accounts, files);
  const sources = new Sources(accounts, model, lists);
  const commands = new ScriptCommands(files, sources, lists, uploads);
  context.subscriptions.push(
    remote,
    new Replacements(lists, remote, shell.fileChanged, log),
    new ScriptDiagnostics(files, checks, accounts),
    new ScriptMeter(files, checks, accounts),
  );
  return {
    numbers,
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
      'ncloud.refreshScripts': async (argument) => {
        const named = sources.accountIdOf(argument);
        const known = accounts.list().filter(({ id }) => model.get(id) !== undefined);
        const all = known.length > 0 ? known : accounts.list();
        await Promise.all((named ? [named] : all.map(({ id }) => id)).map((id) => lists.renew(id)));
      },
    },
  };
}
