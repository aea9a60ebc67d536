// Which servers a command takes: rows of a menu, the selection in the view, or those picked from a list.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Server } from '../../src/servers/index';
import { question } from '../../src/ui/servers/commands/sentences';
import { Targets } from '../../src/ui/servers/commands/targets';
import type { Lists } from '../../src/ui/servers/refresh';
import { answering, openSandbox, vpc } from './extension';
import type { HostTest } from './index';

const rowOf = ({ number }: Server) => ({ kind: 'server', accountId: vpc, number });

export const tests: readonly HostTest[] = [
  {
    name: 'from the palette: the selection if one of it suits, otherwise a list in the order of the view',
    async run() {
      const api = await openSandbox();
      const servers = api.model.get(vpc)?.servers ?? [];
      const running = servers.filter(({ state }) => state === 'running');
      const stopped = servers.filter(({ state }) => state === 'stopped');
      assert.ok(running.length > 1 && stopped.length > 0);
      let inView: readonly unknown[] = [];
      const lists: Pick<Lists, 'renew'> = { renew: async () => assert.fail('the list is here') };
      const targets = new Targets(api.accounts, api.model, lists as Lists, () => inView);
      const chosen = async (...args: unknown[]) =>
        (await targets.choose(args, 'Stop Server', ({ state }) => state === 'running')).map(
          ({ server }) => server.name,
        );

      inView = [...running, ...stopped].map(rowOf);
      const names = [...running, ...stopped].map(({ name }) => name);
      assert.deepEqual(await chosen(), names);
      assert.deepEqual(await chosen(rowOf(running[0] as Server)), [running[0]?.name]);

      inView = stopped.map(rowOf);
      const offered: vscode.QuickPickItem[] = [];
      const own = vscode.window.showQuickPick;
      Object.assign(vscode.window, {
        showQuickPick: async (items: (vscode.QuickPickItem & { account?: { id: string } })[]) => {
          const account = items.find((item) => item.account?.id === vpc);
          if (!account) offered.push(...items);
          return account;
        },
      });
      try {
        assert.deepEqual(await chosen(), []);
      } finally {
        Object.assign(vscode.window, { showQuickPick: own });
      }
      assert.deepEqual(
        offered.map(({ label }) => label),
        running.map(({ name }) => name).sort(),
      );
      for (const { label, description } of offered) {
        const server = running.find(({ name }) => name === label);
        assert.ok(server && description?.includes(server.number) && description.includes(server.publicIp ?? ''));
      }
    },
  },
  {
    name: 'from the palette: a list in which nothing suits may be old, and is read again before that is said',
    async run() {
      const api = await openSandbox();
      const [running] = (api.model.get(vpc)?.servers ?? []).filter(({ state }) => state === 'running');
      assert.ok(running);
      let suiting: string | undefined;
      let renewals = 0;
      const renew = async () => {
        renewals += 1;
        suiting = running.number;
      };
      const targets = new Targets(api.accounts, api.model, { renew } as unknown as Lists, () => []);
      const own = vscode.window.showQuickPick;
      Object.assign(vscode.window, {
        showQuickPick: async (items: { account?: { id: string } }[]) =>
          items.find((item) => item.account?.id === vpc) ?? items[0],
      });
      try {
        for (const _ of [1, 2]) {
          const chosen = await targets.choose([], 'Stop Server', ({ number }) => number === suiting);
          assert.deepEqual(
            chosen.map(({ server }) => server.number),
            [running.number],
          );
        }
      } finally {
        Object.assign(vscode.window, { showQuickPick: own });
      }
      assert.equal(renewals, 1);
    },
  },
  {
    name: 'the title of the list is the name of the command',
    async run({ locale }) {
      await openSandbox();
      const titles: unknown[] = [];
      const showQuickPick = async (_: unknown, { title }: { title: string }) => {
        titles.push(title);
      };
      await answering({ showQuickPick }, async () => {
        await vscode.commands.executeCommand('ncloud.stopServer');
      });
      assert.deepEqual(titles, [locale === 'ko' ? '서버 정지' : 'Stop Server']);
    },
  },
  {
    name: 'the question about several servers names the public IPs that there are',
    async run() {
      const api = await openSandbox();
      const servers = (api.model.get(vpc)?.servers ?? []).filter(({ state }) => state === 'running');
      const [open] = servers.filter(({ publicIp }) => publicIp);
      const closed = servers.filter(({ publicIp }) => !publicIp);
      assert.ok(open?.publicIp && closed[0]);
      const detail = (...asked: Server[]) => question('stop', asked, []).detail;
      assert.ok(detail(open, closed[0]).includes(open.publicIp));
      assert.ok(detail(open).includes(open.publicIp));
      const ip = /public IP/;
      assert.doesNotMatch(detail(closed[0]), ip);
      assert.doesNotMatch(detail(closed[0], closed[0]), ip);
      assert.match(detail(open, closed[0]), /on them/);
    },
  },
];
