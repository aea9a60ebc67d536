// Faults of our own on the way to the network.
import assert from 'node:assert/strict';
import http from 'node:http';
import https from 'node:https';
import { test } from 'node:test';
import tls from 'node:tls';
import fc from 'fast-check';
import { NcloudClient } from '../../../src/client';
import { checkedProxy } from '../../../src/client/proxy';
import { serveTls } from '../../support/tls';
import { certificate, keys, openssl, send } from './post';

test('whatever is thrown on the way to the network, and wherever, is a fault of our own', async () => {
  const places = { http, https, tls };
  const proxy = checkedProxy('http://127.0.0.1:9');
  const codes = fc.constantFrom(undefined, 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPROTO', 'HPE_X', 'ERR_X');
  const where = fc.constantFrom('https.request', 'http.request', 'tls.createSecureContext', 'headers');
  await fc.assert(
    fc.asyncProperty(where, codes, async (place, code) => {
      const thrower = (): never => {
        throw Object.assign(new TypeError('ours'), code === undefined ? {} : { code });
      };
      const [module = '', name = ''] = place.split('.');
      const target = places[module as keyof typeof places];
      const kept = target && Reflect.get(target, name);
      if (target) Object.assign(target, { [name]: thrower });
      try {
        const headers = Object.defineProperty({}, 'x', { enumerable: true, get: target ? () => 'x' : thrower });
        const result = await send({ headers, proxy });
        assert.deepEqual(result, { kind: 'failure', code: code ?? 'TypeError', phase: 'own' }, place);
      } finally {
        if (target) Object.assign(target, { [name]: kept });
      }
    }),
    { numRuns: 100 },
  );
});

test('a fault of our own while a request is underway: it does not leave later', openssl, async (t) => {
  const { port, commits } = await serveTls(t, certificate, (response) => response.end('{}'));
  const { request } = https;
  t.after(() => Object.assign(https, { request }));
  const breaking = (...args: Parameters<typeof request>) => {
    const underway = request(...args);
    const { end } = underway;
    underway.end = (...body: unknown[]) => {
      Reflect.apply(end, underway, body);
      throw new TypeError('ours');
    };
    return underway;
  };
  Object.assign(https, { request: breaking });
  const result = await send({ url: `https://127.0.0.1:${port}/` });
  assert.deepEqual(result, { kind: 'failure', code: 'TypeError', phase: 'own' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(commits.length, 0);
});

test('a fault of our own is told as that, once, and is not tried again', async (t) => {
  const bad = await send({ headers: { 'bad name': 'x' } });
  assert.deepEqual(bad, { kind: 'failure', code: 'ERR_INVALID_HTTP_TOKEN', phase: 'own' });
  const { request } = https;
  let tries = 0;
  const broken = () => {
    tries += 1;
    throw new TypeError('ours');
  };
  t.after(() => Object.assign(https, { request }));
  Object.assign(https, { request: broken });
  const client = new NcloudClient({ ...keys, pause: async () => undefined });
  await assert.rejects(client.call('vserver', 'getServerInstanceList'), {
    name: 'NotSentError',
    reason: 'own-fault',
    outcome: 'rejected',
    code: 'TypeError',
  });
  assert.equal(tries, 1);
});
