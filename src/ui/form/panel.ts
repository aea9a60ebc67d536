/** The editor tabs that hold the forms, an account may have several; restored when the editor starts again. */
import * as vscode from 'vscode';
import { draftOf, type Environment, type LeftForm, missingIn, withScript } from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import type { Log } from '../log';
import { showPage } from '../page/panel';
import { plain } from '../text';
import { askReplace } from './ask-replace';
import { chooseForm } from './choose-form';
import { type Drafts, type FormId, isFormNumber, nameOf } from './drafts';
import type { Filling, FormHost } from './host';
import { checkedMessage } from './messages';
import type { FormTab } from './tab';

/** The view type of the form's tabs. */
export const viewType = 'ncloud.createServer';

interface OpenForm {
  readonly id: FormId;
  readonly panel: vscode.WebviewPanel;
  readonly host: FormHost;
}

export class FormPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  /** By `nameOf`; the one that was in front last is the last one. */
  private readonly forms = new Map<string, OpenForm>();
  private readonly subscription: vscode.Disposable;

  /** `hostOf` gives the host of a new tab, which is disposed of with it. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly accounts: Accounts,
    private readonly sessions: Pick<Sessions, 'open'>,
    private readonly drafts: Pick<Drafts, 'get' | 'numbers'>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly hostOf: (tab: FormTab) => FormHost,
  ) {
    this.subscription = accounts.onDidChange(() => this.follow());
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** What the open form holds that is to run the script of this address; of several the one that was in front last. */
  heldWith(script: string): LeftForm | undefined {
    return [...this.forms.values()].map(({ host }) => host.held).findLast(({ draft }) => draft.script === script);
  }

  /**
   * Shows a form of an account, filled if there is something to fill it with. Of a form that holds what would be lost or
   * used again by that the user is asked first.
   * @throws vscode.CancellationError when the account's key is not there and the user does not enter it.
   */
  async open(accountId: string, filling?: Filling): Promise<void> {
    if (!filling) {
      const number = await this.choose(accountId);
      if (number !== undefined) await this.show({ accountId, number });
      return;
    }
    const id = { accountId, number: this.openNumbers(accountId).at(-1) ?? this.kept(accountId)[0] ?? 1 };
    const answer = await this.ask(id, filling);
    if (answer === undefined) return;
    const host = await this.show(answer === 'keep' ? { accountId, number: this.free(accountId) } : id);
    host.fill({ ...filling, isAdded: answer === 'add' });
  }

  /**
   * Gives a restored tab its form back; one whose account is gone is closed. No user has asked for it, so nothing is
   * sent and no key is read.
   */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { accountId, number = 1 } = (state ?? {}) as Partial<Readonly<Record<keyof FormId, unknown>>>;
    const account = typeof accountId === 'string' ? this.accounts.get(accountId) : undefined;
    if (!account || !isFormNumber(number) || this.forms.has(nameOf({ accountId: account.id, number }))) panel.dispose();
    else this.fill(panel, account, number, true);
  }

  /** What is to become of what a form holds; undefined when the user leaves. */
  private async ask(id: FormId, { values, script, isAdded = false }: Filling) {
    const account = this.accounts.get(id.accountId);
    if (!account) return 'replace';
    const left = this.left(id, account.environment);
    const draft = withScript(draftOf(account.environment, values), script?.toString());
    if (missingIn(draft, left).length === 0) return isAdded ? 'add' : 'replace';
    return askReplace(account, left, isAdded);
  }

  /** Which form is to be shown: the one in front last, the one that was closed, or if there are several which the user wants. */
  private async choose(accountId: string): Promise<number | undefined> {
    const open = this.openNumbers(accountId);
    const closed = this.kept(accountId).filter((number) => !open.includes(number));
    const [first = 1] = closed;
    if (closed.length === 0) return open.at(-1) ?? 1;
    const { environment } = this.accounts.get(accountId) ?? {};
    if (environment === undefined || (open.length === 0 && closed.length === 1)) return first;
    const forms = [...open, ...closed].map((number) => ({
      number,
      isOpen: open.includes(number),
      left: this.left({ accountId, number }, environment),
    }));
    return chooseForm(forms, this.free(accountId));
  }

  private left(id: FormId, environment: Environment): LeftForm {
    return this.forms.get(nameOf(id))?.host.held ?? this.drafts.get(id, environment);
  }

  /** The numbers of the account's forms that are open, the one in front last at the end. */
  private openNumbers(accountId: string): number[] {
    return [...this.forms.values()].filter(({ id }) => id.accountId === accountId).map(({ id }) => id.number);
  }

  /** The numbers of the account's forms that were left with something in them. */
  private kept(accountId: string): readonly number[] {
    const account = this.accounts.get(accountId);
    return account ? this.drafts.numbers(accountId, account.environment) : [];
  }

  /** The lowest number of a form that is not open and holds nothing. */
  private free(accountId: string): number {
    const used = [...this.openNumbers(accountId), ...this.kept(accountId)];
    let number = 1;
    while (used.includes(number)) number += 1;
    return number;
  }

  private async show(id: FormId): Promise<FormHost> {
    let form = this.forms.get(nameOf(id));
    if (form) {
      form.panel.reveal();
      form.host.wake();
      return form.host;
    }
    const { account } = await this.sessions.open(id.accountId);
    // A second click may have opened it while the first one waited for the key.
    form = this.forms.get(nameOf(id));
    if (form) return form.host;
    const title = this.title(account, id.number);
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, {});
    return this.fill(panel, account, id.number, false);
  }

  /** Closes the forms whose account is gone (their drafts are kept), and renames the others after theirs. */
  private follow(): void {
    for (const { id, panel, host } of this.forms.values()) {
      const account = this.accounts.get(id.accountId);
      const title = account && this.title(account, id.number);
      if (title === undefined) panel.dispose();
      else if (panel.title !== title) {
        panel.title = title;
        host.start();
      }
    }
  }

  private fill(panel: vscode.WebviewPanel, account: Account, number: number, isRestored: boolean): FormHost {
    const { accounts, sessions } = this;
    const { id: accountId, environment } = account;
    const id = { accountId, number };
    const name = nameOf(id);
    // A closed panel gives it no more, and throws; it tells itself that nobody hears.
    const { webview } = panel;
    const host = this.hostOf({
      get account() {
        return accounts.get(accountId) ?? account;
      },
      number,
      isRestored,
      open: () => sessions.open(accountId),
      post: (message) => webview.postMessage(message),
      reveal: () => this.forms.get(name)?.panel.reveal(),
      refocus: () => {
        const open = this.forms.get(name)?.panel;
        if (open?.active) open.reveal();
      },
    });
    const form = { id, panel, host };
    this.forms.set(name, form);
    panel.onDidChangeViewState(() => {
      if (!panel.active) return;
      this.forms.delete(name);
      this.forms.set(name, form);
    });
    panel.onDidDispose(() => {
      host.dispose();
      this.forms.delete(name);
    });
    panel.title = this.title(account, number);
    showPage(panel, this.extensionUri, this.log, {
      name: 'form',
      attributes: { 'account-id': accountId, number: String(number) },
      tried: vscode.l10n.t('Create Server'),
      environment,
      check: (message) => checkedMessage(message, environment),
      receive: (message) => host.receive(message),
    });
    return host;
  }

  private title({ label }: Account, number: number): string {
    return number === 1
      ? vscode.l10n.t('Create Server: {0}', plain(label))
      : vscode.l10n.t('Create Server: {0} ({1})', plain(label), number);
  }
}
