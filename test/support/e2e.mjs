// Runs test/e2e in a browser. `node test/support/e2e.mjs [--version 4.100.3|newest] [filter]`
// A file exports `tests: [{name, run(tools), locale?, userSettings?, folder?, vsix?}]`; each test gets an editor of its own.
// A test that fails is run once more, alone, in a fresh browser too; its pictures of both tries are kept.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './chromium.mjs';
import { stageExtension, startEditor } from './editor.mjs';
import { inTime } from './in-time.mjs';
import { installEditor, oldest } from './install-editor.mjs';
import { artefacts, fileName, root } from './paths.mjs';
import { deleteAtExit, exitOnSignals } from './processes.mjs';
import { createReport } from './report.mjs';
import { packVsix } from './vsix.mjs';

/** Longest time for one test, in ms. */
const limit = 120_000;

exitOnSignals();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { version: { type: 'string', default: oldest } },
});

const work = mkdtempSync(join(tmpdir(), 'ncloud-e2e-'));
deleteAtExit(work);
const pictures = join(artefacts, `e2e-${values.version}`);
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const { version } = await installEditor(values.version, console.log);
const extension = await stageExtension(root, work);
const report = createReport();
const tests = await readTests();
await runTests(tests, pictures);
for (const name of report.again()) {
  const again = join(pictures, `again-${fileName(name)}`);
  mkdirSync(again);
  await runTests(
    tests.filter((test) => test.name === name),
    again,
  );
}
process.exitCode = report.done();

/** The tests that are asked for, named by file and name. */
async function readTests() {
  const folder = join(root, 'test/e2e');
  const found = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.e2e.mjs')) continue;
    const { tests } = await import(pathToFileURL(join(folder, file)).href);
    found.push(...tests.map((test) => ({ ...test, name: `${file.replace('.e2e.mjs', '')}: ${test.name}` })));
  }
  return found.filter(({ name }) => positionals.length === 0 || positionals.some((p) => name.includes(p)));
}

/**
 * Runs tests one after the other in one browser; what they leave goes to the folder `kept`.
 * @param {import('../e2e/workbench.mjs').EndToEndTest[]} tests
 * @param {string} kept
 */
async function runTests(tests, kept) {
  const browser = await launchBrowser(console.log);
  try {
    for (const test of tests) await runTest(browser, test, kept);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('../e2e/workbench.mjs').EndToEndTest} test
 * @param {string} kept
 */
async function runTest(browser, test, kept) {
  const started = Date.now();
  const workspace = mkdtempSync(join(work, 'workspace-'));
  cpSync(test.folder ?? join(root, 'test/support/demo-workspace'), workspace, { recursive: true });
  const locale = test.locale ?? 'en';
  const log = join(kept, 'servers.log');
  let editor;
  try {
    editor = await startEditor({
      version,
      folder: workspace,
      extensions: [test.vsix ? await packed() : { dir: extension }],
      userSettings: test.userSettings,
      locale,
      log,
    });
    await inTime(test.run({ browser, editor, workspace, artefacts: kept, locale }), limit);
    report.ok(test.name, `${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    const shots = await photograph(browser, join(kept, `failed-${fileName(test.name)}`));
    report.fail(test.name, shots.length > 0 ? `${error.stack}\nscreenshots: ${shots.join(', ')}` : error);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await editor?.stop();
  }
}

/** The extension as users install it. */
async function packed() {
  const vsix = join(work, 'ncloud-servers.vsix');
  await packVsix(vsix);
  return { vsix };
}

/**
 * Pictures of all open windows after a failure.
 * @param {import('playwright-core').Browser} browser
 * @param {string} start
 */
async function photograph(browser, start) {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const shots = pages.map(async (page, i) => {
    const path = `${start}-${i}.png`;
    await page.screenshot({ path, timeout: 5000 });
    return path;
  });
  return (await Promise.allSettled(shots)).flatMap((shot) => (shot.status === 'fulfilled' ? [shot.value] : []));
}
