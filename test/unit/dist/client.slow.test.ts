// The two files that scripts build on, dist/client.cjs and dist/sandbox-cli.cjs, used as scripts use them.
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import type { NcloudClient as Client, Params } from '../../../src/client';
import { flatten } from '../../../src/client/params';
import type * as Script from '../../../src/script';
import { serve } from '../../support/fault-server';
import { needs } from '../../support/needs';

type Format = 'json' | 'xml';
type Answer = Readonly<Record<string, unknown>>;
interface Keys {
  endpoint: string;
  accessKey: string;
  secretKey: string;
}

const root = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'dist-'));
let script: typeof Script;
let NcloudClient: new (keys: Keys) => Client;

before(() => {
  if (!existsSync(join(root, 'dist/client.cjs'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root });
  script = createRequire(join(root, 'package.json'))('./dist/client.cjs');
  NcloudClient = script.NcloudClient;
});
after(() => rmSync(work, { recursive: true }));

/** A sandbox process of its own: same seed, so that two of them answer alike. */
async function sandbox(...flags: string[]): Promise<{ keys: Keys; process: ChildProcessWithoutNullStreams }> {
  const child = spawn(process.execPath, [join(root, 'dist/sandbox-cli.cjs'), '--port', '0', ...flags], { cwd: root });
  for await (const line of createInterface(child.stdout)) return { keys: JSON.parse(line), process: child };
  throw new Error('The sandbox printed nothing');
}

/** Rows of a list; ids and codes in them go back into requests as they came. */
function rows(answer: Answer, list: string): Params[] {
  const value = answer[list];
  assert.ok(Array.isArray(value), `${list} is a list`);
  return value as Params[];
}

const flows = {
  vserver: {
    create: async (client: Client, format: Format) => {
      const first = async (service: 'vserver' | 'vpc', action: string, list: string, params = {}) =>
        rows(await client.call(service, action, params, { format }), list)[0] ?? assert.fail(`${list} is empty`);
      const image = await first('vserver', 'getServerImageList', 'serverImageList');
      const spec = await first('vserver', 'getServerSpecList', 'serverSpecList', {
        serverImageNo: image.serverImageNo,
      });
      const { vpcNo } = await first('vpc', 'getVpcList', 'vpcList');
      const subnet = await first('vpc', 'getSubnetList', 'subnetList', { vpcNo, usageTypeCode: 'GEN' });
      const group = await first('vserver', 'getAccessControlGroupList', 'accessControlGroupList', { vpcNo });
      return {
        serverName: 'parity-1',
        serverImageNo: image.serverImageNo,
        serverSpecCode: spec.serverSpecCode,
        vpcNo,
        subnetNo: subnet.subnetNo,
        networkInterfaceList: [{ networkInterfaceOrder: 0, accessControlGroupNoList: [group.accessControlGroupNo] }],
      };
    },
  },
  server: {
    create: async (client: Client, format: Format) => {
      const images = await client.call('server', 'getServerImageProductList', {}, { format });
      const image = rows(images, 'productList')[0] ?? assert.fail('no image');
      return { serverName: 'parity-1', serverImageProductCode: image.productCode };
    },
  },
} as const;

/** Lists, creates and waits for RUN; every answer on the way. */
async function wholeJob(service: 'server' | 'vserver', format: Format): Promise<Answer[]> {
  const { keys, process: child } = await sandbox('--speed', 'instant', '--servers', '3');
  try {
    const client = new NcloudClient(keys);
    const answers: Answer[] = [await client.call(service, 'getServerInstanceList', {}, { format })];
    const request = await flows[service].create(client, format);
    const created = await client.call(service, 'createServerInstances', request, { format });
    answers.push(created);
    const number = rows(created, 'serverInstanceList')[0]?.serverInstanceNo;
    assert.equal(typeof number, 'string');
    for (let look = 0; look < 20; look++) {
      const params = { serverInstanceNoList: [number] };
      const answer = await client.call(service, 'getServerInstanceList', params, { format });
      answers.push(answer);
      const status = rows(answer, 'serverInstanceList')[0]?.serverInstanceStatus as unknown as { code: string };
      if (status.code === 'RUN') return answers;
    }
    return assert.fail('The server never ran');
  } finally {
    child.kill();
  }
}

/** Dates and request ids differ from run to run and are not what is compared. */
function timeless(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => {
      if (key === 'requestId') return typeof inner;
      return typeof inner === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(inner) ? 'date' : inner;
    }),
  );
}

for (const service of ['vserver', 'server'] as const) {
  test(`${service}: list, create and wait for RUN give the same over JSON and XML`, async () => {
    const json = await wholeJob(service, 'json');
    const xml = await wholeJob(service, 'xml');
    assert.ok(json.length >= 3);
    assert.deepEqual(timeless(xml), timeless(json));
  });
}

const places = [
  { environment: 'vpc', service: 'vserver', region: 'KR' },
  { environment: 'classic', service: 'server', region: '1' },
] as const;
for (const { environment, service, region } of places) {
  test(`${environment}: a script lists, reads, operates and creates servers through the one file`, async () => {
    const { keys, process: child } = await sandbox('--speed', 'instant', '--servers', '3');
    try {
      const { createServers, listServers, operateServer, readServers } = script;
      const client = new NcloudClient(keys);
      const before = await listServers(client, environment, region);
      assert.ok(before.length > 0);
      const [target] = before.filter(({ state }) => state === 'running');
      assert.ok(target);
      assert.deepEqual(await readServers(client, [target]), [target]);
      const stopped = await operateServer(client, target, 'stop');
      assert.equal(stopped.kind, 'done');
      const request = await flows[service].create(client, 'json');
      const values = Object.fromEntries(flatten({ ...request, serverName: 'by-script' } as Params));
      const outcome = await createServers(client, environment, region, values, { environment, rows: {} });
      assert.ok(outcome.kind === 'created', JSON.stringify(outcome));
      const after = await listServers(client, environment, region);
      assert.equal(after.length, before.length + 1);
      assert.ok(after.some(({ number, name }) => number === outcome.servers[0]?.number && name === 'by-script'));
    } finally {
      child.kill();
    }
  });
}

test(
  'curl with a signature by openssl lists servers, and every change is in the commit log',
  needs('curl', 'openssl'),
  async () => {
    const log = join(work, 'commits.jsonl');
    const { keys, process: child } = await sandbox('--speed', 'instant', '--servers', '2', '--commit-log', log);
    try {
      const curl = (path: string, timestamp = Date.now(), secret = keys.secretKey) => {
        const text = `GET ${path}\n${timestamp}\n${keys.accessKey}`;
        const signature = execFileSync('openssl', ['dgst', '-sha256', '-hmac', secret, '-binary'], { input: text });
        const headers = {
          'x-ncp-apigw-timestamp': String(timestamp),
          'x-ncp-iam-access-key': keys.accessKey,
          'x-ncp-apigw-signature-v2': signature.toString('base64'),
        };
        const flags = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
        return execFileSync('curl', ['--silent', '--noproxy', '*', ...flags, `${keys.endpoint}${path}`], {
          encoding: 'utf8',
        });
      };
      const list = '/vserver/v2/getServerInstanceList';
      assert.match(curl(list), /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<getServerInstanceListResponse>/);
      const json = JSON.parse(curl(`${list}?responseFormatType=json`));
      assert.equal(json.getServerInstanceListResponse.totalRows, 2);
      const authentication = { errorCode: '200', message: 'Authentication Failed' };
      for (const answer of [curl(list, Date.now(), 'wrong'), curl(list, Date.now() - 6 * 60_000)]) {
        const { error } = JSON.parse(answer);
        assert.deepEqual({ errorCode: error.errorCode, message: error.message }, authentication);
      }
      assert.equal(JSON.parse(curl('/vserver/v2/getNothing')).error.errorCode, '300');
      assert.match(curl(`${list}?serverInstanceStatusCode=NONE`), /<responseError>\s*<returnCode>/);

      const client = new NcloudClient(keys);
      const { serverInstanceNo } =
        rows(
          await client.call('vserver', 'getServerInstanceList', { serverInstanceStatusCode: 'RUN' }),
          'serverInstanceList',
        )[0] ?? assert.fail('nothing runs');
      await client.call('vserver', 'stopServerInstances', { serverInstanceNoList: [serverInstanceNo] });
      const commits = readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.equal(commits.length, 1);
      assert.deepEqual(Object.keys(commits[0]), ['action', 'serverInstanceNo', 'at']);
      assert.equal(commits[0].serverInstanceNo, serverInstanceNo);
    } finally {
      child.kill();
    }
  },
);

test('what is built follows no redirect, and takes no proxy from the environment', async (t) => {
  const elsewhere = await serve(t, (response) => response.end('{}'));
  const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
  const before = names.map((name) => [name, process.env[name]] as const);
  t.after(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  for (const name of names) process.env[name] = elsewhere.endpoint;
  const asked = await serve(t, (response) => response.writeHead(307, { Location: `${elsewhere.endpoint}/` }).end());
  const client = new NcloudClient({ endpoint: asked.endpoint, accessKey: 'access', secretKey: 'secret' });
  await assert.rejects(client.call('vserver', 'createServerInstances', { serverName: 'web' }), { code: 'redirect' });
  assert.deepEqual([asked.asked.length, elsewhere.asked.length], [1, 0]);
});
