/** "Export as Terraform": servers that exist, ready to be taken over by an `import` block. */
import * as vscode from 'vscode';
import { type ExistingServer, terraformImport } from '../../servers/exports/index';
import type { Server } from '../../servers/index';
import { existingInterfaces, readServer, valuesOfServer } from '../../servers/values';
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
      const found = await Promise.all(servers.map((server) => existing(session, server)));
      const text = terraformImport(environment, found, terraformSite(account), regionName ?? region);
      await showText(text, 'terraform', vscode.ViewColumn.Active);
    };
    await attempt(environment, show, { tried: vscode.l10n.t('Export as Terraform') });
  }
}

/** What the API tells of a server now; of one that is gone only its name. @throws NcloudError */
async function existing({ account, client }: Session, server: Server): Promise<ExistingServer> {
  const { number, name, zone } = server;
  const told = await readServer(client, server);
  const values = told && {
    ...valuesOfServer(account.environment, told.row, told.interfaces),
    ...existingInterfaces(told.interfaces),
  };
  const isPlaced = account.environment === 'classic' && zone !== '';
  return { number, name, values: values ?? {}, ...(isPlaced ? { zoneCode: zone } : {}) };
}
