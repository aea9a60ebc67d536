import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock } from '../../../src/client/clock';

const minute = 60_000;
const now = Date.parse('2026-11-21T00:00:00Z');

/** What is learnt from one answer that took `took` milliseconds. */
function learnt(serverAhead: number, more: { age?: string; date?: string; took?: number } = {}): number {
  const { took = 0, ...headers } = more;
  const clock = new Clock(() => now);
  clock.observe({ date: new Date(now + serverAhead).toUTCString(), ...headers }, now - took);
  assert.equal(clock.timestamp(), now + clock.offset);
  return clock.offset;
}

test('a difference of 4 minutes and more is corrected, a smaller one is not', () => {
  for (const ahead of [6, -6, 60, -60]) assert.equal(learnt(ahead * minute), ahead * minute);
  assert.equal(learnt(4 * minute), 4 * minute);
  for (const ahead of [3.9, -3.9, 0]) assert.equal(learnt(ahead * minute), 0);
});

test('half of the round trip is taken off', () => {
  assert.equal(learnt(6 * minute, { took: 10_000 }), 6 * minute + 5_000);
});

test('a cached answer, a slow one, no date and nonsense tell nothing', () => {
  assert.equal(learnt(6 * minute, { age: '0' }), 0);
  assert.equal(learnt(6 * minute, { took: 61_000 }), 0);
  assert.equal(learnt(6 * minute, { took: -1 }), 0);
  assert.equal(learnt(6 * minute, { date: 'soon' }), 0);
  assert.equal(learnt(6 * minute, { date: '' }), 0);
});
