// `npm test`: everything, in order. `npm test -- --only unit,host` runs the suites whose names begin so.
// The last line is `N passed, N failed`; logs and screenshots are in .cache/artefacts.
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installLibraries } from './libraries.mjs';
import { artefacts, root } from './paths.mjs';
import { exitOnSignals, npm, run, startTree } from './processes.mjs';
import { mostFlaky, verdict } from './verdict.mjs';

/** Longest time for one suite, in ms. */
const limit = 900_000;

exitOnSignals();
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const only = values.only.split(',').filter(Boolean);
const wanted = (name) => only.length === 0 || only.some((word) => name.startsWith(word));

/** What depends on the editor's version and on the language. The rest was shown in the oldest editor, in English. */
const languageTests = ['activation', 'editor', 'sandbox', 'presets', 'scripts', 'boot-log', 'targets', 'faults'];
const editorTests = [
  'workbench:', // the extension has its place in it
  'create: VPC', // the main job by keyboard, through tree, page and dialogs; Classic takes the same way
  'selection:', // which rows a menu of the tree is for
  'inert:', // what the editor makes of names and messages
  'restore:', // how a page comes back
  'presets:', // a text editor and its save dialog
  'scripts:', // squiggles, lenses and mends
  // Not `form:` and `kinds:`: what the page fills in and sends is the page's and the core's.
];
/** Flags for Node's runner: failures and counts on stdout, everything in a file. */
const reports = [
  `--test-reporter=${pathToFileURL(join(root, 'test/support/node-report.mjs'))}`,
  '--test-reporter-destination=stdout',
  '--test-reporter=tap',
  `--test-reporter-destination=${join(artefacts, 'unit.tap')}`,
];
const suites = [
  { name: 'unit', args: ['test/support/unit.mjs', ...reports] },
  { name: 'page', args: ['test/support/page.mjs'] },
  { name: 'host', args: ['test/support/host.mjs'] },
  { name: 'host-newest', args: ['test/support/host.mjs', '--version', 'newest', '--locale', 'ko', ...languageTests] },
  { name: 'e2e', args: ['test/support/e2e.mjs'] },
  { name: 'e2e-newest', args: ['test/support/e2e.mjs', '--version', 'newest', ...editorTests] },
  { name: 'bench', args: ['test/bench/run.mjs'] },
].filter(({ name }) => wanted(name));
if (suites.length === 0 && !wanted('check')) throw new Error(`No suite is called ${values.only}.`);

mkdirSync(artefacts, { recursive: true });
const table = [];

await installLibraries(console.log);
if (wanted('check')) await step('check', () => npm(['run', 'check', '--silent'], { cwd: root, show: true }));
if (suites.length > 0) await step('build', () => run(process.execPath, ['esbuild.mjs'], { cwd: root, show: true }));
for (const suite of suites) table.push(await runSuite(suite));

const { passed, failed, flaky } = verdict(table);
console.log(`\n${'suite'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`);
for (const row of table) {
  const counts = `${String(row.passed).padStart(8)}${String(row.failed).padStart(8)}${row.seconds.toFixed(1).padStart(10)}`;
  console.log(`${row.name.padEnd(14)}${counts}${row.note ? `  ${row.note}` : ''}`);
}
for (const name of flaky) console.log(`flaky: ${name}`);
if (flaky.length > mostFlaky)
  console.log(`More than ${mostFlaky} tests passed only at their second try: they count as failed.`);
process.exitCode = failed > 0 || (suites.length > 0 && passed === 0) ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);

/**
 * Lint, types and build are no tests: they count only when they fail.
 * @param {string} name
 */
async function step(name, action) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const row = { name, passed: 0, failed: 0, flaky: [], seconds: 0, note: '' };
  try {
    await action();
  } catch (error) {
    console.log(error.message);
    row.failed = 1;
  }
  row.seconds = (Date.now() - started) / 1000;
  table.push(row);
}

async function runSuite({ name, args }) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const file = join(artefacts, `${name}.log`);
  const log = createWriteStream(file);
  const count = { pass: 0, fail: 0 };
  const flaky = [];
  const notes = [];
  const suite = startTree(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const read = (stream) => {
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => {
      log.write(`${line}\n`);
      const [, key, value] = /^# (pass|fail) (\d+)$/.exec(line) ?? [];
      if (key) count[key] = Number(value);
      else console.log(line);
      if (line.startsWith('flaky: ')) flaky.push(`${name}: ${line.slice(7)}`);
      if (line.startsWith('left out: ')) notes.push(line);
    });
    return new Promise((resolve) => lines.once('close', resolve));
  };
  /** @type {number | null} */
  let code = null;
  suite.child.once('exit', (value) => {
    code = value;
  });
  const timer = setTimeout(suite.stop, limit);
  await Promise.all([read(suite.child.stdout), read(suite.child.stderr), suite.ended]);
  clearTimeout(timer);
  log.end();

  const { pass: passed, fail } = count;
  // Too many flaky tests end a suite with 1 as well; the verdict on all suites counts them.
  const crashed = fail === 0 && (passed === 0 || (code !== 0 && flaky.length <= mostFlaky));
  if (crashed) notes.unshift(passed === 0 && code === 0 ? 'no test ran' : `ended with ${code ?? 'a signal'}`);
  const failed = crashed ? 1 : fail;
  if (failed > 0) notes.push(`see ${relative(root, file)}`);
  console.log(`${passed} passed, ${failed} failed in ${name}`);
  return { name, passed, failed, flaky, seconds: (Date.now() - started) / 1000, note: notes.join('; ') };
}
