/** "Save as preset…" in the form. */
import * as vscode from 'vscode';
import { presetOf, roles } from '../../reference/index';
import type { Account } from '../accounts/account';
import type { Order } from '../create/creator';
import * as tell from '../tell';
import { fileName } from '../text';
import type { PresetFiles } from './files';
import { scriptName } from './script';

/**
 * Asks where to, and writes what the form holds. The text of a script stays out, its file is named where a preset may
 * name it; what is left out is said.
 */
export async function savePreset(files: PresetFiles, account: Account, { values, script }: Order): Promise<void> {
  const { environment, region, regionName } = account;
  let isWithoutScript = values.userData !== undefined;
  const uri = await files.save((place) => {
    const initScript = script && scriptName(place, script);
    isWithoutScript ||= script !== undefined && initScript === undefined;
    return presetOf(environment, values, { region: regionName ?? region, ...(initScript && { initScript }) });
  }, values[roles.name] ?? '');
  if (!uri) return;
  const open = vscode.l10n.t('Open');
  const saved = isWithoutScript
    ? vscode.l10n.t(
        '{0} was saved without the script. To include it, set initScript to the path of its file.',
        fileName(uri),
      )
    : vscode.l10n.t('{0} was saved.', fileName(uri));
  if ((await tell.info(saved, open)) === open) await vscode.window.showTextDocument(uri);
}
