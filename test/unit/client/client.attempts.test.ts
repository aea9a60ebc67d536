// How often a client sends a call, and by which clock.
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { type Attempt, GatewayError, NcloudClient, NcloudError, sign } from '../../../src/client';
import { closedPort } from '../../support/fault-server';
import { accessKey, bench, create, createBody, listBody, listServers, refuse, secretKey, strictClock } from './bench';

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
