// The boot log of a server: for which ones it is offered, and the terminal that follows it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bootLogs } from '../../src/connect/boot-logs';
import type { Server } from '../../src/servers/index';
import type { Account } from '../../src/ui/accounts/account';
import { followBootLog } from '../../src/ui/servers/commands/boot-log';
import type { Targets } from '../../src/ui/servers/commands/targets';
import { answering, extension, openSandbox, vpc } from './extension';
import type { HostTest } from './index';

export const tests: readonly HostTest[] = [
  {
    name: 'the boot log: a terminal with plain arguments for a real server, a sentence for Windows and in the sandbox',
    async run() {
      const api = await openSandbox();
      const server = api.model.get(vpc)?.servers.find(({ state, publicIp }) => state === 'running' && publicIp);
      assert.ok(server?.publicIp);
      const real: Account = { id: 'real', label: 'real', site: 'public', environment: 'vpc', region: 'KR' };
      const sandbox = api.accounts.get(vpc);
      assert.ok(sandbox);
      const { publicIp: ip, ...hidden } = server;
      const forwarded = { ip: '198.51.100.7', externalPort: 1025, internalPort: 22 };
      const cases: readonly [
        account: Account,
        server: Server,
        host: string | undefined,
        sentence: RegExp | undefined,
      ][] = [
        [real, server, ip, undefined],
        [real, { ...server, os: 'linux' }, ip, undefined],
        [real, { ...hidden, portForwarding: forwarded }, '198.51.100.7', undefined],
        [real, { ...server, os: 'windows' }, undefined, /Windows/],
        [real, hidden, undefined, /public address|공인 IP/],
        [real, { ...server, publicIp: '-oProxyCommand=id' }, undefined, /public address|공인 IP/],
        [sandbox, server, undefined, /simulated|시뮬레이션/],
        [sandbox, { ...server, os: 'windows' }, undefined, /Windows/],
        [sandbox, hidden, undefined, /public address|공인 IP/],
      ];
      for (const [account, asked, host, sentence] of cases) {
        const made: vscode.TerminalOptions[] = [];
        const said: string[] = [];
        const createTerminal = (options: vscode.TerminalOptions) => {
          made.push(options);
          return { show() {} };
        };
        const showInformationMessage = async (text: string) => void said.push(text);
        const choose = async () => [{ account, server: asked }];
        const { window } = vscode;
        const kept = { createTerminal: window.createTerminal, showInformationMessage: window.showInformationMessage };
        Object.assign(window, { createTerminal, showInformationMessage });
        try {
          await followBootLog({ choose } as unknown as Targets, []);
        } finally {
          Object.assign(window, kept);
        }
        assert.deepEqual(
          made.map(({ shellArgs }) => shellArgs?.[(shellArgs?.indexOf('--') ?? 0) + 1]),
          host === undefined ? [] : [host],
        );
        assert.equal(said.length, sentence === undefined ? 0 : 1);
        if (sentence) assert.match(said[0] ?? '', sentence);
        if (made[0]) {
          const args = [...(made[0].shellArgs ?? [])];
          assert.deepEqual(args.slice(args.indexOf('--') + 2), ['tail', '-n', '+1', '-F', ...bootLogs]);
          assert.ok(bootLogs.every((log) => made[0]?.message?.includes(log)));
        }
      }
    },
  },
  {
    name: 'the row of a server says whether SSH reaches it, and the command on it starts no terminal in the sandbox',
    async run() {
      const api = await openSandbox();
      const server = api.model.get(vpc)?.servers.find(({ state, publicIp }) => state === 'running' && publicIp);
      assert.ok(server);
      const { number } = server;
      const flags = (changes: Partial<Server>) => {
        api.model.renewSome(vpc, [number], [{ ...server, ...changes }], Date.now());
        return String(api.tree.getTreeItem({ kind: 'server', accountId: vpc, number }).contextValue).split('.');
      };
      const items: { command: string; when: string }[] = extension().packageJSON.contributes.menus['view/item/context'];
      const when = items.find(({ command }) => command === 'ncloud.followBootLog')?.when ?? '';
      const offered = new RegExp(/=~ \/(.*)\/ /.exec(when)?.[1] ?? '(?!)');
      const forwarded = { portForwarding: { ip: '198.51.100.7', externalPort: 1025, internalPort: 22 } };
      const noIp = { publicIp: '' };
      try {
        for (const [changes, isOffered] of [
          [{}, true],
          [noIp, false],
          [{ ...noIp, ...forwarded }, true],
          [{ os: 'windows' }, false],
          [{ os: 'windows', ...forwarded }, false],
          [{ state: 'stopped' }, false],
        ] as const satisfies readonly [Partial<Server>, boolean][]) {
          assert.equal(offered.test(flags(changes).join('.')), isOffered, JSON.stringify(changes));
        }
        assert.ok(flags({ os: 'windows' }).includes('windows'));
        assert.ok(!flags({ os: 'linux' }).includes('windows'));
      } finally {
        api.model.renewSome(vpc, [number], [server], Date.now());
      }
      const made: unknown[] = [];
      const said: string[] = [];
      const dialogs: object = {
        createTerminal: (options: unknown) => void made.push(options),
        showInformationMessage: async (text: string) => void said.push(text),
      };
      await answering(dialogs, async () => {
        await vscode.commands.executeCommand('ncloud.followBootLog', { accountId: vpc, number });
      });
      assert.deepEqual([made.length, said.length], [0, 1]);
    },
  },
];
