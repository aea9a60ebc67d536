/** The creations that were asked for and whose outcome is not known, kept over a restart: names and numbers only. */
import { type Disposable, Emitter } from '../event';
import type { Server } from '../server';
import { isMade } from './match';

/** Where values are kept over a restart; a `vscode.Memento` is one. */
export interface Store {
  get<T>(key: string): T | undefined;
  /** Resolves when the value is kept. */
  update(key: string, value: unknown): PromiseLike<void>;
}

interface Entry {
  readonly name: string;
  /** By this computer's clock, for people. Milliseconds since the epoch. */
  readonly askedAt: number;
  /** The same moment by NCP's clock, as far as it was known. What an older version has kept has none. */
  readonly timestamp?: number;
  /** Numbers of the servers that had this name already. */
  readonly before: readonly string[];
}

/** A creation whose outcome is not known. */
export interface UnknownServer extends Entry {
  /** Whether this window still waits for the answer. */
  readonly isAwaited: boolean;
}

/** What is known when a creation is sent. */
export interface Sending {
  /** The account's servers. */
  readonly servers: readonly Server[];
  /** The time by NCP's clock, milliseconds since the epoch. */
  readonly timestamp: number;
}

/** Creations that ended without an answer. */
export interface Loss {
  readonly accountId: string;
  readonly names: readonly string[];
}

/** A server that an unknown creation has made. `isOwn`: a creation of this window, and not of one before it. */
export interface Settled {
  readonly server: Server;
  readonly isOwn: boolean;
}

type Stored = Readonly<Record<string, readonly Entry[]>>;

const storeKey = 'ncloud.unknownServers';

export class Journal implements Disposable {
  /** Those that this window waits for the answer of. In memory only: for a later window nobody waits any more. */
  private readonly awaited = new Set<string>();
  /** Those that this window has asked for, with an answer still to come or not. */
  private readonly own = new Set<string>();
  private readonly changed = new Emitter<string>();
  private readonly lost = new Emitter<Loss>();
  /** Fires with the account whose creations are others now, or are awaited no longer. */
  readonly onDidChange = this.changed.event;
  /** Fires when a creation of this window has ended without an answer. */
  readonly onDidLose = this.lost.event;

  constructor(
    private readonly store: Store,
    private readonly now: () => number = Date.now,
  ) {}

  list(accountId: string): readonly UnknownServer[] {
    return this.kept(accountId).map((entry) => ({
      ...entry,
      isAwaited: this.awaited.has(keyOf(accountId, entry.name)),
    }));
  }

  /** Those that nobody waits for any more: only a list can tell of them. */
  unawaited(accountId: string): readonly UnknownServer[] {
    return this.list(accountId).filter(({ isAwaited }) => !isAwaited);
  }

  /**
   * Notes names that are about to be asked for. Resolves when they are kept for the next start.
   * @throws when they cannot be kept; nothing must be sent then.
   */
  async add(accountId: string, names: readonly string[], { servers, timestamp }: Sending): Promise<void> {
    const askedAt = this.now();
    const added = names.map((name) => ({
      name,
      askedAt,
      timestamp,
      before: servers.filter((server) => server.name === name).map(({ number }) => number),
    }));
    for (const name of names) {
      this.awaited.add(keyOf(accountId, name));
      this.own.add(keyOf(accountId, name));
    }
    const kept = this.keep(accountId, [...this.without(accountId, names), ...added]);
    this.changed.fire(accountId);
    try {
      await kept;
    } catch (error) {
      this.remove(accountId, names);
      throw error;
    }
  }

  /** The answer to these will not come: a list has to tell whether they were made. */
  lose(accountId: string, names: readonly string[]): void {
    for (const name of names) this.awaited.delete(keyOf(accountId, name));
    this.changed.fire(accountId);
    this.lost.fire({ accountId, names });
  }

  /** Their outcome is known, or nobody wants to know it. */
  remove(accountId: string, names: readonly string[]): void {
    this.drop(accountId, names);
    this.changed.fire(accountId);
  }

  /** Drops all that the account has. */
  forget(accountId: string): void {
    this.drop(
      accountId,
      this.kept(accountId).map(({ name }) => name),
    );
  }

  /**
   * The servers among these that an unknown creation has made; its outcome is known from then on. While its answer is
   * awaited it is the answer that tells. That rows have gone is for the caller to say.
   */
  settle(accountId: string, servers: readonly Server[]): Settled[] {
    const unknown = this.unawaited(accountId).map(({ name, timestamp, askedAt, before }) => {
      return {
        name,
        asking: { environment: 'vpc', params: {}, askedAt: timestamp ?? askedAt, before: new Set(before) } as const,
      };
    });
    if (unknown.length === 0) return [];
    const made = servers.filter((server) => unknown.some(({ name, asking }) => isMade(server, name, asking)));
    const settled = made.map((server) => ({ server, isOwn: this.own.has(keyOf(accountId, server.name)) }));
    this.drop(
      accountId,
      made.map(({ name }) => name),
    );
    return settled;
  }

  dispose(): void {
    this.changed.dispose();
    this.lost.dispose();
  }

  private kept(accountId: string): readonly Entry[] {
    return this.store.get<Stored>(storeKey)?.[accountId] ?? [];
  }

  private without(accountId: string, names: readonly string[]): Entry[] {
    return this.kept(accountId).filter(({ name }) => !names.includes(name));
  }

  private drop(accountId: string, names: readonly string[]): void {
    if (names.length === 0) return;
    for (const name of names) {
      this.awaited.delete(keyOf(accountId, name));
      this.own.delete(keyOf(accountId, name));
    }
    // One that stays by mistake is looked up again, and nothing worse.
    this.keep(accountId, this.without(accountId, names)).then(undefined, () => undefined);
  }

  private async keep(accountId: string, entries: readonly Entry[]): Promise<void> {
    const { [accountId]: before, ...others } = this.store.get<Stored>(storeKey) ?? {};
    if (!before && entries.length === 0) return;
    await this.store.update(storeKey, entries.length === 0 ? others : { ...others, [accountId]: entries });
  }
}

function keyOf(accountId: string, name: string): string {
  return `${accountId}/${name}`;
}
