// `npm run bench`: every budget of the extension in one table. Ends with 1 when one is passed.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installLibraries } from '../support/libraries.mjs';
import { compareVersions, floors, lowestVersion } from '../support/library-floors.mjs';
import { artefacts, root } from '../support/paths.mjs';
import { exitOnSignals, run } from '../support/processes.mjs';

exitOnSignals();
mkdirSync(artefacts, { recursive: true });
await installLibraries(console.log);
await run(process.execPath, ['esbuild.mjs'], { cwd: root, show: true });
const { build } = await import('esbuild');
const { contributions, vsixBytes, vsixLimit } = await import('./sizes.mjs');
const { measureActivation } = await import('./activation.mjs');
const { measureFilter, measureForm } = await import('./form.mjs');
const { measureScale } = await import('./scale.mjs');

const { views, commands } = contributions();
const rows = [
  most('VSIX', (await vsixBytes()) / 1000, vsixLimit / 1000, 'kB'),
  most('views', views, 3),
  most('commands', commands, 43),
];
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
for (const [name, floor] of Object.entries(floors)) {
  const version = lowestVersion(packages, name);
  const ok = version === undefined || compareVersions(version, floor) >= 0;
  rows.push({ name: `${name}, lowest installed`, measured: version ?? 'none', budget: `≥ ${floor}`, ok });
}
const { ours, empty, bytes, firstUse } = await measureActivation();
rows.push(
  most('code loaded at activation', bytes / 1000, 60, 'kB'),
  most('activation, times an empty one', ours / empty, 3, `× (${ours.toFixed(1)} ms, empty ${empty.toFixed(1)} ms)`),
  most('longest task of the first use', firstUse, 50, 'ms'),
);
const { form, panel } = await measureForm();
rows.push(
  most(
    'form ready, times an empty panel',
    form / panel,
    1.5,
    `× (${form.toFixed(0)} ms, empty ${panel.toFixed(0)} ms)`,
  ),
  most('key stroke in a filter over 500 specs, slowest', await measureFilter(500), 50, 'ms'),
);
for (const { name, value, limit, unit } of await measureScale()) rows.push(most(name, value, limit, unit));
for (const { name, value, limit, unit } of await decodeRows()) rows.push(most(name, value, limit, unit));

const width = (key) => Math.max(...rows.map((row) => row[key].length)) + 2;
const line = (row) =>
  `${row.name.padEnd(width('name'))}${row.measured.padEnd(width('measured'))}${row.budget.padEnd(width('budget'))}`;
console.log(`${line({ name: 'budget of', measured: 'measured', budget: 'allowed' })}ok`);
for (const row of rows) console.log(`${line(row)}${row.ok ? 'yes' : 'NO'}`);
const passed = rows.filter((row) => row.ok).length;
console.log(`# pass ${passed}\n# fail ${rows.length - passed}`);
process.exitCode = passed === rows.length ? 0 : 1;

/**
 * @param {string} name
 * @param {number} measured
 * @param {number} budget
 */
function most(name, measured, budget, unit = '') {
  const digits = Number.isInteger(measured) ? 0 : 2;
  const [short] = unit.split(' ');
  return {
    name,
    measured: `${measured.toFixed(digits)} ${unit}`.trim(),
    budget: `≤ ${Number(budget.toFixed(2))} ${short}`.trim(),
    ok: measured <= budget,
  };
}

/** test/bench/decode.ts exports `decodeBench()`: rows of `{name, value, unit, limit}`. */
async function decodeRows() {
  const source = join(root, 'test/bench/decode.ts');
  const outfile = join(root, '.cache/bench/decode.mjs');
  /** @type {import('esbuild').BuildOptions} */
  const packages = { packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' };
  await build({ entryPoints: [source], outfile, bundle: true, ...packages });
  const { decodeBench } = await import(pathToFileURL(outfile).href);
  return decodeBench();
}
