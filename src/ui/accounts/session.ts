/** An account that can be called: its key, fetched or asked for, in a client. */
import * as vscode from 'vscode';
import { type Attempt, NcloudClient, type NetworkSettings, sites } from '../../client/index';
import type { Environment } from '../../reference/index';
import { Catalog, PriceList } from '../../servers/index';
import type { Log } from '../log';
import { networkSettings } from '../network';
import type { Account, Accounts } from './account';
import type { Key, Keys } from './keys';
import type { SandboxHost } from './sandbox';

export interface Session extends Connection {
  readonly account: Account;
}

interface Connection {
  readonly client: NcloudClient;
  /** What can be chosen for a new server. */
  readonly catalog: Catalog;
  /** Where its calls go, without a path. */
  readonly endpoint: string;
  /** Undefined where no price list is known. */
  readonly prices: PriceList | undefined;
}

/** Has the user enter the key of an account whose key is not there. Undefined when the user leaves. */
export type AskKey = (account: Account) => Promise<Key | undefined>;

export class Sessions {
  private readonly read = new vscode.EventEmitter<void>();
  /** A list of an account was read: what is in it has a name from now on. */
  readonly onDidRead = this.read.event;
  private readonly connections = new Map<string, Promise<Connection>>();
  /** Those of them that stand. */
  private readonly standing = new Map<string, Connection>();
  /** Whether the last question for a key was answered; undefined while none is open. */
  private asking: Promise<boolean> | undefined;
  private checksCertificates = true;

  constructor(
    private readonly accounts: Accounts,
    private readonly keys: Keys,
    private readonly sandbox: SandboxHost,
    private readonly log: Log,
    private readonly askKey: AskKey,
  ) {
    keys.onDidChange((accountId) => this.close(accountId));
  }

  /**
   * The account with a client for it. Asks for the key when it is not there, so call it only for something that the
   * user did.
   * @throws vscode.CancellationError when the user leaves the question, or when the account is gone.
   */
  async open(accountId: string): Promise<Session> {
    const account = this.accounts.get(accountId);
    if (!account) throw new vscode.CancellationError();
    let connection = this.connections.get(accountId);
    if (!connection) {
      const opening = this.connect(account);
      connection = opening;
      this.connections.set(accountId, opening);
      opening.then(
        (made) => this.connections.get(accountId) === opening && this.standing.set(accountId, made),
        () => this.connections.get(accountId) === opening && this.connections.delete(accountId),
      );
    }
    return { account, ...(await connection) };
  }

  /** Whether the account can be called without asking the user for anything. */
  isOpen(accountId: string): boolean {
    return this.connections.has(accountId);
  }

  /** What was read of the account already; undefined while it was not called. */
  known(accountId: string): Pick<Connection, 'catalog' | 'prices'> | undefined {
    return this.standing.get(accountId);
  }

  /** The environment of the account, for words about it. */
  environment(accountId: string): Environment {
    return this.accounts.get(accountId)?.environment ?? 'vpc';
  }

  /** A client for a key that belongs to no account yet. */
  client(key: Key): NcloudClient {
    const site = Object.values(sites).find(({ endpoint }) => endpoint === key.endpoint);
    return this.build(key, site?.billingEndpoint);
  }

  /** Drops the account's client; the next call reads its key again. */
  close(accountId: string): void {
    this.connections.delete(accountId);
    this.standing.delete(accountId);
  }

  /** Stops the sandbox; the next call to it starts a new one. */
  closeSandbox(): void {
    this.sandbox.dispose();
  }

  private async connect(account: Account): Promise<Connection> {
    const catalogOf = (client: NcloudClient) =>
      new Catalog(client, account.environment, account.region, Date.now, () => this.read.fire());
    if (account.site === 'sandbox') {
      const key = await this.sandbox.key();
      const client = this.build(key, key.endpoint);
      return { client, catalog: catalogOf(client), endpoint: key.endpoint, prices: new PriceList(client, true) };
    }
    const { endpoint, billingEndpoint } = sites[account.site];
    const stored = () => this.keys.get(account.id, endpoint);
    const key = (await stored()) ?? (await this.ask(account, stored));
    if (!key) throw new vscode.CancellationError();
    const client = this.client(key);
    const prices = billingEndpoint === undefined ? undefined : new PriceList(client, false);
    return { client, catalog: catalogOf(client), endpoint, prices };
  }

  /**
   * Asks for the key of one account after the other: the editor would close the box of one for that of the next. Whoever
   * leaves a box has left those that wait behind it.
   */
  private async ask(account: Account, stored: () => Promise<Key | undefined>): Promise<Key | undefined> {
    const before = this.asking;
    const asked = (async () => {
      if (before && !(await before)) return undefined;
      return (before && (await stored())) ?? this.askKey(account);
    })();
    const isAnswered = asked.then(
      (key) => key !== undefined,
      () => false,
    );
    this.asking = isAnswered;
    void isAnswered.then(() => {
      if (this.asking === isAnswered) this.asking = undefined;
    });
    return asked;
  }

  /** The log tells from when to when no certificate is checked: nothing else would show it. */
  private network(): NetworkSettings {
    const settings = networkSettings();
    if (this.checksCertificates === settings.anyCertificate) {
      this.checksCertificates = !settings.anyCertificate;
      this.log.warn(
        `http.proxyStrictSSL is ${this.checksCertificates ? 'on again' : 'off: no certificate is checked'}.`,
      );
    }
    return settings;
  }

  private build({ endpoint, accessKey, secretKey }: Key, billingEndpoint: string | undefined): NcloudClient {
    return new NcloudClient({
      endpoint,
      accessKey,
      secretKey,
      ...(billingEndpoint === undefined ? {} : { billingEndpoint }),
      network: () => this.network(),
      onAttempt: (attempt) => this.log.info(describe(attempt)),
    });
  }
}

function describe({ operation, service, action, attempt, ms, status, code, requestId }: Attempt): string {
  const result = [status, code].filter((part) => part !== undefined).join(' ');
  const numbered = requestId === undefined ? '' : `, NCP's number ${requestId}`;
  return `${operation} ${service}/${action} attempt ${attempt}: ${result} in ${Math.round(ms)} ms${numbered}`;
}
