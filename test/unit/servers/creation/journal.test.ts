// The creations whose outcome is not known: what is kept of them, and what settles them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../../../src/servers/creation/journal';
import { toServer } from '../../../../src/servers/index';
import { Memory } from '../../../support/memory';

const hour = 60 * 60_000;
const askedAt = Date.UTC(2026, 10, 25, 1);

/** A server that was made so many milliseconds after `askedAt`, by NCP's clock. */
function server(number: string, name: string, after = 0) {
  const createDate = `${new Date(askedAt + after + 9 * hour).toISOString().slice(0, 19)}+0900`;
  return toServer('vpc', { serverInstanceNo: number, serverName: name, createDate });
}

function open(store = new Memory()) {
  const journal = new Journal(store, () => askedAt);
  const events: string[] = [];
  journal.onDidChange((accountId) => events.push(accountId));
  journal.onDidLose(({ accountId, names }) => events.push(`lost ${accountId} ${names}`));
  const settle = (...servers: ReturnType<typeof server>[]) =>
    journal.settle('a', servers).map((one) => one.server.number);
  const rows = () => journal.list('a').map(({ name, isAwaited }) => `${name} ${isAwaited}`);
  return { journal, store, events, settle, rows };
}

const sending = { servers: [server('1', 'web'), server('2', 'db')], timestamp: askedAt };

test('names are kept with the numbers that had them, awaited until the answer is lost, and gone when it is known', async () => {
  const { journal, store, events, rows } = open();
  await journal.add('a', ['web', 'api'], sending);
  assert.deepEqual(
    new Journal(store).list('a').map(({ name, before, isAwaited }) => [name, before, isAwaited]),
    [
      ['web', ['1'], false],
      ['api', [], false],
    ],
  );
  assert.deepEqual(rows(), ['web true', 'api true']);
  journal.lose('a', ['api']);
  assert.deepEqual(rows(), ['web true', 'api false']);
  assert.deepEqual(
    journal.unawaited('a').map(({ name }) => name),
    ['api'],
  );
  journal.remove('a', ['web', 'api']);
  assert.deepEqual([rows(), journal.list('b')], [[], []]);
  assert.deepEqual(events, ['a', 'a', 'lost a api', 'a']);
});

test('what cannot be kept is dropped, and that is said', async () => {
  const store = new Memory();
  const { journal, rows } = open(store);
  store.beforeUpdate = async () => {
    throw new Error('the disk is full');
  };
  await assert.rejects(journal.add('a', ['web'], sending), /disk/);
  store.beforeUpdate = async () => undefined;
  assert.deepEqual(rows(), []);
});

test('a new server of exactly the name settles it, not before the answer is lost and not one made long before', async () => {
  const { journal, settle, rows } = open();
  await journal.add('a', ['web'], sending);
  assert.deepEqual(settle(server('3', 'web')), []);
  journal.lose('a', ['web']);
  assert.deepEqual(settle(server('1', 'web'), server('4', 'web2'), server('5', 'web', -2 * hour)), []);
  assert.deepEqual(rows(), ['web false']);
  assert.deepEqual(settle(server('1', 'web'), server('3', 'web'), server('6', 'web')), ['3', '6']);
  assert.deepEqual([rows(), settle(server('3', 'web'))], [[], []]);
});

test('a creation of this window is told from one of a window before it', async () => {
  const { journal, store } = open();
  await journal.add('a', ['web'], sending);
  journal.lose('a', ['web']);
  const later = new Journal(store);
  assert.deepEqual(
    [journal, later].map((one) => one.settle('a', [server('3', 'web')]).map(({ isOwn }) => isOwn)),
    [[true], []],
  );
  await journal.add('a', ['db'], sending);
  assert.deepEqual(
    new Journal(store).settle('a', [server('3', 'db')]).map(({ isOwn }) => isOwn),
    [false],
  );
});

test('the date is measured by the clock of NCP, and what is shown is the time of this computer', async () => {
  for (const ahead of [-2 * hour, 2 * hour]) {
    const { journal, settle } = open();
    await journal.add('a', ['web'], { servers: [], timestamp: askedAt - ahead });
    journal.lose('a', ['web']);
    assert.deepEqual(
      journal.list('a').map((one) => one.askedAt),
      [askedAt],
    );
    assert.deepEqual(settle(server('3', 'web', -ahead - 2 * hour)), []);
    assert.deepEqual(settle(server('4', 'web', -ahead)), ['4']);
  }
});

test('what an older version has kept is read, and measured by the time that it has', async () => {
  const store = new Memory();
  await store.update('ncloud.unknownServers', { a: [{ name: 'web', askedAt, before: ['1'] }] });
  const { settle, rows } = open(store);
  assert.deepEqual(rows(), ['web false']);
  assert.deepEqual(settle(server('1', 'web'), server('2', 'web', -2 * hour)), []);
  assert.deepEqual(settle(server('3', 'web')), ['3']);
});

test('an account that is forgotten keeps nothing, and others keep theirs', async () => {
  const { journal, store } = open();
  await journal.add('a', ['web'], sending);
  await journal.add('b', ['web'], sending);
  journal.forget('a');
  const later = new Journal(store);
  assert.deepEqual([later.list('a').length, later.list('b').length], [0, 1]);
});
