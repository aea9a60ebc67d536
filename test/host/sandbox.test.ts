// The whole way without an account: sandbox, tree, commands.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import type { ServerNode } from '../../src/ui/servers/nodes';
import { activate, answering, eventually, rows } from './extension';
import type { HostTest } from './index';

async function open(): Promise<Api> {
  const api = await activate();
  await vscode.commands.executeCommand('ncloud.trySandbox');
  return api;
}

const accountId = 'sandbox-vpc';

function inState(api: Api, state: string, isProtected = false): ServerNode {
  const servers = api.model.get(accountId)?.servers ?? [];
  const server = servers.find((one) => one.state === state && one.isProtected === isProtected);
  assert.ok(server, `no server is ${state}: ${servers.map((one) => one.state)}`);
  return { kind: 'server', accountId, number: server.number };
}

const stateOf = (api: Api, { number }: ServerNode) => api.model.server(accountId, number)?.state;
const nameOf = (api: Api, { number }: ServerNode) => api.model.server(accountId, number)?.name ?? '';

/** Answers the modal with its button and types `text` where it is asked for. Gives what was shown. */
async function confirmed(command: string, args: readonly unknown[], text?: string) {
  const shown: { title: string; detail: string }[] = [];
  const warnings: string[] = [];
  await answering(
    {
      showWarningMessage: async (title: string, options?: { modal?: boolean; detail?: string }, action?: string) => {
        if (!options?.modal) warnings.push(title);
        else shown.push({ title, detail: options.detail ?? '' });
        return action;
      },
      showInputBox: async () => text,
    },
    async () => {
      await vscode.commands.executeCommand(command, ...args);
    },
  );
  return { shown, warnings };
}

export const tests: readonly HostTest[] = [
  {
    name: 'without an account the sandbox shows servers, VPC and Classic',
    async run({ locale }) {
      const api = await open();
      assert.deepEqual(
        api.accounts.list().map(({ id }) => id),
        ['sandbox-vpc', 'sandbox-classic'],
      );
      for (const { node } of await rows(api)) {
        const servers = await rows(api, node);
        assert.ok(servers.length > 0);
        for (const { item, node: row } of servers) {
          assert.equal(row.kind, 'server');
          assert.match(item.contextValue ?? '', /^server\.\w+\.(vpc|classic)/);
          assert.ok(item.iconPath instanceof vscode.ThemeIcon || item.iconPath);
          assert.ok(item.accessibilityInformation?.label.includes(String(item.label)));
        }
      }
      const running = api.tree.getTreeItem(inState(api, 'running'));
      assert.match(
        String(running.description),
        locale === 'ko' ? /^운영 중 · [^·]+ · \d+ vCPU/ : /^running · [^·]+ · \d+ vCPU \d+ GB$/,
      );
    },
  },
  {
    name: 'the tooltip comes late and is plain text',
    async run() {
      const api = await open();
      const node = inState(api, 'running');
      const item = api.tree.getTreeItem(node);
      assert.equal(item.tooltip, undefined);
      const { tooltip } = await api.tree.resolveTreeItem(item, node);
      // Only a string is never read as Markdown.
      assert.ok(typeof tooltip === 'string');
      assert.match(tooltip, new RegExp(node.number));
    },
  },
  {
    name: 'a server that was made here is followed until it runs, and that is said once',
    async run() {
      const api = await open();
      const running = api.model.get(accountId)?.servers.find(({ state, publicIp }) => state === 'running' && publicIp);
      assert.ok(running?.publicIp);
      const said: string[] = [];
      const showInformationMessage = async (sentence: string, action: string) => {
        said.push(sentence);
        return action;
      };
      await answering({ showInformationMessage }, async () => {
        api.model.adopt(accountId, [{ ...running, status: 'CREAT', state: 'creating', isChanging: true }]);
        assert.equal(api.model.server(accountId, running.number)?.state, 'creating');
        await eventually('announced', () => said.length > 0);
        await eventually('copied', () => api.model.server(accountId, running.number)?.state === 'running');
      });
      assert.equal(said.length, 1);
      assert.ok(said[0]?.includes(running.name) && said[0].includes(running.publicIp));
    },
  },
  {
    name: 'a server is stopped after a confirmation that names it, and the tree follows by itself',
    async run() {
      const api = await open();
      const node = inState(api, 'running');
      const { shown } = await confirmed('ncloud.stopServer', [node]);
      assert.equal(shown.length, 1);
      assert.ok(shown[0]?.title.includes(nameOf(api, node)));
      assert.equal(stateOf(api, node), 'stopping');
      assert.match(String(api.tree.getTreeItem(node).description), / · 00:\d\d$/);
      await eventually('stopped', () => stateOf(api, node) === 'stopped');
    },
  },
  {
    name: 'a left confirmation changes nothing',
    async run() {
      const api = await open();
      const node = inState(api, 'stopped');
      await answering({ showWarningMessage: async () => undefined }, async () => {
        await vscode.commands.executeCommand('ncloud.startServer', node);
      });
      assert.equal(stateOf(api, node), 'stopped');
    },
  },
  {
    name: 'a running server is not terminated, and the reason is said',
    async run() {
      const api = await open();
      const { shown, warnings } = await confirmed('ncloud.terminateServer', [inState(api, 'running')]);
      assert.deepEqual([shown.length, warnings.length], [0, 1]);
    },
  },
  {
    name: 'terminate wants the name, and then the server goes',
    async run() {
      const api = await open();
      const node = inState(api, 'stopped');
      await confirmed('ncloud.terminateServer', [node], 'another name');
      assert.equal(stateOf(api, node), 'stopped');
      const { shown } = await confirmed('ncloud.terminateServer', [node], nameOf(api, node));
      assert.ok(shown[0]?.detail.includes(nameOf(api, node)));
      await eventually('gone', () => stateOf(api, node) === undefined);
    },
  },
  {
    name: 'commands called with nonsense ask, and leave when nobody answers',
    async run() {
      const api = await open();
      const before = JSON.stringify(api.model.get(accountId)?.servers);
      const left = async () => undefined;
      await answering({ showQuickPick: left, showWarningMessage: left, showInformationMessage: left }, async () => {
        for (const argument of [undefined, null, 7, 'x', {}, { accountId: 5 }, { accountId, number: '../..' }]) {
          await vscode.commands.executeCommand('ncloud.terminateServer', argument, [argument]);
          await vscode.commands.executeCommand('ncloud.checkUnknown', argument);
        }
      });
      assert.equal(JSON.stringify(api.model.get(accountId)?.servers), before);
    },
  },
  {
    name: 'the selected server stays selected when its account gets so many servers that they stand in ranges, and few again',
    async run() {
      const api = await open();
      const seeded = api.model.get(accountId)?.servers ?? [];
      const running = seeded.find(({ state }) => state === 'running');
      assert.ok(running);
      const chosen = { ...running, number: '77', name: 'm', publicIp: '203.0.113.77' };
      const few = [...seeded, chosen];
      const many = Array.from({ length: 1500 }, (_, place) => ({ ...chosen, number: `9${place}`, name: `a-${place}` }));
      const copied = async () => {
        await vscode.env.clipboard.writeText('');
        await answering({ showQuickPick: async () => undefined }, async () => {
          await vscode.commands.executeCommand('ncloud.copyPublicIp');
        });
        return vscode.env.clipboard.readText();
      };
      await answering({ showInformationMessage: async () => undefined }, async () => {
        api.model.adopt(accountId, [chosen]);
      });
      await pause(1000);
      assert.notEqual(await copied(), chosen.publicIp, 'what is created here is shown, not selected');
      await vscode.commands.executeCommand('ncloud.servers.focus');
      await vscode.commands.executeCommand('list.focusFirst');
      const rows = few.length + 5;
      for (let row = 0; row < rows && (await copied()) !== chosen.publicIp; row++) {
        await vscode.commands.executeCommand('list.focusDown');
        await vscode.commands.executeCommand('list.select');
      }
      assert.equal(await copied(), chosen.publicIp);
      for (const servers of [[...many, ...few], few]) {
        api.model.renew(accountId, servers, Date.now());
        if (servers === few) api.model.renew(accountId, servers, Date.now() + 1);
        await pause(1500);
        assert.equal(
          servers === few,
          api.tree.getParent(api.tree.server(accountId, chosen.number))?.kind === 'account',
        );
        assert.equal(await copied(), chosen.publicIp);
      }
    },
  },
  {
    name: 'leaving the sandbox takes it out of the view',
    async run() {
      const api = await open();
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
      assert.deepEqual(api.accounts.list(), []);
      assert.equal(api.model.get(accountId), undefined);
    },
  },
];
