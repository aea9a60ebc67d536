/** What a creation asks of whoever writes it down. */
import type { Values } from '../../reference/index';
import type { Holder, Intent } from './intent';

/** What is about to be asked for. */
export interface Asked {
  readonly names: readonly string[];
  /** What is sent, by concrete wire names, without secrets and scripts: it is kept in a file. */
  readonly params: Values;
  /** The time by NCP's clock, milliseconds since the epoch. */
  readonly timestamp: number;
}

/** What is known when the request leaves. */
export interface Sending {
  /** Numbers of the servers that bear one of the names already. */
  readonly before: readonly string[];
  /** The time by NCP's clock, milliseconds since the epoch. */
  readonly timestamp: number;
}

/**
 * Why a name cannot be had: a server made under it, a creation on its way, one of which nobody knows, or a record that
 * cannot be understood.
 */
export interface Held {
  readonly kind: 'name-taken' | 'name-elsewhere' | 'name-unknown' | 'name-recorded';
  readonly name: string;
}

/** Where a creation is written down before it is sent; the journal is one. */
export interface Ledger {
  /** Why the first of these names cannot be had, as far as known here. */
  held(holder: Holder, names: readonly string[]): Held | undefined;
  /**
   * Takes names, which nobody else gets from then on, in any window; or says who has one of them.
   * @throws when that cannot be written down.
   */
  claim(holder: Holder, asked: Asked): Promise<Intent | Held>;
  /**
   * Notes that the request is about to leave.
   * @throws when that cannot be written down.
   */
  send(claim: Intent, sending: Sending): Promise<Intent>;
  /** Nothing was made and nothing will be. Never rejects. */
  abandon(claim: Intent): Promise<void>;
  /** The numbers that NCP told, by the names asked for; the outcome of `missing` stays unknown. Never rejects. */
  conclude(sent: Intent, made: Readonly<Record<string, string>>, missing: readonly string[]): Promise<void>;
}
