/** The words for the state and the size of a server. An icon of the same state never stands without its word. */
import * as vscode from 'vscode';
import { sizeWords as figures } from '../../reference/size';
import type { Server, ServerState } from '../../servers/server';
import { plain } from '../text';

/** The state in a word or two; a state that we do not know in NCP's own words. */
export function stateWord(server: Server): string {
  if (server.state === 'failed') return vscode.l10n.t('stopped by a fault ({0})', plain(server.status));
  if (server.state === 'other' || server.state === 'changing') {
    return plain(server.statusName || `${server.status} ${server.operation}`);
  }
  return knownState(server.state);
}

function knownState(state: Exclude<ServerState, 'failed' | 'other' | 'changing'>): string {
  switch (state) {
    case 'creating':
      return vscode.l10n.t('setting up…');
    case 'running':
      return vscode.l10n.t('running');
    case 'stopped':
      return vscode.l10n.t('stopped');
    case 'starting':
      return vscode.l10n.t('starting…');
    case 'stopping':
      return vscode.l10n.t('stopping…');
    case 'rebooting':
      return vscode.l10n.t('rebooting…');
    case 'terminating':
      return vscode.l10n.t('terminating…');
  }
}

/** Where the server is reached from outside: `203.0.113.10`, in Classic also `198.51.100.7:1025`; or that it is not. */
export function addressWords({ publicIp, portForwarding }: Server): string {
  if (publicIp) return plain(publicIp);
  if (portForwarding) return plain(`${portForwarding.ip}:${portForwarding.externalPort}`);
  return vscode.l10n.t('no public IP');
}

/** `2 vCPU 8 GB` */
export function sizeWords({ cpuCount, memorySize }: Server): string {
  return figures(cpuCount, memorySize).join(' ');
}
