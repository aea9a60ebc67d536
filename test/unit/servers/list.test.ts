import assert from 'node:assert/strict';
import test from 'node:test';
import { BadAnswerError, NcloudClient } from '../../../src/client/index';
import { startSandbox } from '../../../src/sandbox/index';
import { listServers, readServers, type Server, toServer } from '../../../src/servers/index';
import { actionOf, between, type Change, formOf, noNumbers, setRows } from '../../support/between';
import { serve } from '../../support/fault-server';

async function open(t: { after: (end: () => Promise<void>) => void }) {
  const sandbox = await startSandbox({ speed: 'instant', seed: 7, servers: 5 });
  t.after(() => sandbox.stop());
  const { endpoint, accessKey, secretKey } = sandbox;
  return { sandbox, client: new NcloudClient({ endpoint, billingEndpoint: endpoint, accessKey, secretKey }) };
}

const asked = (requests: readonly { action: string }[], action: string) =>
  requests.filter((request) => request.action === action).length;

test('a VPC region is one call', async (t) => {
  const { sandbox, client } = await open(t);
  const servers = await listServers(client, 'vpc', 'KR');
  assert.ok(servers.length > 0);
  for (const server of servers) {
    assert.equal(server.environment, 'vpc');
    assert.equal(server.region, 'KR');
    assert.ok(server.number && server.name && server.cpuCount > 0 && server.memorySize > 2 ** 20);
    assert.notEqual(server.state, 'other');
  }
  assert.equal(sandbox.requests.length, 1);
});

test('a Classic region is one call for each of its zones, and each server comes once', async (t) => {
  const { sandbox, client } = await open(t);
  const servers = await listServers(client, 'classic', '1');
  assert.ok(servers.length > 0);
  assert.equal(new Set(servers.map(({ number }) => number)).size, servers.length);
  assert.equal(asked(sandbox.requests, 'getZoneList'), 1);
  const zones = await client.list('server', 'getZoneList', { regionNo: '1' });
  assert.equal(asked(sandbox.requests, 'getServerInstanceList'), zones.length);
});

test('servers are read again with one call for all of them', async (t) => {
  const { sandbox, client } = await open(t);
  const servers = await listServers(client, 'vpc', 'KR');
  const [first, second] = servers;
  assert.ok(first && second);
  const before = asked(sandbox.requests, 'getServerInstanceList');
  const again = await readServers(client, [first, second]);
  assert.equal(asked(sandbox.requests, 'getServerInstanceList'), before + 1);
  assert.deepEqual(again.map(({ number }) => number).sort(), [first.number, second.number].sort());
});

test('a server that is gone is missing, and is no error', async (t) => {
  const { client } = await open(t);
  const [server] = await listServers(client, 'vpc', 'KR');
  assert.ok(server);
  assert.deepEqual(await readServers(client, [{ ...server, number: '99999999' }]), []);
  assert.deepEqual(await readServers(client, []), []);
});

const list = 'getServerInstanceList';

/** As `open`, with somebody between who changes the answers to the looks at servers in turn. */
async function openChanged(t: Parameters<typeof between>[0], changes: Change[]) {
  const sandbox = await startSandbox({ seed: 7, servers: 5 });
  t.after(() => sandbox.stop());
  const { endpoint, asked: calls } = await between(
    t,
    () => sandbox,
    (call) => {
      return actionOf(call) === list ? changes.shift() : undefined;
    },
  );
  return { client: new NcloudClient({ ...sandbox, endpoint }), direct: new NcloudClient(sandbox), calls };
}

test('a server that was not asked for is no answer, whatever stands beside it', async (t) => {
  for (const environment of ['vpc', 'classic'] as const) {
    const changes: Change[] = [];
    const { client, direct } = await openChanged(t, changes);
    const [mine, other] = await listServers(direct, environment, environment === 'vpc' ? 'KR' : '1');
    assert.ok(mine && other);
    const stranger = { serverInstanceNo: other.number, serverName: mine.name };
    const answers: Readonly<Record<string, Change>> = {
      'another one': (body) => setRows(body, [stranger]),
      'another one besides': (body) => setRows(body, [...body.rows, stranger]),
      'another one first': (body) => setRows(body, [stranger, ...body.rows]),
    };
    for (const [name, answer] of Object.entries(answers)) {
      changes.push(answer);
      const wrong = (error: unknown) => error instanceof BadAnswerError && error.reason === 'wrong-root';
      await assert.rejects(readServers(client, [mine]), wrong, name);
    }
  }
});

test('a row that comes twice, or whose number is none, is no answer', async (t) => {
  const changes: Change[] = [];
  const { client, direct } = await openChanged(t, changes);
  const [server] = await listServers(direct, 'vpc', 'KR');
  assert.ok(server);
  const answers: Change[] = [
    (body) => setRows(body, [...body.rows, ...body.rows]),
    ...noNumbers.map(
      (number): Change =>
        ({ rows }) =>
          void Object.assign(rows[0] ?? {}, { serverInstanceNo: number }),
    ),
  ];
  for (const answer of answers) {
    // However often it is asked.
    changes.splice(0, changes.length, ...Array<Change>(9).fill(answer));
    await assert.rejects(readServers(client, [server]), BadAnswerError);
    await assert.rejects(listServers(client, 'vpc', 'KR'), BadAnswerError);
  }
});

test('a server is gone only when two looks in a row lack it', async (t) => {
  const nothing: Change = (body) => setRows(body, []);
  const changes: Change[] = [];
  const { client, direct, calls } = await openChanged(t, changes);
  const [first, second] = await listServers(direct, 'vpc', 'KR');
  assert.ok(first && second);
  changes.push((body) => setRows(body, body.rows.slice(0, 1)));
  const both = await readServers(client, [first, second]);
  assert.deepEqual(both.map(({ number }) => number).sort(), [first.number, second.number].sort());
  assert.deepEqual(
    calls.map((call) => Object.keys(formOf(call)).filter((name) => name.startsWith(`serverInstanceNoList`)).length),
    [2, 1],
  );
  changes.push(nothing, nothing);
  assert.deepEqual(await readServers(client, [first]), []);
});

test('a Classic region without a zone, or with one that has no number, is an error and asks for no servers', async (t) => {
  const zones: readonly unknown[] = [
    null,
    [],
    {},
    '',
    [{ zoneName: 'KR-1' }],
    ...noNumbers.map((zoneNo) => [{ zoneNo: '2' }, { zoneNo }]),
  ];
  for (const zoneList of [undefined, ...zones]) {
    const answer = {
      requestId: 'r',
      returnCode: '0',
      returnMessage: 'success',
      ...(zoneList === undefined ? {} : { zoneList }),
    };
    const server = await serve(t, (response) => {
      response.end(JSON.stringify({ getZoneListResponse: answer }));
    });
    const client = new NcloudClient({ endpoint: server.endpoint, accessKey: 'access', secretKey: 'secret' });
    await assert.rejects(listServers(client, 'classic', '1'), BadAnswerError, JSON.stringify(zoneList));
    assert.deepEqual(server.asked.map(actionOf), ['getZoneList']);
  }
});

test('a Classic zone filter that is not honoured tells each server once', async (t) => {
  const { client, direct } = await openChanged(t, []);
  const truth = await listServers(direct, 'classic', '1');
  const zones = await direct.list('server', 'getZoneList', { regionNo: '1' });
  const lists = zones.map(({ zoneNo }) => direct.list('server', list, { regionNo: '1', zoneNo: String(zoneNo) }));
  const all = (await Promise.all(lists)).flat();
  const everything: Change = (body) => setRows(body, all);
  const { client: unfiltered } = await openChanged(t, [everything, everything, everything, everything]);
  const numbers = (servers: readonly Server[]) => servers.map(({ number }) => number).sort();
  assert.deepEqual(numbers(await listServers(unfiltered, 'classic', '1')), numbers(truth));
  assert.deepEqual(numbers(await listServers(client, 'classic', '1')), numbers(truth));
});

test('a Classic zone that is answered for with another one is asked for again, and so comes whole', async (t) => {
  const { direct } = await openChanged(t, []);
  const [two, three] = ['2', '3'].map((zoneNo) => ({ serverInstanceNo: zoneNo, zone: { zoneNo, regionNo: '1' } }));
  for (const zoneNo of ['2', '3']) {
    let swaps = 1;
    const server = await serve(t, (response, call) => {
      const asked = formOf(call).zoneNo;
      const isSwapped = asked === zoneNo && swaps-- > 0;
      const row = (asked === '2') !== isSwapped ? two : three;
      const success = { requestId: 'r', returnCode: '0', returnMessage: 'success' };
      const answer =
        actionOf(call) === list
          ? { [`${list}Response`]: { ...success, totalRows: 1, serverInstanceList: [row] } }
          : { getZoneListResponse: { ...success, zoneList: [two?.zone, three?.zone] } };
      response.end(JSON.stringify(answer));
    });
    const client = new NcloudClient({ endpoint: server.endpoint, accessKey: 'access', secretKey: 'secret' });
    assert.deepEqual(
      (await listServers(client, 'classic', '1')).map(({ number }) => number),
      ['2', '3'],
    );
    await assert.rejects(listServers(client, 'classic', '8'), { reason: 'wrong-root' });
  }
  assert.ok((await listServers(direct, 'classic', '1')).length > 0);
});

test('very many servers are read again in parts of 200', async (t) => {
  const server = await serve(t, (response, call) => {
    const numbers = Object.entries(formOf(call)).filter(([name]) => name.startsWith('serverInstanceNoList.'));
    const serverInstanceList = numbers.map(([, serverInstanceNo]) => ({ serverInstanceNo }));
    const answer = { requestId: 'r', returnCode: '0', returnMessage: 'success', totalRows: numbers.length };
    response.end(JSON.stringify({ [`${list}Response`]: { ...answer, serverInstanceList } }));
  });
  const client = new NcloudClient({ endpoint: server.endpoint, accessKey: 'access', secretKey: 'secret' });
  const many = Array.from({ length: 450 }, (_, index) =>
    toServer('vpc', { serverInstanceNo: String(index + 1), regionCode: 'KR' }),
  );
  const read = await readServers(client, [...many, ...many]);
  assert.deepEqual(
    read.map(({ number }) => Number(number)).sort((a, b) => a - b),
    many.map(({ number }) => Number(number)),
  );
  const asked = server.asked.map(
    (call) => Object.keys(formOf(call)).filter((name) => name.startsWith('serverInstanceNoList.')).length,
  );
  assert.deepEqual(asked, [200, 200, 50]);
});

test('the parts of a list are told as they come', async (t) => {
  const { client } = await open(t);
  for (const [environment, region] of [
    ['vpc', 'KR'],
    ['classic', '1'],
  ] as const) {
    const parts: Server[] = [];
    const whole = await listServers(client, environment, region, { onServers: (servers) => parts.push(...servers) });
    const sorted = (servers: readonly Server[]) => [...servers].sort((a, b) => Number(a.number) - Number(b.number));
    assert.deepEqual(sorted(parts), sorted(whole));
    assert.ok(whole.length > 0);
  }
});

test('a list that is not wanted any more is left', async (t) => {
  const { client } = await open(t);
  const signal = AbortSignal.abort();
  await assert.rejects(listServers(client, 'vpc', 'KR', { signal }));
  await assert.rejects(listServers(client, 'classic', '1', { signal }));
});
