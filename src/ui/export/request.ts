/** Shows a request in the form of another tool. */
import * as vscode from 'vscode';
import { roles } from '../../reference/index';
import {
  cliCommand,
  curlScript,
  type ExportRequest,
  httpText,
  powerShellScript,
  type TerraformSite,
  terraform,
  UnquotableError,
} from '../../servers/exports/index';
import type { Account, Site } from '../accounts/account';
import { pickOne } from '../ask';
import * as tell from '../tell';
import { type ExportDocuments, fileNameOf } from './documents';

interface Kind extends vscode.QuickPickItem {
  /** The file that it would be. */
  readonly file: (name: string) => string;
  readonly text: () => string;
}

/** The sandbox has no site of its own; what it gives shows the form, and its numbers mean nothing elsewhere. */
const terraformSites: Readonly<Record<Site, TerraformSite>> = {
  public: 'public',
  government: 'gov',
  finance: 'fin',
  sandbox: 'public',
};

/** Asks in which form, and opens it beside the form. Gives whether it is open: the user may leave the question. */
export async function showRequest(
  documents: ExportDocuments,
  account: Account,
  request: ExportRequest,
): Promise<boolean> {
  const kinds: readonly Kind[] = [
    {
      label: vscode.l10n.t('Request'),
      description: vscode.l10n.t('exactly as it would be sent'),
      file: (name) => `create-${name}.http`,
      text: () => httpText(request),
    },
    {
      label: 'curl (sh)',
      description: vscode.l10n.t('a script that signs with the keys in its environment'),
      file: (name) => `create-${name}.sh`,
      text: () => curlScript(request),
    },
    {
      label: 'PowerShell',
      description: vscode.l10n.t('a script that signs with the keys in its environment'),
      file: (name) => `create-${name}.ps1`,
      text: () => powerShellScript(request),
    },
    {
      label: 'ncloud CLI',
      description: vscode.l10n.t('a command that takes the keys from its own configuration'),
      file: (name) => `create-${name}-ncloud.sh`,
      text: () => cliCommand(request),
    },
    {
      label: 'Terraform',
      description: vscode.l10n.t('a configuration for the provider NaverCloudPlatform/ncloud'),
      file: (name) => `${name}.tf`,
      text: () => terraform(request, terraformSite(account), account.regionName ?? account.region),
    },
  ];
  const picked = await pickOne(kinds, {
    title: vscode.l10n.t('Preview Request'),
    placeHolder: vscode.l10n.t('Choose a format. No API key is included.'),
  });
  if (!picked) return false;
  try {
    const name = request.values[roles.name] ?? '';
    await documents.show(account.label, picked.file(fileNameOf(name)), picked.text(), vscode.ViewColumn.Beside);
    return true;
  } catch (error) {
    if (!(error instanceof UnquotableError)) throw error;
    void tell.error(
      vscode.l10n.t(
        '{0} holds a character that this format cannot express. Change the value, or choose another format.',
        error.parameter,
      ),
    );
    return false;
  }
}

/** The site as the provider of Terraform calls it. */
export function terraformSite({ site }: Account): TerraformSite {
  return terraformSites[site];
}
