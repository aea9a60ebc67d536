/** One account's servers as they were read, and the rule of how another reading changes them. Pure: the clock is handed in. */
import type { Server } from '../../servers/server';

export interface Entry {
  readonly server: Server;
  /** The moment that `server` tells of, milliseconds since the epoch. */
  readonly at: number;
  /** When we first saw it change; undefined while it does not. */
  readonly since: number | undefined;
  /** When it was created from here: lists may lack it for a while. */
  readonly adoptedAt: number | undefined;
  /** The moment of the first reading that lacked it; undefined while readings have it. */
  readonly missingAt: number | undefined;
  /** Whether only a reading that has not ended tells of it. */
  readonly isProvisional: boolean;
}

export type Entries = Map<string, Entry>;

export interface Reading {
  /** What it was asked for. Rows of other numbers tell nothing that was asked. */
  readonly numbers: Iterable<string>;
  readonly servers: readonly Server[];
  /** Milliseconds since the epoch. Rows that were learnt after that moment stay as they are. */
  readonly askedAt: number;
  readonly now: number;
  /** Whether what it lacks was looked for twice, so that it is gone. */
  readonly isCertain?: boolean;
  /** Whether it has not ended. It lacks nothing then. */
  readonly isProvisional?: boolean;
}

/** What a reading has changed: the set of rows or their names, or only how the rows of these numbers look. */
export interface Merged {
  readonly rowsChanged: boolean;
  readonly differing: readonly string[];
}

/** A created server may be missing from lists for this long, in milliseconds. */
const listLag = 5 * 60_000;

/** Puts a server that was created just now among the others. */
export function adopt(entries: Entries, server: Server, now: number): void {
  entries.set(server.number, { ...entryOf(entries.get(server.number), server, now, now), adoptedAt: now });
}

/** Whether the last look at the server did not find it, though it should have. */
export function isMissing(entry: Entry, now: number): boolean {
  return entry.missingAt !== undefined && !mayLag(entry, now);
}

/**
 * Takes the reading in. One answer may lack a server that is there, so a row that is missing stays, marked, and goes
 * when a later reading lacks it as well; one that was being terminated goes at once.
 */
export function merge(entries: Entries, reading: Reading): Merged {
  const found = new Set(reading.servers.map(({ number }) => number));
  const differing: string[] = [];
  let rowsChanged = false;
  for (const number of reading.isProvisional ? [] : reading.numbers) {
    const entry = entries.get(number);
    if (!entry || found.has(number) || entry.at > reading.askedAt) continue;
    if (isGone(entry, reading)) {
      entries.delete(number);
      rowsChanged = true;
    } else if (entry.missingAt === undefined) {
      entries.set(number, { ...entry, missingAt: reading.askedAt });
      if (!mayLag(entry, reading.now)) differing.push(number);
    }
  }
  for (const server of reading.servers) {
    const entry = entries.get(server.number);
    if (entry && entry.at > reading.askedAt) continue;
    const isBack = entry?.missingAt !== undefined && entry.missingAt <= reading.askedAt;
    const next = entryOf(entry, server, reading.askedAt, reading.now);
    entries.set(server.number, {
      ...next,
      missingAt: isBack ? undefined : entry?.missingAt,
      isProvisional: reading.isProvisional === true && entry?.isProvisional !== false,
    });
    if (!entry || entry.server.name !== server.name) rowsChanged = true;
    else if (next.server !== entry.server || isBack) differing.push(server.number);
  }
  return { rowsChanged, differing };
}

function entryOf(before: Entry | undefined, server: Server, at: number, now: number): Entry {
  const sameChange = before?.server.state === server.state ? before.since : undefined;
  return {
    server: before && isSame(before.server, server) ? before.server : server,
    at,
    since: server.isChanging ? (sameChange ?? now) : undefined,
    adoptedAt: before?.adoptedAt,
    missingAt: undefined,
    isProvisional: false,
  };
}

function isGone(entry: Entry, { askedAt, now, isCertain }: Reading): boolean {
  if (isCertain || entry.isProvisional || entry.server.state === 'terminating') return true;
  return !mayLag(entry, now) && entry.missingAt !== undefined && entry.missingAt < askedAt;
}

function mayLag({ server, adoptedAt }: Entry, now: number): boolean {
  return adoptedAt !== undefined && server.state !== 'terminating' && now - adoptedAt < listLag;
}

/** Whether two servers are the same in all that they show. As text, ten thousand of them would hold up the editor. */
function isSame(a: object, b: object): boolean {
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSameValue(one[key], other[key]));
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  return isSame(a, b);
}
