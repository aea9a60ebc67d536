/** What the row of a server tells to those who rest on it: in words, and of what is known already. Asks for nothing. */
import * as vscode from 'vscode';
import { priceLine } from '../../reference/index';
import { knownNames, type Server } from '../../servers/index';
import type { Account } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { locale } from '../explain';
import { visibleName } from '../text';
import { dateWords } from '../time';
import { factsTooltip } from '../tree-item';
import { addressWords, sizeWords, stateWord } from './words';

/** What lists and price lists that were read have told. */
export type Known = ReturnType<Sessions['known']>;

type Fact = readonly [label: string, value: string | undefined];

/** The tooltip of a server of that account; undefined is an account that is gone. */
export function serverTooltip(server: Server, account: Account | undefined, known: Known): string {
  const { privateIp, spec, loginKeyName, isProtected, vpcNumber, subnetNumber } = server;
  const { image, vpc, subnet } = knownNames(server, known?.catalog);
  return factsTooltip(visibleName(server), [
    [vscode.l10n.t('State'), stateWord(server)],
    [vscode.l10n.t('Public IP'), publicWords(server)],
    [vscode.l10n.t('Private IP'), privateIp],
    [vscode.l10n.t('Server spec'), named(spec, sizeWords(server))],
    [vscode.l10n.t('Price'), priceWords(server, account, known)],
    imageFact(server, image),
    [vscode.l10n.t('VPC'), named(vpcNumber, vpc)],
    [vscode.l10n.t('Subnet'), named(subnetNumber, subnet)],
    [vscode.l10n.t('Zone'), server.zone],
    [vscode.l10n.t('Login key'), loginKeyName],
    [vscode.l10n.t('Termination protection'), isProtected ? vscode.l10n.t('on') : vscode.l10n.t('off')],
    [vscode.l10n.t('Description'), server.description],
    [vscode.l10n.t('Created'), dateWords(server.createDate)],
    [vscode.l10n.t('Server number'), server.number],
  ]);
}

/** Of a server that does not run only an address is worth a line. */
function publicWords(server: Server): string | undefined {
  const { state, publicIp, portForwarding } = server;
  if (state !== 'running') return publicIp;
  return publicIp || portForwarding ? addressWords(server) : vscode.l10n.t('none');
}

/** By its name, or by a number or a code that says what it is. */
function imageFact({ imageNumber, imageProduct }: Server, name: string | undefined): Fact {
  if (name !== undefined) return [vscode.l10n.t('Server image'), name];
  if (imageNumber !== undefined) return [vscode.l10n.t('Server image number'), imageNumber];
  return [vscode.l10n.t('Server image code'), imageProduct];
}

/** `vpc-main (20000001)`, or the one that is known alone. */
function named(id: string | undefined, name: string | undefined): string | undefined {
  return id && name ? `${name} (${id})` : name || id;
}

/** What one such server costs, if that was asked for already. Which price plan it has no row tells: this is the usual one. */
function priceWords({ product }: Server, account: Account | undefined, known: Known): string | undefined {
  const price = account && product && known?.prices?.known(account.regionName ?? account.region, product);
  return price ? priceLine(price, 1, 'MTRAT', locale()) : undefined;
}
