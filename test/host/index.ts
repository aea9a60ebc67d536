// The runner inside the extension host: one test after the other, results as lines on the console.
import { readFileSync } from 'node:fs';
import { inTime } from '../support/in-time.mjs';

/** What the process that opened this window tells the tests. */
export interface HostInput {
  /** Root of the repository. */
  readonly repository: string;
  /** The open workspace folder: a copy of test/fixtures/hostile-workspace. */
  readonly workspace: string;
  readonly locale: 'en' | 'ko';
  /** Longest time for one test, in ms. */
  readonly limit: number;
  /** The one test to run, as `file: name`; all of them without. */
  readonly only?: string;
}

/** What the runner tells of each test, as a line of JSON on the console; a last line says that all are through. */
export type HostLine = { readonly test: string; readonly error?: string } | { readonly ended: true };

/** A test inside VS Code. A file `test/host/*.test.ts` exports `tests: readonly HostTest[]`. */
export interface HostTest {
  readonly name: string;
  /** Throws when the test fails. */
  run(input: HostInput): unknown;
}

/**
 * Runs the tests of all files in order and tells of each.
 * @throws Error when a test failed, so that the window ends with exit code 1.
 */
export async function runHostTests(files: readonly (readonly [file: string, tests: readonly HostTest[]])[]) {
  const input: HostInput = JSON.parse(readFileSync(process.env.NCLOUD_TEST_INPUT ?? '', 'utf8'));
  const tell = (line: HostLine) => console.log(JSON.stringify(line));
  const all = files.flatMap(([file, tests]) => tests.map((test) => ({ name: `${file}: ${test.name}`, test })));
  let failed = 0;
  for (const { name, test } of all.filter(({ name }) => input.only === undefined || name === input.only)) {
    try {
      await inTime(test.run(input), input.limit);
      tell({ test: name });
    } catch (error) {
      failed += 1;
      tell({ test: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  tell({ ended: true });
  if (failed > 0) throw new Error(`${failed} failed`);
}
