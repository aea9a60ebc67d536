/** "Export as Terraform": servers that exist, ready to be taken over by an `import` block. */
import * as vscode from 'vscode';
import { fieldText, type Row } from '../../reference/index';
import { type ExistingServer, terraformImport } from '../../servers/exports/index';
import type { Server } from '../../servers/index';
import { valuesOfServer } from '../../servers/values';
import type { Account } from '../accounts/account';
import type { Session, Sessions } from '../accounts/session';
import type { Targets } from '../servers/commands/targets';
import { attempt } from '../told';
import { showText, terraformSite } from './request';

export class TerraformExport {
  constructor(
    private readonly targets: Targets,
    private readonly sessions: Sessions,
  ) {}

  /** Opens one document for each account that the chosen servers belong to. */
  async run(args: readonly unknown[]): Promise<void> {
    const chosen = await this.targets.choose(args, vscode.l10n.t('Export as Terraform'), () => true);
    const accounts = new Map(chosen.map(({ account }) => [account.id, account]));
    for (const account of accounts.values()) {
      const servers = chosen.filter((target) => target.account.id === account.id).map(({ server }) => server);
      await this.export(account, servers);
    }
  }

  private async export(account: Account, servers: readonly Server[]): Promise<void> {
    const { environment, region, regionName } = account;
    const show = async () => {
      const session = await this.sessions.open(account.id);
      const existing = await Promise.all(servers.map((server) => readServer(session, server)));
      const text = terraformImport(environment, existing, terraformSite(account), regionName ?? region);
      await showText(text, 'terraform', vscode.ViewColumn.Active);
    };
    await attempt(environment, show, { tried: vscode.l10n.t('Export as Terraform') });
  }
}

/** What the API tells of a server now; of one that is gone only its name. @throws NcloudError */
async function readServer({ account, client }: Session, server: Server): Promise<ExistingServer> {
  const { environment } = account;
  const { number, name, region, zone, zoneNumber } = server;
  const params = { serverInstanceNoList: [number] };
  if (environment === 'classic') {
    const place = { regionNo: region, ...(zoneNumber === undefined ? {} : { zoneNo: zoneNumber }) };
    const rows = await client.list('server', 'getServerInstanceList', { ...place, ...params });
    const values = valuesOfServer(environment, rowOf(rows, number));
    return { number, name, values, ...(zone === '' ? {} : { zoneCode: zone }) };
  }
  const [rows, interfaces] = await Promise.all([
    client.list('vserver', 'getServerInstanceList', { regionCode: region, ...params }),
    client.list('vserver', 'getNetworkInterfaceList', { regionCode: region, instanceNo: number }),
  ]);
  const values = valuesOfServer(environment, rowOf(rows, number));
  const attached = [...interfaces].sort((a, b) => fieldText(a, 'deviceName').localeCompare(fieldText(b, 'deviceName')));
  const list = attached.flatMap((row, index) => [
    [`networkInterfaceList.${index + 1}.networkInterfaceOrder`, String(index)],
    [`networkInterfaceList.${index + 1}.networkInterfaceNo`, fieldText(row, 'networkInterfaceNo')],
  ]);
  return { number, name, values: { ...values, ...Object.fromEntries(list) } };
}

function rowOf(rows: readonly Row[], number: string): Row {
  return rows.find((row) => fieldText(row, 'serverInstanceNo') === number) ?? {};
}
