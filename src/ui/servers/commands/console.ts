/** The way to NCP's own console, for what cannot be done from here. */
import * as vscode from 'vscode';
import { sites } from '../../../client/index';
import type { Account } from '../../accounts/account';

/** Shows why something was refused, with a button that opens the console of the account's site. The sandbox has none. */
export async function pointToConsole(reason: string, { site }: Account): Promise<void> {
  if (site === 'sandbox') {
    void vscode.window.showWarningMessage(reason);
    return;
  }
  const open = vscode.l10n.t('Open NCP Console');
  const advice = vscode.l10n.t('See in the NCP console what can be done with a server that was stopped by a fault.');
  const choice = await vscode.window.showWarningMessage(`${reason} ${advice}`, open);
  if (choice === open) await vscode.env.openExternal(vscode.Uri.parse(sites[site].console));
}
