// One way to tell results: a line for each test, and at the end the lines that `npm test` counts.
import { count, mostFlaky, toRetry, verdict } from './verdict.mjs';

/** Prints `ok`/`not ok` for each test as it ends; `again` opens the second try. `done()` prints the counts and gives the exit code. */
export function createReport(print = console.log) {
  /** @type {[first: import('./verdict.mjs').Result[], second: import('./verdict.mjs').Result[]]} */
  const tries = [[], []];
  let now = 0;
  const add = (name, passed, note) => {
    tries[now].push({ name, passed });
    const number = now === 0 ? `${tries[0].length} - ` : 'at the second try - ';
    print(`${passed ? 'ok' : 'not ok'} ${number}${name}${note && ` (${note})`}`);
  };
  return {
    ok: (name, note = '') => add(name, true, note),
    /** @param {string} name */
    fail(name, error) {
      add(name, false, '');
      const text = String(error?.stack ?? error);
      print(`  ---\n${text.replace(/^/gm, '  ')}\n  ...`);
    },
    /** The names of the tests that are to be tried again, alone. */
    again() {
      now = 1;
      return toRetry(tries[0]);
    },
    done() {
      const { passed, failed, flaky } = count(...tries);
      for (const name of flaky) print(`flaky: ${name}`);
      print(`# pass ${passed}\n# fail ${failed}`);
      if (flaky.length > mostFlaky) print(`${flaky.length} tests passed only at their second try: too many.`);
      return verdict([{ passed, failed, flaky }]).failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}
