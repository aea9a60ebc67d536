// What a call through a proxy ends in, and how often it was carried out, over real sockets and real TLS.
import assert from 'node:assert/strict';
import https from 'node:https';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import HttpsProxyAgent from 'https-proxy-agent';
import { NcloudClient, NcloudError, NotSentError, type NotSentReason } from '../../../src/client';
import { failureError } from '../../../src/client/failure';
import type { Failure, Post } from '../../../src/client/http';
import { checkedProxy } from '../../../src/client/proxy';
import { type OnConnect, serveProxy, through } from '../../support/proxy';
import { serveTls } from '../../support/tls';
import { serverAnswer, toJson } from './answers';
import { certificate, host, keys, openssl, send } from './post';

/**
 * Does to https what an editor does: any agent is thrown away for one that knows the proxy, and a refusal of the proxy
 * is played to the caller as an answer.
 */
async function inEditor<T>(port: number, run: () => Promise<T>): Promise<T> {
  const { request } = https;
  const agent = HttpsProxyAgent(`http://127.0.0.1:${port}`) as unknown as https.Agent;
  const patched = (options: https.RequestOptions, answered: Parameters<typeof request>[1]) =>
    request({ ...options, agent }, answered as never);
  Object.assign(https, { request: patched });
  try {
    return await run();
  } finally {
    Object.assign(https, { request });
  }
}

/** The two ways to a proxy: the client's own and an editor's. */
const ways = {
  'of its own': (port: number, more: Partial<Post> = {}) =>
    send({ proxy: checkedProxy(`http://127.0.0.1:${port}`), ...more }),
  'of an editor': (port: number, more: Partial<Post> = {}) => inEditor(port, () => send(more)),
};

const answer =
  (status: number, more = '\r\n'): OnConnect =>
  (socket) =>
    socket.end(`HTTP/1.1 ${status} X\r\n${more}`);
const then =
  (next: (socket: Socket) => void): OnConnect =>
  (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.once('data', () => next(socket));
  };
const page = 'Content-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>';

/** What the proxy does, what the call ends in, and whether only the deadline can end it. */
interface Row {
  readonly does: string;
  readonly onConnect: OnConnect;
  readonly reason: NotSentReason;
  readonly code?: string;
  readonly isStall?: boolean;
}

const statuses = [100, 201, 204, 301, 302, 307, 400, 401, 403, 404, 405, 407, 413, 429, 500, 501, 502, 503, 504, 599];
const refusals: readonly Row[] = [
  ...statuses.flatMap((status): Row[] => {
    const reason = status === 407 ? 'proxy-sign-in' : 'proxy-refused';
    return [
      { does: `answers ${status}`, onConnect: answer(status), reason, code: String(status) },
      { does: `answers ${status} with a page`, onConnect: answer(status, page), reason, code: String(status) },
    ];
  }),
  {
    does: 'answers 200 with a page at once',
    onConnect: answer(200, page),
    reason: 'proxy-refused',
    code: '200',
  },
  { does: 'answers with garbage', onConnect: (socket) => socket.end('garbage\r\n\r\n'), reason: 'proxy-refused' },
  { does: 'answers with a bare page', onConnect: (socket) => socket.end('<html>\r\n\r\n'), reason: 'proxy-refused' },
  { does: 'is a server of SSH', onConnect: (socket) => socket.end('SSH-2.0-x\r\n'), reason: 'proxy-refused' },
  { does: 'stops in its head', onConnect: (socket) => socket.end('HTTP/1.1 200 OK\r\nA: '), reason: 'unreachable' },
  { does: 'closes', onConnect: (socket) => socket.end(), reason: 'unreachable' },
  { does: 'breaks off', onConnect: (socket) => socket.resetAndDestroy(), reason: 'unreachable' },
  { does: 'stalls', onConnect: () => undefined, reason: 'connect-deadline', isStall: true },
  { does: 'opens and closes', onConnect: then((socket) => socket.end()), reason: 'unreachable' },
  { does: 'opens and breaks off', onConnect: then((socket) => socket.resetAndDestroy()), reason: 'unreachable' },
  { does: 'opens and stalls', onConnect: then(() => undefined), reason: 'connect-deadline', isStall: true },
  { does: 'opens to no TLS', onConnect: then((socket) => socket.end('no TLS')), reason: 'certificate' },
  {
    does: 'opens and sends a page',
    onConnect: then((socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')),
    reason: 'certificate',
  },
];

test('a proxy that opens no way: whatever it answers, nothing was sent, and only a stall waits for the deadline', async (t) => {
  const told = new Map<string, number>();
  for (const { does, onConnect, reason, code, isStall } of refusals) {
    const { port, asked } = await serveProxy(t, onConnect);
    for (const [way, go] of Object.entries(ways)) {
      const started = performance.now();
      const failure = await go(port);
      const took = performance.now() - started;
      assert.ok(failure.kind === 'failure', `${does}, ${way}`);
      const error = failureError(failure);
      assert.deepEqual([error.name, error.outcome], ['NotSentError', 'rejected'], `${does}, ${way}`);
      told.set(error.outcome, (told.get(error.outcome) ?? 0) + 1);
      if (way === 'of its own') {
        assert.equal((error as NcloudError & { reason: string }).reason, reason, `${does}: ${error.message}`);
        if (code !== undefined) assert.equal(error.code, code, does);
        assert.ok(isStall || took < 500, `${does}: ${took} ms`);
      } else if (code !== undefined && Number(code) > 200) {
        assert.equal((error as NcloudError & { reason: string }).reason, reason, `${does}, ${way}: ${error.message}`);
        assert.equal(error.code, code, `${does}, ${way}`);
        assert.ok(took < 500, `${does}, ${way}: ${took} ms`);
      }
    }
    assert.equal(asked.length, 2, does);
    for (const head of asked) assert.doesNotMatch(head, /canary|a=1/, does);
  }
  t.diagnostic(`${refusals.length} refusals, two ways: ${JSON.stringify(Object.fromEntries(told))}`);
});

test(
  'what is answered inside the tunnel is an answer, and what breaks off inside it is unknown',
  openssl,
  async (t) => {
    const statuses = [200, 302, 401, 403, 407, 413, 500, 502, 503, 504];
    const { port, commits } = await serveTls(t, certificate, (response, { url }) => {
      if (url === '/break') response.socket?.destroy();
      else if (url === '/half') response.writeHead(200, { 'content-length': 9 }).write('{', () => response.destroy());
      else response.writeHead(Number(url.slice(1)), { 'content-type': 'text/html' }).end('<html></html>');
    });
    const proxy = await serveProxy(t, through(port));
    for (const [way, go] of Object.entries(ways)) {
      for (const status of statuses) {
        const before = commits.length;
        const reply = await go(proxy.port, { url: `https://${host}/${status}` });
        assert.equal(reply.kind === 'reply' && reply.status, status, `${status}, ${way}`);
        assert.equal(commits.length, before + 1);
      }
      for (const path of ['break', 'half']) {
        const before = commits.length;
        const failure = await go(proxy.port, { url: `https://${host}/${path}` });
        assert.ok(failure.kind === 'failure', path);
        assert.equal(failureError(failure).outcome, 'unknown', `${path}, ${way}`);
        assert.equal(commits.length, before + 1);
      }
    }
    assert.match(proxy.asked[0] ?? '', /^CONNECT ncloud\.apigw\.ntruss\.com:443 HTTP\/1\.1\r\n/);
  },
);

test('a 407 of the other side itself is an answer, without any proxy too', openssl, async (t) => {
  const { port, commits } = await serveTls(t, certificate, (response) => response.writeHead(407).end());
  const reply = await send({ url: `https://127.0.0.1:${port}/` });
  assert.deepEqual([reply.kind, reply.kind === 'reply' && reply.status, commits.length], ['reply', 407, 1]);
});

test('a certificate that nobody trusts ends a call before it is sent, unless any will do', openssl, async (t) => {
  const { port, commits } = await serveTls(t, certificate, (response) => response.end('{}'));
  const proxy = await serveProxy(t, through(port));
  for (const [way, go] of Object.entries(ways)) {
    const before = commits.length;
    const failure = await go(proxy.port, { anyCertificate: false });
    assert.ok(failure.kind === 'failure');
    const error = failureError(failure) as NcloudError & { reason: string };
    assert.deepEqual([error.reason, error.outcome], ['certificate', 'rejected'], way);
    assert.equal(commits.length, before, way);
    assert.equal((await go(proxy.port)).kind, 'reply', way);
    assert.equal(commits.length, before + 1, way);
  }
});

test(
  'a creation and a list through each proxy: never "rejected" after a commit, never "unknown" before one',
  openssl,
  async (t) => {
    const bodies: Record<string, string> = {
      create: toJson('createServerInstancesResponse', serverAnswer(1)),
      list: toJson('getServerInstanceListResponse', serverAnswer(2)),
    };
    const wrong = { rejectedAfter: 0, unknownBefore: 0, calls: 0 };
    const origin = await serveTls(t, certificate, (response, { url }) => {
      response.end(bodies[url.endsWith('List') ? 'list' : 'create']);
    });
    const breaking = await serveTls(t, certificate, (response) => response.socket?.destroy());
    const rows = [...refusals, { does: 'opens', onConnect: through(origin.port), reason: undefined, isStall: false }];
    for (const { does, onConnect, reason } of [
      ...rows,
      { does: 'loses', onConnect: through(breaking.port), reason: '' },
    ]) {
      const { port, asked } = await serveProxy(t, onConnect);
      const client = new NcloudClient({
        ...keys,
        proxy: `http://127.0.0.1:${port}`,
        network: () => ({ anyCertificate: true }),
        deadlines: { connect: 250 },
        pause: async () => undefined,
      });
      for (const action of ['createServerInstances', 'getServerInstanceList']) {
        const before = origin.commits.length + breaking.commits.length;
        const asks = asked.length;
        const outcome = await client.call('vserver', action).then(
          () => 'done',
          (error) => {
            assert.ok(error instanceof NcloudError, String(error));
            return error.outcome;
          },
        );
        const commits = origin.commits.length + breaking.commits.length - before;
        wrong.calls += 1;
        if (outcome === 'rejected' && commits > 0) wrong.rejectedAfter += 1;
        if (outcome === 'unknown' && commits === 0) wrong.unknownBefore += 1;
        assert.equal(
          outcome,
          reason === undefined ? 'done' : reason === '' ? 'unknown' : 'rejected',
          `${does} ${action}`,
        );
        if (action === 'createServerInstances') assert.equal(asked.length - asks, 1, does);
      }
      if (does === 'answers 403') assert.equal(asked.length, 2, 'a list that the proxy refuses is not asked for again');
      if (does === 'answers 503')
        assert.equal(asked.length, 4, 'a list is tried again while the proxy is out of order');
    }
    t.diagnostic(JSON.stringify(wrong));
    assert.deepEqual({ ...wrong, calls: 0 }, { rejectedAfter: 0, unknownBefore: 0, calls: 0 });
  },
);

test('a tunnel that is being opened ends with its call', async (t) => {
  const closed = new Promise<void>((resolve) => {
    void serveProxy(t, (socket) => void socket.once('close', () => resolve())).then(async ({ port }) => {
      const failure = await ways['of its own'](port, { signal: AbortSignal.timeout(100) });
      assert.deepEqual(failure, { kind: 'failure', code: 'CANCELLED', phase: 'connect' });
    });
  });
  await closed;
});

test(
  'an https connection of its own: an idle one that the other side has closed cannot spoil the call',
  openssl,
  async (t) => {
    const { port, server } = await serveTls(t, certificate, (response) => response.end('{}'));
    const ports: (number | undefined)[] = [];
    server.on('request', ({ socket }) => ports.push(socket.remotePort));
    const url = `https://127.0.0.1:${port}/`;
    for (const ownConnection of [false, true, false, true]) {
      assert.equal((await send({ url, ownConnection })).kind, 'reply');
    }
    const [shared, own, again, another] = ports;
    assert.equal(again, shared);
    assert.equal(new Set([shared, own, another]).size, 3);
  },
);

test('whatever user and password a proxy is given, it gets exactly them', async (t) => {
  const { port, asked } = await serveProxy(t, answer(403));
  const typed = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[/?#]/g, '%'));
  await fc.assert(
    fc.asyncProperty(typed, typed, async (user, password) => {
      const isEncoded = (part: string) => /%[0-9a-f]{2}/i.test(part);
      fc.pre(user !== '' && !user.includes(':') && !isEncoded(user) && !isEncoded(password));
      const failure = await ways['of its own'](port, {
        proxy: checkedProxy(`http://${user}:${password}@127.0.0.1:${port}`),
      });
      assert.deepEqual(failure, { kind: 'failure', code: 'PROXY_REFUSED', status: 403, phase: 'connect' });
      const basic = /Proxy-Authorization: Basic (\S*)/.exec(asked.at(-1) ?? '')?.[1] ?? '';
      assert.equal(Buffer.from(basic, 'base64').toString(), `${user}:${password}`);
    }),
    { numRuns: 60 },
  );
});

test('whatever headers and proxy a call is given: the network is blamed only when it was used', async (t) => {
  const { port, asked } = await serveProxy(t, answer(403));
  const header = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    fc.constantFrom('bad name', 'x\r\ny', 'é', 'x-good'),
  );
  const address = fc
    .tuple(
      fc.constantFrom('http', 'http', 'http', 'HTTP', 'socks5', ''),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
      fc.oneof(
        fc.constantFrom(`127.0.0.1:${port}`, `127.0.0.1:${port}/`),
        fc.constantFrom('a b', '', '[::1', '%', '127.0.0.1:70000'),
      ),
    )
    .map(([scheme, user, place]) => `${scheme}://${user}@${place}`);
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(header, fc.string({ unit: 'binary', maxLength: 8 }), address, async (name, value, typed) => {
      const before = asked.length;
      const reason = await Promise.resolve()
        .then(() => send({ headers: { [name]: value }, proxy: checkedProxy(typed) }))
        .then((result) => failureError(result as Failure))
        .catch((error) => error)
        .then((error) => (error instanceof NotSentError ? error.reason : String(error)));
      if (asked.length > before) assert.equal(reason, 'proxy-refused');
      else assert.ok(reason === 'own-fault' || reason === 'bad-proxy', reason);
      seen[reason] = (seen[reason] ?? 0) + 1;
    }),
    { numRuns: 300 },
  );
  t.diagnostic(JSON.stringify(seen));
  assert.deepEqual(Object.keys(seen).sort(), ['bad-proxy', 'own-fault', 'proxy-refused']);
});
