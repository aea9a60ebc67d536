/** What becomes of a script of NCP when a save has made a new one: said before the first edit, and remembered. */
import * as vscode from 'vscode';
import type { Store } from '../../scripts/library/journal';
import * as tell from '../tell';

const setting = 'initScripts.afterSave';
const fates = ['ask', 'keep', 'delete'] as const;

/** `delete` spares what a server refers to. */
export type Fate = (typeof fates)[number];

const toldKey = 'ncloud.toldOfSaving';

export class OldScripts {
  /** `state` keeps whether it was said before. */
  constructor(private readonly state: Store) {}

  fate(): Fate {
    const value = vscode.workspace.getConfiguration('ncloud').get<unknown>(setting);
    return fates.find((fate) => fate === value) ?? 'ask';
  }

  async remember(fate: Fate): Promise<void> {
    await vscode.workspace.getConfiguration('ncloud').update(setting, fate, vscode.ConfigurationTarget.Global);
  }

  /** Says once what a save will do, and has the user choose. */
  async announce(): Promise<void> {
    if (this.state.get<boolean>(toldKey)) return;
    await this.state.update(toldKey, true);
    const answers: readonly (readonly [word: string, fate: Fate])[] = [
      [vscode.l10n.t('Ask Each Time'), 'ask'],
      [vscode.l10n.t('Keep It'), 'keep'],
      [vscode.l10n.t('Delete It If Unused'), 'delete'],
    ];
    const choice = await tell.info(
      vscode.l10n.t(
        'Saving makes a new script: the API cannot change one. The console can, under Server > Init Script. What is to become of the old one?',
      ),
      ...answers.map(([word]) => word),
    );
    const fate = answers.find(([word]) => word === choice)?.[1];
    if (fate) await this.remember(fate);
  }
}
