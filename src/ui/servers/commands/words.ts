/** The words for each operation, of which `sentences` makes questions and refusals. */
import * as vscode from 'vscode';
import type { Operation, Server } from '../../../servers/index';
import { effect, stopped, terminated } from './effects';

interface Words {
  /** The verb on the button. */
  readonly verb: string;
  /** The icon of the command. */
  readonly icon: string;
  /** The name of the command, as the palette has it. */
  readonly command: string;
  /** The question about the server of that name. */
  readonly ask: (name: string) => string;
  /** The question about so many servers. */
  readonly askAll: (count: number) => string;
  /** What it does to one or several servers, in lines. */
  readonly effects: (servers: readonly Server[]) => readonly string[];
  /** Why it cannot be done to the server of that name in that state. */
  readonly refusal: (name: string, state: string) => string;
  /** The same, where another operation makes it possible. */
  readonly refusalUntil?: (name: string) => string;
  readonly refusalUntilAll?: (count: number, names: string) => string;
  /** What is said when it has ended: of the server of that name, and of so many with their names. */
  readonly ended: (name: string) => string;
  readonly endedAll: (count: number, names: string) => string;
}

export const words: Readonly<Record<Operation, Words>> = {
  start: {
    verb: vscode.l10n.t('Start'),
    icon: 'debug-start',
    command: vscode.l10n.t('Start Server'),
    ask: (name) => vscode.l10n.t('Start {0}?', name),
    askAll: (count) => vscode.l10n.t('Start {0} servers?', count),
    effects: (servers) =>
      effect(servers, vscode.l10n.t('A running server is billed.'), vscode.l10n.t('Running servers are billed.')),
    refusal: (name, state) => vscode.l10n.t('{0} cannot be started: it must be stopped, but is {1}.', name, state),
    ended: (name) => vscode.l10n.t('{0} is running', name),
    endedAll: (count, names) => vscode.l10n.t('{0} servers are running: {1}', count, names),
  },
  stop: {
    verb: vscode.l10n.t('Stop'),
    icon: 'debug-stop',
    command: vscode.l10n.t('Stop Server'),
    ask: (name) => vscode.l10n.t('Stop {0}?', name),
    askAll: (count) => vscode.l10n.t('Stop {0} servers?', count),
    effects: stopped,
    refusal: (name, state) => vscode.l10n.t('{0} cannot be stopped: it must be running, but is {1}.', name, state),
    ended: (name) => vscode.l10n.t('{0} is stopped', name),
    endedAll: (count, names) => vscode.l10n.t('{0} servers are stopped: {1}', count, names),
  },
  reboot: {
    verb: vscode.l10n.t('Reboot'),
    icon: 'debug-restart',
    command: vscode.l10n.t('Reboot Server'),
    ask: (name) => vscode.l10n.t('Reboot {0}?', name),
    askAll: (count) => vscode.l10n.t('Reboot {0} servers?', count),
    effects: (servers) =>
      effect(
        servers,
        vscode.l10n.t('Everything that runs on it ends, and the server starts again.'),
        vscode.l10n.t('Everything that runs on them ends, and the servers start again.'),
      ),
    refusal: (name, state) => vscode.l10n.t('{0} cannot be rebooted: it must be running, but is {1}.', name, state),
    ended: (name) => vscode.l10n.t('{0} has been rebooted', name),
    endedAll: (count, names) => vscode.l10n.t('{0} servers have been rebooted: {1}', count, names),
  },
  terminate: {
    verb: vscode.l10n.t('Terminate'),
    icon: 'trash',
    command: vscode.l10n.t('Terminate Server'),
    ask: (name) => vscode.l10n.t('Terminate {0}?', name),
    askAll: (count) => vscode.l10n.t('Terminate {0} servers?', count),
    effects: terminated,
    refusal: (name, state) =>
      vscode.l10n.t('{0} cannot be terminated: it must be stopped first, but is {1}.', name, state),
    refusalUntil: (name) => vscode.l10n.t('A running server cannot be terminated. Stop {0} first.', name),
    refusalUntilAll: (count, names) =>
      vscode.l10n.t('Running servers cannot be terminated. Stop these {0} first: {1}', count, names),
    ended: (name) => vscode.l10n.t('{0} is terminated', name),
    endedAll: (count, names) => vscode.l10n.t('{0} servers are terminated: {1}', count, names),
  },
};
