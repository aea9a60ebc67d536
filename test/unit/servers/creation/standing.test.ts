// What a creation is for another window, for a later one, and as time goes by.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestCreation } from '../../../../src/servers/creation/journal';
import { holderOf, lose } from '../../../support/intents';
import { askedAt, hour, open, server } from './window';

test('another window sees what is on its way as such, and as unknown when its window has lost it, has ended or is late', async () => {
  const first = open();
  const second = open(first.folder, 2);
  const seen = async () => {
    await second.journal.load();
    return second.rows();
  };
  const sent = await first.asked(['web']);
  assert.deepEqual(await seen(), ['web elsewhere']);
  await first.journal.conclude(sent, {}, ['web']);
  assert.deepEqual(await seen(), ['web unknown']);
  first.time.now += 1;
  const late = await first.asked(['db']);
  second.time.now += longestCreation + 2;
  assert.deepEqual(await seen(), ['web unknown', 'db unknown']);
  second.time.now = askedAt;
  assert.deepEqual(await seen(), ['web unknown', 'db elsewhere']);
  await first.journal.conclude(late, { db: '7' }, []);
  assert.deepEqual(await seen(), ['web unknown', 'db made']);
  first.time.now += 1;
  await first.asked(['api']);
  first.folder.kill(1);
  assert.deepEqual(await seen(), ['web unknown', 'db made', 'api unknown']);
});

test('what a window has left behind that is gone is taken over by one window, and another sees that', async () => {
  const first = open();
  await first.journal.conclude(await first.asked(['web', 'db']), { web: '7' }, ['db']);
  await first.asked(['api']);
  const [second, third] = [open(first.folder, 2), open(first.folder, 3)];
  const ours = (one: typeof first) =>
    one.journal
      .unawaited('a')
      .map(({ name, isOurs }) => `${name} ${isOurs}`)
      .sort();
  await second.journal.load();
  assert.deepEqual([second.journal.takeOver('a'), ours(second)], [[], ['db false']]);
  first.folder.kill(1);
  await second.journal.load();
  assert.deepEqual(
    second.journal
      .takeOver('a')
      .map(({ name }) => name)
      .sort(),
    ['api', 'db'],
  );
  await third.journal.load();
  assert.deepEqual([third.journal.takeOver('a'), ours(third)], [[], ['api false', 'db false']]);
  assert.deepEqual(ours(second), ['api true', 'db true']);
  const settled = (one: typeof first) => one.journal.settle('a', [server('8', 'db')], true).map(({ isOurs }) => isOurs);
  assert.deepEqual([settled(third), settled(second)], [[false], [true]]);
});

test('the number of a process that has ended may be that of another one, or of this window', async () => {
  for (const pid of [1, 2]) {
    const gone = open();
    await gone.journal.claim(holderOf('a'), { names: ['claimed'], params: {}, timestamp: askedAt });
    await gone.asked(['sent']);
    // Process 1 is said to live on.
    const time = { now: askedAt + longestCreation + 1 };
    const later = open(gone.folder, pid, time);
    await later.journal.load();
    assert.deepEqual(later.rows(), ['sent unknown'], 'what was never sent is nothing');
    assert.deepEqual(
      [later.journal.takeOver('a').map(({ name }) => name), later.journal.takeOver('a')],
      [['sent'], []],
    );
    assert.deepEqual([later.journal.unawaited('a')[0]?.isOurs, gone.folder.intents().length], [true, 1]);
    const other = open(gone.folder, 3, time);
    await other.journal.load();
    assert.deepEqual(other.journal.takeOver('a'), [], 'one window looks for it');
  }
});

test('the date is measured by the clock of NCP, and what is shown is the time of this computer', async () => {
  for (const ahead of [-2 * hour, 2 * hour]) {
    const { journal, settle } = open();
    await lose(journal, 'a', ['web'], { timestamp: askedAt - ahead });
    assert.deepEqual(
      journal.list('a').map((one) => one.askedAt),
      [askedAt],
    );
    assert.deepEqual(settle(server('3', 'web', -ahead - 2 * hour)), []);
    assert.deepEqual(settle(server('4', 'web', -ahead)), ['4']);
  }
});

test('a claim that is old by the time its request would leave is not sent, wherever the clock went', async () => {
  for (const away of [longestCreation + 1, hour, -hour]) {
    const { journal, folder, time } = open();
    const claim = await journal.claim(holderOf('a'), { names: ['web'], params: {}, timestamp: askedAt });
    assert.ok('stage' in claim);
    time.now += away;
    await assert.rejects(journal.send(claim, { before: [], timestamp: time.now }), { name: 'LateError' });
    await journal.abandon(claim);
    assert.deepEqual([journal.list('a'), folder.files.size], [[], 0]);
  }
});

test('a computer that sleeps while the record is written sends nothing when it wakes', async () => {
  const { folder, time, asked } = open();
  folder.before = async (step) => {
    if (step === 'replaced') time.now += hour;
  };
  await assert.rejects(asked(['web']), { name: 'LateError' });
});
