/** What accounts are called. A name is suggested, never asked for; "Rename Account" changes it. */
import * as vscode from 'vscode';
import type { SiteName } from '../../client/index';
import type { Environment } from '../../reference/index';
import type { Account, Accounts } from './account';
import type { Region } from './regions';

/** As Terraform's provider calls the sites. */
const siteNames: Readonly<Record<SiteName, string>> = { public: 'public', government: 'gov', finance: 'fin' };

/** `public-kr` */
export function suggestedName(site: SiteName, { name }: Region): string {
  return withRegion(siteNames[site], name);
}

/** The name of an account for its key's servers in another region: `company-kr` → `company-sgn`. */
export function nameElsewhere({ label, environment, region, regionName }: Account, { name }: Region): string {
  const ends = [`-${environment}`, withRegion('', regionName ?? region)];
  const base = ends.reduce((text, end) => (text.endsWith(end) ? text.slice(0, -end.length) : text), label);
  return withRegion(base || label, name);
}

/** The name itself, in Classic else with the environment, else with a number: what no other account has. */
export function freeLabel(name: string, environment: Environment, accounts: Accounts): string {
  const full = environment === 'classic' ? `${name}-${environment}` : name;
  let label = checkLabel(name, accounts) === undefined ? name : full;
  for (let count = 2; checkLabel(label, accounts) !== undefined; count += 1) label = `${full}-${count}`;
  return label;
}

/** Why the label cannot be taken; undefined when it can. `own` is the label that the account has now. */
export function checkLabel(text: string, accounts: Accounts, own?: string): string | undefined {
  if (text === '') return vscode.l10n.t('Enter a name.');
  const isTaken = text !== own && accounts.list().some(({ label }) => label === text);
  return isTaken ? vscode.l10n.t('Another account has this name.') : undefined;
}

function withRegion(base: string, region: string): string {
  return `${base}-${region.toLowerCase()}`;
}
