/** The time of the simulated world: it follows the wall clock and can be moved ahead by tests. */

/** How fast changes finish: by the next request, as slowly as the real ones seem to, or that many times faster. */
export type Speed = 'instant' | 'real' | number;

/** The world's clock. Only the world runs on it; signatures are always checked against the wall clock. */
export class Clock {
  readonly wall: () => number;
  readonly #speed: Speed;
  #ahead = 0;

  constructor(wall: () => number, speed: Speed) {
    this.wall = wall;
    this.#speed = speed;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.wall() + this.#ahead;
  }

  /** Moves the world ahead by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** What a change that takes so many real milliseconds takes at this speed. */
  duration(milliseconds: number): number {
    if (this.#speed === 'instant') return 0;
    return this.#speed === 'real' ? milliseconds : milliseconds / this.#speed;
  }
}

const koreaOffset = 9 * 60 * 60 * 1000;

/** The date format of the answers: Korean time, offset without a colon (`2025-06-13T17:01:34+0900`). */
export function koreanTime(milliseconds: number): string {
  return `${new Date(milliseconds + koreaOffset).toISOString().slice(0, 19)}+0900`;
}
