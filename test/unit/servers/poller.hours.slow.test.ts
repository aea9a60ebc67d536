// Eight hours of a window on a given clock: how much it asks for, what it keeps, and what is left of it in the end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Seek } from '../../../src/servers/creation/seek';
import type { Disposable, Event } from '../../../src/servers/event';
import { Fleet } from '../../../src/servers/fleet';
import { listServers, operateServer, pollDelay, readServers, type Server } from '../../../src/servers/index';
import { Poller } from '../../../src/servers/poller';
import { lose, openJournal } from '../../support/intents';
import { settled, VirtualTime } from '../../support/virtual-time';
import { type Caller, Ncp } from '../../support/wired-client';

const minute = 60_000;
const hour = 60 * minute;

/** The shortest of the longest waits: no look comes sooner after the other while what is seen stays the same. */
const widest = pollDelay(100, 0);
/** The most looks until that wait is reached again after a change that was seen. */
const looksAChange = 8;
const outage = 10 * minute;
/** A look in sight that goes wrong makes three attempts, and three more for the whole list, which tells the reason. */
const attemptsALook = 6;
/** Servers that are stopped or started in an hour, each by a look and a request. */
const operationsAnHour = 20;
/** Whole lists: one as the view comes into sight, five for a creation that got no answer. */
const listsAnHour = 6;

/** The most requests of an hour in which so many changes were seen. */
function bound(changes: number): number {
  const looks = hour / widest + looksAChange * changes;
  return Math.ceil(looks + (attemptsALook - 1) * (outage / widest) + 2 * operationsAnHour + listsAnHour);
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The listeners that somebody has at this moment. */
let listeners = 0;

/** The event, which counts who listens. */
function counted<T>(event: Event<T>): Event<T> {
  return (listener) => {
    const subscription = event(listener);
    let isOver = false;
    listeners += 1;
    const dispose = () => {
      if (!isOver) listeners -= 1;
      isOver = true;
      subscription.dispose();
    };
    return { dispose };
  };
}

/** Bytes of the heap that something still needs. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collect();
    await settled();
  }
  return process.memoryUsage().heapUsed;
}

/** A window with all that looks by itself, beside an account of so many servers that nobody else changes. */
async function open(time: VirtualTime, servers: number) {
  const ncp = await Ncp.open(time, servers);
  const line = { isDown: false, isStuck: false, requests: 0 };
  const stuck = { action: 'stopServerInstances', where: 'before-commit', what: { fate: 'stuck', servers: 1 } } as const;
  const caller: Caller = {
    isDead: false,
    trip: () => {
      line.requests += 1;
      return {
        out: 60,
        back: 60,
        ...(line.isDown ? { line: 'unreachable' } : {}),
        ...(line.isStuck ? { fault: stuck } : {}),
      };
    },
  };
  const client = ncp.client(caller);
  const journal = openJournal();
  const fleet = new Fleet(journal);
  for (const part of [fleet, journal] as readonly object[]) {
    for (const [name, event] of Object.entries(part)) {
      if (name.startsWith('onDid')) Object.assign(part, { [name]: counted(event as Event<unknown>) });
    }
  }
  let reading: Promise<void> | undefined;
  const read = async () => {
    const askedAt = Date.now();
    try {
      fleet.renew('a', await listServers(client, 'vpc', 'KR'), askedAt);
    } catch (error) {
      fleet.fail('a', String(error));
    }
    reading = undefined;
  };
  const reader = {
    isOpen: () => true,
    read: (_: string, some: readonly Server[]) => readServers(client, some),
    renew: () => {
      reading ??= read();
      return reading;
    },
  };
  const poller = new Poller(fleet, reader, (looks) => pollDelay(looks, 0));
  const seek = new Seek(fleet, journal, reader);
  const parts: readonly Disposable[] = [poller, seek, fleet, journal];
  return { ncp, line, client, fleet, journal, poller, seek, reader, parts };
}

test('eight hours cost a bounded number of requests, keep no more than one, and leave no timer and no listener', async (t) => {
  const time = new VirtualTime();
  const inForce = time.use();
  try {
    const { ncp, line, client, fleet, journal, poller, seek, reader, parts } = await open(time, 200);
    const changes = { seen: 0 };
    const watching = fleet.onDidChange(({ isPartial }) => {
      if (!isPartial) changes.seen += 1;
    });
    const operate = async (server: Server) => {
      const operating = operateServer(client, server, server.state === 'running' ? 'stop' : 'start');
      await time.pass(1000);
      const outcome = await operating;
      assert.ok(outcome.kind === 'done' && outcome.server, outcome.kind);
      fleet.lookAt('a', [server.number], [outcome.server], Date.now());
      fleet.begin('a', [server.number]);
    };
    const renewal = reader.renew();
    await time.pass(1000);
    await renewal;
    const figures: { requests: number; most: number; heap: number; timers: number; listeners: number }[] = [];
    line.requests = 0;
    for (let now = 0; now < 8 * 60; now += 1) {
      const inHour = now % 60;
      // In sight 40 minutes of each hour, and on the way back the list is read again, as the view does it.
      if (inHour === 0) {
        poller.setVisible(true);
        void reader.renew();
      }
      if (inHour === 40) poller.setVisible(false);
      // One outage in sight that lasts into hiding, of ten minutes; the network is there again for the rest of the hour.
      if (inHour === 32) line.isDown = true;
      if (inHour === 42) line.isDown = false;
      // From the second hour on there is a server that never comes to an end of its stopping.
      line.isStuck = now === 61;
      // Every third minute a server is stopped or started from here.
      const servers = fleet.get('a')?.servers ?? [];
      const still = servers.filter(({ state }) => state === 'running' || (state === 'stopped' && !line.isStuck));
      const server = still[now % still.length];
      if (inHour % 3 === 1 && !line.isDown && server) await operate(server);
      // Once an hour a creation ends without an answer, and nothing was made.
      if (inHour === 20) {
        await lose(journal, 'a', [`lost-${now}`]);
      }
      await time.pass(minute);
      if (inHour !== 59) continue;
      ncp.gateway.requests.length = 0;
      ncp.commits.entries.length = 0;
      const { requests } = line;
      figures.push({ requests, most: bound(changes.seen), heap: await heap(), timers: time.waiting, listeners });
      line.requests = 0;
      changes.seen = 0;
    }
    t.diagnostic(JSON.stringify(figures));
    for (const { requests, most } of figures) assert.ok(requests > 50 && requests <= most, `${requests} of ${most}`);
    const [first, last] = [figures[0], figures[7]];
    assert.ok(first && last);
    assert.deepEqual(last.listeners, first.listeners);
    // One for the look that is due, one for the search for a creation.
    assert.ok(last.timers <= 2, `${last.timers} timers`);
    assert.ok(last.heap < first.heap * 1.1, `${first.heap} bytes after an hour, ${last.heap} after eight`);

    watching.dispose();
    void reader.renew();
    for (const part of parts) part.dispose();
    await time.pass(hour);
    assert.deepEqual([time.waiting, listeners], [0, 0]);
    // What comes in after the end wakes nobody.
    const before = ncp.gateway.requests.length;
    poller.setVisible(true);
    fleet.begin('a', fleet.get('a')?.servers.map(({ number }) => number) ?? []);
    void seek;
    await time.pass(hour);
    assert.deepEqual([time.waiting, ncp.gateway.requests.length], [0, before]);
  } finally {
    inForce.dispose();
  }
});
