// Which servers a command takes: rows of a menu, the selection in the view, or those picked from a list.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import type { Server } from '../../../../../src/servers/index';
import type { Account } from '../../../../../src/ui/accounts/account';
import { Targets } from '../../../../../src/ui/servers/commands/targets';
import { sandboxServers } from './sandbox-servers';

const vpc = 'sandbox-vpc';
const account: Account = { id: vpc, label: 'Sandbox', site: 'sandbox', environment: 'vpc', region: 'KR' };
const other: Account = { ...account, id: 'sandbox-classic', environment: 'classic', region: '1' };

/** Accounts, and a model that knows these servers of the first one. */
function targetsOver(
  servers: readonly Server[],
  renew: () => Promise<void>,
  inView: () => readonly unknown[],
): Targets {
  type Parts = ConstructorParameters<typeof Targets>;
  const all = [account, other];
  const accounts: Partial<Parts[0]> = {
    list: () => all,
    recent: () => all,
    get: (id) => all.find((one) => one.id === id),
    use: async () => undefined,
  };
  const known = { servers, unknown: [], readAt: 0, problem: undefined, partialAt: undefined };
  const model: Partial<Parts[1]> = {
    get: (id) => (id === vpc ? known : undefined),
    server: (id, number) => (id === vpc ? servers.find((server) => server.number === number) : undefined),
  };
  return new Targets(accounts as Parts[0], model as Parts[1], { renew } as Partial<Parts[2]> as Parts[2], inView);
}

const rowOf = ({ number }: Server) => ({ kind: 'server', accountId: vpc, number });

test('from the palette: the selection if one of it suits, otherwise a list in the order of the view', async (t) => {
  const servers = await sandboxServers(t);
  const running = servers.filter(({ state }) => state === 'running');
  const stopped = servers.filter(({ state }) => state === 'stopped');
  assert.ok(running.length > 1 && stopped.length > 0);
  let inView: readonly unknown[] = [];
  const renew = async () => assert.fail('the list is here');
  const targets = targetsOver(servers, renew, () => inView);
  const chosen = async (...args: unknown[]) =>
    (await targets.choose(args, 'Stop Server', ({ state }) => state === 'running')).map(({ server }) => server.name);

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
});

test('from the palette: an operation asks for the server, and offers the one that is selected first', async (t) => {
  const servers = await sandboxServers(t);
  const running = servers.filter(({ state }) => state === 'running');
  const last = running.toSorted((a, b) => b.name.localeCompare(a.name))[0] as Server;
  let inView: readonly unknown[] = [rowOf(last)];
  const targets = targetsOver(
    servers,
    async () => assert.fail('the list is here'),
    () => inView,
  );
  const offered: string[][] = [];
  const own = vscode.window.showQuickPick;
  Object.assign(vscode.window, {
    showQuickPick: async (items: { label: string }[]) => {
      offered.push(items.map(({ label }) => label));
    },
  });
  const chosen = async (options?: { asks: boolean }) =>
    (await targets.choose([], 'Stop Server', ({ state }) => state === 'running', options)).map(({ server }) => server);
  try {
    assert.deepEqual(await chosen({ asks: true }), []);
    assert.equal(offered.length, 1, 'the account is told by the row');
    assert.equal(offered[0]?.[0], last.name);
    assert.deepEqual(offered[0]?.toSorted(), running.map(({ name }) => name).sort());
    assert.deepEqual(await chosen(), [last]);
    inView = running.map(rowOf);
    assert.deepEqual(await chosen({ asks: true }), running);
  } finally {
    Object.assign(vscode.window, { showQuickPick: own });
  }
  assert.equal(offered.length, 1);
});

test('from the palette: a list in which nothing suits may be old, and is read again before that is said', async (t) => {
  const servers = await sandboxServers(t);
  const [running] = servers.filter(({ state }) => state === 'running');
  assert.ok(running);
  let suiting: string | undefined;
  let renewals = 0;
  const renew = async () => {
    renewals += 1;
    suiting = running.number;
  };
  const targets = targetsOver(servers, renew, () => []);
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
});
