// The damages of `npm run test:sabotage` can still be done: what each of them changes stands where it says, once.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { damaged } from '../../sabotage/damaged.mjs';
import { damages } from '../../sabotage/damages.mjs';

const tests = readdirSync('test/unit', { recursive: true }).map((file) => `test/unit/${file}`.replaceAll('\\', '/'));

for (const damage of damages) {
  test(`can be done: ${damage.name}`, () => {
    const text = readFileSync(damage.file, 'utf8');
    assert.notEqual(damaged(damage, text), text);
    for (const filter of damage.tests.split(' '))
      assert.ok(
        tests.some((file) => file.includes(filter)),
        filter,
      );
  });
}

test('no two damages have one name', () => {
  assert.equal(new Set(damages.map(({ name }) => name)).size, damages.length);
});
