import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { NcloudError } from '../../../src/client';
import { failureError } from '../../../src/client/failure';
import { type Failure, type Post, post, type Reply } from '../../../src/client/http';
import { checkedProxy } from '../../../src/client/proxy';
import { closedPort, serve, serveTcp } from '../../support/fault-server';

function send(url: string, more: Partial<Post> = {}): Promise<Reply | Failure> {
  return post({
    url,
    headers: { 'x-secret': 'canary' },
    body: 'a=1',
    ownConnection: false,
    connectDeadline: 1_000,
    deadline: 2_000,
    ...more,
  });
}

/** What the failure means: the error's class, its reason and its outcome. */
function meaning(failure: Reply | Failure): readonly unknown[] {
  assert.equal(failure.kind, 'failure');
  const error = failureError(failure as Failure);
  assert.ok(error instanceof NcloudError);
  return [error.name, (error as NcloudError & { reason: string }).reason, error.outcome];
}

async function settles(limit: number, work: Promise<Reply | Failure>): Promise<Reply | Failure> {
  const start = performance.now();
  const result = await work;
  const took = performance.now() - start;
  assert.ok(took < limit, `took ${took} ms`);
  return result;
}

test('posts a form and gives status, headers and text as plain data', async (t) => {
  const { endpoint, asked } = await serve(t, (response) =>
    response.writeHead(418, { 'X-Kind': 'tea' }).end('차 \u{1f375}'),
  );
  const reply = await send(`${endpoint}/a/b?c=d`);
  assert.ok(reply.kind === 'reply');
  assert.deepEqual([reply.status, reply.headers['x-kind'], reply.body], [418, 'tea', '차 \u{1f375}']);
  assert.deepEqual(Object.keys(reply).sort(), ['body', 'headers', 'kind', 'status']);
  const [request] = asked;
  assert.deepEqual([request?.method, request?.url, request?.body], ['POST', '/a/b?c=d', 'a=1']);
  assert.equal(request?.headers['content-type'], 'application/x-www-form-urlencoded');
  assert.equal(request?.headers['x-secret'], 'canary');
});

test('a BOM is dropped and what is no UTF-8 is no text', async (t) => {
  const bodies = [
    Buffer.from('\ufeffx'),
    Buffer.from([0xb0, 0xa1]),
    Buffer.from('\ufeffx', 'utf16le'),
    Buffer.from([0xc0, 0x80]),
  ];
  const { endpoint } = await serve(t, (response, _, count) => response.end(bodies[count - 1]));
  const read = [];
  for (const _ of bodies) {
    const reply = await send(endpoint);
    read.push(reply.kind === 'reply' && reply.body);
  }
  assert.deepEqual(read, ['x', undefined, undefined, undefined]);
});

for (const status of [301, 302, 303, 307, 308]) {
  test(`a ${status} is not followed`, async (t) => {
    const other = await serve(t, (response) => response.end());
    const { endpoint, asked } = await serve(t, (response, { url }) => {
      response.writeHead(status, { location: url === '/same' ? '/elsewhere' : `${other.endpoint}/x` }).end();
    });
    for (const path of ['/same', '/other']) {
      const reply = await send(endpoint + path);
      assert.equal(reply.kind === 'reply' && reply.status, status);
    }
    assert.equal(asked.length, 2);
    assert.equal(other.asked.length, 0);
  });
}

test('the proxy of the environment is not used', async (t) => {
  const proxy = await serve(t, (response) => response.end('proxy'));
  const { endpoint } = await serve(t, (response) => response.end('direct'));
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'all_proxy'];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = proxy.endpoint;
  try {
    const reply = await send(endpoint);
    assert.equal(reply.kind === 'reply' && reply.body, 'direct');
    assert.equal(proxy.asked.length, 0);
  } finally {
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
  }
});

const drip = (interval: number) => (t: TestContext) =>
  serveTcp(t, (socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{');
      const timer = setInterval(() => socket.write(' '), interval);
      socket.on('close', () => clearInterval(timer));
    });
  });
const stalls: readonly (readonly [string, (t: TestContext) => Promise<number>])[] = [
  ['never answers', (t) => serveTcp(t, () => undefined)],
  ['drips one byte at a time', drip(20)],
  ['stalls in the middle', drip(100_000)],
  [
    'stalls in the headers',
    (t) => serveTcp(t, (socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nA: '))),
  ],
];
for (const [name, start] of stalls) {
  test(`a server that ${name} is left at the deadline`, async (t) => {
    const port = await start(t);
    const failure = await settles(500, send(`http://127.0.0.1:${port}/`, { deadline: 300 }));
    assert.deepEqual(meaning(failure), ['NoAnswerError', 'deadline', 'unknown']);
  });
}

test('a TLS handshake that does not end is left at the connect deadline; nothing was sent', async (t) => {
  const port = await serveTcp(t, () => undefined);
  const failure = await settles(400, send(`https://127.0.0.1:${port}/`, { connectDeadline: 200, deadline: 5_000 }));
  assert.deepEqual(meaning(failure), ['NotSentError', 'connect-deadline', 'rejected']);
});

test('refused, not found, not TLS and TLS that breaks off are never sent', async (t) => {
  const refused = await send(`http://127.0.0.1:${await closedPort()}/`);
  assert.deepEqual(meaning(refused), ['NotSentError', 'refused', 'rejected']);
  assert.equal(refused.kind === 'failure' && refused.syscall, 'connect');

  assert.deepEqual(meaning(await send('http://nowhere.invalid/')), ['NotSentError', 'name-not-found', 'rejected']);

  const { port } = await serve(t, (response) => response.end());
  assert.deepEqual(meaning(await send(`https://127.0.0.1:${port}/`)), ['NotSentError', 'certificate', 'rejected']);

  const resetting = await serveTcp(t, (socket) => socket.once('data', () => socket.resetAndDestroy()));
  assert.deepEqual(meaning(await send(`https://127.0.0.1:${resetting}/`)), ['NotSentError', 'unreachable', 'rejected']);
});

test('what breaks after the request has left is unknown', async (t) => {
  const answers = [
    '',
    'HTTP/1.1 200',
    'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"a"',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n',
    'garbage',
  ];
  for (const answer of answers) {
    for (const end of ['destroy', 'resetAndDestroy'] as const) {
      const port = await serveTcp(t, (socket) => socket.once('data', () => socket.write(answer, () => socket[end]())));
      const failure = await send(`http://127.0.0.1:${port}/`, { ownConnection: true });
      assert.deepEqual(meaning(failure), ['NoAnswerError', 'connection-lost', 'unknown'], `${answer} ${end}`);
    }
  }
});

test('an idle connection that the other side has closed cannot spoil a call with a connection of its own', async (t) => {
  let connections = 0;
  const port = await serveTcp(t, (socket) => {
    connections++;
    socket.on('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok');
      socket.once('data', () => socket.resetAndDestroy());
    });
  });
  assert.equal((await send(`http://127.0.0.1:${port}/`)).kind, 'reply');
  assert.equal((await send(`http://127.0.0.1:${port}/`, { ownConnection: true })).kind, 'reply');
  assert.equal(connections, 2);
});

test('a cancelled call: before it is sent nothing happened, after it nobody knows', async (t) => {
  const { endpoint, asked } = await serve(t, () => undefined);
  assert.deepEqual(meaning(await send(endpoint, { signal: AbortSignal.abort() })), [
    'NotSentError',
    'cancelled',
    'rejected',
  ]);
  assert.equal(asked.length, 0);
  const failure = await send(endpoint, { signal: AbortSignal.timeout(100) });
  assert.deepEqual(meaning(failure), ['NoAnswerError', 'cancelled', 'unknown']);
  const port = await serveTcp(t, () => undefined);
  const handshake = await send(`https://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(100) });
  assert.deepEqual(meaning(handshake), ['NotSentError', 'cancelled', 'rejected']);
});

test('10 MB come in, unpacked, and 1 MB goes out', async (t) => {
  const big = Buffer.alloc(50 * 1024 * 1024, ' ');
  const bodies: readonly (readonly [string | undefined, Buffer])[] = [
    ['gzip', gzipSync(big)],
    ['br', brotliCompressSync(big, { params: { 1: 1 } })],
    [undefined, big.subarray(0, 10 * 1024 * 1024 + 1)],
  ];
  const { endpoint, asked } = await serve(t, (response, _, count) => {
    const [encoding, body] = bodies[count - 1] ?? [undefined, big.subarray(0, 10 * 1024 * 1024)];
    response.writeHead(200, encoding === undefined ? {} : { 'content-encoding': encoding }).end(body);
  });
  for (const _ of bodies) {
    assert.deepEqual(meaning(await settles(1_500, send(endpoint))), ['BadAnswerError', 'too-large', 'unknown']);
  }
  const fits = await send(endpoint, { body: 'x'.repeat(4 * 1024 * 1024) });
  assert.equal(fits.kind === 'reply' && fits.body?.length, 10 * 1024 * 1024);
  const before = asked.length;
  const tooLarge = await send(endpoint, { body: 'x'.repeat(4 * 1024 * 1024 + 1) });
  assert.deepEqual(meaning(tooLarge), ['NotSentError', 'too-large', 'rejected']);
  assert.equal(asked.length, before);
});

test('a wrong gzip is a damaged answer', async (t) => {
  const { endpoint } = await serve(t, (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  );
  assert.deepEqual(meaning(await send(endpoint)), ['BadAnswerError', 'malformed', 'unknown']);
});

test('endless headers end in an error', async (t) => {
  const { endpoint } = await serve(t, (response) => response.writeHead(200, { 'x-long': 'x'.repeat(200_000) }).end());
  assert.deepEqual(meaning(await send(endpoint, { ownConnection: true })), [
    'NoAnswerError',
    'connection-lost',
    'unknown',
  ]);
});

test('a proxy that asks for a sign-in sees nothing of the request', async (t) => {
  let seen = '';
  const port = await serveTcp(t, (socket) => {
    socket.on('data', (data) => {
      seen += data;
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
  });
  const reply = await send('https://ncloud.apigw.ntruss.com/', {
    proxy: checkedProxy(`http://me:p%40ss@127.0.0.1:${port}`),
  });
  assert.deepEqual(meaning(reply), ['NotSentError', 'proxy-sign-in', 'rejected']);
  assert.match(seen, /^CONNECT ncloud\.apigw\.ntruss\.com:443 /);
  assert.match(seen, new RegExp(`Proxy-Authorization: Basic ${Buffer.from('me:p@ss').toString('base64')}`));
  assert.doesNotMatch(seen, /canary|a=1/);
});

test('a dead proxy, one that hangs and one that breaks off: never sent', async (t) => {
  const url = 'https://ncloud.apigw.ntruss.com/';
  const dead = await send(url, { proxy: checkedProxy(`http://127.0.0.1:${await closedPort()}`) });
  assert.deepEqual(meaning(dead), ['NotSentError', 'refused', 'rejected']);
  const hanging = await serveTcp(t, () => undefined);
  const failure = await settles(
    500,
    send(url, { proxy: checkedProxy(`http://127.0.0.1:${hanging}`), connectDeadline: 300 }),
  );
  assert.deepEqual(meaning(failure), ['NotSentError', 'connect-deadline', 'rejected']);
  const breaking = await serveTcp(t, (socket) => socket.once('data', () => socket.resetAndDestroy()));
  const broken = await send(url, { proxy: checkedProxy(`http://127.0.0.1:${breaking}`) });
  assert.deepEqual(meaning(broken), ['NotSentError', 'unreachable', 'rejected']);
  const tunnel = await serveTcp(t, (socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', () => socket.end('no TLS'));
    });
  });
  const noTls = await send(url, { proxy: checkedProxy(`http://127.0.0.1:${tunnel}`) });
  assert.deepEqual(meaning(noTls), ['NotSentError', 'certificate', 'rejected']);
});

test('only what failed before the connection stood is rejected', () => {
  const codes = [
    'ECONNRESET',
    'ETIMEDOUT',
    'ECONNREFUSED',
    'EPIPE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'EPROTO',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'ERR_BAD_RESPONSE',
    'ERR_CANCELED',
    'UNKNOWN',
    'DEADLINE',
    'CANCELLED',
    'ANSWER_TOO_LARGE',
  ];
  for (const code of codes) {
    assert.equal(failureError({ kind: 'failure', code, phase: 'connect' }).outcome, 'rejected');
    assert.equal(failureError({ kind: 'failure', code, syscall: 'connect', phase: 'sent' }).outcome, 'rejected');
    assert.equal(failureError({ kind: 'failure', code, syscall: 'read', phase: 'sent' }).outcome, 'unknown');
  }
  const reasons = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
    CERT_HAS_EXPIRED: 'certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
    ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
    EAI_AGAIN: 'name-not-found',
    ECONNRESET: 'unreachable',
    EHOSTUNREACH: 'unreachable',
  };
  for (const [code, reason] of Object.entries(reasons)) {
    assert.deepEqual(meaning({ kind: 'failure', code, phase: 'connect' }), ['NotSentError', reason, 'rejected']);
  }
});
