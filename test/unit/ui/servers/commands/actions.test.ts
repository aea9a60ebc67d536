// Enter, the palette and a double click ask what to do with a server; a single click only selects it.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import type { Server } from '../../../../../src/servers/index';
import type { Account } from '../../../../../src/ui/accounts/account';
import { ServerActions } from '../../../../../src/ui/servers/commands/actions';
import type { Targets } from '../../../../../src/ui/servers/commands/targets';
import { sandboxServers } from './sandbox-servers';

const account: Account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };

/** The actions over targets of the test; `asked` takes the questions, `ran` the commands of the choice `pick`. */
async function open(servers: readonly Server[], pick?: string) {
  const time = { now: 1_000 };
  const asked: { placeHolder: string; labels: string[] }[] = [];
  const ran: unknown[][] = [];
  const all = servers.map((server) => ({ account, server }));
  const targets: Partial<Targets> = {
    named: (rows) => all.filter(({ server }) => rows.some((row) => (row as Server).number === server.number)),
    choose: async () => all,
  };
  const own = [vscode.window, vscode.commands, vscode.workspace].map((part) => [part, { ...part }] as const);
  let openMode: string | undefined;
  Object.assign(vscode.window, {
    showQuickPick: async (items: vscode.QuickPickItem[], { placeHolder }: { placeHolder: string }) => {
      asked.push({ placeHolder, labels: items.map(({ label }) => label) });
      return items.find(({ label }) => label === pick);
    },
  });
  Object.assign(vscode.commands, { executeCommand: async (...args: unknown[]) => void ran.push(args) });
  Object.assign(vscode.workspace, { getConfiguration: () => ({ get: () => openMode }) });
  const actions = new ServerActions(targets as Targets, () => time.now);
  const close = () => {
    for (const [part, before] of own) Object.assign(part, before);
  };
  const setOpenMode = (mode: string) => {
    openMode = mode;
  };
  return { actions, time, asked, ran, close, setOpenMode };
}

test('one click asks nothing, two on one row ask once, two that are far apart or on two rows do not', async (t) => {
  const [one, other] = await sandboxServers(t);
  assert.ok(one && other);
  const { actions, time, asked, close, setOpenMode } = await open([one, other]);
  t.after(close);
  const click = async (row: Server, after: number) => {
    time.now += after;
    await actions.run([row, 'click']);
    return asked.length;
  };
  assert.deepEqual([await click(one, 0), await click(one, 2_000), await click(other, 100)], [0, 0, 0]);
  assert.deepEqual([await click(one, 100), await click(one, 200)], [0, 1]);
  assert.match(asked[0]?.placeHolder ?? '', new RegExp(`do with ${one.name}\\?$`));
  assert.equal(await click(one, 100), 1, 'a third click is the first of another two');
  setOpenMode('doubleClick');
  assert.equal(await click(other, 5_000), 2, 'rows that open with two clicks tell of the second one only');
});

test('Enter asks about the row with the focus when that is a server, and about nothing else', async (t) => {
  const [server] = (await sandboxServers(t)).filter(({ state }) => state === 'running');
  assert.ok(server);
  const { actions, asked, ran, close } = await open([server], 'Stop Server');
  t.after(close);
  await actions.run(['enter']);
  assert.deepEqual(asked, [], 'the row was none of a server, and did not call');
  await actions.run([server, 'click']);
  await actions.run(['enter']);
  const row = { kind: 'server', accountId: 'a', number: server.number };
  assert.deepEqual(ran, [['ncloud.stopServer', row, [row]]]);
});

test('only what is possible is offered, and of several servers only what takes several', async (t) => {
  const servers = await sandboxServers(t);
  const running = servers.find(({ state, publicIp, os }) => state === 'running' && publicIp && os !== 'windows');
  const stopped = servers.find(({ state }) => state === 'stopped');
  assert.ok(running && stopped);
  const offered = async (...some: Server[]) => {
    const { actions, asked, close } = await open(some);
    await actions.run([]);
    close();
    return asked[0]?.labels ?? [];
  };
  const alone = await offered(running);
  assert.deepEqual(alone.slice(0, 3), ['Copy Public IP', 'Copy SSH Command', 'Copy Private IP']);
  assert.ok(alone.includes('Stop Server') && !alone.includes('Start Server'));
  const idle = await offered(stopped);
  assert.ok(idle.includes('Start Server') && !idle.includes('Stop Server') && !idle.includes('Copy SSH Command'));
  const both = await offered(running, stopped);
  assert.ok(both.includes('Start Server') && both.includes('Stop Server') && !both.includes('Follow Boot Log'));
});
