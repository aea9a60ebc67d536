/** What can be done with an init script, above its first line; to a script that may be one it is offered to be one. */
import * as vscode from 'vscode';
import { textDigest } from '../../scripts/digest';
import type { Accounts } from '../accounts/account';
import { inert } from '../text';
import type { InitScriptFiles } from './files';
import type { UploadedScripts } from './uploaded';
import { parseScriptUri } from './uri';

export class ScriptLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly files: InitScriptFiles,
    private readonly uploaded: UploadedScripts,
    private readonly accounts: Accounts,
  ) {
    const fire = () => this.changed.fire();
    this.subscriptions = [
      this.changed,
      files.onDidChange(fire),
      uploaded.onDidChange(fire),
      accounts.onDidChange(fire),
    ];
  }

  /** Nothing before there is an account, or the sandbox: who does not use NCP is not told of it. */
  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const script = parseScriptUri(document.uri);
    if (script?.isCopy || this.accounts.list().length === 0) return [];
    const isInitScript = this.files.has(document);
    if (!isInitScript && !this.files.mayBe(document)) return [];
    const create = lens(
      document,
      vscode.l10n.t('Create server with this script'),
      'ncloud.createServerWithScript',
      vscode.l10n.t('A script runs once, when its server boots for the first time.'),
    );
    if (script) return [create];
    if (!isInitScript) {
      const why = vscode.l10n.t('Finds what goes wrong at the first boot of a server, when nobody is there to answer.');
      return [create, lens(document, vscode.l10n.t('Check as init script'), 'ncloud.markScript', why)];
    }
    return [create, ...this.uploadLenses(document)];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Classic takes no uploads. */
  private uploadLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const places = this.accounts.list().filter(({ environment }) => environment === 'vpc');
    if (places.length === 0) return [];
    const upload = this.uploaded.of(document.uri);
    if (!upload) {
      const why = vscode.l10n.t('Keeps the script at NCP, where servers can be created with it.');
      return [lens(document, vscode.l10n.t('Upload as init script'), 'ncloud.uploadScript', why)];
    }
    const { accountId, number, name, digest } = upload;
    const where = places.length === 1 ? name : `${name} (${this.accounts.get(accountId)?.label})`;
    const at = { accountId, number };
    if (digest === textDigest(document.getText())) {
      return [
        lens(
          document,
          vscode.l10n.t('Uploaded as {0} · Compare', where),
          'ncloud.compareScript',
          vscode.l10n.t('Shows what NCP has beside the file.'),
          at,
        ),
      ];
    }
    return [
      lens(
        document,
        vscode.l10n.t('Changed since {0} · Upload', where),
        'ncloud.uploadScript',
        vscode.l10n.t('Makes a new script: the API cannot change one. The one before stays.'),
        at,
      ),
    ];
  }
}

function lens(
  { uri }: vscode.TextDocument,
  title: string,
  command: string,
  tooltip: string,
  ...more: readonly unknown[]
): vscode.CodeLens {
  const first = new vscode.Range(0, 0, 0, 0);
  return new vscode.CodeLens(first, { title: inert(title), command, tooltip, arguments: [uri, ...more] });
}
