/** What is said about operations on servers. The word "failed" is not used for what is only unknown. */
import * as vscode from 'vscode';
import type { NcloudError } from '../../../client/index';
import { isOnlyProtected, type Operation, type Server } from '../../../servers/index';
import type { Question } from '../../confirm';
import { inert, isInvisible, plain, visibleName } from '../../text';
import { unanswered } from '../../unanswered';
import { stateWord } from '../words';

/** What has to be typed to terminate a server: its name, or its number where the name cannot be read and typed. */
export function typedName({ name, number }: Server): string {
  const text = plain(name).trim();
  const isSeen = !isInvisible(text) && !unseen.test(text) && text === text.normalize() && !/[^\S ]| {2}/.test(text);
  // What the prompt cannot show as it is nobody can be asked to type.
  return isSeen && inert(text) === text ? text : number;
}

/** What takes no room on the screen, or room without a mark in it. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;

/** The verb on the button. */
export function verb(operation: Operation): string {
  switch (operation) {
    case 'start':
      return vscode.l10n.t('Start');
    case 'stop':
      return vscode.l10n.t('Stop');
    case 'reboot':
      return vscode.l10n.t('Reboot');
    case 'terminate':
      return vscode.l10n.t('Terminate');
  }
}

/** The name of the command, as the palette has it. */
export function commandTitle(operation: Operation): string {
  switch (operation) {
    case 'start':
      return vscode.l10n.t('Start Server');
    case 'stop':
      return vscode.l10n.t('Stop Server');
    case 'reboot':
      return vscode.l10n.t('Reboot Server');
    case 'terminate':
      return vscode.l10n.t('Terminate Server');
  }
}

/** A dialog does not scroll: with more than these its title and its buttons would leave the screen. */
const mostLines = 6;
const mostNamed = 20;

/** The confirmation for `servers`; `skipped` were selected too but their state forbids the operation. */
export function question(operation: Operation, servers: readonly Server[], skipped: readonly Server[]): Question {
  const named = servers.length > 1 ? [names(servers)] : [];
  const effects =
    operation === 'terminate'
      ? [...terminations(servers), ...addedStorages(servers)]
      : [...named, effect(operation, servers)];
  const doubt = servers.some(({ state }) => state === 'failed')
    ? [vscode.l10n.t('NCP may refuse this for a server that was stopped by a fault.')]
    : [];
  const left = skipped.map((server) => vscode.l10n.t('Left as it is: {0}', refusalSentence(server, operation)));
  return {
    title: title(operation, servers),
    detail: [...effects, ...doubt, ...atMost(mostLines, left)].join('\n'),
    action: verb(operation),
  };
}

function title(operation: Operation, servers: readonly Server[]): string {
  const [first] = servers;
  const name = first ? visibleName(first) : '';
  const isOne = servers.length === 1;
  switch (operation) {
    case 'start':
      return isOne ? vscode.l10n.t('Start {0}?', name) : vscode.l10n.t('Start {0} servers?', servers.length);
    case 'stop':
      return isOne ? vscode.l10n.t('Stop {0}?', name) : vscode.l10n.t('Stop {0} servers?', servers.length);
    case 'reboot':
      return isOne ? vscode.l10n.t('Reboot {0}?', name) : vscode.l10n.t('Reboot {0} servers?', servers.length);
    case 'terminate':
      return isOne ? vscode.l10n.t('Terminate {0}?', name) : vscode.l10n.t('Terminate {0} servers?', servers.length);
  }
}

function effect(operation: Exclude<Operation, 'terminate'>, servers: readonly Server[]): string {
  const isOne = servers.length === 1;
  switch (operation) {
    case 'start':
      return isOne ? vscode.l10n.t('A running server is billed.') : vscode.l10n.t('Running servers are billed.');
    case 'stop':
      return isOne ? stopOne(servers) : stopSeveral(servers);
    case 'reboot':
      return isOne
        ? vscode.l10n.t('Everything that runs on it ends, and the server starts again.')
        : vscode.l10n.t('Everything that runs on them ends, and the servers start again.');
  }
}

function stopOne(servers: readonly Server[]): string {
  const ips = publicIps(servers);
  return ips === ''
    ? vscode.l10n.t('Everything that runs on it ends. Its storage stays and is billed.')
    : vscode.l10n.t('Everything that runs on it ends. Its storage and its public IP {0} stay and are billed.', ips);
}

function stopSeveral(servers: readonly Server[]): string {
  const ips = publicIps(servers);
  return ips === ''
    ? vscode.l10n.t('Everything that runs on them ends. Their storage stays and is billed.')
    : vscode.l10n.t(
        'Everything that runs on them ends. Their storage stays and is billed, and so are public IPs: {0}.',
        ips,
      );
}

function publicIps(servers: readonly Server[]): string {
  const ips = servers.flatMap(({ publicIp }) => (publicIp ? [plain(publicIp)] : []));
  return atMost(mostNamed, ips).join(', ');
}

/** A line for each server, or of many their names first and one for all. */
function terminations(servers: readonly Server[]): string[] {
  if (servers.length <= mostLines) return servers.map(termination);
  const ips = publicIps(servers);
  const effect =
    ips === ''
      ? vscode.l10n.t('They are deleted with their disks.')
      : vscode.l10n.t('They are deleted with their disks. Public IPs that stay and are billed: {0}.', ips);
  return [names(servers), effect];
}

function termination(server: Server): string {
  const { publicIp } = server;
  const name = visibleName(server);
  return publicIp
    ? vscode.l10n.t('{0} is deleted with its disk. The public IP {1} stays and is billed.', name, plain(publicIp))
    : vscode.l10n.t('{0} is deleted with its disk.', name);
}

/** What becomes of storages that were added. Whether there are any takes another call to know. */
function addedStorages(servers: readonly Server[]): string[] {
  const isOf = (environment: Server['environment']) => servers.some((server) => server.environment === environment);
  return [
    ...(isOf('vpc')
      ? [
          vscode.l10n.t(
            'Storages that were added (VPC) stay and are billed. With XEN, NCP refuses the termination until they are detached.',
          ),
        ]
      : []),
    ...(isOf('classic')
      ? [
          vscode.l10n.t(
            'Storages that were added (Classic) stay and are billed. NCP refuses the termination until they are detached.',
          ),
        ]
      : []),
  ];
}

/** Why the server as it is cannot be started, stopped, rebooted or terminated. */
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
  switch (operation) {
    case 'start':
      return vscode.l10n.t('{0} cannot be started: it must be stopped, but is {1}.', name, state);
    case 'stop':
      return vscode.l10n.t('{0} cannot be stopped: it must be running, but is {1}.', name, state);
    case 'reboot':
      return vscode.l10n.t('{0} cannot be rebooted: it must be running, but is {1}.', name, state);
    case 'terminate':
      return vscode.l10n.t('{0} cannot be terminated: it must be stopped first, but is {1}.', name, state);
  }
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
    verb(operation),
    visibleName(server),
    stateWord(now ?? server),
  );
  return `${unanswered(error)} ${now ? effect : goneSentence(server)}`;
}

export function goneSentence(server: Server): string {
  return vscode.l10n.t('{0} no longer exists.', visibleName(server));
}

/** For a server whose name is not the confirmed one any more. It is the same server: its number tells. */
export function renamedSentence(before: Server, now: Server): string {
  return vscode.l10n.t('{0} is called {1} now.', visibleName(before), visibleName(now));
}

function names(servers: readonly Server[]): string {
  return atMost(mostNamed, servers.map(visibleName)).join(', ');
}

/** The first of many texts, the last one telling how many more there are. */
function atMost(most: number, texts: readonly string[]): readonly string[] {
  if (texts.length <= most) return texts;
  return [...texts.slice(0, most - 1), vscode.l10n.t('… and {0} more', texts.length - most + 1)];
}
