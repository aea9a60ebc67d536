// What every sign of a call without an answer means. The expectations are written down, not read from the table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BadAnswerError,
  type BadAnswerReason,
  type Effect,
  NcloudError,
  NoAnswerError,
  type NoAnswerReason,
  NotSentError,
  type NotSentReason,
} from '../../../src/client';
import { failureError } from '../../../src/client/failure';
import type { Failure } from '../../../src/client/http';
import { effectOf, outcomes, type Place } from '../../../src/client/outcome';
import { server } from './answers';
import { decode } from './decoded';

type Expected = readonly [sign: string, error: () => unknown, effect: Effect, name: string];

const create = 'createServerInstances';
const failure = (phase: Failure['phase'], code: string, more: Partial<Failure> = {}) =>
  failureError({ kind: 'failure', phase, code, ...more });
const body = (text: string | undefined, status = 200) => decode(text, status, create);
const gateway = (status: number, errorCode: string, more = {}) =>
  body(JSON.stringify({ error: { errorCode, message: 'no' }, ...more }), status);
const api = (status: number, returnCode: string, more = {}) =>
  body(JSON.stringify({ responseError: { returnCode, returnMessage: 'no' }, ...more }), status);
const inAnswer = (fields: object) => body(JSON.stringify({ [`${create}Response`]: fields }));

const connectCodes: Readonly<Record<string, NotSentReason>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'connect-deadline',
  DEADLINE: 'connect-deadline',
  CANCELLED: 'cancelled',
  REQUEST_TOO_LARGE: 'too-large',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  ERR_SSL_WRONG_VERSION_NUMBER: 'certificate',
  EPROTO: 'certificate',
  HPE_INVALID_CONSTANT: 'proxy-refused',
  NOBODY_KNOWS: 'unreachable',
};

/** R6: what must be `rejected`, and nothing else may be. */
const rejected: readonly Expected[] = [
  ...Object.entries(connectCodes).map(
    ([code, reason]): Expected => [`connect ${code}`, () => failure('connect', code), 'rejected', reason],
  ),
  [
    'connect ECONNRESET, told late',
    () => failure('sent', 'ECONNRESET', { syscall: 'connect' }),
    'rejected',
    'unreachable',
  ],
  [
    'connect ECONNREFUSED, told late',
    () => failure('sent', 'ECONNREFUSED', { syscall: 'connect' }),
    'rejected',
    'refused',
  ],
  ['own TypeError', () => failure('own', 'TypeError'), 'rejected', 'own-fault'],
  ['proxy 407', () => failure('connect', 'PROXY_REFUSED', { status: 407 }), 'rejected', 'proxy-sign-in'],
  ['proxy 403', () => failure('connect', 'PROXY_REFUSED', { status: 403 }), 'rejected', 'proxy-refused'],
  ['proxy 502', () => failure('connect', 'PROXY_REFUSED', { status: 502 }), 'rejected', 'proxy-refused'],
  ['gateway 400/100', () => gateway(400, '100'), 'rejected', '100'],
  ['gateway 401/200', () => gateway(401, '200'), 'rejected', '200'],
  ['gateway 401/210', () => gateway(401, '210'), 'rejected', '210'],
  ['gateway 403/230', () => gateway(403, '230'), 'rejected', '230'],
  ['gateway 404/300', () => gateway(404, '300'), 'rejected', '300'],
  ['gateway 413/430', () => gateway(413, '430'), 'rejected', '430'],
  ['gateway 429/400', () => gateway(429, '400'), 'rejected', '400'],
  ['gateway 429/410', () => gateway(429, '410'), 'rejected', '410'],
  ['gateway 429/420', () => gateway(429, '420'), 'rejected', '420'],
  ['gateway 200/200', () => gateway(200, '200'), 'rejected', '200'],
  ['gateway 499/777', () => gateway(499, '777'), 'rejected', '777'],
  ['api 400/1007009', () => api(400, '1007009'), 'rejected', '1007009'],
  ['api 403/1103', () => api(403, '1103'), 'rejected', '1103'],
  ['api 401/800', () => api(401, '800'), 'rejected', '800'],
  ['api 200/10712', () => api(200, '10712'), 'rejected', '10712'],
  ['api 200/10712 under the action', () => inAnswer({ returnCode: '10712' }), 'rejected', '10712'],
  ['api 400/11', () => api(400, '11'), 'rejected', '11'],
  ['api 400/21000', () => api(400, '21000'), 'rejected', '21000'],
];

const good = { returnCode: '0', totalRows: 1, serverInstanceList: [server(0)] };

/** R7: what nobody can know the effect of. */
const unknown: readonly Expected[] = [
  ...[
    'ECONNRESET',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EPIPE',
    'EPROTO',
    'ENOTFOUND',
    'ERR_BAD_RESPONSE',
    'HPE_X',
    'CERT_X',
    'UNKNOWN',
  ].map(
    (code): Expected => [
      `sent ${code}`,
      () => failure('sent', code, { syscall: 'read' }),
      'unknown',
      'connection-lost',
    ],
  ),
  ['sent, time-out', () => failure('sent', 'DEADLINE'), 'unknown', 'deadline'],
  ['sent, cancelled', () => failure('sent', 'CANCELLED'), 'unknown', 'cancelled'],
  [
    'sent, 407 from who knows where',
    () => failure('sent', 'PROXY_REFUSED', { status: 407 }),
    'unknown',
    'connection-lost',
  ],
  ['answer of 100 MB', () => failure('sent', 'ANSWER_TOO_LARGE'), 'unknown', 'too-large'],
  ['answer of a wrong gzip', () => failure('sent', 'Z_DATA_ERROR'), 'unknown', 'malformed'],
  ...[301, 302, 303, 307, 308].map(
    (status): Expected => [`answer ${status}`, () => body('', status), 'unknown', 'redirect'],
  ),
  ...[500, 502, 503, 504, 599].map(
    (status): Expected => [
      `answer ${status} with a page`,
      () => body('<html></html>', status),
      'unknown',
      'server-fault',
    ],
  ),
  [
    'answer 500 with a good body',
    () => body(JSON.stringify({ [`${create}Response`]: good }), 500),
    'unknown',
    'server-fault',
  ],
  ['answer 407', () => body('', 407), 'unknown', 'proxy-sign-in'],
  ['answer 407 with a refusal', () => api(407, '10712'), 'unknown', 'proxy-sign-in'],
  ['answer 404 with a page', () => body('<html></html>', 404), 'unknown', 'web-page'],
  [
    'answer 400 with a good body',
    () => body(JSON.stringify({ [`${create}Response`]: good }), 400),
    'unknown',
    'malformed',
  ],
  ['answer, empty', () => body(''), 'unknown', 'empty'],
  ['answer, 401 and empty', () => body('', 401), 'unknown', 'empty'],
  ['answer, not UTF-8', () => body(undefined), 'unknown', 'not-text'],
  ['answer, a page', () => body('<!doctype html><p>Sign in'), 'unknown', 'web-page'],
  ['answer, plain text', () => body('OK'), 'unknown', 'malformed'],
  ['answer, cut', () => body(`{"${create}Response":{"returnCode":"0"`), 'unknown', 'malformed'],
  ['answer, cut in a refusal', () => body('{"responseError":{"returnCode":"10712"', 400), 'unknown', 'malformed'],
  ['answer, two roots', () => body('<a/><b/>'), 'unknown', 'malformed'],
  ['answer of another action', () => body('{"getZoneListResponse":{"returnCode":"0"}}'), 'unknown', 'wrong-root'],
  ['answer without a code', () => inAnswer({ serverInstanceList: [server(0)] }), 'unknown', 'malformed'],
  ['answer without a list', () => inAnswer({ returnCode: '0' }), 'unknown', 'malformed'],
  [
    'answer without a server',
    () => inAnswer({ returnCode: '0', serverInstanceList: [] }),
    'unknown',
    'no-instance-number',
  ],
  [
    'answer without a number',
    () => inAnswer({ returnCode: '0', serverInstanceList: [{ serverName: 'a' }] }),
    'unknown',
    'no-instance-number',
  ],
  ['answer, an empty refusal', () => body('{"responseError":{}}', 400), 'unknown', 'malformed'],
  ['gateway 503/500', () => gateway(503, '500'), 'unknown', '500'],
  ['gateway 504/510', () => gateway(504, '510'), 'unknown', '510'],
  ['gateway 500/900', () => gateway(500, '900'), 'unknown', '900'],
  ['gateway 400/510', () => gateway(400, '510'), 'unknown', '510'],
  ['gateway 200/900', () => gateway(200, '900'), 'unknown', '900'],
  ['gateway 502/200', () => gateway(502, '200'), 'unknown', '200'],
  ['gateway 302/210', () => gateway(302, '210'), 'unknown', '210'],
  ['api 500/10712', () => api(500, '10712'), 'unknown', '10712'],
  ['api 302/10712', () => api(302, '10712'), 'unknown', '10712'],
  ['api 400/1300', () => api(400, '1300'), 'unknown', '1300'],
  ['api 200/1000', () => api(200, '1000'), 'unknown', '1000'],
  ['api 400/1', () => api(400, '1'), 'unknown', '1'],
  ['api 400/3000100', () => api(400, '3000100'), 'unknown', '3000100'],
  ['result beside api 400', () => api(400, '10712', { serverInstanceList: [server(0)] }), 'unknown', '10712'],
  ['result beside gateway 403', () => gateway(403, '230', { serverInstanceList: [server(0)] }), 'unknown', '230'],
];

async function ended(error: () => unknown): Promise<NcloudError & { reason?: string }> {
  try {
    const value = await error();
    assert.ok(value instanceof NcloudError, 'an answer');
    return value;
  } catch (thrown) {
    assert.ok(thrown instanceof NcloudError, String(thrown));
    return thrown;
  }
}

test('R6 and R7: every sign, and whether it proves that nothing was changed', async (t) => {
  for (const [sign, error, effect, name] of [...rejected, ...unknown]) {
    const end = await ended(error);
    t.diagnostic(`${sign.padEnd(40)} ${end.outcome.padEnd(9)} ${end.name} ${end.reason ?? end.code}`);
    assert.deepEqual([end.outcome, end.reason ?? end.code], [effect, name], sign);
    assert.equal(end.outcome === 'rejected' && end instanceof BadAnswerError, false, sign);
  }
});

test('the table has a row for each place, and what fits none is unknown', () => {
  const places: Readonly<Record<Place, readonly [seen: string, effect: Effect]>> = {
    unsent: ['bad-key', 'rejected'],
    own: ['TypeError', 'rejected'],
    connect: ['ECONNREFUSED', 'rejected'],
    proxy: ['407', 'rejected'],
    sent: ['ECONNRESET', 'unknown'],
    answer: ['malformed', 'unknown'],
    gateway: ['401/200', 'rejected'],
    api: ['400/10712', 'rejected'],
    result: ['createServerInstances', 'unknown'],
  };
  for (const [place, [seen, effect]] of Object.entries(places))
    assert.equal(effectOf(place as Place, seen), effect, place);
  assert.deepEqual(new Set(outcomes.map(([place]) => place)), new Set(Object.keys(places)));
  for (const seen of ['', '200', '/200', '302/200', '500/200', '600/200', '1400/200', '40/200', '100/200']) {
    assert.deepEqual([effectOf('gateway', seen), effectOf('api', seen)], ['unknown', 'unknown'], seen);
  }
  assert.equal(effectOf('elsewhere' as Place, 'anything'), 'unknown');
});

test('every reason of a class of errors has its effect, and a new one does not compile without', () => {
  const unsent: Readonly<Record<NotSentReason, 'rejected'>> = {
    'bad-endpoint': 'rejected',
    'bad-proxy': 'rejected',
    'bad-key': 'rejected',
    'bad-action': 'rejected',
    'bad-parameter': 'rejected',
    'too-large': 'rejected',
    'name-not-found': 'rejected',
    refused: 'rejected',
    unreachable: 'rejected',
    'connect-deadline': 'rejected',
    certificate: 'rejected',
    'proxy-refused': 'rejected',
    'proxy-sign-in': 'rejected',
    'own-fault': 'rejected',
    cancelled: 'rejected',
  };
  const unanswered: Readonly<Record<NoAnswerReason, 'unknown'>> = {
    deadline: 'unknown',
    'connection-lost': 'unknown',
    cancelled: 'unknown',
  };
  const bad: Readonly<Record<BadAnswerReason, 'unknown'>> = {
    redirect: 'unknown',
    'proxy-sign-in': 'unknown',
    'server-fault': 'unknown',
    'web-page': 'unknown',
    'not-text': 'unknown',
    'too-large': 'unknown',
    empty: 'unknown',
    malformed: 'unknown',
    'wrong-root': 'unknown',
    'no-instance-number': 'unknown',
    'incomplete-list': 'unknown',
  };
  const reasons = <Reason extends string>(table: Readonly<Record<Reason, Effect>>) =>
    Object.entries(table) as [Reason, Effect][];
  for (const [reason, effect] of reasons(unsent)) assert.equal(new NotSentError(reason).outcome, effect, reason);
  for (const [reason, effect] of reasons(unanswered)) assert.equal(new NoAnswerError(reason).outcome, effect, reason);
  for (const [reason, effect] of reasons(bad)) assert.equal(new BadAnswerError(reason).outcome, effect, reason);
});
