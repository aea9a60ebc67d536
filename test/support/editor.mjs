// A real VS Code without a window of its own: a server with a fresh profile, opened in a browser.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installEditor, oldest } from './install-editor.mjs';
import { deleteAtExit, run, startTree } from './processes.mjs';

/**
 * @typedef {object} Editor
 * @property {string} url
 * @property {number} port
 * @property {string} dataDir
 * @property {string} folder
 * @property {string} locale
 * @property {string} version
 * @property {Promise<unknown>} ended when its first process has ended
 * @property {() => number} pid of its process
 * @property {() => Promise<void>} killAndRestart ends all its processes at once, without a word, and starts it again on the same data
 * @property {() => Promise<void>} stop
 */

/**
 * Starts an editor with a fresh profile and waits until it answers.
 * @param {object} options
 * @param {string} [options.version] '4.100.3' (default) or 'newest' or any version of code-server
 * @param {string} options.folder the workspace folder
 * @param {({dir: string} | {vsix: string})[]} [options.extensions] folders (a repository or an unpacked extension) or VSIX files
 * @param {object | undefined} [options.userSettings] the user's settings.json, on top of quiet defaults
 * @param {string} [options.locale] en or ko
 * @param {boolean} [options.hostTests] lets windows run test modules in the extension host, see in-host.mjs
 * @param {number} [options.port] a free one by default
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment of the server and its extension host
 * @param {string} [options.log] file that takes what the server prints
 * @param {(line: string) => void} [options.progress]
 * @returns {Promise<Editor>}
 */
export async function startEditor(options) {
  const { folder, extensions = [], userSettings = {}, locale = 'en', hostTests = false, env, log, progress } = options;
  const editor = await installEditor(options.version ?? oldest, progress);
  const dataDir = mkdtempSync(join(tmpdir(), 'ncloud-editor-'));
  const forget = deleteAtExit(dataDir);
  const extensionsDir = join(dataDir, 'extensions');
  mkdirSync(join(dataDir, 'User'), { recursive: true });
  mkdirSync(extensionsDir);
  const settings = { ...quietSettings, ...userSettings };
  writeFileSync(join(dataDir, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  if (locale !== 'en') speak(locale, dataDir);
  const common = ['--server-data-dir', dataDir, '--user-data-dir', dataDir, '--extensions-dir', extensionsDir];
  for (const extension of extensions) {
    if ('dir' in extension) await stageExtension(extension.dir, extensionsDir);
    else await run(editor.node, [editor.main, ...common, '--install-extension', resolve(extension.vsix)]);
  }

  const port = options.port ?? (await freePort());
  const lines = [];
  const launch = () => {
    const started = startTree(
      editor.node,
      [
        editor.main,
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
        ...['--accept-server-license-terms', '--telemetry-level', 'off'],
        // Builds of 2026 run test modules only with this flag. It makes them refuse modal dialogs, so others go without.
        ...(hostTests ? ['--enable-smoke-test-driver'] : []),
        ...['--disable-workspace-trust', '--locale', locale],
        ...common,
      ],
      { cwd: dataDir, env: editorEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for (const stream of [started.child.stdout, started.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        lines.push(text);
        if (log) writeFileSync(log, text, { flag: 'a' });
      });
    }
    return started;
  };
  let server = launch();
  const { ended } = server;
  const stop = async () => {
    await server.stop();
    forget();
  };
  try {
    await answers(port, server.ended);
  } catch (error) {
    await stop();
    throw new Error(`The editor ${editor.version} does not start on port ${port}: ${error.message}\n${lines.join('')}`);
  }
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', folder);
  // The workbench takes slashes as they are, and people can read them.
  return {
    url: url.href.replaceAll('%2F', '/'),
    port,
    dataDir,
    folder,
    locale,
    version: editor.version,
    ended,
    pid: () => server.child.pid ?? 0,
    killAndRestart: async () => {
      server.kill('SIGKILL');
      await server.ended;
      server = launch();
      await answers(port, server.ended);
    },
    stop,
  };
}

const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * The variables of an editor that this script may itself run in would change the one that it starts.
 * @param {NodeJS.ProcessEnv | undefined} added
 */
function editorEnvironment(added) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

/**
 * No language pack is on npm. An empty one is enough for the editor to call itself Korean and load our Korean.
 * @param {string} locale
 * @param {string} dataDir
 */
function speak(locale, dataDir) {
  const translations = join(dataDir, 'main.i18n.json');
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = { extensionIdentifier: { id: 'any.language-pack' }, version: '1.0.0' };
  const packs = { [locale]: { hash: 'x', label: locale, extensions: [pack], translations: { vscode: translations } } };
  writeFileSync(join(dataDir, 'languagepacks.json'), JSON.stringify(packs));
}

/**
 * Copies an extension into a folder of extensions as `publisher.name-version`: with exactly the files of its
 * VSIX when it has a .vscodeignore, whole otherwise.
 * @returns {Promise<string>} the new folder
 * @param {string} dir
 * @param {string} target
 */
export async function stageExtension(dir, target) {
  const source = resolve(dir);
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const staged = join(target, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  if (!existsSync(join(source, '.vscodeignore'))) {
    cpSync(source, staged, { recursive: true });
    return staged;
  }
  const { listFiles, PackageManager } = (await import('@vscode/vsce')).default;
  const lean = leanCopy(source);
  try {
    for (const file of await listFiles({ cwd: lean.folder, packageManager: PackageManager.None })) {
      cpSync(join(lean.folder, file), join(staged, file));
    }
  } finally {
    lean.forget();
  }
  return staged;
}

/**
 * A copy of a repository without what never ships: vsce looks at every file, and the cache has thousands.
 * @param {string} dir
 */
export function leanCopy(dir) {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-lean-'));
  const never = new Set(['.cache', '.git', 'node_modules', 'test']);
  for (const entry of readdirSync(dir)) {
    if (!never.has(entry)) cpSync(join(dir, entry), join(folder, entry), { recursive: true });
  }
  return { folder, forget: deleteAtExit(folder) };
}

/**
 * The port at which a server listens.
 * @param {import('node:net').Server} server
 */
export function portOf(server) {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen.');
  return address.port;
}

/**
 * A port of 127.0.0.1 that nobody listens on.
 * @returns {Promise<number>}
 */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const port = portOf(probe);
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {number} port
 * @param {Promise<unknown>} ended
 */
async function answers(port, ended) {
  const dead = ended.then(() => {
    throw new Error('it ended');
  });
  dead.catch(() => {});
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      const response = await Promise.race([fetch(`http://127.0.0.1:${port}/version`), dead]);
      if (response.ok) return;
    } catch (error) {
      if (error.message === 'it ended') throw error;
    }
    if (Date.now() > deadline) throw new Error('no answer after 60 s');
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 100)), dead]);
  }
}
