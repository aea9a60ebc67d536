// What is said of a created server that does not come to run: it stays in the tree, and each way has its own words.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import { Fleet } from '../../../../src/servers/fleet';
import { createLimit, toServer } from '../../../../src/servers/index';
import { Announcer } from '../../../../src/ui/servers/announce';
import { IntentFolder, openJournal } from '../../../support/intents';

const minute = 60_000;
const web = (status: string) =>
  toServer('vpc', {
    serverInstanceNo: '7',
    serverName: 'web',
    serverInstanceStatus: { code: status },
    serverInstanceOperation: { code: 'NULL' },
  });

/** What is said once the server, made a minute ago, was seen like this, and whether it is in the tree then. */
async function ended(look: (fleet: Fleet, time: { now: number }) => void) {
  const time = { now: 1_000_000_000_000 };
  const fleet = new Fleet(openJournal(new IntentFolder(), { now: () => time.now }), () => time.now);
  const looked: (() => void)[] = [];
  const follow = (_: string, following: { looked(): void }) => {
    looked.push(following.looked);
    return { stop: () => undefined };
  };
  const said: string[] = [];
  const own = { ...vscode.window };
  const show = async (text: string) => void said.push(text);
  Object.assign(vscode.window, {
    ...{ showInformationMessage: show, showWarningMessage: show, showErrorMessage: show },
    withProgress: async (_: unknown, run: () => Promise<unknown>) => run(),
  });
  const announcer = new Announcer(fleet, { follow }, () => time.now);
  try {
    fleet.renew('a', [], time.now);
    fleet.adopt('a', [web('INIT')]);
    time.now += minute;
    look(fleet, time);
    for (const judge of looked) judge();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    announcer.dispose();
    Object.assign(vscode.window, own);
  }
  return { said, isThere: fleet.server('a', '7') !== undefined };
}

const ways: Readonly<Record<string, readonly [look: Parameters<typeof ended>[0], said: RegExp]>> = {
  'stopped by a fault': [
    (fleet, time) => fleet.lookAt('a', ['7'], [web('SD_FL')], time.now),
    /does not run.*SD_FL.*billed/,
  ],
  'stuck for 61 minutes': [
    (fleet, time) => {
      time.now += createLimit;
      fleet.lookAt('a', ['7'], [web('CREAT')], time.now);
    },
    /Still not running after 60 minutes: web.*billed/,
  ],
  'gone before it ran': [
    (fleet, time) => {
      for (let looks = 0; looks < 3; looks++) {
        time.now += 5 * minute;
        fleet.lookAt('a', ['7'], [], time.now);
      }
    },
    /its list lacks them now.*web.*billed all the same/,
  ],
};
for (const [name, [look, sentence]] of Object.entries(ways)) {
  test(`a server that was made and is ${name} stays in the tree, and that is said once`, async () => {
    const { said, isThere } = await ended(look);
    assert.deepEqual([said.length, isThere], [1, true], said.join('\n'));
    assert.match(said[0] ?? '', sentence);
  });
}

test('of a server that lists lack for a while, or that somebody terminates, nothing is said', async () => {
  const lacked = await ended((fleet, time) => fleet.lookAt('a', ['7'], [], time.now));
  assert.deepEqual(lacked, { said: [], isThere: true });
  const taken = await ended((fleet, time) => fleet.lookAt('a', ['7'], [web('TERMT')], time.now));
  assert.deepEqual(taken.said, []);
});
