import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { serve } from '../../support/fault-server';
import { serverAnswer, toJson, toXml } from './answers';

test('a script can require the client as one file, without a package', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'client-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const outfile = join(folder, 'client.cjs');
  const node = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
  } as const;
  await build({ ...node, entryPoints: ['src/script.ts'], outfile });
  const { NcloudClient, NcloudError, sign, sites } = createRequire(outfile)(outfile);

  assert.equal(sites.public.endpoint, 'https://ncloud.apigw.ntruss.com');
  const vector = {
    method: 'GET',
    url: '/cluster/kubeconfig',
    timestamp: '1668407407855',
    accessKey: 'access',
    secretKey: 'secret',
  };
  assert.equal(sign(vector), 'LTJli9+OKT2KvUXxiKslMfu5FIOmDN83avehOvgUFp0=');
  const { endpoint } = await serve(t, (response, { body }) => {
    if (body.includes('vpcNo'))
      response.writeHead(400).end('<responseError><returnCode>9</returnCode></responseError>');
    else response.end((body.includes('=xml') ? toXml : toJson)('getServerInstanceListResponse', serverAnswer(1)));
  });
  const client = new NcloudClient({ endpoint, accessKey: 'a', secretKey: 'b' });
  for (const format of ['json', 'xml']) {
    const [row] = await client.list('vserver', 'getServerInstanceList', {}, { format });
    assert.equal(row.serverInstanceNo, '3081226');
  }
  const refused = client.call('vserver', 'getServerInstanceList', { vpcNo: '1' });
  await assert.rejects(refused, (error) => error instanceof NcloudError && (error as Error).name === 'ApiError');
});
