// What `npm run mutation` changes, and by which tests, as the files stand.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isUnfit, sources, testFiles } from '../../mutation/files.mjs';
import { groups, unfit } from '../../mutation/groups.mjs';

const root = process.cwd();
const names = Object.keys(groups);
const mutated = names.flatMap((group) => sources(root, group));

test('each beginning of a path is that of a file, and no file is mutated twice', () => {
  for (const [group, { files, tests }] of Object.entries(groups)) {
    for (const begin of files)
      assert.ok(
        sources(root, group).some((file) => file.startsWith(`src/${begin}`)),
        begin,
      );
    for (const begin of tests) {
      assert.ok(
        testFiles(root, group).some((file) => file.startsWith(`test/unit/${begin}`)),
        begin,
      );
    }
  }
  assert.deepEqual(mutated, [...new Set(mutated)]);
});

test('all that sends, decides about a creation, validates or judges a script is mutated', () => {
  for (const room of ['client', 'servers/creation', 'scripts/rules', 'scripts/shell', 'scripts/commands']) {
    const files = readdirSync(join(root, 'src', room), { recursive: true }).map((file) => `src/${room}/${file}`);
    const missing = files
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !mutated.includes(file));
    assert.deepEqual(missing, []);
  }
  const rules = readdirSync(join(root, 'src/reference')).filter((file) => /^(rules|validate|sent|draft)\b/.test(file));
  for (const file of rules) assert.ok(mutated.includes(`src/reference/${file}`), file);
  assert.ok(mutated.includes('src/servers/operate.ts'));
});

test('what is not run under mutation is a test that there is', () => {
  const files = readdirSync(join(root, 'test/unit'), { recursive: true }).map((file) =>
    file.toString().replaceAll('\\', '/'),
  );
  for (const begin of unfit) {
    const [file = '', ...words] = begin.split(' ');
    const found = files.filter((one) => one.startsWith(file) && one.endsWith('.ts'));
    assert.ok(
      found.some((one) => readFileSync(join(root, 'test/unit', one), 'utf8').includes(words.join(' ').slice(0, 30))),
      begin,
    );
    assert.ok(isUnfit(`test/unit/${begin}`));
  }
});
