/** Quick Create: preset → name → confirm. */
import * as vscode from 'vscode';
import { plannedNames } from '../../servers/index';
import type { Creation, Creator } from '../create/creator';
import type { FormPanels } from '../form/panel';
import * as tell from '../tell';
import { plain } from '../text';
import { showFault } from '../told';
import type { ServerNames } from './name';
import type { Chosen, PresetChoice, PresetScript } from './pick';

export class QuickCreate {
  constructor(
    private readonly presets: PresetChoice,
    private readonly names: ServerNames,
    private readonly creator: Creator,
    private readonly forms: Pick<FormPanels, 'open'>,
    /** Shows the account in the servers view. */
    private readonly reveal: (accountId: string) => Thenable<void>,
  ) {}

  /** An editor or a lens gives the preset, or else the user; a script that is given takes the place of its own. */
  async run(preset: unknown, script?: PresetScript): Promise<void> {
    const chosen = await this.presets.choose(preset, vscode.l10n.t('Quick Create'), script);
    if (!chosen) return;
    const names = await this.names.ask(chosen);
    if (names) await this.create({ ...chosen, values: { ...chosen.values, ...names } });
  }

  private async create(named: Chosen): Promise<void> {
    const { account, values } = named;
    const title = vscode.l10n.t('Creating {0}…', plannedNames(values).map(plain).join(', '));
    const run = () => this.creator.create(account, values);
    await this.tell(await tell.during(title, run, vscode.ProgressLocation.Window), named);
  }

  private async tell(result: Creation, { account, values }: Chosen): Promise<void> {
    switch (result.kind) {
      case 'created':
      case 'unknown':
        await this.reveal(account.id);
        return;
      case 'refused': {
        const form = vscode.l10n.t('Open as Form');
        const choice = await showFault(result.message, result.error, {
          tried: vscode.l10n.t('Quick Create'),
          actions: [form],
          isNoted: true,
        });
        if (choice === form) await this.forms.open(account.id, { values });
        return;
      }
      case 'busy':
        void tell.info(
          vscode.l10n.t('Another server is just being created for this account. Try again when that is done.'),
        );
        return;
      case 'left':
        return;
    }
  }
}
