// Libraries with known holes, and versions that were published with a thief inside, do not come in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { floors, libraryFaults, lowestVersion } from '../../support/library-floors.mjs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const good = { version: '1.21.1', resolved: 'https://registry.example/a.tgz', integrity: 'sha512-x' };

test('no library of the lock file has a known hole or comes unsealed', () => {
  assert.ok(Object.keys(packages).length > 50);
  for (const name of Object.keys(floors)) assert.ok(lowestVersion(packages, name), `${name} is not installed at all`);
  assert.deepEqual(libraryFaults(packages), []);
});

test('what is shipped has exact versions', () => {
  for (const [name, version] of Object.entries(dependencies)) assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
});

const wrong: readonly (readonly [path: string, change: object, told: RegExp])[] = [
  ['node_modules/axios', { version: '1.19.9' }, /holes/],
  ['node_modules/axios', { version: '1.14.1' }, /thief/],
  ['node_modules/axios', { version: '0.30.4' }, /thief/],
  ['node_modules/a/node_modules/plain-crypto-js', {}, /thief/],
  ['node_modules/a/node_modules/fast-xml-parser', { version: '5.9.3' }, /holes/],
  ['node_modules/follow-redirects', { version: '1.16.2' }, /holes/],
  ['node_modules/form-data', { version: '4.0.5' }, /holes/],
  ['node_modules/any', { integrity: 'sha1-x' }, /sha512/],
  ['node_modules/any', { integrity: undefined }, /sha512/],
  ['node_modules/any', { resolved: 'git+ssh://example/a' }, /https/],
];
for (const [path, change, told] of wrong) {
  test(`${path} with ${JSON.stringify(change)} is found`, () => {
    assert.match(libraryFaults({ [path]: { ...good, ...change } }).join(), told);
    assert.deepEqual(libraryFaults({ 'node_modules/any': good, 'node_modules/axios': good }), []);
  });
}
