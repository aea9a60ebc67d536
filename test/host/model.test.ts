// What the tree shows while lists lag, fail and cross each other.
import assert from 'node:assert/strict';
import { Journal } from '../../src/servers/creation/journal';
import { Fleet, type ServersChange } from '../../src/servers/fleet';
import { type Server, toServer } from '../../src/servers/index';
import { Memory } from '../support/memory';
import type { HostTest } from './index';

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
  const model = new Fleet(journal, () => time.now);
  const changes: ServersChange[] = [];
  model.onDidChange((change) => changes.push(change));
  const numbers = () => (model.get('a')?.servers ?? []).map(({ number }) => number);
  return { model, journal, state, time, changes, numbers };
}

export const tests: readonly HostTest[] = [
  {
    name: 'only the rows that changed are drawn again',
    run() {
      const { model, time, changes } = open();
      model.renew('a', [server('1', 'RUN'), server('2', 'RUN')], time.now);
      changes.length = 0;
      time.now += 1000;
      model.renew('a', [server('1', 'RUN'), server('2', 'RUN', 'SHTDN')], time.now);
      assert.deepEqual(changes, [{ accountId: 'a', numbers: ['2'] }]);
      changes.length = 0;
      model.renew('a', [server('1', 'RUN'), server('2', 'RUN', 'SHTDN')], time.now);
      assert.deepEqual(changes, []);
    },
  },
  {
    name: 'seconds count from the beginning of the change',
    run() {
      const { model, time } = open();
      const begin = time.now;
      model.renew('a', [server('1', 'INIT')], time.now);
      time.now += 5000;
      model.renew('a', [server('1', 'CREAT', 'SETUP')], time.now);
      assert.equal(model.since('a', '1'), begin);
      time.now += 5000;
      model.renew('a', [server('1', 'RUN')], time.now);
      assert.equal(model.since('a', '1'), undefined);
    },
  },
  {
    name: 'a created server stays while lists lack it, and goes when it is terminated or after five minutes',
    run() {
      const { model, time, numbers } = open();
      model.renew('a', [], time.now);
      model.adopt('a', [server('1', 'INIT'), server('2', 'INIT')]);
      time.now += 60_000;
      model.renew('a', [], time.now);
      assert.deepEqual(numbers(), ['1', '2']);
      model.renewSome('a', ['1'], [server('1', 'NSTOP', 'TERMT')], time.now);
      time.now += 1000;
      model.renewSome('a', ['1'], [], time.now);
      assert.deepEqual(numbers(), ['2']);
      time.now += 5 * 60_000;
      model.renew('a', [], time.now);
      assert.deepEqual(numbers(), []);
    },
  },
  {
    name: 'a list that was asked for before an operation does not undo its answer',
    run() {
      const { model, time } = open();
      model.renew('a', [server('1', 'RUN')], time.now);
      const askedAt = time.now + 100;
      time.now += 200;
      model.renewSome('a', ['1'], [server('1', 'RUN', 'SHTDN')], time.now);
      time.now += 100;
      model.renew('a', [server('1', 'RUN')], askedAt);
      assert.equal(model.server('a', '1')?.state, 'stopping');
    },
  },
  {
    name: 'a list that cannot be renewed stays, with the reason',
    run() {
      const { model, time, numbers } = open();
      model.renew('a', [server('1', 'RUN')], time.now);
      model.fail('a', 'offline');
      assert.deepEqual(numbers(), ['1']);
      assert.equal(model.get('a')?.problem, 'offline');
      model.renew('a', [server('1', 'RUN')], time.now);
      assert.equal(model.get('a')?.problem, undefined);
    },
  },
  {
    name: 'an unknown creation outlives a restart and is settled by a new server of exactly its name',
    async run() {
      const { model, journal, state, time } = open();
      model.renew('a', [server('1', 'RUN', 'NULL', 'api-3')], time.now);
      await journal.add('a', ['api-3'], { servers: model.get('a')?.servers ?? [], timestamp: time.now });
      assert.deepEqual(model.names('a'), ['api-3', 'api-3']);
      journal.lose('a', ['api-3']);
      const later = new Fleet(new Journal(state), () => time.now);
      later.renew('a', [server('1', 'RUN', 'NULL', 'api-3'), server('2', 'RUN', 'NULL', 'api-33')], time.now);
      assert.deepEqual(
        later.get('a')?.unknown.map(({ name }) => name),
        ['api-3'],
      );
      later.renew('a', [server('1', 'RUN', 'NULL', 'api-3'), server('3', 'INIT', 'NULL', 'api-3')], time.now);
      assert.deepEqual(later.get('a')?.unknown, []);
    },
  },
];
