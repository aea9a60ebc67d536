import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ApiError,
  BadAnswerError,
  GatewayError,
  type NcloudError,
  NoAnswerError,
  NotSentError,
} from '../../../src/client';
import { RetryBudget, retryAfter } from '../../../src/client/retry';

const gateway = (status: number, errorCode: string) => new GatewayError({ status, errorCode, text: '', details: '' });

/** How long the first wait is at most; undefined when there is none. */
function longest(error: NcloudError, attempt = 1, asked?: number): number | undefined {
  return new RetryBudget().delay(error, attempt, asked, 1);
}

test('what may pass by itself is tried again, with a longer wait when throttled', () => {
  const transient = [
    gateway(503, '500'),
    gateway(504, '510'),
    gateway(500, '900'),
    gateway(400, '900'),
    gateway(299, '510'),
    gateway(200, '500'),
    new ApiError(501, '0', ''),
    new NotSentError('unreachable'),
    new NotSentError('proxy-refused', undefined, '500'),
    new NotSentError('proxy-refused', undefined, '503'),
    new ApiError(500, '1300', ''),
    new BadAnswerError('server-fault', 502),
    new NoAnswerError('connection-lost'),
    new NotSentError('refused'),
    new NotSentError('name-not-found'),
    new NotSentError('connect-deadline'),
  ];
  for (const error of transient) assert.deepEqual([longest(error), longest(error, 2)], [200, 400], error.message);
  for (const error of [gateway(429, '410'), gateway(429, '420'), new BadAnswerError('web-page', 429)]) {
    assert.deepEqual([longest(error), longest(error, 2)], [1_000, 2_000], error.message);
  }
});

test('what stays wrong is not tried again', () => {
  const lasting = [
    gateway(300, '900'),
    gateway(399, '500'),
    gateway(400, '100'),
    gateway(401, '200'),
    gateway(401, '210'),
    gateway(404, '300'),
    gateway(413, '430'),
    gateway(429, '400'),
    new ApiError(400, '1007009', ''),
    new ApiError(403, '1103', ''),
    new ApiError(499, '1300', ''),
    new NotSentError('proxy-refused', undefined, '403'),
    new NotSentError('proxy-refused', undefined, '499'),
    new NotSentError('certificate', undefined, '503'),
    new NotSentError('own-fault'),
    new BadAnswerError('redirect', 302),
    new BadAnswerError('malformed', 200),
    new BadAnswerError('web-page', 200),
    new NoAnswerError('deadline'),
    new NoAnswerError('cancelled'),
    new NotSentError('certificate'),
    new NotSentError('proxy-sign-in'),
    new NotSentError('too-large'),
    new NotSentError('cancelled'),
  ];
  for (const error of lasting) assert.equal(longest(error), undefined, error.message);
});

test('the third attempt is the last one, and the wait is random', () => {
  const error = gateway(503, '500');
  assert.equal(longest(error, 3), undefined);
  const budget = new RetryBudget();
  assert.deepEqual([budget.delay(error, 1, undefined, 0), budget.delay(error, 2, undefined, 0.5)], [0, 200]);
  assert.equal(budget.delay(error, 1, 7_000, 0.5), 7_000);
});

test('the budget bounds the retries of an outage and fills up by successes', () => {
  const budget = new RetryBudget();
  const error = gateway(503, '500');
  let retries = 0;
  for (let call = 0; call < 1_000; call++) if (budget.delay(error, 1, undefined, 0) !== undefined) retries++;
  assert.equal(retries, 35);
  for (let success = 0; success < 13; success++) budget.earn();
  assert.notEqual(budget.delay(error, 1, undefined, 0), undefined);
  assert.equal(budget.delay(error, 1, undefined, 0), undefined);
});

test('Retry-After is seconds or a date, at most 30 s, and nonsense is none', () => {
  const now = Date.parse('2026-11-21T00:00:00Z');
  const rows: readonly (readonly [string | undefined, number | undefined])[] = [
    ['2', 2_000],
    [' 0 ', 0],
    ['86400', 30_000],
    ['99999999999999999999', 30_000],
    ['Sat, 21 Nov 2026 00:00:05 GMT', 5_000],
    ['Sat, 21 Nov 2026 01:00:00 GMT', 30_000],
    ['Fri, 20 Nov 2026 00:00:00 GMT', undefined],
    ['-1', undefined],
    ['abc', undefined],
    ['1.5', undefined],
    ['2 s', undefined],
    ['a 2', undefined],
    ['30', 30_000],
    ['31', 30_000],
    ['2026', 30_000],
    ['2030-01-01', undefined],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, wait] of rows) assert.equal(retryAfter(header, now), wait, header);
});
