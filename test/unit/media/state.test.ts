import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Asker } from '../../../media/questions';
import { FormState } from '../../../media/state';
import type { Ask, Questions } from '../../../src/protocol';
import type { Row } from '../../../src/reference/index';

const account = { id: 'a', label: 'a', environment: 'vpc', region: 'KR', sandbox: false } as const;

function formWith(values: Record<string, string>) {
  const asked: Ask<Questions>[] = [];
  const asker = new Asker<Questions>((message) => void asked.push(message));
  const draft = { environment: 'vpc', values, chosen: {} } as const;
  const state = new FormState('en', account, draft, [], asker.ask, () => undefined);
  const receive = async (parameter: string, rows: readonly Row[]) => {
    state.change(state.draft);
    const question = asked.find(
      ({ question }) => question.type === 'lookup' && question.lookup.parameter === parameter,
    );
    assert.ok(question, parameter);
    asker.receive({ type: 'answer', id: question.id, answer: rows });
    await setImmediate();
  };
  return { state, receive };
}

test('the number of servers counts only as a whole number', () => {
  const count = (text: string) => formWith({ serverName: 'web', serverCreateCount: text }).state.derived.names.length;
  assert.deepEqual(['2', ' 2 ', '2.5', '-3', 'x', '0'].map(count), [2, 2, 1, 1, 1, 1]);
});

test('a count that is no whole number is a problem', () => {
  const { faults } = formWith({ serverName: 'web', serverCreateCount: '2.5' }).state.derived;
  assert.ok(faults.some(({ name, severity }) => name === 'serverCreateCount' && severity === 'error'));
});

test('the login key to start with is the newest one, as NCP would take it', async () => {
  const { state, receive } = formWith({});
  await receive('loginKeyName', [
    { keyName: 'old', createDate: '2021-03-01T09:00:00+0900' },
    { keyName: 'newest', createDate: '2026-01-31T23:59:59+0900' },
    { keyName: 'middle', createDate: '2025-12-01T09:00:00+0900' },
  ]);
  assert.equal(state.draft.values.loginKeyName, 'newest');
});

test('login keys without a date: the first', async () => {
  const { state, receive } = formWith({});
  await receive('loginKeyName', [{ keyName: 'one' }, { keyName: 'two' }]);
  assert.equal(state.draft.values.loginKeyName, 'one');
});

test('a name is in use as long as the host says so', () => {
  const { state } = formWith({ serverName: 'web' });
  const isTaken = () => state.derived.faults.some(({ text }) => text === state.strings.taken('web'));
  const seen = [['db'], ['db', 'web'], ['db'], []].map((names) => {
    state.take(names);
    return isTaken();
  });
  assert.deepEqual(seen, [false, true, false, false]);
  assert.equal(state.draft.values.serverName, 'web');
});
