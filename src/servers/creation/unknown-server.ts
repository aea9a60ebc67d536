/** What the journal tells of a name that was asked for, and of what became of it. */
import type { Values } from '../../reference/index';
import type { Server } from '../server';

/**
 * `requested`: this window waits for the answer. `elsewhere`: another window does. `unknown`: nobody does, only a list
 * can tell. `made`: NCP told its number, and no list has shown it yet.
 */
export type UnknownState = 'requested' | 'elsewhere' | 'unknown' | 'made';

/** A name that an intent has asked for. */
export interface Lost {
  /** Of the intent, which may have other names too. */
  readonly id: string;
  readonly name: string;
}

/** A name that was asked for, and what is known of it. */
export interface UnknownServer extends Lost {
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
  /** Whether it is for this window to look for it and to tell of it. */
  readonly isOurs: boolean;
}

/** Creations that ended without an answer. */
export interface Loss {
  readonly accountId: string;
  readonly names: readonly string[];
}

/** A server that an unknown creation has made. */
export interface Settled extends Lost {
  readonly server: Server;
  /** Whether this window has asked for it, and not one before it. */
  readonly isOwn: boolean;
  /** Whether it is for this window to tell of it, and not for another one that has asked for it and lives. */
  readonly isOurs: boolean;
}
