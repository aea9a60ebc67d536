import assert from 'node:assert/strict';
import test from 'node:test';
import { NcloudClient } from '../../../src/client/index';
import { startSandbox } from '../../../src/sandbox/index';
import { listServers, readServers } from '../../../src/servers/index';

async function open(t: { after: (end: () => Promise<void>) => void }) {
  const sandbox = await startSandbox({ speed: 'instant', seed: 7, servers: 5 });
  t.after(() => sandbox.stop());
  const { endpoint, accessKey, secretKey } = sandbox;
  return { sandbox, client: new NcloudClient({ endpoint, billingEndpoint: endpoint, accessKey, secretKey }) };
}

const asked = (requests: readonly { action: string }[], action: string) =>
  requests.filter((request) => request.action === action).length;

test('a VPC region is one call', async (t) => {
  const { sandbox, client } = await open(t);
  const servers = await listServers(client, 'vpc', 'KR');
  assert.ok(servers.length > 0);
  for (const server of servers) {
    assert.equal(server.environment, 'vpc');
    assert.equal(server.region, 'KR');
    assert.ok(server.number && server.name && server.cpuCount > 0 && server.memorySize > 2 ** 20);
    assert.notEqual(server.state, 'other');
  }
  assert.equal(sandbox.requests.length, 1);
});

test('a Classic region is one call for each of its zones, and each server comes once', async (t) => {
  const { sandbox, client } = await open(t);
  const servers = await listServers(client, 'classic', '1');
  assert.ok(servers.length > 0);
  assert.equal(new Set(servers.map(({ number }) => number)).size, servers.length);
  assert.equal(asked(sandbox.requests, 'getZoneList'), 1);
  const zones = await client.list('server', 'getZoneList', { regionNo: '1' });
  assert.equal(asked(sandbox.requests, 'getServerInstanceList'), zones.length);
});

test('servers are read again with one call for all of them', async (t) => {
  const { sandbox, client } = await open(t);
  const servers = await listServers(client, 'vpc', 'KR');
  const [first, second] = servers;
  assert.ok(first && second);
  const before = asked(sandbox.requests, 'getServerInstanceList');
  const again = await readServers(client, [first, second]);
  assert.equal(asked(sandbox.requests, 'getServerInstanceList'), before + 1);
  assert.deepEqual(again.map(({ number }) => number).sort(), [first.number, second.number].sort());
});

test('a server that is gone is missing, and is no error', async (t) => {
  const { client } = await open(t);
  const [server] = await listServers(client, 'vpc', 'KR');
  assert.ok(server);
  assert.deepEqual(await readServers(client, [{ ...server, number: '99999999' }]), []);
  assert.deepEqual(await readServers(client, []), []);
});
