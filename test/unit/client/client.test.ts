// What a client sends and gives back, over a real server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { BadAnswerError, NcloudClient, NcloudError, NotSentError, sign } from '../../../src/client';
import { type Handler, serve, serveTcp } from '../../support/fault-server';
import { serverAnswer, toJson, toXml } from './answers';
import { accessKey, bench, create, createBody, listBody, listServers, refuse, secretKey } from './bench';

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

test('a report that breaks does not cost the answer', async (t) => {
  const onAttempt = () => {
    throw new Error('log');
  };
  const here = await bench(t, (response) => response.end(createBody), { onAttempt });
  assert.equal(((await create(here)).serverInstanceList as unknown[]).length, 1);
  assert.equal(here.asked.length, 1);
});

test('a report tells how long an attempt took, and no number of a call that has none', async (t) => {
  let body = createBody.replace(/"requestId":\s*"[^"]*",?/, '');
  const here = await bench(t, (response) => void setTimeout(() => response.end(body), 20));
  const started = performance.now();
  await create(here);
  body = '{}';
  await assert.rejects(create(here), { reason: 'wrong-root' });
  const longest = performance.now() - started;
  assert.deepEqual(
    here.attempts.map((attempt) => Object.keys(attempt).sort().join()),
    ['action,attempt,ms,operation,service,status', 'action,attempt,code,ms,operation,service,status'],
  );
  for (const { ms } of here.attempts) assert.ok(ms >= 15 && ms <= longest, `${ms} of ${longest}`);
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
