// What `npm start` shows: a script with two faults that are mended at a key, a preset that works as it is, and a guide.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NcloudClient } from '../../../src/client';
import { readPreset, roles } from '../../../src/reference';
import { startSandbox } from '../../../src/sandbox';
import { applyFix, checkScript } from '../../../src/scripts';
import { createServers } from '../../../src/servers';
import { presetFaults } from '../../../src/ui/presets/faults';

const read = (file: string) => readFileSync(join('test/support/demo-workspace', file), 'utf8');
const check = (script: string) => checkScript(script, { environment: 'vpc', osType: 'LNX' });

test('the script has two faults, each with a mend, and none after that', () => {
  const script = read('init-scripts/web.sh');
  const faults = check(script);
  assert.deepEqual(
    faults.map(({ rule }) => rule),
    ['waits-for-input', 'non-ascii'],
  );
  // From the last one on, so that the places of the others stay.
  const mended = faults.reduceRight((text, { fix }) => applyFix(text, fix ?? { edits: [] }), script);
  assert.deepEqual(check(mended), []);
  assert.deepEqual(check(read('install.sh')), []);
});

test('the preset has no fault, its script is there, and the sandbox makes a server from it', async (t) => {
  const text = read('web.ncloud.json');
  assert.deepEqual(presetFaults(text, 'en'), []);
  const preset = readPreset(JSON.parse(text));
  assert.ok(preset?.initScript && read(preset.initScript));
  assert.ok(preset.values[roles.name]);
  const sandbox = await startSandbox({ speed: 'instant' });
  t.after(() => sandbox.stop());
  const client = new NcloudClient(sandbox);
  const outcome = await createServers(client, 'vpc', preset.region ?? '', preset.values, {
    environment: 'vpc',
    rows: {},
  });
  assert.equal(outcome.kind, 'created', JSON.stringify(outcome));
});

for (const [guide, marked, texts] of [
  ['README.md', /\*\*([^*\n]+)\*\*/g, Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8')))],
  ['README.ko.md', /‘([^’]+)’/g, Object.values(JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8')))],
] as const) {
  test(`${guide} names what is really on the screen, and files that are there`, () => {
    const titles = JSON.parse(readFileSync(guide.replace('README', 'package.nls').replace('.md', '.json'), 'utf8'));
    const known = new Set([...texts, ...Object.values(titles)]);
    const bold = [...read(guide).matchAll(marked)].flatMap(([, label]) => label ?? []);
    const labels = bold.filter((label) => !label.endsWith('.'));
    assert.ok(labels.length >= 5, `${labels}`);
    for (const label of labels) assert.ok(known.has(label), label);
    const links = [...read(guide).matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    assert.deepEqual([...links].sort(), ['init-scripts/web.sh', 'install.sh', 'web.ncloud.json']);
    for (const link of links) assert.ok(existsSync(join('test/support/demo-workspace', link)), link);
  });
}
