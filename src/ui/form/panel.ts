/** The editor tabs that hold the form: one for each account, restored when the editor starts again. */
import * as vscode from 'vscode';
import type { Account, Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import type { Log } from '../log';
import { showPage } from '../page/panel';
import { plain } from '../text';
import type { Filling, FormHost } from './host';
import { checkedMessage } from './messages';
import type { FormTab } from './tab';

/** The view type of the form's tabs. */
export const viewType = 'ncloud.createServer';

export class FormPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, { readonly panel: vscode.WebviewPanel; readonly host: FormHost }>();
  private readonly subscription: vscode.Disposable;

  /** `hostOf` gives the host of a new tab, which is disposed of with it. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly accounts: Accounts,
    private readonly sessions: Pick<Sessions, 'open'>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly hostOf: (tab: FormTab) => FormHost,
  ) {
    this.subscription = accounts.onDidChange(() => this.follow());
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
      const { account } = await this.sessions.open(accountId);
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
    const account = typeof accountId === 'string' ? this.accounts.get(accountId) : undefined;
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
      const account = this.accounts.get(accountId);
      if (!account) panel.dispose();
      else if (panel.title !== this.title(account)) {
        panel.title = this.title(account);
        host.start();
      }
    }
  }

  private fill(panel: vscode.WebviewPanel, account: Account, isRestored: boolean): FormHost {
    const { accounts, sessions } = this;
    const { id, environment } = account;
    // A closed panel gives it no more, and throws; it tells itself that nobody hears.
    const { webview } = panel;
    const host = this.hostOf({
      get account() {
        return accounts.get(id) ?? account;
      },
      isRestored,
      open: () => sessions.open(id),
      post: (message) => webview.postMessage(message),
      reveal: () => this.panels.get(id)?.panel.reveal(),
    });
    this.panels.set(id, { panel, host });
    panel.onDidDispose(() => {
      host.dispose();
      this.panels.delete(id);
    });
    panel.title = this.title(account);
    showPage(panel, this.extensionUri, this.log, {
      name: 'form',
      attributes: { 'account-id': id },
      tried: vscode.l10n.t('Create Server'),
      environment,
      check: (message) => checkedMessage(message, environment),
      receive: (message) => host.receive(message),
    });
    return host;
  }

  private title({ label }: Account): string {
    return vscode.l10n.t('Create Server: {0}', plain(label));
  }
}
