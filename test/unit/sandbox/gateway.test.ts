import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sign } from '../../../src/client/sign';
import { ask, get, post, sandboxFor, send, signatureOf, signedHeaders } from './support';

const target = '/vserver/v2/getRegionList';
const missing =
  '{"error":{"errorCode":"200","message":"Authentication Failed","details":"Authentication information are missing."}}';
const invalid =
  '{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid authentication information."}}';

test('keys are of the real length and visibly fake', async (t) => {
  const sandbox = await sandboxFor(t);
  assert.match(sandbox.accessKey, /^SANDBOX[A-Z0-9]{13}$/);
  assert.match(sandbox.secretKey, /^SANDBOX[A-Z0-9]{33}$/);
  const other = await sandboxFor(t);
  assert.notEqual(sandbox.secretKey, other.secretKey);
  assert.match(sandbox.endpoint, /^http:\/\/127\.0\.0\.1:\d+$/);
});

test('each missing header is told as missing', async (t) => {
  const sandbox = await sandboxFor(t);
  const headers = signedHeaders(sandbox, 'GET', target);
  for (const name of Object.keys(headers)) {
    const rest = Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
    const reply = await send(sandbox, 'GET', target, rest);
    assert.equal(reply.status, 401);
    assert.equal(reply.body, missing);
  }
});

test('a wrong key, secret, method, path or time is invalid', async (t) => {
  const sandbox = await sandboxFor(t);
  const good = signedHeaders(sandbox, 'GET', target);
  const now = good['x-ncp-apigw-timestamp'];
  const wrong = [
    { ...good, 'x-ncp-iam-access-key': 'SANDBOXAAAAAAAAAAAAA' },
    { ...good, 'x-ncp-apigw-signature-v2': signatureOf('GET', target, now, sandbox.accessKey, 'other') },
    { ...good, 'x-ncp-apigw-signature-v2': 'x' },
    { ...good, 'x-ncp-apigw-timestamp': String(Number(now) + 1) },
    signedHeaders(sandbox, 'POST', target),
    signedHeaders(sandbox, 'GET', `${target}?responseFormatType=json`),
    signedHeaders(sandbox, 'GET', target, Date.now() - 5 * 60_000),
    signedHeaders(sandbox, 'GET', target, Date.now() + 5 * 60_000 + 2000),
  ];
  for (const headers of wrong) {
    const reply = await send(sandbox, 'GET', target, headers);
    assert.equal(reply.status, 401);
    assert.equal(reply.body, invalid);
  }
});

test('a genuine signature is taken under both header names and within five minutes', async (t) => {
  const sandbox = await sandboxFor(t);
  const headers = signedHeaders(sandbox, 'GET', target, Date.now() - 4 * 60_000);
  assert.equal((await send(sandbox, 'GET', target, headers)).status, 200);
  const { 'x-ncp-apigw-signature-v2': signature, ...rest } = headers;
  const older = { ...rest, 'x-ncp-apigw-signature-v1': signature };
  assert.equal((await send(sandbox, 'GET', target, older)).status, 200);
});

test('the query is signed byte for byte and the form is not signed', async (t) => {
  const sandbox = await sandboxFor(t);
  const reply = await get(sandbox, 'vserver', 'getServerInstanceList', 'serverName=demo%2Dweb&responseFormatType=json');
  assert.equal(JSON.parse(reply.body).getServerInstanceListResponse.totalRows, 1);
  const moved = '/vserver/v2/getServerInstanceList?serverName=demo-web&responseFormatType=json';
  const signedOtherwise = signedHeaders(sandbox, 'GET', moved.replace('demo-web', 'demo%2Dweb'));
  assert.equal((await send(sandbox, 'GET', moved, signedOtherwise)).status, 401);
});

test('the product signs as this test does', () => {
  const input = { method: 'POST', url: target, timestamp: '1700000000000', accessKey: 'A', secretKey: 'S' };
  assert.equal(sign(input), signatureOf('POST', target, '1700000000000', 'A', 'S'));
});

test('clock differences follow the given wall clock, and Date tells it', async (t) => {
  const ahead = Date.now() + 6 * 60_000;
  const sandbox = await sandboxFor(t, { now: () => ahead });
  const reply = await send(sandbox, 'GET', target, signedHeaders(sandbox, 'GET', target));
  assert.equal(reply.status, 401);
  assert.equal(Math.floor(Date.parse(reply.headers.date ?? '') / 1000), Math.floor(ahead / 1000));
  assert.equal((await send(sandbox, 'GET', target, signedHeaders(sandbox, 'GET', target, ahead))).status, 200);
});

test('moving the world ahead does not spoil signatures', async (t) => {
  const sandbox = await sandboxFor(t);
  sandbox.advance(60 * 60_000);
  assert.equal((await ask(sandbox, 'vserver', 'getRegionList')).totalRows, 3);
});

test('unknown paths, actions and methods get the gateway envelope', async (t) => {
  const sandbox = await sandboxFor(t);
  for (const [method, path] of [
    ['GET', '/nowhere'],
    ['GET', '/vserver/v2/frobnicate'],
    ['POST', '/vpc/v2/createVpc'],
    ['DELETE', target],
    ['GET', '/vserver/v2/__proto__'],
  ] as const) {
    const reply = await send(sandbox, method, path, signedHeaders(sandbox, method, path));
    assert.equal(reply.status, 404);
    assert.deepEqual(JSON.parse(reply.body), {
      error: {
        errorCode: '300',
        message: 'Not Found Exception',
        details: `The sandbox does not simulate ${method} ${path}.`,
      },
    });
  }
});

test('only local clients that are not web pages are answered', async (t) => {
  const sandbox = await sandboxFor(t);
  const { port } = new URL(sandbox.endpoint);
  const headers = signedHeaders(sandbox, 'GET', target);
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:1`]) {
    assert.equal((await send(sandbox, 'GET', target, { ...headers, host })).status, 403);
  }
  const fromPage = await send(sandbox, 'GET', target, { ...headers, origin: sandbox.endpoint });
  assert.equal(fromPage.status, 403);
  const preflight = await send(sandbox, 'OPTIONS', target, { origin: 'https://evil.example' });
  assert.equal(preflight.status, 403);
  assert.deepEqual(
    Object.keys(preflight.headers).filter((name) => name.startsWith('access-control')),
    [],
  );
  const local = await send(sandbox, 'GET', target, { ...headers, host: `localhost:${port}` });
  assert.equal(local.status, 200);
  assert.equal(sandbox.requests.length, 1);
});

test('a body beyond 4 MB is too large, the largest init script with every byte escaped is not', async (t) => {
  const sandbox = await sandboxFor(t);
  const path = '/vserver/v2/createInitScript';
  const headers = () => signedHeaders(sandbox, 'POST', path);
  const big = await send(sandbox, 'POST', path, headers(), `initScriptContent=${'a'.repeat(5 * 1024 * 1024)}`);
  assert.equal(big.status, 413);
  assert.equal(big.body, '{"error":{"errorCode":"430","message":"Request Entity Too Large","details":""}}');
  const fits = await send(sandbox, 'POST', path, headers(), `initScriptContent=${'%61'.repeat(1024 * 1024)}`);
  assert.equal(fits.status, 200);
});

test('requests are on record, genuine or not', async (t) => {
  const sandbox = await sandboxFor(t);
  await ask(sandbox, 'vpc', 'getVpcList');
  await send(sandbox, 'GET', '/server/v2/getZoneList', {});
  await post(sandbox, 'billing', 'getProductPriceList', { regionCode: 'KR' });
  assert.deepEqual(
    sandbox.requests.map(({ service, action }) => `${service}/${action}`),
    ['vpc/getVpcList', 'server/getZoneList', 'billing/getProductPriceList'],
  );
});

test('a stopped sandbox frees its port', async (t) => {
  const sandbox = await sandboxFor(t);
  await sandbox.stop();
  const again = await sandboxFor(t, { port: Number(new URL(sandbox.endpoint).port) });
  assert.equal(again.endpoint, sandbox.endpoint);
});
