/** The rows of the servers view and how each one looks. Icon and word always say the same. */
import * as vscode from 'vscode';
import { takesSsh } from '../../connect/address';
import type { UnknownState, Unreadable } from '../../servers/creation/journal';
import { operationNames, permission } from '../../servers/operations';
import type { Server, ServerState } from '../../servers/server';
import type { TreeNode } from '../account-tree';
import { plain, shortNames, visibleName } from '../text';
import { clock, elapsed } from '../time';
import { type Look, treeItem, warningColor } from '../tree-item';
import { rangeSize } from './order';
import { addressWords, sizeWords, stateWord } from './words';

export interface ServerNode {
  readonly kind: 'server';
  readonly accountId: string;
  readonly number: string;
}
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly accountId: string;
  /** Of the intent. */
  readonly id: string;
  readonly name: string;
}
/** Some servers of an account that has too many for one list: those of the `index`-th part, in the order of names. */
export interface RangeNode {
  readonly kind: 'range';
  readonly accountId: string;
  readonly index: number;
}
/** A record of a creation that cannot be read. Stands below its account, or beside the accounts when it tells none. */
export interface RecordNode {
  readonly kind: 'record';
  /** Empty when it tells none. */
  readonly accountId: string;
  readonly id: string;
}
/** What stands below an account. */
export type ServerRow = RangeNode | RecordNode | ServerNode | UnknownNode;
export type Node = TreeNode<ServerRow>;

const icons: Readonly<Record<ServerState, NonNullable<Look['icon']>>> = {
  running: ['vm-running', 'testing.iconPassed'],
  stopped: ['vm-outline', 'disabledForeground'],
  creating: ['loading~spin', 'charts.blue'],
  starting: ['loading~spin', 'charts.blue'],
  stopping: ['loading~spin', 'charts.blue'],
  rebooting: ['loading~spin', 'charts.blue'],
  changing: ['loading~spin', 'charts.blue'],
  terminating: ['loading~spin', 'charts.red'],
  failed: ['error', 'problemsErrorIcon.foreground'],
  other: ['question', warningColor],
};

/** `servers` are those of the range. Its label stays when they change: the editor knows a row by it. */
export function rangeItem({ index }: RangeNode, servers: readonly Server[]): vscode.TreeItem {
  const start = index * rangeSize;
  const [from, to] = [count(start + 1), count(start + servers.length)];
  const [first = '', last = ''] = [servers[0], servers.at(-1)].map((server) => (server ? visibleName(server) : ''));
  return treeItem({
    label: `${from} – ${count(start + rangeSize)}`,
    description: `${first} … ${last}`,
    contextValue: 'range',
    spoken: vscode.l10n.t('Servers {0} to {1}: {2} to {3}', from, to, first, last),
    state: index === 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  });
}

/**
 * `since` is when the server began to change; `now` is the moment it is drawn. `isMissing`: the last look did not find
 * it.
 */
export function serverItem(
  server: Server,
  since: number | undefined,
  now: number,
  isMissing: boolean,
): vscode.TreeItem {
  const name = visibleName(server);
  const details = server.state === 'running' ? [addressWords(server), sizeWords(server)] : [];
  const duration = since === undefined ? '' : elapsed(now - since);
  const missing = isMissing ? [vscode.l10n.t('not in the last list')] : [];
  return treeItem({
    label: name,
    description: [...missing, stateWord(server), ...details, duration].filter((word) => word !== '').join(' · '),
    icon: isMissing ? icons.other : icons[server.state],
    contextValue: contextValue(server),
    spoken: [spoken(server, name), ...missing].join(', '),
  });
}

/** A creation of which there is nothing to check: its answer may still come, or NCP has told the number of its server. */
export function pendingItem({ name }: UnknownNode, state: Exclude<UnknownState, 'unknown'>): vscode.TreeItem {
  const words = {
    requested: vscode.l10n.t('being requested…'),
    elsewhere: vscode.l10n.t('another window is creating it…'),
    made: vscode.l10n.t('made, not in the list yet'),
  };
  const look = { label: plain(name), description: words[state], icon: icons.creating };
  if (state !== 'made') return treeItem({ ...look, contextValue: 'requested' });
  const tooltip = vscode.l10n.t('NCP has made this server, and it is billed. A new server can take a while to appear.');
  return treeItem({ ...look, contextValue: 'made', tooltip });
}

/** A record that is damaged, or that a newer version of this extension has written. A click shows it. */
export function recordItem({ kind, names, path }: Unreadable): vscode.TreeItem {
  const isNewer = kind === 'newer';
  const item = treeItem({
    label: names.length > 0 ? shortNames(names) : vscode.l10n.t('A server creation'),
    description: isNewer
      ? vscode.l10n.t('written by a newer version – Open')
      : vscode.l10n.t('the record is damaged – Open'),
    icon: icons.other,
    contextValue: isNewer ? 'newer' : 'corrupt',
    tooltip: isNewer
      ? vscode.l10n.t(
          'A newer version of this extension has written down this creation. Update the extension to see what became of it.',
        )
      : vscode.l10n.t(
          'This creation was written down before it was sent, and the file is damaged. Look in the NCP console whether a server was made, then remove the row from the view.',
        ),
  });
  item.command = { command: 'vscode.open', title: '', arguments: [vscode.Uri.file(path)] };
  return item;
}

/** `askedAt`: milliseconds since the epoch. `hasCandidates`: there are new servers of that name. */
export function unknownItem({ name }: UnknownNode, askedAt: number, hasCandidates: boolean): vscode.TreeItem {
  const asked = clock(askedAt);
  return treeItem({
    label: plain(name),
    description: hasCandidates
      ? vscode.l10n.t('unknown · asked {0} – Show candidates', asked)
      : vscode.l10n.t('unknown · asked {0} – Check again', asked),
    icon: icons.other,
    contextValue: hasCandidates ? 'unknown.candidates' : 'unknown',
    tooltip: hasCandidates
      ? vscode.l10n.t(
          'NCP did not answer when this server was asked for. A new server has that name, but may be somebody else’s. Nothing is sent again.',
        )
      : vscode.l10n.t(
          'NCP did not answer when this server was asked for. It may have been made, and then it is billed. Nothing is sent again.',
        ),
  });
}

/** How far a first list has come. */
export function soFar(servers: number): string {
  return vscode.l10n.t('{0} servers so far', count(servers));
}

/** The line of an account without servers. */
export function emptyItem(): vscode.TreeItem {
  return treeItem({ label: vscode.l10n.t('No server yet – Create'), icon: ['add'] });
}

function count(value: number): string {
  return value.toLocaleString(vscode.env.language);
}

/**
 * Flags for `when` clauses: `server.running.vpc.publicip.ssh.may-stop.may-reboot`. What may be done is said here, so
 * that no clause repeats a rule: `may-` as the docs say, `try-` where NCP decides.
 */
export function contextValue(server: Server): string {
  const allowed = operationNames.flatMap((operation) => {
    const permitted = permission(server, operation);
    return permitted ? [`${permitted}-${operation}`] : [];
  });
  return [
    'server',
    server.state,
    server.environment,
    ...(server.publicIp ? ['publicip'] : []),
    ...(takesSsh(server) ? ['ssh'] : []),
    ...(server.os === 'windows' ? ['windows'] : []),
    ...(server.isProtected ? ['protected'] : []),
    ...allowed,
  ].join('.');
}

/** No running seconds in here: a screen reader would read them out again and again. */
function spoken(server: Server, name: string): string {
  const { state, publicIp } = server;
  const address = state === 'running' ? [addressWords(server)] : [];
  const spokenAddress = publicIp ? [vscode.l10n.t('public IP {0}', plain(publicIp))] : address;
  return [name, stateWord(server), ...spokenAddress, sizeWords(server)].join(', ');
}
