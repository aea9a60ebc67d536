// Damages the product on purpose, one damage at a time in a copy of it, and runs the tests that should notice. A damage
// that leaves them green is a hole in the tests. `npm run test:sabotage -- list clock` does those whose names contain it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';
import { exitOnSignals, startTree } from '../support/processes.mjs';
import { damaged } from './damaged.mjs';
import { damages } from './damages.mjs';

/** The longest time for the tests of one damage, in ms. */
const limit = 180_000;

exitOnSignals();
const words = process.argv.slice(2);
const wanted = damages.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (wanted.length === 0) throw new Error(`No damage is called ${words.join(' ')}.`);

const copies = Array.from({ length: availableParallelism() }, (_, place) => copyOf(place));
console.log(`${wanted.length} damages. First the tests without any.`);
const [copy = ''] = copies;
const sound = await runTests(copy, [...new Set(wanted.flatMap(({ tests }) => tests.split(' ')))], 10 * limit);
if (sound.failed > 0 || !sound.passed) {
  console.log(sound.output);
  console.log('\nThe tests are red before anything is damaged.');
  process.exit(1);
}

const left = [...wanted];
const unnoticed = [];
await Promise.all(copies.map(work));
console.log(`\n${wanted.length} damages, ${wanted.length - unnoticed.length} noticed`);
for (const name of unnoticed) console.log(`not noticed: ${name}`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;

/** @param {string} copy */
async function work(copy) {
  for (let damage = left.shift(); damage; damage = left.shift()) {
    const file = join(copy, damage.file);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, damaged(damage, whole));
    const { failed } = await runTests(copy, damage.tests.split(' '));
    writeFileSync(file, whole);
    // Tests that could not even be built have noticed nothing.
    if (failed === 0) unnoticed.push(damage.name);
    console.log(
      `${failed > 0 ? 'red  ' : 'GREEN'} ${String(failed).padStart(4)} failed  ${damage.name} (${damage.file})`,
    );
  }
}

/** The product and its tests in a folder of its own, below the root so that the libraries are found. @param {number} place */
function copyOf(place) {
  const copy = join(root, '.cache/sabotage', String(place));
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of [
    'src',
    'media',
    'l10n',
    'test',
    'package.json',
    'package-lock.json',
    'package.nls.json',
    'package.nls.ko.json',
    'tsconfig.json',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/**
 * Those that fail, or never end, as a damage may make a test wait for ever.
 * @param {string} copy @param {readonly string[]} filters
 */
async function runTests(copy, filters, longest = limit) {
  const args = ['test/support/unit.mjs', ...filters];
  const tests = startTree(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [tests.child.stdout, tests.child.stderr]) {
    stream?.on('data', (text) => {
      output += text;
    });
  }
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void tests.stop();
  }, longest);
  await tests.ended;
  clearTimeout(timer);
  const failed = Number(/^# fail (\d+)$/m.exec(output)?.[1] ?? 0);
  return { output, failed: isLate ? Math.max(1, failed) : failed, passed: /^# pass [1-9]/m.test(output) };
}
