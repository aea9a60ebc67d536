/** Which error a call ends in that got no answer. */
import { BadAnswerError, type NcloudError, NoAnswerError, NotSentError, type NotSentReason } from './errors';
import type { Failure } from './http';
import { effectOf, type Place } from './outcome';

const connectReasons: Readonly<Record<string, NotSentReason>> = {
  CANCELLED: 'cancelled',
  REQUEST_TOO_LARGE: 'too-large',
  DEADLINE: 'connect-deadline',
  ETIMEDOUT: 'connect-deadline',
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EPROTO: 'certificate',
};

function connectReason(code: string): NotSentReason {
  if (/CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_VERIFY|CRL/.test(code)) return 'certificate';
  // Before TLS stands nobody but a proxy speaks HTTP, well or badly.
  if (code.startsWith('HPE_')) return 'proxy-refused';
  return connectReasons[code] ?? 'unreachable';
}

/** Where the failure was seen. A connection that is asked for says that it is one, however far the call had come. */
function placeOf({ syscall, status, phase }: Failure): Place {
  if (phase === 'connect' && status !== undefined) return 'proxy';
  return phase === 'sent' && syscall === 'connect' ? 'connect' : phase;
}

/** The error of a failure: one that was never sent where the table says so, else one that nobody knows the effect of. */
export function failureError(failure: Failure): NcloudError {
  const { code, status } = failure;
  const place = placeOf(failure);
  if (effectOf(place, String(status ?? code)) === 'rejected') {
    if (place === 'own') return new NotSentError('own-fault', undefined, code);
    if (place !== 'proxy') return new NotSentError(connectReason(code), undefined, code);
    return new NotSentError(status === 407 ? 'proxy-sign-in' : 'proxy-refused', undefined, String(status));
  }
  if (code === 'CANCELLED') return new NoAnswerError('cancelled');
  if (code === 'DEADLINE') return new NoAnswerError('deadline');
  if (code === 'ANSWER_TOO_LARGE') return new BadAnswerError('too-large');
  if (code.startsWith('Z_')) return new BadAnswerError('malformed');
  return new NoAnswerError('connection-lost', code);
}
