/** The editor tabs that hold the form: one for each account, restored when the editor starts again. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Fleet } from '../../servers/fleet';
import type { Account, Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import type { Creator } from '../create/creator';
import { locale } from '../explain';
import type { Log } from '../log';
import { formHtml } from '../page/html';
import type { PresetFiles } from '../presets/files';
import { plain } from '../text';
import { showError } from '../told';
import { Drafts } from './drafts';
import { type Filling, FormHost } from './host';
import type { Makers } from './made-here';

/** The view type of the form's tabs. */
export const viewType = 'ncloud.createServer';

/** What the forms work with. */
export interface FormPanelsParts {
  readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState'>;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly model: Fleet;
  readonly log: Log;
  readonly presets: PresetFiles;
  readonly makers: Makers;
  readonly creator: Creator;
}

export class FormPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, { readonly panel: vscode.WebviewPanel; readonly host: FormHost }>();
  private readonly drafts: Drafts;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly parts: FormPanelsParts) {
    this.drafts = new Drafts(parts.context.globalState);
    this.subscription = parts.accounts.onDidChange(() => this.follow());
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /**
   * Shows the form of an account, filled if there is something to fill it with.
   * @throws vscode.CancellationError when the account's key is not there and the user does not enter it.
   */
  async open(accountId: string, filling?: Filling): Promise<void> {
    let known = this.panels.get(accountId);
    if (known) {
      known.panel.reveal();
      known.host.wake();
    } else {
      const { account } = await this.parts.sessions.open(accountId);
      // A second click may have opened it while the first one waited for the key.
      known = this.panels.get(accountId) ?? this.create(account);
    }
    if (filling) known.host.fill(filling);
  }

  /**
   * Gives a restored tab its form back; one whose account is gone is closed. No user has asked for it, so nothing is
   * sent and no key is read.
   */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { accountId } = (state ?? {}) as { readonly accountId?: unknown };
    const account = typeof accountId === 'string' ? this.parts.accounts.get(accountId) : undefined;
    if (!account || this.panels.has(account.id)) panel.dispose();
    else this.fill(panel, account, true);
  }

  private create(account: Account): { readonly panel: vscode.WebviewPanel; readonly host: FormHost } {
    const panel = vscode.window.createWebviewPanel(viewType, this.title(account), vscode.ViewColumn.Active, {});
    return { panel, host: this.fill(panel, account, false) };
  }

  /** Closes the forms whose account is gone (their drafts are kept), and renames the others after theirs. */
  private follow(): void {
    for (const [accountId, { panel, host }] of this.panels) {
      const account = this.parts.accounts.get(accountId);
      if (!account) panel.dispose();
      else if (panel.title !== this.title(account)) {
        panel.title = this.title(account);
        host.restart();
      }
    }
  }

  private fill(panel: vscode.WebviewPanel, account: Account, isRestored: boolean): FormHost {
    const { context, accounts, sessions, model, log, presets, makers, creator } = this.parts;
    const { webview } = panel;
    const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
    const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
    const host = new FormHost({
      get account() {
        return accounts.get(account.id) ?? account;
      },
      open: () => sessions.open(account.id),
      model,
      drafts: this.drafts,
      log,
      presets,
      makers,
      reveal: () => panel.reveal(),
      creator,
      post: (message) => webview.postMessage(message),
      isRestored,
    });
    this.panels.set(account.id, { panel, host });
    panel.title = this.title(account);
    const listening = webview.onDidReceiveMessage((message) => this.receive(host, account, message));
    const following = model.onDidChange(({ accountId, isPartial }) => {
      // A list that is still being read lacks names.
      if (accountId === account.id && !isPartial) host.followNames();
    });
    const creating = creator.onDidChange((accountId) => {
      if (accountId === account.id) host.followCreation();
    });
    panel.onDidDispose(() => {
      for (const subscription of [listening, following, creating]) subscription.dispose();
      this.panels.delete(account.id);
    });
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.html = formHtml({
      locale: locale(),
      title: panel.title,
      accountId: account.id,
      script: address('form.js'),
      style: address('form-style.css'),
      cspSource: webview.cspSource,
      nonce: randomBytes(24).toString('base64url'),
    });
    return host;
  }

  /** A message that cannot be handled, for a file that cannot be written perhaps, is told to the user. */
  private async receive(host: FormHost, { environment }: Account, message: unknown): Promise<void> {
    try {
      await host.receive(message);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      void showError(error, environment, { tried: vscode.l10n.t('Create Server') });
    }
  }

  private title({ label }: Account): string {
    return vscode.l10n.t('Create Server: {0}', plain(label));
  }
}
