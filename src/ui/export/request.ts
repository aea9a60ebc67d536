/** Shows a request, or servers that exist, in the form of another tool: an untitled document, to be saved or thrown away. */
import * as vscode from 'vscode';
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

interface Kind extends vscode.QuickPickItem {
  readonly language: string;
  readonly text: () => string;
}

/** The sandbox has no site of its own; what it gives shows the form, and its numbers mean nothing elsewhere. */
const terraformSites: Readonly<Record<Site, TerraformSite>> = {
  public: 'public',
  government: 'gov',
  finance: 'fin',
  sandbox: 'public',
};

/** Asks in which form, and opens it beside the form. */
export async function showRequest(account: Account, request: ExportRequest): Promise<void> {
  const kinds: readonly Kind[] = [
    {
      label: vscode.l10n.t('Request'),
      description: vscode.l10n.t('exactly as it would be sent'),
      language: 'http',
      text: () => httpText(request),
    },
    {
      label: 'curl (sh)',
      description: vscode.l10n.t('a script that signs with the keys in its environment'),
      language: 'shellscript',
      text: () => curlScript(request),
    },
    {
      label: 'PowerShell',
      description: vscode.l10n.t('a script that signs with the keys in its environment'),
      language: 'powershell',
      text: () => powerShellScript(request),
    },
    {
      label: 'ncloud CLI',
      description: vscode.l10n.t('a command that takes the keys from its own configuration'),
      language: 'shellscript',
      text: () => cliCommand(request),
    },
    {
      label: 'Terraform',
      description: vscode.l10n.t('a configuration for the provider NaverCloudPlatform/ncloud'),
      language: 'terraform',
      text: () => terraform(request, terraformSite(account), account.regionName ?? account.region),
    },
  ];
  const picked = await pickOne(kinds, {
    title: vscode.l10n.t('Preview Request'),
    placeHolder: vscode.l10n.t('Choose a format. No API key is included.'),
  });
  if (!picked) return;
  try {
    await showText(picked.text(), picked.language, vscode.ViewColumn.Beside);
  } catch (error) {
    if (!(error instanceof UnquotableError)) throw error;
    void tell.error(
      vscode.l10n.t(
        '{0} holds a character that this format cannot express. Change the value, or choose another format.',
        error.parameter,
      ),
    );
  }
}

/** The site as the provider of Terraform calls it. */
export function terraformSite({ site }: Account): TerraformSite {
  return terraformSites[site];
}

/** Opens an untitled document; in plain text where the editor does not know the language. */
export async function showText(content: string, language: string, column: vscode.ViewColumn): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const document = await vscode.workspace.openTextDocument({
    content,
    language: known.includes(language) ? language : 'plaintext',
  });
  await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
}
