// The boot log of a server: one terminal, however often it is asked for, and none for a server that is simulated.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import { type Server, toServer } from '../../../../../src/servers/index';
import type { Account } from '../../../../../src/ui/accounts/account';
import { followBootLog } from '../../../../../src/ui/servers/commands/boot-log';
import type { Targets } from '../../../../../src/ui/servers/commands/targets';

const account: Account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };
const web = (number: string, publicIp: string): Server => ({
  ...toServer('vpc', { serverInstanceNo: number, serverName: `web-${number}` }),
  state: 'running',
  publicIp,
});

test('a second call shows the terminal that follows already; one that has ended makes room for another', async (t) => {
  const terminals: { creationOptions: vscode.TerminalOptions; exitStatus: object | undefined; shown: number }[] = [];
  const said: string[] = [];
  const own = { ...vscode.window };
  t.after(() => Object.assign(vscode.window, own));
  Object.assign(vscode.window, {
    terminals,
    createTerminal: (creationOptions: vscode.TerminalOptions) => {
      const terminal = {
        creationOptions,
        exitStatus: undefined,
        shown: 0,
        show() {
          this.shown += 1;
        },
      };
      terminals.push(terminal);
      return terminal;
    },
    showInformationMessage: async (text: string) => void said.push(text),
  });
  const follow = (server: Server, site: Account['site'] = 'public') =>
    followBootLog({ choose: async () => [{ account: { ...account, site }, server }] } as unknown as Targets, []);
  const shown = () => terminals.map((terminal) => terminal.shown);
  await follow(web('1', '203.0.113.7'));
  await follow(web('1', '203.0.113.7'));
  assert.deepEqual(shown(), [2]);
  await follow(web('2', '203.0.113.8'));
  assert.deepEqual(shown(), [2, 1]);
  Object.assign(terminals[0] ?? {}, { exitStatus: { code: 0 } });
  await follow(web('1', '203.0.113.7'));
  assert.deepEqual(shown(), [2, 1, 1]);
  await follow(web('3', '203.0.113.9'), 'sandbox');
  assert.deepEqual(shown(), [2, 1, 1]);
  assert.match(said[0] ?? '', /^web-3 is simulated, so there is nothing to connect to/);
});
