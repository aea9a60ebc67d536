// How long the extension takes to activate, next to an extension that does nothing, and to be used, in fresh windows.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../support/chromium.mjs';
import { startEditor } from '../support/editor.mjs';
import { runInHost } from '../support/in-host.mjs';
import { oldest } from '../support/install-editor.mjs';
import { artefacts, root } from '../support/paths.mjs';
import { deleteAtExit } from '../support/processes.mjs';

const ours = 'ncloud-servers.ncloud-servers';

/**
 * Medians of several windows, in ms, and the bytes of code that ours has loaded once it is active.
 * @param {{version?: string, windows?: number, settle?: number}} [options] `settle`: ms that the host gets to calm down
 */
export async function measureActivation({ version = oldest, windows = 5, settle = 1000 } = {}) {
  const work = mkdtempSync(join(tmpdir(), 'ncloud-bench-'));
  const forget = deleteAtExit(work);
  const input = join(work, 'input.json');
  const folder = join(work, 'workspace');
  mkdirSync(folder);
  const [window, first, empty] = ['window', 'first', 'empty'].map((name) => makeEmptyExtension(work, name));
  const browser = await launchBrowser(console.log);
  const editor = await startEditor({
    version,
    folder,
    extensions: [{ dir: root }, { dir: first }, { dir: empty }],
    hostTests: true,
    userSettings: { 'ncloud.sandbox.enabled': true },
    env: { NCLOUD_TEST_INPUT: input },
    log: join(artefacts, 'bench-server.log'),
    progress: console.log,
  });
  /** @type {Record<'ours' | 'empty' | 'bytes' | 'firstUse', number[]>} */
  const samples = { ours: [], empty: [], bytes: [], firstUse: [] };
  try {
    for (let i = 0; i < windows; i += 1) {
      // The first activation of a window pays for what all share; then the two take turns.
      const pair = i % 2 === 0 ? [ours, 'bench.empty'] : ['bench.empty', ours];
      writeFileSync(input, JSON.stringify({ order: ['bench.first', ...pair], ours, settle }));
      const { times, bytes, firstUse } = await measureWindow({ browser, editor, extension: window });
      samples.ours.push(times[ours]);
      samples.empty.push(times['bench.empty']);
      samples.bytes.push(bytes);
      samples.firstUse.push(firstUse);
    }
  } finally {
    await browser.close();
    await editor.stop();
    forget();
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}

async function measureWindow(options) {
  const lines = [];
  const tests = join(root, 'test/bench/activation-host.cjs');
  const code = await runInHost({ ...options, tests, print: (line) => lines.push(line) });
  const result = lines.find((line) => line.startsWith('{"times"'));
  if (code !== 0 || !result) throw new Error(`The window measured nothing.\n${lines.slice(-5).join('\n')}`);
  return JSON.parse(result);
}

/**
 * @param {string} work
 * @param {string} name
 */
function makeEmptyExtension(work, name) {
  const dir = join(work, name);
  mkdirSync(dir);
  const manifest = { name, publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.100.0' }, main: './main.js' };
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  writeFileSync(join(dir, 'main.js'), 'exports.activate = () => {};\n');
  return dir;
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
