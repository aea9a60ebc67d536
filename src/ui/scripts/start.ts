/** Builds what works on init scripts and connects it. */
import * as vscode from 'vscode';
import type { LeftForm } from '../../reference/index';
import { imageNames } from '../../reference/systems';
import type { Store } from '../../scripts/library/journal';
import type { Accounts } from '../accounts/account';
import { accountIdsOf } from '../accounts/pick';
import type { Sessions } from '../accounts/session';
import type { Handlers } from '../commands';
import type { Log } from '../log';
import { Transcript } from '../transcript';
import { ScriptChecks } from './checks';
import { ScriptCommands } from './commands';
import { ScriptDiagnostics } from './diagnostics';
import { DocumentCommands } from './document-commands';
import { ScriptGate } from './gate';
import { ScriptMends } from './mends';
import { ScriptMeter } from './meter';
import { OldScripts } from './old-scripts';
import { Purposes } from './purpose';
import { ScriptLists } from './refresh';
import type { LoadedScripts, ScriptsShell } from './register';
import { RemoteScripts } from './remote';
import { Replacements } from './replace';
import { StartupScripts } from './startup';
import { Sources } from './targets';
import { ContainerTrials } from './trial';
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

/** Checks documents from now on. Sends nothing by itself. `store` keeps uploads whose outcome is unknown, `formWith` gives the open form that is to run a script. */
export function startScripts(
  { files, uploaded, model, fileChanged }: ScriptsShell,
  accounts: Accounts,
  sessions: Sessions,
  store: Store,
  log: Log,
  formWith: (script: string) => LeftForm | undefined,
): StartedScripts {
  const lists = new ScriptLists(sessions, model);
  const uploads = new ScriptUploads(files, uploaded, lists, store, log);
  const checks = new ScriptChecks(accounts, files);
  const gate = new ScriptGate(checks, files);
  const remote = new RemoteScripts(accounts, lists, uploads);
  const sources = new Sources(files, accounts, model, lists);
  const olds = new OldScripts(store);
  const commands = new ScriptCommands(files, sources, lists, olds);
  const onDocument = new DocumentCommands(files, uploaded, checks, gate, sources, lists, uploads);
  const diagnostics = new ScriptDiagnostics(files, checks, accounts);
  const imageName = (image: string) => {
    const catalogs = accounts.list().map(({ id }) => sessions.known(id)?.catalog);
    const parameters = Object.values(imageNames).flat();
    return catalogs
      .flatMap((catalog) => parameters.map((parameter) => catalog?.nameOf(parameter, image)))
      .find((name) => name !== undefined);
  };
  const transcript = new Transcript(vscode.l10n.t('NAVER Cloud: Container'));
  const trials = new ContainerTrials(sources, new Purposes(files, imageName, formWith), transcript);
  const parts = vscode.Disposable.from(
    remote,
    trials,
    new Replacements(lists, remote, olds, fileChanged, log),
    diagnostics,
    new ScriptMends(files, checks),
    new ScriptMeter(files, checks, diagnostics, accounts),
  );
  return {
    startup: new StartupScripts(files, uploads, gate),
    sources,
    fileSystem: remote,
    load: (accountId) => lists.renew(accountId),
    handlers: {
      'ncloud.uploadScript': (argument, at) => onDocument.upload(argument, at),
      'ncloud.compareScript': (argument, at) => onDocument.compare(argument, at),
      'ncloud.openScript': (argument) => commands.open(argument),
      'ncloud.newScript': () => commands.fromTemplate(),
      'ncloud.deleteScript': (argument) => commands.delete(argument),
      'ncloud.markScript': (argument, selected) => onDocument.mark(argument, selected),
      'ncloud.unmarkScript': (argument) => onDocument.unmark(argument),
      'ncloud.tryScript': (argument) => trials.run(argument),
      'ncloud.showScriptProblems': (argument) => onDocument.showProblems(argument),
      'ncloud.refreshScripts': (argument) => lists.refresh(accountIdsOf(argument, accounts)),
    },
    dispose: () => parts.dispose(),
  };
}
