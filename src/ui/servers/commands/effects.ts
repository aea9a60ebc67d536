/** What an operation does to servers, as the question before it tells: also what stays, and is billed. */
import * as vscode from 'vscode';
import type { Server } from '../../../servers/index';
import { plain, visibleName } from '../../text';

/** A dialog does not scroll: with more than these its title and its buttons would leave the screen. */
export const mostLines = 6;
const mostNamed = 20;

/** The line for one server or that for several, which are named. */
export function effect(servers: readonly Server[], one: string, several: string): string[] {
  return servers.length === 1 ? [one] : [names(servers), several];
}

/** The first of many texts, the last one telling how many more there are. */
export function atMost(most: number, texts: readonly string[]): readonly string[] {
  if (texts.length <= most) return texts;
  return [...texts.slice(0, most - 1), vscode.l10n.t('… and {0} more', texts.length - most + 1)];
}

/** What goes on and what is billed when these servers are stopped, in lines. */
export function stopped(servers: readonly Server[]): string[] {
  const ips = publicIps(servers);
  return ips === ''
    ? effect(
        servers,
        vscode.l10n.t('Everything that runs on it ends. Its storage stays and is billed.'),
        vscode.l10n.t('Everything that runs on them ends. Their storage stays and is billed.'),
      )
    : effect(
        servers,
        vscode.l10n.t('Everything that runs on it ends. Its storage and its public IP {0} stay and are billed.', ips),
        vscode.l10n.t(
          'Everything that runs on them ends. Their storage stays and is billed, and so are public IPs: {0}.',
          ips,
        ),
      );
}

/** What is lost, what stays and what is billed when these servers are terminated, in lines. */
export function terminated(servers: readonly Server[]): string[] {
  return [...terminations(servers), ...addedStorages(servers)];
}

/** A line for each server, or of many their names first and one for all. */
function terminations(servers: readonly Server[]): string[] {
  if (servers.length <= mostLines) return servers.map(termination);
  const ips = publicIps(servers);
  const fate =
    ips === ''
      ? vscode.l10n.t('They are deleted with their disks.')
      : vscode.l10n.t('They are deleted with their disks. Public IPs that stay and are billed: {0}.', ips);
  return [names(servers), fate];
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

function publicIps(servers: readonly Server[]): string {
  const ips = servers.flatMap(({ publicIp }) => (publicIp ? [plain(publicIp)] : []));
  return atMost(mostNamed, ips).join(', ');
}

function names(servers: readonly Server[]): string {
  return atMost(mostNamed, servers.map(visibleName)).join(', ');
}
