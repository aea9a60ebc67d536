/** The one rule that tells a server which a creation has made from those that it has not. */
import { mayComeFrom } from '../date';
import type { Server } from '../server';

/** When a creation was asked for, and what was there then. */
export interface Asking {
  /** By NCP's clock, as far as it was known; milliseconds since the epoch. */
  readonly askedAt: number;
  /** Numbers of servers that were there before; undefined when nobody looked. */
  readonly before: ReadonlySet<string> | undefined;
  /** Whether `before` are all that were there: then a number tells alone, and no date can hide a server that was made. */
  readonly isWhole?: boolean;
}

/** Whether a server of that number and date is one more than there were, and not made long before it was asked for. */
export function isNew(
  { number, createDate }: Pick<Server, 'number' | 'createDate'>,
  { askedAt, before, isWhole = false }: Asking,
): boolean {
  return !before?.has(number) && (isWhole || mayComeFrom(createDate, askedAt));
}

/** Whether the server is one that was asked for under exactly that name. */
export function isMade(server: Server, name: string, asking: Asking): boolean {
  return server.name === name && isNew(server, asking);
}
