// What Node's runner is to tell of tests: failures in full, what was left out and why, files that take long, and the counts.
import { availableParallelism, loadavg } from 'node:os';
import { relative } from 'node:path';
import { root } from './paths.mjs';

/** A file of unit tests that takes longer, in ms, is named, so that it is marked as slow (`*.slow.test.ts`) or made faster. */
const long = 2_000;
/** A file that is not marked as slow and takes longer than this, in ms, is a failure, unless the machine is too busy to tell. */
const tooLong = 60_000;

/** A reporter, see https://nodejs.org/docs/latest-v20.x/api/test.html#custom-reporters */
export default async function* report(events) {
  const started = Date.now();
  const failures = [];
  const leftOut = new Map();
  /** Milliseconds by file. */
  const times = new Map();
  let passed = 0;
  for await (const { type, data } of events) {
    const place = data.file ? sourceOf(data.file) : '';
    if (type === 'test:complete' && data.nesting === 0 && data.name !== data.file) {
      times.set(place, (times.get(place) ?? 0) + data.details.duration_ms);
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:fail' || (type === 'test:pass' && data.todo !== undefined)) {
      failures.push(failure(place, data.name, data.details.error?.cause ?? data.details.error ?? 'to do'));
    } else if (type === 'test:pass' && data.skip !== undefined) {
      if (/^needs /.test(data.skip)) leftOut.set(data.skip, (leftOut.get(data.skip) ?? 0) + 1);
      else if (!/does not match pattern/.test(data.skip))
        failures.push(failure(place, data.name, `skipped: ${data.skip}`));
    } else if (type === 'test:pass' && data.nesting === 0 && data.details.type !== 'suite') {
      passed += 1;
    }
  }
  const isBusy = loadavg()[0] > 2 * availableParallelism();
  const fast = [...times].filter(([file]) => file.startsWith('test/unit/') && !file.includes('.slow.'));
  for (const [file, ms] of fast) {
    if (ms > tooLong && !isBusy) {
      failures.push(failure(file, 'is no fast test', `It took ${ms} ms; *.slow.test is the name for such a file.`));
    }
  }
  for (const text of failures) yield text;
  if (failures.length > 0) process.exitCode = 1;

  const slowest = fast.filter(([, ms]) => ms > long).sort(([, a], [, b]) => b - a);
  for (const [file, ms] of slowest) yield `slow: ${file} took ${(ms / 1000).toFixed(1)} s\n`;
  const count = [...leftOut.values()].reduce((sum, one) => sum + one, 0);
  if (count > 0) yield `left out: ${count} (${[...leftOut].map(([why, times]) => `${why}: ${times}`).join(', ')})\n`;
  yield `# pass ${passed}\n# fail ${failures.length}\n# seconds ${((Date.now() - started) / 1000).toFixed(1)}\n`;
}

/**
 * @param {string} place
 * @param {string} name
 */
function failure(place, name, error) {
  const text = String(error?.stack ?? error);
  return `not ok - ${place}: ${name}\n${text.replace(/^/gm, '  ')}\n`;
}

/**
 * The test file that a bundle was made from; a failure in it has that name already, by its source map.
 * @param {string} file
 */
function sourceOf(file) {
  const path = relative(root, file).replaceAll('\\', '/');
  return path.replace(/^\.cache\/test\/[^/]+\/(.*)\.mjs$/, 'test/unit/$1.ts');
}
