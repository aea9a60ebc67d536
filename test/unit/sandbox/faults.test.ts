import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrokenHead, Fated, Instead, Sandbox, Spoiled, Unheard } from '../../../src/sandbox';
import { ask, post, sandboxFor, vpcServerParams } from './support';

const action = 'createServerInstances';
const classicServer = { serverImageProductCode: 'SPSW0LINUX000139', responseFormatType: 'json' };
const create = (sandbox: Sandbox) => post(sandbox, 'server', action, classicServer);
const spoil = (sandbox: Sandbox, what: Spoiled) => sandbox.faults.add({ action, where: 'in-body', what });
const doom = (sandbox: Sandbox, what: Fated) => sandbox.faults.add({ action, where: 'before-commit', what });
const replace = (sandbox: Sandbox, where: 'before-commit' | 'after-commit', what: Instead) =>
  sandbox.faults.add({ action, where, what });

for (const [where, commits] of [
  ['before-commit', 0],
  ['after-commit', 1],
] as const) {
  test(`a reset ${where} leaves ${commits} commits`, async (t) => {
    const sandbox = await sandboxFor(t, { servers: 0 });
    replace(sandbox, where, 'reset');
    await assert.rejects(create(sandbox), { code: 'ECONNRESET' });
    assert.equal(sandbox.commits.length, commits);
    assert.deepEqual(sandbox.faults.pending(), []);
    assert.equal((await create(sandbox)).status, 200);
  });

  test(`an answer of one's own ${where}`, async (t) => {
    const sandbox = await sandboxFor(t, { servers: 0 });
    replace(sandbox, where, { status: 429, body: 'wait', headers: { 'retry-after': '2' } });
    const reply = await create(sandbox);
    assert.deepEqual([reply.status, reply.body, reply.headers['retry-after']], [429, 'wait', '2']);
    assert.equal(sandbox.commits.length, commits);
  });
}

test('a hanging call is only ended by a stop', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  replace(sandbox, 'after-commit', 'hang');
  const hanging = create(sandbox);
  let isSettled = false;
  hanging
    .catch(() => undefined)
    .finally(() => {
      isSettled = true;
    });
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(isSettled, false);
  assert.equal(sandbox.commits.length, 1);
  await sandbox.stop();
  await assert.rejects(hanging);
});

test('bodies are cut, edited, stalled, dripped and delayed', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  spoil(sandbox, { cut: 20 });
  await assert.rejects(create(sandbox));
  spoil(sandbox, { cut: 0, length: 'chunked' });
  await assert.rejects(create(sandbox));
  spoil(sandbox, { cut: 20, length: 'short' });
  assert.equal((await create(sandbox)).body, '{\n  "createServerIns');
  spoil(sandbox, { edit: (body) => body.replace('"INIT"', '"XYZZY"') });
  assert.match((await create(sandbox)).body, /"XYZZY"/);
  sandbox.faults.add({ action: 'getRegionList', where: 'in-body', what: { drip: 0 } });
  assert.equal((await ask(sandbox, 'vserver', 'getRegionList')).totalRows, 3);
  const before = performance.now();
  spoil(sandbox, { delay: 60 });
  assert.equal((await create(sandbox)).status, 200);
  assert.ok(performance.now() - before >= 55);
  spoil(sandbox, { headers: { date: null, age: '9' } });
  const { headers } = await create(sandbox);
  assert.deepEqual([headers.date, headers.age], [undefined, '9']);
  spoil(sandbox, { stall: 10 });
  const stalled = create(sandbox);
  const first = await Promise.race([
    stalled.catch(() => 'broken'),
    new Promise((resolve) => setTimeout(resolve, 100, 'waiting')),
  ]);
  assert.equal(first, 'waiting');
  assert.equal(sandbox.commits.length, 7);
  assert.deepEqual(sandbox.faults.pending(), []);
  await sandbox.stop();
  await assert.rejects(stalled);
});

test('nth and times choose the calls, and what is left is pending', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const what = { status: 500, body: '' };
  sandbox.faults.add({ action, nth: 2, times: 2, where: 'before-commit', what });
  sandbox.faults.add({ action: 'startServerInstances', where: 'before-commit', what });
  const statuses: number[] = [];
  for (let call = 0; call < 4; call += 1) statuses.push((await create(sandbox)).status);
  assert.deepEqual(statuses, [200, 500, 500, 200]);
  assert.deepEqual(
    sandbox.faults.pending().map((fault) => fault.action),
    ['startServerInstances'],
  );
  sandbox.faults.clear();
  assert.deepEqual(sandbox.faults.pending(), []);
});

test('faults of one call strike in order', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  sandbox.faults.add(
    { action, where: 'before-commit', what: { fate: 'partial', servers: 2 } },
    { action, where: 'after-commit', what: { status: 503, body: 'first' } },
    { action, where: 'in-body', what: { status: 503, body: 'second' } },
  );
  const params = { ...(await vpcServerParams(sandbox)), serverCreateCount: 3 };
  assert.equal((await post(sandbox, 'vserver', action, params)).body, 'first');
  assert.equal(sandbox.commits.length, 2);
  assert.equal(sandbox.faults.pending().length, 1);
});

test('a refused call makes no commit and uses up neither fate nor an after-commit fault', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  doom(sandbox, { fate: 'fails', servers: 1 });
  replace(sandbox, 'after-commit', 'reset');
  assert.equal((await post(sandbox, 'server', action, {})).status, 400);
  assert.equal(sandbox.faults.pending().length, 2);
});

test('servers can get stuck or fail on their way', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0, speed: 'real' });
  const params = await vpcServerParams(sandbox);
  doom(sandbox, { fate: 'fails', servers: 2 });
  await ask(sandbox, 'vserver', action, { ...params, serverName: 'bulk-', serverCreateCount: 5 });
  doom(sandbox, { fate: 'stuck', servers: 1 });
  await ask(sandbox, 'vserver', action, { ...params, serverName: 'slow' });
  sandbox.advance(61 * 60_000);
  const { serverInstanceList } = await ask(sandbox, 'vserver', 'getServerInstanceList');
  assert.deepEqual(
    serverInstanceList.map((row: { serverInstanceStatus: { code: string } }) => row.serverInstanceStatus.code),
    ['SD_FL', 'SD_FL', 'RUN', 'RUN', 'RUN', 'CREAT'],
  );
});

const connect = (sandbox: Sandbox, what: Unheard) => sandbox.faults.add({ where: 'in-connect', what });

test('connections are reset, closed, left alone or answered with garbage before anything is read', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  for (const [what, code] of [
    ['reset', 'ECONNRESET'],
    ['close', 'ECONNRESET'],
    [{ bytes: '\x15\x03\x01\x00\x02\x02\x28' }, 'HPE_INVALID_CONSTANT'],
  ] as const) {
    connect(sandbox, what);
    await assert.rejects(create(sandbox), { code }, JSON.stringify(what));
  }
  connect(sandbox, 'hang');
  const hanging = assert.rejects(create(sandbox), { code: 'ECONNRESET' });
  assert.deepEqual([sandbox.requests, sandbox.commits], [[], []]);
  assert.equal((await create(sandbox)).status, 200);
  assert.deepEqual(sandbox.faults.pending(), []);
  await sandbox.stop();
  await hanging;
});

test('of connections it is those that are planned', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  sandbox.faults.add({ where: 'in-connect', nth: 2, times: 2, what: 'reset' });
  const ends: unknown[] = [];
  for (let call = 0; call < 4; call += 1)
    ends.push(
      await create(sandbox).then(
        ({ status }) => status,
        () => 'reset',
      ),
    );
  assert.deepEqual(ends, [200, 'reset', 'reset', 200]);
});

test('heads are cut, dripped, stalled, padded and changed, and the change is made', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const break_ = (what: BrokenHead) => sandbox.faults.add({ action, where: 'in-headers', what });
  for (const cut of [0, 5, 40]) {
    break_({ cut });
    await assert.rejects(create(sandbox), { code: 'ECONNRESET' }, `cut ${cut}`);
  }
  break_({ pad: 200_000 });
  await assert.rejects(create(sandbox), { code: 'HPE_HEADER_OVERFLOW' });
  break_({ headers: { 'content-length': '99999', connection: 'close' } });
  await assert.rejects(create(sandbox), { code: 'ECONNRESET' });
  break_({ headers: { date: 'yesterday', 'content-type': null } });
  const { status, headers } = await create(sandbox);
  assert.deepEqual([status, headers.date, headers['content-type']], [200, 'yesterday', undefined]);
  sandbox.faults.add({ action: 'getRegionList', where: 'in-headers', what: { drip: 0 } });
  assert.equal((await ask(sandbox, 'vserver', 'getRegionList')).totalRows, 3);
  break_({ stall: 20 });
  const stalled = assert.rejects(create(sandbox));
  const deadline = setTimeout(() => void sandbox.stop(), 100);
  await stalled;
  clearTimeout(deadline);
  assert.equal(sandbox.commits.length, 7);
  assert.deepEqual(sandbox.faults.pending(), []);
});

test('bodies are replaced, flooded, written otherwise, and those of another action', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 1 });
  const spoilList = (what: Spoiled | Instead) =>
    sandbox.faults.add({ action: 'getRegionList', where: 'in-body', what });
  spoilList({ replace: ['regionCode', '$&'] });
  const { body } = await post(sandbox, 'vserver', 'getRegionList');
  assert.deepEqual([body.includes('regionCode'), body.includes('<$&>KR</$&>')], [false, true]);
  spoilList({ flood: 3 });
  assert.equal((await post(sandbox, 'vserver', 'getRegionList')).body.length, 3 * 1024 * 1024);
  spoilList({ flood: 2, gzip: true });
  const packed = await post(sandbox, 'vserver', 'getRegionList');
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.ok(packed.body.length < 10_000);
  spoilList({ answerOf: 'getServerInstanceList' });
  assert.match((await post(sandbox, 'vserver', 'getRegionList')).body, /<getServerInstanceListResponse>/);
  spoilList({ status: 200, body: 'aGk=', encoding: 'base64' });
  assert.equal((await post(sandbox, 'vserver', 'getRegionList')).body, 'hi');
  assert.deepEqual([sandbox.commits, sandbox.faults.pending()], [[], []]);
});

test('a clock that is ahead refuses signatures of the right time and tells its own', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  for (const [minutes, status] of [
    [4, 200],
    [-4, 200],
    [6, 401],
    [-6, 401],
  ] as const) {
    sandbox.faults.add({ action: 'getRegionList', where: 'before-commit', what: { clock: minutes * 60_000 } });
    const reply = await post(sandbox, 'vserver', 'getRegionList');
    const told = Date.parse(String(reply.headers.date)) - Date.now();
    assert.deepEqual([reply.status, Math.round(told / 60_000)], [status, minutes]);
  }
  assert.deepEqual(sandbox.faults.pending(), []);
});

test('a list can leave out what is new, by the call', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 3 });
  const list = { action: 'getServerInstanceList', where: 'before-commit' } as const;
  sandbox.faults.add({ ...list, nth: 2, what: { hide: 1 } }, { ...list, nth: 3, what: { hide: 5 } });
  const totals: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    const { totalRows, serverInstanceList } = await ask(sandbox, 'vserver', 'getServerInstanceList');
    assert.equal(serverInstanceList.length, totalRows);
    totals.push(totalRows);
  }
  assert.deepEqual(totals, [3, 2, 0, 3]);
});

test('one fault may be for several actions or for any, and each strike is told', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const struck: unknown[] = [];
  sandbox.faults.onStrike = (fault, name) => struck.push([fault.where, name]);
  const what = { status: 503, body: '' };
  sandbox.faults.add(
    { action: ['getRegionList', 'getZoneList'], times: 2, where: 'before-commit', what },
    { action: '*', nth: 3, where: 'in-body', what },
    { where: 'in-connect', nth: 5, what: 'reset' },
  );
  const statuses: number[] = [];
  for (const name of ['getZoneList', 'getServerInstanceList', 'getRegionList', 'getServerInstanceList']) {
    statuses.push((await post(sandbox, 'vserver', name)).status);
  }
  await assert.rejects(post(sandbox, 'vserver', 'getZoneList'));
  assert.deepEqual(statuses, [503, 200, 503, 503]);
  assert.deepEqual(struck, [
    ['before-commit', 'getZoneList'],
    ['before-commit', 'getRegionList'],
    ['in-body', 'getServerInstanceList'],
    ['in-connect', undefined],
  ]);
});
