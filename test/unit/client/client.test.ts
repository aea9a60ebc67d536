import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { inspect } from 'node:util';
import {
  type Attempt,
  BadAnswerError,
  GatewayError,
  NcloudClient,
  NcloudError,
  NotSentError,
  sign,
} from '../../../src/client';
import { closedPort, type Handler, serve, serveTcp } from '../../support/fault-server';
import { serverAnswer, toJson, toXml } from './answers';
import { accessKey, bench, create, createBody, listBody, listServers, refuse, secretKey, strictClock } from './bench';

test('a call is a signed POST of a form; the answer comes without its envelope', async (t) => {
  const here = await bench(t, (response) => response.end(listBody));
  const answer = await here.client.call('vserver', 'getServerInstanceList', { regionCode: 'KR', vpcNo: '' });
  assert.deepEqual([answer.returnCode, answer.returnMessage, answer.totalRows], ['0', 'success', 2]);
  const [request] = here.asked;
  assert.equal(request?.url, '/vserver/v2/getServerInstanceList');
  assert.equal(request?.body, 'responseFormatType=json&regionCode=KR');
  const timestamp = String(request?.headers['x-ncp-apigw-timestamp']);
  assert.ok(Math.abs(Number(timestamp) - Date.now()) < 5_000);
  assert.equal(request?.headers['x-ncp-iam-access-key'], accessKey);
  const expected = sign({ method: 'POST', url: request?.url ?? '', timestamp, accessKey, secretKey });
  assert.equal(request?.headers['x-ncp-apigw-signature-v2'], expected);
  const [attempt] = here.attempts;
  assert.deepEqual(
    { ...attempt, operation: '', ms: 0 },
    {
      operation: '',
      service: 'vserver',
      action: 'getServerInstanceList',
      attempt: 1,
      ms: 0,
      status: 200,
      requestId: answer.requestId,
    },
  );
});

test('XML is asked for on demand and gives the same answer', async (t) => {
  const xml = toXml('getServerInstanceListResponse', serverAnswer(2));
  const here = await bench(t, (response, { body }) =>
    response.end(body.startsWith('responseFormatType=xml') ? xml : listBody),
  );
  const rows = await here.client.list('vserver', 'getServerInstanceList', {}, { format: 'xml' });
  assert.deepEqual(rows, await here.client.list('vserver', 'getServerInstanceList'));
});

test('price look-ups go to the billing endpoint, or else to the endpoint', async (t) => {
  const body = '{"getProductPriceListResponse":{"returnCode":"0","totalRows":0,"productPriceList":[]}}';
  const billing = await serve(t, (response) => response.end(body));
  const here = await bench(t, (response) => response.end(body), { billingEndpoint: billing.endpoint });
  await here.client.list('billing', 'getProductPriceList', { regionCode: 'KR' });
  assert.equal(here.asked.length, 0);
  assert.equal(billing.asked[0]?.url, '/billing/v1/product/getProductPriceList');
  const alone = await bench(t, (response) => response.end(body));
  await alone.client.list('billing', 'getProductPriceList', { regionCode: 'KR' });
  assert.equal(alone.asked.length, 1);
});

test('a read is sent three times, each with a timestamp and signature of its own', async (t) => {
  let now = Date.now();
  const here = await bench(t, (response) => refuse(response, 503, '500'), { now: () => now++ });
  await assert.rejects(listServers(here), (error) => error instanceof GatewayError && error.errorCode === '500');
  assert.equal(here.asked.length, 3);
  assert.equal(new Set(here.asked.map(({ headers }) => headers['x-ncp-apigw-timestamp'])).size, 3);
  for (const { url, headers } of here.asked) {
    const timestamp = String(headers['x-ncp-apigw-timestamp']);
    assert.equal(headers['x-ncp-apigw-signature-v2'], sign({ method: 'POST', url, timestamp, accessKey, secretKey }));
  }
  assert.equal(new Set(here.attempts.map(({ operation }) => operation)).size, 1);
  assert.deepEqual(
    here.attempts.map(({ attempt, status, code }) => [attempt, status, code]),
    [
      [1, 503, '500'],
      [2, 503, '500'],
      [3, 503, '500'],
    ],
  );
  assert.equal(here.waits.length, 2);
});

test('a read that works on the second attempt is answered', async (t) => {
  const here = await bench(t, (response, _, count) => {
    if (count === 1) response.destroy();
    else response.end(listBody);
  });
  assert.equal((await listServers(here)).length, 2);
  assert.equal(here.asked.length, 2);
});

const answers: readonly (readonly [string, (response: ServerResponse) => void, number, 'rejected' | 'unknown'])[] = [
  ['reset', (response) => response.destroy(), 3, 'unknown'],
  ['503/500', (response) => refuse(response, 503, '500'), 3, 'unknown'],
  ['504/510', (response) => refuse(response, 504, '510'), 3, 'unknown'],
  ['500/900', (response) => refuse(response, 500, '900'), 3, 'unknown'],
  ['502 with a page', (response) => response.writeHead(502).end('<html>bad gateway</html>'), 3, 'unknown'],
  ['500/1300', (response) => response.writeHead(500).end('{"responseError":{"returnCode":"1300"}}'), 3, 'unknown'],
  ['429/410', (response) => refuse(response, 429, '410'), 3, 'rejected'],
  ['429/420', (response) => refuse(response, 429, '420'), 3, 'rejected'],
  ['429/400', (response) => refuse(response, 429, '400'), 1, 'rejected'],
  ['400/100', (response) => refuse(response, 400, '100'), 1, 'rejected'],
  ['401/200', (response) => refuse(response, 401, '200'), 1, 'rejected'],
  ['401/210', (response) => refuse(response, 401, '210'), 1, 'rejected'],
  ['404/300', (response) => refuse(response, 404, '300'), 1, 'rejected'],
  ['413/430', (response) => refuse(response, 413, '430'), 1, 'rejected'],
  ['407', (response) => response.writeHead(407).end(), 1, 'unknown'],
  ['400 refusal', (response) => response.writeHead(400).end('{"responseError":{"returnCode":"10712"}}'), 1, 'rejected'],
  ['200 refusal', (response) => response.end('{"responseError":{"returnCode":"10712"}}'), 1, 'rejected'],
  ['200 with error', (response) => response.end('{"error":{"errorCode":"210"}}'), 1, 'rejected'],
  ['302', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), 1, 'unknown'],
  ['404 with a page', (response) => response.writeHead(404).end('<html></html>'), 1, 'unknown'],
  ['an empty 200', (response) => response.end(), 1, 'unknown'],
  ['a page', (response) => response.end('<!doctype html><p>Sign in'), 1, 'unknown'],
  ['another root', (response) => response.end('{"xResponse":{"returnCode":"0"}}'), 1, 'unknown'],
];
for (const [name, handler, reads, outcome] of answers) {
  test(`${name}: a read is sent ${reads} times, a create and a stop once; ${outcome}`, async (t) => {
    const reading = await bench(t, handler);
    await assert.rejects(listServers(reading), (error) => error instanceof NcloudError && error.outcome === outcome);
    assert.equal(reading.asked.length, reads);
    const creating = await bench(t, handler);
    await assert.rejects(create(creating), (error) => error instanceof NcloudError && error.outcome === outcome);
    assert.equal(creating.asked.length, 1);
    const stopping = await bench(t, handler);
    await assert.rejects(stopping.client.call('vserver', 'stopServerInstances', { serverInstanceNoList: ['1'] }), {
      outcome,
    });
    assert.equal(stopping.asked.length, 1);
    const unknown = await bench(t, handler);
    await assert.rejects(unknown.client.call('vserver', 'getSomethingNew'), { outcome });
    assert.equal(unknown.asked.length, 1);
  });
}

test('what cannot be reached is tried again by a read only', async () => {
  const attempts: Attempt[] = [];
  const endpoint = `http://127.0.0.1:${await closedPort()}`;
  const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
  const client = new NcloudClient({ endpoint, accessKey, secretKey, pause: async () => undefined, onAttempt });
  await assert.rejects(client.list('vserver', 'getServerInstanceList'), { name: 'NotSentError', reason: 'refused' });
  assert.deepEqual(
    attempts.map(({ code, status }) => [code, status]),
    Array(3).fill(['ECONNREFUSED', undefined]),
  );
  await assert.rejects(client.call('vserver', 'createServerInstances'), { outcome: 'rejected' });
  assert.equal(attempts.length, 4);
});

test('Retry-After is obeyed up to 30 s', async (t) => {
  const headers = ['2', '86400', 'abc'];
  const here = await bench(t, (response, _, count) =>
    refuse(response, 429, '410', { 'retry-after': headers[(count - 1) % 3] ?? '' }),
  );
  await assert.rejects(listServers(here));
  assert.deepEqual(here.waits, [2_000, 30_000]);
  const nonsense = await bench(t, (response) => refuse(response, 429, '410', { 'retry-after': '-1' }));
  await assert.rejects(listServers(nonsense));
  assert.ok((nonsense.waits[0] ?? 9e9) <= 1_000 && (nonsense.waits[1] ?? 9e9) <= 2_000);
});

test('in a long outage the calls of a client share one budget of retries', async (t) => {
  const here = await bench(t, (response) => refuse(response, 503, '500'));
  for (let call = 0; call < 60; call++) await assert.rejects(listServers(here));
  assert.equal(here.asked.length, 60 + 35);
});

test('a create is answered only with the number of each server', async (t) => {
  const whole = await bench(t, (response) => response.end(createBody));
  assert.equal(((await create(whole)).serverInstanceList as unknown[]).length, 1);
  const lists = ['[]', '[{}]', '[{"serverInstanceNo":""}]', '[{"serverInstanceNo":"1"},{"serverName":"x"}]'];
  for (const list of lists) {
    const body = `{"createServerInstancesResponse":{"returnCode":"0","totalRows":1,"serverInstanceList":${list}}}`;
    const here = await bench(t, (response) => response.end(body));
    await assert.rejects(create(here), { reason: 'no-instance-number', outcome: 'unknown' });
  }
});

for (const minutes of [6, -6, 60, -60]) {
  test(`a clock that is ${minutes} min off is corrected for a read, at once and for good`, async (t) => {
    const here = await bench(t, strictClock(minutes * 60_000));
    assert.equal((await listServers(here)).length, 2);
    assert.equal(here.asked.length, 2);
    assert.deepEqual(here.waits, []);
    await listServers(here);
    assert.equal(here.asked.length, 3);
    await create(here);
    assert.equal(here.asked.length, 4);
  });

  test(`a create with a clock that is ${minutes} min off is not sent again and says why`, async (t) => {
    const here = await bench(t, strictClock(minutes * 60_000));
    await assert.rejects(create(here), (error) => {
      assert.ok(error instanceof GatewayError);
      assert.equal(error.outcome, 'rejected');
      assert.ok(Math.abs((error.clockOffset ?? 0) - minutes * 60_000) < 3_000);
      assert.match(
        error.message,
        new RegExp(`clock of this computer is ${Math.abs(minutes)} min ${minutes > 0 ? 'behind' : 'ahead'}`),
      );
      return true;
    });
    assert.equal(here.asked.length, 1);
    await create(here);
    assert.equal(here.asked.length, 2);
  });
}

test('a clock that is 4 min off works, and without a usable date nothing is corrected', async (t) => {
  const close = await bench(t, strictClock(230_000));
  await listServers(close);
  assert.equal(close.asked.length, 1);
  for (const headers of [{ age: '3' }, { date: 'garbage' }]) {
    const here = await bench(t, strictClock(360_000, headers as Record<string, string>));
    await assert.rejects(
      listServers(here),
      (error) => error instanceof GatewayError && error.clockOffset === undefined,
    );
    assert.equal(here.asked.length, 1);
  }
});

test('wrong keys with a right clock are refused once, and a corrected clock is not corrected for ever', async (t) => {
  const here = await bench(t, (response) =>
    refuse(response, 401, '200', { date: new Date(Date.now() + 360_000).toUTCString() }),
  );
  await assert.rejects(listServers(here), { errorCode: '200' });
  assert.equal(here.asked.length, 2);
});

test('a refusal that is not of the signature teaches no time', async (t) => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  for (const [status, code] of [
    [401, '210'],
    [403, '200'],
    [429, '410'],
    [503, '500'],
  ] as const) {
    const here = await bench(t, (response, _, count) => {
      response.sendDate = false;
      if (count <= 3) refuse(response, status, code, { date });
      else response.end(createBody);
    });
    while (here.asked.length < 3) await assert.rejects(listServers(here));
    await create(here);
    for (const { headers } of here.asked) {
      assert.ok(Math.abs(Number(headers['x-ncp-apigw-timestamp']) - Date.now()) < 60_000, `${status}/${code}`);
    }
  }
});

test('a slow answer ends at the deadline of its class', async (t) => {
  const port = await serveTcp(t, (socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
      const timer = setInterval(() => socket.write(' '), 30);
      socket.on('close', () => clearInterval(timer));
    });
  });
  const deadlines = { read: 200, mutation: 400 };
  const client = new NcloudClient({ endpoint: `http://127.0.0.1:${port}`, accessKey, secretKey, deadlines });
  for (const [action, limit] of [
    ['getServerInstanceList', 200],
    ['createServerInstances', 400],
  ] as const) {
    const start = performance.now();
    await assert.rejects(client.call('vserver', action), { reason: 'deadline', outcome: 'unknown' });
    const took = performance.now() - start;
    assert.ok(took >= limit - 20 && took < limit + 200, `${took}`);
  }
});

test('a cancelled call stops, also while it waits for its next attempt', async (t) => {
  const here = await bench(t, (response) => refuse(response, 429, '410', { 'retry-after': '20' }), {
    pause: undefined as never,
  });
  const { client } = here;
  const start = performance.now();
  const signal = AbortSignal.timeout(100);
  await assert.rejects(client.list('vserver', 'getServerInstanceList', {}, { signal }), { reason: 'cancelled' });
  assert.ok(performance.now() - start < 1_000);
  assert.equal(here.asked.length, 1);
});

test('all rows are read, by pages when the first answer is short, and all pages but the last twice', async (t) => {
  const rows = Array.from({ length: 25 }, (_, index) => ({ serverInstanceNo: String(index + 1) }));
  const here = await bench(t, (response, { body }) => {
    const form = new URLSearchParams(body);
    const size = Math.min(10, Number(form.get('pageSize') ?? 10));
    const page = Math.max(1, Number(form.get('pageNo') ?? 1));
    const list = rows.slice((page - 1) * size, page * size);
    response.end(toJson('getServerInstanceListResponse', { returnCode: '0', totalRows: 25, serverInstanceList: list }));
  });
  const read = await here.client.list('vserver', 'getServerInstanceList', { regionCode: 'KR', pageNo: 3, pageSize: 1 });
  assert.deepEqual(
    read.map(({ serverInstanceNo }) => serverInstanceNo),
    rows.map(({ serverInstanceNo }) => serverInstanceNo),
  );
  assert.deepEqual(
    here.asked.map(({ body }) => body),
    [
      'responseFormatType=json&regionCode=KR',
      ...['1&pageSize=1000', '2&pageSize=10', '3&pageSize=10', '1&pageSize=1000', '2&pageSize=10'].map(
        (page) => `responseFormatType=json&sortedBy=serverInstanceNo&sortingOrder=ASC&regionCode=KR&pageNo=${page}`,
      ),
    ],
  );
});

test('a list that is not complete is an error, never a shorter list', async (t) => {
  const write = (total: unknown, count: number) =>
    toJson('getServerInstanceListResponse', { ...serverAnswer(count), totalRows: total });
  const servers: readonly Handler[] = [
    (response) => response.end(write(3, 2)),
    (response) => response.end(write(1, 2)),
    (response) => response.end(write(1, 0)),
    (response) => response.end(write(undefined, 2)),
    (response, { body }) => response.end(body.includes('pageNo=2') ? write(4, 2) : write(3, 2)),
    (response, { body }) => response.end(body.includes('pageNo=2') ? write(4, 1) : write(4, 2)),
  ];
  for (const [index, handler] of servers.entries()) {
    const here = await bench(t, handler);
    await assert.rejects(
      listServers(here),
      (error) => error instanceof BadAnswerError && error.reason === 'incomplete-list',
      `${index}`,
    );
  }
});

test('services, actions and parameters that cannot be are not sent', async (t) => {
  const here = await bench(t, (response) => response.end(listBody));
  const calls = [
    here.client.call('storage' as never, 'getServerInstanceList'),
    here.client.call('vserver', '../vpc/v2/deleteVpc'),
    here.client.call('vserver', 'getServerInstanceList?x=1'),
    here.client.call('vserver', ''),
    here.client.call('vserver', 'getServerInstanceList', { a: Number.NaN }),
  ];
  for (const call of calls) await assert.rejects(call, (error) => error instanceof NotSentError);
  assert.equal(here.asked.length, 0);
});

test('a create opens a connection of its own, reads share one', async (t) => {
  const ports = new Set<unknown>();
  const here = await bench(t, (response, { url }) => {
    ports.add(response.socket?.remotePort);
    response.end(url.endsWith('List') ? listBody : createBody);
  });
  await listServers(here);
  await listServers(here);
  assert.equal(ports.size, 1);
  await create(here);
  assert.equal(ports.size, 2);
});

test('the clock of a proxy that asks for a sign-in is not believed', async (t) => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  const here = await bench(t, (response, _, count) => {
    if (count === 1) response.writeHead(407, { date }).end();
    else response.end(listBody);
  });
  await assert.rejects(listServers(here), { reason: 'proxy-sign-in' });
  await listServers(here);
  assert.ok(Math.abs(Number(here.asked[1]?.headers['x-ncp-apigw-timestamp']) - Date.now()) < 60_000);
});

test('a report that breaks does not cost the answer', async (t) => {
  const onAttempt = () => {
    throw new Error('log');
  };
  const here = await bench(t, (response) => response.end(createBody), { onAttempt });
  assert.equal(((await create(here)).serverInstanceList as unknown[]).length, 1);
  assert.equal(here.asked.length, 1);
});

test('short keys do not disturb the answer', async (t) => {
  const here = await bench(t, (response) => response.end(listBody), { accessKey: '0', secretKey: 's' });
  assert.equal((await here.client.call('vserver', 'getServerInstanceList')).returnMessage, 'success');
});

test('a proxy is used for NAVER Cloud and never for this computer', async (t) => {
  const seen: string[] = [];
  const port = await serveTcp(t, (socket) => {
    socket.on('data', (data) => {
      seen.push(String(data));
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
  });
  const proxy = `http://127.0.0.1:${port}`;
  const here = await bench(t, (response) => response.end(listBody), { proxy });
  await listServers(here);
  assert.equal(seen.length, 0);
  const away = new NcloudClient({ endpoint: 'https://ncloud.apigw.ntruss.com', accessKey, secretKey, proxy });
  await assert.rejects(away.list('vserver', 'getServerInstanceList'), {
    name: 'NotSentError',
    reason: 'proxy-sign-in',
    code: '407',
  });
  assert.equal(seen.length, 1);
  assert.doesNotMatch(seen.join(), /CANARY|x-ncp/i);
});

test('no secret is in the client, in an error or in a report', async (t) => {
  const password = 'CANARYPASSWORD';
  const script = 'CANARY-SCRIPT-BODY';
  const echo: Handler = (response, { headers, body }) => {
    const message = JSON.stringify(headers) + decodeURIComponent(body);
    response.writeHead(400).end(JSON.stringify({ responseError: { returnCode: '1', returnMessage: message } }));
  };
  const gatewayEcho: Handler = (response, { headers }) => {
    const details = String(headers['x-ncp-apigw-signature-v2']);
    response.writeHead(401).end(JSON.stringify({ error: { errorCode: '200', message: accessKey, details } }));
  };
  const handlers: readonly Handler[] = [
    echo,
    gatewayEcho,
    (response) => response.destroy(),
    (response, { headers }) => response.end(JSON.stringify(headers)),
    (response, { body }) => response.writeHead(500).end(body),
  ];
  for (const handler of handlers) {
    const here = await bench(t, handler);
    const params = {
      initScriptContent: script,
      userData: script,
      privateKey: password,
      blockStorageList: [{ password }],
    };
    const error = await here.client.call('vserver', 'createInitScript', params).catch((thrown) => thrown);
    assert.ok(error instanceof NcloudError);
    const signature = String(here.asked[0]?.headers['x-ncp-apigw-signature-v2']);
    const sinks = [here.client, error, here.attempts].flatMap((thing) => [
      inspect(thing, { depth: null, showHidden: true }),
      JSON.stringify(thing),
      String(thing),
    ]);
    sinks.push(String(error.stack));
    for (const sink of sinks) {
      assert.doesNotMatch(sink, /CANARY/);
      assert.ok(!sink.includes(signature));
    }
  }
});
