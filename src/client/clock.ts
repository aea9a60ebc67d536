/** How far NAVER Cloud's clock is from ours; its gateway refuses timestamps that are 5 minutes off. */

/** Differences below this, in milliseconds, are not corrected. */
export const clockTolerance = 4 * 60_000;

/** An answer that took longer than this, in milliseconds, tells nothing about the time. */
const slowest = 60_000;

/** The headers of an answer that tell its time. */
export interface TimeHeaders {
  readonly date?: string;
  readonly age?: string;
}

export class Clock {
  readonly #now: () => number;
  #offset = 0;

  /** @param now local time in milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Local time in milliseconds since the epoch. */
  now(): number {
    return this.#now();
  }

  /** How far NAVER Cloud is ahead in milliseconds; 0 while the difference is below 4 minutes. */
  get offset(): number {
    return Math.abs(this.#offset) >= clockTolerance ? this.#offset : 0;
  }

  /** The time to sign with, in whole milliseconds since the epoch. */
  timestamp(): number {
    return Math.round(this.#now() + this.offset);
  }

  /**
   * Learns from the refusal of a signature that was sent at `sentAt` (local milliseconds) and answered just now. Other
   * answers are not to be learnt from: they prove that the time they were asked with is good, whatever their `Date` says.
   * A cached answer (`Age`) and one that took over a minute tell nothing.
   */
  observe(headers: TimeHeaders, sentAt: number): void {
    const received = this.#now();
    const date = Date.parse(headers.date ?? '');
    if (Number.isNaN(date) || headers.age !== undefined || received < sentAt || received - sentAt > slowest) return;
    this.#offset = date - (sentAt + received) / 2;
  }
}
