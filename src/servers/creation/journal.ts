/** The creations that were asked for and whose outcome is not known, kept over a restart: names and numbers only. */
import { mayComeFrom } from '../date';
import type { Server } from '../server';

/** Where values are kept over a restart; a `vscode.Memento` is one. */
export interface Store {
  get<T>(key: string): T | undefined;
  /** Resolves when the value is kept. */
  update(key: string, value: unknown): PromiseLike<void>;
}

/** A creation whose outcome is not known. */
export interface UnknownServer {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  /** Numbers of the servers that had this name already when it was asked for. */
  readonly before: readonly string[];
}

type Stored = Readonly<Record<string, readonly UnknownServer[]>>;

const storeKey = 'ncloud.unknownServers';

/** A server that a creation without an answer has made. `isOwn`: a creation of this window, and not of one before it. */
export interface Settled {
  readonly server: Server;
  readonly isOwn: boolean;
}

export class Journal {
  /** Those that this window waits for the answer of. In memory only: for a later window nobody waits any more. */
  private readonly awaited = new Set<string>();
  /** Those that this window has asked for, awaited or lost. */
  private readonly own = new Set<string>();

  constructor(private readonly store: Store) {}

  list(accountId: string): readonly UnknownServer[] {
    return this.store.get<Stored>(storeKey)?.[accountId] ?? [];
  }

  /** Whether this window still waits for the answer. */
  isAwaited(accountId: string, name: string): boolean {
    return this.awaited.has(keyOf(accountId, name));
  }

  /** Notes what is about to be sent. Resolves when it is kept; when it cannot be kept it is dropped and this rejects. */
  async add(accountId: string, asked: readonly UnknownServer[]): Promise<void> {
    const names = asked.map(({ name }) => name);
    for (const name of names) {
      this.awaited.add(keyOf(accountId, name));
      this.own.add(keyOf(accountId, name));
    }
    const others = this.list(accountId).filter(({ name }) => !names.includes(name));
    try {
      await this.keep(accountId, [...others, ...asked]);
    } catch (error) {
      this.remove(accountId, names);
      throw error;
    }
  }

  /** The answer will not come. */
  lose(accountId: string, names: readonly string[]): void {
    for (const name of names) this.awaited.delete(keyOf(accountId, name));
  }

  remove(accountId: string, names: readonly string[]): void {
    this.lose(accountId, names);
    for (const name of names) this.own.delete(keyOf(accountId, name));
    const others = this.list(accountId).filter(({ name }) => !names.includes(name));
    // One that stays by mistake is looked up again, and nothing worse.
    this.keep(accountId, others).then(undefined, () => undefined);
  }

  /**
   * The servers among these that a creation without an answer has made: of exactly its name, and not there before. It
   * is known from then on. While the answer is awaited it is the answer that tells.
   */
  settle(accountId: string, servers: readonly Server[]): Settled[] {
    const lost = this.list(accountId).filter(({ name }) => !this.isAwaited(accountId, name));
    if (lost.length === 0) return [];
    const found = servers.filter((server) => lost.some((asked) => mayBe(server, asked)));
    const settled = found.map((server) => ({ server, isOwn: this.own.has(keyOf(accountId, server.name)) }));
    if (found.length > 0) {
      this.remove(
        accountId,
        found.map(({ name }) => name),
      );
    }
    return settled;
  }

  private async keep(accountId: string, unknown: readonly UnknownServer[]): Promise<void> {
    const { [accountId]: before, ...others } = this.store.get<Stored>(storeKey) ?? {};
    if (!before && unknown.length === 0) return;
    await this.store.update(storeKey, unknown.length === 0 ? others : { ...others, [accountId]: unknown });
  }
}

function keyOf(accountId: string, name: string): string {
  return `${accountId}/${name}`;
}

/** Whether the server is the one that was asked for. */
function mayBe(server: Server, { name, before, askedAt }: UnknownServer): boolean {
  return server.name === name && !before.includes(server.number) && mayComeFrom(server.createDate, askedAt);
}
