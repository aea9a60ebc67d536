// Runs test/host inside a real VS Code. `node test/support/host.mjs [--version 4.100.3|newest] [--locale ko] [--inspect PORT] [filter]`
// With --inspect the extension host waits for a debugger, a test may take its time, and none is run twice.
// A test that fails is run once more, alone in a fresh editor. Pictures of failures go to .cache/artefacts.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launchBrowser } from './chromium.mjs';
import { stageExtension, startEditor } from './editor.mjs';
import { runInHost } from './in-host.mjs';
import { oldest } from './install-editor.mjs';
import { artefacts, fileName, root } from './paths.mjs';
import { deleteAtExit, exitOnSignals } from './processes.mjs';
import { createReport } from './report.mjs';

exitOnSignals();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: 'string', default: oldest },
    locale: { type: 'string', default: 'en' },
    inspect: { type: 'string' },
  },
});
/** Longest time for one test and for all of them, in ms. */
const [limit, wholeLimit] = values.inspect ? [3_600_000, 7_200_000] : [60_000, 420_000];

const files = readdirSync(join(root, 'test/host'))
  .filter(
    (file) => file.endsWith('.test.ts') && (positionals.length === 0 || positionals.some((p) => file.includes(p))),
  )
  .sort();
if (files.length === 0) throw new Error('No host test matches.');

const work = mkdtempSync(join(tmpdir(), 'ncloud-host-'));
deleteAtExit(work);
const tests = join(root, '.cache/host/index.cjs');
await bundle(tests);
mkdirSync(artefacts, { recursive: true });

const extension = await stageExtension(root, work);
const label = `host-${values.version}-${values.locale}`;
const browser = await launchBrowser(console.log);
const report = createReport();
try {
  let isWhole = await runTests();
  for (const only of isWhole && !values.inspect ? report.again() : []) isWhole = (await runTests(only)) && isWhole;
  process.exitCode = report.done() || (isWhole ? 0 : 1);
} finally {
  await browser.close();
}

/**
 * Runs all tests, or only the named one, in a fresh editor.
 * @param {string} [only]
 * @returns {Promise<boolean>} whether they came to their end
 */
async function runTests(only) {
  const tried = only ? `${label}-again-${fileName(only)}` : label;
  const log = join(artefacts, `${tried}.log`);
  const folder = join(mkdtempSync(join(work, 'try-')), 'workspace');
  cpSync(join(root, 'test/fixtures/hostile-workspace'), folder, { recursive: true });
  const input = join(work, `${tried}.json`);
  writeFileSync(input, JSON.stringify({ repository: root, workspace: folder, locale: values.locale, limit, only }));
  const { version, locale } = values;
  const env = { NCLOUD_TEST_INPUT: input };
  const editor = await startEditor({ version, folder, locale, hostTests: true, env, log, progress: console.log });
  let ended = false;
  /** @type {import('playwright-core').Page | undefined} */
  let window;
  const watch = (page) => {
    window = page;
  };
  const print = (line) => {
    const told = hostLine(line);
    if (!told) appendFileSync(log, `${line}\n`);
    else if ('ended' in told) ended = true;
    else if (told.error === undefined) report.ok(told.test);
    else {
      report.fail(told.test, told.error);
      const path = join(artefacts, `${tried}-failed-${fileName(told.test)}.png`);
      window?.screenshot({ path, timeout: 5000 }).catch(() => undefined);
    }
  };
  try {
    const code = await runInHost({
      ...{ browser, editor, extension, tests, print, watch },
      ...{ timeout: wholeLimit, inspect: values.inspect },
    });
    if (!ended) throw new Error(`They ended with ${code}.`);
    return true;
  } catch (error) {
    console.log(`The tests were not through. ${error.message} See ${log}`);
    return false;
  } finally {
    await editor.stop();
  }
}

/**
 * @returns {import('../host/index').HostLine | undefined} nothing when the line is not of our runner
 * @param {string} line
 */
function hostLine(line) {
  return /^\{"(test|ended)":/.test(line) ? JSON.parse(line) : undefined;
}

/** One file for the extension host: the runner and every test file. */
async function bundle(outfile) {
  const imports = files.map((file, i) => `import * as t${i} from './${file.replace(/\.ts$/, '')}';`);
  const list = files.map((file, i) => `[${JSON.stringify(file.replace('.test.ts', ''))}, t${i}.tests]`);
  const contents = `${imports.join('\n')}
import { runHostTests } from './index';
export const run = () => runHostTests([${list.join(', ')}]);`;
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: join(root, 'test/host'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
