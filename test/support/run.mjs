// `npm test`: everything, in order. `npm test -- --only unit,host` runs the suites whose names begin so.
// The last line is `N passed, N failed`; logs and screenshots are in .cache/artefacts.
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { installLibraries } from './libraries.mjs';
import { artefacts, root } from './paths.mjs';
import { exitOnSignals, npm, run, startTree } from './processes.mjs';

/** Longest time for one suite, in ms. */
const limit = 900_000;

exitOnSignals();
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const only = values.only.split(',').filter(Boolean);
const wanted = (name) => only.length === 0 || only.some((word) => name.startsWith(word));

const languageTests = ['activation', 'editor', 'sandbox', 'presets', 'scripts', 'targets', 'faults'];
const suites = [
  { name: 'unit', args: ['test/support/unit.mjs', '--test-reporter=tap'], quiet: true },
  { name: 'page', args: ['--test', '--test-reporter=tap', 'test/page/form.test.mjs'], quiet: true },
  { name: 'host', args: ['test/support/host.mjs'] },
  // What depends on the editor and on the language; the rest was shown by the suite before.
  { name: 'host-newest', args: ['test/support/host.mjs', '--version', 'newest', '--locale', 'ko', ...languageTests] },
  { name: 'e2e', args: ['test/support/e2e.mjs'] },
  { name: 'e2e-newest', args: ['test/support/e2e.mjs', '--version', 'newest'] },
  { name: 'bench', args: ['test/bench/run.mjs'] },
].filter(({ name }) => wanted(name));
if (suites.length === 0 && !wanted('check')) throw new Error(`No suite is called ${values.only}.`);

mkdirSync(artefacts, { recursive: true });
const table = [];

await installLibraries(console.log);
if (wanted('check')) await step('check', () => npm(['run', 'check', '--silent'], { cwd: root, show: true }));
if (suites.length > 0) await step('build', () => run(process.execPath, ['esbuild.mjs'], { cwd: root, show: true }));
for (const suite of suites) table.push(await runSuite(suite));

const sum = (key) => table.reduce((total, row) => total + row[key], 0);
console.log(`\n${'suite'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`);
for (const { name, passed, failed, seconds, note } of table) {
  const counts = `${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(10)}`;
  console.log(`${name.padEnd(14)}${counts}${note ? `  ${note}` : ''}`);
}
process.exitCode = sum('failed') > 0 || (suites.length > 0 && sum('passed') === 0) ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);

/** Lint, types and build are no tests: they count only when they fail. */
async function step(name, action) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const row = { name, passed: 0, failed: 0, seconds: 0, note: '' };
  try {
    await action();
  } catch (error) {
    console.log(error.message);
    row.failed = 1;
  }
  row.seconds = (Date.now() - started) / 1000;
  table.push(row);
}

async function runSuite({ name, args, quiet = false }) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const file = join(artefacts, `${name}.log`);
  const log = createWriteStream(file);
  const count = {};
  const suite = startTree(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const echo = quiet ? onlyFailures() : () => true;
  const read = (stream) => {
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => {
      log.write(`${line}\n`);
      const [, key, value] = /^# (pass|fail|cancelled|skipped) (\d+)$/.exec(line) ?? [];
      if (key) count[key] = Number(value);
      else if (echo(line)) console.log(line);
    });
    return new Promise((resolve) => lines.once('close', resolve));
  };
  let code = null;
  suite.child.once('exit', (value) => {
    code = value;
  });
  const timer = setTimeout(suite.stop, limit);
  await Promise.all([read(suite.child.stdout), read(suite.child.stderr), suite.ended]);
  clearTimeout(timer);
  log.end();

  const passed = count.pass ?? 0;
  const bad = (count.fail ?? 0) + (count.cancelled ?? 0) + (count.skipped ?? 0);
  const crashed = bad === 0 && (code !== 0 || passed === 0);
  const reason = crashed ? (passed === 0 && code === 0 ? 'no test ran' : `ended with ${code ?? 'a signal'}`) : '';
  const seconds = (Date.now() - started) / 1000;
  const failed = crashed ? 1 : bad;
  console.log(`${passed} passed, ${failed} failed in ${name}`);
  const note = failed > 0 ? `${reason} see ${relative(root, file)}`.trim() : '';
  return { name, passed, failed, seconds, note };
}

/** Of a TAP stream, the failures with their explanations. */
function onlyFailures() {
  let inFailure = false;
  return (line) => {
    if (/^\s*not ok /.test(line)) inFailure = true;
    else if (/^\s*(ok \d|# Subtest|1\.\.\d)/.test(line)) inFailure = false;
    return inFailure && !/^\s*(duration_ms|type|location|\.\.\.|---)/.test(line);
  };
}
