/** "Open as Form": a preset in the form of a fitting account. */
import * as vscode from 'vscode';
import type { FormPanels } from '../form/panel';
import { isPreset } from '../preset-file';
import { inForm } from '../scripts/startup';
import type { PresetChoice } from './pick';

/** Takes the preset that is given, else the one in the active editor, else one that the user picks. */
export async function openAsForm(
  argument: unknown,
  presets: PresetChoice,
  forms: Pick<FormPanels, 'open'>,
): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const preset = argument instanceof vscode.Uri || !active || !isPreset(active) ? argument : active;
  const chosen = await presets.choose(preset, vscode.l10n.t('Open as Form'));
  if (!chosen) return;
  const { account, order } = chosen;
  await forms.open(account.id, await inForm(account, order));
}
