// `npm start`: a VS Code in the browser with this extension and its sandbox. Needs nothing but Node and npm.
// `npm start -- --locale ko --port 8000 --version newest`
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEditor } from './editor.mjs';
import { oldest } from './install-editor.mjs';
import { installLibraries } from './libraries.mjs';
import { root } from './paths.mjs';
import { deleteAtExit, exitOnSignals, run } from './processes.mjs';

const usage = 'Usage: npm start -- [--locale en|ko] [--port NUMBER] [--version 4.NNN.N|newest] [--help]';

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        locale: { type: 'string', default: 'en' },
        port: { type: 'string' },
        version: { type: 'string', default: oldest },
      },
    });
    if (!['en', 'ko'].includes(values.locale)) throw new Error(`There is no locale '${values.locale}'.`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

const values = readFlags();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
exitOnSignals();

await installLibraries(console.log);
console.log('Building the extension…');
await run(process.execPath, ['esbuild.mjs'], { cwd: root, show: true });

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'ncloud-demo-'));
deleteAtExit(work);
const folder = join(work, 'demo');
cpSync(join(here, 'demo-workspace'), folder, { recursive: true });

const editor = await startEditor({
  version: values.version,
  folder,
  extensions: [{ dir: root }, { dir: join(here, 'demo-extension') }],
  userSettings: { 'ncloud.sandbox.enabled': true },
  locale: values.locale,
  ...(values.port && { port: Number(values.port) }),
  progress: console.log,
});
console.log(`\nOpen ${editor.url}\n(Ctrl-C ends it)`);
await editor.ended;
console.error('The editor has ended.');
process.exit(1);
