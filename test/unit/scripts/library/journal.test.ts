// Unknown uploads over a restart of the editor: each account has its own, and nothing is left of one that was cleared up.
import assert from 'node:assert/strict';
import test from 'node:test';
import { AccountJournal, type Store } from '../../../../src/scripts/library/journal';

/** A store that outlives the journals over it. */
function memory(): Store & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: async (key, value) => void values.set(key, JSON.parse(JSON.stringify(value))),
  };
}

const upload = { digest: 'd1', name: 'web', askedAt: 1 };

test('an upload without an answer is found by its text in a later window, in its own account only', async () => {
  const store = memory();
  await new AccountJournal(store, 'a').add(upload);
  assert.deepEqual(new AccountJournal(store, 'a').find('d1'), upload);
  assert.equal(new AccountJournal(store, 'a').find('d2'), undefined);
  assert.equal(new AccountJournal(store, 'b').find('d1'), undefined);
});

test('a text has one entry, the last one; the last entry of an account takes the account along', async () => {
  const store = memory();
  const [a, b] = ['a', 'b'].map((id) => new AccountJournal(store, id)) as [AccountJournal, AccountJournal];
  await b.add({ ...upload, name: 'other' });
  await a.add(upload);
  await a.add({ ...upload, askedAt: 2 });
  assert.equal(a.find('d1')?.askedAt, 2);
  await a.remove('d1');
  assert.deepEqual([...store.values], [['ncloud.unknownUploads', { b: [{ ...upload, name: 'other' }] }]]);
  assert.equal(b.find('d1')?.name, 'other');
});
