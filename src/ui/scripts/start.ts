/** Builds what works on init scripts and connects it. */
import type * as vscode from 'vscode';
import type { Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import type { Handlers } from '../commands';
import type { FormPanels } from '../form/panel';
import type { Log } from '../log';
import type { PresetFiles } from '../presets/files';
import type { PresetCommands } from '../quick/create';
import { ScriptCreation } from '../quick/with-script';
import { followBootLog } from '../servers/commands/boot-log';
import type { Targets } from '../servers/commands/targets';
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

/** What the commands need besides. */
export interface ScriptNeighbours {
  readonly forms: FormPanels;
  readonly presets: PresetCommands;
  readonly presetFiles: PresetFiles;
  readonly targets: Targets;
}

type ScriptCommand = Extract<keyof Handlers, `ncloud.${string}Script${string}` | 'ncloud.followBootLog'>;

export interface StartedScripts extends LoadedScripts {
  readonly numbers: ScriptNumbers;
  handlers(neighbours: ScriptNeighbours): Pick<Handlers, ScriptCommand>;
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
    fileSystem: remote,
    load: (accountId) => lists.renew(accountId),
    handlers: ({ forms, presets, presetFiles, targets }) => {
      const creation = new ScriptCreation({
        sources,
        numbers,
        forms,
        presets,
        presetFiles,
        globalState: context.globalState,
      });
      return {
        'ncloud.createServerWithScript': (argument) => creation.run(argument),
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
        'ncloud.followBootLog': (...args) => followBootLog(targets, args),
      };
    },
  };
}
