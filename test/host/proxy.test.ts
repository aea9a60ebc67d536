// The network settings of the editor, in a call to NAVER Cloud. Nothing leaves this computer: proxies and names end here.
import assert from 'node:assert/strict';
import dns from 'node:dns';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { post } from '../../src/client/http';
import { NcloudClient, NcloudError, sites } from '../../src/client/index';
import { Sessions } from '../../src/ui/accounts/session';
import { explain } from '../../src/ui/explain';
import { isUsableProxy } from '../../src/ui/network';
import type { Lifetime } from '../support/fault-server';
import { type OnConnect, serveProxy, serveSocks, through } from '../support/proxy';
import { type Certificate, selfSigned, serveTls } from '../support/tls';
import { serverAnswer, toJson } from '../unit/client/answers';
import { eventually } from './extension';
import type { HostTest } from './index';

const host = 'ncloud.apigw.ntruss.com';
const key = { endpoint: sites.public.endpoint, accessKey: 'CANARYACCESS', secretKey: 'CANARYSECRET' };
const list = 'getServerInstanceList';
const create = 'createServerInstances';

/** A client as the extension makes it. */
function client(warned: string[] = []): NcloudClient {
  const warn = (line: string) => void warned.push(line);
  const none = { onDidChange: () => undefined, info: () => undefined, warn } as never;
  return new Sessions(none, none, none, none, async () => undefined).client(key);
}

/** What a call ends in: `done`, or the reason and the outcome with the code where it is somebody else's. */
async function ending(caller: NcloudClient, action: string): Promise<string> {
  try {
    await caller.call('vserver', action);
    return 'done';
  } catch (error) {
    assert.ok(error instanceof NcloudError, String(error));
    const { reason = error.name } = error as NcloudError & { reason?: string };
    return [reason, error.outcome, ...(/^\d+$/.test(error.code ?? '') ? [error.code] : [])].join(' ');
  }
}

type Settings = Readonly<Record<string, unknown>>;

/** The user's settings under `http` while `run` runs. */
async function set(settings: Settings): Promise<void> {
  const http = vscode.workspace.getConfiguration('http');
  for (const [name, value] of Object.entries(settings)) {
    await http.update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** Runs with servers that end with it, with settings that are taken back, and with names that lead nowhere else. */
async function bench(run: (context: Lifetime) => Promise<void>, address?: string): Promise<void> {
  const stops: (() => unknown)[] = [];
  const { lookup } = dns;
  const here = (...asked: unknown[]) => {
    if (!String(asked[0]).endsWith('.ntruss.com')) return Reflect.apply(lookup, dns, asked);
    const { all } = asked[1] as dns.LookupOptions;
    const found = asked[2] as (...found: unknown[]) => void;
    if (address === undefined) found(Object.assign(new Error('none'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }));
    else if (all) found(null, [{ address, family: 4 }]);
    else found(null, address, 4);
  };
  Object.assign(dns, { lookup: here });
  try {
    await run({ after: (stop) => stops.push(stop) });
  } finally {
    Object.assign(dns, { lookup });
    for (const stop of stops) stop();
    const names = ['proxy', 'noProxy', 'proxySupport', 'proxyStrictSSL'];
    await set(Object.fromEntries(names.map((name) => [name, undefined])));
  }
}

let made: Certificate | undefined;

/** NAVER Cloud, as far as a proxy of a test leads. */
function serveNcp(context: Lifetime, status?: number) {
  made ??= selfSigned(host);
  return serveTls(context, made, (response, { url }) => {
    const isList = url.endsWith('List');
    if (status !== undefined) response.writeHead(status, { 'content-type': 'text/html' }).end('<html></html>');
    else
      response.end(isList ? toJson(`${list}Response`, serverAnswer(2)) : toJson(`${create}Response`, serverAnswer(1)));
  });
}

const url = (port: number, scheme = 'http') => `${scheme}://127.0.0.1:${port}`;
const notFound = 'name-not-found rejected';

export const tests: readonly HostTest[] = [
  {
    name: 'calls take http.proxy, http.noProxy and http.proxySupport as they stand at that moment',
    run: () =>
      bench(async (context) => {
        const { port, commits } = await serveNcp(context);
        const proxy = await serveProxy(context, through(port));
        const other = await serveProxy(context, (socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
        const caller = client();
        const rows: readonly (readonly [Settings, string, 'proxy' | 'other' | 'none'])[] = [
          [{}, notFound, 'none'],
          [{ proxy: url(proxy.port), proxyStrictSSL: false }, 'done', 'proxy'],
          [{ proxy: url(other.port) }, 'proxy-refused rejected 403', 'other'],
          ...[[host], ['.ntruss.com'], ['ntruss.com'], [`${host}:443`], ['*'], ['a.kr', host]].map(
            (noProxy) => [{ noProxy }, notFound, 'none'] as const,
          ),
          ...[['a.kr'], ['truss.com'], [`${host}:80`], []].map(
            (noProxy) => [{ noProxy }, 'proxy-refused rejected 403', 'other'] as const,
          ),
          [{ proxy: url(proxy.port), noProxy: undefined }, 'done', 'proxy'],
          [{ proxySupport: 'off' }, notFound, 'none'],
          [{ proxySupport: 'on' }, 'done', 'proxy'],
          [{ proxySupport: 'fallback' }, 'done', 'proxy'],
          [{ proxySupport: 'override' }, 'done', 'proxy'],
          [{ proxy: undefined }, notFound, 'none'],
        ];
        for (const [settings, expected, way] of rows) {
          await set(settings);
          for (const action of [create, list]) {
            const told = `${action} with ${JSON.stringify(settings)}`;
            const before = [proxy.asked.length, other.asked.length, commits.length];
            assert.equal(await ending(caller, action), expected, told);
            const after = [proxy.asked.length, other.asked.length, commits.length];
            const added = after.map((count, index) => count - (before[index] ?? 0));
            assert.deepEqual(added, [way === 'proxy' ? 1 : 0, way === 'other' ? 1 : 0, way === 'proxy' ? 1 : 0], told);
          }
        }
        assert.match(proxy.asked[0] ?? '', /^CONNECT ncloud\.apigw\.ntruss\.com:443 /);
      }),
  },
  {
    name: 'what a proxy of the editor answers itself was never sent; what is answered behind it was',
    run: () =>
      bench(async (context) => {
        const statuses = [302, 400, 403, 407, 429, 502, 503, 504];
        const page = 'Content-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>';
        const opened =
          (next: (...socket: Parameters<OnConnect>) => void): OnConnect =>
          (socket) => {
            socket.write('HTTP/1.1 200 OK\r\n\r\n');
            socket.once('data', () => next(socket));
          };
        const rows: readonly (readonly [OnConnect, RegExp])[] = [
          ...statuses.map((status): [OnConnect, RegExp] => [
            (socket) => socket.end(`HTTP/1.1 ${status} X\r\n${page}`),
            new RegExp(`^${status === 407 ? 'proxy-sign-in' : 'proxy-refused'} rejected ${status}$`),
          ]),
          [(socket) => socket.end('garbage\r\n\r\n'), / rejected$/],
          [(socket) => socket.end('<html>'), / rejected$/],
          [(socket) => socket.end(), / rejected$/],
          [(socket) => socket.resetAndDestroy(), / rejected$/],
          [opened((socket) => socket.end()), / rejected$/],
          [opened((socket) => socket.resetAndDestroy()), / rejected$/],
          [opened((socket) => socket.end('no TLS')), / rejected$/],
        ];
        const caller = client();
        for (const [index, [onConnect, expected]] of rows.entries()) {
          const { port } = await serveProxy(context, onConnect);
          await set({ proxy: url(port), proxyStrictSSL: false });
          const started = performance.now();
          assert.match(await ending(caller, create), expected, `row ${index}`);
          assert.ok(performance.now() - started < 3_000, `row ${index}`);
          assert.match(await ending(caller, list), expected, `row ${index}`);
        }
        for (const status of [403, 407, 503]) {
          const { port, commits } = await serveNcp(context, status);
          await set({ proxy: url((await serveProxy(context, through(port))).port) });
          const deadlines = { connectDeadline: 5_000, deadline: 5_000 };
          const call = { url: `https://${host}/`, headers: {}, body: 'a=1', ownConnection: true, anyCertificate: true };
          const reply = await post({ ...call, ...deadlines });
          assert.deepEqual([reply.kind, reply.kind === 'reply' && reply.status, commits.length], ['reply', status, 1]);
        }
      }),
  },
  {
    name: 'a certificate that nobody trusts is refused, unless the user has turned http.proxyStrictSSL off',
    run: () =>
      bench(async (context) => {
        const { port, commits } = await serveNcp(context);
        await set({ proxy: url((await serveProxy(context, through(port))).port) });
        const warned: string[] = [];
        const caller = client(warned);
        for (const action of [create, list]) assert.equal(await ending(caller, action), 'certificate rejected');
        assert.equal(commits.length, 0);
        await set({ proxyStrictSSL: false });
        for (const action of [create, list]) assert.equal(await ending(caller, action), 'done');
        await set({ proxyStrictSSL: true });
        assert.equal(await ending(caller, create), 'certificate rejected');
        assert.equal(commits.length, 2);
        assert.deepEqual(
          warned.map((line) => /off|on again/.exec(line)?.[0]),
          ['off', 'on again'],
        );
      }),
  },
  {
    name: 'network settings of a workspace do not count',
    run: ({ workspace }) =>
      bench(async (context) => {
        const { port, commits } = await serveNcp(context);
        const proxy = await serveProxy(context, through(port));
        const evil = await serveProxy(context, through(port));
        await set({ proxy: url(proxy.port) });
        const file = join(workspace, '.vscode', 'settings.json');
        const kept = readFileSync(file, 'utf8');
        const tabSize = () => vscode.workspace.getConfiguration('editor').get('tabSize');
        try {
          for (const [index, settings] of [
            { 'http.proxy': url(evil.port), 'http.proxyStrictSSL': false },
            { 'http.noProxy': ['*'], 'http.proxyStrictSSL': false },
            { 'http.proxySupport': 'off', 'http.proxyStrictSSL': false },
          ].entries()) {
            writeFileSync(file, JSON.stringify({ ...JSON.parse(kept), 'editor.tabSize': 11 + index, ...settings }));
            await eventually('the settings are read', () => tabSize() === 11 + index);
            const before = proxy.asked.length;
            assert.equal(await ending(client(), create), 'certificate rejected');
            assert.equal(proxy.asked.length, before + 1);
          }
        } finally {
          writeFileSync(file, kept);
          await eventually('the settings are read', () => Number(tabSize()) < 11);
        }
        assert.deepEqual([evil.asked.length, commits.length], [0, 0]);
      }),
  },
  {
    name: 'a socks proxy is used, and gets the name of the host',
    run: () =>
      bench(async (context) => {
        const { port, commits } = await serveNcp(context);
        const socks = await serveSocks(context, port);
        const caller = client();
        for (const scheme of ['socks5', 'socks', 'socks5h']) {
          await set({ proxy: url(socks.port, scheme), proxyStrictSSL: false });
          for (const action of [create, list]) assert.equal(await ending(caller, action), 'done', scheme);
        }
        assert.deepEqual(new Set(socks.asked), new Set([host]));
        assert.equal(commits.length, 6);
      }),
  },
  {
    name: 'an address that the editor cannot use is refused before the call, in a sentence that names the setting',
    run: () =>
      bench(async (context) => {
        const { port } = await serveProxy(context, () => undefined);
        const at = `127.0.0.1:${port}`;
        const usable = [
          ...['http', 'https', 'HTTP', 'socks', 'socks4', 'socks4a', 'socks5', 'socks5h'].map(
            (kind) => `${kind}://${at}`,
          ),
          ...[`http://user:p%25%25@${at}`, `http://user:p%40%EB%B9%84@${at}/`, ` http://${at} `, 'http://[::1]:1'],
        ];
        const unusable = [
          ...[at, `ftp://${at}`, `//${at}`, 'http://', `http://user:pw%%@${at}`, `http://user:100%@${at}`],
          ...[`http://user:a b@${at}`, `http://user:a;b@${at}`, `socks5://user:%E0%A4%A@${at}`, 'http://h:99999'],
        ];
        for (const address of usable) assert.ok(isUsableProxy(address), address);
        const caller = client();
        for (const address of unusable) {
          await set({ proxy: address });
          assert.equal(await ending(caller, create), 'bad-proxy rejected', address);
        }
        await set({ proxySupport: 'off' });
        assert.equal(await ending(caller, create), notFound, 'a proxy that is off is not looked at');
        await set({ proxySupport: undefined });
        const error = await caller.call('vserver', list).catch((thrown) => thrown);
        assert.match(explain(error, 'vpc'), /http\.proxy.*socks5/);
      }),
  },
  {
    name: 'a call that changes something has a connection of its own in the editor too',
    run: () =>
      bench(async (context) => {
        const { port, server } = await serveNcp(context);
        const ports: (number | undefined)[] = [];
        server.on('request', ({ socket }) => ports.push(socket.remotePort));
        const network = () => ({ anyCertificate: true });
        const caller = new NcloudClient({ ...key, endpoint: `https://${host}:${port}`, network });
        const actions = [list, list, create, create, list];
        for (const action of actions) assert.equal(await ending(caller, action), 'done');
        const created = ports.filter((_, index) => actions[index] === create);
        for (const own of created) assert.equal(ports.filter((other) => other === own).length, 1, String(ports));
        assert.equal(created.length, 2);
      }, '127.0.0.1'),
  },
];
