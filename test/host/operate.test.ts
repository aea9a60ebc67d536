// Operations in the running extension: the state is read before the question, and only the confirmed server is touched.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import type { Server } from '../../src/servers/index';
import { answering, eventually, openSandbox, vpc } from './extension';
import type { HostTest } from './index';
import { onWire, type WireFault } from './scripts-wire';

const list = 'getServerInstanceList';

function serverIn(api: Api, state: string, place = 0): Server {
  const servers = (api.model.get(vpc)?.servers ?? []).filter((one) => one.state === state && !one.isProtected);
  return servers[place] ?? assert.fail(`not enough servers are ${state}`);
}

const rowOf = ({ number }: Server) => ({ kind: 'server', accountId: vpc, number });

/** Makes the view show a state of yesterday. */
function showOld(api: Api, server: Server, status: string): void {
  const state = status === 'RUN' ? 'running' : 'stopped';
  api.model.renewSome(vpc, [server.number], [{ ...server, status, state }], Date.now());
  assert.equal(api.model.server(vpc, server.number)?.state, state);
}

/** Runs a command, confirms its question, types `text`. Gives what was shown and called, in order. */
async function commanded(
  command: string,
  servers: readonly Server[],
  faults: readonly WireFault[] = [],
  text?: string,
) {
  const questions: { title: string; detail: string }[] = [];
  const warnings: string[] = [];
  const prompts: string[] = [];
  const showWarningMessage = async (title: string, options?: { modal?: boolean; detail?: string }, action?: string) => {
    if (!options?.modal) {
      warnings.push(title);
      return undefined;
    }
    questions.push({ title, detail: options.detail ?? '' });
    return action;
  };
  const showInputBox = async ({ prompt }: { prompt: string }) => {
    prompts.push(prompt);
    return text;
  };
  const called = await onWire(faults, () =>
    answering({ showWarningMessage, showInputBox }, async () => {
      const [first] = servers.map(rowOf);
      await vscode.commands.executeCommand(command, first, servers.map(rowOf));
    }),
  );
  return { questions, warnings, prompts, called };
}

const swap = (from: string, to: string) => {
  assert.equal(from.length, to.length, 'the length was announced already');
  return (body: string) => body.replaceAll(from, to);
};

export const tests: readonly HostTest[] = [
  {
    name: 'the question rests on the state that was read for it, not on the one in the view',
    async run() {
      const api = await openSandbox();
      const server = serverIn(api, 'running');
      showOld(api, server, 'NSTOP');
      const { questions, warnings, called } = await commanded('ncloud.stopServer', [server]);
      assert.deepEqual([questions.length, warnings], [1, []]);
      assert.deepEqual(called.slice(0, 3), [list, list, 'stopServerInstances']);
      await eventually('stopped', () => api.model.server(vpc, server.number)?.state === 'stopped');
      showOld(api, server, 'RUN');
      const refused = await commanded('ncloud.stopServer', [server]);
      assert.deepEqual([refused.questions.length, refused.warnings.length], [0, 1]);
      assert.deepEqual(refused.called, [list]);
      assert.equal(api.model.server(vpc, server.number)?.state, 'stopped');
    },
  },
  {
    name: 'a running server is not terminated, and the refusal offers to stop it',
    async run() {
      const api = await openSandbox();
      const server = serverIn(api, 'running');
      const said: string[] = [];
      const showWarningMessage = async (title: string, ...rest: unknown[]) => {
        said.push(title);
        const isModal = typeof rest[0] === 'object';
        return isModal ? rest[1] : rest[0];
      };
      const called = await onWire([], () =>
        answering({ showWarningMessage }, async () => {
          await vscode.commands.executeCommand('ncloud.terminateServer', rowOf(server));
          await eventually('stopped', () => api.model.server(vpc, server.number)?.state === 'stopped');
        }),
      );
      assert.equal(said.length, 2);
      assert.ok(called.includes('stopServerInstances') && !called.includes('terminateServerInstances'));
    },
  },
  {
    name: 'the state of several is read with one call before one question',
    async run() {
      const api = await openSandbox();
      const [first, second] = [serverIn(api, 'stopped', 0), serverIn(api, 'stopped', 1)];
      const seen: number[] = [];
      const calls: string[] = [];
      const showWarningMessage = async () => void seen.push(calls.length);
      const noting: WireFault = {
        action: list,
        times: 1000,
        strikes: (body) => {
          calls.push(list);
          return body;
        },
      };
      await onWire([noting], () =>
        answering({ showWarningMessage }, async () => {
          await vscode.commands.executeCommand('ncloud.startServer', rowOf(first), [first, second].map(rowOf));
        }),
      );
      assert.deepEqual([seen, calls.length], [[1], 1]);
    },
  },
  {
    name: 'a look that is answered with another server: no question, or nothing is sent after it',
    async run() {
      const api = await openSandbox();
      const [target, other] = [serverIn(api, 'stopped', 0), serverIn(api, 'stopped', 1)];
      const strikes = swap(target.number, other.number);
      const first = await commanded('ncloud.terminateServer', [target], [{ action: list, strikes }], target.name);
      assert.deepEqual([first.questions.length, first.warnings.length, first.called], [0, 1, [list]]);
      assert.match(first.warnings[0] ?? '', new RegExp(`^${target.name}: `));
      const later: WireFault = { action: list, strikes, nth: 2 };
      const second = await commanded('ncloud.terminateServer', [target], [later], target.name);
      assert.deepEqual([second.questions.length, second.warnings.length, second.called], [1, 1, [list, list]]);
      for (const { number } of [target, other]) assert.equal(api.model.server(vpc, number)?.state, 'stopped');
    },
  },
  {
    name: 'a server that one look lacks is not called gone',
    async run() {
      const api = await openSandbox();
      const target = serverIn(api, 'stopped');
      const strikes = (body: string) => {
        const json = JSON.parse(body);
        Object.assign(json[`${list}Response`], { totalRows: 0, serverInstanceList: [] });
        return JSON.stringify(json).padEnd(body.length);
      };
      const { questions, called } = await commanded(
        'ncloud.terminateServer',
        [target],
        [{ action: list, strikes }],
        '',
      );
      assert.deepEqual([questions.length, called], [1, [list, list]]);
      assert.ok(api.model.server(vpc, target.number));
      const gone = await commanded('ncloud.terminateServer', [target], [{ action: list, strikes, times: 2 }], '');
      assert.deepEqual([gone.questions.length, gone.warnings.length, gone.called], [0, 1, [list, list]]);
      await vscode.commands.executeCommand('ncloud.refresh', api.tree.account(vpc));
    },
  },
  {
    name: 'a server that got another name since the question is told by its number, and the name is said',
    async run({ locale }) {
      const api = await openSandbox();
      const target = serverIn(api, 'stopped');
      const name = `x${target.name.slice(1)}`;
      const strikes = (body: string) => body.replaceAll(`"${target.name}"`, `"${name}"`);
      const started: WireFault = { action: 'startServerInstances', strikes };
      const { warnings } = await commanded('ncloud.startServer', [target], [started]);
      assert.equal(warnings.length, 1);
      assert.ok(warnings[0]?.includes(target.name) && warnings[0].includes(name));
      if (locale === 'en') assert.match(warnings[0] ?? '', /is called .* now/);
      await eventually('running', () => api.model.server(vpc, target.number)?.state === 'running');
    },
  },
  {
    name: 'where a name cannot be seen the number is asked for, and an empty line confirms nothing',
    async run() {
      const api = await openSandbox();
      const target = serverIn(api, 'stopped');
      const { name, number } = target;
      const strikes = swap(`"${name}"`, `"${' '.repeat(name.length)}"`);
      const blank: WireFault = { action: list, strikes, times: 1000 };
      for (const text of ['', ' ', ' '.repeat(name.length), name]) {
        const { prompts, questions, called } = await commanded('ncloud.terminateServer', [target], [blank], text);
        assert.ok(
          prompts[0]?.includes(number) && questions[0]?.title.includes(number) && questions[0].detail.includes(number),
        );
        assert.deepEqual(called, [list], `typed ${JSON.stringify(text)}`);
      }
      const { called } = await commanded('ncloud.terminateServer', [target], [blank], number);
      assert.deepEqual(called.slice(0, 3), [list, list, 'terminateServerInstances']);
      await eventually('gone', () => api.model.server(vpc, number) === undefined);
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
    },
  },
];
