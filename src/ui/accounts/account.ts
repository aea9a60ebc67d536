/** The accounts that the user has named. What is kept here is no secret: keys live in SecretStorage. */
import * as vscode from 'vscode';
import type { Environment } from '../../reference/types';

/** The three sites of NAVER Cloud Platform, and the simulator in this extension. */
export type Site = 'public' | 'government' | 'finance' | 'sandbox';

/** One key of one account, looked at in one environment and one region. */
export interface Account {
  readonly id: string;
  readonly label: string;
  readonly site: Site;
  readonly environment: Environment;
  /** `regionCode` in VPC, `regionNo` in Classic. */
  readonly region: string;
  /** The region's code for people, where `region` is a number. */
  readonly regionName?: string;
}

const accountsKey = 'ncloud.accounts';
const currentKey = 'ncloud.currentAccount';
const lastKey = 'ncloud.lastAccount';

/** Whether the application setting shows the sandbox. A workspace cannot set it. */
export function isSandboxEnabled(): boolean {
  return vscode.workspace.getConfiguration('ncloud').get<boolean>('sandbox.enabled') === true;
}

/** The list of accounts: those that the user added, then the sandbox's two when it is turned on. */
export class Accounts implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly settings: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: vscode.Memento) {
    this.settings = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ncloud.sandbox')) this.changed.fire();
    });
  }

  list(): readonly Account[] {
    return isSandboxEnabled() ? [...this.stored(), ...sandboxAccounts()] : this.stored();
  }

  get(id: string): Account | undefined {
    return this.list().find((account) => account.id === id);
  }

  /** The account that commands without a target take: the one switched to, or the only one. */
  current(): Account | undefined {
    const accounts = this.list();
    const chosen = this.state.get<string>(currentKey);
    return accounts.find(({ id }) => id === chosen) ?? (accounts.length === 1 ? accounts[0] : undefined);
  }

  async setCurrent(id: string): Promise<void> {
    await this.state.update(currentKey, id);
    this.changed.fire();
  }

  /** The accounts, the one first that the user worked with last. */
  recent(): readonly Account[] {
    const last = this.state.get<string>(lastKey);
    return [...this.list()].sort((a, b) => Number(b.id === last) - Number(a.id === last));
  }

  /** Remembers that the user works with the account. */
  async use(id: string): Promise<void> {
    if (this.state.get<string>(lastKey) !== id) await this.state.update(lastKey, id);
  }

  /** Adds the account, or replaces the one of the same id. */
  async save(account: Account): Promise<void> {
    const others = this.stored();
    const known = others.some(({ id }) => id === account.id);
    await this.store(known ? others.map((other) => (other.id === account.id ? account : other)) : [...others, account]);
  }

  async remove(id: string): Promise<void> {
    await this.store(this.stored().filter((account) => account.id !== id));
  }

  dispose(): void {
    this.settings.dispose();
    this.changed.dispose();
  }

  private stored(): readonly Account[] {
    return this.state.get<readonly Account[]>(accountsKey) ?? [];
  }

  private async store(accounts: readonly Account[]): Promise<void> {
    await this.state.update(accountsKey, accounts);
    this.changed.fire();
  }
}

/** Whether the account is one of the sandbox, also when that is turned off. */
export function isSandboxAccount(accountId: string): boolean {
  return sandboxAccounts().some(({ id }) => id === accountId);
}

function sandboxAccounts(): readonly Account[] {
  const label = (environment: string) => vscode.l10n.t('SANDBOX {0}', environment);
  return [
    { id: 'sandbox-vpc', label: label('VPC'), site: 'sandbox', environment: 'vpc', region: 'KR' },
    {
      id: 'sandbox-classic',
      label: label('Classic'),
      site: 'sandbox',
      environment: 'classic',
      region: '1',
      regionName: 'KR',
    },
  ];
}
