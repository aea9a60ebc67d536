// The extension host and its window are killed at each point of a creation. At the next start the tree tells the truth,
// and never more than one request has left.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeFileSync } from 'node:fs';
import { extensionHosts } from './extension-hosts.mjs';
import { outerNcp, outerSettings } from './outer-ncp.mjs';
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

/** Holds what was asked for in the hands of NCP until it is killed. */
const never = () => new Promise(() => {});
const stageOf = (files) => files.map(({ text }) => /"stage": *"(\w+)"/.exec(text)?.[1])[0];

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
    confirmed: async ({ ncp, journal, stopHost, kill }) => {
      ncp.wire.freeze();
      const [{ path, text }] = await journal((files) => files.length > 0);
      stopHost();
      writeFileSync(path, text.slice(0, text.length / 2));
      kill();
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
      await journal((files) => files.some(({ text }) => /"made": *\{ *"/.test(text)));
      kill();
    },
    dead: lag,
    seen: clear,
    ...{ requests: 1, commits: 1, row: 'made', end: 'server' },
  },
];

/**
 * What the tree says of a name.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} name
 */
async function rowOf(workbench, name) {
  const rows = (await workbench.treeTexts('Servers')).filter((text) => text.startsWith(`${name} `));
  if (rows.length === 0) return 'nothing';
  return rows.length > 1 ? `several rows: ${rows.join(', ')}` : kindOf(rows[0].slice(name.length + 1));
}

/** @param {string} words */
function kindOf(words) {
  if (/^unknown/.test(words)) return 'unknown';
  if (/made/.test(words)) return 'made';
  return /^(running|creating|starting)/.test(words) ? 'server' : words;
}

/**
 * Waits until the tree says so, and gives what it says at last.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} name
 * @param {string} wanted
 */
async function settledRow(workbench, name, wanted) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const row = await rowOf(workbench, name);
    if (row === wanted || Date.now() > deadline) return row;
    await sleep(50);
  }
}

/**
 * Opens the form and its question.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} name
 */
async function askFor(workbench, name) {
  await workbench.createServer('VPC');
  const form = await workbench.webview('[name="serverName"]');
  await form.locator('[name="serverName"]:focus').waitFor();
  await workbench.page.keyboard.type(name);
  await form.getByText('Ready.').waitFor();
  await form.locator('[data-action="create"]').click();
  await workbench.dialog.waitFor();
}

/**
 * @param {import('./workbench.mjs').Tools} tools
 * @param {import('playwright-core').BrowserContext} [context]
 */
async function open(tools, context) {
  const workbench = await openWorkbench({ ...tools, context });
  await workbench.openView('NCLOUD');
  const account = workbench.treeRow('SANDBOX VPC', 'Servers').first();
  await workbench.until(workbench.treeRow('demo-web', 'Servers').first(), async () => {
    if ((await account.getAttribute('aria-expanded')) === 'false') await account.click();
  });
  return workbench;
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
  const t=[performance.now()];
  await askFor(workbench, name);
  t.push(performance.now());
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
        const files = ncp.written(name);
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
  t.push(performance.now());
  if (point.wholeEditor) await editor.killAndRestart();
  ncp.wire.fate = {};
  await point.dead?.(scene);
  ncp.wire.thaw();
  await workbench.page.close();
  const next = await open({ editor, ...tools }, context);
  t.push(performance.now());
  const row = await settledRow(next, name, point.row);
  await point.seen?.(scene);
  if (row === 'unknown' || row === 'made') await next.treeMenu(name, 'Check Again', 'Servers');
  const end = await settledRow(next, name, point.end);
  t.push(performance.now());
  console.log(t.map((x,i)=>Math.round(x-(t[i-1]??x))).join(' '));
  const requests = ncp.wire.creations.filter((asked) => asked === name).length;
  const commits = (await ncp.names()).filter((there) => there === name).length;
  return { next, seen: { reached, requests, commits, row, end } };
}

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'killed at each point of a creation, the tree tells the truth at the next start',
    userSettings: outerSettings,
    async run(tools) {
      const ncp = await outerNcp(tools.editor);
      try {
        let workbench = await open(tools);
        const seen = [];
        for (const [i, point] of points.filter(p=>!process.env.P||p.name.match(process.env.P)).entries()) {
          const name = `kill-${String(i + 1).padStart(2, '0')}`;
          const result = await killAt(tools, ncp, workbench, point, name);
          workbench = result.next;
          seen.push({ point: point.name, ...result.seen });
          console.log(JSON.stringify(seen.at(-1)), performance.now());
        }
        console.table(seen);
      } finally {
        ncp.stop();
      }
    },
  },
];
