/** Copies what one needs to reach servers: a line for each of them. */
import * as vscode from 'vscode';
import { sshCommand, takesSsh } from '../../../connect/address';
import { readPrivateIp, type Server } from '../../../servers/index';
import type { Sessions } from '../../accounts/session';
import { atOnce, inTurns } from '../../in-turns';
import * as tell from '../../tell';
import { shortNames, visibleName } from '../../text';
import { attempt } from '../../told';
import type { Target, Targets } from './targets';

export async function copyPublicIps(targets: Targets, args: readonly unknown[]): Promise<void> {
  const title = vscode.l10n.t('Copy Public IP');
  const chosen = await targets.choose(args, title, ({ publicIp }) => publicIp !== undefined);
  await copy(chosen, ({ publicIp }) => publicIp, vscode.l10n.t('no public IP'));
}

/** Of servers of VPC the addresses are asked for, since no row tells them. */
export async function copyPrivateIps(targets: Targets, sessions: Sessions, args: readonly unknown[]): Promise<void> {
  const title = vscode.l10n.t('Copy Private IP');
  const chosen = await targets.choose(args, title, () => true);
  const readAll = () => inTurns(chosen, atOnce, ({ account, server }) => read(account.id, server));
  const read = async (accountId: string, server: Server) =>
    [server, await readPrivateIp((await sessions.open(accountId)).client, server)] as const;
  const environment = chosen[0]?.account.environment ?? 'vpc';
  const found = await attempt(
    environment,
    () => tell.during(vscode.l10n.t('Reading private IPs…'), readAll, vscode.ProgressLocation.Window),
    { tried: title },
  );
  if (!found) return;
  const ips = new Map(found);
  await copy(chosen, (server) => ips.get(server), vscode.l10n.t('no private IP'));
}

export async function copySshCommands(targets: Targets, args: readonly unknown[]): Promise<void> {
  const title = vscode.l10n.t('Copy SSH Command');
  const chosen = await targets.choose(args, title, takesSsh);
  await copy(chosen, sshCommand, vscode.l10n.t('no address for SSH'), true);
}

/** Copies what `textOf` gives of each server; those that have nothing are named with what they lack. */
async function copy(
  targets: readonly Target[],
  textOf: (server: Server) => string | undefined,
  lacking: string,
  isCommand = false,
): Promise<void> {
  if (targets.length === 0) return;
  const texts = targets.flatMap(({ server }) => textOf(server) ?? []);
  const without = targets.filter(({ server }) => textOf(server) === undefined);
  const left = shortNames(without.map(({ server }) => visibleName(server)));
  if (texts.length > 0) {
    await vscode.env.clipboard.writeText(texts.join('\n'));
    tell.brief(vscode.l10n.t('Copied: {0}', shortNames(texts)));
  }
  if (left !== '') void tell.info(vscode.l10n.t('Nothing was copied for {0}: {1}.', left, lacking));
  const isSimulated = isCommand && targets.every(({ account }) => account.site === 'sandbox');
  if (isSimulated && texts.length > 0) {
    void tell.info(vscode.l10n.t('Copied. In the sandbox servers are simulated: nothing answers at their addresses.'));
  }
}
