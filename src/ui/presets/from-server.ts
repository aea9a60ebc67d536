/** "New Preset from This Server": a preset with what a server was made with. */
import * as vscode from 'vscode';
import { presetOf, type Row, type Values } from '../../reference/index';
import type { Server } from '../../servers/index';
import { valuesOfServer } from '../../servers/values';
import type { Session, Sessions } from '../accounts/session';
import type { Targets } from '../servers/commands/targets';
import { visibleName } from '../text';
import { attempt } from '../told';
import { PresetError, type PresetFiles } from './files';

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
      const values = await readServer(await this.sessions.open(account.id), server);
      const region = account.regionName ?? account.region;
      const preset = presetOf(account.environment, values, region === '' ? {} : { region });
      const uri = await this.files.save(preset, server.name);
      if (uri) await vscode.window.showTextDocument(uri);
    };
    await attempt(account.environment, save, { about: visibleName(server), tried });
  }
}

/** What the API tells of one server. @throws NcloudError @throws PresetError when the server is gone. */
async function readServer({ account, client }: Session, server: Server): Promise<Values> {
  const { environment } = account;
  const { number, region, zoneNumber } = server;
  if (environment === 'vpc') {
    const [rows, interfaces] = await Promise.all([
      client.list('vserver', 'getServerInstanceList', { regionCode: region, serverInstanceNoList: [number] }),
      client.list('vserver', 'getNetworkInterfaceList', { regionCode: region, instanceNo: number }),
    ]);
    return valuesOfServer(environment, found(rows, number), interfaces);
  }
  const params = { regionNo: region, zoneNo: zoneNumber, serverInstanceNoList: [number] };
  return valuesOfServer(environment, found(await client.list('server', 'getServerInstanceList', params), number));
}

function found(rows: readonly Row[], number: string): Row {
  const row = rows.find(({ serverInstanceNo }) => serverInstanceNo === number);
  if (!row) throw new PresetError(vscode.l10n.t('This server no longer exists.'));
  return row;
}
