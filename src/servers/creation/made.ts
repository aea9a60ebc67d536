/** Tells which servers a creation has made: by their names and numbers, never by their place in an answer. */
import {
  createParameters,
  type Environment,
  fieldText,
  isGivenNumber,
  type Row,
  type Values,
} from '../../reference/index';
import type { Server } from '../server';
import { toServer } from '../translate';
import { type Asking, isMade, isNew } from './match';

/** A creation that was sent. */
export interface Wish extends Asking {
  readonly environment: Environment;
  /** As sent. */
  readonly params: Values;
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
 * The servers among these rows that bear a name which was asked for. One that bears it together with another one is not
 * told from the other, and a number that comes twice tells nothing: such names are missing.
 */
export function madeAmong(rows: readonly Row[], wish: Wish): Found {
  const { environment, names } = wish;
  const servers = rows.map((row) => toServer(environment, row));
  const made = names.flatMap((name) => {
    const [server, ...others] = servers.filter((candidate) => isMade(candidate, name, wish));
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
    return isNew(server, wish) && isAsAsked(row, wish);
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
    const isLikely = (other: Row) =>
      isNew(toServer(wish.environment, other), wish) && isAsAsked(other, wish) && isAkin(other, wish);
    return now.length === 1 && now.every((other) => isSame(row, other) && isLikely(other));
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

/** Whether the row, as far as it tells, is a server as it was asked for, with a description only if one was given. */
function isAsAsked(row: Row, { environment, params }: Wish): boolean {
  const told = createParameters[environment]
    // Of a boolean the row may tell only that there is something.
    .filter(({ type }) => type !== 'boolean')
    .map(({ name, toldAs = '' }) => [params[name] ?? '', fieldText(row, toldAs)] as const)
    .filter(([asked, is]) => asked !== '' && is !== '');
  const isOfOther = fieldText(row, 'serverDescription') !== '' && !params.serverDescription;
  return told.length > 0 && told.every(([asked, is]) => asked === is) && !isOfOther;
}
