/** "Create Server with This Script": from the open script to a server that is called after it, with as few answers as can be. */
import * as vscode from 'vscode';
import { uploadedScript } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { pickOne, type Way } from '../ask';
import type { Order } from '../create/creator';
import type { FormPanels } from '../form/panel';
import { suits } from '../presets/account';
import type { PresetFiles } from '../presets/files';
import { findPresets } from '../scripts/references';
import { inForm } from '../scripts/startup';
import type { Source, Sources } from '../scripts/targets';
import { fileName } from '../text';
import { attempt } from '../told';
import type { QuickCreate } from './create';
import type { ServerNames } from './name';

export class ScriptCreation {
  constructor(
    private readonly sources: Pick<Sources, 'of' | 'anyAccount'>,
    private readonly accounts: Pick<Accounts, 'current'>,
    private readonly sessions: Pick<Sessions, 'open'>,
    private readonly presets: Pick<PresetFiles, 'recent' | 'read'>,
    private readonly quick: Pick<QuickCreate, 'run'>,
    private readonly names: Pick<ServerNames, 'propose'>,
    private readonly forms: Pick<FormPanels, 'open'>,
  ) {}

  /** By the preset that is clearly meant, else by one that the user picks; in the form where there is none. */
  async run(argument: unknown): Promise<void> {
    const source = await this.sources.of(argument);
    if (!source) return;
    const recent = await this.presets.recent();
    const found = await findPresets();
    const presets = [...new Map([...recent, ...found].map((uri) => [uri.toString(), uri])).values()];
    if (presets.length === 0) return this.inForm(source);
    const usual = await this.usual(source, recent, presets);
    return usual ? this.byPreset(source, usual, presets) : this.choose(source, presets);
  }

  /**
   * The preset that needs no question: of those of the workspace the one used last, or else the only one; for an account
   * that is worked with one that suits it.
   */
  private async usual(source: Source, recent: readonly vscode.Uri[], presets: readonly vscode.Uri[]) {
    const account = source.kind === 'stored' ? source.account : this.accounts.current();
    const used = recent.filter((uri) => vscode.workspace.getWorkspaceFolder(uri));
    for (const uri of presets.length === 1 ? presets : used) {
      const preset = await this.presets.read(uri).catch(() => undefined);
      if (preset && (!account || suits(account, preset))) return uri;
    }
    return undefined;
  }

  private async choose(source: Source, presets: readonly vscode.Uri[]): Promise<void> {
    const items = [
      ...presets.map((preset) => ({ label: fileName(preset), description: vscode.l10n.t('Quick Create'), preset })),
      { label: vscode.l10n.t('Fill in the form instead'), preset: undefined },
    ];
    const picked = await pickOne(items, { title: ownTitle(), placeHolder: vscode.l10n.t('Which preset?') });
    if (!picked) return;
    await (picked.preset ? this.byPreset(source, picked.preset, presets) : this.inForm(source));
  }

  private byPreset(source: Source, preset: vscode.Uri, presets: readonly vscode.Uri[]): Promise<void> {
    const tooltip = vscode.l10n.t('Fill in the form instead');
    const ways: readonly Way[] = [
      { button: vscode.QuickInputButtons.Back, run: () => this.choose(source, presets) },
      { button: { iconPath: new vscode.ThemeIcon('edit'), tooltip }, run: () => this.inForm(source) },
    ];
    return this.quick.run(preset, {
      ...(source.kind === 'stored' ? { owners: [source.account] } : {}),
      order: orderOf(source),
      naming: source,
      ways,
    });
  }

  private async inForm(source: Source): Promise<void> {
    const account = source.kind === 'stored' ? source.account : await this.sources.anyAccount(ownTitle());
    if (account) await attempt(account.environment, () => this.openForm(account, source), { tried: ownTitle() });
  }

  private async openForm(account: Account, source: Source): Promise<void> {
    const order = await inForm(account, orderOf(source));
    await this.sessions.open(account.id);
    const name = await this.names.propose(account, source);
    await this.forms.open(account.id, { ...order, name, isAdded: true });
  }
}

function ownTitle(): string {
  return vscode.l10n.t('Create Server with This Script');
}

/** What makes a server run the script. */
function orderOf(source: Source): Order {
  return source.kind === 'stored'
    ? { values: { [uploadedScript]: source.number } }
    : { values: {}, script: source.document.uri };
}
