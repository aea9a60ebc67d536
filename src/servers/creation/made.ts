/** Tells which servers a creation has made: by their names and numbers, never by their place in an answer. */
import { type Environment, fieldText, isGivenNumber, type Row } from '../../reference/index';
import type { Server } from '../server';
import { toServer } from '../translate';
import { type Asking, isMade, isNamed, isNew, likeness } from './match';

/** A creation that was sent. */
export interface Wish extends Asking {
  readonly environment: Environment;
  /** The names that the servers should get. */
  readonly names: readonly string[];
}

/** A server that NCP made under another name than the one that was asked for. */
export interface Renamed {
  readonly asked: string;
  readonly server: Server;
}

/** What some rows tell of a creation. */
export interface Found {
  readonly made: readonly Server[];
  readonly renamed: readonly Renamed[];
  /** The names that these rows do not tell of. */
  readonly missing: readonly string[];
}

/**
 * The servers among these rows, NCP's answer or what is left of a list, that bear a name which was asked for. What else
 * NCP tells of them may differ: it may pass over one parameter for another, or change a description. One that bears it
 * together with another one is not told from the other, and a number that comes twice tells nothing: such names are
 * missing.
 */
export function madeAmong(rows: readonly Row[], wish: Wish): Found {
  const { environment, names } = wish;
  const servers = rows.map((row) => toServer(environment, row));
  const made = names.flatMap((name) => {
    const [server, ...others] = servers.filter((candidate) => isNamed(candidate, name, wish));
    return server && others.length === 0 && isTold(server, servers) ? [server] : [];
  });
  const found = new Set(made.map(({ name }) => name));
  return { made, renamed: [], missing: names.filter((name) => !found.has(name)) };
}

/** Whether the number is one, and the only one of its kind. */
function isTold({ number }: Server, servers: readonly Server[]): boolean {
  return isGivenNumber(number) && servers.filter((other) => other.number === number).length === 1;
}

/** The rows of a whole list that may come from this creation: new ones that bear a name which was asked for. */
export function hitsAmong(list: readonly Row[], wish: Wish): Row[] {
  return list.filter((row) => {
    const server = toServer(wish.environment, row);
    if (wish.params.serverName) return wish.names.some((name) => isMade(server, name, wish));
    return isLikely(server, wish);
  });
}

/**
 * Completes what an answer told with what a whole list says of its rows. Servers of other names are ours when they are
 * new, are what was asked for under a name akin to ours, and there is one of them for each name that is missing;
 * otherwise none of them is.
 */
export function completed(answered: readonly Row[], list: readonly Row[], wish: Wish): Found {
  const told = madeAmong(answered, wish);
  const listed = madeAmong(hitsAmong(list, wish), { ...wish, names: told.missing });
  const made = [...told.made, ...listed.made];
  const { missing } = listed;
  const strangers = strangersAmong(answered, wish);
  const isOurs = (row: Row) => {
    const now = list.filter((other) => fieldText(other, 'serverInstanceNo') === fieldText(row, 'serverInstanceNo'));
    const isOne = (other: Row) => isLikely(toServer(wish.environment, other), wish) && isAkin(other, wish);
    return now.length === 1 && now.every((other) => isSame(row, other) && isOne(other));
  };
  if (strangers.length !== missing.length || !strangers.every(isOurs)) return { made, renamed: [], missing };
  const renamed = strangers.map((row, index) => ({
    asked: missing[index] ?? '',
    server: toServer(wish.environment, row),
  }));
  return { made, renamed, missing: [] };
}

/** The rows whose names were not asked for. */
export function strangersAmong(rows: readonly Row[], { names }: Wish): Row[] {
  return rows.filter((row) => !names.includes(fieldText(row, 'serverName')));
}

function isSame(row: Row, other: Row): boolean {
  return fieldText(row, 'serverName') === fieldText(other, 'serverName');
}

/**
 * Whether the name can have come of the one that was asked for: cut, counted or spelt otherwise. What a colleague makes
 * of the same preset differs in its name only. Where no name was asked for, any may have been given.
 */
function isAkin(row: Row, { params: { serverName } }: Wish): boolean {
  if (!serverName) return true;
  const [asked, is] = [lettersOf(serverName), lettersOf(fieldText(row, 'serverName'))];
  if (asked === '' || is === '') return false;
  return asked.startsWith(is) || is.startsWith(asked);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether a new server is what was asked for, whatever its name: it has to tell something of it. */
function isLikely(server: Server, wish: Wish): boolean {
  return isNew(server, wish) && (likeness(server, wish) ?? 0) > 0;
}
