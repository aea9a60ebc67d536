// What an account of 10,000 servers costs in a real editor: until its first rows are seen, and at each refresh.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { launchBrowser } from '../support/chromium.mjs';
import { stageExtension, startEditor } from '../support/editor.mjs';
import { runInHost } from '../support/in-host.mjs';
import { oldest } from '../support/install-editor.mjs';
import { artefacts, root } from '../support/paths.mjs';
import { deleteAtExit, startTree } from '../support/processes.mjs';

const servers = 10_000;

/** Rows of `{name, value, limit, unit}`. */
export async function measureScale({ version = oldest } = {}) {
  const work = mkdtempSync(join(tmpdir(), 'ncloud-scale-'));
  const forget = deleteAtExit(work);
  const input = join(work, 'input.json');
  const folder = join(work, 'workspace');
  mkdirSync(folder);
  mkdirSync(artefacts, { recursive: true });
  const tests = await bundle('scale-host');
  const other = startTree(process.execPath, [await bundle('scale-sandbox'), String(servers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const broken = noSandbox(other.ended);
  broken.catch(() => {});
  let browser;
  let editor;
  try {
    const sandbox = await Promise.race([firstLine(other.child.stdout), broken]);
    writeFileSync(input, JSON.stringify({ servers, sandbox: JSON.parse(sandbox) }));
    browser = await launchBrowser(console.log);
    editor = await startEditor({
      version,
      folder,
      hostTests: true,
      userSettings: { 'ncloud.sandbox.enabled': true },
      env: { NCLOUD_TEST_INPUT: input },
      log: join(artefacts, 'bench-scale.log'),
      progress: console.log,
    });
    const extension = await stageExtension(root, work);
    return rowsOf(await measureWindow({ browser, editor, extension, tests }));
  } finally {
    await browser?.close();
    await editor?.stop();
    await other.stop();
    forget();
  }
}

/** @param {import('node:stream').Readable | null} stream */
async function firstLine(stream) {
  for await (const line of stream ? createInterface(stream) : []) return line;
  throw new Error('Nothing was told.');
}

/**
 * @param {Promise<unknown>} ended
 * @returns {Promise<never>}
 */
async function noSandbox(ended) {
  await ended;
  throw new Error('The sandbox of the bench does not start.');
}

async function measureWindow(options) {
  const lines = [];
  let window;
  let seenAt;
  const watch = (page) => {
    window = page;
  };
  const print = (line) => {
    lines.push(line);
    if (line !== 'scale: open the account') return;
    seenAt = openAccount(window);
    seenAt.catch(() => {});
  };
  const code = await runInHost({ ...options, watch, print });
  const result = lines.find((line) => line.startsWith('{"scale"'));
  if (code !== 0 || !result) throw new Error(`The window measured nothing.\n${lines.slice(-5).join('\n')}`);
  return { ...JSON.parse(result).scale, seenAt: await seenAt };
}

/**
 * Opens the account as a person does. Resolves to the time when the first of its servers is seen.
 * @param {import('playwright-core').Page} page
 */
async function openAccount(page) {
  await page.locator('.monaco-list-row', { hasText: 'SANDBOX VPC' }).first().click();
  const time = await page.waitForFunction(firstRowAt, undefined, { timeout: 60_000, polling: 'raf' });
  return time.jsonValue();
}

/** In the window: the time when a server's row is on the screen. */
function firstRowAt() {
  const rows = [...document.querySelectorAll('.customview-tree .monaco-list-row[aria-level="2"]')];
  return rows.some((row) => /demo-/.test(row.textContent ?? '') && row.getBoundingClientRect().height > 0)
    ? Date.now()
    : undefined;
}

function rowsOf({ firstPageAt, seenAt, first, refresh, calls, redraws, change }) {
  const row = (name, value, limit, unit) => ({ name: `10,000 servers: ${name}`, value, limit, unit });
  return [
    row('first rows on the screen after the first page', seenAt - firstPageAt, 1000, 'ms'),
    row('longest task of the first list', first, 50, 'ms'),
    row('longest task of a refresh', refresh, 50, 'ms'),
    row('calls of a refresh', calls, 20, ''),
    row('redraws of a refresh without a change', redraws, 0, ''),
    row('longest task when one server goes', change, 50, 'ms'),
  ];
}

/** @param {string} name */
async function bundle(name) {
  const outfile = join(root, `.cache/bench/${name}.cjs`);
  await build({
    entryPoints: [join(root, `test/bench/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
