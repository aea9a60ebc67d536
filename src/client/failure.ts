/** Which error a call ends in that got no answer: the line between "nothing was changed" and "nobody knows". */
import { BadAnswerError, type NcloudError, NoAnswerError, NotSentError, type NotSentReason } from './errors';
import type { Failure } from './http';

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

/** Only a call that failed before its connection stood is `rejected`; all else may have been carried out. */
export function failureError({ code, syscall, status, phase }: Failure): NcloudError {
  if (phase === 'own') return new NotSentError('own-fault', undefined, code);
  if (phase === 'connect' && status !== undefined) {
    return new NotSentError(status === 407 ? 'proxy-sign-in' : 'proxy-refused', undefined, String(status));
  }
  if (phase === 'connect' || syscall === 'connect') return new NotSentError(connectReason(code), undefined, code);
  if (code === 'CANCELLED') return new NoAnswerError('cancelled');
  if (code === 'DEADLINE') return new NoAnswerError('deadline');
  if (code === 'ANSWER_TOO_LARGE') return new BadAnswerError('too-large');
  if (code.startsWith('Z_')) return new BadAnswerError('malformed');
  return new NoAnswerError('connection-lost', code);
}
