/**
 * A confirmed creation as it is written down before anything is sent, one file each. Holds no secret, no script and no
 * signature: whoever reads it learns what was asked for, and nothing that would let him ask.
 */
import type { Environment, Values } from '../../reference/index';

/** Files of a higher version were written by a newer version of this extension: they are kept as they are, and shown. */
export const intentVersion = 1;

/** The process that carries a creation out. */
export interface Owner {
  readonly pid: number;
  /** Storage may be shared between computers, where a process number says nothing. */
  readonly host: string;
}

/** Whose servers are meant. */
export interface Holder {
  /** Of this extension. */
  readonly accountId: string;
  /** A hash of the access key: the same for every account of that key, on any computer. */
  readonly fingerprint: string;
  readonly environment: Environment;
  /** `regionCode` in VPC, `regionNo` in Classic. */
  readonly region: string;
}

export interface Intent extends Holder {
  readonly version: typeof intentVersion;
  /** A UUID, made for this confirmation and never used again. */
  readonly id: string;
  readonly owner: Owner;
  /** `claimed`: the names are held and nothing was sent; `sent`: the request has left or is about to. */
  readonly stage: 'claimed' | 'sent';
  /** The names asked for whose outcome is not known, or whose server no list has shown yet. */
  readonly names: readonly string[];
  /** What was asked for, by concrete wire names, without secrets and scripts. */
  readonly params: Values;
  /** By this computer's clock, for people. Milliseconds since the epoch. */
  readonly askedAt: number;
  /** The same moment by NCP's clock, as far as it was known. */
  readonly timestamp: number;
  /** Numbers of the servers that bore one of the names already. */
  readonly before: readonly string[];
  /** The numbers that NCP has told, by name. */
  readonly made: Readonly<Record<string, string>>;
  /** Whoever asked has ended without an answer, or without one for all of the names. */
  readonly isLost?: boolean;
  /** The user has confirmed that these names may be asked for once more, although servers of them may have been made. */
  readonly isReleased?: boolean;
}

/** One file of the journal, as text. */
export interface IntentFile {
  readonly id: string;
  /** Where it is, for people. */
  readonly path: string;
  readonly text: string;
}

/** Where intents are kept: a folder of files that all windows share. */
export interface IntentStore {
  /**
   * All files that can be read, those of other windows too.
   * @throws when the folder cannot be read.
   */
  read(): Promise<readonly IntentFile[]>;
  /**
   * Makes the file. Resolves when it would survive the end of the computer's power.
   * @throws when it is there already, or cannot be written.
   */
  create(id: string, text: string): Promise<void>;
  /** Puts other text into the file, all of it or none; durable like `create`. */
  replace(id: string, text: string): Promise<void>;
  /** Removes the file; one that is gone already is no error. */
  remove(id: string): Promise<void>;
  /** Calls back when another window may have changed something. The result ends that. */
  watch(notify: () => void): { dispose(): void };
}
