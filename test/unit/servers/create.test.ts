import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { NcloudClient } from '../../../src/client/index';
import type { Context } from '../../../src/reference/index';
import { createRequest } from '../../../src/servers/create';
import { createServers, plannedNames, planOf } from '../../../src/servers/index';
import { closedPort, serve } from '../../support/fault-server';

const values = {
  serverImageNo: '16187005',
  serverSpecCode: 's2-g3',
  vpcNo: '1',
  subnetNo: '2',
  serverName: 'web-',
  serverCreateCount: '2',
  'networkInterfaceList.1.networkInterfaceOrder': '0',
  'networkInterfaceList.1.accessControlGroupNoList.1': '3',
  serverDescription: '',
};
const vpc: Context = { environment: 'vpc', rows: {} };

function clientOf(endpoint: string) {
  const deadlines = { connect: 500, read: 500, mutation: 500 };
  return new NcloudClient({ endpoint, accessKey: 'access', secretKey: 'secret', deadlines });
}

function created(...numbers: readonly string[]): string {
  const serverInstanceList = numbers.map((serverInstanceNo, index) => ({
    serverInstanceNo,
    serverName: `web-00${index + 1}`,
    serverInstanceStatus: { code: 'INIT', codeName: 'Server init state' },
    serverInstanceOperation: { code: 'NULL', codeName: 'Server NULL OP' },
    regionCode: 'KR',
  }));
  return JSON.stringify({
    createServerInstancesResponse: {
      requestId: 'r',
      returnCode: '0',
      returnMessage: 'success',
      totalRows: numbers.length,
      serverInstanceList,
    },
  });
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

const send = (endpoint: string) => createServers(clientOf(endpoint), 'vpc', 'KR', values, vpc);

test('what is created comes back as servers that are still being set up', async (t) => {
  const server = await serve(t, (response) => answer(response, 200, created('100', '101')));
  const outcome = await send(server.endpoint);
  assert.ok(outcome.kind === 'created');
  assert.deepEqual(
    outcome.servers.map(({ number, name, state }) => [number, name, state]),
    [
      ['100', 'web-001', 'creating'],
      ['101', 'web-002', 'creating'],
    ],
  );
  assert.equal(outcome.missing, 0);
  assert.equal(server.asked.length, 1);
});

test('the request is one POST of the values that mean something, with the region', async (t) => {
  const server = await serve(t, (response) => answer(response, 200, created('100', '101')));
  await send(server.endpoint);
  const [asked] = server.asked;
  assert.equal(asked?.method, 'POST');
  assert.equal(asked?.url, '/vserver/v2/createServerInstances');
  const form = Object.fromEntries(new URLSearchParams(asked?.body));
  const { serverDescription: _, ...expected } = values;
  assert.deepEqual(form, { ...expected, regionCode: 'KR', responseFormatType: 'json' });
});

test('fewer numbers than asked for are told as missing', async (t) => {
  const server = await serve(t, (response) => answer(response, 200, created('100')));
  const outcome = await send(server.endpoint);
  assert.ok(outcome.kind === 'created');
  assert.deepEqual([outcome.servers.length, outcome.missing], [1, 1]);
});

test('a refusal by NCP or its gateway is rejected, and so is a request that never left', async (t) => {
  const refusal = JSON.stringify({ responseError: { returnCode: '10300', returnMessage: 'in use' } });
  const api = await serve(t, (response) => answer(response, 400, refusal));
  const rejected = await send(api.endpoint);
  assert.deepEqual([rejected.kind, rejected.kind === 'rejected' && rejected.error.code], ['rejected', '10300']);
  const throttled = JSON.stringify({ error: { errorCode: '420', message: 'Rate Limited' } });
  const gateway = await serve(t, (response) => answer(response, 429, throttled));
  assert.equal((await send(gateway.endpoint)).kind, 'rejected');
  assert.equal((await send(`http://127.0.0.1:${await closedPort()}`)).kind, 'rejected');
  assert.deepEqual([api.asked.length, gateway.asked.length], [1, 1]);
});

test('without a clear answer nobody knows, the names tell what to look for, and nothing is sent again', async (t) => {
  const whole = created('100', '101');
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    'no answer': () => undefined,
    'connection reset': (response) => response.destroy(),
    'server fault': (response) => answer(response, 500, '{}'),
    'gateway time-out': (response) =>
      answer(response, 504, '{"error":{"errorCode":"510","message":"Endpoint Timeout"}}'),
    redirect: (response) => response.writeHead(302, { location: 'http://127.0.0.1:9' }).end(),
    empty: (response) => answer(response, 200, ''),
    cut: (response) => answer(response, 200, whole.slice(0, -40)),
    'web page': (response) => answer(response, 200, '<html></html>'),
    'no number': (response) => answer(response, 200, created('')),
    'no server': (response) => answer(response, 200, created()),
    'other root': (response) => answer(response, 200, whole.replace('createServer', 'getServer')),
  };
  for (const [fault, handler] of Object.entries(answers)) {
    const server = await serve(t, handler);
    const outcome = await send(server.endpoint);
    assert.equal(outcome.kind, 'unknown', fault);
    assert.deepEqual(outcome.kind === 'unknown' && outcome.names, ['web-001', 'web-002'], fault);
    assert.equal(server.asked.length, 1, fault);
  }
});

test('no beginning of a good answer is taken for an answer', async (t) => {
  const whole = created('100', '101');
  let length = 0;
  const server = await serve(t, (response) => answer(response, 200, whole.slice(0, length)));
  const client = clientOf(server.endpoint);
  for (; length < whole.length; length += 23) {
    const { kind } = await createServers(client, 'vpc', 'KR', values, vpc);
    assert.equal(kind, 'unknown', whole.slice(0, length));
  }
});

test('Classic user data goes as base64 and without a region', async (t) => {
  const server = await serve(t, (response) => answer(response, 200, created('1')));
  const classic = {
    serverImageProductCode: 'SPSW0LINUX000046',
    serverName: 'web',
    zoneNo: '2',
    userData: '#!/bin/sh\n',
  };
  const outcome = await createServers(clientOf(server.endpoint), 'classic', '1', classic, {
    environment: 'classic',
    rows: {},
  });
  assert.equal(outcome.kind, 'created');
  const form = Object.fromEntries(new URLSearchParams(server.asked[0]?.body));
  assert.equal(server.asked[0]?.url, '/server/v2/createServerInstances');
  assert.equal(form.userData, Buffer.from('#!/bin/sh\n').toString('base64'));
  assert.equal('regionCode' in form || 'regionNo' in form, false);
});

test('the names follow NCP: one server keeps the name, more are numbered from the start', () => {
  assert.deepEqual(plannedNames({ serverName: 'web' }), ['web']);
  assert.deepEqual(plannedNames({ serverName: 'web-', serverCreateCount: '2' }), ['web-001', 'web-002']);
  assert.deepEqual(plannedNames({ serverName: 'web-', serverCreateCount: '2', serverCreateStartNo: '10' }), [
    'web-010',
    'web-011',
  ]);
  assert.deepEqual(plannedNames({ serverName: 'w', serverCreateCount: '2', serverCreateStartNo: '0' }), [
    'w000',
    'w001',
  ]);
});

test('a plan names what will be sent as people know it, and leaves out what NCP assumes anyway', () => {
  const rows = { serverImageNo: { serverImageName: 'ubuntu-22.04' }, vpcNo: { vpcName: 'vpc-main' } };
  const plan = planOf({ ...values, feeSystemTypeCode: 'MTRAT', isProtectServerTermination: 'true' }, { ...vpc, rows });
  assert.deepEqual(plan.names, ['web-001', 'web-002']);
  assert.deepEqual(
    plan.facts.map(({ name, text }) => [name, text]),
    [
      ['serverImageNo', 'ubuntu-22.04'],
      ['serverSpecCode', 's2-g3'],
      ['vpcNo', 'vpc-main'],
      ['subnetNo', '2'],
      ['networkInterfaceList.1.accessControlGroupNoList.1', '3'],
      ['isProtectServerTermination', 'true'],
    ],
  );
  const script = planOf({ userData: '#!/bin/sh\necho secret\n' }, { environment: 'classic', rows: {} });
  assert.deepEqual(script.facts, [{ name: 'userData', text: 3 }]);
});

test('a plan tells the size of the spec, unless its name does', () => {
  const size = { cpuCount: 2, memorySize: 4 * 2 ** 30 };
  const text = (spec: Record<string, string>, row: object) => {
    const [name = ''] = Object.keys(spec);
    const image = name === 'serverSpecCode' ? { serverImageNo: '1' } : { serverImageProductCode: '1' };
    const { facts } = planOf({ ...image, ...spec }, { ...vpc, rows: { [name]: { ...row, ...size } } });
    return facts.find((fact) => fact.name === name)?.text;
  };
  assert.equal(text({ serverSpecCode: 'c2-g3' }, { serverSpecCode: 'c2-g3' }), 'c2-g3 · 2 vCPU · 4 GB');
  const productName = 'vCPU 2EA, Memory 4GB, [SSD]Disk 50GB';
  assert.equal(text({ serverProductCode: 'SVR.C002.M004' }, { productName }), productName);
});

test("the account's region wins over one among the values", () => {
  for (const environment of ['vpc', 'classic'] as const) {
    const hostile = { ...values, zoneNo: '2', regionCode: 'SGN', responseFormatType: 'xml' };
    const { params } = createRequest(environment, 'KR', hostile, { environment, rows: {} });
    assert.equal(params.regionCode, environment === 'vpc' ? 'KR' : undefined);
    assert.equal(params.responseFormatType, undefined);
  }
});
