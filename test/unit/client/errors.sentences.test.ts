import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadAnswerError, NoAnswerError, NotSentError } from '../../../src/client/errors';

/** All reasons, by what a caller does about them: nothing was changed, or nobody knows. */
const rejected = [
  'bad-endpoint',
  'bad-proxy',
  'bad-key',
  'bad-action',
  'bad-parameter',
  'too-large',
  'name-not-found',
  'refused',
  'unreachable',
  'connect-deadline',
  'certificate',
  'proxy-refused',
  'proxy-sign-in',
  'own-fault',
  'cancelled',
] as const;
const unanswered = ['deadline', 'connection-lost', 'cancelled'] as const;
const unreadable = [
  'redirect',
  'proxy-sign-in',
  'server-fault',
  'web-page',
  'not-text',
  'too-large',
  'empty',
  'malformed',
  'wrong-root',
  'no-instance-number',
  'incomplete-list',
] as const;

test('each reason has a sentence of its own, a code, and an outcome', () => {
  const errors = [
    ...rejected.map((reason) => new NotSentError(reason)),
    ...unanswered.map((reason) => new NoAnswerError(reason)),
    ...unreadable.map((reason) => new BadAnswerError(reason, 200)),
  ];
  for (const error of errors) {
    assert.match(error.message, /^[A-Z].{15,}[.?] \([a-z-]+\)$/, error.code);
    assert.ok(error.message.endsWith(` (${error.reason})`), error.message);
    assert.equal(error.code, error.reason);
    assert.equal(error.outcome, error instanceof NotSentError ? 'rejected' : 'unknown', error.code);
  }
  assert.equal(new Set(errors.map(({ message }) => message.replace(/ \(.*/, ''))).size, errors.length);
});

test('an error is known by its name and holds a status only where one came', () => {
  assert.deepEqual(
    [new NotSentError('refused'), new NoAnswerError('deadline'), new BadAnswerError('empty')].map(({ name }) => name),
    ['NotSentError', 'NoAnswerError', 'BadAnswerError'],
  );
  assert.equal(new BadAnswerError('empty', 204).status, 204);
  assert.equal(new BadAnswerError('empty').status, undefined);
  const own = new NotSentError('unreachable', 'In words of its own.', 'EHOSTUNREACH');
  assert.deepEqual(
    [own.reason, own.message, own.code],
    ['unreachable', 'In words of its own. (EHOSTUNREACH)', 'EHOSTUNREACH'],
  );
});
