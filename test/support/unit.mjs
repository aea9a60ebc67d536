// Bundles the unit tests and runs them with Node's own runner. Arguments filter by path.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));

const tests = readdirSync(join(root, 'test/unit'), { recursive: true })
  .map((file) => join('test/unit', String(file)))
  .filter((file) => file.endsWith('.test.ts') && (filters.length === 0 || filters.some((f) => file.includes(f))));
if (tests.length === 0) {
  console.error(`No unit test matches ${filters.join(' ')}`);
  process.exit(1);
}

const outdir = join(root, '.cache/test', filters.join('+').replaceAll('/', '-') || 'all');
rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: tests,
  outdir,
  outbase: 'test/unit',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  alias: { vscode: join(root, 'test/support/vscode.cjs') },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const files = tests.map((file) => join(outdir, file.replace(/^test\/unit\//, '').replace(/\.ts$/, '.mjs')));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...flags, ...files], {
  stdio: 'inherit',
  cwd: root,
});
process.exit(status ?? 1);
