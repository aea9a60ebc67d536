// Bundles the unit tests and runs them with Node's own runner.
// `node test/support/unit.mjs [--fast] [--here] [flags of Node's runner] [filters of paths]`
// `--fast` leaves out `*.slow.test.ts`; `--here` runs in this very process, for a debugger.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './paths.mjs';

const own = ['--fast', '--here'];
const words = process.argv.slice(2);
const [fast, here] = own.map((flag) => words.includes(flag));
const flags = words.filter((word) => word.startsWith('-') && !own.includes(word));
const filters = words.filter((word) => !word.startsWith('-')).map(slashed);

const isSlow = (file) => file.endsWith('.slow.test.ts');
const tests = readdirSync(join(root, 'test/unit'), { recursive: true })
  .map((file) => `test/unit/${slashed(String(file))}`)
  .filter((file) => file.endsWith('.test.ts') && !(fast && isSlow(file)))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  // The longest ones first, so that at the end no processor waits for another.
  .sort((left, right) => Number(isSlow(right)) - Number(isSlow(left)) || (left < right ? -1 : 1));
if (tests.length === 0) {
  console.error(`No unit test matches ${filters.join(' ')}`);
  process.exit(1);
}

const outdir = join(root, '.cache/test', filters.join('+').replaceAll('/', '-') || (fast ? 'fast' : 'all'));
rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: tests,
  outdir,
  outbase: 'test/unit',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  packages: 'external',
  alias: { vscode: join(root, 'test/support/vscode.cjs') },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
const files = tests.map((file) => join(outdir, file.replace(/^test\/unit\//, '').replace(/\.ts$/, '.mjs')));

if (here) {
  process.setSourceMapsEnabled(true);
  process.chdir(root);
  for (const file of files) await import(pathToFileURL(file).href);
} else {
  const reporter = flags.some((flag) => flag.startsWith('--test-reporter'))
    ? []
    : [`--test-reporter=${pathToFileURL(join(root, 'test/support/node-report.mjs'))}`];
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', '--test', `--test-concurrency=${availableParallelism()}`, ...reporter, ...flags, ...files],
    { stdio: 'inherit', cwd: root },
  );
  process.exit(status ?? 1);
}

/** @param {string} path */
function slashed(path) {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
