/** The words for sites, environments and states of a server. An icon of the same state never stands without its word. */
import * as vscode from 'vscode';
import type { Environment } from '../reference/types';
import type { Server, ServerState } from '../servers/server';
import type { Account, Site } from './accounts/account';
import { plain } from './text';

export function siteWord(site: Site): string {
  switch (site) {
    case 'public':
      return vscode.l10n.t('Public');
    case 'government':
      return vscode.l10n.t('Government');
    case 'finance':
      return vscode.l10n.t('Financial');
    case 'sandbox':
      return vscode.l10n.t('Sandbox');
  }
}

export function environmentWord(environment: Environment): string {
  return environment === 'vpc' ? 'VPC' : 'Classic';
}

/** `Public · VPC · KR`; of the sandbox, whose label names the environment, `nothing here is real · KR`. */
export function accountWords({ site, environment, region, regionName }: Account): string {
  const place = plain(regionName ?? region);
  if (site === 'sandbox') return [vscode.l10n.t('nothing here is real'), place].join(' · ');
  return [siteWord(site), environmentWord(environment), place].join(' · ');
}

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

/** `2 vCPU 8 GB` */
export function sizeWords({ cpuCount, memorySize }: Server): string {
  return `${cpuCount} vCPU ${Math.round((memorySize / 2 ** 30) * 10) / 10} GB`;
}
