/** "Export as Terraform": servers that exist, ready to be taken over by an `import` block. */
import * as vscode from 'vscode';
import { existingServer } from '../../servers/exports/existing';
import { terraformImport } from '../../servers/exports/index';
import type { Server } from '../../servers/index';
import type { Account } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { byAccount, type Targets } from '../servers/commands/targets';
import { visibleName } from '../text';
import { attempt } from '../told';
import { type ExportDocuments, fileNameOf } from './documents';
import { terraformSite } from './request';

export class TerraformExport {
  constructor(
    private readonly targets: Targets,
    private readonly sessions: Sessions,
    private readonly documents: ExportDocuments,
  ) {}

  /** Opens one document for each account that the chosen servers belong to. */
  async run(args: readonly unknown[]): Promise<void> {
    const chosen = await this.targets.choose(args, vscode.l10n.t('Export as Terraform'), () => true);
    for (const { account, servers } of byAccount(chosen)) await this.export(account, servers);
  }

  private async export(account: Account, servers: readonly Server[]): Promise<void> {
    const { environment, region, regionName } = account;
    const show = async () => {
      const { client } = await this.sessions.open(account.id);
      const existing = await Promise.all(servers.map((server) => existingServer(client, server)));
      const text = terraformImport(environment, existing, terraformSite(account), regionName ?? region);
      const [only, ...others] = servers;
      const name = only && others.length === 0 ? visibleName(only) : 'servers';
      await this.documents.show(account.label, `${fileNameOf(name)}.tf`, text, vscode.ViewColumn.Active);
    };
    await attempt(environment, show, { tried: vscode.l10n.t('Export as Terraform') });
  }
}
