// What the extension gives to others: its activation, as another extension would see it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

const modes = { Production: 1, Development: 2, Test: 3 } as const;

/** An editor whose parts take everything and do nothing, but for the modes and for what is looped over. */
const editor = `
const anything = new Proxy(class {}, {
  get: (_, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything,
});
const known = {
  ExtensionMode: ${JSON.stringify(modes)},
  workspace: { textDocuments: [], getConfiguration: () => ({ get: () => undefined }) },
  window: { activeTextEditor: undefined, createTreeView: () => anything },
};
const part = (of) => new Proxy(of, { get: (target, key) => (key in target ? target[key] : () => anything) });
const whole = new Proxy({}, {
  get: (_, key) => (key === 'ExtensionMode' ? known[key] : key in known ? part(known[key]) : anything),
});
// A bundle copies what it imports, and keeps the prototype.
module.exports = Object.create(whole);
`;

test('in production and in development activation gives nothing away; tests get what they look at', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules/vscode'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/vscode/index.js'), editor);
  const outfile = join(folder, 'extension.cjs');
  const entryPoints = ['src/extension.ts'];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const { activate } = createRequire(outfile)(outfile);
  const memento = { get: () => undefined, update: async () => {} };
  const given = (extensionMode: number) =>
    activate({ extensionMode, subscriptions: [], globalState: memento, workspaceState: memento, secrets: {} });
  assert.equal(given(modes.Production), undefined);
  assert.equal(given(modes.Development), undefined);
  assert.deepEqual(Object.keys(given(modes.Test)).sort(), ['accounts', 'model', 'scripts', 'tree']);
});
