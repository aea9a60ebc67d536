/** "Save as preset…" in the form. */
import * as vscode from 'vscode';
import { presetOf, roles, type Values } from '../../reference/index';
import type { Account } from '../accounts/account';
import * as tell from '../tell';
import { fileName } from '../text';
import type { PresetFiles } from './files';

/** Asks where to, and writes what the form holds. The text of a script stays out, and that is said. */
export async function savePreset(files: PresetFiles, account: Account, values: Values): Promise<void> {
  const { environment, region, regionName } = account;
  const preset = presetOf(environment, values, { region: regionName ?? region });
  const uri = await files.save(preset, values[roles.name] ?? '');
  if (!uri) return;
  const open = vscode.l10n.t('Open');
  const saved = values.userData
    ? vscode.l10n.t(
        '{0} was saved without the script. To include it, set initScript to the path of its file.',
        fileName(uri),
      )
    : vscode.l10n.t('{0} was saved.', fileName(uri));
  if ((await tell.info(saved, open)) === open) await vscode.window.showTextDocument(uri);
}
