// Gets a real VS Code from npm: the inner server of code-server, installed once into the cache.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache } from './paths.mjs';
import { deleteAtExit, npm, run } from './processes.mjs';

/** The oldest VS Code that the extension supports (`engines.vscode`). */
export const oldest = '4.100.3';

const here = dirname(fileURLToPath(import.meta.url));
const nodeMajor = Number(process.versions.node.split('.')[0]);

/**
 * Installs code-server's editor once and gives what is needed to start it.
 * @param {string} version of code-server, such as '4.100.3', or 'newest'
 * @param {(line: string) => void} [progress]
 * @returns {Promise<{version: string, node: string, main: string, folder: string}>}
 * @throws Error when the registry cannot be reached and the version is not in the cache.
 */
export async function installEditor(version, progress = () => {}) {
  const exact = version === 'newest' ? await newestVersion(progress) : version;
  const folder = join(cache, 'editors', exact);
  const marker = join(folder, 'installed.json');
  if (!existsSync(marker)) {
    progress(`Installing the editor ${exact} (once, about 100 MB)…`);
    const node = await download(folder, exact, progress);
    writeFileSync(marker, JSON.stringify({ version: exact, node }));
  }
  const { node } = JSON.parse(readFileSync(marker, 'utf8'));
  return { version: exact, node: node ?? process.execPath, main: join(folder, 'out', 'server-main.js'), folder };
}

/** @param {(line: string) => void} progress */
async function newestVersion(progress) {
  try {
    return (await npm(['view', 'code-server', 'version', '--silent'], { timeout: 60_000 })).trim();
  } catch (error) {
    const editors = join(cache, 'editors');
    const cached = (existsSync(editors) ? readdirSync(editors) : [])
      .filter((version) => version !== oldest && existsSync(join(editors, version, 'installed.json')))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1);
    if (!cached)
      throw new Error(`The newest editor cannot be looked up; is the npm registry reachable?\n${error.message}`);
    progress(`The npm registry does not answer; the newest editor in the cache is used: ${cached}`);
    return cached;
  }
}

/**
 * Gives the Node that this editor needs, undefined when the one that runs this script will do.
 * @param {string} folder
 * @param {string} version
 * @param {(line: string) => void} progress
 */
async function download(folder, version, progress) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), 'part-'));
  const forget = deleteAtExit(work);
  try {
    await unpack(
      `code-server@${version}`,
      work,
      ['package/lib/vscode'],
      ['--exclude=package/lib/vscode/extensions/copilot'],
    );
    const editor = join(work, 'package', 'lib', 'vscode');
    progress(`Installing the libraries of the editor ${version}…`);
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'], {
      cwd: editor,
      timeout: 600_000,
    });
    const node = await nodeFor(editor, progress);
    closeGallery(editor);
    cpSync(join(here, 'editor-logger.cjs'), join(editor, 'node_modules', '@vscode', 'spdlog', 'index.js'));
    await compileTerminal(editor, node && join(editor, 'node24'), progress);
    renameSync(editor, folder);
    return node && join(folder, 'node24', 'bin', 'node');
  } finally {
    forget();
  }
}

/**
 * Fetches a package with npm and unpacks the named part of it.
 * @param {string} spec
 * @param {string} folder
 * @param {string[]} parts
 */
async function unpack(spec, folder, parts, options = []) {
  const answer = await npm(['pack', spec, '--silent', '--pack-destination', folder], { timeout: 600_000 });
  const archive = join(folder, answer.trim().split('\n').at(-1) ?? '');
  await run('tar', ['-xzf', archive, '-C', folder, ...options, ...parts]);
  rmSync(archive);
}

/**
 * @param {string} editor
 * @param {(line: string) => void} progress
 */
async function nodeFor(editor, progress) {
  const build = JSON.parse(readFileSync(join(editor, 'package.json'), 'utf8')).version;
  const needs24 = Number(build.split('.')[1]) > 110;
  if (!needs24 || nodeMajor >= 24) return undefined;
  const name = `node-${process.platform}-${process.arch}`;
  progress(`Installing Node 24 for it (${name})…`);
  const work = join(editor, 'part-node');
  mkdirSync(work);
  await unpack(`${name}@24`, work, ['package/bin', 'package/include']);
  renameSync(join(work, 'package'), join(editor, 'node24'));
  rmSync(work, { recursive: true });
  return join(editor, 'node24', 'bin', 'node');
}

/**
 * Tests and the demo talk to this machine only: the editor is left without a marketplace to ask.
 * @param {string} editor
 */
function closeGallery(editor) {
  const file = join(editor, 'product.json');
  const product = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...product, extensionsGallery: { serviceUrl: '' } }));
}

/**
 * The terminal and the watchdog are native. Without a compiler the editor works, only they are missing.
 * @param {string} editor
 * @param {(line: string) => void} progress
 */
async function compileTerminal(editor, nodedir, progress) {
  const modules = ['node-pty', 'native-watchdog', '@vscode/native-watchdog'].filter((name) => {
    const folder = join(editor, 'node_modules', name);
    return existsSync(folder) && !existsSync(join(folder, 'prebuilds', `${process.platform}-${process.arch}`));
  });
  const headers = nodedir ?? dirname(dirname(process.execPath));
  const env = { ...process.env };
  if (existsSync(join(headers, 'include', 'node', 'node.h'))) env.npm_config_nodedir = headers;
  if (nodedir) env.PATH = `${join(nodedir, 'bin')}:${env.PATH}`;
  for (const name of modules) {
    try {
      await npm(['rebuild', name], { cwd: editor, env, timeout: 120_000 });
    } catch {
      const built = existsSync(join(editor, 'node_modules', name, 'build', 'Release'));
      if (!built) progress(`(${name} was not compiled on this machine; the editor works without it)`);
    }
  }
}
