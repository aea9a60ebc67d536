/** The words for each operation, of which `sentences` makes questions and refusals. */
import * as vscode from 'vscode';
import type { Operation, Server } from '../../../servers/index';
import { effect, stopped, terminated } from './effects';

interface Words {
  /** The verb on the button. */
  readonly verb: string;
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
}

export const words: Readonly<Record<Operation, Words>> = {
  start: {
    verb: vscode.l10n.t('Start'),
    command: vscode.l10n.t('Start Server'),
    ask: (name) => vscode.l10n.t('Start {0}?', name),
    askAll: (count) => vscode.l10n.t('Start {0} servers?', count),
    effects: (servers) =>
      effect(servers, vscode.l10n.t('A running server is billed.'), vscode.l10n.t('Running servers are billed.')),
    refusal: (name, state) => vscode.l10n.t('{0} cannot be started: it must be stopped, but is {1}.', name, state),
  },
  stop: {
    verb: vscode.l10n.t('Stop'),
    command: vscode.l10n.t('Stop Server'),
    ask: (name) => vscode.l10n.t('Stop {0}?', name),
    askAll: (count) => vscode.l10n.t('Stop {0} servers?', count),
    effects: stopped,
    refusal: (name, state) => vscode.l10n.t('{0} cannot be stopped: it must be running, but is {1}.', name, state),
  },
  reboot: {
    verb: vscode.l10n.t('Reboot'),
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
  },
  terminate: {
    verb: vscode.l10n.t('Terminate'),
    command: vscode.l10n.t('Terminate Server'),
    ask: (name) => vscode.l10n.t('Terminate {0}?', name),
    askAll: (count) => vscode.l10n.t('Terminate {0} servers?', count),
    effects: terminated,
    refusal: (name, state) =>
      vscode.l10n.t('{0} cannot be terminated: it must be stopped first, but is {1}.', name, state),
  },
};
