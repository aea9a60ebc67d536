/**
 * The one table that decides what a call without an answer may have done. A create that may have been carried out must
 * be looked up and is never sent again, so what is not known to be harmless is not taken for it.
 */

/** `rejected`: nothing was changed. `unknown`: it may have been carried out. */
export type Effect = 'rejected' | 'unknown';

/**
 * Where a sign was seen. `unsent`: in this program, before any connection was asked for. `own`: a fault of this program
 * before anything could leave. `connect`: while the connection or its TLS handshake was being made. `proxy`: in the
 * status that a proxy refused a tunnel with. `sent`: after some of the request may have left. `answer`: in a body that
 * is no answer of the action. `gateway`, `api`: in a refusal, as `STATUS/CODE`. `result`: in a refusal beside which
 * stands what the action makes.
 */
export type Place = 'unsent' | 'own' | 'connect' | 'proxy' | 'sent' | 'answer' | 'gateway' | 'api' | 'result';

/** The first row that fits decides; what fits none is `unknown`. */
export const outcomes: readonly (readonly [place: Place, seen: RegExp, effect: Effect])[] = [
  ['unsent', /^/, 'rejected'],
  ['own', /^/, 'rejected'],
  // Whatever its code: not one byte of the request leaves before the connection stands.
  ['connect', /^/, 'rejected'],
  ['proxy', /^/, 'rejected'],
  ['sent', /^/, 'unknown'],
  ['answer', /^/, 'unknown'],
  ['result', /^/, 'unknown'],
  // The gateway tells of the server behind it, NCP of a fault of its own: whatever the status.
  ['gateway', /\/(?:500|510|900)$/, 'unknown'],
  ['api', /\/(?:1|1000|1300|3000100)$/, 'unknown'],
  ['gateway', /^[24]\d\d\//, 'rejected'],
  ['api', /^[24]\d\d\//, 'rejected'],
];

/** What such a sign tells: a reason, a code or a status, or both as `STATUS/CODE`. */
export function effectOf(place: Place, seen: string): Effect {
  return outcomes.find(([where, pattern]) => where === place && pattern.test(seen))?.[2] ?? 'unknown';
}
