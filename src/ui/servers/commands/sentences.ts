/** What is said about operations on servers. The word "failed" is not used for what is only unknown. */
import * as vscode from 'vscode';
import type { NcloudError } from '../../../client/index';
import { allows, isOnlyProtected, isReached, type Operation, operations, type Server } from '../../../servers/index';
import type { Question, Typing } from '../../confirm';
import { inert, isInvisible, plain, shortNames, visibleName } from '../../text';
import { unanswered } from '../../unanswered';
import { stateWord } from '../words';
import { atMost, mostLines } from './effects';
import { words } from './words';

/** What has to be typed to terminate a server: its name, or its number where the name cannot be read and typed. */
export function typedName({ name, number }: Server): string {
  const text = plain(name).trim();
  const isSeen = !isInvisible(text) && !unseen.test(text) && text === text.normalize() && !/[^\S ]| {2}/.test(text);
  // What the prompt cannot show as it is nobody can be asked to type.
  return isSeen && inert(text) === text ? text : number;
}

/** What has to be typed to terminate these servers, and how it is asked for: the name of one, how many of several. */
export function typing(servers: readonly Server[]): Typing {
  const [only, another] = servers;
  if (only && !another) {
    const expected = typedName(only);
    return { expected, prompt: vscode.l10n.t('Type the name of the server to terminate it: {0}', expected) };
  }
  const expected = String(servers.length);
  const names = shortNames(servers.map(visibleName));
  return { expected, prompt: vscode.l10n.t('To terminate these {0} servers ({1}), type {0}.', expected, names) };
}

/** What takes no room on the screen, or room without a mark in it. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;

/**
 * The confirmation for `servers`; `skipped` were selected too but their state forbids the operation. `more`: lines about
 * the servers besides.
 */
export function question(
  operation: Operation,
  servers: readonly Server[],
  skipped: readonly Server[],
  more: readonly string[] = [],
): Question {
  const { ask, askAll, effects, verb } = words[operation];
  const [only, another] = servers;
  const doubt = servers.some(({ state }) => state === 'failed')
    ? [vscode.l10n.t('NCP may refuse this for a server that was stopped by a fault.')]
    : [];
  const left = skipped.map((server) => vscode.l10n.t('Left out: {0}', leftOut(server, operation)));
  return {
    title: only && !another ? ask(visibleName(only)) : askAll(servers.length),
    detail: [...effects(servers), ...more, ...doubt, ...atMost(mostLines, left)].join('\n'),
    action: verb,
  };
}

/** Why the operation cannot be carried out on the server as it is. */
export function refusalSentence(server: Server, operation: Operation): string {
  const name = visibleName(server);
  const state = stateWord(server);
  if (isOnlyProtected(server, operation)) {
    return vscode.l10n.t(
      '{0} is protected against termination. Turn the protection off in the NCP console first.',
      name,
    );
  }
  if (server.isChanging) return vscode.l10n.t('{0} is changing ({1}). Try again when it is done.', name, state);
  const { first } = operations[operation];
  const { refusal, refusalUntil } = words[operation];
  return first && refusalUntil && allows(server, first) ? refusalUntil(name) : refusal(name, state);
}

/** The same of several for which another operation comes first. */
export function refusalOfAll(servers: readonly Server[], operation: Operation): string {
  const [first, another] = servers;
  const { refusalUntilAll } = words[operation];
  if (first && !(another && refusalUntilAll)) return refusalSentence(first, operation);
  return refusalUntilAll?.(servers.length, shortNames(servers.map(visibleName))) ?? '';
}

/** A server that the operation leaves as it is, and why, in a few words. */
function leftOut(server: Server, operation: Operation): string {
  const name = visibleName(server);
  if (isOnlyProtected(server, operation)) return vscode.l10n.t('{0} (protected against termination)', name);
  const isDone = !server.isChanging && isReached(server, operation);
  if (isDone && server.state === 'stopped') return vscode.l10n.t('{0} (already stopped)', name);
  if (isDone && server.state === 'running') return vscode.l10n.t('{0} (already running)', name);
  return vscode.l10n.t('{0} ({1})', name, stateWord(server));
}

/** For an operation whose answer was lost and whose effect is not to be seen. `now` is undefined when it is gone. */
export function unknownSentence(
  server: Server,
  now: Server | undefined,
  operation: Operation,
  error: NcloudError,
): string {
  const effect = vscode.l10n.t(
    'Whether {1} carries out “{0}” is not known; its state is now: {2}. Nothing is sent again.',
    words[operation].verb,
    visibleName(server),
    stateWord(now ?? server),
  );
  return `${unanswered(error)} ${now ? effect : goneSentence(server)}`;
}

/** For a server that the list lacks. */
export function goneSentence(server: Server): string {
  return vscode.l10n.t('{0} no longer exists.', visibleName(server));
}

/** For a server whose name is not the confirmed one any more. It is the same server: its number tells. */
export function renamedSentence(before: Server, now: Server): string {
  return vscode.l10n.t('{0} is called {1} now.', visibleName(before), visibleName(now));
}
