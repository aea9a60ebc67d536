/** The way to NCP's own console, for what cannot be done from here. */
import * as vscode from 'vscode';
import { type NcloudError, sites } from '../../../client/index';
import type { Account } from '../../accounts/account';
import { showFault, type Telling } from '../../told';

/** Shows why something was refused, with a button that opens the console of the account's site. The sandbox has none. */
export async function pointToConsole(
  reason: string,
  { site }: Account,
  error?: NcloudError,
  telling: Telling = { isWarning: true },
): Promise<void> {
  if (site === 'sandbox') {
    void showFault(reason, error, telling);
    return;
  }
  const open = vscode.l10n.t('Open NCP Console');
  const advice = vscode.l10n.t('See in the NCP console what can be done with a server that was stopped by a fault.');
  const choice = await showFault(`${reason} ${advice}`, error, { ...telling, actions: [open] });
  if (choice === open) await vscode.env.openExternal(vscode.Uri.parse(sites[site].console));
}
