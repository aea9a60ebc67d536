/** The words for sites, environments and accounts. */
import * as vscode from 'vscode';
import type { Environment } from '../../reference/types';
import { plain } from '../text';
import type { Account, Site } from './account';

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

/** `Public · VPC · KR`; of the sandbox, whose label names the environment, `simulated · KR`. */
export function accountWords({ site, environment, region, regionName }: Account): string {
  const place = plain(regionName ?? region);
  if (site === 'sandbox') return [vscode.l10n.t('simulated'), place].join(' · ');
  return [siteWord(site), environmentWord(environment), place].join(' · ');
}
