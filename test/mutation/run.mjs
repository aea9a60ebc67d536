// Changes the sources in small ways, one at a time, and counts how many of the changes the unit tests notice.
// `npm run mutation -- [--incremental] [--survivors] [--concurrency N] [--sample N] [--only PATH] [--tests PATH] [groups]`
// `--sample 5` tries every fifth change, for an estimate; `--only` those of files with this in their path; `--tests` by
// no other tests than those with this in theirs, or with one of several such parts with commas between them.
// `--incremental` keeps what earlier runs found wherever neither a mutant nor a test that covers it has changed.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { cache, root } from '../support/paths.mjs';
import { sources } from './files.mjs';
import { groups } from './groups.mjs';

/** The share of the mutants of each group that must be killed, in per cent. */
const bar = 80;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    incremental: { type: 'boolean' },
    survivors: { type: 'boolean' },
    concurrency: { type: 'string' },
    sample: { type: 'string' },
    only: { type: 'string' },
    tests: { type: 'string' },
  },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(groups);
const strange = chosen.filter((group) => !(group in groups));
if (strange.length > 0) {
  console.error(`No group ${strange.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  process.exit(1);
}
if (values.incremental && (values.sample || values.tests)) {
  console.error('A sample of the changes or the tests leaves nothing for --incremental');
  process.exit(1);
}
if (values.sample) process.env.MUTATION_SAMPLE = values.sample;
process.chdir(root);
const folder = join(cache, 'mutation');
mkdirSync(folder, { recursive: true });
const copies = join(root, '.cache/stryker');
removeLeftCopies();

const rows = [];
for (const group of chosen) rows.push(await run(group));
console.table(Object.fromEntries(rows.map(({ group, ...row }) => [group, row])));
const low = rows.filter(({ score }) => score < bar);
if (low.length > 0) console.error(`Below ${bar} %: ${low.map(({ group }) => group).join(', ')}`);
rmSync(join(copies, String(process.pid)), { recursive: true, force: true });
process.exit(low.length > 0 ? 1 : 0);

/** The copies of runs that were ended before they could remove them; each is named after its process. */
function removeLeftCopies() {
  for (const name of existsSync(copies) ? readdirSync(copies) : []) {
    if (!isRunning(Number(name))) rmSync(join(copies, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} group */
async function run(group) {
  const start = Date.now();
  const state = join(folder, `${group}.json`);
  const isWhole = !values.sample && !values.only && !values.tests;
  if (isWhole && !values.incremental) rmSync(state, { force: true });
  const all = await new Stryker({
    mutate: sources(root, group).filter((file) => file.includes(values.only ?? '')),
    testRunner: 'bundled',
    plugins: ['runner', 'words', 'absent'].map((name) => join(root, `test/mutation/${name}.mjs`)),
    ignorers: ['words', 'absent'],
    buildCommand: `node test/mutation/bundle.mjs ${group} ${values.tests ?? ''}`,
    coverageAnalysis: 'perTest',
    disableTypeChecks: false,
    // Nothing of it holds for the bundle, and Stryker reads it by an older TypeScript.
    tsconfigFile: 'none',
    incremental: isWhole || values.incremental === true,
    incrementalFile: state,
    ignorePatterns: ['.cache', 'dist', '*.vsix', 'test/host', 'test/e2e', 'test/page'],
    tempDirName: join(copies, String(process.pid)),
    reporters: ['progress-append-only'],
    // A busy computer takes its time: the runner ends a test that hangs by itself, unless it never waits.
    timeoutMS: groups[group].isSync ? 5_000 : 20_000,
    timeoutFactor: groups[group].isSync ? 3 : 4,
    dryRunTimeoutMinutes: 5,
    concurrency: Number(values.concurrency ?? 2),
    thresholds: { high: 90, low: bar, break: null },
    logLevel: /** @type {import('@stryker-mutator/api/core').LogLevel} */ ('warn'),
    allowConsoleColors: false,
  }).runMutationTest();
  // The results of the other files come from the last run.
  const wanted = all.filter(({ fileName }) => fileName.includes(values.only ?? ''));
  const results = wanted.filter(({ id }) => Number(id) % Number(values.sample ?? 1) === 0);
  const count = (status) => results.filter((one) => one.status === status).length;
  if (values.survivors) tellSurvivors(results);
  const [killed, timeout, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count);
  const found = killed + timeout;
  const mutants = found + survived + uncovered;
  return {
    group,
    mutants,
    killed,
    timeout,
    survived,
    uncovered,
    score: mutants === 0 ? 0 : Math.round((1_000 * found) / mutants) / 10,
    excluded: count('Ignored'),
    errors: count('RuntimeError'),
    untried: wanted.length - results.length,
    minutes: Math.round((Date.now() - start) / 6_000) / 10,
  };
}

/** One line each, as an editor opens it. */
function tellSurvivors(results) {
  const left = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  for (const { fileName, location, mutatorName, replacement, status } of left) {
    const file = fileName.replaceAll('\\', '/').replace(`${root}/`, '');
    const { start } = location;
    const text = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 80);
    console.log(`${file}:${start.line}:${start.column + 1} ${status} ${mutatorName} ${text}`);
  }
}
