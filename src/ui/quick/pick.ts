/** Which preset, and which account for it. */
import * as vscode from 'vscode';
import type { PresetContent, Values } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import { pickAccount } from '../accounts/pick';
import type { Sessions } from '../accounts/session';
import { environmentWord } from '../accounts/words';
import { pickOne } from '../ask';
import { suits } from '../presets/account';
import { type OpenPreset, type PresetFiles, presetFilter } from '../presets/files';
import { shortFolders } from '../presets/folders';
import { findPresets } from '../scripts/references';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { attempt } from '../told';

/** A script that takes the place of a preset's own. */
export interface PresetScript {
  /** The accounts that have it; all when left out. */
  readonly accounts?: Pick<Accounts, 'list' | 'current'>;
  /**
   * What makes a server of the account run it.
   * @throws Told when it cannot be had there.
   */
  readonly values: (account: Account) => Promise<Values>;
}

/** A preset, the account that it is for, and what it comes to there. */
export interface Chosen {
  readonly preset: OpenPreset;
  readonly account: Account;
  readonly values: Values;
}

export class PresetChoice {
  constructor(
    private readonly files: PresetFiles,
    private readonly accounts: Pick<Accounts, 'list' | 'current'>,
    private readonly sessions: Pick<Sessions, 'open'>,
  ) {}

  /**
   * The preset at an address, else one that the user picks; a script that is given takes the place of its own.
   * Undefined when the user leaves a list, and when it cannot be used, which is said.
   * @throws vscode.CancellationError when the user leaves another question.
   */
  async choose(address: unknown, title: string, script?: PresetScript): Promise<Chosen | undefined> {
    const read = async () => {
      const uri = address instanceof vscode.Uri ? address : await pickPreset(this.files, title);
      if (!uri) return undefined;
      const preset = await this.files.read(uri);
      const account = await accountFor(preset, script?.accounts ?? this.accounts, title);
      if (!account) return undefined;
      await this.sessions.open(account.id);
      const values = script
        ? { ...withoutScript(preset.values), ...(await script.values(account)) }
        : await this.files.values(preset, account);
      await this.files.use(uri);
      return { preset, account, values };
    };
    return attempt('vpc', read, { tried: title });
  }
}

function withoutScript({ initScriptNo: _, userData: __, ...values }: Values): Values {
  return values;
}

interface Item extends vscode.QuickPickItem {
  readonly pick?: () => Thenable<vscode.Uri | undefined>;
}

/** Asks for a preset: those used lately first, then those of the workspace. Undefined when the user leaves. */
async function pickPreset(files: PresetFiles, title: string): Promise<vscode.Uri | undefined> {
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
async function accountFor(
  preset: PresetContent,
  accounts: Pick<Accounts, 'list' | 'current'>,
  title: string,
): Promise<Account | undefined> {
  const { environment, region } = preset;
  const fitting = accounts.list().filter((account) => suits(account, preset));
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
  const folders = shortFolders(uris.map((uri) => vscode.workspace.asRelativePath(uri, true)));
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...uris.map((uri, place) => ({
      label: fileName(uri),
      description: plain(folders[place] ?? ''),
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
