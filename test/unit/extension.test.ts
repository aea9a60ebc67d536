// What the extension gives to others: its activation, as another extension would see it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
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
  window: {
    activeTextEditor: undefined,
    createTreeView: (id) => {
      module.exports.views.push(id);
      return anything;
    },
  },
};
const part = (of) => new Proxy(of, { get: (target, key) => (key in target ? target[key] : () => anything) });
const whole = new Proxy({}, {
  get: (_, key) => (key === 'ExtensionMode' ? known[key] : key in known ? part(known[key]) : anything),
});
// A bundle copies what it imports, and keeps the prototype.
module.exports = Object.create(whole);
module.exports.views = [];
`;

/** The extension in that editor: its activation in a mode, and the ids of the views that it has made. */
async function load(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules/vscode'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/vscode/index.js'), editor);
  const outfile = join(folder, 'extension.cjs');
  const entryPoints = ['src/extension.ts'];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const require = createRequire(outfile);
  const { activate } = require(outfile);
  const views: string[] = require('vscode').views;
  const memento = { get: () => undefined, update: async () => {} };
  const activateIn = (extensionMode: number) =>
    activate({ extensionMode, subscriptions: [], globalState: memento, workspaceState: memento, secrets: {} });
  return { activateIn, views };
}

test('in production and in development activation gives nothing away; tests get what they look at', async (t) => {
  const { activateIn } = await load(t);
  assert.equal(activateIn(modes.Production), undefined);
  assert.equal(activateIn(modes.Development), undefined);
  assert.deepEqual(Object.keys(activateIn(modes.Test)).sort(), ['accounts', 'model', 'scripts', 'tree']);
});

test('activation fills each view of the manifest', async (t) => {
  const { activateIn, views } = await load(t);
  activateIn(modes.Production);
  const promised: { readonly id: string }[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.views.ncloud;
  assert.deepEqual(views.sort(), promised.map(({ id }) => id).sort());
});
