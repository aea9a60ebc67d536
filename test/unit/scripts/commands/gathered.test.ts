/** The places of a rule, which are taken back with the command that turns out to be harmless. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Gathered } from '../../../../src/scripts/commands/gathered';
import type { Rule } from '../../../../src/scripts/rule';

const rule = { id: 'reboot', severity: 'warning', find: () => [] } as unknown as Rule;
const place = (start: number) => ({ start, end: start + 1, args: {} });

test('places stand in their order, and go with their command and all after it', () => {
  const gathered = new Gathered(rule);
  assert.deepEqual(gathered.told(), []);
  for (const [index, start] of [
    [1, 10],
    [2, 20],
    [2, 25],
    [3, 30],
  ] as const)
    gathered.add(index, place(start));
  const starts = () => gathered.told().map(({ start }) => start);
  assert.deepEqual(starts(), [10, 20, 25, 30]);
  gathered.takeBack(4);
  assert.deepEqual(starts(), [10, 20, 25, 30]);
  gathered.takeBack(2);
  assert.deepEqual(starts(), [10]);
  gathered.takeBack(0);
  assert.deepEqual(starts(), []);
});

test('what is told once stands at its first place and counts the others, until they are taken back', () => {
  const gathered = new Gathered({ ...rule, isToldOnce: true });
  gathered.add(1, { ...place(10), times: 3 });
  gathered.add(2, place(20));
  assert.deepEqual(gathered.told(), [{ ...place(10), times: 4 }]);
  gathered.takeBack(1);
  gathered.add(5, place(50));
  assert.deepEqual(gathered.told(), [{ ...place(50), times: 1 }]);
});

test('a flood is full at 2,000 places', () => {
  const gathered = new Gathered(rule);
  for (let index = 0; index < 1999; index++) gathered.add(index, place(index));
  assert.ok(!gathered.isFull);
  gathered.add(1999, place(1999));
  assert.ok(gathered.isFull);
});
