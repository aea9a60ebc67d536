// How results become a verdict. A test that fails in a real editor or browser is run once more, alone: passes then, was it chance.

/** More tests of a run than this that only pass at their second try are no chance. */
export const mostFlaky = 2;
/** More failures than this are not tried again: they have a reason. */
export const mostRetried = 5;

/** @typedef {{name: string, passed: boolean}} Result of one test, at one try */
/** @typedef {{passed: number, failed: number, flaky: readonly string[]}} Count `passed` holds the flaky ones. */

/**
 * @param {readonly Result[]} results
 * @returns {string[]} the tests that are to be tried again
 */
export function toRetry(results) {
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
  return failed.length > mostRetried ? [] : failed;
}

/**
 * Counts each test once: what passed at either try has passed.
 * @param {readonly Result[]} first
 * @param {readonly Result[]} [second] of those that were tried again
 * @returns {Count}
 */
export function count(first, second = []) {
  const mended = new Set(second.filter(({ passed }) => passed).map(({ name }) => name));
  const flaky = first.filter(({ name, passed }) => !passed && mended.has(name)).map(({ name }) => name);
  const passed = first.filter((result) => result.passed).length + flaky.length;
  return { passed, failed: first.length - passed, flaky };
}

/**
 * The sum of a run. With too many flaky tests these count as failed.
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function verdict(counts) {
  const flaky = counts.flatMap((each) => each.flaky);
  const sum = (/** @type {'passed' | 'failed'} */ key) => counts.reduce((total, each) => total + each[key], 0);
  const lost = flaky.length > mostFlaky ? flaky.length : 0;
  return { passed: sum('passed') - lost, failed: sum('failed') + lost, flaky };
}
