/** The rows of the servers view and how each one looks. Icon and word always say the same. */
import * as vscode from 'vscode';
import type { Server, ServerState } from '../../servers/server';
import type { Account } from '../accounts/account';
import { plain, visibleName } from '../text';
import { clock, elapsed } from '../time';
import { accountWords, sizeWords, stateWord } from '../words';

export interface AccountNode {
  readonly kind: 'account';
  readonly accountId: string;
}
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
/** A line that says why there is nothing, or nothing new, and what to do. */
export interface NoteNode {
  readonly kind: 'stale' | 'empty';
  readonly accountId: string;
}
export type Node = AccountNode | ServerNode | UnknownNode | NoteNode;

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

export function accountItem(account: Account, isCurrent: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(account.label), vscode.TreeItemCollapsibleState.Collapsed);
  const words = accountWords(account);
  item.description = isCurrent ? `${words} · ${vscode.l10n.t('current')}` : words;
  item.iconPath = new vscode.ThemeIcon(account.site === 'sandbox' ? 'beaker' : 'account');
  item.contextValue = account.site === 'sandbox' ? 'account.sandbox' : 'account.real';
  item.accessibilityInformation = { label: `${plain(account.label)}, ${item.description}` };
  return item;
}

/** `since` is when the server began to change; `now` is the moment it is drawn. */
export function serverItem(server: Server, since: number | undefined, now: number): vscode.TreeItem {
  const name = visibleName(server.name, server.number);
  const item = new vscode.TreeItem(name);
  const [icon, color] = icons[server.state];
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  const details = server.state === 'running' ? [sizeWords(server), plain(server.publicIp ?? '')] : [];
  const duration = since === undefined ? '' : elapsed(now - since);
  item.description = [stateWord(server), ...details, duration].filter((word) => word !== '').join(' · ');
  item.contextValue = contextValue(server);
  item.accessibilityInformation = { label: spoken(server, name) };
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
  return [visibleName(server.name, server.number), ...told].join('\n');
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

/** The line under an account whose list could not be renewed. */
export function staleItem(readAt: number | undefined, problem: string): vscode.TreeItem {
  const item = new vscode.TreeItem(
    readAt === undefined ? vscode.l10n.t('Not read yet – Retry') : vscode.l10n.t('as of {0} – Retry', clock(readAt)),
  );
  item.description = problem;
  item.tooltip = problem;
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  item.accessibilityInformation = { label: `${item.label}. ${problem}` };
  return item;
}

export function emptyItem(): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('No server yet – Create'));
  item.iconPath = new vscode.ThemeIcon('add');
  return item;
}

/** Flags for `when` clauses: `server.running.vpc.publicip.protected`. */
function contextValue(server: Server): string {
  return [
    'server',
    server.state,
    server.environment,
    ...(server.publicIp ? ['publicip'] : []),
    ...(server.isProtected ? ['protected'] : []),
  ].join('.');
}

/** No running seconds in here: a screen reader would read them out again and again. */
function spoken(server: Server, name: string): string {
  const words = [name, stateWord(server), sizeWords(server)];
  if (server.publicIp) words.push(vscode.l10n.t('public IP {0}', plain(server.publicIp)));
  return words.join(', ');
}
