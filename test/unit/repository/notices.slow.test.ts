// The notices of the libraries: for each one that the bundles hold, and for no other, its terms.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { noticesFile, noticesOf, packagesOf } from '../../../notices.mjs';

const notices = readFileSync(noticesFile, 'utf8').split(/^={70}$/m);

/** The packages that the bundles come from, as `name version`, by what source maps tell of code and by names of styles. */
async function bundled(): Promise<string[]> {
  const { builds }: { builds: readonly BuildOptions[] } = await import(pathToFileURL('esbuild.mjs').href);
  const built = await Promise.all(
    builds.map((options) => build({ ...options, write: false, sourcemap: 'external', sourcesContent: false })),
  );
  const files = built.flatMap(({ outputFiles }) =>
    (outputFiles ?? [])
      .filter(({ path }) => path.endsWith('.map'))
      .flatMap(({ text }) => JSON.parse(text).sources.map((source: string) => source.replace(/^(?:\.\.\/)/, ''))),
  );
  return packagesOf(files).map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}`;
  });
}

test('the notices name every package in the bundles with its terms, and no other', async () => {
  const inside = await bundled();
  for (const name of ['axios', 'fast-xml-parser', 'jsonc-parser', 'lit-html', 'path-expression-matcher']) {
    assert.ok(
      inside.some((found) => found.startsWith(`${name} `)),
      name,
    );
  }
  const told = notices.slice(1).map((part) => /^\n(\S+ \S+) \(/.exec(part)?.[1]);
  assert.deepEqual(told, inside);
  for (const part of notices.slice(1)) assert.match(part, /Permission is hereby granted|Redistribution and use/);
});

test('a package without the text of its license gets the words that it names, or stops the build', () => {
  const root = mkdtempSync(join(tmpdir(), 'notices-'));
  try {
    writeFileSync(join(root, 'LICENSE'), 'MIT License\n\nCopyright (c) us\n\nPermission is hereby granted, …\n');
    const of = (name: string, license: string | undefined, files: Record<string, string> = {}) => {
      const folder = `node_modules/${name}`;
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
      for (const [file, text] of Object.entries(files)) writeFileSync(join(root, folder, file), text);
      return noticesOf(root, [folder]);
    };
    assert.match(of('@a/own', 'ISC', { 'License.txt': 'The terms.' }), /@a\/own 1\.0\.0 \(ISC\)\n-+\nThe terms\.\n/);
    assert.match(
      of('told', 'MIT', { 'README.md': '# a\n\nLicense\n---\n\nCopyright &lt;b&gt;\n\n# c' }),
      /\nCopyright <b>\n/,
    );
    assert.match(of('named', 'MIT'), /names its license without the text\. The text of the MIT License:\n\nPermission/);
    assert.doesNotMatch(of('named', 'MIT'), /Copyright \(c\) us/);
    assert.throws(() => of('other', 'ISC'), /other comes without the text of its license, ISC/);
    assert.throws(() => of('none', undefined), /none 1\.0\.0 names no license/);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('packages are known by their folders, wherever they lie', () => {
  const files = [
    'src/a.ts',
    '../x/node_modules/a/b.js',
    'node_modules/a/node_modules/@c/d/e.js',
    'node_modules\\a\\f.js',
  ];
  assert.deepEqual(packagesOf(files), ['../x/node_modules/a', 'node_modules/a', 'node_modules/a/node_modules/@c/d']);
});
