// What the log and the clipboard get of an error: enough to look it up, and no secret.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ApiError, BadAnswerError, GatewayError, NoAnswerError, NotSentError } from '../../../src/client/index';
import { faultFacts, faultLine } from '../../../src/ui/fault';

const identified = Object.assign(new ApiError(400, '1300', 'Server name web is in use'), { requestId: 'b1a2-77' });

test('an error of a call tells its class, code, outcome, status and request', () => {
  assert.equal(faultLine(identified), 'ApiError 1300 unknown HTTP 400 request b1a2-77');
  assert.deepEqual(faultFacts(identified), { code: '1300', status: 400, requestId: 'b1a2-77' });
  assert.match(faultLine(new NoAnswerError('connection-lost', 'ECONNRESET')), /^NoAnswerError ECONNRESET unknown$/);
  assert.match(faultLine(new NotSentError('bad-key')), /^NotSentError bad-key rejected$/);
  assert.match(faultLine(new BadAnswerError('web-page', 502)), /^BadAnswerError web-page unknown HTTP 502$/);
  const { status } = faultFacts(new GatewayError({ status: 401, errorCode: '200', text: 'x', details: 'y' }));
  assert.equal(status, 401);
});

test('what NCP said and a hostile number of a request make one line without codes', () => {
  const error = Object.assign(new ApiError(400, '1\n2', 'the password hunter2'), { requestId: 'a\u001b[2J\nb' });
  assert.doesNotMatch(faultLine(error), /[\p{Cc}]|hunter2/u);
});

test('an exception tells where it came from', () => {
  const line = faultLine(new TypeError('x is not a function'));
  assert.match(line, /^TypeError x is not a function ← at /);
  assert.doesNotMatch(line, /\n/);
  assert.ok(line.split(' ← ').length <= 7);
  assert.equal(faultLine('a secret that was thrown'), 'string');
  const missing = Object.assign(new Error("ENOENT: no such file, open '/home/me/.ssh/key.pem'"), { code: 'ENOENT' });
  assert.match(faultLine(missing), /^Error ENOENT ENOENT: no such file, open \*\*\*/);
});

/** Keys as NCP makes them, and what else is secret. */
const secrets = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
    minLength: 20,
    maxLength: 64,
  }),
  fc.base64String({ minLength: 44, maxLength: 64 }),
);

test('no key that stands in the message of an exception reaches the log', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom('', ' ', '=', ': ', '"', "'", '`'), (secret, mark) => {
      const error = new Error(`bad header ${mark}${secret}${mark} of the call`);
      assert.ok(!faultLine(error).includes(secret));
    }),
  );
});

test('what JSON.parse quotes of a text does not reach the log', () => {
  for (const text of ['{"pw": hunter2}', 'hunter2', '{"a":"hunter2"', '["x" hunter2 "y"]']) {
    try {
      JSON.parse(text);
      assert.fail('parsed');
    } catch (error) {
      assert.ok(error instanceof SyntaxError);
      assert.doesNotMatch(faultLine(error), /hunter2/);
      assert.doesNotMatch(faultLine(new Error(error.message)), /"[^"]*hunter2/);
    }
  }
});
