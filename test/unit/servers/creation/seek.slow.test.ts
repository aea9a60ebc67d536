// The search for servers whose creation got no answer: what it asks for and what it finds, also by a clock that is wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { NcloudClient } from '../../../../src/client/index';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index';
import { Seek, type SeekLook } from '../../../../src/servers/creation/seek';
import { Fleet } from '../../../../src/servers/fleet';
import { createServers, listServers, toServer } from '../../../../src/servers/index';
import { eventually } from '../../../support/eventually';
import { ask, IntentFolder, lose as loseIn, openJournal } from '../../../support/intents';

const create = 'createServerInstances';
/** Asked for once with each list of Classic servers. */
const list = 'getZoneList';
const hour = 60 * 60_000;

interface Options {
  readonly folder?: IntentFolder;
  readonly pid?: number;
  /** How far this computer's clock is ahead, in milliseconds. */
  readonly ahead?: number;
  readonly delay?: (looks: number) => number | undefined;
}

/** Fleet, journal and seek of one window, beside a sandbox. */
function open(
  sandbox: Sandbox,
  { folder = new IntentFolder(), pid = 1, ahead = 0, delay = () => undefined }: Options = {},
) {
  const { endpoint, accessKey, secretKey } = sandbox;
  const now = () => Date.now() + ahead;
  const deadlines = { connect: 10_000, read: 10_000, mutation: 1500 };
  const client = new NcloudClient({ endpoint, accessKey, secretKey, now, deadlines });
  const journal = openJournal(folder, { pid, now });
  const fleet = new Fleet(journal, now);
  const renew = async () => {
    const askedAt = now();
    fleet.renew('a', await listServers(client, 'classic', '1'), askedAt);
  };
  const seek = new Seek(fleet, journal, { isOpen: () => true, renew }, delay);
  const looks: SeekLook[] = [];
  seek.onDidLook((look) => looks.push(look));
  const asked = (action: string) => sandbox.requests.filter((request) => request.action === action).length;
  /** Asks for a server as the extension does, and gets no answer. */
  const lose = async (name: string, what: 'reset' | 'hang' = 'reset') => {
    await renew();
    const servers = fleet.get('a')?.servers ?? [];
    const sent = await ask(journal, 'a', [name], { timestamp: client.timestamp() });
    sandbox.faults.add({ action: create, where: 'after-commit', what });
    const values = { serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2', serverName: name };
    const context = { environment: 'classic', rows: {} } as const;
    const before = servers.map(({ number }) => number);
    const { kind } = await createServers(client, 'classic', '1', values, context, { before });
    assert.equal(kind, 'unknown');
    await journal.conclude(sent, {}, [name]);
  };
  const isRequested = (name: string) => journal.list('a').some((one) => one.name === name && one.state === 'requested');
  const close = () => {
    for (const part of [seek, fleet, journal]) part.dispose();
  };
  return { journal, fleet, seek, looks, renew, asked, lose, isRequested, close };
}

/** NCP's words for a moment, in the time of Seoul. */
function written(moment: number): string {
  return new Date(moment + 9 * hour).toISOString().replace(/\..*/, '+0900');
}

/** What a look has told of each name: that its server was made, or how many candidates there are. */
function shown({ sightings, isLast }: SeekLook) {
  const told = sightings.map(({ name, isMade, candidates }) => [name, isMade ? 'made' : candidates.length]);
  return { ...Object.fromEntries(told), isLast };
}

async function withSandbox(run: (sandbox: Sandbox) => Promise<void>) {
  const sandbox = await startSandbox();
  try {
    await run(sandbox);
  } finally {
    await sandbox.stop();
  }
}

test('a list that shows the server while its answer is awaited does not end the waiting', async () => {
  await withSandbox(async (sandbox) => {
    const { journal, seek, asked, lose, isRequested, close } = open(sandbox);
    const losing = lose('lost-one', 'hang');
    await eventually('sent', () => asked(create) === 1);
    await seek.look('a', []);
    assert.ok(isRequested('lost-one'));
    await losing;
    assert.equal(journal.list('a').length, 1);
    close();
  });
});

test('what a window before has lost is not looked for, and is no creation of this one', async () => {
  await withSandbox(async (sandbox) => {
    const folder = new IntentFolder();
    await loseIn(openJournal(folder, { pid: 2 }), 'a', ['lost-one']);
    const { journal, fleet, asked, close } = open(sandbox, { folder, delay: () => 10 });
    await journal.load();
    assert.equal(journal.list('a').length, 1);
    const lists = asked(list);
    await pause(1500);
    assert.equal(asked(list), lists);
    // Found by a list that the user asked for, it is not taken for a creation of this window.
    const adoptions: boolean[] = [];
    fleet.onDidAdopt(({ isOwn }) => adoptions.push(isOwn));
    const createDate = written(Date.now());
    fleet.renew('a', [toServer('vpc', { serverInstanceNo: '99', serverName: 'lost-one', createDate })], Date.now());
    assert.deepEqual([adoptions, sandbox.commits.length], [[false], 0]);
    close();
  });
});

test('what is lost is looked for by itself, as often as there are waits, and no more once it is found', async () => {
  await withSandbox(async (sandbox) => {
    const { journal, looks, lose, asked, close } = open(sandbox, { delay: (count) => [10, 20, 30][count] });
    await lose('found');
    await eventually('found', () => journal.list('a').length === 0);
    const lists = asked(list);
    await pause(100);
    assert.deepEqual(looks.map(shown), [{ found: 'made', isLast: false }]);
    assert.deepEqual([asked(list), asked(create)], [lists, 1]);

    looks.length = 0;
    await loseIn(journal, 'a', ['never']);
    await eventually('the last look', () => looks.some(({ isLast }) => isLast));
    await pause(100);
    assert.deepEqual(
      looks.map(shown),
      [false, false, true].map((isLast) => ({ never: 0, isLast })),
    );
    assert.deepEqual([asked(list), journal.list('a').length], [lists + 3, 1]);
    close();
  });
});

for (const ahead of [2 * hour, -2 * hour]) {
  test(`a computer that is ${ahead > 0 ? 'two hours fast' : 'two hours slow'} settles its rows, and says so`, async () => {
    await withSandbox(async (sandbox) => {
      const { journal, fleet, seek, lose, close } = open(sandbox, { ahead });
      await lose('lost-one');
      const [unknown] = journal.list('a');
      assert.ok(Math.abs((unknown?.askedAt ?? 0) - Date.now() - ahead) < 60_000, 'not the time that the user knows');

      const createDate = written(Date.now() - 1.5 * hour);
      const old = toServer('classic', { serverInstanceNo: '99', serverName: 'lost-one', createDate });
      fleet.renew('a', [...(fleet.get('a')?.servers ?? []), old], Date.now() + ahead);
      assert.equal(journal.list('a').length, 1, 'a server that was there before has settled it');

      const looked = await seek.look('a', journal.list('a'));
      assert.deepEqual(
        looked?.map(({ name, isMade }) => [name, isMade]),
        [['lost-one', true]],
      );
      assert.deepEqual(journal.list('a'), []);
      assert.ok(fleet.get('a')?.servers.some(({ name, number }) => name === 'lost-one' && number !== '99'));
      close();
    });
  });
}

test('what a window has lost that is gone is looked for once the list is read, by one window, which tells of it', async () => {
  await withSandbox(async (sandbox) => {
    const folder = new IntentFolder();
    const gone = openJournal(folder, { pid: 2 });
    await loseIn(gone, 'a', ['never']);
    await ask(gone, 'a', ['made'], { timestamp: Date.now() });
    folder.kill(2);
    const windows = [open(sandbox, { folder, pid: 1, delay: (count) => [50, 50][count] })];
    windows.push(open(sandbox, { folder, pid: 3, delay: (count) => [50, 50][count] }));
    const made = () =>
      toServer('classic', { serverInstanceNo: '99', serverName: 'made', createDate: written(Date.now()) });
    for (const { journal, fleet } of windows) {
      await journal.load();
      fleet.renew('a', [made()], Date.now());
      await pause(10);
    }
    await eventually('the last look', () => windows[0]?.looks.some(({ isLast }) => isLast) === true);
    await pause(200);
    assert.deepEqual(
      windows.map(({ looks }) => looks.map(shown)),
      [
        [
          { made: 'made', isLast: false },
          { never: 0, isLast: false },
          { never: 0, isLast: true },
        ],
        [],
      ],
    );
    assert.deepEqual(sandbox.commits, []);
    for (const { close } of windows) close();
  });
});

test('what is in doubt is told as candidates, and what the user says of one of them ends the doubt', async () => {
  await withSandbox(async (sandbox) => {
    const { journal, fleet, seek, lose, renew, close } = open(sandbox);
    await lose('lost-one');
    const createDate = written(Date.now());
    const rows = (number: string) =>
      toServer('classic', { serverInstanceNo: number, serverName: 'lost-one', createDate, zone: { zoneNo: '3' } });
    fleet.renew('a', [rows('98'), rows('99')], Date.now());
    const [lost] = journal.unawaited('a');
    assert.ok(lost);
    assert.deepEqual(
      fleet.candidates('a', lost).map(({ number }) => number),
      ['98', '99'],
    );
    const adopted: string[] = [];
    fleet.onDidAdopt(({ servers, isOwn }) => adopted.push(...servers.map(({ number }) => `${number} ${isOwn}`)));
    fleet.attribute('a', lost, rows('99'));
    assert.deepEqual([adopted, journal.list('a'), fleet.candidates('a', lost)], [['99 false'], [], []]);
    await renew();
    assert.deepEqual(await seek.look('a', [lost]), []);
    close();
  });
});

test('what a look finds besides what it looked for is told as well', async () => {
  const journal = openJournal(new IntentFolder());
  const fleet = new Fleet(journal);
  await loseIn(journal, 'a', ['web', 'db'], { timestamp: Date.now() });
  const renew = async () => {
    const rows = ['web', 'db'].map((serverName, place) => ({ serverName, serverInstanceNo: String(99 - place) }));
    const servers = rows.map((row) => toServer('vpc', { ...row, createDate: written(Date.now()) }));
    fleet.renew('a', servers, Date.now());
  };
  const seek = new Seek(fleet, journal, { isOpen: () => true, renew }, () => undefined);
  const looks: SeekLook[] = [];
  seek.onDidLook((look) => looks.push(look));
  const looked = await seek.look(
    'a',
    journal.unawaited('a').filter(({ name }) => name === 'db'),
  );
  assert.deepEqual(
    [looked?.map(({ name, isMade }) => `${name} ${isMade}`), looks.map(shown)],
    [['db true'], [{ web: 'made', isLast: false }]],
  );
  for (const part of [seek, fleet, journal]) part.dispose();
});

test('what another window finds first is told where it was asked for, once', async () => {
  await withSandbox(async (sandbox) => {
    const folder = new IntentFolder();
    const delay = (count: number) => [100, 100][count];
    const [mine, other] = [open(sandbox, { folder, pid: 1, delay }), open(sandbox, { folder, pid: 2, delay })];
    await mine.lose('lost-one');
    await other.journal.load();
    await other.renew();
    await mine.journal.load();
    assert.deepEqual([mine.journal.list('a'), other.journal.list('a')], [[], []]);
    await eventually('told', () => mine.looks.length > 0);
    await pause(300);
    assert.deepEqual([mine.looks.map(shown), other.looks], [[{ 'lost-one': 'made', isLast: false }], []]);
    for (const { close } of [mine, other]) close();
  });
});
