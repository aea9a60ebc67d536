/** "Create Server with This Script": from the open script to a filled form or a preset, with no more than three answers. */
import * as vscode from 'vscode';
import type { Values } from '../../reference/index';
import type { Account } from '../accounts/account';
import { pickOne } from '../ask';
import type { FormPanels } from '../form/panel';
import type { PresetFiles } from '../presets/files';
import { findPresets } from '../scripts/references';
import type { ScriptNumbers } from '../scripts/resolve';
import type { Source, Sources } from '../scripts/targets';
import { fileName } from '../text';
import { attempt } from '../told';
import type { QuickCreate } from './create';

export class ScriptCreation {
  constructor(
    private readonly sources: Sources,
    private readonly numbers: ScriptNumbers,
    private readonly presets: Pick<PresetFiles, 'recent'>,
    private readonly quick: Pick<QuickCreate, 'run'>,
    private readonly forms: Pick<FormPanels, 'open'>,
  ) {}

  async run(argument: unknown): Promise<void> {
    const source = await this.sources.of(argument);
    if (!source) return;
    const choice = await this.choose();
    if (!choice) return;
    if (choice.preset) {
      await this.quick.run(choice.preset, {
        ...(source.kind === 'stored' ? { accounts: only(source.account) } : {}),
        values: (account) => this.checkedValues(account, source),
      });
      return;
    }
    const tried = vscode.l10n.t('Create Server with This Script');
    await attempt('vpc', () => this.fillForm(source), { tried });
  }

  private async fillForm(source: Source): Promise<void> {
    const title = vscode.l10n.t('Create Server with This Script');
    const account = source.kind === 'stored' ? source.account : await this.sources.anyAccount(title);
    if (!account) return;
    await this.forms.open(account.id, { values: await this.values(account, source), isAdded: true });
  }

  /** The form at once when there is no preset to choose. */
  private async choose(): Promise<{ readonly preset?: vscode.Uri | undefined } | undefined> {
    const recent = await this.presets.recent();
    const found = await findPresets();
    const presets = [...new Map([...recent, ...found].map((uri) => [uri.toString(), uri])).values()];
    if (presets.length === 0) return {};
    const items = [
      ...presets.map((preset) => ({ label: fileName(preset), description: vscode.l10n.t('Quick Create'), preset })),
      { label: vscode.l10n.t('Fill in the form instead'), preset: undefined },
    ];
    const title = vscode.l10n.t('Create Server with This Script');
    return pickOne(items, { title, placeHolder: vscode.l10n.t('Which preset?') });
  }

  /** Like `values`; also asks about faults in a text that is sent as it is. The form asks by itself. */
  private async checkedValues(account: Account, source: Source): Promise<Values> {
    if (source.kind === 'document' && account.environment === 'classic') {
      return { userData: await this.numbers.userData(source.document.uri) };
    }
    return this.values(account, source);
  }

  /**
   * What makes a server of the account run the script: the text in Classic, a number in VPC.
   * @throws Told with a sentence when the script cannot be had there.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  private async values(account: Account, source: Source): Promise<Values> {
    if (source.kind === 'stored') return { initScriptNo: source.number };
    const { document } = source;
    if (account.environment === 'classic') return { userData: document.getText() };
    return { initScriptNo: await this.numbers.initScriptNo(account, document.uri) };
  }
}

/** A stored script belongs to one account. */
function only(account: Account) {
  return { list: () => [account], current: () => account };
}
