// What is known of servers while lists lag, fail and cross each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../../src/servers/creation/journal';
import { Fleet, type ServersChange } from '../../../src/servers/fleet';
import { type Server, toServer } from '../../../src/servers/index';
import { Memory } from '../../support/memory';

function server(number: string, status: string, operation = 'NULL', name = `web-${number}`): Server {
  return toServer('vpc', {
    serverInstanceNo: number,
    serverName: name,
    serverInstanceStatus: { code: status },
    serverInstanceOperation: { code: operation },
  });
}

function open() {
  const state = new Memory();
  const time = { now: 1_000_000_000_000 };
  const journal = new Journal(state, () => time.now);
  const fleet = new Fleet(journal, () => time.now);
  const changes: ServersChange[] = [];
  fleet.onDidChange((change) => changes.push(change));
  const numbers = () => (fleet.get('a')?.servers ?? []).map(({ number }) => number);
  return { fleet, journal, state, time, changes, numbers };
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
  const { fleet, journal, state, time } = open();
  fleet.renew('a', [server('1', 'RUN', 'NULL', 'api-3')], time.now);
  await journal.add('a', ['api-3'], { servers: fleet.get('a')?.servers ?? [], timestamp: time.now });
  assert.deepEqual(fleet.names('a'), ['api-3', 'api-3']);
  journal.lose('a', ['api-3']);
  const later = new Fleet(new Journal(state), () => time.now);
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
  await journal.add('a', ['api'], { servers: [], timestamp: time.now });
  journal.lose('a', ['api']);
  heard.length = 0;
  fleet.renew('a', [server('1', 'RUN'), server('2', 'INIT', 'NULL', 'api')], time.now);
  assert.deepEqual(heard, ['account', 'adopted 2 true']);
  await journal.add('a', ['db'], { servers: [], timestamp: time.now });
  changes.length = 0;
  journal.remove('a', ['db']);
  assert.deepEqual(changes, [{ accountId: 'a' }]);
});
