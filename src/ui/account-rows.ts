/** What is known of things that accounts have: for each account the rows of the last good list. */
import * as vscode from 'vscode';

/** What is known of one account's rows. */
export interface KnownRows<Row> {
  readonly rows: readonly Row[];
  /** When the last good list was asked for, milliseconds since the epoch; undefined before the first. */
  readonly readAt: number | undefined;
  /** Why the last look went wrong, as a sentence; undefined when it went well. */
  readonly problem: string | undefined;
}

/** The accounts that there are. */
interface Owners {
  list(): readonly { readonly id: string }[];
  readonly onDidChange: vscode.Event<void>;
}

/** Of an account that is gone nothing is known any more, whatever is still on its way. */
export class AccountRows<Row> implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private readonly accounts = new Map<string, KnownRows<Row>>();
  private readonly changed = new vscode.EventEmitter<string>();
  /** Fires with the id of the account. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly owners: Owners) {
    this.subscription = owners.onDidChange(() => this.follow());
  }

  /** Undefined until the account was looked at. */
  get(accountId: string): KnownRows<Row> | undefined {
    return this.accounts.get(accountId);
  }

  find(accountId: string, isWanted: (row: Row) => boolean): Row | undefined {
    return this.accounts.get(accountId)?.rows.find(isWanted);
  }

  /** The account's whole list, as asked for at `askedAt`, in milliseconds since the epoch. */
  renew(accountId: string, rows: readonly Row[], askedAt = Date.now()): void {
    this.set(accountId, { rows, readAt: askedAt, problem: undefined });
  }

  /** The list could not be renewed: the last good one stays, with the reason beside it. */
  fail(accountId: string, problem: string): void {
    const { rows = [], readAt } = this.accounts.get(accountId) ?? {};
    this.set(accountId, { rows, readAt, problem });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private follow(): void {
    for (const accountId of [...this.accounts.keys()]) {
      if (this.isOwned(accountId)) continue;
      this.accounts.delete(accountId);
      this.changed.fire(accountId);
    }
  }

  private isOwned(accountId: string): boolean {
    return this.owners.list().some(({ id }) => id === accountId);
  }

  private set(accountId: string, known: KnownRows<Row>): void {
    if (!this.isOwned(accountId)) return;
    this.accounts.set(accountId, known);
    this.changed.fire(accountId);
  }
}
