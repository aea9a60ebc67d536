// NCP's dates: which moment they mean.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { momentOf } from '../../../src/servers/date';

const hour = 60 * 60_000;

/** As NCP writes it, in the time of Seoul. */
function written(moment: number): string {
  return `${new Date(moment + 9 * hour).toISOString().slice(0, 19)}+0900`;
}

test('any moment that NCP writes is read, and what is no date is none', () => {
  assert.equal(momentOf('2017-12-01T14:36:40+0900'), Date.UTC(2017, 11, 1, 5, 36, 40));
  assert.equal(momentOf('2017-12-01T14:36:40+09:00'), Date.UTC(2017, 11, 1, 5, 36, 40));
  for (const text of ['', 'soon', '+0900']) assert.equal(momentOf(text), undefined, text);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      assert.equal(momentOf(written(seconds * 1000)), seconds * 1000);
    }),
  );
});
