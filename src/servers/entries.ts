/** One account's servers as they were read, and the rule of how another reading changes them. Pure: the clock is handed in. */
import type { Server } from './server';
import { createLimit } from './watch';

export interface Entry {
  readonly server: Server;
  /** The moment that `server` tells of, milliseconds since the epoch. */
  at: number;
  /** When we first saw it change; undefined while it does not. */
  readonly since: number | undefined;
  /** When it was created from here: lists may lack it for a while. */
  adoptedAt: number | undefined;
  /** The moment of the first reading that lacked it; undefined while readings have it. */
  missingAt: number | undefined;
  /** Whether it was created from here and lists lack it for good before it ever ran: it stays, for it may be billed. */
  isLost: boolean;
  /** Whether only a reading that has not ended tells of it. */
  isProvisional: boolean;
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
  const entry = put(entries, server, now, now);
  entry.adoptedAt = now;
  entry.missingAt = undefined;
  entry.isProvisional = false;
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
    if (!entry || found.has(number) || isLater(entry, reading)) continue;
    if (isGone(entry, reading)) {
      if (!isKept(entry, reading)) {
        entries.delete(number);
        rowsChanged = true;
      } else if (!entry.isLost) {
        entry.isLost = true;
        differing.push(number);
      }
    } else if (entry.missingAt === undefined) {
      entry.missingAt = reading.askedAt;
      if (!mayLag(entry, reading.now)) differing.push(number);
    }
  }
  for (const server of reading.servers) {
    const before = entries.get(server.number);
    if (before && isLater(before, reading)) continue;
    const isBack = before?.missingAt !== undefined && before.missingAt <= reading.askedAt;
    const entry = put(entries, server, reading.askedAt, reading.now);
    if (isBack) Object.assign(entry, { missingAt: undefined, isLost: false });
    entry.isProvisional = reading.isProvisional === true && before?.isProvisional !== false;
    if (before?.server.name !== server.name) rowsChanged = true;
    else if (entry !== before || isBack) differing.push(server.number);
  }
  return { rowsChanged, differing };
}

/** Whether the entry was learnt after the reading was asked for. A moment to come tells of a clock that was set back. */
function isLater({ at }: Entry, { askedAt, now }: Reading): boolean {
  return at > askedAt && at <= now;
}

/** The entry that tells of the server from now on: the same object when there is no news of it. */
function put(entries: Entries, server: Server, at: number, now: number): Entry {
  const before = entries.get(server.number);
  if (before && isSame(before.server, server)) {
    before.at = at;
    return before;
  }
  const sameChange = before?.server.state === server.state ? before.since : undefined;
  const entry = {
    server,
    at,
    since: server.isChanging ? (sameChange ?? now) : undefined,
    adoptedAt: before?.adoptedAt,
    missingAt: before?.missingAt,
    isLost: before?.isLost ?? false,
    isProvisional: false,
  };
  entries.set(server.number, entry);
  return entry;
}

function isGone(entry: Entry, { askedAt, now, isCertain }: Reading): boolean {
  if (isCertain || entry.isProvisional || entry.server.state === 'terminating') return true;
  return !mayLag(entry, now) && entry.missingAt !== undefined && entry.missingAt < askedAt;
}

/** Whether the row of a server that is gone stays: nobody has taken it away, and what is billed must not be out of sight. */
function isKept({ server, adoptedAt }: Entry, { now, isCertain }: Reading): boolean {
  return !isCertain && server.state === 'creating' && adoptedAt !== undefined && now - adoptedAt < createLimit;
}

function mayLag({ server, adoptedAt }: Entry, now: number): boolean {
  return adoptedAt !== undefined && server.state !== 'terminating' && now - adoptedAt < listLag;
}

/** Whether two servers are the same in all that they show. As text, ten thousand of them would hold up the editor. */
function isSame(a: object, b: object): boolean {
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) if (!isSameValue(one[key], other[key])) return false;
  for (const key in other) if (one[key] === undefined && other[key] !== undefined) return false;
  return true;
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  return isSame(a, b);
}
