import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mask } from '../../../src/client/mask';
import { shown, shownRequestId } from '../../../src/client/shown';

const key = 'SECRETKEY0123456789';
const mask = new Mask([key]);

test('text and numbers are shown, and nothing else is', () => {
  for (const [value, text] of [
    ['a', 'a'],
    [12, '12'],
    [0, '0'],
    [true, ''],
    [null, ''],
    [undefined, ''],
    [{ a: 1 }, ''],
    [['a'], ''],
  ]) {
    assert.equal(shown(value, mask), text);
  }
});

test('a message is one line of 500 characters, without signs that nobody sees', () => {
  assert.equal(shown('a\u0000\u001b[1mb\u007f\u009fc\u200ed\u202e\u2066e  f\n', mask), 'a [1mb c d e f');
  assert.equal(shown('한국어 é 😀', mask), '한국어 é 😀');
  assert.equal(shown('x'.repeat(500), mask), 'x'.repeat(500));
  assert.equal(shown('x'.repeat(501), mask), `${'x'.repeat(500)}…`);
});

test('a secret is seen where a message is cut, and nothing behind 2,048 characters of a long one', () => {
  const tags = '<b>'.repeat(680);
  assert.equal(shown(`${tags}abcdefg${key} end`, mask), 'abcdefg*** end');
  assert.equal(shown(`${tags}abcdefg${key} end${' '.repeat(4_096)}`, mask), 'abcdefg***');
  assert.equal(shown(`${tags}abcdefgh${key} end${' '.repeat(4_096)}`, mask), 'abcdefgh');
  assert.equal(shown(`${' '.repeat(4_095)}x`, mask), 'x');
  assert.equal(shown(`${' '.repeat(4_096)}x`, mask), '');
});

test('the number of a call is a plain word of at most 100 characters', () => {
  const most = 'a'.repeat(100);
  for (const word of ['db3554e2-b268-4a5f', 'a.b_c-1', ' 7 ', most])
    assert.equal(shownRequestId(word, mask), word.trim());
  assert.equal(shownRequestId(7, mask), '7');
  for (const other of ['', ' ', 'a b', 'a/b', `${most}a`, '한', key, `x-${key}`, undefined, {}]) {
    assert.equal(shownRequestId(other, mask), undefined);
  }
});
