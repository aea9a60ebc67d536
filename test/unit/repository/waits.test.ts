// A test waits for what it expects. One that looks after a fixed time asks how fast the machine is.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = process.cwd();
/** The step of a loop that looks again and again, in ms. */
const longestStep = 100;

test('no test of the page or of the whole editor looks after a fixed time, but for what must not happen', () => {
  const faults = ['test/page', 'test/e2e'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.mjs'))
      .flatMap((file) => fixedWaits(readFileSync(join(root, folder, file), 'utf8')).map((line) => `${file}:${line}`)),
  );
  assert.deepEqual(faults, []);
});

test('a fixed wait is found, the step of a loop and a wait for nothing are let pass', () => {
  const text = [
    'await page.waitForTimeout(500);',
    'while (!done()) await page.waitForTimeout(50);',
    '// Nothing may be sent.',
    'await page.waitForTimeout(3000);',
  ];
  assert.deepEqual(fixedWaits(text.join('\n')), [1]);
});

/** The lines, from 1, of waits that no comment above says to be for nothing. */
function fixedWaits(text: string): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, place) => {
    const time = /\.waitForTimeout\(([^)]*)\)/.exec(line)?.[1];
    if (time === undefined || Number(time) <= longestStep) return [];
    return /^\s*\/\/ Nothing may /.test(lines[place - 1] ?? '') ? [] : [place + 1];
  });
}
