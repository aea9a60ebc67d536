/** Where a word stands in a text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { places } from '../../../../../src/scripts/rules/secrets/kinds';

test('each place of a word is told once, up to a limit', () => {
  assert.deepEqual(places('no such word', 'passwd'), []);
  assert.deepEqual(places('passwd; chpasswd', 'passwd'), [0, 10]);
  assert.deepEqual(places('-----', '--'), [0, 2]);
  const flood = places('://'.repeat(10_005), '://');
  assert.equal(flood.length, 10_000);
  assert.equal(flood.at(-1), 9_999 * 3);
});
