// What is known of servers while lists lag, fail and cross each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fleet, type ServersChange } from '../../../src/servers/fleet';
import { type Server, toServer } from '../../../src/servers/index';
import { ask, IntentFolder, lose, openJournal } from '../../support/intents';

function server(number: string, status: string, operation = 'NULL', name = `web-${number}`): Server {
  return toServer('vpc', {
    serverInstanceNo: number,
    serverName: name,
    serverInstanceStatus: { code: status },
    serverInstanceOperation: { code: operation },
    // The moment at which these tests begin.
    createDate: '2001-09-09T10:46:40+0900',
  });
}

function open() {
  const folder = new IntentFolder();
  const time = { now: 1_000_000_000_000 };
  const journal = openJournal(folder, { now: () => time.now });
  const fleet = new Fleet(journal, () => time.now);
  const changes: ServersChange[] = [];
  fleet.onDidChange((change) => changes.push(change));
  const numbers = () => (fleet.get('a')?.servers ?? []).map(({ number }) => number);
  return { fleet, journal, folder, time, changes, numbers };
}

test('only the rows that changed are drawn again', () => {
  const { fleet, time, changes } = open();
  fleet.renew('a', [server('1', 'RUN'), server('2', 'RUN')], time.now);
  changes.length = 0;
  time.now += 1000;
  fleet.renew('a', [server('1', 'RUN'), server('2', 'RUN', 'SHTDN')], time.now);
  assert.deepEqual(changes, [{ accountId: 'a', numbers: ['2'] }]);
  changes.length = 0;
  fleet.renew('a', [server('1', 'RUN'), server('2', 'RUN', 'SHTDN')], time.now);
  assert.deepEqual(changes, []);
});

test('a row that was not asked for changes nothing', () => {
  const { fleet, time, numbers } = open();
  fleet.renew('a', [server('1', 'RUN'), server('2', 'RUN')], time.now);
  time.now += 1000;
  const answer = [server('2', 'NSTOP'), server('3', 'RUN'), server('1', 'RUN')];
  fleet.renewSome('a', ['1'], answer, time.now);
  fleet.lookAt('a', ['1'], answer, time.now);
  assert.deepEqual(numbers(), ['1', '2']);
  assert.equal(fleet.server('a', '2')?.state, 'running');
});

test('seconds count from the beginning of the change', () => {
  const { fleet, time } = open();
  const begin = time.now;
  fleet.renew('a', [server('1', 'INIT')], time.now);
  time.now += 5000;
  fleet.renew('a', [server('1', 'CREAT', 'SETUP')], time.now);
  assert.equal(fleet.since('a', '1'), begin);
  time.now += 5000;
  fleet.renew('a', [server('1', 'RUN')], time.now);
  assert.equal(fleet.since('a', '1'), undefined);
});

test('a created server stays while lists lack it, and goes when it is terminated or after an hour', () => {
  const { fleet, time, numbers } = open();
  fleet.renew('a', [], time.now);
  fleet.adopt('a', [server('1', 'INIT'), server('2', 'INIT')]);
  time.now += 60_000;
  fleet.renew('a', [], time.now);
  assert.deepEqual(numbers(), ['1', '2']);
  fleet.renewSome('a', ['1'], [server('1', 'NSTOP', 'TERMT')], time.now);
  time.now += 1000;
  fleet.renewSome('a', ['1'], [], time.now);
  assert.deepEqual(numbers(), ['2']);
  time.now += 5 * 60_000;
  fleet.renew('a', [], time.now);
  assert.deepEqual([numbers(), fleet.isLost('a', '2')], [['2'], true]);
  time.now += 55 * 60_000;
  fleet.renew('a', [], time.now);
  assert.deepEqual([numbers(), fleet.isLost('a', '2')], [[], false]);
});

test('a list that was asked for before an operation does not undo its answer', () => {
  const { fleet, time } = open();
  fleet.renew('a', [server('1', 'RUN')], time.now);
  const askedAt = time.now + 100;
  time.now += 200;
  fleet.renewSome('a', ['1'], [server('1', 'RUN', 'SHTDN')], time.now);
  time.now += 100;
  fleet.renew('a', [server('1', 'RUN')], askedAt);
  assert.equal(fleet.server('a', '1')?.state, 'stopping');
});

test('after the clock of this computer was set back a list tells what is, as before', () => {
  const { fleet, time, numbers } = open();
  fleet.renew('a', [server('1', 'RUN'), server('2', 'RUN')], time.now);
  time.now -= 2 * 60 * 60_000;
  fleet.renew('a', [server('1', 'RUN', 'SHTDN')], time.now);
  assert.equal(fleet.server('a', '1')?.state, 'stopping');
  assert.ok(fleet.isMissing('a', '2'));
  time.now += 1000;
  fleet.renew('a', [server('1', 'NSTOP')], time.now);
  assert.deepEqual([fleet.server('a', '1')?.state, numbers()], ['stopped', ['1']]);
});

test('a list that cannot be renewed stays, with the reason', () => {
  const { fleet, time, numbers } = open();
  fleet.renew('a', [server('1', 'RUN')], time.now);
  fleet.fail('a', 'offline');
  assert.deepEqual(numbers(), ['1']);
  assert.equal(fleet.get('a')?.problem, 'offline');
  fleet.renew('a', [server('1', 'RUN')], time.now);
  assert.equal(fleet.get('a')?.problem, undefined);
});

test('an unknown creation outlives a restart and is settled by a new server of exactly its name', async () => {
  const { fleet, journal, folder, time } = open();
  fleet.renew('a', [server('1', 'RUN', 'NULL', 'api-3')], time.now);
  const sent = await ask(journal, 'a', ['api-3'], { before: ['1'], timestamp: time.now });
  assert.deepEqual(fleet.names('a'), ['api-3', 'api-3']);
  await journal.conclude(sent, {}, ['api-3']);
  const second = openJournal(folder, { pid: 2, now: () => time.now });
  await second.load();
  const later = new Fleet(second, () => time.now);
  later.renew('a', [server('1', 'RUN', 'NULL', 'api-3'), server('2', 'RUN', 'NULL', 'api-33')], time.now);
  assert.deepEqual(
    later.get('a')?.unknown.map(({ name }) => name),
    ['api-3'],
  );
  later.renew('a', [server('1', 'RUN', 'NULL', 'api-3'), server('3', 'INIT', 'NULL', 'api-3')], time.now);
  assert.deepEqual(later.get('a')?.unknown, []);
});

test('what becomes of an unknown creation redraws its account once each time, and what was made is adopted after it', async () => {
  const { fleet, journal, time, changes } = open();
  const heard: string[] = [];
  fleet.onDidChange(({ numbers }) => heard.push(numbers ? `rows ${numbers}` : 'account'));
  fleet.onDidAdopt(({ servers, isOwn }) => heard.push(`adopted ${servers.map(({ number }) => number)} ${isOwn}`));
  fleet.renew('a', [server('1', 'RUN')], time.now);
  await lose(journal, 'a', ['api'], { timestamp: time.now });
  heard.length = 0;
  fleet.renew('a', [server('1', 'RUN'), server('2', 'INIT', 'NULL', 'api')], time.now);
  assert.deepEqual(heard, ['account', 'adopted 2 true']);
  await lose(journal, 'a', ['db'], { timestamp: time.now });
  changes.length = 0;
  journal.remove('a', ['db']);
  assert.deepEqual(changes, [{ accountId: 'a' }]);
});
