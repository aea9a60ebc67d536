// Which names are held against which accounts, and from when they are free again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holderOf, lose } from '../../../support/intents';
import { open } from './window';

test('a name is held against every account of the same key and place, and against no other', async () => {
  const { journal } = open();
  const holder = holderOf('a');
  await lose(journal, 'a', ['web'], { holder });
  const held = (more: Partial<typeof holder>) => journal.held({ ...holder, ...more }, ['api', 'web'])?.kind;
  assert.deepEqual(
    [held({}), held({ accountId: 'b' }), held({ fingerprint: 'replaced' })],
    ['name-unknown', 'name-unknown', 'name-unknown'],
  );
  assert.deepEqual(
    [held({ accountId: 'b', fingerprint: 'other' }), held({ accountId: 'b', region: 'SGN' })],
    [undefined, undefined],
  );
  const [row] = journal.list('a');
  await journal.release(row?.id ?? '', ['web']);
  assert.deepEqual([held({}), journal.list('a').length], [undefined, 1]);
});

test('of several names only those are free again that the user has confirmed, and rows of one name go one by one', async () => {
  const { journal, folder, asked } = open();
  const sent = await asked(['web1', 'web2', 'web3']);
  await journal.conclude(sent, { web1: '7' }, ['web2', 'web3']);
  await journal.release(sent.id, ['web2']);
  const later = open(folder, 2);
  await later.journal.load();
  for (const one of [journal, later.journal]) {
    const held = ['web1', 'web2', 'web3'].map((name) => one.held(holderOf('a'), [name])?.kind);
    assert.deepEqual(held, ['name-taken', undefined, 'name-unknown']);
    assert.deepEqual([...one.names('a')].sort(), ['web1', 'web3']);
    assert.deepEqual(
      one.list('a').map(({ isReleased }) => isReleased),
      [false, true, false],
    );
  }
});

test('what could not be released is held as before, also when the disk is good again', async () => {
  const { journal, folder, asked } = open();
  const sent = await asked(['web']);
  await journal.conclude(sent, {}, ['web']);
  folder.before = async (step) => {
    if (step === 'replace') throw new Error('the disk is full');
  };
  await assert.rejects(journal.release(sent.id, ['web']), /full/);
  folder.before = async () => undefined;
  await journal.load();
  await journal.load();
  assert.equal(journal.held(holderOf('a'), ['web'])?.kind, 'name-unknown');
  assert.deepEqual(
    folder.intents().map(({ released }) => released),
    [undefined],
  );
});
