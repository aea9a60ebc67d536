/** What can be done with accounts that are there, and the way into the sandbox. */
import * as vscode from 'vscode';
import type { Fleet } from '../../servers/fleet';
import { askText } from '../ask';
import { confirm } from '../confirm';
import * as tell from '../tell';
import { plain, shortNames } from '../text';
import { type Account, type Accounts, isSandboxEnabled } from './account';
import { type Added, addAccount, type Entered, replaceKey } from './add';
import { chooseRegions } from './choose-regions';
import { type Parts, siblingsOf } from './holders';
import { importAccounts } from './import';
import type { Keys } from './keys';
import { checkLabel } from './label';
import { accountOf, offerAccount, pickAccount } from './pick';
import type { Sessions } from './session';
import { sandboxWords } from './tooltip';
import { accountRegion, environmentWord, regionWord } from './words';

export class AccountCommands {
  private readonly parts: Parts;
  private readonly entered: Entered = { site: 'public', accessKey: '' };

  /** `show` unfolds an account in the tree. */
  constructor(
    private readonly accounts: Accounts,
    private readonly keys: Keys,
    private readonly sessions: Sessions,
    private readonly fleet: Fleet,
    private readonly show: (accountId: string) => Promise<void>,
  ) {
    this.parts = { accounts, keys, connect: (key) => this.sessions.client(key) };
  }

  async add(): Promise<void> {
    const result = await addAccount(this.parts, this.entered);
    if (!result) return;
    void this.tellAdded(result);
    const [first] = [...result.added, ...result.known];
    if (first) await this.show(first.id);
  }

  async import(): Promise<void> {
    const [first] = await importAccounts(this.parts);
    if (first) await this.show(first.id);
  }

  async switch(argument: unknown): Promise<void> {
    const account = await this.choose(argument, vscode.l10n.t('Switch Account'));
    if (account) await this.accounts.setCurrent(account.id);
  }

  async rename(argument: unknown): Promise<void> {
    const account = await this.choose(argument, vscode.l10n.t('Rename Account'), isReal);
    if (!account) return;
    const label = await askText({
      title: vscode.l10n.t('Rename {0}', plain(account.label)),
      value: account.label,
      validateInput: (text) => checkLabel(text.trim(), this.accounts, account.label),
    });
    if (label !== undefined) await this.accounts.save({ ...account, label: label.trim() });
  }

  /** Which regions of the key's environment have a row each. */
  async chooseRegions(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Choose Regions');
    const account = await this.choose(argument, title, isReal);
    if (!account) return;
    const { client } = await this.sessions.open(account.id);
    const choice = await chooseRegions(this.parts, account, client, title);
    if (!choice) return;
    for (const dropped of choice.dropped) await this.drop(dropped);
    const [first] = choice.added;
    if (first) await this.show(first.id);
  }

  async replaceKey(argument: unknown): Promise<void> {
    const account = await this.choose(argument, vscode.l10n.t('Replace API Key'), isReal);
    if (!account || !(await replaceKey(account, this.parts))) return;
    this.sessions.close(account.id);
    await this.show(account.id);
  }

  async remove(argument: unknown): Promise<void> {
    const account = await this.choose(argument, vscode.l10n.t('Remove Account'), isReal);
    if (!account) return;
    const others = (await siblingsOf(this.parts, account)).map(({ label }) => plain(label)).join(', ');
    const fate =
      others === ''
        ? vscode.l10n.t('Its key is deleted from this editor. Its servers stay and are billed.')
        : vscode.l10n.t('Its key stays with {0}. Its servers stay and are billed.', others);
    const open = this.fleet.unsettled(account.id);
    const kept = vscode.l10n.t(
      'What became of these servers is not known yet: {0}. That stays on record, and shows again with the key.',
      shortNames(open),
    );
    const agreed = await confirm({
      title: vscode.l10n.t('Remove {0}?', plain(account.label)),
      detail: open.length === 0 ? fate : `${fate} ${kept}`,
      action: vscode.l10n.t('Remove'),
    });
    if (agreed) await this.drop(account);
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

  private async drop({ id, label }: Account): Promise<void> {
    const isDeleted = await this.keys.delete(id);
    this.sessions.close(id);
    this.fleet.forget(id);
    await this.accounts.remove(id);
    if (!isDeleted) {
      void tell.warn(vscode.l10n.t('{0} was removed, but the secret store did not delete its key.', plain(label)));
    }
  }

  /** Says what the key has brought, and offers what was not asked. */
  private async tellAdded({ added, known, elsewhere, unsure }: Added): Promise<void> {
    const [first] = added;
    const regions = vscode.l10n.t('Choose Regions');
    const rename = vscode.l10n.t('Rename');
    const sentences = [
      first === undefined
        ? vscode.l10n.t('This key is here already: {0}.', listed(known))
        : vscode.l10n.t('Added: {0}.', listed(added)),
      ...(first === undefined ? [] : [vscode.l10n.t('Region: {0}.', accountRegion(first))]),
      ...(first === undefined || elsewhere.length === 0
        ? []
        : [vscode.l10n.t('Other regions of the key: {0}.', elsewhere.map(({ name }) => regionWord(name)).join(', '))]),
      ...unsure.map((environment) =>
        vscode.l10n.t(
          '{0} could not be checked. To look for servers there, add the key again later.',
          environmentWord(environment),
        ),
      ),
    ];
    const actions = [...(elsewhere.length === 0 ? [] : [regions]), ...(added.length === 1 ? [rename] : [])];
    const choice = await tell.info(sentences.join(' '), ...(first === undefined ? [] : actions));
    if (choice === regions) await vscode.commands.executeCommand('ncloud.chooseRegions', { accountId: first?.id });
    if (choice === rename) await vscode.commands.executeCommand('ncloud.renameAccount', { accountId: first?.id });
  }

  private async choose(
    argument: unknown,
    title: string,
    fits: (account: Account) => boolean = () => true,
  ): Promise<Account | undefined> {
    const named = accountOf(argument, this.accounts);
    if (named && fits(named)) return named;
    if (this.accounts.list().some(fits)) return pickAccount(this.accounts, title, fits);
    await offerAccount(title);
    return undefined;
  }
}

function isReal({ site }: Account): boolean {
  return site !== 'sandbox';
}

/** `public-kr (VPC), public-kr-classic (Classic)` */
function listed(accounts: readonly Account[]): string {
  return accounts.map(({ label, environment }) => `${plain(label)} (${environmentWord(environment)})`).join(', ');
}

/** Undefined takes the setting away. */
async function setSandbox(enabled: true | undefined): Promise<void> {
  if (isSandboxEnabled() === (enabled ?? false)) return;
  await vscode.workspace
    .getConfiguration('ncloud')
    .update('sandbox.enabled', enabled, vscode.ConfigurationTarget.Global);
}
