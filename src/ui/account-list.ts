/**
 * Reads whole lists of accounts: of their servers, of their scripts. An account is never asked for a list twice at the
 * same time. A list of another thing is a subclass that says how one is read.
 */
import type { Environment } from '../reference/types';
import { reasonOf } from './told';

/** A list that is older than this is read again when its view comes into sight, in milliseconds. */
const staleAfter = 60_000;

/** What opens accounts. */
interface Opener<Session> {
  /** @throws vscode.CancellationError when the account is gone or its key is not entered. */
  open(accountId: string): Promise<Session>;
  /** Whether the account can be called without asking the user for anything. */
  isOpen(accountId: string): boolean;
  /** The environment of the account, for words about it. */
  environment(accountId: string): Environment;
}

/** What keeps the lists. */
interface Keeper {
  /** What is known of an account. `readAt`: when its last good list was read, milliseconds since the epoch. */
  get(accountId: string): { readonly readAt: number | undefined } | undefined;
  /** The list could not be read: `problem` says why, as a sentence. */
  fail(accountId: string, problem: string): void;
}

export abstract class AccountList<Session> {
  private readonly running = new Map<string, Promise<void>>();

  /** `what` is read; for the log. */
  constructor(
    protected readonly sessions: Opener<Session>,
    private readonly keeper: Keeper,
    private readonly what: string,
  ) {}

  /** Reads the account's list. Never rejects: what went wrong is with the keeper. May ask the user for the key. */
  renew(accountId: string): Promise<void> {
    let reading = this.running.get(accountId);
    if (!reading) {
      reading = this.attempt(accountId).finally(() => this.running.delete(accountId));
      this.running.set(accountId, reading);
    }
    return reading;
  }

  /** Reads the lists again that have become old; only those that were read before. */
  async renewOld(accountIds: readonly string[]): Promise<void> {
    const old = accountIds.filter((id) => {
      const readAt = this.keeper.get(id)?.readAt;
      // The clock may have been set back since.
      const isOld = readAt !== undefined && Math.abs(Date.now() - readAt) > staleAfter;
      return isOld && this.sessions.isOpen(id);
    });
    await Promise.all(old.map((id) => this.renew(id)));
  }

  /** What a user asks for: the lists that were looked at before, or all when none was. */
  async refresh(accountIds: readonly string[]): Promise<void> {
    const known = accountIds.filter((id) => this.keeper.get(id) !== undefined);
    await Promise.all((known.length > 0 ? known : accountIds).map((id) => this.renew(id)));
  }

  /** Reads the list of an open account into the keeper. */
  protected abstract read(session: Session): Promise<void>;

  private async attempt(accountId: string): Promise<void> {
    try {
      await this.read(await this.sessions.open(accountId));
    } catch (error) {
      this.keeper.fail(accountId, reasonOf(error, this.sessions.environment(accountId), this.what));
    }
  }
}
