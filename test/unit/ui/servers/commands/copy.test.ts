// What is copied of servers, that it is said, and that a server which lacks it is named.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { NcloudClient } from '../../../../../src/client/index';
import { startSandbox } from '../../../../../src/sandbox/index';
import { listServers, type Server } from '../../../../../src/servers/index';
import type { Account } from '../../../../../src/ui/accounts/account';
import type { Sessions } from '../../../../../src/ui/accounts/session';
import { copyPrivateIps, copyPublicIps, copySshCommands } from '../../../../../src/ui/servers/commands/copy';
import type { Targets } from '../../../../../src/ui/servers/commands/targets';

const account: Account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };

async function open(t: TestContext) {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  const client = new NcloudClient(sandbox);
  const running = (await listServers(client, 'vpc', 'KR')).filter(
    ({ state, os }) => state === 'running' && os !== 'windows',
  );
  const withIp = running.find(({ publicIp }) => publicIp);
  const without = running.find(({ publicIp }) => !publicIp);
  assert.ok(withIp?.publicIp && without);
  const copied: string[] = [];
  const brief: string[] = [];
  const said: string[] = [];
  const own = [vscode.window, vscode.env].map((part) => [part, { ...part }] as const);
  t.after(() => {
    for (const [part, before] of own) Object.assign(part, before);
  });
  Object.assign(vscode.window, {
    setStatusBarMessage: (text: string) => void brief.push(text),
    showInformationMessage: async (text: string) => void said.push(text),
    showErrorMessage: async (text: string) => void said.push(text),
    withProgress: (_: unknown, run: () => Promise<unknown>) => run(),
  });
  Object.assign(vscode.env, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  const sessions = { open: async () => ({ client }) } as unknown as Sessions;
  const on = (servers: readonly Server[], site: Account['site'] = 'public') =>
    ({
      choose: async () => servers.map((server) => ({ account: { ...account, site }, server })),
    }) as unknown as Targets;
  return { withIp, without, copied, brief, said, sessions, on };
}

test('public addresses: a line each, and a word about those without one', async (t) => {
  const { withIp, without, copied, brief, said, on } = await open(t);
  await copyPublicIps(on([withIp, { ...withIp, publicIp: '203.0.113.99' }, without]), []);
  assert.deepEqual(copied, [`${withIp.publicIp}\n203.0.113.99`]);
  assert.deepEqual(brief, [`Copied: ${withIp.publicIp}, 203.0.113.99`]);
  assert.deepEqual(said, [`Nothing was copied for ${without.name}: no public IP.`]);
  await copyPublicIps(on([]), []);
  assert.deepEqual([copied.length, brief.length, said.length], [1, 1, 1]);
});

test('private addresses: those of VPC are asked for, those of Classic stand in the row', async (t) => {
  const { withIp, without, copied, said, sessions, on } = await open(t);
  const classic: Server = { ...without, environment: 'classic', number: '7', privateIp: '10.41.0.10' };
  await copyPrivateIps(on([withIp, classic]), sessions, []);
  assert.match(copied[0] ?? '', /^(?:10|172|192)\.[\d.]+\n10\.41\.0\.10$/);
  assert.deepEqual(said, []);
});

test('private addresses: servers of two accounts may have one number, and each keeps its own address', async (t) => {
  const { withIp, without, copied, sessions, on } = await open(t);
  const classic = (privateIp: string): Server => ({
    ...without,
    environment: 'classic',
    number: withIp.number,
    privateIp,
  });
  await copyPrivateIps(on([classic('10.41.0.10'), classic('10.41.0.11')]), sessions, []);
  assert.deepEqual(copied, ['10.41.0.10\n10.41.0.11']);
});

test('SSH commands: of servers that SSH reaches, and in the sandbox with a word that nothing is there', async (t) => {
  const { withIp, without, copied, said, on } = await open(t);
  const { publicIp: _, ...hidden } = withIp;
  const forwarded = { ...hidden, portForwarding: { ip: '198.51.100.7', externalPort: 1025, internalPort: 22 } };
  await copySshCommands(on([withIp, forwarded]), []);
  assert.deepEqual([copied, said], [[`ssh root@${withIp.publicIp}\nssh root@198.51.100.7 -p 1025`], []]);
  await copySshCommands(on([without, { ...withIp, os: 'windows' }]), []);
  assert.equal(copied.length, 1);
  assert.match(said[0] ?? '', /no address for SSH/);
  await copySshCommands(on([withIp], 'sandbox'), []);
  assert.match(said[1] ?? '', /simulated/);
});
