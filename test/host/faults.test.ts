// Servers that were stopped by a fault: they are billed, so everything may be tried, and NCP's console is named.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account } from '../../src/ui/accounts/account';
import { pointToConsole } from '../../src/ui/servers/commands/console';
import { answering, eventually, openSandbox, rows, vpc } from './extension';
import type { HostTest } from './index';
import { onWire } from './scripts-wire';

const list = 'getServerInstanceList';

/** The answer with the server of that number in the state of a fault. */
function broken(body: string, number: string): string {
  const json = JSON.parse(body);
  for (const row of json[`${list}Response`].serverInstanceList) {
    if (row.serverInstanceNo === number) row.serverInstanceStatus = { code: 'SD_FL', codeName: '' };
  }
  // The length was announced already.
  return JSON.stringify(json).padEnd(body.length);
}

export const tests: readonly HostTest[] = [
  {
    name: 'a server in a fault state is offered in the menus and can be terminated',
    async run() {
      const api = await openSandbox();
      const target = api.model.get(vpc)?.servers.find(({ state, isProtected }) => state === 'stopped' && !isProtected);
      assert.ok(target);
      const { number, name } = target;
      const questions: string[] = [];
      const warnings: string[] = [];
      const showWarningMessage = async (
        text: string,
        options?: { modal?: boolean; detail?: string },
        action?: string,
      ) => {
        if (options?.modal) questions.push(options.detail ?? '');
        else warnings.push(text);
        return action;
      };
      const called = await onWire(
        [{ action: list, strikes: (body) => broken(body, number), times: 1000 }],
        async () => {
          await vscode.commands.executeCommand('ncloud.refresh', api.tree.account(vpc));
          assert.equal(api.model.server(vpc, number)?.state, 'failed');
          const row = (await rows(api, api.tree.account(vpc))).find(
            ({ node }) => node.kind === 'server' && node.number === number,
          );
          assert.match(row?.item.contextValue ?? '', /^server\.failed\b/);
          await answering({ showWarningMessage, showInputBox: async () => name }, async () => {
            await vscode.commands.executeCommand('ncloud.terminateServer', row?.node);
            await vscode.commands.executeCommand('ncloud.stopServer', row?.node);
          });
        },
      );
      assert.equal(called.filter((action) => action === 'terminateServerInstances').length, 1);
      assert.equal(questions.length > 0, true);
      assert.match(questions[0] ?? '', /may refuse|거부/);
      await eventually('gone', () => api.model.server(vpc, number) === undefined);
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
    },
  },
  {
    name: 'a refusal after a fault opens the console of the site, and in the sandbox none',
    async run() {
      const account: Account = { id: 'g', label: 'g', site: 'government', environment: 'vpc', region: 'KR' };
      const { showWarningMessage } = vscode.window;
      const { openExternal } = vscode.env;
      const said: unknown[][] = [];
      const opened: string[] = [];
      Object.assign(vscode.window, {
        showWarningMessage: async (...args: unknown[]) => {
          said.push(args);
          return args[1];
        },
      });
      Object.assign(vscode.env, { openExternal: async (uri: vscode.Uri) => opened.push(uri.toString()) });
      try {
        await pointToConsole('web: no.', account);
        await pointToConsole('web: no.', { ...account, site: 'sandbox' });
      } finally {
        Object.assign(vscode.window, { showWarningMessage });
        Object.assign(vscode.env, { openExternal });
      }
      assert.deepEqual(
        opened.map((address) => new URL(address).hostname),
        ['console.gov-ncloud.com'],
      );
      assert.match(String(said[0]?.[0]), /^web: no\. ./);
      assert.deepEqual(said[1], ['web: no.']);
    },
  },
];
