/** "New Preset from This Server": a preset with what a server was made with. */
import * as vscode from 'vscode';
import { presetOf } from '../../reference/index';
import { readServer, valuesOfServer } from '../../servers/values';
import type { Sessions } from '../accounts/session';
import type { Targets } from '../servers/commands/targets';
import { visibleName } from '../text';
import { attempt, Told } from '../told';
import type { PresetFiles } from './files';

export class PresetFromServer {
  constructor(
    private readonly targets: Targets,
    private readonly sessions: Sessions,
    private readonly files: PresetFiles,
  ) {}

  /** Writes the preset and opens it. */
  async run(args: readonly unknown[]): Promise<void> {
    const tried = vscode.l10n.t('New Preset from This Server');
    const [target] = await this.targets.choose(args, tried, () => true);
    if (!target) return;
    const { account, server } = target;
    const save = async () => {
      const { client } = await this.sessions.open(account.id);
      const told = await readServer(client, server);
      if (!told) throw new Told(vscode.l10n.t('This server no longer exists.'));
      const values = valuesOfServer(account.environment, told.row, told.interfaces);
      const region = account.regionName ?? account.region;
      const preset = presetOf(account.environment, values, region === '' ? {} : { region });
      const uri = await this.files.save(() => preset, server.name);
      if (uri) await vscode.window.showTextDocument(uri);
    };
    await attempt(account.environment, save, { about: visibleName(server), tried });
  }
}
