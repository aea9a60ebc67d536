import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { NcloudClient, NoAnswerError } from '../../../../src/client/index';
import type { Context, Values } from '../../../../src/reference/index';
import {
  createRequest,
  createServers,
  type Outcome,
  plannedNames,
  planOf,
  withFreeStart,
} from '../../../../src/servers/index';
import { actionOf, noNumbers } from '../../../support/between';
import { closedPort, serve } from '../../../support/fault-server';

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
const sendOne = (endpoint: string) =>
  createServers(clientOf(endpoint), 'vpc', 'KR', { ...values, serverCreateCount: '1' }, vpc);

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
  assert.deepEqual([outcome.missing, outcome.renamed], [[], []]);
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

test('the names that the answer does not tell of are missing', async (t) => {
  const server = await serve(t, (response) => answer(response, 200, created('100')));
  const outcome = await send(server.endpoint);
  assert.ok(outcome.kind === 'created');
  assert.deepEqual([outcome.servers.map(({ name }) => name), outcome.missing], [['web-001'], ['web-002']]);
});

test('a refusal by NCP or its gateway is rejected, and so is a request that never left', async (t) => {
  const refusal = JSON.stringify({ responseError: { returnCode: '10300', returnMessage: 'in use' } });
  const api = await serve(t, (response) => answer(response, 400, refusal));
  const rejected = await sendOne(api.endpoint);
  assert.deepEqual([rejected.kind, rejected.kind === 'rejected' && rejected.error.code], ['rejected', '10300']);
  const throttled = JSON.stringify({ error: { errorCode: '420', message: 'Rate Limited' } });
  const gateway = await serve(t, (response) => answer(response, 429, throttled));
  assert.equal((await sendOne(gateway.endpoint)).kind, 'rejected');
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

test('there are three outcomes; a fourth does not compile', () => {
  const word = ({ kind }: Outcome): string => {
    switch (kind) {
      case 'created':
        return 'made';
      case 'rejected':
        return 'not made';
      case 'unknown':
        return 'nobody knows';
      default:
        return kind satisfies never;
    }
  };
  const error = new NoAnswerError('deadline');
  const outcomes: readonly Outcome[] = [
    { kind: 'created', servers: [], renamed: [], missing: [] },
    { kind: 'rejected', error },
    { kind: 'unknown', names: [], error },
  ];
  assert.equal(new Set(outcomes.map(word)).size, 3);
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
    serverName: 'web-001',
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

/** What is answered to a creation, and to the look at the list after it. */
interface Answers {
  readonly create: readonly [status: number, body: object];
  readonly list?: readonly object[] | 'broken';
}

const row = (serverInstanceNo: unknown, serverName: string, fields: object = {}) => ({
  serverInstanceNo,
  serverName,
  serverInstanceStatus: { code: 'INIT' },
  createDate: new Date().toISOString(),
  serverImageNo: '16187005',
  serverSpecCode: 's2-g3',
  serverImageProductCode: 'SPSW0LINUX000046',
  zone: { zoneNo: '2' },
  ...fields,
});
const inside = (rows: readonly object[], more: object = {}) => ({
  requestId: 'r',
  returnCode: '0',
  returnMessage: 'success',
  totalRows: rows.length,
  serverInstanceList: rows,
  ...more,
});
const made = (...rows: readonly object[]): Answers['create'] => [200, { createServerInstancesResponse: inside(rows) }];
const quota: Answers['create'] = [400, { responseError: { returnCode: '1002003', returnMessage: 'quota' } }];

/** Asks for `count` servers, `mine` or `mine-001` and on, where `100` is there before. */
async function asked(
  t: Parameters<typeof serve>[0],
  count: number,
  { create, list }: Answers,
  environment: 'vpc' | 'classic' = 'vpc',
) {
  const server = await serve(t, (response, call) => {
    const action = actionOf(call);
    if (action === 'createServerInstances') return answer(response, create[0], JSON.stringify(create[1]));
    const zones = { zoneList: [{ zoneNo: '2' }], serverInstanceList: undefined, totalRows: 1 };
    if (action === 'getZoneList')
      return answer(response, 200, JSON.stringify({ getZoneListResponse: inside([], zones) }));
    if (list === 'broken' || !list) return answer(response, 400, '{"error":{"errorCode":"210","message":"no right"}}');
    return answer(response, 200, JSON.stringify({ getServerInstanceListResponse: inside(list) }));
  });
  const name: Values = count === 1 ? { serverName: 'mine' } : { serverName: 'mine-', serverCreateCount: String(count) };
  const wanted: Values =
    environment === 'vpc'
      ? { ...values, serverCreateCount: '1', ...name }
      : { serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2', ...name };
  const region = environment === 'vpc' ? 'KR' : '1';
  const context: Context = { environment, rows: {} };
  const outcome = await createServers(clientOf(server.endpoint), environment, region, wanted, context, {
    before: ['100'],
  });
  assert.equal(server.asked.filter((call) => actionOf(call) === 'createServerInstances').length, 1);
  return { outcome, looks: server.asked.filter((call) => actionOf(call) === 'getServerInstanceList').length };
}

/** What an outcome says in short. */
function told(outcome: Outcome) {
  if (outcome.kind === 'rejected') return [outcome.kind, outcome.error.code];
  if (outcome.kind === 'unknown') return [outcome.kind, outcome.names.length, outcome.refusal?.code];
  return [outcome.kind, outcome.servers.map(({ number }) => number), outcome.missing.length, outcome.refusal?.code];
}

for (const environment of ['vpc', 'classic'] as const) {
  test(`${environment}: one asked for, and the answer is not ours: unknown, nobody else's server is created`, async (t) => {
    const theirs = row('200', 'colleague', { serverSpecCode: 's4-g3', serverDescription: 'theirs' });
    const cases: Readonly<Record<string, Answers>> = {
      'the answer of a colleague, ours not made': { create: made(theirs), list: [theirs] },
      'the answer of a colleague, no list': { create: made(theirs), list: 'broken' },
      'two of our name': { create: made(row('200', 'mine'), row('201', 'mine')) },
      'the same row twice': { create: made(row('200', 'mine'), row('200', 'mine')) },
      'one that was there before': { create: made(row('100', 'mine')) },
      ...Object.fromEntries(
        noNumbers.map((number) => [`the number ${JSON.stringify(number)}`, { create: made(row(number, 'mine')) }]),
      ),
      'a good answer with an error beside it': {
        create: [200, { ...made(row('200', 'mine'))[1], error: { errorCode: '400', message: 'quota' } }],
      },
      'a good answer with a refusal in it': {
        create: [
          200,
          { createServerInstancesResponse: inside([row('200', 'mine')], { responseError: { returnCode: '900' } }) },
        ],
      },
      'a good answer with a return code': {
        create: [200, { createServerInstancesResponse: inside([row('200', 'mine')], { returnCode: '900' }) }],
      },
    };
    for (const [name, answers] of Object.entries(cases)) {
      const { outcome } = await asked(t, 1, answers, environment);
      assert.deepEqual(told(outcome), ['unknown', 1, undefined], name);
    }
  });

  test(`${environment}: one asked for, ours is told apart from a colleague's`, async (t) => {
    const theirs = row('200', 'colleague', { serverDescription: 'theirs' });
    const mine = row('201', 'mine');
    for (const answers of [
      { create: made(theirs, mine) },
      { create: made(mine, theirs) },
      { create: made(theirs), list: [theirs, mine] },
    ] satisfies Answers[]) {
      const { outcome } = await asked(t, 1, answers, environment);
      assert.deepEqual(told(outcome), ['created', ['201'], 0, undefined]);
    }
  });

  test(`${environment}: no date of NCP's hides a server that was not there before`, async (t) => {
    const old = { createDate: '2020-01-01T00:00:00+0900' };
    const one = await asked(t, 1, { create: made(row('201', 'mine', old)) }, environment);
    assert.deepEqual(told(one.outcome), ['created', ['201'], 0, undefined]);
    const refusal: Answers['create'] = [400, { responseError: { returnCode: '10300', returnMessage: 'quota' } }];
    const two = await asked(t, 2, { create: refusal, list: [row('201', 'mine-001', old)] }, environment);
    assert.deepEqual(told(two.outcome), ['created', ['201'], 1, '10300']);
  });

  test(`${environment}: NCP may give another name, and then it is told`, async (t) => {
    const renamed = row('200', 'mine-1');
    const { outcome } = await asked(t, 1, { create: made(renamed), list: [renamed] }, environment);
    assert.ok(outcome.kind === 'created');
    assert.deepEqual(
      outcome.renamed.map(({ asked: name, server }) => [name, server.name]),
      [['mine', 'mine-1']],
    );
    assert.deepEqual(told(outcome), ['created', ['200'], 0, undefined]);
  });

  test(`${environment}: of five asked for, only those that are told count`, async (t) => {
    const first = row('200', 'mine-001');
    const same = await asked(t, 5, { create: made(first, first, first, first, first) }, environment);
    assert.deepEqual(told(same.outcome), ['unknown', 5, undefined]);
    const three = [first, row('201', 'mine-002'), row('202', 'mine-003')];
    const some = await asked(t, 5, { create: made(...three) }, environment);
    assert.ok(some.outcome.kind === 'created');
    assert.deepEqual(some.outcome.missing, ['mine-004', 'mine-005']);
    assert.deepEqual([told(some.outcome)[1], some.looks], [['200', '201', '202'], 0]);
  });

  test(`${environment}: five refused, but some made: the list tells, and without it nobody knows`, async (t) => {
    const three = [row('200', 'mine-001'), row('201', 'mine-002'), row('202', 'mine-003')];
    const old = row('100', 'mine-001');
    const cases: readonly (readonly [Answers, readonly unknown[]])[] = [
      [{ create: quota, list: [old, ...three] }, ['created', ['200', '201', '202'], 2, '1002003']],
      [{ create: quota, list: [old, row('300', 'other')] }, ['rejected', '1002003']],
      [{ create: quota, list: [] }, ['rejected', '1002003']],
      [{ create: quota, list: 'broken' }, ['unknown', 5, '1002003']],
      [{ create: quota, list: [three[0] ?? {}, row('203', 'mine-001')] }, ['unknown', 5, '1002003']],
      [
        { create: [200, { createServerInstancesResponse: inside(three, { returnCode: '1002003' }) }], list: three },
        ['unknown', 5, undefined],
      ],
    ];
    for (const [answers, expected] of cases) {
      const { outcome } = await asked(t, 5, answers, environment);
      assert.deepEqual(told(outcome), expected, JSON.stringify(answers.list));
    }
  });

  test(`${environment}: one refused is refused, without another call`, async (t) => {
    const { outcome, looks } = await asked(t, 1, { create: quota, list: 'broken' }, environment);
    assert.deepEqual([told(outcome), looks], [['rejected', '1002003'], 0]);
  });
}

test("the account's region wins over one among the values", () => {
  for (const environment of ['vpc', 'classic'] as const) {
    const hostile = { ...values, zoneNo: '2', regionCode: 'SGN', responseFormatType: 'xml' };
    const { params } = createRequest(environment, 'KR', hostile, { environment, rows: {} });
    assert.equal(params.regionCode, environment === 'vpc' ? 'KR' : undefined);
    assert.equal(params.responseFormatType, undefined);
  }
});

test('however many servers a file of somebody else asks for, their names are told at once', () => {
  for (const count of ['1000000000', '9'.repeat(400), 'Infinity', 'NaN', '-1', '1e9', '0x10', '1.5', '']) {
    const names = plannedNames({ serverName: 'web', serverCreateCount: count, serverCreateStartNo: count });
    assert.ok(names.length >= 1 && names.length <= 1000, `${count}: ${names.length}`);
    assert.ok(withFreeStart({ serverName: 'web', serverCreateCount: count }, ['web001']));
  }
});
