/** The rows of the servers view and how each one looks. Icon and word always say the same. */
import * as vscode from 'vscode';
import { sshAddress } from '../../servers/boot-log';
import { operationNames, permission } from '../../servers/operations';
import type { Server, ServerState } from '../../servers/server';
import type { AccountNode, NoteNode } from '../account-tree';
import { plain, visibleName } from '../text';
import { clock, elapsed } from '../time';
import { rangeSize } from './order';
import { sizeWords, stateWord } from './words';

export interface ServerNode {
  readonly kind: 'server';
  readonly accountId: string;
  readonly number: string;
}
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly accountId: string;
  readonly name: string;
}
/** Some servers of an account that has too many for one list: those of the `index`-th part, in the order of names. */
export interface RangeNode {
  readonly kind: 'range';
  readonly accountId: string;
  readonly index: number;
}
/** What stands below an account. */
export type ServerRow = RangeNode | ServerNode | UnknownNode;
export type Node = AccountNode | NoteNode | ServerRow;

const icons: Readonly<Record<ServerState, readonly [icon: string, color?: string]>> = {
  running: ['vm-running', 'testing.iconPassed'],
  stopped: ['vm-outline', 'disabledForeground'],
  creating: ['loading~spin', 'charts.blue'],
  starting: ['loading~spin', 'charts.blue'],
  stopping: ['loading~spin', 'charts.blue'],
  rebooting: ['loading~spin', 'charts.blue'],
  changing: ['loading~spin', 'charts.blue'],
  terminating: ['loading~spin', 'charts.red'],
  failed: ['error', 'problemsErrorIcon.foreground'],
  other: ['question', 'problemsWarningIcon.foreground'],
};

/** `servers` are those of the range. Its label stays when they change: the editor knows a row by it. */
export function rangeItem({ index }: RangeNode, servers: readonly Server[]): vscode.TreeItem {
  const isFirst = index === 0;
  const [from, to] = [index * rangeSize + 1, index * rangeSize + servers.length];
  const item = new vscode.TreeItem(
    `${count(from)} – ${count((index + 1) * rangeSize)}`,
    isFirst ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  const [first, last] = [servers[0], servers.at(-1)].map((server) => (server ? visibleName(server) : ''));
  item.description = `${first} … ${last}`;
  item.contextValue = 'range';
  item.accessibilityInformation = {
    label: vscode.l10n.t('Servers {0} to {1}: {2} to {3}', count(from), count(to), first ?? '', last ?? ''),
  };
  return item;
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
  const item = new vscode.TreeItem(name);
  const [icon, color] = isMissing ? icons.other : icons[server.state];
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  const details = server.state === 'running' ? [sizeWords(server), plain(server.publicIp ?? '')] : [];
  const duration = since === undefined ? '' : elapsed(now - since);
  const missing = isMissing ? [vscode.l10n.t('not in the last list')] : [];
  item.description = [...missing, stateWord(server), ...details, duration].filter((word) => word !== '').join(' · ');
  item.contextValue = contextValue(server);
  item.accessibilityInformation = { label: [spoken(server, name), ...missing].join(', ') };
  return item;
}

/** The tooltip, made when it is needed. A string is shown as it is: Markdown would make links of addresses. */
export function serverTooltip(server: Server): string {
  const facts: [label: string, value: string | undefined][] = [
    [vscode.l10n.t('State'), `${stateWord(server)} (${server.status}, ${server.operation})`],
    [vscode.l10n.t('Number'), server.number],
    [vscode.l10n.t('Description'), server.description],
    [vscode.l10n.t('Zone'), server.zone],
    [vscode.l10n.t('Size'), sizeWords(server)],
    [vscode.l10n.t('Spec'), server.spec],
    [vscode.l10n.t('Server image'), server.image],
    [vscode.l10n.t('Public IP'), server.publicIp],
    [vscode.l10n.t('Private IP'), server.privateIp],
    [vscode.l10n.t('Login key'), server.loginKeyName],
    [vscode.l10n.t('Termination protection'), server.isProtected ? vscode.l10n.t('on') : vscode.l10n.t('off')],
    [vscode.l10n.t('Created'), server.createDate],
  ];
  const told = facts.flatMap(([label, value]) => (value ? [`${label}: ${plain(value)}`] : []));
  return [visibleName(server), ...told].join('\n');
}

/** A creation on its way: there is nothing to check while its answer may come. */
export function requestedItem({ name }: UnknownNode): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(name));
  item.description = vscode.l10n.t('being requested…');
  item.iconPath = new vscode.ThemeIcon('loading~spin', new vscode.ThemeColor('charts.blue'));
  item.contextValue = 'requested';
  item.accessibilityInformation = { label: `${plain(name)}, ${item.description}` };
  return item;
}

export function unknownItem({ name }: UnknownNode, askedAt: number): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(name));
  item.description = vscode.l10n.t('unknown · asked {0} – Check again', clock(askedAt));
  item.iconPath = new vscode.ThemeIcon('question', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  item.contextValue = 'unknown';
  item.tooltip = vscode.l10n.t(
    'NCP did not answer when this server was asked for. It may have been made, and then it is billed. Nothing is sent again.',
  );
  item.accessibilityInformation = { label: `${plain(name)}, ${item.description}` };
  return item;
}

/** How far a first list has come. */
export function soFar(servers: number): string {
  return vscode.l10n.t('{0} servers so far', count(servers));
}

export function emptyItem(): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('No server yet – Create'));
  item.iconPath = new vscode.ThemeIcon('add');
  return item;
}

function count(value: number): string {
  return value.toLocaleString(vscode.env.language);
}

/**
 * Flags for `when` clauses: `server.running.vpc.publicip.bootlog.may-stop.may-reboot`. What may be done is said here, so
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
    ...(server.state === 'running' && sshAddress(server) ? ['bootlog'] : []),
    ...(server.os === 'windows' ? ['windows'] : []),
    ...(server.isProtected ? ['protected'] : []),
    ...allowed,
  ].join('.');
}

/** No running seconds in here: a screen reader would read them out again and again. */
function spoken(server: Server, name: string): string {
  const words = [name, stateWord(server), sizeWords(server)];
  if (server.publicIp) words.push(vscode.l10n.t('public IP {0}', plain(server.publicIp)));
  return words.join(', ');
}
