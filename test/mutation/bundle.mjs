// Bundles the test files of a group over the mutated sources, in the copy that Stryker works in: the build command.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundled, testFiles } from './files.mjs';

const [group = '', part = ''] = process.argv.slice(2);
const parts = part.split(',');
const files = testFiles(process.cwd(), group).filter((file) => parts.some((one) => file.includes(one)));
mkdirSync('.cache', { recursive: true });
await build({
  stdin: {
    contents: `module.exports = {\n${files.map((file) => `  '${file}': () => require('./${file}'),\n`).join('')}};`,
    resolveDir: process.cwd(),
  },
  outfile: bundled,
  bundle: true,
  packages: 'external',
  alias: { vscode: resolve('test/support/vscode.cjs'), 'node:test': resolve('test/mutation/node-test.mjs') },
  plugins: [{ name: 'own-test', setup: setUp }],
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'dynamic-import': false },
  logLevel: 'error',
});

/** The stand-in itself asks for what it stands in for. */
function setUp(build) {
  build.onResolve({ filter: /^node:test$/ }, ({ importer, path }) =>
    importer.endsWith('node-test.mjs') ? { path, external: true } : undefined,
  );
}
