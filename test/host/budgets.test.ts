// The budgets that only the running extension can show: how often it calls, and that it never blocks the host.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { longestTask } from '../support/longest-task.cjs';
import { answering, callsDuring, eventually, openSandbox, rows, vpc } from './extension';
import type { HostTest } from './index';

async function stopOne(api: Api) {
  const server = api.model.get(vpc)?.servers.find(({ state }) => state === 'running');
  assert.ok(server, 'nothing runs');
  const node = { kind: 'server', accountId: vpc, number: server.number };
  await answering({ showWarningMessage: async (_: string, __: object, action: string) => action }, async () => {
    await vscode.commands.executeCommand('ncloud.stopServer', node);
  });
  return server.number;
}

export const tests: readonly HostTest[] = [
  {
    name: 'a refresh is one list call a region',
    async run() {
      const api = await openSandbox();
      const account = api.tree.account(vpc);
      const calls = await callsDuring(async () => {
        await vscode.commands.executeCommand('ncloud.refresh', account);
      });
      assert.deepEqual(calls, ['/vserver/v2/getServerInstanceList']);
      assert.ok((await rows(api, account)).length > 0);
    },
  },
  {
    name: 'out of sight only what this window began is followed, and what others change waits for the view',
    async run() {
      const api = await openSandbox();
      const foreign = api.model.get(vpc)?.servers.find(({ state }) => state === 'stopped');
      assert.ok(foreign);
      const number = await stopOne(api);
      await vscode.commands.executeCommand('workbench.view.explorer');
      await pause(500);
      // Somebody else seems to start a server; no more than that is known here.
      const starting = { ...foreign, state: 'starting', operation: 'START', isChanging: true } as const;
      api.model.lookAt(vpc, [foreign.number], [starting], Date.now());
      const own = await callsDuring(async () => {
        await eventually('stopped', () => api.model.server(vpc, number)?.state === 'stopped');
      });
      assert.ok(own.length > 0 && own.length < 6, `${own.length} calls`);
      assert.deepEqual([...new Set(own)], ['/vserver/v2/getServerInstanceList']);
      const hidden = await callsDuring(() => pause(8000));
      assert.deepEqual(hidden, [], 'asked while hidden');
      assert.equal(api.model.server(vpc, foreign.number)?.state, 'starting');
      const seen = await callsDuring(async () => {
        await vscode.commands.executeCommand('ncloud.servers.focus');
        await eventually('looked at', () => api.model.server(vpc, foreign.number)?.state === 'stopped');
      });
      assert.deepEqual(seen, ['/vserver/v2/getServerInstanceList']);
    },
  },
  {
    name: 'no task blocks the host for more than 50 ms: list, refresh, stop, form',
    async run() {
      const api = await openSandbox();
      const longest = await longestTask(async () => {
        await vscode.commands.executeCommand('ncloud.refresh', api.tree.account(vpc));
        await stopOne(api);
        await vscode.commands.executeCommand('ncloud.createServer', api.tree.account(vpc));
        await pause(2000);
      });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
      assert.ok(longest > 0 && longest <= 50, `${longest.toFixed(1)} ms`);
    },
  },
];
