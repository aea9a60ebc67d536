// The extension host and its window are killed at each point of a creation. At the next start the tree tells the truth,
// and never more than one request has left.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { extensionHosts } from './extension-hosts.mjs';
import { outerNcp } from './outer-ncp.mjs';
import { account, askFor, enter, settledRow, unfold } from './own-account.mjs';
import { openWorkbench } from './workbench.mjs';

const create = 'createServerInstances';
const list = 'getServerInstanceList';

/**
 * What a point has in its hands. `kill` may be called from anywhere, and comes back when nothing of the window lives.
 * @typedef {object} Scene
 * @property {string} name of the server that is asked for
 * @property {Awaited<ReturnType<typeof outerNcp>>} ncp
 * @property {() => void} stopHost the extension host stands still from now on
 * @property {() => void} kill
 * @property {(holds: (texts: {path: string, text: string}[]) => boolean) => Promise<{path: string, text: string}[]>} journal waits until its files are like that
 */

/**
 * @typedef {object} Point
 * @property {string} name
 * @property {(scene: Scene) => Promise<void> | void} confirmed called before the button is pressed; sees to it that `kill` is called
 * @property {(scene: Scene) => Promise<void> | void} [dead] called after it was, before the next start
 * @property {(scene: Scene) => Promise<void> | void} [seen] called when the tree of the next start was read
 * @property {boolean} [wholeEditor] whether the editor is killed too
 * @property {0 | 1} requests that have arrived
 * @property {0 | 1} commits
 * @property {'nothing' | 'unknown' | 'made' | 'server'} row at the next start
 * @property {'nothing' | 'unknown' | 'server'} end after Check Again
 */

const stageOf = (files) => files.map(({ text }) => /"stage":\s*"(\w+)"/.exec(text)?.[1])[0];

/** The name that is asked for is not in the next answer, as if the list lagged behind. */
function lag({ name, ncp }) {
  ncp.wire.fate = {
    edit: (call, body) => {
      if (call.action !== list) return body;
      const whole = JSON.parse(body);
      const inside = whole[`${list}Response`];
      const rows = inside.serverInstanceList.filter(({ serverName }) => serverName !== name);
      Object.assign(inside, { serverInstanceList: rows, totalRows: rows.length });
      return JSON.stringify(whole);
    },
  };
}

/** @param {Scene} scene */
const clear = ({ ncp }) => {
  ncp.wire.fate = {};
};

/** @type {readonly Point[]} */
const points = [
  {
    name: 'confirmed, before the claim',
    confirmed: async ({ stopHost, kill }) => {
      stopHost();
      setTimeout(kill, 300);
    },
    ...{ requests: 0, commits: 0, row: 'nothing', end: 'nothing' },
  },
  {
    name: 'claim half written',
    confirmed: async ({ name, ncp, journal, stopHost, kill }) => {
      ncp.wire.freeze();
      const files = await journal((found) => found.some(({ text }) => text.trimEnd().endsWith('}')));
      stopHost();
      kill();
      // What the disk holds when that happens in the middle of the writing.
      for (const { path } of ncp.written(name)) rmSync(path);
      const [{ path, text } = { path: '', text: '' }] = files;
      writeFileSync(path.replace(/(\.\d+\.tmp|\.json)$/, '.1.tmp'), text.slice(0, text.length / 2));
    },
    ...{ requests: 0, commits: 0, row: 'nothing', end: 'nothing' },
  },
  {
    name: 'claimed, before the list',
    confirmed: async ({ ncp, journal, kill }) => {
      ncp.wire.freeze();
      await journal((files) => stageOf(files) === 'claimed');
      kill();
    },
    ...{ requests: 0, commits: 0, row: 'nothing', end: 'nothing' },
  },
  {
    name: 'list asked',
    confirmed: ({ ncp, kill }) => {
      ncp.wire.fate = {
        answer: ({ action }) => {
          if (action !== list) return 'pass';
          kill();
          return 'none';
        },
      };
    },
    ...{ requests: 0, commits: 0, row: 'nothing', end: 'nothing' },
  },
  {
    name: 'sent written, before the first byte',
    wholeEditor: true,
    confirmed: async ({ ncp, journal, kill }) => {
      ncp.wire.fate = { answered: ({ action }) => action === list && ncp.wire.freeze() };
      await journal((files) => stageOf(files) === 'sent');
      kill();
    },
    ...{ requests: 0, commits: 0, row: 'unknown', end: 'unknown' },
  },
  {
    name: 'request half sent',
    confirmed: ({ ncp, kill }) => {
      ncp.wire.fate = {
        forward: ({ action }) => {
          if (action !== create) return 'pass';
          kill();
          return 'half';
        },
      };
    },
    ...{ requests: 1, commits: 0, row: 'unknown', end: 'unknown' },
  },
  {
    name: 'request arrived, before the commit',
    confirmed: ({ ncp, kill }) => {
      ncp.wire.fate = {
        forward: async ({ action }) => {
          if (action !== create) return 'pass';
          kill();
          return new Promise((resolve) => {
            ncp.commitNow = () => resolve('pass');
          });
        },
      };
    },
    dead: clear,
    seen: async ({ ncp, name }) => {
      ncp.commitNow();
      while (!(await ncp.names()).includes(name)) await sleep(20);
    },
    ...{ requests: 1, commits: 1, row: 'unknown', end: 'server' },
  },
  {
    name: 'committed, before the answer',
    wholeEditor: true,
    confirmed: ({ ncp, kill }) => {
      ncp.wire.fate = {
        answer: ({ action }) => {
          if (action !== create) return 'pass';
          kill();
          return 'none';
        },
      };
    },
    dead: lag,
    seen: clear,
    ...{ requests: 1, commits: 1, row: 'unknown', end: 'server' },
  },
  {
    name: 'answer half sent',
    confirmed: ({ ncp, kill }) => {
      ncp.wire.fate = {
        answer: ({ action }) => (action === create ? 'half' : 'pass'),
        answered: ({ action }) => action === create && kill(),
      };
    },
    ...{ requests: 1, commits: 1, row: 'server', end: 'server' },
  },
  {
    name: 'answer arrived, before its number is written',
    confirmed: ({ ncp, stopHost, kill }) => {
      ncp.wire.fate = {
        answer: ({ action }) => {
          if (action === create) stopHost();
          return 'pass';
        },
        answered: ({ action }) => action === create && kill(),
      };
    },
    dead: lag,
    seen: clear,
    ...{ requests: 1, commits: 1, row: 'unknown', end: 'server' },
  },
  {
    name: 'number written, before a list shows it',
    confirmed: async ({ ncp, journal, kill }) => {
      ncp.wire.fate = { answered: ({ action }) => action === create && ncp.wire.freeze() };
      await journal((files) => files.some(({ text }) => /"made":\s*\{\s*"/.test(text)));
      kill();
    },
    dead: lag,
    seen: clear,
    ...{ requests: 1, commits: 1, row: 'made', end: 'server' },
  },
];

/**
 * Waits until so many files of the journal tell of the name, and gives how many do at last.
 * @param {Awaited<ReturnType<typeof outerNcp>>} ncp
 * @param {string} name
 * @param {number} wanted
 */
async function writtenAtLast(ncp, name, wanted) {
  const count = () => ncp.written(name).filter(({ path }) => path.endsWith('.json')).length;
  for (let turn = 0; turn < 100 && count() !== wanted; turn++) await sleep(20);
  return count();
}

/**
 * Kills it at this point, starts again, and tells what was seen.
 * @param {import('./workbench.mjs').Tools} tools
 * @param {Awaited<ReturnType<typeof outerNcp>>} ncp
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {Point} point
 * @param {string} name
 */
async function killAt({ editor, ...tools }, ncp, workbench, point, name) {
  const context = workbench.page.context();
  await askFor(workbench, name);
  const [host = 0] = extensionHosts(editor.pid());
  const devtools = await context.newCDPSession(workbench.page);
  /** @type {(value?: unknown) => void} */
  let killed = () => {};
  const death = new Promise((resolve) => {
    killed = resolve;
  });
  let isDead = false;
  /** @type {Scene} */
  const scene = {
    ...{ name, ncp },
    stopHost: () => process.kill(host, 'SIGSTOP'),
    kill: () => {
      if (isDead) return;
      isDead = true;
      process.kill(host, 'SIGKILL');
      // The window goes with it: what it had in mind only is lost.
      devtools.send('Page.crash').catch(() => {});
      killed();
    },
    journal: async (holds) => {
      for (;;) {
        const files = ncp.written(name).filter(({ path }) => path.endsWith('.json'));
        if (holds(files) || isDead) return files;
        await sleep(1);
      }
    },
  };
  const prepared = Promise.resolve(point.confirmed(scene)).catch(() => {});
  await workbench.dialog.locator('.monaco-button').filter({ hasText: 'Create' }).first().click();
  await Promise.race([death, sleep(8000)]);
  const reached = isDead;
  scene.kill();
  await prepared;
  if (point.wholeEditor) await editor.killAndRestart();
  ncp.wire.fate = {};
  ncp.wire.cut();
  await point.dead?.(scene);
  ncp.wire.thaw();
  await workbench.page.close();
  const next = await openWorkbench({ editor, ...tools, context });
  await unfold(next, ncp);
  const row = await settledRow(next, name, point.row);
  await point.seen?.(scene);
  if (row === 'unknown') await next.treeMenu(name, 'Check Again', 'Servers');
  if (row === 'made') await next.treeAction(account, 'Refresh', 'Servers');
  const end = await settledRow(next, name, point.end);
  const requests = ncp.wire.creations.filter((asked) => asked === name).length;
  const commits = (await ncp.names()).filter((there) => there === name).length;
  const files = await writtenAtLast(ncp, name, point.end === 'unknown' ? 1 : 0);
  return { next, seen: { reached, requests, commits, row, end, files } };
}

/**
 * Kills it at each of these points, one after the other in one editor, and prints what was seen.
 * @param {import('./workbench.mjs').Tools} tools
 * @param {readonly Point[]} chosen
 * @param {string} start of the names that are asked for
 */
async function killAtEach(tools, chosen, start) {
  const ncp = await outerNcp(tools.editor);
  try {
    let workbench = await openWorkbench(tools);
    await enter(workbench, ncp);
    await unfold(workbench, ncp);
    const all = [];
    for (const [i, point] of chosen.entries()) {
      const { next, seen } = await killAt(tools, ncp, workbench, point, `${start}-${i + 1}`);
      workbench = next;
      all.push({ point: point.name, ...seen });
    }
    console.table(all);
    const wanted = chosen.map(({ name, requests, commits, row, end }) => {
      return { point: name, reached: true, requests, commits, row, end, files: end === 'unknown' ? 1 : 0 };
    });
    assert.deepEqual(all, wanted);
    const made = wanted.filter(({ commits }) => commits === 1).length;
    assert.equal(ncp.commits().length, made, 'the commit log knows no other server');
    await workbench.close();
  } finally {
    ncp.stop();
  }
}

/** @type {readonly {name: string, start: string, holds: (point: Point) => boolean}[]} */
const parts = [
  {
    name: 'killed before anything has left, nothing is told at the next start',
    start: 'early',
    holds: ({ row }) => row === 'nothing',
  },
  {
    name: 'killed between the record and the commit, the tree tells at the next start that nobody knows',
    start: 'sent',
    holds: ({ row, name }) =>
      row !== 'nothing' && /before the (first byte|commit)|half sent$/.test(name) && !/^answer/.test(name),
  },
  {
    name: 'killed between the commit and the list, the tree tells at the next start of the server',
    start: 'made',
    holds: ({ commits, name }) => commits === 1 && !/before the commit/.test(name),
  },
];

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = parts.map(({ name, start, holds }) => ({
  name,
  run: (tools) => killAtEach(tools, points.filter(holds), start),
}));
