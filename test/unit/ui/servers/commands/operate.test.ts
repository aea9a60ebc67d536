// Operations beside a sandbox: what is asked before, what is offered instead, and how many go out at a time.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { NcloudClient } from '../../../../../src/client/index';
import { startSandbox } from '../../../../../src/sandbox/index';
import { Fleet } from '../../../../../src/servers/fleet';
import { listServers, type Operation, PriceList, type Server } from '../../../../../src/servers/index';
import type { Account } from '../../../../../src/ui/accounts/account';
import type { Sessions } from '../../../../../src/ui/accounts/session';
import { commandOf } from '../../../../../src/ui/commands';
import type { Log } from '../../../../../src/ui/log';
import type { Endings } from '../../../../../src/ui/servers/commands/endings';
import { Operations } from '../../../../../src/ui/servers/commands/operate';
import type { Targets } from '../../../../../src/ui/servers/commands/targets';
import { openJournal } from '../../../../support/intents';

const account: Account = { id: 'a', label: 'company', site: 'sandbox', environment: 'vpc', region: 'KR' };

/** What was said and asked, in order. */
interface Shown {
  readonly modal: { title: string; detail: string }[];
  readonly warned: string[][];
  readonly informed: string[][];
  readonly prompts: string[];
}

/** `press` chooses the buttons of notifications, `type` answers an input; modal questions are confirmed. */
async function open(t: TestContext, { press = false, type }: { press?: boolean; type?: string } = {}) {
  const sandbox = await startSandbox({ speed: 60, servers: 40 });
  t.after(() => sandbox.stop());
  const client = new NcloudClient(sandbox);
  const sent: string[] = [];
  let running = 0;
  const busiest = { count: 0 };
  const call = client.call.bind(client);
  client.call = async (service, action, ...rest) => {
    sent.push(action);
    running += 1;
    busiest.count = Math.max(busiest.count, running);
    return call(service, action, ...rest).finally(() => {
      running -= 1;
    });
  };
  const servers = await listServers(client, 'vpc', 'KR');
  sent.length = 0;
  const fleet = new Fleet(openJournal());
  fleet.renew('a', servers, Date.now());
  const shown: Shown = { modal: [], warned: [], informed: [], prompts: [] };
  const own = { ...vscode.window };
  const pressed = (buttons: string[]) => (press ? buttons[0] : undefined);
  Object.assign(vscode.window, {
    showWarningMessage: async (title: string, first?: { detail: string } | string, ...rest: string[]) => {
      if (typeof first === 'object') {
        shown.modal.push({ title, detail: first.detail });
        return rest[0];
      }
      const buttons = first === undefined ? [] : [first, ...rest];
      shown.warned.push([title, ...buttons]);
      return pressed(buttons);
    },
    showInformationMessage: async (title: string, ...buttons: string[]) => {
      shown.informed.push([title, ...buttons]);
      return pressed(buttons);
    },
    showInputBox: async ({ prompt }: { prompt: string }) => {
      shown.prompts.push(prompt);
      return type;
    },
    withProgress: (_: unknown, run: () => Promise<unknown>) => run(),
  });
  t.after(() => {
    Object.assign(vscode.window, own);
    fleet.dispose();
  });
  let chosen: readonly Server[] = [];
  const targets = {
    choose: async ([row]: readonly unknown[]) => {
      const numbers = row === undefined ? chosen.map(({ number }) => number) : [(row as Server).number];
      return numbers.map((number) => ({ account, server: fleet.server('a', number) as Server }));
    },
  } as unknown as Targets;
  const prices = new PriceList(client, true);
  const sessions = { open: async () => ({ account, client, prices }) } as unknown as Sessions;
  const log = { info: () => undefined, debug: () => undefined } as unknown as Log;
  const ended: { operation: Operation; isQuiet: boolean | undefined }[] = [];
  const endings: Partial<Endings> = {
    follow: async (_, asked, operation, isQuiet) => {
      ended.push({ operation, isQuiet });
      return asked;
    },
  };
  const handlers = new Operations(targets, sessions, fleet, log, endings as Endings).handlers();
  const run = async (operation: Operation, ...asked: Server[]) => {
    chosen = asked;
    await handlers[commandOf(operation)]();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const inState = (state: string) => servers.filter((server) => server.state === state && !server.isProtected);
  return { run, inState, shown, sent, ended, busiest };
}

test('the question before a start says what it costs from then on', async (t) => {
  const { run, inState, shown, ended } = await open(t);
  const [server] = inState('stopped');
  assert.ok(server);
  await run('start', server);
  assert.match(shown.modal[0]?.detail ?? '', /^A running server is billed\.\n≈ ₩ [\d.,]+ \/ hour · sample price/);
  assert.deepEqual(ended, [{ operation: 'start', isQuiet: false }]);
});

test('a running server: the refusal of a termination offers the stop, and its end offers the termination again', async (t) => {
  const { run, inState, shown, sent, ended } = await open(t, { press: true });
  const [server] = inState('running');
  assert.ok(server);
  await run('terminate', server);
  const sentence = `A running server cannot be terminated. Stop ${server.name} first.`;
  assert.deepEqual(shown.warned[0], [sentence, 'Stop Server']);
  assert.match(shown.modal[0]?.title ?? '', /^Stop /);
  assert.match(shown.modal[0]?.detail ?? '', /“Terminate Server” asks again, once this is done\./);
  assert.deepEqual(ended, [{ operation: 'stop', isQuiet: true }]);
  assert.deepEqual(shown.informed[0], [`${server.name} is stopped`, 'Terminate Server']);
  assert.ok(sent.includes('stopServerInstances') && !sent.includes('terminateServerInstances'));
});

test('several running servers are refused in one sentence with one way on', async (t) => {
  const { run, inState, shown, sent } = await open(t);
  const [one, other] = inState('running');
  assert.ok(one && other);
  await run('terminate', one, other);
  const sentence = `Running servers cannot be terminated. Stop these 2 first: ${one.name}, ${other.name}`;
  assert.deepEqual(shown.warned, [[sentence, 'Stop Server']]);
  assert.deepEqual([shown.modal, sent.some((action) => action.startsWith('stop'))], [[], false]);
});

test('several to terminate are named in the question and where their number is typed', async (t) => {
  const { run, inState, shown, sent } = await open(t, { type: '3' });
  const [one, other] = inState('stopped');
  const [running] = inState('running');
  assert.ok(one && other && running);
  await run('terminate', one, other, running);
  const { title = '', detail = '' } = shown.modal[0] ?? {};
  assert.equal(title, 'Terminate 2 servers?');
  for (const { name } of [one, other]) assert.ok(detail.includes(`${name} is deleted`));
  assert.ok(detail.endsWith(`Left out: ${running.name} (running)`), detail);
  assert.deepEqual(shown.prompts, [`To terminate these 2 servers (${one.name}, ${other.name}), type 2.`]);
  assert.ok(!sent.includes('terminateServerInstances'), 'another number confirms nothing');
});

test('two clicks at once send one request, whatever the operation', async (t) => {
  const { run, inState, sent } = await open(t, { type: '1' });
  const clicks = [
    ['stop', 'running'],
    ['reboot', 'running'],
    ['start', 'stopped'],
  ] as const;
  for (const [operation, state] of clicks) {
    const server = inState(state).find((_, index) => index === clicks.findIndex(([name]) => name === operation));
    assert.ok(server, operation);
    await Promise.all([run(operation, server), run(operation, server)]);
    assert.equal(sent.filter((action) => action === `${operation}ServerInstances`).length, 1, operation);
  }
});

test('many servers are operated on a few at a time, and their end is one word', async (t) => {
  const { run, inState, sent, ended, busiest } = await open(t);
  const running = inState('running').slice(0, 12);
  assert.ok(running.length > 6, String(running.length));
  await run('stop', ...running);
  assert.equal(sent.filter((action) => action === 'stopServerInstances').length, running.length);
  assert.ok(busiest.count > 1 && busiest.count <= 5, String(busiest.count));
  assert.equal(ended.length, 1);
});
