// What is looked at while nobody sees the servers view: only what this window has begun, to its end, and nothing else.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Values } from '../../src/reference/index';
import { Fleet } from '../../src/servers/fleet';
import { Catalog, Creations, type Server } from '../../src/servers/index';
import type { Following } from '../../src/servers/poller';
import type { Sessions } from '../../src/ui/accounts/session';
import { type Creation, Creator } from '../../src/ui/create/creator';
import { Log } from '../../src/ui/log';
import { Announcer } from '../../src/ui/servers/announce';
import { openJournal } from '../support/intents';
import { noScripts } from '../support/no-scripts';
import { creating, type PolledFleet, withFleet } from '../support/polled-fleet';
import { valuesFor } from '../support/vpc-values';
import { answering, eventually, openSandbox, vpc } from './extension';
import type { HostTest } from './index';

const account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' } as const;
const minute = 60_000;

/** Shows of this process' own parts end up in the list. */
async function listening(run: (said: string[]) => Promise<void>) {
  const said: string[] = [];
  const names = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;
  const kept = names.map((name) => [name, Reflect.get(vscode.window, name)] as const);
  const show = async (text: string, options?: unknown, action?: string) => {
    if (typeof options === 'object' && options !== null) return action;
    said.push(text);
    return undefined;
  };
  Object.assign(vscode.window, Object.fromEntries(names.map((name) => [name, show])));
  try {
    await run(said);
  } finally {
    Object.assign(vscode.window, Object.fromEntries(kept));
  }
}

type Create = (values: Values) => Promise<Creation>;

/** Creates beside a sandbox whose world runs so many times faster; ends are said as in a hidden view. */
async function withCreator(speed: number, run: (polled: PolledFleet, create: Create, said: string[]) => Promise<void>) {
  await withFleet(speed, async (polled) => {
    const { client, fleet, journal, poller } = polled;
    const catalog = new Catalog(client, account.environment, account.region);
    const sessions = { open: async () => ({ account, client, catalog, prices: undefined }) } as unknown as Sessions;
    const announcer = new Announcer(fleet, poller);
    const log = new Log();
    const creator = new Creator(sessions, new Creations(fleet, journal), noScripts, log);
    try {
      await listening((said) => run(polled, (values) => creator.create(account, { values }), said));
    } finally {
      for (const part of [announcer, log]) part.dispose();
    }
  });
}

/** A model with a clock of the test, and the announcer's looks in the hands of the test. */
function timed() {
  const time = { now: 1_000_000_000_000 };
  const model = new Fleet(openJournal(), () => time.now);
  const followings = new Set<Following>();
  const follow = (_: string, following: Following) => {
    followings.add(following);
    return { stop: () => void followings.delete(following) };
  };
  const announcer = new Announcer(model, { follow }, () => time.now);
  const look = (server: Server) => {
    model.lookAt('a', [server.number], [server], time.now);
    for (const { looked } of followings) looked();
  };
  return { time, model, announcer, followings, look };
}

export const tests: readonly HostTest[] = [
  {
    name: 'a creation is followed to its end by one call a look, what others do is not, and then nothing is asked',
    async run() {
      await withCreator(20, async ({ client, fleet, calls, stopOne }, create, said) => {
        const foreign = await stopOne();
        const values = await valuesFor(client, 'far-away');
        const result = await create(values);
        assert.equal(result.kind, 'created', 'message' in result ? result.message : '');
        const made = fleet.get('a')?.servers.find(({ name }) => name === 'far-away');
        assert.ok(made);
        calls.length = 0;
        await eventually('said', () => said.length > 0);
        assert.equal(said.length, 1);
        assert.match(said[0] ?? '', /far-away is running/);
        assert.ok(calls.length >= 3 && calls.length < 40, `${calls.length} looks`);
        assert.deepEqual([...new Set(calls)], [made.number]);
        assert.equal(fleet.server('a', foreign)?.state, 'stopping');
        calls.length = 0;
        await pause(1000);
        assert.deepEqual([calls, said.length], [[], 1]);
      });
    },
  },
  {
    name: 'only what was really looked at is said to take too long, and only once',
    async run() {
      await listening(async (said) => {
        const { time, model, announcer, followings, look } = timed();
        model.adopt('a', [creating('1')]);
        time.now += 59 * minute;
        look(creating('1'));
        time.now += 10 * minute;
        for (const { looked } of followings) looked();
        model.fail('a', 'offline');
        assert.deepEqual([said, followings.size], [[], 1], 'late by the clock, though nobody looked');
        look(creating('1'));
        await eventually('said', () => said.length > 0);
        assert.match(said[0] ?? '', /Still not running after 60 minutes: web-1/);
        assert.deepEqual([said.length, followings.size], [1, 0]);
        announcer.dispose();
        model.dispose();
      });
    },
  },
  {
    name: 'a created server that one look does not find is still followed; after the second one that is said, and it stays in the tree',
    async run() {
      await listening(async (said) => {
        const { time, model, announcer, followings } = timed();
        model.adopt('a', [creating('1')]);
        time.now += 10 * minute;
        model.lookAt('a', ['1'], [], time.now);
        assert.deepEqual([followings.size, model.isMissing('a', '1')], [1, true]);
        time.now += 1000;
        model.lookAt('a', ['1'], [], time.now);
        await pause(10);
        assert.deepEqual([followings.size, model.server('a', '1')?.number, said.length], [0, '1', 1]);
        assert.match(said[0] ?? '', /its list lacks them now.*billed all the same/);
        announcer.dispose();
        model.dispose();
      });
    },
  },
  {
    name: 'in the extension: the user looks at his files and is told that the server runs',
    async run() {
      const api = await openSandbox();
      const running = api.model.get(vpc)?.servers.find(({ state }) => state === 'running');
      assert.ok(running);
      await vscode.commands.executeCommand('workbench.view.explorer');
      await pause(500);
      const said: string[] = [];
      await answering({ showInformationMessage: async (text: string) => void said.push(text) }, async () => {
        api.model.adopt(vpc, [{ ...running, status: 'CREAT', state: 'creating', isChanging: true }]);
        await eventually('announced', () => said.length > 0);
      });
      assert.equal(said.length, 1);
      assert.ok(said[0]?.includes(running.name));
    },
  },
];
