// Who gets through to the sandbox: nobody from another computer, no page of a browser, nobody who only holds the line.
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { get, sandboxFor, send, signedHeaders } from './support';

const target = '/vserver/v2/getRegionList';

/** How a connection goes: refused, or what came before it was closed. */
function talk(host: string, port: number, text: string, speak?: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let heard = '';
    socket.setEncoding('utf8').on('data', (data: string) => {
      heard += data;
    });
    socket.on('connect', () => {
      socket.write(text);
      speak?.(socket);
    });
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (heard === '') heard = code ?? 'error';
    });
    socket.on('close', () => resolve(heard));
  });
}

test('it is there on 127.0.0.1 and on no other address of this computer', async (t) => {
  const sandbox = await sandboxFor(t);
  const port = Number(new URL(sandbox.endpoint).port);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ address }) => address !== '127.0.0.1' && !address.startsWith('fe80'))
    .map(({ address }) => address);
  for (const host of [...others, '::1']) {
    const heard = await talk(host, port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    assert.match(heard, /^E(CONNREFUSED|ADDRNOTAVAIL|AFNOSUPPORT|HOSTUNREACH|NETUNREACH)$/, host);
  }
  assert.equal((await get(sandbox, 'vserver', 'getRegionList')).status, 200);
});

test('what a browser says of a page is refused, signed or not, and is not even on record', async (t) => {
  const sandbox = await sandboxFor(t);
  for (const [name, values] of [
    ['origin', ['null', '', 'https://evil.example', sandbox.endpoint, 'vscode-webview://x']],
    ['sec-fetch-site', ['cross-site', 'same-site', 'same-origin', 'none', '']],
  ] as const) {
    for (const value of values) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const reply = await send(sandbox, method, target, {
          ...signedHeaders(sandbox, method, target),
          [name]: value,
        });
        assert.equal(reply.status, 403, `${method} ${name}: ${value}`);
        assert.deepEqual(
          Object.keys(reply.headers).filter((header) => /^access-control|set-cookie/.test(header)),
          [],
        );
      }
    }
  }
  assert.deepEqual(sandbox.requests, []);
});

test('a request without a host, with several, or for another address gets nothing', async (t) => {
  const sandbox = await sandboxFor(t);
  const port = Number(new URL(sandbox.endpoint).port);
  const signed = Object.entries(signedHeaders(sandbox, 'GET', target)).map(([name, value]) => `${name}: ${value}\r\n`);
  const own = `Host: 127.0.0.1:${port}\r\n`;
  for (const [what, line, hosts] of [
    ['none', `GET ${target} HTTP/1.1`, ''],
    ['none, of old', `GET ${target} HTTP/1.0`, ''],
    ['another first', `GET ${target} HTTP/1.1`, `Host: evil.example\r\n${own}`],
    ['user part', `GET ${target} HTTP/1.1`, `Host: evil@127.0.0.1:${port}\r\n`],
    ['whole address', `GET http://evil.example${target} HTTP/1.1`, own],
    ['tunnel', 'CONNECT evil.example:443 HTTP/1.1', own],
  ] as const) {
    const heard = await talk('127.0.0.1', port, `${line}\r\n${hosts}${signed.join('')}Connection: close\r\n\r\n`);
    assert.doesNotMatch(heard, /^HTTP\/1\.1 200/, what);
  }
  assert.deepEqual(sandbox.commits, []);
});

test('who sends headers by the drop, a body by the drop, or without end, is cut off', {
  timeout: 60_000,
}, async (t) => {
  const sandbox = await sandboxFor(t);
  const port = Number(new URL(sandbox.endpoint).port);
  const started = Date.now();
  const head = `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
  const drop = (socket: Socket) => {
    const timer = setInterval(() => socket.write('x: y\r\n'), 500);
    socket.on('close', () => clearInterval(timer));
  };
  const flood = (socket: Socket) => {
    const piece = 'a'.repeat(1024 * 1024);
    const more = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', more);
    more();
  };
  const slow = Array.from({ length: 50 }, () => talk('127.0.0.1', port, head, drop));
  const endless = talk('127.0.0.1', port, `${head}Content-Length: 1000000000\r\n\r\n`, flood);
  assert.equal((await get(sandbox, 'vserver', 'getRegionList')).status, 200, 'meanwhile it serves others');
  assert.doesNotMatch(await endless, / 200 /);
  for (const heard of await Promise.all(slow)) assert.doesNotMatch(heard, / 200 /);
  assert.ok(Date.now() - started < 20_000);
});
