// Ten thousand servers in each environment: whoever runs the sandbox is not held up, neither at its start nor by a list.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import type * as Support from '../../support/longest-task.cjs';
import { needs } from '../../support/needs';
import { ask, type Json, type Params, signedHeaders } from './support';

// Not bundled: it is CommonJS, and this is not.
const { longestTask }: typeof Support = createRequire(join(process.cwd(), 'test/unit/'))('../support/longest-task.cjs');

const count = 10_000;
/** Milliseconds that no task may take. */
const budget = 50;

let sandbox: Sandbox;
let startTask = 0;

before(async () => {
  const start = async () => {
    sandbox = await startSandbox({ servers: count });
  };
  if (needs('/proc').skip) await start();
  else startTask = await longestTask(start);
});
after(() => sandbox.stop());

/** The length of an answer that is thrown away, so that the client's part in the same thread stays small. */
function bytesOf(service: string, action: string, params: Params): Promise<number> {
  const path = `/${service}/v2/${action}`;
  const form = new URLSearchParams(Object.entries(params).map(([name, value]): [string, string] => [name, `${value}`]));
  const { hostname, port } = new URL(sandbox.endpoint);
  const headers = { ...signedHeaders(sandbox, 'POST', path), 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: 'POST', headers, agent: false }, (response) => {
      assert.equal(response.statusCode, 200);
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      response.on('end', () => resolve(length));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(form.toString());
  });
}

/** The best of three: what garbage of other tests costs is not counted. */
async function best(measure: () => Promise<number>): Promise<number> {
  return Math.min(await measure(), await measure(), await measure());
}

test('they are made in tasks that hold nobody up', needs('/proc'), (t) => {
  t.diagnostic(`longest task at the start: ${startTask.toFixed(1)} ms`);
  assert.ok(startTask <= 2 * budget, `${startTask} ms`);
});

const page = { pageNo: 1, pageSize: 1000, responseFormatType: 'json' };
for (const [what, service, action, params] of [
  ['a page of VPC', 'vserver', 'getServerInstanceList', { ...page, sortedBy: 'serverInstanceNo', sortingOrder: 'ASC' }],
  ['a page by name', 'vserver', 'getServerInstanceList', { ...page, pageNo: 7, sortedBy: 'serverName' }],
  ['a page of Classic', 'server', 'getServerInstanceList', { ...page, sortedBy: 'serverInstanceNo' }],
  ['all of VPC', 'vserver', 'getServerInstanceList', { responseFormatType: 'json' }],
  ['all of VPC as XML', 'vserver', 'getServerInstanceList', {}],
  ['all of Classic', 'server', 'getServerInstanceList', { responseFormatType: 'json' }],
  ['all interfaces', 'vserver', 'getNetworkInterfaceList', { responseFormatType: 'json' }],
  ['all storages', 'vserver', 'getBlockStorageInstanceList', { responseFormatType: 'json' }],
  ['the holder of an address', 'vserver', 'getServerInstanceList', { ip: '10.10.1.9' }],
] as const) {
  test(`${what}: no task takes more than ${budget} ms`, needs('/proc'), async (t) => {
    let bytes = 0;
    const task = await best(() =>
      longestTask(async () => {
        bytes = await bytesOf(service, action, params);
      }),
    );
    const time = await best(async () => {
      const started = performance.now();
      await bytesOf(service, action, params);
      return performance.now() - started;
    });
    t.diagnostic(`${bytes} bytes in ${time.toFixed(0)} ms, longest task ${task.toFixed(1)} ms`);
    assert.ok(task <= budget, `${task} ms`);
    // A page is meant to take 50 ms; a machine that does other things may take longer.
    if ('pageSize' in params) assert.ok(time <= 200, `${time} ms`);
  });
}

test('pages by number hold every server once, in order, and so does the list without pages', async () => {
  const numbers: number[] = [];
  for (let pageNo = 1; pageNo <= 10; pageNo += 1) {
    const { serverInstanceList, totalRows } = await ask(sandbox, 'vserver', 'getServerInstanceList', {
      pageNo,
      pageSize: 1000,
      sortedBy: 'serverInstanceNo',
      sortingOrder: 'ASC',
    });
    assert.equal(totalRows, count);
    numbers.push(...serverInstanceList.map((row: Json) => Number(row.serverInstanceNo)));
  }
  assert.equal(new Set(numbers).size, count);
  assert.deepEqual(
    numbers,
    [...numbers].sort((left, right) => left - right),
  );
  const all = await ask(sandbox, 'vserver', 'getServerInstanceList');
  assert.deepEqual(
    all.serverInstanceList.map((row: Json) => Number(row.serverInstanceNo)),
    numbers,
  );
});

test('a long list is written exactly as a short one', async () => {
  const one = await ask(sandbox, 'server', 'getServerInstanceList', { pageNo: 4321, pageSize: 1 });
  const all = await ask(sandbox, 'server', 'getServerInstanceList');
  assert.deepEqual(all.serverInstanceList[4320], one.serverInstanceList[0]);
  assert.deepEqual(Object.keys(all), Object.keys(one));
  assert.equal(all.totalRows, count);
});

test('the interfaces of a thousand servers, and the end of a thousand servers', async () => {
  const { serverInstanceList } = await ask(sandbox, 'vserver', 'getServerInstanceList', {
    pageNo: 1,
    pageSize: 1000,
    serverInstanceStatusCode: 'NSTOP',
  });
  assert.equal(serverInstanceList.length, 1000);
  const numbered = (name: string, values: readonly string[]) =>
    Object.fromEntries(values.map((value, place) => [`${name}.${place + 1}`, value]));
  const interfaces = numbered(
    'networkInterfaceNoList',
    serverInstanceList.map((row: Json) => row.networkInterfaceNoList[0]),
  );
  assert.equal((await ask(sandbox, 'vserver', 'getNetworkInterfaceList', interfaces)).totalRows, 1000);
  const numbers = numbered(
    'serverInstanceNoList',
    serverInstanceList.map((row: Json) => row.serverInstanceNo),
  );
  await ask(sandbox, 'vserver', 'terminateServerInstances', numbers);
  assert.equal((await ask(sandbox, 'vserver', 'getServerInstanceList', { pageNo: 1, pageSize: 1 })).totalRows, 9000);
  assert.equal((await ask(sandbox, 'vserver', 'getNetworkInterfaceList', interfaces)).totalRows, 0);
});
