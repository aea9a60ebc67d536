/** Which preset, and which account for it. */
import * as vscode from 'vscode';
import type { PresetContent } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import { pickAccount } from '../accounts/pick';
import { environmentWord } from '../accounts/words';
import { pickOne } from '../ask';
import { type PresetFiles, presetFilter } from '../presets/files';
import { findPresets } from '../scripts/references';
import * as tell from '../tell';
import { fileName, plain } from '../text';

interface Item extends vscode.QuickPickItem {
  readonly pick?: () => Thenable<vscode.Uri | undefined>;
}

/** Asks for a preset: those used lately first, then those of the workspace. Undefined when the user leaves. */
export async function pickPreset(files: PresetFiles, title: string): Promise<vscode.Uri | undefined> {
  const recent = await files.recent();
  const known = new Set(recent.map(String));
  const found = await findPresets();
  const others = found.filter((uri) => !known.has(uri.toString())).sort((a, b) => a.path.localeCompare(b.path));
  const items: Item[] = [
    ...group(vscode.l10n.t('recently used'), recent),
    ...group(vscode.l10n.t('in this workspace'), others),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('Browse…'), iconPath: new vscode.ThemeIcon('folder-opened'), pick: browse },
    { label: vscode.l10n.t('Fill in the form instead'), iconPath: new vscode.ThemeIcon('add'), pick: fillIn },
  ];
  const picked = await pickOne(items, {
    title,
    placeHolder: vscode.l10n.t('Which preset?'),
    matchOnDescription: true,
  });
  return picked?.pick?.();
}

/**
 * The account that a preset is for: the current one if it fits, or else the only one that does. Asks when several fit.
 * Undefined when there is none, which is said, or when the user leaves.
 */
export async function accountFor(
  preset: PresetContent,
  accounts: Pick<Accounts, 'list' | 'current'>,
  title: string,
): Promise<Account | undefined> {
  const { environment, region } = preset;
  const fitting = accounts
    .list()
    .filter(
      (account) =>
        account.environment === environment &&
        (region === undefined || region === account.region || region === account.regionName),
    );
  const current = accounts.current();
  if (current && fitting.some(({ id }) => id === current.id)) return current;
  if (fitting.length > 0 || accounts.list().length === 0) return pickAccount(fitting, title);
  const place = [environmentWord(environment), ...(region === undefined ? [] : [plain(region)])].join(' · ');
  const add = vscode.l10n.t('Add Your API Key');
  const choice = await tell.warn(
    vscode.l10n.t('This preset is for {0}, and there is no account for that.', place),
    add,
  );
  if (choice === add) await vscode.commands.executeCommand('ncloud.addAccount');
  return undefined;
}

function group(label: string, uris: readonly vscode.Uri[]): Item[] {
  if (uris.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...uris.map((uri) => ({
      label: fileName(uri),
      description: plain(vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'))),
      pick: async () => uri,
    })),
  ];
}

async function browse(): Promise<vscode.Uri | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ filters: presetFilter() })) ?? [];
  return uri;
}

async function fillIn(): Promise<undefined> {
  await vscode.commands.executeCommand('ncloud.createServer');
}
