/** The sentences about a script that ran in a container. */
import * as vscode from 'vscode';
import type { Ending } from '../../scripts/container/run';
import { saying } from '../text';

/** What nobody learns from a container. */
export function beyondContainers(): string {
  return vscode.l10n.t(
    'A container shows neither systemd and its services, nor the kernel, disks and reboots, nor the metadata and the agents of NCP. Commands for them are left out.',
  );
}

/** How it ended, and what that means. */
export function endingSentence(ending: Ending, name: string, system: string, took: string): string {
  switch (ending.kind) {
    case 'limit':
      return vscode.l10n.t(
        '{0} was stopped at the limit of time ({1}). It may wait for something that never comes.',
        name,
        took,
      );
    case 'cancelled':
      return vscode.l10n.t('{0} was stopped after {1}.', name, took);
    case 'unstarted':
      return ending.reason === ''
        ? vscode.l10n.t('No container could be started with {0}.', system)
        : vscode.l10n.t('No container could be started with {0}: {1}', system, saying(ending.reason));
    case 'ended':
      return codeSentence(ending.code, name, system, took);
  }
}

function codeSentence(code: number, name: string, system: string, took: string): string {
  switch (code) {
    case 0:
      return vscode.l10n.t('{0} ran to its end in {1} ({2}).', name, system, took);
    case 126:
      return vscode.l10n.t('{0} ended with code 126 in {1}: something that it calls cannot be run.', name, system);
    case 127:
      return vscode.l10n.t('{0} ended with code 127 in {1}: something that it calls was not found.', name, system);
    case 137:
      return vscode.l10n.t('{0} ended with code 137 in {1}: it was killed, perhaps for want of memory.', name, system);
    default:
      return vscode.l10n.t('{0} ended with code {1} in {2} ({3}).', name, code, system, took);
  }
}

/** There is a program for containers, but nothing behind it answers. */
export function silentSentence(name: string, reason: string): string {
  return reason === ''
    ? vscode.l10n.t('{0} does not answer. Start it, then try again.', name)
    : vscode.l10n.t('{0} does not answer. Start it, then try again. ({1})', name, saying(reason));
}

/** What the run could not show: the programs whose calls were left out, if there were any, and what they stand for. */
export function leftOutSentences(programs: readonly string[]): string[] {
  const named = programs.length === 0 ? [] : [vscode.l10n.t('Left out: {0}', programs.join(', '))];
  return [...named, beyondContainers()];
}
