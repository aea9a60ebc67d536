/** What is known of servers: for each account those of the last good list, and what is still unknown. */
import type { Holder } from './creation/intent';
import type { Journal, Lost, Settled, UnknownServer, Unreadable } from './creation/journal';
import { adopt, type Entries, isMissing, type Merged, merge } from './entries';
import { type Disposable, Emitter, type Event } from './event';
import type { Server } from './server';

/** What is known of one account's servers. */
export interface AccountServers {
  readonly servers: readonly Server[];
  /** When the last good list was asked for, milliseconds since the epoch; undefined before the first. */
  readonly readAt: number | undefined;
  /** When the first list was asked for that is still being read, or that could not be read to its end. */
  readonly partialAt: number | undefined;
  /** Why the last look went wrong, as a sentence; undefined when it went well. */
  readonly problem: string | undefined;
  readonly unknown: readonly UnknownServer[];
}

/** What changed. Without `numbers` the set of rows did, otherwise only these rows. */
export interface ServersChange {
  readonly accountId: string;
  readonly numbers?: readonly string[];
  /** Whether the account's first list is still being read. */
  readonly isPartial?: boolean;
}

/** Servers that were created. `isOwn`: by this window, and not by one before it. */
export interface Adoption {
  readonly accountId: string;
  readonly servers: readonly Server[];
  readonly isOwn: boolean;
}

/** Servers that a list has shown to be those of unknown creations. */
export interface Settlement {
  readonly accountId: string;
  readonly settled: readonly Settled[];
}

/** Something that this window has asked of servers. */
export interface Begun {
  readonly accountId: string;
  readonly numbers: readonly string[];
}

interface Known {
  readonly entries: Entries;
  readAt: number | undefined;
  partialAt: number | undefined;
  problem: string | undefined;
}

export class Fleet implements Disposable {
  private readonly accounts = new Map<string, Known>();
  private readonly changed = new Emitter<ServersChange>();
  private readonly adopted = new Emitter<Adoption>();
  private readonly settled = new Emitter<Settlement>();
  private readonly begun = new Emitter<Begun>();
  private readonly forgotten = new Emitter<string>();
  private readonly subscription: Disposable;
  readonly onDidChange = this.changed.event;
  /** Fires when the records of creations that cannot be read are others. */
  readonly onDidChangeUnreadable: Event<void>;
  /** Fires when servers were created from here, or found after a creation without an answer. */
  readonly onDidAdopt = this.adopted.event;
  /** Fires when a list has told what became of creations without an answer. */
  readonly onDidSettle = this.settled.event;
  /** Fires when an operation was sent from here. */
  readonly onDidBegin = this.begun.event;
  /** Fires with an account of which nothing is known any more. */
  readonly onDidForget = this.forgotten.event;

  /** A list that comes in may settle some of the journal's creations: their servers are adopted then. */
  constructor(
    private readonly journal: Journal,
    private readonly now: () => number = Date.now,
  ) {
    this.onDidChangeUnreadable = journal.onDidChangeUnreadable;
    this.subscription = journal.onDidChange((accountId) => this.changed.fire({ accountId }));
  }

  /** Undefined until the account was looked at. */
  get(accountId: string): AccountServers | undefined {
    const known = this.accounts.get(accountId);
    if (!known) return undefined;
    const { entries, readAt, partialAt, problem } = known;
    const servers = [...entries.values()].map(({ server }) => server);
    // Of a server that was made and is here already there is nothing to be known.
    const unknown = this.journal.list(accountId).filter(({ number }) => number === undefined || !entries.has(number));
    return { servers, readAt, partialAt, problem, unknown };
  }

  server(accountId: string, number: string): Server | undefined {
    return this.accounts.get(accountId)?.entries.get(number)?.server;
  }

  /** When the server began to change, milliseconds since the epoch; undefined when it does not. */
  since(accountId: string, number: string): number | undefined {
    return this.accounts.get(accountId)?.entries.get(number)?.since;
  }

  /** The moment of the last look that found the server, milliseconds since the epoch. */
  seenAt(accountId: string, number: string): number | undefined {
    return this.accounts.get(accountId)?.entries.get(number)?.at;
  }

  /** Whether the last look did not find the server; it goes when the next one does not either. */
  isMissing(accountId: string, number: string): boolean {
    const entry = this.accounts.get(accountId)?.entries.get(number);
    return entry !== undefined && isMissing(entry, this.now());
  }

  /** Whether it was created from here and is gone from the lists, though it never ran and nobody has taken it away. */
  isLost(accountId: string, number: string): boolean {
    return this.accounts.get(accountId)?.entries.get(number)?.isLost ?? false;
  }

  /**
   * New servers of that name of which the last list does not tell whether the creation without an answer has made them.
   */
  candidates(accountId: string, { id, name }: Lost): readonly Server[] {
    const known = this.accounts.get(accountId);
    if (known?.readAt === undefined) return [];
    const listed = [...known.entries.values()].filter(({ missingAt }) => missingAt === undefined);
    const findings = this.journal.findings(
      accountId,
      listed.map(({ server }) => server),
    );
    return findings.find((finding) => finding.id === id && finding.name === name)?.candidates ?? [];
  }

  /** The user says that this is the server which the creation without an answer has made. */
  attribute(accountId: string, lost: Lost, server: Server): void {
    const { entries } = this.known(accountId);
    adopt(entries, entries.get(server.number)?.server ?? server, this.now());
    this.journal.drop(accountId, lost, server.number);
    this.adopted.fire({ accountId, servers: [server], isOwn: false });
  }

  /** The records of creations that cannot be read, of whichever account they are. */
  unreadable(): readonly Unreadable[] {
    return this.journal.unreadable();
  }

  /** The account's names whose creation nobody has seen the end of. */
  unsettled(accountId: string): string[] {
    return this.journal.list(accountId).map(({ name }) => name);
  }

  /** The names that are in use, as far as known here, with those that may have been made. */
  names(accountId: string): string[] {
    const servers = this.get(accountId)?.servers ?? [];
    return [...servers.map(({ name }) => name), ...this.journal.names(accountId)];
  }

  /**
   * Reads what all windows have asked for with the key of the account.
   * @throws when that cannot be read.
   */
  open(holder: Holder): Promise<void> {
    this.journal.hold(holder);
    return this.journal.load();
  }

  /** The account's whole list, as asked for at `askedAt`. Rows learnt after that moment stay. */
  renew(accountId: string, servers: readonly Server[], askedAt: number): void {
    const known = this.known(accountId);
    const wasPlain = known.readAt !== undefined && known.problem === undefined;
    Object.assign(known, { readAt: askedAt, partialAt: undefined, problem: undefined });
    const merged = merge(known.entries, { numbers: [...known.entries.keys()], servers, askedAt, now: this.now() });
    this.conclude(accountId, known, merged, this.journal.settle(accountId, servers, true), !wasPlain);
  }

  /**
   * A part of the account's first list, as asked for at `askedAt`, before the whole is there. Ignored when there is a
   * list already: that one stays until a new one is whole.
   */
  preview(accountId: string, servers: readonly Server[], askedAt: number): void {
    const known = this.known(accountId);
    if (known.readAt !== undefined) return;
    known.partialAt = askedAt;
    merge(known.entries, { numbers: [], servers, askedAt, now: this.now(), isProvisional: true });
    this.changed.fire({ accountId, isPartial: true });
  }

  /** Some servers of the account, asked for by `numbers` at `askedAt`; those that are missing are gone. */
  renewSome(accountId: string, numbers: readonly string[], servers: readonly Server[], askedAt: number): void {
    this.mergeSome(accountId, numbers, servers, askedAt, true);
  }

  /** One look at some servers. Those that are missing are marked, and gone when the next look does not find them. */
  lookAt(accountId: string, numbers: readonly string[], servers: readonly Server[], askedAt: number): void {
    this.mergeSome(accountId, numbers, servers, askedAt, false);
  }

  /** The list could not be renewed: the last good one stays, with the reason beside it. */
  fail(accountId: string, problem: string): void {
    this.known(accountId).problem = problem;
    this.changed.fire({ accountId });
  }

  /** Shows servers that were created just now, before any list names them. */
  adopt(accountId: string, servers: readonly Server[]): void {
    const { entries } = this.known(accountId);
    for (const server of servers) adopt(entries, server, this.now());
    this.changed.fire({ accountId });
    this.adopted.fire({ accountId, servers, isOwn: true });
  }

  /** An operation on these servers was sent from here: what becomes of it is followed wherever the user looks. */
  begin(accountId: string, numbers: readonly string[]): void {
    this.begun.fire({ accountId, numbers });
  }

  /** Drops all that is known of the account, so that it is looked at anew. */
  forget(accountId: string): void {
    this.accounts.delete(accountId);
    this.journal.forget(accountId);
    this.forgotten.fire(accountId);
  }

  dispose(): void {
    this.subscription.dispose();
    for (const emitter of [this.changed, this.adopted, this.settled, this.begun, this.forgotten]) emitter.dispose();
  }

  private known(accountId: string): Known {
    let known = this.accounts.get(accountId);
    if (!known) {
      known = { entries: new Map(), readAt: undefined, partialAt: undefined, problem: undefined };
      this.accounts.set(accountId, known);
    }
    return known;
  }

  private mergeSome(
    accountId: string,
    numbers: readonly string[],
    all: readonly Server[],
    askedAt: number,
    isCertain: boolean,
  ): void {
    const known = this.known(accountId);
    // An answer may tell of a server that was not asked for; it has no place among these.
    const asked = new Set(numbers);
    const servers = all.filter(({ number }) => asked.has(number));
    const merged = merge(known.entries, { numbers, servers, askedAt, now: this.now(), isCertain });
    this.conclude(accountId, known, merged, this.journal.settle(accountId, servers, false), false);
  }

  /** Ends creations that a reading has told of, and fires for what it has changed. */
  private conclude(
    accountId: string,
    { entries }: Known,
    { rowsChanged, differing }: Merged,
    settled: readonly Settled[],
    redraw: boolean,
  ): void {
    for (const { server } of settled) adopt(entries, entries.get(server.number)?.server ?? server, this.now());
    if (redraw || rowsChanged || settled.length > 0) this.changed.fire({ accountId });
    else if (differing.length > 0) this.changed.fire({ accountId, numbers: differing });
    for (const isOwn of [true, false]) {
      const made = settled.filter((one) => one.isOwn === isOwn).map(({ server }) => server);
      if (made.length > 0) this.adopted.fire({ accountId, servers: made, isOwn });
    }
    if (settled.length > 0) this.settled.fire({ accountId, settled });
  }
}
