// Which room may import what: samples that the rule is laid over, and the house as it stands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

type Sample = readonly [file: string, from: string];

/** What the rule says of the files of a folder that import what they may not. */
function faultsIn(cwd: string): string[] {
  const { stderr, status } = spawnSync(process.execPath, [join(process.cwd(), 'rooms.mjs')], { cwd, encoding: 'utf8' });
  const faults = stderr.split('\n').filter(Boolean);
  assert.equal(status, faults.length > 0 ? 1 : 0);
  return faults;
}

/** The files, of all that import what they may not, that the rule refuses. `write` makes the text of a sample. */
function refused(samples: readonly Sample[], write = (from: string) => `import { a } from '${from}';\n`): Set<string> {
  const root = mkdtempSync(join(tmpdir(), 'rooms-'));
  try {
    samples.forEach(([path, from], index) => {
      const file = join(root, path.replace('x.ts', `x${index}.ts`));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${write(from)}export const x = 1;\n`);
    });
    return new Set(faultsIn(root).map((fault) => fault.split(':', 1)[0] ?? ''));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The folders of src/ui from the top down; those of one line do not know each other. */
const order = [
  ['quick'],
  ['form'],
  ['presets'],
  ['connect'],
  ['export', 'scripts'],
  ['servers'],
  ['create', 'loginkeys'],
  ['accounts'],
  ['page'],
];
const folders = order.flatMap((line, floor) => line.map((name) => ({ name, floor })));
const pairs = folders.flatMap((one) => folders.filter((other) => other !== one).map((other) => [one, other] as const));
const sampleOf = ([one, other]: (typeof pairs)[number]): Sample => [`src/ui/${one.name}/x.ts`, `../${other.name}/y`];

const forbidden: readonly Sample[] = [
  ['src/reference/x.ts', '../client'],
  ['src/reference/x.ts', 'node:fs'],
  ['src/client/x.ts', 'vscode'],
  ['src/client/x.ts', '../servers/list'],
  ['src/servers/x.ts', '../scripts'],
  ['src/servers/exports/x.ts', '../../ui/log'],
  ['src/scripts/x.ts', '../servers'],
  ['src/servers/x.ts', '../connect'],
  ['src/connect/x.ts', 'vscode'],
  ['src/sandbox/x.ts', '../client'],
  ['src/sandbox/x.ts', '../client/http'],
  ['src/sandbox/x.ts', 'vscode'],
  ['src/ui/x.ts', '../sandbox/world'],
  ['media/x.ts', '../src/ui/log'],
  ['media/x.ts', '../src/scripts/index'],
  ['media/x.ts', 'node:fs'],
  ['src/servers/x.ts', 'vscode'],
  ['src/servers/creation/x.ts', 'vscode'],
  ['src/servers/x.ts', 'axios'],
  ['src/ui/x.ts', './accounts/account'],
  ['src/ui/x.ts', './main'],
  ['src/ui/servers/commands/x.ts', '../../scripts/model'],
  ['src/ui/quick/x.ts', '../main'],
  ['src/ui/form/x.ts', '../../../media/state'],
  ['src/fresh/x.ts', '../reference'],
  ['src/x.ts', './reference'],
  ['src/ui/fresh/x.ts', '../text'],
  ...pairs.filter(([one, other]) => one.floor >= other.floor).map(sampleOf),
];
const allowed: readonly Sample[] = [
  ['src/client/x.ts', '../reference'],
  ['src/servers/exports/x.ts', '../../reference'],
  ['src/sandbox/x.ts', '../client/sign'],
  ['src/ui/x.ts', '../sandbox/index'],
  ['media/x.ts', '../src/protocol'],
  ['src/ui/servers/commands/x.ts', '../../../servers/index'],
  ['src/ui/accounts/x.ts', '../text'],
  ...pairs.filter(([one, other]) => one.floor < other.floor).map(sampleOf),
];

const samples = [...forbidden, ...allowed];
const found = refused(samples);

samples.forEach(([path, from], index) => {
  const isForbidden = index < forbidden.length;
  test(`${path} ${isForbidden ? 'may not' : 'may'} import ${from}`, () => {
    assert.equal(found.has(path.replace('x.ts', `x${index}.ts`)), isForbidden);
  });
});

test('an import against the order is refused in whichever way it is written', () => {
  const ways: readonly ((from: string) => string)[] = [
    (from) => `import type { a } from '${from}';\n`,
    (from) => `import {\n  a,\n  b,\n} from '${from}';\n`,
    (from) => `import '${from}';\n`,
    (from) => `export * from '${from}';\n`,
    (from) => `export type { A } from '${from}';\n`,
    (from) => `type A = import('${from}').A;\n`,
    (from) => `const a = await import('${from}');\n`,
    (from) => `const a = require("${from}");\n`,
    (from) => `import a = require('${from}');\n`,
  ];
  for (const write of ways)
    assert.equal(refused([['src/ui/accounts/x.ts', '../form/panel']], write).size, 1, write('…'));
});

test('a folder that no rule names is refused, though it imports nothing', () => {
  const samples: readonly Sample[] = [
    ['src/fresh/x.ts', ''],
    ['src/ui/fresh/x.ts', ''],
    ['src/ui/fresh/y.mjs', ''],
  ];
  assert.equal(refused(samples, () => '').size, 3);
});

test('the house keeps to the order, and each folder of src/ui has its place in it', () => {
  assert.deepEqual(faultsIn(process.cwd()), []);
  const there = readdirSync('src/ui', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(there.map(({ name }) => name).sort(), folders.map(({ name }) => name).sort());
});

test('CONTRIBUTING tells the same order', () => {
  const told = order.map((names) => names.map((name) => `\`${name}\``).join(', ')).join(' · ');
  assert.ok(readFileSync('CONTRIBUTING.md', 'utf8').includes(`\n${told} · the files of`), told);
});
