/** The question which of several forms of an account is meant. */
import * as vscode from 'vscode';
import type { LeftForm } from '../../reference/index';
import { pickOne } from '../ask';
import { heldLabels, heldServers, heldSince } from './held';

export interface KeptForm {
  readonly number: number;
  readonly isOpen: boolean;
  readonly left: LeftForm;
}

/** Has one of the forms picked, or an empty one, which gets the number `free`. Undefined when the user leaves. */
export async function chooseForm(forms: readonly KeptForm[], free: number): Promise<number | undefined> {
  const items = forms.map(({ number, isOpen, left }) => ({
    label: heldServers(left),
    description: isOpen ? vscode.l10n.t('open') : (heldSince(left) ?? ''),
    detail: heldLabels(left),
    number,
  }));
  const picked = await pickOne([...items, { label: vscode.l10n.t('Empty form'), number: free }], {
    title: vscode.l10n.t('Create Server'),
    placeHolder: vscode.l10n.t('Which form?'),
  });
  return picked?.number;
}
