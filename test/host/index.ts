// The runner inside the extension host: one test after the other, results as lines on the console.
import { readFileSync } from 'node:fs';

/** What the process that opened this window tells the tests. */
export interface HostInput {
  /** Root of the repository. */
  readonly repository: string;
  /** The open workspace folder: a copy of test/fixtures/hostile-workspace. */
  readonly workspace: string;
  readonly locale: 'en' | 'ko';
}

/** A test inside VS Code. A file `test/host/*.test.ts` exports `tests: readonly HostTest[]`. */
export interface HostTest {
  readonly name: string;
  /** Throws when the test fails. */
  run(input: HostInput): unknown;
}

/** Longest time for one test, in ms. */
const limit = 60_000;

/**
 * Runs the tests of all files in order and prints the counts as a last line of JSON.
 * @throws Error when a test failed, so that the window ends with exit code 1.
 */
export async function runHostTests(files: readonly (readonly [file: string, tests: readonly HostTest[]])[]) {
  const input: HostInput = JSON.parse(readFileSync(process.env.NCLOUD_TEST_INPUT ?? '', 'utf8'));
  const count = { passed: 0, failed: 0 };
  for (const [file, tests] of files) {
    for (const test of tests) {
      const name = `${file}: ${test.name}`;
      try {
        await inTime(test.run(input));
        count.passed += 1;
        console.log(`ok ${count.passed + count.failed} - ${name}`);
      } catch (error) {
        count.failed += 1;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        console.log(`not ok ${count.passed + count.failed} - ${name}\n  ---\n${text.replace(/^/gm, '  ')}\n  ...`);
      }
    }
  }
  console.log(JSON.stringify(count));
  if (count.failed > 0) throw new Error(`${count.failed} failed`);
}

async function inTime(result: unknown) {
  const { promise: late, reject } = withReject();
  const timer = setTimeout(() => reject(new Error(`no end after ${limit} ms`)), limit);
  try {
    await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

function withReject() {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
