// `npm run release -- --dry-run`: checks the version that is built, and says what only its publisher can fill in.
// Ends with 1 when something is wrong; without --dry-run also when something is missing. Else it publishes.
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { vsixLimit } from '../bench/sizes.mjs';
import { stageExtension } from './editor.mjs';
import { libraryFaults } from './library-floors.mjs';
import { root } from './paths.mjs';
import { deleteAtExit, exitOnSignals, run } from './processes.mjs';
import { faults, missing } from './release-checks.mjs';
import { packVsix } from './vsix.mjs';

exitOnSignals();
const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const read = (file) => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const changelog = read('CHANGELOG.md');

const work = mkdtempSync(join(tmpdir(), 'ncloud-release-'));
deleteAtExit(work);
const vsix = join(work, `${manifest.name}-${manifest.version}.vsix`);
const told = await packVsix(vsix);
const size = statSync(vsix).size;
const wrong = [...faults({ manifest, changelog, files: await filesOfVsix() }), ...buildFaults()];
const open = missing({ manifest, changelog });

console.log(`${manifest.name} ${manifest.version}, ${Math.round(size / 1000)} kB`);
tell('Wrong:', wrong);
tell('Only the publisher can fill in:', open);
const isReady = wrong.length === 0 && open.length === 0;
if (isReady) console.log('Ready. `npm test` is what tells whether it works.');
if (values['dry-run']) process.exitCode = wrong.length > 0 ? 1 : 0;
else if (!isReady) process.exitCode = 1;
else await publish();

/** What speaks against the VSIX as a whole. */
function buildFaults() {
  const warnings = told.split('\n').filter((line) => line.includes('WARNING'));
  const large = size > vsixLimit ? [`the VSIX is larger than ${vsixLimit / 1000} kB`] : [];
  const { version, packages } = JSON.parse(read('package-lock.json'));
  const other = version === manifest.version ? [] : [`package-lock.json is of version ${version}`];
  return [...libraryFaults(packages), ...warnings.map((line) => `vsce says: ${line.trim()}`), ...large, ...other];
}

/** The files of the VSIX by their paths. */
async function filesOfVsix() {
  const staged = await stageExtension(root, work);
  const paths = readdirSync(staged, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));
  const files = paths.filter((path) => statSync(join(staged, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(staged, path))]));
}

async function publish() {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  await run(process.execPath, [vsce, 'publish', '--packagePath', vsix], { cwd: root, show: true });
}

/** @param {string} title @param {readonly string[]} lines */
function tell(title, lines) {
  if (lines.length > 0) console.log([`\n${title}`, ...lines.map((line) => `- ${line}`)].join('\n'));
}
