/** What the journal tells of a name that was asked for, and of what became of it. */
import type { Values } from '../../reference/index';
import type { Server } from '../server';

/**
 * `requested`: this window waits for the answer. `elsewhere`: another window does. `unknown`: nobody does, only a list
 * can tell. `made`: NCP told its number, and no list has shown it yet.
 */
export type UnknownState = 'requested' | 'elsewhere' | 'unknown' | 'made';

/** A name that was asked for, and what is known of it. */
export interface UnknownServer {
  /** Of the intent, which may have other names too. */
  readonly id: string;
  readonly name: string;
  readonly state: UnknownState;
  /** Of a server that is `made`. */
  readonly number?: string;
  /** By this computer's clock, for people. Milliseconds since the epoch. */
  readonly askedAt: number;
  /** The same moment by NCP's clock, as far as it was known. */
  readonly timestamp: number;
  /** Numbers of the servers that bore one of the names already. */
  readonly before: readonly string[];
  /** What was asked for, by concrete wire names, without secrets and scripts. */
  readonly params: Values;
  /** Whether the user has asked for the name once more. */
  readonly isReleased: boolean;
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
