/** Reads an account's list once another window has ended what it had on its way there, so that what was made is seen here. */
import type { Disposable } from '../event';
import type { Fleet } from '../fleet';
import type { Reader } from '../poller';
import type { Journal, UnknownServer } from './journal';

export class Beside implements Disposable {
  /** What is on its way, or was made and is in no list yet, by account. */
  private readonly pending = new Map<string, readonly UnknownServer[]>();
  /** Accounts that are to be read once somebody sees them. */
  private readonly due = new Set<string>();
  private readonly subscription: Disposable;
  private isVisible = false;

  constructor(
    private readonly fleet: Pick<Fleet, 'get' | 'server'>,
    private readonly journal: Pick<Journal, 'list' | 'onDidChange'>,
    private readonly reader: Pick<Reader, 'isOpen' | 'renew'>,
  ) {
    this.subscription = journal.onDidChange((accountId) => this.look(accountId));
  }

  /** While nobody sees the servers view nothing is read. */
  setVisible(visible: boolean): void {
    this.isVisible = visible;
    if (visible) this.read();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look(accountId: string): void {
    const before = this.pending.get(accountId) ?? [];
    const list = this.journal.list(accountId);
    const now = list.filter(({ state }) => state === 'elsewhere' || state === 'made');
    this.pending.set(accountId, now);
    const isEnded = before.some((one) => {
      const after = list.find(({ id, name }) => id === one.id && name === one.name);
      const number = after?.number ?? one.number;
      const isHere = number !== undefined && this.fleet.server(accountId, number) !== undefined;
      return after?.state !== one.state && after?.state !== 'unknown' && !isHere;
    });
    if (!isEnded) return;
    this.due.add(accountId);
    if (this.isVisible) this.read();
  }

  private read(): void {
    for (const accountId of this.due) {
      this.due.delete(accountId);
      const isRead = this.fleet.get(accountId)?.readAt !== undefined;
      if (isRead && this.reader.isOpen(accountId)) void this.reader.renew(accountId);
    }
  }
}
