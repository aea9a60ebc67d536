// What the container's shell is given to run is run by real shells, in a folder that stands for the container.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { leftOutMark, runArguments, startMark } from '../../../../src/scripts/container/command';
import { needs } from '../../../support/needs';

/** Runs a script as the container would: what it writes, line by line, and its code. */
function run(shell: string, lines: readonly string[], limit = 30_000) {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-start-'));
  try {
    mkdirSync(join(folder, 'sbin'));
    const script = `${lines.join('\n')}\n`.replaceAll('FOLDER', folder);
    const trial = { name: 'n', image: 'image', hasNetwork: true, script, limit: limit - 60_000 };
    const words = runArguments(trial);
    const [start = '', ...given] = words.slice(words.indexOf('-c') + 1);
    const own = start
      .replaceAll('/init-script', join(folder, 'init-script'))
      .replaceAll('/usr/local/sbin', join(folder, 'sbin'))
      .replaceAll('/proc/1/', '/proc/self/')
      .replace('command -v sudo', 'false');
    const env = { PATH: `${join(folder, 'sbin')}:${process.env.PATH}`, HOME: '/root', USER: 'me' };
    // Containers write into pipes, which can be opened by their name; Node would give a socket.
    const piped = ['-o', 'pipefail', '-c', '"$0" "$@" | cat', shell, '-c', own, ...given];
    const { stdout, stderr, status } = spawnSync('bash', piped, { input: script, env, encoding: 'utf8' });
    assert.equal(stderr, '');
    const [first, ...written] = stdout.trimEnd().replaceAll(folder, '').split('\n');
    assert.equal(first, startMark);
    return { written, status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const shell of ['bash', 'dash']) {
  const ready = needs('posix', '/proc', 'timeout', 'bash', shell);

  test(`${shell}: a script has no terminal, no input, no HOME and no USER, and its log is seen`, ready, () => {
    const { written, status } = run(shell, [
      '#!/bin/bash',
      'set -eu',
      'LOG=FOLDER/own.log',
      'exec >>"$LOG" 2>&1',
      'echo "$0 in $PWD: ${HOME-none} ${USER-none}"',
      '[ -t 0 ] || read -r line || echo "no input"',
      'systemctl enable --now nginx',
      'reboot now',
      'sudo -E A=1 printenv A',
      'sudo -n -u root -- echo b -u',
      'sudo -iu root echo c',
      'sudo --user=root -g root B=2 printenv B',
      'echo "$HOME"',
    ]);
    assert.deepEqual(written, [
      '/init-script in /: none none',
      'no input',
      `${leftOutMark}systemctl enable --now nginx`,
      `${leftOutMark}reboot now`,
      '1',
      'b -u',
      'c',
      '2',
      '/init-script: line 13: HOME: unbound variable',
    ]);
    assert.equal(status, 1);
  });

  test(`${shell}: what the first line does not lead to is not started`, ready, () => {
    for (const first of ['#!/bin/bash\r', '#!/no/such/shell']) {
      const { written, status } = run(shell, [first, 'echo a']);
      assert.equal(status, 127);
      assert.match(written.join(), /^timeout: failed to run command .*: No such file or directory$/);
    }
  });

  test(`${shell}: it ends by itself, should nobody end it`, ready, () => {
    assert.equal(run(shell, ['#!/bin/bash', 'sleep 100'], 1000).status, 124);
  });
}
