// A test stands where what it tests stands: test/unit/client/mask.test.ts is about src/client/mask.ts.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Folders that are not of `src`: the page, what is built, and this repository itself. */
const elsewhere = /^(media|dist|repository)\//;

/** Tests about a room as a whole, by what they ask of it. */
const wholeRooms = [
  'client/bundle',
  'client/prefixes',
  'client/refusal',
  'reference/property',
  'reference/seed',
  'reference/tables',
  'reference/wire',
  'sandbox/agreement',
  'sandbox/answers',
  'sandbox/facts',
  'sandbox/large',
  'sandbox/wire-types',
  'scripts/corpus',
  'scripts/field',
  'scripts/fixes',
  'scripts/fuzz',
  'scripts/shell/conditional',
  'servers/creation/claims',
  'servers/exports/run',
  'servers/exports/shells',
  'servers/matrix',
  'servers/model',
  'ui/doors',
  'ui/scripts/menus',
  'ui/servers/menus',
  'ui/servers/pages',
  'ui/ways-out',
];

/** The tests by what they are about: `servers/list.lies.slow.test.ts` by `servers/list`. */
const subjects = readdirSync('test/unit', { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts') && !elsewhere.test(file))
  .map((file) => file.replace(/\.[^/]*$/, ''));

test('every unit test stands where its subject stands', () => {
  const strangers = new Set(subjects.filter((path) => !existsSync(`src/${path}.ts`) && !existsSync(`src/${path}`)));
  assert.deepEqual([...strangers].sort(), wholeRooms);
});

test('every test of the page stands where its subject stands', () => {
  const files = readdirSync('test/unit/media').filter((file) => file.endsWith('.test.ts'));
  for (const file of files) assert.ok(existsSync(`media/${file.replace(/(\.slow)?\.test\.ts$/, '.ts')}`), file);
});

test('no fast test hooks into each test of the others that run in its process', () => {
  const files = readdirSync('test/unit', { recursive: true }).map((file) => `test/unit/${file}`);
  const fast = files.filter((file) => file.endsWith('.test.ts') && !file.endsWith('.slow.test.ts'));
  assert.ok(fast.length > 50);
  const hooks = fast.filter((file) => /^(?:before|after)Each\(/m.test(readFileSync(file, 'utf8')));
  assert.deepEqual(hooks, []);
});
