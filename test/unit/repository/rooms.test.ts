import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

/** The files, of all that import what they may not, that Biome refuses when our rules are laid over them. */
function refused(samples: readonly (readonly [string, string])[]): Set<string> {
  const root = mkdtempSync(join(tmpdir(), 'rooms-'));
  try {
    copyFileSync('biome.json', join(root, 'biome.json'));
    samples.forEach(([path, from], index) => {
      const file = join(root, path.replace('x.ts', `x${index}.ts`));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { a } from '${from}';\nexport const x = a;\n`);
    });
    const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
    const arguments_ = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--colors=off'];
    const { stdout, stderr } = spawnSync(process.execPath, [biome, ...arguments_], { cwd: root, encoding: 'utf8' });
    const found = `${stdout}${stderr}`.matchAll(/^(\S+\.ts):\d+:\d+ lint\/style\/noRestrictedImports/gm);
    return new Set([...found].map(([, file]) => String(file).replaceAll('\\', '/')));
  } finally {
    rmSync(root, { recursive: true });
  }
}

const forbidden: readonly (readonly [string, string])[] = [
  ['src/reference/x.ts', '../client'],
  ['src/reference/x.ts', 'node:fs'],
  ['src/client/x.ts', 'vscode'],
  ['src/client/x.ts', '../servers/list'],
  ['src/servers/x.ts', '../scripts'],
  ['src/servers/exports/x.ts', '../../ui/log'],
  ['src/scripts/x.ts', '../servers'],
  ['src/sandbox/x.ts', '../client'],
  ['src/sandbox/x.ts', '../client/http'],
  ['src/sandbox/x.ts', 'vscode'],
  ['src/ui/x.ts', '../sandbox/world'],
  ['media/x.ts', '../src/ui/log'],
  ['media/x.ts', '../src/scripts/index'],
  ['media/x.ts', 'node:fs'],
];
const allowed: readonly (readonly [string, string])[] = [
  ['src/client/x.ts', '../reference'],
  ['src/servers/exports/x.ts', '../../reference'],
  ['src/sandbox/x.ts', '../client/sign'],
  ['src/ui/x.ts', '../sandbox/index'],
  ['media/x.ts', '../src/protocol'],
];

const samples = [...forbidden, ...allowed];
const found = refused(samples);

samples.forEach(([path, from], index) => {
  const isForbidden = index < forbidden.length;
  test(`${path} ${isForbidden ? 'may not' : 'may'} import ${from}`, () => {
    assert.equal(found.has(path.replace('x.ts', `x${index}.ts`)), isForbidden);
  });
});
