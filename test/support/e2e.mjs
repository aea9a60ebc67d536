// Runs test/e2e in a browser. `node test/support/e2e.mjs [--version 4.100.3|newest] [filter]`
// A file exports `tests: [{name, run(tools), locale?, userSettings?, folder?}]`; each test gets an editor of its own.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './chromium.mjs';
import { stageExtension, startEditor } from './editor.mjs';
import { installEditor, oldest } from './install-editor.mjs';
import { artefacts, root } from './paths.mjs';
import { deleteAtExit, exitOnSignals } from './processes.mjs';
import { createReport } from './report.mjs';

/** Longest time for one test, in ms. */
const limit = 120_000;

exitOnSignals();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { version: { type: 'string', default: oldest } },
});
const wanted = (name) => positionals.length === 0 || positionals.some((p) => name.includes(p));

const work = mkdtempSync(join(tmpdir(), 'ncloud-e2e-'));
deleteAtExit(work);
const pictures = join(artefacts, `e2e-${values.version}`);
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const { version } = await installEditor(values.version, console.log);
const extension = await stageExtension(root, work);
const browser = await launchBrowser(console.log);
const report = createReport();
try {
  const folder = join(root, 'test/e2e');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.e2e.mjs'))
    .sort()) {
    const { tests } = await import(pathToFileURL(join(folder, file)).href);
    for (const test of tests) {
      const name = `${file.replace('.e2e.mjs', '')}: ${test.name}`;
      if (wanted(name)) await runTest(name, test);
    }
  }
} finally {
  await browser.close();
}
process.exitCode = report.done();

async function runTest(name, test) {
  const started = Date.now();
  const workspace = mkdtempSync(join(work, 'workspace-'));
  cpSync(test.folder ?? join(root, 'test/support/demo-workspace'), workspace, { recursive: true });
  const locale = test.locale ?? 'en';
  const log = join(pictures, 'servers.log');
  const editor = await startEditor({
    version,
    folder: workspace,
    extensions: [{ dir: extension }],
    userSettings: test.userSettings,
    locale,
    log,
  });
  try {
    await inTime(test.run({ browser, editor, workspace, artefacts: pictures, locale }));
    report.ok(name, `${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    const shots = await photograph(name);
    report.fail(name, shots.length > 0 ? `${error.stack}\nscreenshots: ${shots.join(', ')}` : error);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await editor.stop();
  }
}

async function inTime(result) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${limit} ms`)), limit);
  });
  try {
    await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Pictures of all open windows after a failure. */
async function photograph(name) {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const shots = pages.map(async (page, i) => {
    const path = join(pictures, `failed-${name.replace(/[^\p{L}\p{N}.-]+/gu, '-')}-${i}.png`);
    await page.screenshot({ path, timeout: 5000 });
    return path;
  });
  return (await Promise.allSettled(shots)).flatMap((shot) => (shot.status === 'fulfilled' ? [shot.value] : []));
}
