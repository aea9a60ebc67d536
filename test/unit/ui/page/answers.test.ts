import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../../src/protocol';
import { Answers } from '../../../../src/ui/page/answers';

type Sums = { sum(asked: { readonly of: readonly number[] }): number };

function open({ isAsleep = false } = {}) {
  const posted: Answer<Sums>[] = [];
  const looked: number[] = [];
  const going: (() => void)[] = [];
  const answers = new Answers<Sums>(
    {
      sum: async ({ of }) => {
        looked.push(of.length);
        await new Promise<void>((resolve) => going.push(resolve));
        if (of.length === 0) throw new Error('nothing to add up');
        return of.reduce((sum, number) => sum + number);
      },
    },
    (message) => void posted.push(message),
    (error, { type }) => `${type}: ${(error as Error).message}`,
    isAsleep,
  );
  const ask = (id: number, ...of: number[]) => answers.answer({ type: 'ask', id, question: { type: 'sum', of } });
  const end = async (asked: readonly Promise<void>[]) => {
    await new Promise((resolve) => setImmediate(resolve));
    for (const go of going.splice(0)) go();
    await Promise.all(asked);
  };
  return { answers, posted, looked, ask, end };
}

test('a question gets its answer, or the reason why there is none', async () => {
  const { posted, ask, end } = open();
  await end([ask(4, 1, 2), ask(9)]);
  assert.deepEqual(posted, [
    { type: 'answer', id: 4, answer: 3 },
    { type: 'unanswered', id: 9, reason: 'sum: nothing to add up' },
  ]);
});

test('a page that is asleep is answered once it is awake, and only what its last load has asked', async () => {
  const { answers, posted, looked, ask, end } = open({ isAsleep: true });
  const before = ask(1, 1, 1);
  answers.begin();
  const after = ask(1, 5);
  await end([]);
  assert.deepEqual([looked, answers.isAsleep], [[], true]);
  answers.wake();
  await end([before, after]);
  assert.deepEqual([looked, answers.isAsleep], [[1], false]);
  assert.deepEqual(posted, [{ type: 'answer', id: 1, answer: 5 }]);
});

test('an answer that comes after the page was loaded anew is dropped: the number may be given again', async () => {
  const { answers, posted, ask, end } = open();
  const before = [ask(1, 1), ask(2)];
  answers.begin();
  await end([...before, ask(1, 2)]);
  assert.deepEqual(posted, [{ type: 'answer', id: 1, answer: 2 }]);
});
