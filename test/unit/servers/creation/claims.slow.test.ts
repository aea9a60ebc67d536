// Windows that ask for one name at the same moment, in every order in which a disk may do what they ask of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holderOf, IntentFolder, openJournal } from '../../../support/intents';

const holder = holderOf('a');

/** What became of each window's wish for the name. */
async function race(scheduler: fc.Scheduler, windows: number, isWatched: boolean): Promise<string[]> {
  const folder = new IntentFolder();
  folder.isWatched = isWatched;
  folder.before = (step, id) => scheduler.schedule(Promise.resolve(), `${step} ${id}`);
  const pause = () => scheduler.schedule(Promise.resolve(), 'pause');
  const journals = Array.from({ length: windows }, (_, place) => openJournal(folder, { pid: place + 1, pause }));
  const asking = journals.map(async (journal, place) => {
    const own = { ...holder, accountId: `a${place}` };
    const claim = await journal.claim(own, { names: ['web'], params: {}, timestamp: 1 });
    if ('kind' in claim) return claim.kind;
    await journal.send(claim, { before: [], timestamp: 1 });
    return 'sent';
  });
  const ends = await scheduler.waitFor(Promise.all(asking));
  for (const journal of journals) journal.dispose();
  // Readings that a watcher has begun.
  await scheduler.waitIdle();
  return ends;
}

test('of two and of three windows at most one goes on, and of two the lower one does unless it waited too long', async (t) => {
  const tally = { sent: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.constantFrom(2, 2, 3), fc.boolean(), async (scheduler, windows, isWatched) => {
      const ends = await race(scheduler, windows, isWatched);
      const sent = ends.filter((end) => end === 'sent').length;
      assert.ok(sent <= 1, String(ends));
      assert.ok(
        ends.every((end) => end === 'sent' || end === 'name-elsewhere'),
        String(ends),
      );
      tally[sent === 1 ? 'sent' : 'none'] += 1;
    }),
    { numRuns: 500 },
  );
  t.diagnostic(JSON.stringify(tally));
  assert.ok(tally.sent > 50 * tally.none && tally.sent > 300, JSON.stringify(tally));
});

test('one after the other the first goes on, whatever its number', async () => {
  for (let round = 0; round < 20; round++) {
    const folder = new IntentFolder();
    const ends: string[] = [];
    for (const pid of [1, 2]) {
      const claim = await openJournal(folder, { pid }).claim(holder, { names: ['web'], params: {}, timestamp: 1 });
      ends.push('kind' in claim ? claim.kind : 'claimed');
    }
    assert.deepEqual(ends, ['claimed', 'name-elsewhere']);
  }
});
