// A real sshd on loopback that takes root with a password or a key, as a server of NCP does, and is root of nothing.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cache } from './paths.mjs';
import { deleteAtExit, run, startTree } from './processes.mjs';

/** What a Debian without them lacks: the server, and what lets it know users of its own. */
const packages = ['openssh-server', 'libnss-wrapper', 'libwrap0'];

/** The user that all runs as when the tests run as root: one who owns nothing. */
const nobody = 65_534;

/**
 * Whether such a server can be started here: on Debian and its kin.
 * @returns {boolean}
 */
export function hasSshd() {
  return ['/usr/bin/apt-get', '/usr/bin/dpkg-deb', '/usr/bin/ssh'].every((program) => existsSync(program));
}

/**
 * Starts the server. What it calls /root and /var/log are folders below `folder`.
 * @param {{ password?: string, authorizedKeys?: readonly string[] }} [options]
 */
export async function startSshd({ password = 'root-password', authorizedKeys = [] } = {}) {
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? [nobody, nobody] : [process.getuid?.() ?? nobody, process.getgid?.() ?? nobody];
  const folder = mkdtempSync(join(tmpdir(), 'sshd-'));
  const forget = deleteAtExit(folder);
  // Beside the rest, where the one that it runs as can read it.
  const programs = await unpacked(join(folder, 'programs'));
  const home = join(folder, 'root');
  const logs = join(folder, 'log');
  for (const path of [home, logs, join(home, '.ssh')]) mkdirSync(path, { mode: 0o700 });
  const keys = join(home, '.ssh', 'authorized_keys');
  if (authorizedKeys.length > 0) writeFileSync(keys, authorizedKeys.map((key) => `${key}\n`).join(''));
  const hostKey = join(folder, 'host_key');
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', hostKey]);
  const port = await freePort();
  const shell = join(folder, 'shell');
  // The commands that come in speak of the places of a whole machine.
  writeFileSync(
    shell,
    `#!/bin/bash
[ "$1" = -c ] || exec /bin/bash "$@"
line=\${2//\\/var\\/log\\//${logs}/}
exec /bin/bash -c "\${line//\\/root\\//${home}/}"
`,
  );
  chmodSync(shell, 0o755);
  const files = {
    passwd: `root:x:${uid}:${gid}::${home}:${shell}\nsshd:x:${uid}:${gid}::/:/bin/false\n`,
    group: `root:x:${gid}:\n`,
    shadow: `root:${await hashed(password)}:19000:0:99999:7:::\n`,
    config: `ListenAddress 127.0.0.1
Port ${port}
HostKey ${hostKey}
PidFile none
UsePAM no
StrictModes no
PermitRootLogin yes
PasswordAuthentication yes
KbdInteractiveAuthentication no
PrintMotd no
${programs.session ? `SshdSessionPath ${programs.session}\n` : ''}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  if (isRoot) own(folder, uid, gid);
  const server = startTree(programs.sshd, ['-D', '-e', '-f', join(folder, 'config')], {
    ...(isRoot ? { uid, gid } : {}),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      LD_LIBRARY_PATH: programs.libraries,
      LD_PRELOAD: join(programs.libraries, 'libnss_wrapper.so'),
      NSS_WRAPPER_PASSWD: join(folder, 'passwd'),
      NSS_WRAPPER_GROUP: join(folder, 'group'),
      NSS_WRAPPER_SHADOW: join(folder, 'shadow'),
    },
  });
  let said = '';
  server.child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const limit = Date.now() + 10_000;
  while (!said.includes('Server listening') && Date.now() < limit && server.child.exitCode === null) await pause(50);
  if (!said.includes('Server listening')) throw new Error(`sshd does not listen:\n${said}`);
  return {
    port,
    home,
    /** The folder that it calls /var/log. */
    logs,
    authorizedKeys: keys,
    hostKey: `${hostKey}.pub`,
    /** Gives a file that was written from outside to the user of the server. @param {string} path */
    giveAway: (path) => (isRoot ? own(path, uid, gid) : undefined),
    /** What it has written about logins. */
    said: () => said,
    async stop() {
      await server.stop();
      forget();
    },
  };
}

/** A program `ssh` for PATH that goes to the server at `port` wherever it is sent. Gives its folder. @param {string} folder @param {number} port */
export function sshThatLeadsTo(folder, port) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'ssh');
  // The host is what follows `--`; its own port and known hosts come first, and the first value wins.
  writeFileSync(
    file,
    `#!/bin/bash
printf '%s\\n' "$*" >> ${folder}/calls
case "$1" in -V | -G) exec /usr/bin/ssh "$@" ;; esac
exec /usr/bin/ssh -F none -o HostName=127.0.0.1 -o Port=${port} -o UserKnownHostsFile=${folder}/known_hosts "$@"
`,
  );
  chmodSync(file, 0o755);
  return folder;
}

/**
 * Debian's packages, unpacked into the folder and not installed: nothing but the tests is to listen.
 * @param {string} folder
 */
async function unpacked(folder) {
  const downloads = join(cache, 'sshd');
  mkdirSync(downloads, { recursive: true });
  const there = () => readdirSync(downloads).filter((name) => name.endsWith('.deb'));
  if (there().length < packages.length) {
    const download = () => run('apt-get', ['download', '-qq', ...packages], { cwd: downloads, timeout: 120_000 });
    // A machine that has never asked for packages does not know where they are.
    await download().catch(async () => {
      await run('apt-get', ['update', '-qq'], { timeout: 180_000 });
      await download();
    });
  }
  for (const file of there()) await run('dpkg-deb', ['-x', join(downloads, file), folder]);
  const places = readdirSync(join(folder, 'usr/lib')).map((name) => join(folder, 'usr/lib', name));
  const libraries = places.find((place) => existsSync(join(place, 'libnss_wrapper.so')));
  if (!libraries) throw new Error('The packages of Debian hold no libnss_wrapper.so.');
  const session = join(folder, 'usr/lib/openssh/sshd-session');
  return { sshd: join(folder, 'usr/sbin/sshd'), libraries, session: existsSync(session) ? session : undefined };
}

/** As /etc/shadow holds a password; perl is part of every Debian. @param {string} password */
async function hashed(password) {
  return run('perl', ['-e', 'print crypt($ARGV[0], q($6$sandbox$))', password]);
}

/** @param {string} path @param {number} uid @param {number} gid */
function own(path, uid, gid) {
  chownSync(path, uid, gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) own(join(path, name), uid, gid);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
