/** What comes between the preparing of a creation and its request: each is seen, nothing is sent, and the name is free. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServers, listServers } from '../../../../src/servers/index';
import { create, list, names, open } from './book';

const taken = { kind: 'name-taken', field: 'serverName', name: 'lost-one' };

test('a server that somebody else has made meanwhile is in the list that is read once more', async (t) => {
  const opened = await open(t);
  const { prepare, place, creations, asked, book } = opened;
  const { context, values, ...prepared } = await prepare();
  const theirs = await createServers(place.client, 'vpc', 'KR', values, context);
  assert.equal(theirs.kind, 'created');
  assert.deepEqual(await creations.carryOut({ ...prepared, context, values }), taken);
  assert.deepEqual([asked(create), names(opened)], [1, []]);
  assert.deepEqual(book.lines, ['read', 'claim lost-one', 'read', 'forget lost-one']);
});

test('of several names the one that is taken is told, and another name in the list is no obstacle', async (t) => {
  const { prepare, place, values, creations, asked } = await open(t);
  const two = { serverName: 'many-', serverCreateCount: '2' };
  const prepared = await prepare(two);
  const { context } = prepared;
  for (const serverName of ['other', 'many-002'])
    await createServers(place.client, 'vpc', 'KR', { ...values, serverName }, context);
  assert.deepEqual(await creations.carryOut(prepared), { ...taken, name: 'many-002' });
  const free = await creations.carryOut(await prepare({ ...two, serverCreateStartNo: '3' }));
  assert.equal(free.kind, 'created');
  assert.equal(asked(create), 3);
});

test('a server that is known although the list lacks it has its name, and its number is no new one', async (t) => {
  const { prepare, place, values, creations, book, asked } = await open(t);
  const prepared = await prepare();
  const made = await createServers(place.client, 'vpc', 'KR', { ...values, serverName: 'theirs' }, prepared.context);
  assert.ok(made.kind === 'created');
  const [theirs] = made.servers;
  assert.ok(theirs);
  book.known = [{ ...theirs, number: '99999', name: 'lost-one' }];
  assert.deepEqual(await creations.carryOut(prepared), taken);
  book.known = [{ ...theirs, number: '99999', name: 'elsewhere' }];
  const conclusion = await creations.carryOut(await prepare());
  assert.ok(conclusion.kind === 'created');
  const there = await listServers(place.client, 'vpc', 'KR');
  assert.ok(there.some(({ number, name }) => name === 'lost-one' && number === conclusion.servers[0]?.number));
  assert.equal(asked(create), 2);
});

test('a list that cannot be read before the request ends the creation, and the name is free', async (t) => {
  const opened = await open(t);
  const { prepare, creations, sandbox, asked } = opened;
  const prepared = await prepare();
  const body = JSON.stringify({ error: { errorCode: '210', message: 'no right' } });
  sandbox.faults.add({ action: list, where: 'before-commit', what: { status: 401, body } });
  const conclusion = await creations.carryOut(prepared);
  assert.ok(conclusion.kind === 'failed');
  assert.equal((conclusion.error as { code?: string }).code, '210');
  assert.deepEqual([asked(create), names(opened)], [0, []]);
  assert.equal((await creations.carryOut(prepared)).kind, 'created');
});

test('a name that is held by the time it is claimed is told at its field', async (t) => {
  const { prepare, creations, book, asked } = await open(t);
  const prepared = await prepare();
  // What stands in the files is seen by the claim alone.
  const { held } = book;
  book.held = () => undefined;
  const claim = book.claim.bind(book);
  book.claim = async (holder, wanted) => {
    book.held = held;
    await claim(holder, wanted);
    return claim(holder, wanted);
  };
  assert.deepEqual(await creations.carryOut(prepared), {
    kind: 'name-elsewhere',
    field: 'serverName',
    name: 'lost-one',
  });
  assert.equal(asked(create), 0);
});
