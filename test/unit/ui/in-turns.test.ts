// Work on many things goes out a few at a time.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inTurns } from '../../../src/ui/in-turns';

test('so many run at a time, none is left out, and the results keep their order', async () => {
  let running = 0;
  let most = 0;
  const items = Array.from({ length: 23 }, (_, place) => place);
  const results = await inTurns(items, 5, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    running -= 1;
    return item * 2;
  });
  assert.equal(most, 5);
  assert.deepEqual(
    results,
    items.map((item) => item * 2),
  );
  assert.deepEqual(await inTurns([], 5, async () => assert.fail()), []);
});

test('after one that rejects no other is begun', async () => {
  const begun: number[] = [];
  const run = async (item: number) => {
    begun.push(item);
    if (item === 1) throw new Error('no');
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await assert.rejects(inTurns([0, 1, 2, 3, 4, 5], 2, run), /no/);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(begun, [0, 1]);
});
