// Child processes and temporary folders that never outlive the script that made them.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const windows = process.platform === 'win32';

/** Turns Ctrl-C and kill into a normal exit, so that what was started is stopped and what was made is deleted. */
export function exitOnSignals() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => process.exit(code));
  }
}

/**
 * Deletes the folder when the script ends, and earlier when the returned function is called.
 * @param {string} folder
 */
export function deleteAtExit(folder) {
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once('exit', remove);
  return remove;
}

/**
 * Starts a program in a process group of its own. `stop()` ends the whole tree, `kill(signal)` at once; so does
 * the end of this script.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startTree(command, args, options) {
  const child = spawn(command, args, { ...options, detached: !windows });
  const kill = (signal) => {
    try {
      if (windows) child.kill(signal);
      else if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // The tree is gone already.
    }
  };
  const killAtExit = () => kill('SIGKILL');
  // Before any folder is deleted: a program that still writes into one makes that throw, and then nothing would end it.
  process.prependOnceListener('exit', killAtExit);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  }).then(() => {
    kill('SIGKILL');
    process.off('exit', killAtExit);
  });
  return {
    child,
    ended,
    kill,
    async stop() {
      kill('SIGTERM');
      const slow = setTimeout(() => kill('SIGKILL'), 2000);
      await ended;
      clearTimeout(slow);
    },
  };
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeout] in ms
 * @property {boolean} [show] passes the output on instead of collecting it
 * @property {boolean} [all] gives what it printed on stderr too
 */

/**
 * Runs a program to its end and gives what it printed on stdout.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @throws Error with what the program said, when it fails or takes too long.
 */
export async function run(command, args, { timeout, show = false, all = false, ...options } = {}) {
  const tree = startTree(command, args, { ...options, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    tree.child[name]?.setEncoding('utf8').on('data', (text) => {
      out[name] += text;
    });
  }
  let late = false;
  const timer = timeout
    ? setTimeout(() => {
        late = true;
        tree.stop();
      }, timeout)
    : undefined;
  const error = await new Promise((resolve) => {
    tree.child.once('error', resolve);
    tree.child.once('close', (code, signal) =>
      resolve(code === 0 ? undefined : new Error(`ended with ${code ?? signal}`)),
    );
  });
  clearTimeout(timer);
  if (!error && !late) return all ? out.stdout + out.stderr : out.stdout;
  const lines = `${out.stdout}\n${out.stderr}`.trim().split('\n');
  const words = (lines.length > 30 ? [...lines.slice(0, 12), '…', ...lines.slice(-12)] : lines).join('\n');
  throw new Error(`${command} ${args.join(' ')}: ${late ? `no end after ${timeout} ms` : error.message}\n${words}`);
}

/**
 * npm without a shell: the npm that runs this script, or else the one in PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, { env = process.env, ...options } = {}) {
  // What npm tells the scripts of this repository would mislead an npm in another folder, and the repository's
  // .npmrc asks for JSON where the callers here read plain text.
  const own = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_(local_prefix|json)$|INIT_CWD$)/;
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
  const plain = ['--json=false', ...args];
  const script = env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...plain], { env: clean, ...options });
  if (windows) return run('cmd.exe', ['/d', '/s', '/c', 'npm.cmd', ...plain], { env: clean, ...options });
  return run('npm', plain, { env: clean, ...options });
}
