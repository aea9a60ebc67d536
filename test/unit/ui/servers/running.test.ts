// After a creation: one notification, whose buttons lead on, and only to what is there.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { type Server, toServer } from '../../../../src/servers/index';
import { tellRunning } from '../../../../src/ui/servers/running';

const web = (number: string, more: Partial<Server> = {}): Server => ({
  ...toServer('vpc', { serverInstanceNo: number, serverName: `web-${number}` }),
  state: 'running',
  os: 'linux',
  ...more,
});
const open = { publicIp: '203.0.113.7' };
const forwarded = { portForwarding: { ip: '198.51.100.7', externalPort: 1025, internalPort: 22 } };

/** What is said of these servers, and the command that the button `choice` runs. */
async function told(t: TestContext, servers: readonly Server[], isSandbox = false, choice?: string) {
  const said: string[][] = [];
  const ran: unknown[][] = [];
  const own = [vscode.window, vscode.commands].map((part) => [part, { ...part }] as const);
  t.after(() => {
    for (const [part, before] of own) Object.assign(part, before);
  });
  Object.assign(vscode.window, {
    showInformationMessage: async (...shown: string[]) => {
      said.push(shown);
      return choice;
    },
  });
  Object.assign(vscode.commands, { executeCommand: async (...args: unknown[]) => void ran.push(args) });
  tellRunning('a', servers, isSandbox);
  await new Promise((resolve) => setImmediate(resolve));
  return { said, ran };
}

test('the next steps are those that there are', async (t) => {
  const cases: readonly [servers: readonly Server[], isSandbox: boolean, said: readonly string[]][] = [
    [[web('1', open)], false, ['web-1 is running (203.0.113.7)', 'Copy IP', 'Copy SSH Command', 'Follow Boot Log']],
    [[web('1', open)], true, ['web-1 is running (203.0.113.7)', 'Copy IP', 'Copy SSH Command']],
    [[web('1', { ...open, os: 'windows' })], false, ['web-1 is running (203.0.113.7)', 'Copy IP']],
    [[web('1')], false, ['web-1 is running. It has no public IP.', 'Copy Private IP']],
    [[web('1', forwarded)], false, ['web-1 is running', 'Copy Private IP', 'Copy SSH Command', 'Follow Boot Log']],
    [[web('1', open), web('2')], false, ['2 servers are running: web-1, web-2', 'Copy IPs', 'Copy SSH Commands']],
    [[web('1'), web('2')], false, ['2 servers are running: web-1, web-2', 'Copy Private IPs']],
  ];
  for (const [servers, isSandbox, expected] of cases) {
    const { said, ran } = await told(t, servers, isSandbox);
    assert.deepEqual([said, ran], [[expected], []]);
  }
  assert.deepEqual((await told(t, [])).said, []);
});

test('a button does for all of them what it says', async (t) => {
  const { ran } = await told(t, [web('1', open), web('2', open)], false, 'Copy SSH Commands');
  const rows = ['1', '2'].map((number) => ({ kind: 'server', accountId: 'a', number }));
  assert.deepEqual(ran, [['ncloud.copySshCommand', rows[0], rows]]);
});
