// Bundles the unit tests and runs them with Node's own runner.
// `node test/support/unit.mjs [--fast] [--here] [flags of Node's runner] [filters of paths]`
// `--fast` leaves out `*.slow.test.ts`, and runs many files in one process, as most of the time goes into starting one
// for each; `--here` runs in this very process, for a debugger.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** Files that wait leave room for another one; those that measure times must have a processor to themselves. */
const processes = availableParallelism() * (fast ? 2 : 1);

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

const outdir = join(root, '.cache/test', folderName(filters.join('+').replaceAll('/', '-')) || (fast ? 'fast' : 'all'));
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
  const entries = fast ? shared(files) : files;
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', '--test', `--test-concurrency=${processes}`, ...reporter, ...flags, ...entries],
    { stdio: 'inherit', cwd: root },
  );
  process.exit(status ?? 1);
}

/**
 * As many files as there are processes, which import all others in turn.
 * @param {readonly string[]} files
 */
function shared(files) {
  return Array.from({ length: Math.min(processes, files.length) }, (_, place) => {
    const own = files.filter((_, index) => index % processes === place);
    const entry = join(outdir, `share-${place + 1}.mjs`);
    writeFileSync(entry, own.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};\n`).join(''));
    return entry;
  });
}

/** Many filters make a name that no file system takes. @param {string} name */
function folderName(name) {
  return name.length <= 100 ? name : createHash('sha256').update(name).digest('hex');
}

/** @param {string} path */
function slashed(path) {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
