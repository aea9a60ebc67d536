/** The question before a form that holds something is filled with something else. */
import * as vscode from 'vscode';
import type { LeftForm } from '../../reference/index';
import type { Account } from '../accounts/account';
import { choose } from '../confirm';
import { plain } from '../text';
import { heldLabels, heldServers, heldSince } from './held';

/** `keep`: what is there stays in its form, the new goes into another one. */
export type Replacing = 'add' | 'replace' | 'keep';

/** Asks what is to become of what the form holds. `canAdd`: the new can go beside it. Undefined when the user leaves. */
export async function askReplace({ label }: Account, left: LeftForm, canAdd: boolean): Promise<Replacing | undefined> {
  const add = vscode.l10n.t('Add to It');
  const replace = vscode.l10n.t('Replace');
  const keep = vscode.l10n.t('Keep Both');
  const since = heldSince(left);
  const labels = heldLabels(left);
  const detail = [
    vscode.l10n.t('Servers: {0}', heldServers(left)),
    ...(labels === '' ? [] : [vscode.l10n.t('Also set: {0}', labels)]),
    ...(since === undefined ? [] : [vscode.l10n.t('Last changed: {0}', since)]),
    '',
    vscode.l10n.t('“Keep Both” leaves this form as it is and opens another one.'),
  ].join('\n');
  const title = canAdd
    ? vscode.l10n.t('The form of {0} is already filled in. Use the script there?', plain(label))
    : vscode.l10n.t('The form of {0} is already filled in. Replace it?', plain(label));
  const chosen = await choose(title, detail, ...(canAdd ? [add, keep, replace] : [replace, keep]));
  return chosen === add ? 'add' : chosen === replace ? 'replace' : chosen === keep ? 'keep' : undefined;
}
