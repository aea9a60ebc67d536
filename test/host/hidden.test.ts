// What is looked at while nobody sees the servers view: only what this window has begun, to its end, and nothing else.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NcloudClient } from '../../src/client/index';
import type { Values } from '../../src/reference/index';
import { type Sandbox, startSandbox } from '../../src/sandbox/index';
import { Journal } from '../../src/servers/creation/journal';
import { Fleet } from '../../src/servers/fleet';
import { Catalog, Creations, listServers, readServers, type Server, toServer } from '../../src/servers/index';
import { type Following, Poller } from '../../src/servers/poller';
import type { Sessions } from '../../src/ui/accounts/session';
import { Creator } from '../../src/ui/create/creator';
import { Log } from '../../src/ui/log';
import { Announcer } from '../../src/ui/servers/announce';
import { Memory } from '../support/memory';
import { valuesFor } from '../support/vpc-values';
import { answering, eventually, openSandbox, vpc } from './extension';
import type { HostTest } from './index';

const account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' } as const;
const minute = 60_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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

/** Poller and announcer of a hidden view beside a sandbox; a look each tenth of a second. */
async function open(sandbox: Sandbox) {
  const { endpoint, accessKey, secretKey } = sandbox;
  const client = new NcloudClient({ endpoint, accessKey, secretKey });
  const catalog = new Catalog(client, account.environment, account.region);
  const session = { account, client, catalog, endpoint, prices: undefined };
  const calls: string[] = [];
  const own = client.list.bind(client);
  client.list = (service, action, params = {}, options = {}) => {
    if (action === 'getServerInstanceList') calls.push(String(params.serverInstanceNoList ?? 'all'));
    return own(service, action, params, options);
  };
  const sessions = { open: async () => session } as unknown as Sessions;
  const journal = new Journal(new Memory());
  const model = new Fleet(journal);
  const reader = {
    isOpen: () => true,
    read: (_: string, servers: readonly Server[]) => readServers(client, servers),
    renew: async () => undefined,
  };
  const poller = new Poller(model, reader, () => 100);
  const announcer = new Announcer(model, poller);
  const log = new Log();
  const whole = new Creator(sessions, new Creations(model, journal), log);
  const creator = { create: (values: Values) => whole.create(account, values) };
  const read = async () => {
    const askedAt = Date.now();
    model.renew('a', await listServers(client, 'vpc', 'KR'), askedAt);
    calls.length = 0;
  };
  /** Asks NCP to stop a server that runs, past everything that would tell the poller. */
  const stopOne = async () => {
    const running = model.get('a')?.servers.find(({ state }) => state === 'running');
    assert.ok(running, 'nothing runs');
    await client.call('vserver', 'stopServerInstances', { regionCode: 'KR', serverInstanceNoList: [running.number] });
    await read();
    assert.equal(model.server('a', running.number)?.state, 'stopping');
    return running.number;
  };
  const close = () => {
    for (const part of [announcer, poller, model, log]) part.dispose();
  };
  return { client, model, creator, calls, read, stopOne, close };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** The simulated world runs so many times faster. */
async function withOpen(speed: number, run: (opened: Opened, said: string[]) => Promise<void>) {
  const sandbox = await startSandbox({ speed });
  const opened = await open(sandbox);
  try {
    await opened.read();
    await listening((said) => run(opened, said));
  } finally {
    opened.close();
    await sandbox.stop();
  }
}

function creating(number: string): Server {
  return toServer('vpc', {
    serverInstanceNo: number,
    serverName: `web-${number}`,
    serverInstanceStatus: { code: 'CREAT' },
    serverInstanceOperation: { code: 'SETUP' },
  });
}

/** A model with a clock of the test, and the announcer's looks in the hands of the test. */
function timed() {
  const time = { now: 1_000_000_000_000 };
  const model = new Fleet(new Journal(new Memory()), () => time.now);
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
      await withOpen(20, async ({ client, model, creator, calls, stopOne }, said) => {
        const foreign = await stopOne();
        const values = await valuesFor(client, 'far-away');
        const result = await creator.create(values);
        assert.equal(result.kind, 'created', 'message' in result ? result.message : '');
        const made = model.get('a')?.servers.find(({ name }) => name === 'far-away');
        assert.ok(made);
        calls.length = 0;
        await eventually('said', () => said.length > 0);
        assert.equal(said.length, 1);
        assert.match(said[0] ?? '', /far-away is running/);
        assert.ok(calls.length >= 3 && calls.length < 40, `${calls.length} looks`);
        assert.deepEqual([...new Set(calls)], [made.number]);
        assert.equal(model.server('a', foreign)?.state, 'stopping');
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
    name: 'a created server that one look does not find is still followed; after the second one it is over, in silence',
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
        assert.deepEqual([followings.size, model.server('a', '1'), said], [0, undefined, []]);
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
