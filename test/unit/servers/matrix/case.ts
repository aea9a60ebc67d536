// What may go wrong between us and NCP, and what must come of it. Written as data: one entry a fault, the number being
// that of the list of faults. Expected is `requests/commits outcome`, for one server; of five it is the same with five.

import type { Fault, FaultKind, Instead } from '../../../../src/sandbox/index';
import type { Column, Group, Play } from './cell';

/** What is planned for an action. */
export type Strike = (action: string, group: Group) => readonly Fault[];

export interface FaultCase {
  readonly id: string;
  readonly does: string;
  readonly faults: Strike;
  /** Undefined: the fault says nothing of that action. `classic` and `bulk` are as `create` when left out. */
  readonly expected: Readonly<Partial<Record<Group | Column, string | undefined>>>;
  /** How the answers are written that it strikes: as JSON when left out. */
  readonly formats?: readonly ('json' | 'xml')[];
  readonly isSlow?: boolean;
  readonly way?: Play['way'];
  /** Of the error that each action ends in. */
  readonly code?: string;
  readonly before?: Play['before'];
  readonly claimed?: Play['claimed'];
  readonly checked?: Play['checked'];
  readonly after?: Play['after'];
  /** What is waited before each further attempt of a list, in milliseconds: from, to. */
  readonly waits?: readonly [number, number];
}

export type Expected = FaultCase['expected'];
type Where = 'before-commit' | 'after-commit' | 'in-headers' | 'in-body';

/** What comes of it, by what is known of the request. */
export const notSent: Expected = { create: '0/0 rejected', operate: '0/0 error', list: '0/0 error' };
export const refused: Expected = { create: '1/0 rejected', operate: '1/0 refused', list: '1/0 error' };
export const lostBefore: Expected = { create: '1/0 unknown, not found', operate: '1/0 unknown', list: '2/0 equal' };
export const lostAfter: Expected = { create: '1/1 unknown, made 1', operate: '1/1 done', list: '2/0 equal' };
/** What is no answer is not asked for again. */
export const damaged: Expected = { ...lostAfter, list: '1/0 error' };
export const good: Expected = { create: '1/1 created', operate: '1/1 done', list: '1/0 equal' };
/** Of servers only, and so not of lists. */
export const { list: _, ...started } = good;
/** Nothing of it has reached the gateway. */
export const unheard: Expected = { create: '0/0 unknown, not found', operate: '0/0 unknown', list: '1/0 equal' };

type More = Partial<Omit<FaultCase, 'id' | 'does' | 'faults' | 'expected'>> & {
  readonly times?: (group: Group) => number;
};

/** A fault that strikes the action. */
export function strikes(
  id: string,
  does: string,
  where: Where,
  what: FaultKind,
  expected: Expected,
  more: More = {},
): FaultCase {
  const { times, ...rest } = more;
  const faults: Strike = (action, group) => [{ action, where, what, times: times?.(group) ?? 1 } as Fault];
  return { id, does, faults, expected, ...rest };
}

/** One that strikes the connection. */
export const connects = (
  id: string,
  does: string,
  what: FaultKind,
  expected: Expected = unheard,
  more: More = {},
): FaultCase => ({
  id,
  does,
  faults: () => [{ where: 'in-connect', what } as Fault],
  expected,
  ...more,
});

export const nothing: Strike = () => [];
export const both = { formats: ['json', 'xml'] } as const;
export const slow = { isSlow: true } as const;
export const listing = { action: 'getServerInstanceList', where: 'before-commit' } as const;

/** An error of the gateway. */
export const gateway = (status: number, errorCode: string | number, headers = {}): Instead => ({
  status,
  body: JSON.stringify({ error: { errorCode, message: 'm', details: 'd' } }),
  headers: { 'content-type': 'application/json', ...headers },
});

/** An error of the server API. */
export const api = (status: number, responseError: unknown): Instead => ({
  status,
  body: JSON.stringify({ responseError }),
});
