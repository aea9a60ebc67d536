// What is looked at while something changes: in sight all of it, else only what this window has begun, to its end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '../../../src/sandbox/index';
import { Fleet } from '../../../src/servers/fleet';
import type { Server } from '../../../src/servers/index';
import { Poller } from '../../../src/servers/poller';
import { eventually } from '../../support/eventually';
import { askedFor, IntentFolder, lose, openJournal } from '../../support/intents';
import { creating, openFleet, withFleet } from '../../support/polled-fleet';

test('operations that were sent from here are followed to their end, several servers by one call a look', async () => {
  await withFleet(8, async ({ fleet, calls, stopOne }) => {
    const numbers = [await stopOne(), await stopOne()];
    await pause(500);
    assert.deepEqual(calls, [], 'asked before this window had begun anything');
    fleet.begin('a', numbers);
    await eventually('both stopped', () => numbers.every((one) => fleet.server('a', one)?.state === 'stopped'));
    assert.equal(calls[0], String(numbers));
    assert.ok(
      calls.every((call) => numbers.includes(call) || call === String(numbers)),
      String(calls),
    );
    calls.length = 0;
    await pause(700);
    assert.deepEqual(calls, []);
  });
});

test('in sight everything that changes, and what one list lacked, is looked at by one call', async () => {
  await withFleet(1, async ({ fleet, poller, calls, stopOne }) => {
    await stopOne();
    const servers = fleet.get('a')?.servers ?? [];
    const lacking = servers.find(({ isChanging }) => !isChanging);
    assert.ok(lacking);
    fleet.renew(
      'a',
      servers.filter(({ number }) => number !== lacking.number),
      Date.now(),
    );
    assert.ok(fleet.isMissing('a', lacking.number));
    await pause(400);
    assert.equal(calls.length, 0, 'asked while hidden');
    const wanted = servers.filter((one) => one.isChanging || one === lacking).map(({ number }) => number);
    assert.ok(wanted.length > 1);
    poller.setVisible(true);
    await eventually('found again', () => !fleet.isMissing('a', lacking.number));
    assert.equal(calls[0], String(wanted));
  });
});

test('a look that goes wrong out of sight asks for nothing else; in sight the whole list tells the reason', async () => {
  await withFleet(1, async ({ fleet, reader, poller, renewed, stopOne }) => {
    const number = await stopOne();
    Object.assign(reader, { read: async () => Promise.reject(new Error('offline')) });
    fleet.begin('a', [number]);
    await pause(500);
    assert.deepEqual(renewed, []);
    poller.setVisible(true);
    await eventually('the whole list', () => renewed.length > 0);
  });
});

test('a creation of a window before this one is looked at in sight only', async () => {
  const sandbox = await startSandbox({ speed: 1 });
  const folder = new IntentFolder();
  await lose(openJournal(folder, { pid: 2 }), 'a', ['web-7']);
  const opened = await openFleet(sandbox, folder);
  try {
    const { fleet, journal, poller, calls } = opened;
    await journal.load();
    const made = {
      ...creating('7'),
      createDate: new Date().toISOString(),
      imageProduct: askedFor.serverImageProductCode,
    };
    fleet.renew('a', [made], Date.now());
    assert.deepEqual([journal.list('a'), fleet.server('a', '7')?.state], [[], 'creating']);
    await pause(500);
    assert.deepEqual(calls, []);
    poller.setVisible(true);
    await eventually('looked at', () => calls.length > 0);
    assert.equal(calls[0], '7');
  } finally {
    opened.close();
    await sandbox.stop();
  }
});

test('out of sight what does not end is looked at for some time after a creation would be called late, and no longer', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000_000_000 });
  const fleet = new Fleet(openJournal());
  let looks = 0;
  const read = async (_: string, servers: readonly Server[]) => {
    looks += 1;
    return servers;
  };
  const poller = new Poller(fleet, { isOpen: () => true, read, renew: async () => undefined }, () => 60_000);
  fleet.renew('a', [creating('1'), creating('2')], Date.now());
  fleet.begin('a', ['1']);
  for (let minute = 0; minute < 100; minute++) {
    t.mock.timers.tick(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(looks >= 64 && looks <= 65, `${looks} looks`);
  poller.dispose();
  fleet.dispose();
});
