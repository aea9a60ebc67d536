/** Which preset, and which account for it. */
import * as vscode from 'vscode';
import type { PresetContent, Values } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import { accountFor, offerAccount } from '../accounts/pick';
import type { Sessions } from '../accounts/session';
import { pickOne, type Way } from '../ask';
import type { Order } from '../create/creator';
import { noAccountSentence, suits } from '../presets/account';
import { type OpenPreset, type PresetFiles, presetFilter } from '../presets/files';
import { shortFolders } from '../presets/folders';
import { findPresets } from '../scripts/references';
import type { NamedScript } from '../scripts/targets';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { attempt } from '../told';

/** A script that takes the place of a preset's own. */
export interface PresetScript {
  /** The accounts that have it; all when left out. */
  readonly owners?: readonly Account[];
  /** What makes a server run it. */
  readonly order: Order;
  /** What a server is called after whose preset has no name. */
  readonly naming: NamedScript;
  /** Where else the user may go from the preset that is taken. */
  readonly ways: readonly Way[];
}

/** A preset, the account that it is for, and what it orders. */
export interface Chosen {
  readonly preset: OpenPreset;
  readonly account: Account;
  readonly order: Order;
}

export class PresetChoice {
  constructor(
    private readonly files: PresetFiles,
    private readonly accounts: Accounts,
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
      const account = await accountOfPreset(preset, this.accounts, title, script?.owners);
      if (!account) return undefined;
      await this.sessions.open(account.id);
      const order = script ? withOther(preset.values, script.order) : await this.files.order(preset);
      await this.files.use(uri);
      return { preset, account, order };
    };
    return attempt('vpc', read, { tried: title });
  }
}

/** A preset's values with another start-up script than its own. */
function withOther({ initScriptNo: _, userData: __, ...values }: Values, script: Order): Order {
  return { ...script, values: { ...values, ...script.values } };
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
 * Undefined when there is none, which is said, or when the user leaves. `owners`: only these will do.
 */
async function accountOfPreset(
  preset: PresetContent,
  accounts: Accounts,
  title: string,
  owners: readonly Account[] = accounts.list(),
): Promise<Account | undefined> {
  const fits = (account: Account) => suits(account, preset) && owners.some(({ id }) => id === account.id);
  const all = accounts.list();
  if (all.length === 0 || all.some(fits)) return accountFor(accounts, title, { fits });
  const add = vscode.l10n.t('Add an Account');
  const choice = await tell.warn(noAccountSentence(preset), add);
  if (choice === add) await offerAccount(title);
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
