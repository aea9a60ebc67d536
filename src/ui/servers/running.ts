/** Says that servers run, and offers what comes next. */
import * as vscode from 'vscode';
import { takesSsh } from '../../connect/address';
import type { Server } from '../../servers/index';
import type { CommandId } from '../commands';
import * as tell from '../tell';
import { plain, visibleName } from '../text';
import { menuArguments } from './commands/targets';

/** A button, and the command that it runs on the servers. */
interface Step {
  readonly label: string;
  readonly command: CommandId;
}

/** One notification for servers of one account; nothing for none. */
export function tellRunning(accountId: string, servers: readonly Server[], isSandbox: boolean): void {
  if (servers.length > 0) void tellAndOffer(accountId, servers, isSandbox);
}

/** The names in one line. */
export function names(servers: readonly Server[]): string {
  return servers.map(visibleName).join(', ');
}

async function tellAndOffer(accountId: string, servers: readonly Server[], isSandbox: boolean): Promise<void> {
  const steps = nextSteps(servers, isSandbox);
  const choice = await tell.info(runningSentence(servers), ...steps.map(({ label }) => label));
  const step = steps.find(({ label }) => label === choice);
  if (!step) return;
  const rows = menuArguments(servers.map((server) => ({ account: { id: accountId }, server })));
  await vscode.commands.executeCommand(step.command, ...rows);
}

/** What to do with servers that run: only what is possible. Nothing is behind the addresses of the sandbox. */
function nextSteps(servers: readonly Server[], isSandbox: boolean): Step[] {
  const isOne = servers.length === 1;
  const hasPublic = servers.some(({ publicIp }) => publicIp !== undefined);
  const hasSsh = servers.some(takesSsh);
  const publicLabel = isOne ? vscode.l10n.t('Copy IP') : vscode.l10n.t('Copy IPs');
  const privateLabel = isOne ? vscode.l10n.t('Copy Private IP') : vscode.l10n.t('Copy Private IPs');
  const sshLabel = isOne ? vscode.l10n.t('Copy SSH Command') : vscode.l10n.t('Copy SSH Commands');
  const hasBootLog = isOne && hasSsh && !isSandbox;
  return [
    hasPublic
      ? { label: publicLabel, command: 'ncloud.copyPublicIp' }
      : { label: privateLabel, command: 'ncloud.copyPrivateIp' },
    ...(hasSsh ? [{ label: sshLabel, command: 'ncloud.copySshCommand' } as const] : []),
    ...(hasBootLog ? [{ label: vscode.l10n.t('Follow Boot Log'), command: 'ncloud.followBootLog' } as const] : []),
  ];
}

function runningSentence(servers: readonly Server[]): string {
  const [first, another] = servers;
  if (!first || another) return vscode.l10n.t('{0} servers are running: {1}', servers.length, names(servers));
  const name = visibleName(first);
  if (first.publicIp) return vscode.l10n.t('{0} is running ({1})', name, plain(first.publicIp));
  if (first.portForwarding) return vscode.l10n.t('{0} is running', name);
  return vscode.l10n.t('{0} is running. It has no public IP.', name);
}
