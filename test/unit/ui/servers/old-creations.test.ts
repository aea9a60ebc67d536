// The move of what an older version has kept: whenever it breaks off, nothing is lost and nothing is doubled.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oldKey } from '../../../../src/servers/creation/old-journal';
import type { Account } from '../../../../src/ui/accounts/account';
import { withOld } from '../../../../src/ui/servers/old-creations';
import { IntentFolder, openJournal } from '../../../support/intents';
import { Memory } from '../../../support/memory';

const entry = (name: string) => ({ name, askedAt: 1_000, before: [] });
const kept = { a: [entry('web'), entry('db')], b: [entry('web')] };
const account = { id: 'a', label: 'a', site: 'public', environment: 'vpc', region: 'KR' } as Account;
const accounts = { get: (id: string) => (id === 'a' ? account : undefined) };

test('the first reading moves them, and later ones ask no more', async () => {
  const [folder, state] = [new IntentFolder(), new Memory()];
  await state.update(oldKey, kept);
  const store = withOld(folder.store(), state, accounts);
  assert.equal((await store.read()).length, 3);
  assert.equal(state.get(oldKey), undefined);
  await state.update(oldKey, kept);
  folder.files.clear();
  assert.equal((await store.read()).length, 0);
  const journal = openJournal(folder);
  await journal.load();
});

test('a crash at any step, and a second window at the same time, lose and double nothing', async () => {
  for (let steps = 0; steps < 12; steps++) {
    const [folder, state] = [new IntentFolder(), new Memory()];
    await state.update(oldKey, kept);
    let left = steps;
    folder.before = async () => {
      if (left-- <= 0) throw new Error('crashed');
    };
    await withOld(folder.store(2), state, accounts)
      .read()
      .catch(() => undefined);
    assert.ok(folder.files.size === 3 || state.get(oldKey) !== undefined, `lost after ${steps}`);
    folder.before = async () => undefined;
    const windows = [3, 4].map((pid) => withOld(folder.store(pid), state, accounts));
    const seen = await Promise.all(windows.map((store) => store.read()));
    assert.deepEqual([...seen.map((files) => files.length), folder.files.size], [3, 3, 3], `after ${steps}`);
    assert.equal(state.get(oldKey), undefined);
  }
});

test('what cannot be moved now is tried again with the next reading', async () => {
  const [folder, state] = [new IntentFolder(), new Memory()];
  await state.update(oldKey, kept);
  const store = withOld(folder.store(), state, accounts);
  folder.before = async (step) => {
    if (step === 'create') throw new Error('the disk is full');
  };
  assert.equal((await store.read()).length, 0);
  assert.deepEqual(state.get(oldKey), kept);
  folder.before = async () => undefined;
  assert.equal((await store.read()).length, 3);
});
