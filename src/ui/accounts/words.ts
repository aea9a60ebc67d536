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

/** `Korea (KR)`; the code alone where no word is known for it. */
export function regionWord(code: string): string {
  const word = regionName(code);
  return word === undefined ? plain(code) : `${word} (${code})`;
}

function regionName(code: string): string | undefined {
  switch (code) {
    case 'KR':
    case 'FKR':
      return vscode.l10n.t('Korea');
    case 'KRS':
      return vscode.l10n.t('Korea South');
    case 'SGN':
      return vscode.l10n.t('Singapore');
    case 'JPN':
      return vscode.l10n.t('Japan');
    case 'HK':
      return vscode.l10n.t('Hong Kong');
    case 'USWN':
      return vscode.l10n.t('US West');
    case 'DEN':
      return vscode.l10n.t('Germany');
    default:
      return undefined;
  }
}

/** The region of an account, in words. */
export function accountRegion({ region, regionName: name }: Account): string {
  return regionWord(name ?? region);
}

/** `Public · VPC · Korea (KR)`; of the sandbox, whose label names the environment, `simulated · KR`. */
export function accountWords(account: Account): string {
  const { site, environment, region, regionName } = account;
  if (site === 'sandbox') return [vscode.l10n.t('simulated'), plain(regionName ?? region)].join(' · ');
  return [siteWord(site), environmentWord(environment), accountRegion(account)].join(' · ');
}
