/** The one rule that tells a server which a creation has made from those that it has not. */
import type { Values } from '../../reference/index';
import { momentOf } from '../date';
import type { Server } from '../server';

/** What was asked for and when, and what was there then. */
export interface Asking {
  /** By concrete wire names. */
  readonly params: Values;
  /** By NCP's clock, as far as it was known; milliseconds since the epoch. */
  readonly askedAt: number;
  /** Numbers of servers that were there before; undefined when nobody looked. */
  readonly before: ReadonlySet<string> | undefined;
  /** Whether `before` are all that were there: then a number tells alone, and no date can hide a server that was made. */
  readonly isWhole?: boolean;
}

/** How long an answer is waited for: what NCP has not begun until then it may still have in hand. Milliseconds. */
const answerDeadline = 60_000;

/**
 * How far NCP's clock as we know it and the one that dates a server may be apart, in milliseconds: NCP takes no request
 * whose timestamp is more than five minutes off, and a server is dated by another computer, and by whole seconds.
 */
const clockTolerance = 6 * 60_000;

/** Whether what was created at that date may come from a request of the moment `askedAt`; undefined for what is no date. */
export function isInTime(createDate: string, askedAt: number): boolean | undefined {
  const createdAt = momentOf(createDate);
  if (createdAt === undefined) return undefined;
  return createdAt >= askedAt - clockTolerance && createdAt <= askedAt + answerDeadline + clockTolerance;
}

/** Whether a server of that number and date is one more than there were, and not made at another time. */
export function isNew(
  { number, createDate }: Pick<Server, 'number' | 'createDate'>,
  { askedAt, before, isWhole = false }: Asking,
): boolean {
  return !before?.has(number) && (isWhole || isInTime(createDate, askedAt) !== false);
}

/**
 * What a server repeats of what was asked for, by the name of the parameter: those whose entry in the reference has a
 * `toldAs`, but for lists and for booleans, of which a row may tell only that there is something.
 */
const repeated: Readonly<Record<string, (server: Server) => string | undefined>> = {
  serverDescription: ({ description }) => description && plainly(description),
  serverImageNo: ({ imageNumber }) => imageNumber,
  serverImageProductCode: ({ imageProduct }) => imageProduct,
  memberServerImageInstanceNo: ({ memberImageNumber }) => memberImageNumber,
  // A row without a spec is called by its product.
  serverSpecCode: ({ spec, product }) => (spec === product ? undefined : spec),
  serverProductCode: ({ product }) => product,
  vpcNo: ({ vpcNumber }) => vpcNumber,
  subnetNo: ({ subnetNumber }) => subnetNumber,
  zoneNo: ({ zoneNumber }) => zoneNumber,
  loginKeyName: ({ loginKeyName }) => loginKeyName,
  initScriptNo: ({ initScriptNumber }) => initScriptNumber,
  placementGroupNo: ({ placementGroupNumber }) => placementGroupNumber,
  fabricClusterPoolNo: ({ fabricPoolNumber }) => fabricPoolNumber,
};

/**
 * How many of the values that were asked for the server repeats; undefined when it tells another one, or a description
 * although none was given.
 */
export function likeness(server: Server, { params }: Pick<Asking, 'params'>): number | undefined {
  const told = Object.entries(repeated)
    .map(([name, tell]) => [asked(name, params), tell(server) ?? ''] as const)
    .filter(([wanted, is]) => wanted !== '' && is !== '');
  const isOfOther = server.description !== undefined && !params.serverDescription;
  return told.every(([wanted, is]) => wanted === is) && !isOfOther ? told.length : undefined;
}

/** The value that was asked for, as a server would repeat it. */
function asked(name: string, params: Values): string {
  const value = params[name] ?? '';
  return name === 'serverDescription' ? plainly(value) : value;
}

/** NCP may keep text of people with other blanks, or with letters that are put together otherwise. */
function plainly(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether the server bears exactly that name, and is new. */
export function isNamed(server: Server, name: string, asking: Asking): boolean {
  return server.name === name && isNew(server, asking);
}

/** Whether the server is one that was asked for under exactly that name. */
export function isMade(server: Server, name: string, asking: Asking): boolean {
  return isNamed(server, name, asking) && likeness(server, asking) !== undefined;
}
