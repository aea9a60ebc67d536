// Runs test/page in a plain Chromium: `node test/support/page.mjs [filter]`. A test that fails is run once more, alone.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { root } from './paths.mjs';
import { exitOnSignals } from './processes.mjs';
import { createReport } from './report.mjs';

exitOnSignals();
const filters = process.argv.slice(2);
const files = readdirSync(join(root, 'test/page'))
  .filter((file) => file.endsWith('.test.mjs') && (filters.length === 0 || filters.some((part) => file.includes(part))))
  .sort()
  .map((file) => join(root, 'test/page', file));
if (files.length === 0) throw new Error('No page test matches.');

const report = createReport();
await runTests();
for (const name of report.again()) await runTests(name);
process.exitCode = report.done();

/**
 * Runs all tests, or only the named one.
 * @param {string} [only] as the report calls it
 */
async function runTests(only) {
  const isWanted = (data) => data.nesting === 0 && (!only || nameOf(data) === only);
  const tests = run({
    files: files.filter((file) => !only || only.startsWith(`${partOf(file)}: `)),
    concurrency: true,
    ...(only && { testNamePatterns: [exactly(only.slice(only.indexOf(': ') + 2))] }),
  });
  tests.on('test:pass', (data) => {
    if (!isWanted(data)) return;
    if (data.skip === undefined && data.todo === undefined) report.ok(nameOf(data));
    else report.fail(nameOf(data), 'A test that is left out is no test.');
  });
  tests.on('test:fail', (data) => {
    if (isWanted(data)) report.fail(nameOf(data), data.details.error.cause ?? data.details.error);
  });
  tests.on('test:stderr', ({ message }) => process.stderr.write(message));
  await new Promise((resolve) => tests.once('end', resolve).resume());
}

/**
 * A test's name for people: `form: 500 rows open and filter at once`.
 * @param {{file?: string, name: string}} data
 */
function nameOf({ file, name }) {
  return `${partOf(file ?? name)}: ${name}`;
}

/** @param {string} file */
function partOf(file) {
  return basename(file, '.test.mjs');
}

/** @param {string} name */
function exactly(name) {
  return new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);
}
