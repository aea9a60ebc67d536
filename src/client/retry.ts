/** When a read is tried again. Nothing else ever is. */
import { ApiError, BadAnswerError, GatewayError, type NcloudError, NoAnswerError, NotSentError } from './errors';

/** How many times a read is sent at most. */
export const attempts = 3;
const base = 200;
const throttledBase = 1_000;
const longestDelay = 20_000;
const longestRetryAfter = 30_000;

/** Kinds of failure that may pass by themselves. */
type Kind = 'throttled' | 'transient';

const passingReasons = new Set(['refused', 'name-not-found', 'unreachable', 'connect-deadline', 'connection-lost']);

function kindOf(error: NcloudError): Kind | undefined {
  if (error instanceof GatewayError) {
    if (error.errorCode === '410' || error.errorCode === '420') return 'throttled';
    return error.outcome === 'unknown' && (error.status < 300 || error.status >= 400) ? 'transient' : undefined;
  }
  if (error instanceof ApiError) return error.status >= 500 ? 'transient' : undefined;
  if (error instanceof BadAnswerError) {
    if (error.status === 429) return 'throttled';
    return error.reason === 'server-fault' ? 'transient' : undefined;
  }
  if (error instanceof NotSentError && error.reason === 'proxy-refused') {
    return Number(error.code) >= 500 ? 'transient' : undefined;
  }
  if (error instanceof NotSentError || error instanceof NoAnswerError) {
    return passingReasons.has(error.reason) ? 'transient' : undefined;
  }
  return undefined;
}

/**
 * Milliseconds that a `Retry-After` header asks for, at most 30 s; undefined for nonsense and for times gone by.
 * @param now NAVER Cloud's time in milliseconds since the epoch
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\s*\d+\s*$/.test(header)
    ? Number(header) * 1_000
    : /[a-z]/i.test(header)
      ? Date.parse(header) - now
      : -1;
  return wait >= 0 ? Math.min(wait, longestRetryAfter) : undefined;
}

/** Tokens for retries, shared by all calls of a client, so that a service that is down gets no storm of them. */
export class RetryBudget {
  static readonly size = 500;
  static readonly price: Readonly<Record<Kind, number>> = { transient: 14, throttled: 5 };
  #tokens = RetryBudget.size;

  /** A call has succeeded: one token comes back. */
  earn(): void {
    this.#tokens = Math.min(RetryBudget.size, this.#tokens + 1);
  }

  /**
   * Milliseconds to wait before the next attempt, or undefined when there must be none.
   * @param attempt number of the attempt that failed, from 1
   * @param asked what the answer's `Retry-After` asks for
   * @param random in [0, 1)
   */
  delay(error: NcloudError, attempt: number, asked: number | undefined, random: number): number | undefined {
    const kind = kindOf(error);
    if (kind === undefined || attempt >= attempts || this.#tokens < RetryBudget.price[kind]) return undefined;
    this.#tokens -= RetryBudget.price[kind];
    const most = Math.min(longestDelay, (kind === 'throttled' ? throttledBase : base) * 2 ** (attempt - 1));
    return asked ?? random * most;
  }
}
