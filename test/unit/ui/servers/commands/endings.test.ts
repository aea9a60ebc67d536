// What was asked of servers is followed to its end, which is said once: in a word, or with what comes next.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { Fleet } from '../../../../../src/servers/fleet';
import { type Operation, type Server, toServer } from '../../../../../src/servers/index';
import type { Following } from '../../../../../src/servers/poller';
import { Endings } from '../../../../../src/ui/servers/commands/endings';
import { openJournal } from '../../../../support/intents';

const second = 1_000;

function web(number: string, status: string, operation = 'NULL'): Server {
  const codes = { serverInstanceStatus: { code: status }, serverInstanceOperation: { code: operation } };
  return toServer('vpc', { serverInstanceNo: number, serverName: `web-${number}`, publicIp: '203.0.113.7', ...codes });
}

/** A fleet in the hands of the test; `brief` and `said` take what the status bar and notifications say. */
function open(t: TestContext) {
  const time = { now: 1_000_000_000_000 };
  const fleet = new Fleet(openJournal(), () => time.now);
  const followings = new Set<Following>();
  const follow = (_: string, following: Following) => {
    followings.add(following);
    return { stop: () => void followings.delete(following) };
  };
  const brief: string[] = [];
  const said: [text: string, ...buttons: string[]][] = [];
  const own = { ...vscode.window };
  const show = async (...shown: [string, ...string[]]) => void said.push(shown);
  Object.assign(vscode.window, {
    setStatusBarMessage: (text: string) => void brief.push(text),
    showInformationMessage: show,
    showWarningMessage: show,
  });
  const endings = new Endings(
    fleet,
    { follow },
    () => false,
    () => time.now,
  );
  t.after(() => {
    endings.dispose();
    fleet.dispose();
    Object.assign(vscode.window, own);
  });
  const see = (...servers: Server[]) => {
    time.now += second;
    fleet.renewSome(
      'a',
      servers.map(({ number }) => number),
      servers,
      time.now,
    );
  };
  const gone = (number: string) => {
    time.now += second;
    fleet.renewSome('a', [number], [], time.now);
  };
  const begin = (operation: Operation, ...servers: Server[]) => {
    see(...servers);
    return endings.follow('a', servers, operation);
  };
  return { time, brief, said, followings, endings, see, gone, begin };
}

test('what ends soon is said in the status bar, what takes long in a notification', async (t) => {
  const { time, brief, said, followings, see, begin } = open(t);
  const soon = begin('stop', web('1', 'RUN', 'SHTDN'));
  assert.deepEqual([brief, said, followings.size], [[], [], 1]);
  see(web('1', 'NSTOP'));
  assert.equal((await soon).length, 1);
  assert.deepEqual([brief, said, followings.size], [['web-1 is stopped'], [], 0]);

  const late = begin('stop', web('1', 'RUN', 'SHTDN'), web('2', 'RUN', 'SHTDN'));
  time.now += 60 * second;
  see(web('1', 'NSTOP'));
  assert.equal(followings.size, 1, 'one of two has not ended');
  see(web('2', 'NSTOP'));
  await late;
  assert.deepEqual([brief.length, said], [1, [['2 servers are stopped: web-1, web-2']]]);
});

test('a server that was started long ago is told of with its address and what to do with it', async (t) => {
  const { time, said, see, begin } = open(t);
  const started = begin('start', web('1', 'NSTOP', 'START'));
  time.now += 60 * second;
  see(web('1', 'RUN'));
  await started;
  assert.deepEqual(said, [['web-1 is running (203.0.113.7)', 'Copy IP', 'Copy SSH Command', 'Follow Boot Log']]);
});

test('a list that lags behind the answer ends nothing, a server that is gone does where that was wanted', async (t) => {
  const { brief, followings, see, gone, begin } = open(t);
  const terminated = begin('terminate', web('1', 'NSTOP', 'TERMT'));
  see(web('1', 'NSTOP'));
  assert.deepEqual([brief, followings.size], [[], 1]);
  gone('1');
  await terminated;
  assert.deepEqual(brief, ['web-1 is terminated']);
  const rebooted = begin('reboot', web('2', 'RUN', 'RESTA'));
  gone('2');
  assert.deepEqual(await rebooted, []);
  assert.equal(brief.length, 1, 'nobody says that a server has been rebooted which is no more');
});

test('a fault is a warning, and after the end of the watching nothing is said', async (t) => {
  const { brief, said, endings, see, begin } = open(t);
  const faulty = begin('start', web('1', 'NSTOP', 'START'));
  see(web('1', 'FSTOP'));
  assert.deepEqual(await faulty, []);
  assert.match(said[0]?.[0] ?? '', /“Start Server” did not end as it should: web-1 is now stopped by a fault/);
  const left = begin('stop', web('2', 'RUN', 'SHTDN'));
  endings.dispose();
  assert.deepEqual(await left, []);
  see(web('2', 'NSTOP'));
  assert.deepEqual([brief, said.length], [[], 1]);
});

test('a server that was stopped by a fault before has not failed again before it was something else', async (t) => {
  for (const operation of ['start', 'terminate'] as const) {
    const { said, brief, followings, see, gone, begin } = open(t);
    const over = begin(operation, web('1', 'FSTOP'));
    see(web('1', 'FSTOP', operation === 'start' ? 'START' : 'TERMT'));
    see(web('1', 'FSTOP'));
    assert.deepEqual([said, brief, followings.size], [[], [], 1], 'the list lags behind');
    if (operation === 'start') see(web('1', 'RUN'));
    else gone('1');
    await over;
    assert.deepEqual([said, brief.length], [[], 1]);
  }
  const { said, see, begin } = open(t);
  const again = begin('start', web('1', 'FSTOP'));
  see(web('1', 'NSTOP', 'START'));
  see(web('1', 'FSTOP'));
  assert.deepEqual(await again, []);
  assert.match(said[0]?.[0] ?? '', /web-1 is now stopped by a fault/);
});
