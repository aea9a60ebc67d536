/** What a client is told when it is made, what a call may ask for, and what is reported about each request. */
import type { Row, Service } from '../reference';

/** Limits in milliseconds. */
export interface Deadlines {
  /** Until a connection stands. Default 10 s. */
  readonly connect?: number;
  /** All attempts of a read together, without the waits between them. Default 30 s. */
  readonly read?: number;
  /** Any call that changes something. Default 60 s. */
  readonly mutation?: number;
}

/** What is reported about one request; it holds no parameter and no key. */
export interface Attempt {
  /** The same for all attempts of one call. */
  readonly operation: string;
  readonly service: Service;
  readonly action: string;
  /** From 1. */
  readonly attempt: number;
  readonly ms: number;
  /** HTTP status, when something answered. */
  readonly status?: number;
  /** Code of the error, when it did not go well. */
  readonly code?: string;
  /** NCP's own number for the request, where the answer tells one. */
  readonly requestId?: string;
}

/** What the surroundings of a client decide about its connections. */
export interface NetworkSettings {
  /** Accepts any certificate of the other side, as users behind a proxy that opens TLS want it. */
  readonly anyCertificate: boolean;
}

export interface ClientOptions {
  /** One of `sites`, or http to a sandbox on this computer. */
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Where price look-ups go. Default: `endpoint`. */
  readonly billingEndpoint?: string;
  /**
   * Address of a proxy: `http://user:password@host:port`, or the same with https. A user and a password that are no
   * percent-encoding count as they stand. Default: none; the environment is not asked, but an editor may put its own
   * in place. Calls to this computer never use it.
   */
  readonly proxy?: string;
  /**
   * Asked before each request, so that a change counts at once. A NotSentError that it throws is what the call ends in.
   * Default: certificates are checked.
   */
  readonly network?: () => NetworkSettings;
  /** Local time in milliseconds since the epoch. */
  readonly now?: () => number;
  /** Waits between two attempts of a read, in milliseconds. Default: real time. */
  readonly pause?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly onAttempt?: (attempt: Attempt) => void;
  readonly deadlines?: Deadlines;
}

export interface CallOptions {
  /** Default `json`; the answer is the same. */
  readonly format?: 'json' | 'xml';
  readonly signal?: AbortSignal;
  /**
   * Hears of the rows of a list as they come, page by page, and of how many there are. They are provisional: the list
   * may still turn out not to be whole, and when it changed meanwhile its rows come again from the first.
   */
  readonly onRows?: (rows: readonly Row[], total: number) => void;
}
