/** Quick Create: preset → name → confirm. */
import * as vscode from 'vscode';
import type { Account } from '../accounts/account';
import type { Creation, Creator, Order } from '../create/creator';
import type { FormPanels } from '../form/panel';
import { inForm } from '../scripts/startup';
import * as tell from '../tell';
import { showFault } from '../told';
import type { ServerNames } from './name';
import type { PresetChoice, PresetScript } from './pick';

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
    const names = await this.names.ask(chosen, script?.naming, script?.ways);
    if (!names) return;
    const { account, order } = chosen;
    const named = { ...order, values: { ...order.values, ...names } };
    await this.tell(await this.creator.create(account, named), account, named);
  }

  private async tell(result: Creation, account: Account, order: Order): Promise<void> {
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
        if (choice === form) await this.forms.open(account.id, await inForm(account, order));
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
