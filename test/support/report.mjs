// One way to tell results: a line for each test, and at the end the two lines that `npm test` counts.

/** Prints `ok`/`not ok` for each test as it ends. `done()` prints the counts and gives the exit code. */
export function createReport(print = console.log) {
  const count = { passed: 0, failed: 0 };
  return {
    ok(name, note = '') {
      count.passed += 1;
      print(`ok ${count.passed + count.failed} - ${name}${note && ` (${note})`}`);
    },
    fail(name, error) {
      count.failed += 1;
      print(`not ok ${count.passed + count.failed} - ${name}`);
      const text = String(error?.stack ?? error);
      print(`  ---\n${text.replace(/^/gm, '  ')}\n  ...`);
    },
    done() {
      print(`# pass ${count.passed}\n# fail ${count.failed}`);
      return count.failed > 0 || count.passed === 0 ? 1 : 0;
    },
  };
}
