/** "Create Server with This Script": from the open script to a filled form or a preset, with no more than three answers. */
import * as vscode from 'vscode';
import { uploadedScript } from '../../reference/index';
import { pickOne } from '../ask';
import type { Order } from '../create/creator';
import type { FormPanels } from '../form/panel';
import type { PresetFiles } from '../presets/files';
import { findPresets } from '../scripts/references';
import { inForm } from '../scripts/startup';
import type { Source, Sources } from '../scripts/targets';
import { fileName } from '../text';
import { attempt } from '../told';
import type { QuickCreate } from './create';

export class ScriptCreation {
  constructor(
    private readonly sources: Sources,
    private readonly presets: Pick<PresetFiles, 'recent'>,
    private readonly quick: Pick<QuickCreate, 'run'>,
    private readonly forms: Pick<FormPanels, 'open'>,
  ) {}

  async run(argument: unknown): Promise<void> {
    const source = await this.sources.of(argument);
    if (!source) return;
    const choice = await this.choose();
    if (!choice) return;
    const order = orderOf(source);
    if (choice.preset) {
      await this.quick.run(choice.preset, {
        ...(source.kind === 'stored' ? { owners: [source.account] } : {}),
        order,
      });
      return;
    }
    const title = vscode.l10n.t('Create Server with This Script');
    const account = source.kind === 'stored' ? source.account : await this.sources.anyAccount(title);
    if (!account) return;
    await attempt(
      account.environment,
      async () => this.forms.open(account.id, { ...(await inForm(account, order)), isAdded: true }),
      { tried: title },
    );
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
}

/** What makes a server run the script. */
function orderOf(source: Source): Order {
  return source.kind === 'stored'
    ? { values: { [uploadedScript]: source.number } }
    : { values: {}, script: source.document.uri };
}
