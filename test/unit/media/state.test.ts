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

test('what is missing is told as such until one has tried without it', () => {
  const { state } = formWith({});
  const told = () => {
    const { problems, missing } = state.told;
    const isName = ({ name }: { name: string }) => name === 'serverName';
    return problems.some(isName) ? 'problem' : missing.some(isName) ? 'missing' : 'fine';
  };
  const seen = [told()];
  state.leave('serverName');
  seen.push(told());
  state.judgeAll();
  seen.push(told());
  state.change({ ...state.draft, values: { ...state.draft.values, serverName: 'web' } }, 'serverName');
  seen.push(told());
  state.release(['web']);
  seen.push(told());
  assert.deepEqual(seen, ['missing', 'missing', 'problem', 'fine', 'missing']);
});

test('what is wrong is a problem at once, and shown at its field when that is left', () => {
  const { state } = formWith({ serverName: '9' });
  assert.ok(state.told.problems.some(({ name }) => name === 'serverName'));
  assert.deepEqual(state.faultsAt('serverName'), []);
  state.leave('serverName');
  assert.notEqual(state.faultsAt('serverName').length, 0);
});

test('the serial number is asked for with several servers, or once it is there', () => {
  const stands = (values: Record<string, string>) => formWith(values).state.stands('serverCreateStartNo');
  const several = [{}, { serverCreateCount: '2' }, { serverCreateCount: ' 2 ' }, { serverCreateStartNo: '5' }].map(
    stands,
  );
  assert.deepEqual(several, [false, true, true, true]);
});

test('eth0 has the subnet of the server, unless the draft gives it another', () => {
  const of = (first: Record<string, string>) =>
    formWith({ subnetNo: '7', ...first, 'networkInterfaceList.2.ip': '' }).state;
  const own = 'networkInterfaceList.1.subnetNo';
  assert.deepEqual(
    [{}, { [own]: '7' }, { [own]: '8' }, { [own]: '' }].map((first) => of(first).stands(own)),
    [false, false, true, true],
  );
  assert.ok(of({}).stands('networkInterfaceList.2.subnetNo'));
});
