/** Files of the journal that are not those of this window: of a newer version, damaged, or still on their way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, holderOf, IntentFolder, lose, openJournal } from '../../../support/intents';
import { open } from './window';

/** A folder with a file of a newer version, one that is cut, and one without a name. */
async function withStrangers() {
  const folder = new IntentFolder();
  await lose(openJournal(folder, { pid: 2 }), 'a', ['web']);
  const [intent] = folder.intents();
  assert.ok(intent);
  const { accountId, fingerprint } = intent;
  folder.files.set('newer', JSON.stringify({ version: 99, accountId, fingerprint, names: ['newer-one'] }));
  folder.files.set('cut', JSON.stringify({ ...intent, id: 'another', names: ['cut-one'] }));
  folder.files.set('dust', '{"vers');
  return folder;
}

test('what cannot be told as a creation is no row, but it holds its names and is told as a file', async () => {
  const journal = openJournal(await withStrangers());
  const changes: number[] = [];
  journal.onDidChangeUnreadable(() => changes.push(journal.unreadable().length));
  assert.deepEqual(journal.unreadable(), []);
  await journal.load();
  await journal.load();
  assert.deepEqual(changes, [3], 'told once');
  const files = journal.unreadable().map(({ id, kind, names }) => `${id} ${kind} ${names}`);
  assert.deepEqual(files.sort(), ['cut corrupt cut-one', 'dust corrupt ', 'newer newer newer-one']);
  assert.deepEqual(
    journal.list('a').map(({ name }) => name),
    ['web'],
  );
  const held = (name: string, id = 'a') => journal.held(holderOf(id), [name])?.kind;
  assert.deepEqual(
    ['newer-one', 'cut-one', 'web'].map((name) => held(name)),
    [...['name-recorded', 'name-recorded', 'name-unknown']],
  );
  assert.deepEqual([held('newer-one', 'b'), held('free')], [undefined, undefined]);
});

test('the names that an account cannot have are those of all files that hold any, once its key is known', async () => {
  const journal = openJournal(await withStrangers(), { isAccount: (id) => id === 'a' });
  await journal.load();
  assert.deepEqual(journal.names('a'), ['web']);
  journal.hold(holderOf('a'));
  assert.deepEqual(journal.names('a').sort(), ['cut-one', 'newer-one', 'web']);
  assert.deepEqual(journal.names('b'), []);
});

test('a file that is discarded is gone, and one that cannot be removed is said to be there', async () => {
  const folder = await withStrangers();
  const journal = openJournal(folder);
  await journal.load();
  await journal.discard('dust');
  assert.deepEqual([folder.files.has('dust'), journal.unreadable().length], [false, 2]);
  folder.before = async (step) => {
    if (step === 'remove') throw new Error('the disk is full');
  };
  await assert.rejects(journal.discard('cut'), /full/);
});

test('what another window has on its way is read again every three seconds, and no more once it is known', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const folder = new IntentFolder();
  folder.isWatched = false;
  const [first, second] = [open(folder, 1), open(folder, 2)];
  const sent = await first.asked(['web', 'db']);
  let reads = 0;
  folder.before = async (step) => {
    if (step === 'read') reads += 1;
  };
  const after = async (milliseconds: number) => {
    t.mock.timers.tick(milliseconds);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    return [reads, ...second.rows()];
  };
  await second.journal.load();
  assert.deepEqual([reads, ...second.rows()], [1, 'web elsewhere', 'db elsewhere']);
  assert.deepEqual(await after(2_999), [1, 'web elsewhere', 'db elsewhere']);
  assert.deepEqual(await after(1), [2, 'web elsewhere', 'db elsewhere']);
  await first.journal.conclude(sent, { web: '7' }, ['db']);
  assert.deepEqual(await after(3_000), [3, 'web made', 'db unknown']);
  assert.deepEqual(await after(60_000), [3, 'web made', 'db unknown']);
});

test('a journal that is closed looks at nothing any more', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const folder = new IntentFolder();
  const [first, second] = [open(folder, 1), open(folder, 2)];
  await first.asked(['web']);
  await second.journal.load();
  let reads = 0;
  folder.before = async (step) => {
    if (step === 'read') reads += 1;
  };
  second.journal.dispose();
  const { length } = second.events;
  t.mock.timers.tick(60_000);
  assert.equal(reads, 0);
  await first.asked(['db']);
  assert.deepEqual([second.events.length, second.rows()], [length, ['web elsewhere']]);
});

test('of two claims on one name the lower one stays, and of two windows nobody gets a name that another has', async () => {
  const folder = new IntentFolder();
  const journals = [1, 2].map((pid) => openJournal(folder, { pid, pause: () => Promise.resolve() }));
  const claims = await Promise.all(
    journals.map((journal) => journal.claim(holderOf('a'), { names: ['web'], params: {}, timestamp: Date.now() })),
  );
  const kept = claims.filter((claim) => 'stage' in claim);
  assert.equal(kept.length, 1);
  assert.deepEqual(
    folder.intents().map(({ id }) => id),
    kept.map(({ id }) => id),
  );
  const [loser] = claims.filter((claim) => !('stage' in claim));
  assert.deepEqual(loser, { kind: 'name-elsewhere', name: 'web' });
  await assert.rejects(ask(openJournal(folder, { pid: 3 }), 'a', ['web', 'db']), /web is held: name-elsewhere/);
});
