// There is one layer that tries again, and it knows which calls may be. No library brings another one.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Libraries that send a request again by themselves, or call a function again. */
const retrying =
  /(?:^|\/)(?:[\w.-]*(?:retry|retries|backoff|cockatiel)[\w.-]*|got|ky|node-fetch-native|superagent|needle)$/;

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/** The libraries of a lockfile that are shipped and send again. */
function shippedRetries({ packages }: Lockfile): string[] {
  const names = Object.keys(packages).filter((path) => path !== '' && packages[path]?.dev !== true);
  return names.map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)).filter((name) => retrying.test(name));
}

test('no library that is shipped sends a request again', () => {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  assert.ok('node_modules/axios' in lockfile.packages);
  assert.deepEqual(shippedRetries(lockfile), []);
});

test('those that do are recognized, at any depth', () => {
  const paths = [
    '',
    'node_modules/axios-retry',
    'node_modules/a/node_modules/p-retry',
    'node_modules/got',
    'node_modules/@x/retry',
  ];
  const packages = Object.fromEntries(
    [...paths, 'node_modules/axios', 'node_modules/gotcha'].map((path) => [path, {}]),
  );
  assert.deepEqual(shippedRetries({ packages }), ['axios-retry', 'p-retry', 'got', '@x/retry']);
  assert.deepEqual(shippedRetries({ packages: { 'node_modules/got': { dev: true } } }), []);
});

test('one file of the product says when to try again, and one asks it', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(`src/${file}`, 'utf8')] as const);
  const importing = (what: RegExp) => sources.filter(([, text]) => what.test(text)).map(([file]) => file);
  assert.deepEqual(importing(/from '[^']*\/retry'/), ['client/client.ts']);
  assert.deepEqual(importing(/from 'axios'/), ['client/http.ts']);
  const imported = sources.flatMap(([, text]) => [...text.matchAll(/(?:from|import\()\s*'([^'.][^']*)'/g)]);
  assert.ok(imported.length > 100);
  assert.deepEqual(
    imported.map(([, name = '']) => name).filter((name) => retrying.test(name)),
    [],
  );
});
