/** When to look again, and when to stop looking. Pure: the timers belong to whoever asks. */
import type { Server } from './server';

/** The first wait and the longest one, in milliseconds. */
const shortest = 3_000;
const longest = 30_000;
const widening = 1.4;

/** The waits before each look for a creation without an answer, in milliseconds: 2, 5, 10, 20 and 40 s after it. */
const seekWaits = [2_000, 3_000, 5_000, 10_000, 20_000];

/** How long a created server may take until we stop watching it, in milliseconds. */
export const createLimit = 60 * 60_000;

/**
 * Milliseconds until the next look. `looks` counts the looks since the last change that was seen; `random` (0 to 1)
 * spreads the windows of one user by a tenth either way.
 */
export function pollDelay(looks: number, random: number): number {
  const delay = Math.min(longest, shortest * widening ** looks);
  return Math.round(delay * (0.9 + 0.2 * random));
}

/**
 * Milliseconds until the next look for a creation whose outcome is unknown, after so many looks. Undefined: that was
 * the last one.
 */
export function seekDelay(looks: number): number | undefined {
  return seekWaits[looks];
}

/** What the watcher of a new server should do. `over`: it left the way to running, by another hand. */
export type CreateVerdict = 'wait' | 'running' | 'failed' | 'over' | 'late';

/**
 * Judges a created server as last seen, `elapsed` milliseconds after its creation. Undefined: it has vanished.
 * `other` states are waited on: their codes may be news, not faults.
 */
export function judgeCreated(server: Server | undefined, elapsed: number): CreateVerdict {
  switch (server?.state) {
    case 'running':
      return 'running';
    case 'failed':
      return 'failed';
    case undefined:
    case 'terminating':
    case 'stopping':
    case 'stopped':
      return 'over';
    default:
      return elapsed >= createLimit ? 'late' : 'wait';
  }
}
