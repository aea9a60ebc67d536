// The exported script, run as it is, against a real sandbox.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { NcloudClient, sites } from '../../../../src/client/index';
import { type Environment, fieldText, type Row, type Values } from '../../../../src/reference/index';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index';
import {
  cliCommand,
  curlScript,
  exportRequest,
  httpText,
  powerShellScript,
  UnquotableError,
} from '../../../../src/servers/exports/index';
import { needs } from '../../../support/needs';

const run = promisify(execFile);
const hostile = `it's $(touch pwned) "${['$', '{HOME}'].join('')}" & 한글 \\ % + =`;
let sandbox: Sandbox;
let client: NcloudClient;
before(async () => {
  sandbox = await startSandbox();
  client = new NcloudClient(sandbox);
});
after(() => sandbox.stop());

async function first(service: 'vpc' | 'vserver' | 'server', action: string, params = {}): Promise<Row> {
  const [row] = await client.list(service, action, params);
  assert.ok(row, action);
  return row;
}

async function valuesFor(environment: Environment): Promise<Values> {
  const common = { serverName: 'exported-1', serverDescription: hostile };
  if (environment === 'classic') {
    const image = await first('server', 'getServerImageProductList', { regionNo: '1' });
    const userData = '#!/bin/sh\necho "it\'s on"\n';
    return { ...common, serverImageProductCode: fieldText(image, 'productCode'), userData };
  }
  const subnet = await first('vpc', 'getSubnetList', { regionCode: 'KR', usageTypeCode: 'GEN' });
  const vpcNo = fieldText(subnet, 'vpcNo');
  const group = await first('vserver', 'getAccessControlGroupList', { regionCode: 'KR', vpcNo });
  const image = await first('vserver', 'getServerImageList', { regionCode: 'KR' });
  return {
    ...common,
    serverImageNo: fieldText(image, 'serverImageNo'),
    vpcNo,
    subnetNo: fieldText(subnet, 'subnetNo'),
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.1.accessControlGroupNoList.1': fieldText(group, 'accessControlGroupNo'),
  };
}

for (const environment of ['vpc', 'classic'] as const) {
  test(
    `the exported curl script, run by sh, creates that server: ${environment}`,
    needs('sh', 'curl', 'openssl'),
    async () => {
      const context = { environment, rows: {} };
      const request = exportRequest(environment, sandbox.endpoint, 'KR', await valuesFor(environment), context);
      const script = curlScript(request);
      for (const secret of [sandbox.accessKey, sandbox.secretKey]) assert.ok(!script.includes(secret));
      const before = sandbox.commits.length;
      const env = {
        PATH: process.env.PATH,
        NCLOUD_ACCESS_KEY: sandbox.accessKey,
        NCLOUD_SECRET_KEY: sandbox.secretKey,
      };
      const { stdout } = await run('sh', ['-c', script], { env });
      const made = sandbox.commits.slice(before);
      assert.deepEqual(
        made.map(({ action }) => action),
        ['createServerInstances'],
        stdout,
      );
      const service = environment === 'vpc' ? 'vserver' : 'server';
      const row = await first(service, 'getServerInstanceList', { serverInstanceNoList: [made[0]?.serverInstanceNo] });
      assert.equal(row.serverName, 'exported-1');
      assert.equal(row.serverDescription, hostile);
    },
  );
}

test('without keys in its environment the script sends nothing', needs('sh'), async () => {
  const request = exportRequest('vpc', sandbox.endpoint, 'KR', await valuesFor('vpc'), {
    environment: 'vpc',
    rows: {},
  });
  const before = sandbox.requests.length;
  await assert.rejects(
    run('sh', ['-c', curlScript(request)], { env: { PATH: process.env.PATH } }),
    /NCLOUD_ACCESS_KEY/,
  );
  assert.equal(sandbox.requests.length, before);
});

test('the request to read holds address and body as they are sent, and no key', async () => {
  const values = { serverImageNo: '7', vpcNo: '1', subnetNo: '2', serverName: 'web-1', serverDescription: hostile };
  const request = exportRequest('vpc', sites.public.endpoint, 'KR', values, { environment: 'vpc', rows: {} });
  const text = httpText(request);
  assert.match(text, /^POST https:\/\/ncloud\.apigw\.ntruss\.com\/vserver\/v2\/createServerInstances /);
  const body = text.slice(text.indexOf('\n\n') + 2).replace(/\n/g, '');
  assert.equal(new URLSearchParams(body).get('serverDescription'), hostile);
  assert.equal(new URLSearchParams(body).get('regionCode'), 'KR');
  assert.equal([...new URLSearchParams(body)].length, 7);
});

test('a script that creates servers says how many, in the words for one and for several', () => {
  for (const write of [curlScript, powerShellScript, cliCommand]) {
    const text = (names: string[]) =>
      write({ environment: 'vpc', endpoint: sites.public.endpoint, values: { serverName: 'web' }, names });
    assert.match(text(['web']), /^# Creates 1 server\. Running it twice creates another one, and both are billed\.$/m);
    assert.match(text(['web001', 'web002']), /^# Creates 2 servers\. Running it twice creates as many again, and all/m);
  }
});

test('the ncloud command refuses what it could only write wrongly', () => {
  const request = (value: string) => ({
    environment: 'classic' as const,
    endpoint: sites.public.endpoint,
    values: { 'instanceTagList.1.tagKey': 'k', 'instanceTagList.1.tagValue': value },
    names: ['a'],
  });
  assert.match(cliCommand(request('v')), /--instanceTagList 'tagKey='\\''k'\\'', tagValue='\\''v'\\'''/);
  assert.throws(() => cliCommand(request("v', tagKey='other")), UnquotableError);
});
