/** What the tree shows: for each account the servers of the last good list, and what is still unknown. */
import * as vscode from 'vscode';
import type { Server } from '../../servers/server';
import { Requests, type UnknownServer } from './requests';

/** What is known of one account's servers. */
export interface AccountServers {
  readonly servers: readonly Server[];
  /** When the last good list was asked for, milliseconds since the epoch; undefined before the first. */
  readonly readAt: number | undefined;
  /** Why the last look went wrong, as a sentence; undefined when it went well. */
  readonly problem: string | undefined;
  readonly unknown: readonly UnknownServer[];
}

/** What changed. Without `numbers` the set of rows did, otherwise only these rows. */
export interface ServersChange {
  readonly accountId: string;
  readonly numbers?: readonly string[];
}

interface Entry {
  readonly server: Server;
  /** The moment that `server` tells of. */
  readonly at: number;
  /** When we first saw it change; undefined while it does not. */
  readonly since: number | undefined;
  /** When it was created from here: lists may lack it for a while. */
  readonly adoptedAt: number | undefined;
}

interface Known {
  entries: Map<string, Entry>;
  readAt: number | undefined;
  problem: string | undefined;
}

/** A created server may be missing from the list for this long, in milliseconds. */
const listLag = 5 * 60_000;

export class ServersModel implements vscode.Disposable {
  private readonly accounts = new Map<string, Known>();
  private readonly changed = new vscode.EventEmitter<ServersChange>();
  private readonly adopted = new vscode.EventEmitter<{ accountId: string; servers: readonly Server[] }>();
  private readonly lost = new vscode.EventEmitter<{ accountId: string; names: readonly string[] }>();
  private readonly requests: Requests;
  readonly onDidChange = this.changed.event;
  /** Fires when servers were created from here, or found after a creation without an answer. */
  readonly onDidAdopt = this.adopted.event;
  /** Fires when a creation ended without an answer. */
  readonly onDidLose = this.lost.event;

  /** `state` keeps the unknown creations over a restart of the editor. */
  constructor(
    state: vscode.Memento,
    private readonly now: () => number = Date.now,
  ) {
    this.requests = new Requests(state);
  }

  /** Undefined until the account was looked at. */
  get(accountId: string): AccountServers | undefined {
    const known = this.accounts.get(accountId);
    if (!known) return undefined;
    return {
      servers: [...known.entries.values()].map(({ server }) => server),
      readAt: known.readAt,
      problem: known.problem,
      unknown: this.unknown(accountId),
    };
  }

  server(accountId: string, number: string): Server | undefined {
    return this.accounts.get(accountId)?.entries.get(number)?.server;
  }

  /** When the server began to change, milliseconds since the epoch; undefined when it does not. */
  since(accountId: string, number: string): number | undefined {
    return this.accounts.get(accountId)?.entries.get(number)?.since;
  }

  /** The creations whose outcome is not known, also before the account was looked at. */
  unknown(accountId: string): readonly UnknownServer[] {
    return this.requests.list(accountId);
  }

  /** Whether this window still waits for the answer to the creation of that name. */
  isAwaited(accountId: string, name: string): boolean {
    return this.requests.isAwaited(accountId, name);
  }

  /** The names that are in use, as far as known here, with those that may have been made. */
  names(accountId: string): string[] {
    const servers = this.get(accountId)?.servers ?? [];
    return [...servers, ...this.unknown(accountId)].map(({ name }) => name);
  }

  /** The account's whole list, as asked for at `askedAt`. Rows learnt after that moment stay. */
  renew(accountId: string, servers: readonly Server[], askedAt: number): void {
    const known = this.open(accountId);
    const numbers = [...known.entries.keys()];
    const wasPlain = known.readAt !== undefined && known.problem === undefined;
    known.readAt = askedAt;
    known.problem = undefined;
    this.merge(accountId, known, numbers, servers, askedAt, !wasPlain);
  }

  /** Some servers of the account, asked for by `numbers` at `askedAt`; those that are missing are gone. */
  renewSome(accountId: string, numbers: readonly string[], servers: readonly Server[], askedAt: number): void {
    this.merge(accountId, this.open(accountId), numbers, servers, askedAt, false);
  }

  /** The list could not be renewed: the last good one stays, with the reason beside it. */
  fail(accountId: string, problem: string): void {
    this.open(accountId).problem = problem;
    this.changed.fire({ accountId });
  }

  /** Shows servers that were created just now, before any list names them. */
  adopt(accountId: string, servers: readonly Server[]): void {
    const known = this.open(accountId);
    for (const server of servers) this.put(known, server, this.now(), this.now());
    this.changed.fire({ accountId });
    this.adopted.fire({ accountId, servers });
  }

  /**
   * Shows names that are about to be asked for. Resolves when they are kept for the next start.
   * @throws when they cannot be kept; nothing must be sent then.
   */
  async addUnknown(accountId: string, names: readonly string[]): Promise<void> {
    const servers = [...this.open(accountId).entries.values()].map(({ server }) => server);
    const asked = names.map((name) => ({
      name,
      askedAt: this.now(),
      before: servers.filter((server) => server.name === name).map(({ number }) => number),
    }));
    const kept = this.requests.add(accountId, asked);
    this.changed.fire({ accountId });
    await kept;
  }

  /** The answer to these creations will not come: whether they were made is unknown from now on. */
  lose(accountId: string, names: readonly string[]): void {
    this.requests.lose(accountId, names);
    this.changed.fire({ accountId });
    this.lost.fire({ accountId, names });
  }

  /** Takes the rows of creations away: their outcome is known, or nobody wants to know. */
  forgetUnknown(accountId: string, names: readonly string[]): void {
    this.requests.remove(accountId, names);
    this.changed.fire({ accountId });
  }

  /** Drops all that is known of the account, so that it is looked at anew. */
  forget(accountId: string): void {
    this.accounts.delete(accountId);
    this.requests.remove(
      accountId,
      this.unknown(accountId).map(({ name }) => name),
    );
  }

  dispose(): void {
    this.changed.dispose();
    this.adopted.dispose();
    this.lost.dispose();
  }

  private open(accountId: string): Known {
    let known = this.accounts.get(accountId);
    if (!known) {
      known = { entries: new Map(), readAt: undefined, problem: undefined };
      this.accounts.set(accountId, known);
    }
    return known;
  }

  private put(known: Known, server: Server, at: number, adoptedAt?: number): void {
    const before = known.entries.get(server.number);
    const sameChange = before?.server.state === server.state ? before.since : undefined;
    known.entries.set(server.number, {
      server,
      at,
      since: server.isChanging ? (sameChange ?? this.now()) : undefined,
      adoptedAt: adoptedAt ?? before?.adoptedAt,
    });
  }

  /** Takes `servers` as the truth of `numbers` at `askedAt`, and fires for the rows that differ. */
  private merge(
    accountId: string,
    known: Known,
    numbers: readonly string[],
    servers: readonly Server[],
    askedAt: number,
    redraw: boolean,
  ): void {
    const found = new Set(servers.map(({ number }) => number));
    const differing: string[] = [];
    let rowsChanged = redraw;
    for (const number of numbers) {
      const entry = known.entries.get(number);
      if (!entry || found.has(number) || entry.at > askedAt || this.mayLag(entry)) continue;
      known.entries.delete(number);
      rowsChanged = true;
    }
    for (const server of servers) {
      const entry = known.entries.get(server.number);
      if (entry && entry.at > askedAt) continue;
      if (entry && isDeepEqual(entry.server, server)) continue;
      this.put(known, server, askedAt);
      if (entry) differing.push(server.number);
      else rowsChanged = true;
    }
    const settled = this.requests.settle(accountId, servers);
    for (const { number } of settled) {
      const entry = known.entries.get(number);
      if (entry) known.entries.set(number, { ...entry, adoptedAt: this.now() });
    }
    if (rowsChanged || settled.length > 0) this.changed.fire({ accountId });
    else if (differing.length > 0) this.changed.fire({ accountId, numbers: differing });
    if (settled.length > 0) this.adopted.fire({ accountId, servers: settled });
  }

  private mayLag({ server, adoptedAt }: Entry): boolean {
    return adoptedAt !== undefined && server.state !== 'terminating' && this.now() - adoptedAt < listLag;
  }
}

/** Whether two servers are the same in all that they show. Their fields are plain values. */
function isDeepEqual(a: Server, b: Server): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
