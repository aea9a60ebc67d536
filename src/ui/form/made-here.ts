/** What the form can have made on the spot for its pick lists. */
import * as vscode from 'vscode';
import type { Maker } from '../../reference/index';
import type { Account } from '../accounts/account';
import { pickOne } from '../ask';
import type { LoginKeys } from '../loginkeys/commands';
import type { StartupScripts } from '../scripts/startup';
import { scriptScheme } from '../scripts/uri';
import * as tell from '../tell';
import { fileName } from '../text';
import { attempt } from '../told';

export class Makers {
  constructor(
    private readonly loginKeys: Pick<LoginKeys, 'create' | 'import'>,
    private readonly scripts: Pick<StartupScripts, 'upload'>,
  ) {}

  /**
   * Makes something and gives the value that its row in the pick list has; undefined when nothing was made.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  make(maker: Maker, account: Account): Promise<string | undefined> {
    switch (maker) {
      case 'createLoginKey':
        return this.loginKeys.create(account);
      case 'importLoginKey':
        return this.loginKeys.import(account);
      case 'uploadScript':
        return this.uploadScript(account);
    }
  }

  private async uploadScript(account: Account): Promise<string | undefined> {
    const uri = await pickOpenScript();
    if (!uri) return undefined;
    const upload = () => this.scripts.upload(account, uri);
    return attempt(account.environment, upload, { tried: vscode.l10n.t('Upload as Init Script') });
  }
}

/** Which of the open texts; those that are at NCP already are in the pick list. */
async function pickOpenScript(): Promise<vscode.Uri | undefined> {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const open = new Map(
    uris.filter(({ scheme }) => scheme !== scriptScheme).map((uri) => [uri.toString(), uri] as const),
  );
  if (open.size === 0) {
    void tell.info(vscode.l10n.t('Open a script first.'));
    return undefined;
  }
  const items = [...open.values()].map((uri) => ({
    label: fileName(uri),
    description: vscode.workspace.asRelativePath(uri),
    uri,
  }));
  const title = vscode.l10n.t('Upload as Init Script');
  const placeHolder = vscode.l10n.t('Which open script? It is checked before it is uploaded.');
  return (await pickOne(items, { title, placeHolder }))?.uri;
}
