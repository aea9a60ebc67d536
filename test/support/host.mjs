// Runs test/host inside a real VS Code. `node test/support/host.mjs [--version 4.100.3|newest] [--locale ko] [filter]`
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launchBrowser } from './chromium.mjs';
import { stageExtension, startEditor } from './editor.mjs';
import { runInHost } from './in-host.mjs';
import { oldest } from './install-editor.mjs';
import { artefacts, root } from './paths.mjs';
import { deleteAtExit, exitOnSignals } from './processes.mjs';

exitOnSignals();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { version: { type: 'string', default: oldest }, locale: { type: 'string', default: 'en' } },
});

const files = readdirSync(join(root, 'test/host'))
  .filter(
    (file) => file.endsWith('.test.ts') && (positionals.length === 0 || positionals.some((p) => file.includes(p))),
  )
  .sort();
if (files.length === 0) throw new Error('No host test matches.');

const work = mkdtempSync(join(tmpdir(), 'ncloud-host-'));
deleteAtExit(work);
const tests = join(root, '.cache/host/index.cjs');
await bundle(tests);
mkdirSync(artefacts, { recursive: true });

const folder = join(work, 'workspace');
cpSync(join(root, 'test/fixtures/hostile-workspace'), folder, { recursive: true });
const input = join(work, 'input.json');
writeFileSync(input, JSON.stringify({ repository: root, workspace: folder, locale: values.locale }));
const extension = await stageExtension(root, work);

const log = join(artefacts, `host-${values.version}-${values.locale}.log`);
const [browser, editor] = await Promise.all([
  launchBrowser(console.log),
  startEditor({
    version: values.version,
    folder,
    locale: values.locale,
    hostTests: true,
    env: { NCLOUD_TEST_INPUT: input },
    log,
    progress: console.log,
  }),
]);
try {
  let result;
  const print = (line) => {
    if (line.startsWith('{"passed"')) result = line;
    else if (/^(not )?ok \d/.test(line)) console.log(line);
    else appendFileSync(log, `${line}\n`);
  };
  const code = await runInHost({ browser, editor, extension, tests, print });
  const { passed, failed } = result ? JSON.parse(result) : { passed: 0, failed: 0 };
  console.log(`# pass ${passed}\n# fail ${failed}`);
  if (!result) console.log(`The tests ended with ${code} before they told a result; see ${log}`);
  process.exitCode = result && failed === 0 && passed > 0 && code === 0 ? 0 : 1;
} finally {
  await browser.close();
  await editor.stop();
}

/** One file for the extension host: the runner and every test file. */
async function bundle(outfile) {
  const imports = files.map((file, i) => `import * as t${i} from './${file.replace(/\.ts$/, '')}';`);
  const list = files.map((file, i) => `[${JSON.stringify(file.replace('.test.ts', ''))}, t${i}.tests]`);
  const contents = `${imports.join('\n')}
import { runHostTests } from './index';
export const run = () => runHostTests([${list.join(', ')}]);`;
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: join(root, 'test/host'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
