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
}

export interface ClientOptions {
  /** One of `sites`, or http to a sandbox on this computer. */
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Where price look-ups go. Default: `endpoint`. */
  readonly billingEndpoint?: string;
  /** Address of a proxy. Default: none; the environment is not asked. Calls to this computer never use it. */
  readonly proxy?: string;
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
  /** Lists only: told the rows of each part of the list as it comes, and how many there are in all. */
  readonly onRows?: (rows: readonly Row[], total: number) => void;
}
