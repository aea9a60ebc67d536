import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NcloudClient, NcloudError } from '../../../src/client';
import { Decoder } from '../../../src/client/decode';
import type { Service } from '../../../src/reference';
import { serve } from '../../support/fault-server';
import { server, toJson, toXml } from './answers';

const create = 'createServerInstances';
const made = [server(0), server(1), server(2)];
const api = { returnCode: '1002003', returnMessage: 'quota' };
const gateway = { errorCode: '210', message: 'Permission Denied' };
const success = { returnCode: '0', returnMessage: 'success', totalRows: 3 };

function write(format: 'json' | 'xml', tree: Readonly<Record<string, unknown>>): string {
  if (format === 'json') return JSON.stringify(tree);
  const [root = '', ...others] = Object.keys(tree);
  // XML has one root, so several go into the envelope that the gateway has for that.
  return others.length === 0 ? toXml(root, tree[root] as object) : toXml('Response', tree);
}

const answered = { [`${create}Response`]: { ...success, serverInstanceList: made } };
const told: readonly (readonly [string, number, Readonly<Record<string, unknown>>])[] = [
  ['a return code beside three numbers', 200, { [`${create}Response`]: { ...api, serverInstanceList: made } }],
  [
    'return code 900 with numbers',
    200,
    { [`${create}Response`]: { ...success, returnCode: '900', serverInstanceList: made } },
  ],
  ['a refusal with the servers in it', 400, { responseError: { ...api, serverInstanceList: made } }],
  ['a refusal beside the whole answer', 400, { responseError: api, ...answered }],
  [
    'a refusal inside of the answer',
    200,
    { [`${create}Response`]: { ...success, responseError: api, serverInstanceList: made } },
  ],
  ['the gateway beside the whole answer', 200, { error: gateway, ...answered }],
  ['the gateway with the servers in it', 403, { error: { ...gateway, details: { serverInstanceList: made } } }],
  ['a refusal beside a server that is no list', 400, { responseError: api, partial: { serverInstance: made[0] } }],
  ['a refusal beside a list that is spelt otherwise', 400, { responseError: api, ServerInstancelist: made }],
  ['a refusal beside a list with a prefix', 400, { responseError: api, 'n:serverInstanceList': made }],
  ['a refusal beside rows of another name', 400, { responseError: api, rows: made }],
  ['a refusal beside an empty list', 400, { responseError: api, serverInstanceList: [] }],
];
for (const service of ['vserver', 'server'] as const) {
  for (const [name, status, tree] of told) {
    test(`${service}: ${name} is not known to have come to nothing`, async (t) => {
      for (const format of ['json', 'xml'] as const) {
        const { endpoint, asked } = await serve(t, (response) => response.writeHead(status).end(write(format, tree)));
        const client = new NcloudClient({ endpoint, accessKey: 'access', secretKey: 'secret' });
        for (const action of [create, 'stopServerInstances', 'terminateServerInstances']) {
          await assert.rejects(client.call(service, action, {}, { format }), { outcome: 'unknown' }, action);
        }
        assert.equal(asked.length, 3);
      }
    });
  }
}

test('a refusal alone is a refusal, also one that speaks of a list', async (t) => {
  const message = 'serverInstanceList is wrong: {"serverInstanceList":[{"serverInstanceNo":"1"}]}';
  const bodies = [
    write('json', { responseError: { ...api, returnMessage: message } }),
    write('xml', { responseError: { ...api, returnMessage: message } }),
    write('json', { error: { ...gateway, details: message } }),
    write('json', { [`${create}Response`]: { ...api, returnMessage: message } }),
  ];
  for (const body of bodies) {
    const { endpoint } = await serve(t, (response) => response.writeHead(400).end(body));
    const client = new NcloudClient({ endpoint, accessKey: 'access', secretKey: 'secret' });
    await assert.rejects(client.call('vserver', create), { outcome: 'rejected' }, body);
  }
});

test('what else an action answers with tells as much as servers do', async () => {
  const decoder = new Decoder();
  const results: readonly (readonly [Service, string, object])[] = [
    ['vserver', 'createLoginKey', { privateKey: 'PEM' }],
    ['server', 'createLoginKey', { privateKey: 'PEM' }],
    ['vserver', 'createInitScript', { initScriptList: [{ initScriptNo: '1' }] }],
    ['vserver', 'importLoginKey', { loginKeyList: [{ keyName: 'a' }] }],
  ];
  for (const [service, action, result] of results) {
    for (const [beside, outcome] of [
      [result, 'unknown'],
      [{}, 'rejected'],
    ] as const) {
      const body = JSON.stringify({ responseError: api, [`${action}Response`]: beside });
      const received = { service, action, status: 400, body, secrets: [] };
      await assert.rejects(decoder.decode(received), { name: 'ApiError', outcome });
    }
  }
});

test('whatever stands around it: servers anywhere in a body are never a refusal, a refusal without them is one', async (t) => {
  const decoder = new Decoder();
  const tally = { runs: 0, violations: 0 };
  const leaf = fc.oneof(fc.constant(made), fc.constant([]), fc.constant(null), fc.constant(''));
  const word = fc.constantFrom('a', 'result', 'Response', 'responseError', 'error', `${create}Response`, 'details');
  /** A list of servers as deep as this in objects and arrays. */
  const buried = fc.tuple(leaf, fc.array(fc.tuple(word, fc.boolean()), { maxLength: 12 })).map(([list, path]) =>
    path.reduce<unknown>((inner, [name, isArray]) => (isArray ? [inner] : { [name]: inner }), {
      serverInstanceList: list,
    }),
  );
  const refusal = fc.constantFrom<object>(
    { responseError: api },
    { error: gateway },
    { Response: { responseError: api } },
    { [`${create}Response`]: api },
    { [`${create}Response`]: { responseError: api } },
  );
  const status = fc.constantFrom(200, 400, 401, 403, 404, 429);
  await fc.assert(
    fc.asyncProperty(
      refusal,
      buried,
      status,
      fc.boolean(),
      fc.boolean(),
      async (refused, list, code, isFirst, isMade) => {
        tally.runs++;
        const parts = isFirst ? { more: list, ...refused } : { ...refused, more: list };
        const body = JSON.stringify(isMade ? parts : refused);
        const received = { service: 'vserver', action: create, status: code, body, secrets: [] } as const;
        const error = await decoder.decode(received).then(
          () => assert.fail('an answer'),
          (thrown: unknown) => thrown,
        );
        assert.ok(error instanceof NcloudError);
        const isRight = error.outcome === (isMade ? 'unknown' : 'rejected');
        if (!isRight) tally.violations++;
        assert.ok(isRight, body);
      },
    ),
    { numRuns: 1_000 },
  );
  t.diagnostic(JSON.stringify(tally));
});

test('a depth of 5,000 beside a refusal is looked through', async () => {
  const body = `{"responseError":{"returnCode":"1"},"a":${'['.repeat(5_000)}{"serverInstanceList":[]}${']'.repeat(5_000)}}`;
  const received = { service: 'vserver', action: create, status: 400, body, secrets: [] } as const;
  await assert.rejects(new Decoder().decode(received), { name: 'ApiError', outcome: 'unknown' });
});

const inBodies: readonly (readonly [string, number, string])[] = [
  [
    'an answer',
    200,
    toJson(`${create}Response`, { ...success, totalRows: 1, serverInstanceList: [server(0)], requestId: 'body-1' }),
  ],
  ['a refusal', 400, JSON.stringify({ responseError: { ...api, requestId: 'body-1' } })],
  ['a refusal in XML', 400, toXml('responseError', { ...api, requestId: 'body-1' })],
  ['a refusal under the action', 200, JSON.stringify({ [`${create}Response`]: { ...api, requestId: 'body-1' } })],
  ['the gateway', 403, JSON.stringify({ error: { ...gateway, requestId: 'body-1' } })],
  ['the gateway, beside its envelope', 403, JSON.stringify({ requestId: 'body-1', error: gateway })],
];
const inHeaders: readonly (readonly [string, number, string])[] = [
  ['a refusal', 400, JSON.stringify({ responseError: api })],
  ['the gateway', 401, JSON.stringify({ error: gateway })],
  ['a signature that is refused', 401, JSON.stringify({ error: { errorCode: '200', message: 'no' } })],
  ['a web page', 502, '<html></html>'],
  ['an answer without one', 200, toJson(`${create}Response`, { ...success, serverInstanceList: made })],
];
for (const [from, cases] of [
  ['body', inBodies],
  ['header', inHeaders],
] as const) {
  for (const [name, status, body] of cases) {
    test(`NCP's number of the call is told by ${name}, from the ${from}, and reported`, async (t) => {
      const expected = from === 'body' ? 'body-1' : 'header-1';
      for (const header of ['x-ncp-apigw-request-id', 'X-NCP-Trace-Id']) {
        const reported: unknown[] = [];
        const { endpoint } = await serve(t, (response) =>
          response.writeHead(status, { [header]: 'header-1', date: new Date(0).toUTCString() }).end(body),
        );
        const client = new NcloudClient({
          endpoint,
          accessKey: 'access',
          secretKey: 'secret',
          onAttempt: ({ requestId }) => void reported.push(requestId),
        });
        const result = await client.call('vserver', create).catch((error: unknown) => error);
        assert.equal((result as { requestId?: string }).requestId, expected);
        assert.deepEqual(reported, [expected]);
      }
    });
  }
}

test('a number of the call that is no plain word is not told', async () => {
  const decoder = new Decoder();
  for (const requestId of [
    '',
    ' ',
    'a b',
    '[a](command:b)',
    '<b>',
    'x'.repeat(101),
    '../..\n',
    'S3CRETKEY',
    null,
    {},
    [],
  ]) {
    const body = JSON.stringify({ responseError: { ...api, requestId } });
    const received = { service: 'vserver', action: create, status: 400, body, secrets: ['S3CRETKEY'] } as const;
    const error: unknown = await decoder.decode(received).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof NcloudError);
    assert.equal(error.requestId, undefined, JSON.stringify(requestId));
  }
});
