// A web page that somebody visits while a sandbox runs: whatever it tries, it changes nothing and reads nothing.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../support/chromium.mjs';
import { portOf } from '../support/editor.mjs';
import { root } from '../support/paths.mjs';

/** A name that its owner lets point to this computer, once the page is there. */
const rebound = 'rebound.example';
const service = '/vserver/v2';

/** @type {import('../../src/sandbox/index').Sandbox} */
let sandbox;
/** @type {import('playwright-core').Browser} */
let browser;
/** The number of a server that could be stopped. */
let running = '';
const pages = createServer((_, response) => response.end('<!doctype html><title>evil</title>'));

before(async () => {
  const outfile = join(root, '.cache/page/sandbox.mjs');
  const entryPoints = [join(root, 'src/sandbox/index.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { startSandbox } = await import(pathToFileURL(outfile).href);
  sandbox = await startSandbox({ speed: 'instant' });
  const { url, headers } = stolen('getServerInstanceList', { responseFormatType: 'json' });
  const { getServerInstanceListResponse } = await (await fetch(url, { headers: headers.GET })).json();
  const isRunning = ({ serverInstanceStatus }) => serverInstanceStatus.code === 'RUN';
  running = getServerInstanceListResponse.serverInstanceList.find(isRunning).serverInstanceNo;
  await new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(undefined)));
  browser = await launchBrowser(undefined, [`--host-resolver-rules=MAP ${rebound} 127.0.0.1`]);
});
after(async () => {
  await browser?.close();
  await sandbox?.stop();
  pages.close();
});

/** What a signed call looks like to whoever has stolen the keys, too. */
function stolen(action, params) {
  const path = `${service}/${action}?${new URLSearchParams(params)}`;
  const timestamp = String(Date.now());
  const said = (method) => `${method} ${path}\n${timestamp}\n${sandbox.accessKey}`;
  const signature = (method) => createHmac('sha256', sandbox.secretKey).update(said(method)).digest('base64');
  const headers = (method) => ({
    'x-ncp-apigw-timestamp': timestamp,
    'x-ncp-iam-access-key': sandbox.accessKey,
    'x-ncp-apigw-signature-v2': signature(method),
  });
  return { url: `${sandbox.endpoint}${path}`, headers: { GET: headers('GET'), POST: headers('POST') } };
}

/** Runs in the page. @returns {Promise<Record<string, string>>} what each try has come to */
async function attack({ url, headers, socket }) {
  const tries = {
    'fetch, signed': () => fetch(url, { method: 'POST', headers: headers.POST }),
    'fetch, signed, to be read only': () => fetch(url, { headers: headers.GET }),
    'fetch without CORS': () => fetch(url, { method: 'POST', mode: 'no-cors', headers: headers.POST, body: 'a=b' }),
    'fetch without CORS, GET': () => fetch(url, { mode: 'no-cors', headers: headers.GET }),
    beacon: async () => ({ type: String(navigator.sendBeacon(url, 'a=b')) }),
    picture: () => loaded(Object.assign(new Image(), { src: url })),
    script: () => loaded(document.body.appendChild(Object.assign(document.createElement('script'), { src: url }))),
    frame: () => loaded(document.body.appendChild(Object.assign(document.createElement('iframe'), { src: url }))),
    form: () => {
      const frame = document.body.appendChild(Object.assign(document.createElement('iframe'), { name: 'target' }));
      const fields = { method: 'post', action: url, target: 'target' };
      document.body.appendChild(Object.assign(document.createElement('form'), fields)).submit();
      return loaded(frame);
    },
    socket: () => loaded(new WebSocket(socket)),
    'event source': () => loaded(new EventSource(url)),
  };
  function loaded(target) {
    return new Promise((resolve, reject) => {
      target.addEventListener('load', () => resolve({ type: 'loaded' }));
      target.addEventListener('open', () => resolve({ type: 'open' }));
      target.addEventListener('error', () => reject(new Error('refused')));
    });
  }
  const came = {};
  for (const [name, run] of Object.entries(tries)) {
    const late = new Promise((resolve) => setTimeout(() => resolve({ type: 'nothing' }), 700));
    came[name] = await Promise.race([run(), late]).then(
      async (answer) => (answer.text && answer.type !== 'opaque' ? `read ${await answer.text()}` : answer.type),
      () => 'refused',
    );
  }
  return came;
}

for (const [where, host] of [
  ['of another port', '127.0.0.1'],
  ['of another name', rebound],
]) {
  test(`a page ${where} changes nothing and reads nothing, even with the keys of the sandbox`, async () => {
    const tab = await browser.newPage();
    await tab.goto(`http://${host}:${portOf(pages)}`);
    const before = sandbox.requests.length;
    const call = stolen('stopServerInstances', { 'serverInstanceNoList.1': running });
    const came = await tab.evaluate(attack, { ...call, socket: call.url.replace('http:', 'ws:') });
    for (const [name, what] of Object.entries(came)) assert.doesNotMatch(what, /^(read|open)/, name);
    assert.equal(came['fetch, signed'], 'refused');
    assert.equal(came.socket, 'refused');
    assert.deepEqual(sandbox.commits, []);
    assert.equal(sandbox.requests.length, before, 'not one got as far as the gateway');
    await tab.close();
  });
}

test('a name that was turned to this computer shows nothing of the sandbox', async () => {
  const tab = await browser.newPage();
  const { port } = new URL(sandbox.endpoint);
  const shown = await tab.goto(`http://${rebound}:${port}${service}/getServerInstanceList`);
  assert.equal(shown?.status(), 403);
  const { headers } = stolen('getServerInstanceList', {});
  const path = `${service}/getServerInstanceList?`;
  // Now of the same origin as far as the browser can tell.
  const fetched = ({ to, signed }) => fetch(to, { headers: signed }).then(({ status }) => status);
  const status = await tab.evaluate(fetched, { to: path, signed: headers.GET });
  assert.equal(status, 403);
  assert.deepEqual(sandbox.commits, []);
  await tab.close();
});

test('visited in the browser itself it shows nothing', async () => {
  const tab = await browser.newPage();
  for (const host of ['127.0.0.1', 'localhost']) {
    const shown = await tab.goto(`http://${host}:${new URL(sandbox.endpoint).port}/`);
    assert.equal(shown?.status(), 403);
  }
  await tab.close();
});

test('a program with the keys may do what no page could', async () => {
  const { url, headers } = stolen('stopServerInstances', { 'serverInstanceNoList.1': running });
  assert.equal((await fetch(url, { headers: headers.GET })).status, 200);
  assert.deepEqual(
    sandbox.commits.map(({ action }) => action),
    ['stopServerInstances'],
  );
});
