/** What can be done with accounts that are there, and the way into the sandbox. */
import * as vscode from 'vscode';
import type { Fleet } from '../../servers/fleet';
import { askText } from '../ask';
import { confirm } from '../confirm';
import * as tell from '../tell';
import { plain } from '../text';
import { type Account, type Accounts, isSandboxEnabled } from './account';
import { addAccount, checkLabel, replaceKey } from './add';
import { importAccounts } from './import';
import type { Keys } from './keys';
import { accountOf, pickAccount } from './pick';
import type { Sessions } from './session';
import { sandboxWords } from './tooltip';

export class AccountCommands {
  /** `show` unfolds an account in the tree. */
  constructor(
    private readonly accounts: Accounts,
    private readonly keys: Keys,
    private readonly sessions: Sessions,
    private readonly fleet: Fleet,
    private readonly show: (accountId: string) => Promise<void>,
  ) {}

  async add(): Promise<void> {
    const account = await addAccount(this.accounts, this.keys, (key) => this.sessions.client(key));
    if (account) await this.show(account.id);
  }

  async import(): Promise<void> {
    const added = await importAccounts(this.accounts, this.keys, (key) => this.sessions.client(key));
    if (added[0]) await this.show(added[0].id);
  }

  async switch(argument: unknown): Promise<void> {
    const account = await this.choose(argument, this.accounts.list(), vscode.l10n.t('Switch Account'));
    if (account) await this.accounts.setCurrent(account.id);
  }

  async rename(argument: unknown): Promise<void> {
    const account = await this.choose(argument, this.real(), vscode.l10n.t('Rename Account'));
    if (!account) return;
    const label = await askText({
      title: vscode.l10n.t('Rename {0}', plain(account.label)),
      value: account.label,
      validateInput: (text) => checkLabel(text.trim(), this.accounts, account.label),
    });
    if (label !== undefined) await this.accounts.save({ ...account, label: label.trim() });
  }

  async replaceKey(argument: unknown): Promise<void> {
    const account = await this.choose(argument, this.real(), vscode.l10n.t('Replace API Key'));
    if (!account || !(await replaceKey(account, this.keys, (key) => this.sessions.client(key)))) return;
    this.sessions.close(account.id);
    await this.show(account.id);
  }

  async remove(argument: unknown): Promise<void> {
    const account = await this.choose(argument, this.real(), vscode.l10n.t('Remove Account'));
    if (!account) return;
    const agreed = await confirm({
      title: vscode.l10n.t('Remove {0}?', plain(account.label)),
      detail: vscode.l10n.t('Its key is deleted from this editor. Its servers stay and are billed.'),
      action: vscode.l10n.t('Remove'),
    });
    if (!agreed) return;
    const isDeleted = await this.keys.delete(account.id);
    this.sessions.close(account.id);
    this.fleet.forget(account.id);
    await this.accounts.remove(account.id);
    if (!isDeleted) {
      void tell.warn(
        vscode.l10n.t('{0} was removed, but the secret store did not delete its key.', plain(account.label)),
      );
    }
  }

  async trySandbox(): Promise<void> {
    if (!isSandboxEnabled()) void tell.info(sandboxWords());
    await setSandbox(true);
    const first = this.accounts.list().find(({ site }) => site === 'sandbox');
    if (first) await this.show(first.id);
  }

  async leaveSandbox(): Promise<void> {
    const accounts = this.accounts.list().filter(({ site }) => site === 'sandbox');
    await setSandbox(undefined);
    for (const { id } of accounts) {
      this.sessions.close(id);
      this.fleet.forget(id);
    }
    this.sessions.closeSandbox();
  }

  private real(): readonly Account[] {
    return this.accounts.list().filter(({ site }) => site !== 'sandbox');
  }

  private async choose(argument: unknown, accounts: readonly Account[], title: string): Promise<Account | undefined> {
    const named = accountOf(argument, this.accounts);
    return named && accounts.some(({ id }) => id === named.id) ? named : pickAccount(accounts, title);
  }
}

/** Undefined takes the setting away. */
async function setSandbox(enabled: true | undefined): Promise<void> {
  if (isSandboxEnabled() === (enabled ?? false)) return;
  await vscode.workspace
    .getConfiguration('ncloud')
    .update('sandbox.enabled', enabled, vscode.ConfigurationTarget.Global);
}
