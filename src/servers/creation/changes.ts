/** Notices when what the journal tells of an account is not what it told last. */
import { type Disposable, Emitter } from '../event';
import type { UnknownServer } from './unknown-server';

/** What the journal tells. */
interface Told {
  list(accountId: string): readonly UnknownServer[];
  unreadable(): readonly { readonly id: string }[];
}

export class Changes implements Disposable {
  private readonly changed = new Emitter<string>();
  private readonly unreadableChanged = new Emitter<void>();
  /** What was told last of each account. */
  private readonly last = new Map<string, string>();
  private lastUnreadable = '[]';
  readonly onDidChange = this.changed.event;
  readonly onDidChangeUnreadable = this.unreadableChanged.event;

  constructor(private readonly told: Told) {}

  /** Fires for each account of which something else is told now. Looks at these and at those that it has seen before. */
  look(accountIds: readonly string[]): void {
    for (const accountId of new Set([...accountIds, ...this.last.keys()])) {
      const before = this.last.get(accountId) ?? '[]';
      if (this.pass(accountId) !== before) this.changed.fire(accountId);
    }
    const ids = this.told.unreadable().map(({ id }) => id);
    const unreadable = JSON.stringify(ids.sort());
    if (unreadable === this.lastUnreadable) return;
    this.lastUnreadable = unreadable;
    this.unreadableChanged.fire();
  }

  /** What is told of the account now is known to whoever would be told. */
  pass(accountId: string): string {
    const rows = this.told
      .list(accountId)
      .map(({ id, name, state, number, isReleased }) => [id, name, state, number, isReleased]);
    const text = JSON.stringify(rows);
    this.last.set(accountId, text);
    return text;
  }

  dispose(): void {
    this.changed.dispose();
    this.unreadableChanged.dispose();
  }
}
