/** What can go wrong with a call. No error holds the request, its headers or its body. */
import { type Effect, effectOf } from './outcome';

/** Base of all errors that a call ends in. The message is an English sentence that ends with the code. */
export abstract class NcloudError extends Error {
  readonly outcome: Effect;
  /** NCP's own code, the operating system's code or one of ours; the class says which. */
  readonly code?: string;
  /** NCP's own number for the call, for its support; set where an answer or its headers told one. */
  requestId?: string;

  constructor(sentence: string, outcome: Effect, code?: string) {
    super(code === undefined ? sentence : `${sentence} (${code})`);
    this.outcome = outcome;
    if (code !== undefined) this.code = code;
  }
}

/** NCP's server API refused the call or broke down: `responseError`, or an answer with a `returnCode` other than 0. */
export class ApiError extends NcloudError {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly returnCode: string,
    readonly returnMessage: string,
    outcome: Effect = effectOf('api', `${status}/${returnCode}`),
  ) {
    const said = returnMessage === '' ? 'without a reason' : `with: ${returnMessage}`;
    super(`NAVER Cloud answered ${said}`, outcome, returnCode);
  }
}

export interface GatewayFacts {
  readonly status: number;
  readonly errorCode: string;
  readonly text: string;
  readonly details: string;
  /** How far NAVER Cloud's clock is ahead of this computer's, in milliseconds; given when that is why it refused. */
  readonly clockOffset?: number;
  /** Left out: what the status and the code tell. */
  readonly outcome?: Effect;
}

/** The API gateway refused the call (keys, clock, rights, path, quota, rate) or could not reach the server API. */
export class GatewayError extends NcloudError {
  override readonly name = 'GatewayError';
  readonly status: number;
  /** `200`, `210`, `400` …: https://api-gov.ncloud-docs.com/docs/api-call-lgc-errorhandling */
  readonly errorCode: string;
  readonly text: string;
  readonly details: string;
  readonly clockOffset?: number;

  constructor({ status, errorCode, text, details, clockOffset, outcome }: GatewayFacts) {
    const told = effectOf('gateway', `${status}/${errorCode}`);
    const said = [text, details].filter((part) => part !== '').join(': ') || 'no reason given';
    const clock = clockOffset === undefined ? '' : ` ${describeOffset(clockOffset)}`;
    const sentence = said.replace(/\.+$/, '');
    super(`NAVER Cloud's gateway answered with: ${sentence}.${clock}`, outcome ?? told, errorCode);
    this.status = status;
    this.errorCode = errorCode;
    this.text = text;
    this.details = details;
    if (clockOffset !== undefined) this.clockOffset = clockOffset;
  }
}

function describeOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `The clock of this computer is ${minutes} min ${offset > 0 ? 'behind' : 'ahead'}; NAVER Cloud allows less than 5 min.`;
}

const notSentSentences = {
  'bad-endpoint': 'The endpoint is not a NAVER Cloud address.',
  'bad-proxy':
    'The proxy must be http://host:port or https://host:port, with user:password@ before the host if it asks for a sign-in; socks proxies do not work here. Write / ? # in a password as %2F %3F %23.',
  'bad-key': 'The access key or the secret key is empty or holds characters that no key has.',
  'bad-action': 'There is no such service or action.',
  'bad-parameter': 'A parameter cannot be sent.',
  'too-large': 'The request is larger than 4 MB.',
  'name-not-found': 'The address of NAVER Cloud was not found; is this computer online?',
  refused: 'NAVER Cloud or the proxy did not accept the connection.',
  unreachable: 'No connection to NAVER Cloud could be made.',
  'connect-deadline': 'No connection to NAVER Cloud could be made in time.',
  certificate: 'The other side could not prove that it is NAVER Cloud.',
  'proxy-refused': 'The proxy refused the connection.',
  'proxy-sign-in': 'The proxy asks for a sign-in.',
  'own-fault': 'Something went wrong in this program before anything was sent.',
  cancelled: 'The call was cancelled before it was sent.',
} as const;
export type NotSentReason = keyof typeof notSentSentences;

/** The call never reached NAVER Cloud; nothing was changed. `code` is the system's code where there is one. */
export class NotSentError extends NcloudError {
  override readonly name = 'NotSentError';

  constructor(
    readonly reason: NotSentReason,
    sentence: string = notSentSentences[reason],
    code: string = reason,
  ) {
    super(sentence, effectOf('unsent', reason), code);
  }
}

const noAnswerSentences = {
  deadline: 'NAVER Cloud did not answer in time.',
  'connection-lost': 'The connection was lost before the answer was complete.',
  cancelled: 'The call was cancelled after it was sent.',
} as const;
export type NoAnswerReason = keyof typeof noAnswerSentences;

/** The call was sent, or part of it, and no complete answer came. */
export class NoAnswerError extends NcloudError {
  override readonly name = 'NoAnswerError';

  constructor(
    readonly reason: NoAnswerReason,
    code: string = reason,
  ) {
    super(noAnswerSentences[reason], effectOf('sent', code), code);
  }
}

const badAnswerSentences = {
  redirect: 'The answer points to another address, which is not followed.',
  'proxy-sign-in': 'A proxy on the way asks for a sign-in.',
  'server-fault': 'A server on the way to NAVER Cloud reported a fault of its own.',
  'web-page': 'A web page came in place of an answer; is there a proxy or a network sign-in page?',
  'not-text': 'The answer is not text in UTF-8.',
  'too-large': 'The answer is larger than 10 MB.',
  empty: 'The answer is empty.',
  malformed: 'The answer is damaged or incomplete.',
  'wrong-root': 'The answer belongs to something else.',
  'no-instance-number': 'A number is missing in the answer.',
  'incomplete-list': 'The list is incomplete or changed while it was read.',
} as const;
export type BadAnswerReason = keyof typeof badAnswerSentences;

/** Something came back that is no answer of the action. */
export class BadAnswerError extends NcloudError {
  override readonly name = 'BadAnswerError';
  readonly status?: number;

  constructor(
    readonly reason: BadAnswerReason,
    status?: number,
  ) {
    super(badAnswerSentences[reason], effectOf('answer', reason), reason);
    if (status !== undefined) this.status = status;
  }
}
