// Several servers whose names are in use: the form offers the next free number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Asker } from '../../../media/questions';
import { FormState } from '../../../media/state';
import type { Questions } from '../../../src/protocol';
import { emptyForm } from '../../../src/reference/index';

const account = { id: 'a', label: 'a', environment: 'vpc', region: 'KR', sandbox: false } as const;

function formWith(values: Record<string, string>): FormState {
  const asker = new Asker<Questions>(() => undefined);
  const { draft, memory } = emptyForm('vpc');
  return new FormState('en', account, { draft: { ...draft, values }, memory }, [], asker.ask, () => undefined);
}

test('several servers whose names are in use can go on from the next free number', () => {
  const state = formWith({ serverName: 'web', serverCreateCount: '2' });
  state.take(['web001', 'web002', 'db']);
  const [fault] = state.derived.faults.filter(({ name }) => name === 'serverName');
  assert.match(fault?.text ?? '', /“web001” already exists\. .*next free number/);
  const { remedy } = fault ?? {};
  assert.deepEqual(remedy, { words: 'Start at 3', name: 'serverCreateStartNo', value: '3' });
  const { values } = state.draft;
  state.change({ ...state.draft, values: { ...values, [remedy?.name ?? '']: remedy?.value ?? '' } });
  assert.deepEqual(state.derived.names, ['web003', 'web004']);
  assert.ok(!state.derived.faults.some(({ name }) => name === 'serverName'));
});

test('a list of storages without the base storage gets one by a button', () => {
  const order = (item: number) => `blockStorageMappingList.${item}.order`;
  const state = formWith({ [order(1)]: '1', [order(2)]: '2' });
  const found = () => state.derived.faults.find(({ text }) => /base storage/.test(text));
  const { name, value, words } = found()?.remedy ?? assert.fail('no remedy');
  assert.deepEqual([name, value, words], [order(3), '0', 'Add the base storage']);
  state.change({ ...state.draft, values: { ...state.draft.values, [name]: value } });
  assert.equal(found(), undefined);
});

test('where no number is free, and for one server, only another name helps', () => {
  const remedies = [
    { serverName: 'web', serverCreateCount: '2', serverCreateStartNo: '998' },
    { serverName: 'web' },
  ].map((values) => {
    const state = formWith(values);
    state.take(['web', 'web999']);
    const [fault] = state.derived.faults.filter(({ name }) => name === 'serverName');
    return [fault?.text.startsWith('A server with the name'), fault?.remedy];
  });
  assert.deepEqual(remedies, [
    [true, undefined],
    [true, undefined],
  ]);
});
