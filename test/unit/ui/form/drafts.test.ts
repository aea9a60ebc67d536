import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyForm, type LeftForm } from '../../../../src/reference/index';
import { Drafts } from '../../../../src/ui/form/drafts';
import { Memory } from '../../../support/memory';

const left = (values: Record<string, string>): LeftForm => ({
  draft: { environment: 'vpc', values, chosen: {} },
  memory: { rows: { vpcNo: { vpcNo: '7', vpcName: 'main' } }, filled: [], changed: 5 },
});

const id = (number: number, accountId = 'a') => ({ accountId, number });

test('each form of an account has a draft of its own, with what was shown for it', async () => {
  const state = new Memory();
  const drafts = new Drafts(state);
  await drafts.set(id(1), left({ serverName: 'one', vpcNo: '7' }));
  await drafts.set(id(2), left({ serverName: 'two' }));
  await drafts.set(id(1, 'b'), left({ serverName: 'other' }));
  const again = new Drafts(state);
  assert.deepEqual(again.get(id(1), 'vpc'), left({ serverName: 'one', vpcNo: '7' }));
  assert.deepEqual(again.get(id(2), 'vpc'), left({ serverName: 'two' }));
  assert.deepEqual(again.get(id(3), 'vpc'), emptyForm('vpc'));
  assert.deepEqual(again.get(id(1), 'classic'), emptyForm('classic'));
});

test('the numbers are those of forms in which something is set', async () => {
  const drafts = new Drafts(new Memory());
  for (const number of [3, 1, 2]) {
    await drafts.set(id(number), left(number === 2 ? { serverCreateCount: '1' } : { serverName: 'web' }));
  }
  await drafts.set(id(4, 'ab'), left({ serverName: 'web' }));
  assert.deepEqual(drafts.numbers('a', 'vpc'), [1, 3]);
  assert.deepEqual(drafts.numbers('nobody', 'vpc'), []);
});

test('the text of a script is there until the editor is closed, and never written down', async () => {
  const state = new Memory();
  const values = { serverName: 'web', userData: '#!/bin/sh\necho secret' };
  const drafts = new Drafts(state);
  await drafts.set(id(1), {
    draft: { environment: 'classic', values, chosen: {} },
    memory: emptyForm('classic').memory,
  });
  assert.ok(!JSON.stringify(state.get('ncloud.drafts')).includes('echo'));
  assert.deepEqual(drafts.get(id(1), 'classic').draft.values, values);
  assert.deepEqual(new Drafts(state).get(id(1), 'classic').draft.values, { serverName: 'web' });
});

test('what is stored in another shape is an empty form', async () => {
  const state = new Memory();
  for (const stored of [7, {}, left({ noSuch: 'x' }), { ...left({}), memory: undefined }]) {
    await state.update('ncloud.drafts', { a: stored });
    assert.deepEqual(new Drafts(state).get(id(1), 'vpc'), emptyForm('vpc'));
    assert.deepEqual(new Drafts(state).numbers('a', 'vpc'), []);
  }
});

test('what is stored under other names is no form, and whatever is stored can be written over', async () => {
  const state = new Memory();
  const web = left({ serverName: 'web' });
  const names = ['a/1', 'a/0', 'a/-1', 'a/1.5', 'a/x', 'a/100', 'a/02', 'a/2/3', 'a/', 'b'];
  await state.update('ncloud.drafts', Object.fromEntries(names.map((name) => [name, web])));
  assert.deepEqual(new Drafts(state).numbers('a', 'vpc'), []);
  for (const stored of [null, 7, 'text', [web], { a: null }]) {
    await state.update('ncloud.drafts', stored);
    const drafts = new Drafts(state);
    assert.deepEqual(drafts.numbers('a', 'vpc'), []);
    await drafts.set(id(2), web);
    assert.deepEqual(new Drafts(state).get(id(2), 'vpc'), web);
    assert.deepEqual(new Drafts(state).numbers('a', 'vpc'), [2]);
  }
});
