import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Asker } from '../../../media/questions';
import type { Ask } from '../../../src/protocol';

type Sums = { sum(asked: { readonly of: readonly number[] }): number };

function open() {
  const posted: Ask<Sums>[] = [];
  const heard: unknown[] = [];
  const asker = new Asker<Sums>((message) => void posted.push(message));
  const ask = (...of: number[]) => {
    asker.ask({ type: 'sum', of }).then(
      (sum) => heard.push([of, sum]),
      (reason) => heard.push([of, reason.message]),
    );
  };
  return { asker, posted, heard, ask };
}

test('each question is answered by its number, in any order, or with a reason', async () => {
  const { asker, posted, heard, ask } = open();
  ask(1, 2);
  ask(3, 4);
  ask(5);
  const [first = 0, second = 0, third = 0] = posted.map(({ id }) => id);
  assert.equal(new Set([first, second, third]).size, 3);
  asker.receive({ type: 'answer', id: second, answer: 7 });
  asker.receive({ type: 'unanswered', id: third, reason: 'offline' });
  asker.receive({ type: 'answer', id: first, answer: 3 });
  await setImmediate();
  assert.deepEqual(heard, [
    [[3, 4], 7],
    [[5], 'offline'],
    [[1, 2], 3],
  ]);
});

test('what was forgotten or answered before is not answered any more, and its number is not given again', async () => {
  const { asker, posted, heard, ask } = open();
  ask(1);
  asker.receive({ type: 'answer', id: posted[0]?.id ?? 0, answer: 1 });
  asker.receive({ type: 'answer', id: posted[0]?.id ?? 0, answer: 2 });
  ask(2);
  asker.forget();
  ask(3);
  for (const { id } of posted.slice(1)) asker.receive({ type: 'answer', id, answer: id });
  await setImmediate();
  assert.deepEqual(heard, [
    [[1], 1],
    [[3], 3],
  ]);
});
