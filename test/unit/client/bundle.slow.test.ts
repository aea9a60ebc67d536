import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { serve } from '../../support/fault-server';
import { needs } from '../../support/needs';
import { serveProxy, through } from '../../support/proxy';
import { selfSigned, serveTls } from '../../support/tls';
import { serverAnswer, toJson, toXml } from './answers';

/** The client as one file in a new folder that lives as long as the test. */
async function bundled(t: TestContext): Promise<string> {
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
  return outfile;
}

test('a script can require the client as one file, without a package', async (t) => {
  const outfile = await bundled(t);
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

test(
  'a script behind a company proxy: through the proxy, and with the certificate that Node is told to trust',
  needs('openssl'),
  async (t) => {
    const client = await bundled(t);
    const certificate = selfSigned('ncloud.apigw.ntruss.com');
    const trusted = join(dirname(client), 'company.pem');
    writeFileSync(trusted, certificate.cert);
    const answer = toJson('createServerInstancesResponse', serverAnswer(1));
    const { port, commits } = await serveTls(t, certificate, (response) => response.end(answer));
    const proxy = await serveProxy(t, through(port));
    const script = `
    const { NcloudClient, sites } = require(${JSON.stringify(client)});
    const proxy = 'http://user:pw%%@127.0.0.1:${proxy.port}';
    new NcloudClient({ endpoint: sites.public.endpoint, accessKey: 'a', secretKey: 'b', proxy })
      .call('vserver', 'createServerInstances')
      .then((answer) => console.log(answer.returnCode), (error) => console.log(error.outcome, error.reason));`;
    const run = async (env: Record<string, string>): Promise<string> => {
      const options = { env: { ...process.env, ...env } };
      return (await promisify(execFile)(process.execPath, ['-e', script], options)).stdout.trim();
    };
    assert.equal(await run({}), 'rejected certificate');
    assert.equal(commits.length, 0);
    assert.equal(await run({ NODE_EXTRA_CA_CERTS: trusted }), '0');
    assert.equal(commits.length, 1);
    assert.match(proxy.asked[1] ?? '', new RegExp(Buffer.from('user:pw%%').toString('base64')));
  },
);
