// What docker or podman is asked: plain arguments, and nothing of the script among them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { runArguments, stopArguments, type Trial } from '../../../../src/scripts/container/command';

const trial: Trial = {
  name: 'ncloud-try-1',
  image: 'docker.io/library/ubuntu:24.04',
  hasNetwork: true,
  script: '#!/bin/bash\necho "$(secret)"; rm -rf /\n',
  limit: 600_000,
};

/** The arguments without the text that the container's shell runs. */
function asked(more: Partial<Trial> = {}): string[] {
  const all = runArguments({ ...trial, ...more });
  return all.filter((_, place) => all[place - 1] !== '-c');
}

test('the container is removed, has a name and no terminal, and outlives the limit by a minute at most', () => {
  assert.deepEqual(
    asked(),
    'run --rm -i --name ncloud-try-1 --pull missing --entrypoint sh docker.io/library/ubuntu:24.04 -c sh 660'.split(
      ' ',
    ),
  );
  assert.deepEqual(stopArguments(trial), ['kill', 'ncloud-try-1']);
});

test('without a network it has none', () => {
  const words = asked({ hasNetwork: false });
  assert.deepEqual(words.slice(words.indexOf('--network'), words.indexOf('--entrypoint')), ['--network', 'none']);
});

test('the script is in no argument', () => {
  const script = '#!/bin/bash\nPASSWORD=hunter22\necho "$PASSWORD"\n';
  assert.ok(runArguments({ ...trial, script }).every((argument) => !argument.includes('hunter22')));
});

test('the files into which a script sends all it says are read as well', () => {
  const logs = (script: string) => asked({ script }).slice(asked().length);
  assert.deepEqual(logs('exec >>/var/log/init-script.log 2>&1\n'), ['/var/log/init-script.log']);
  assert.deepEqual(logs('exec &> "/data/out.log"\n  exec 2>>/data/err.log\n'), ['/data/out.log', '/data/err.log']);
  assert.deepEqual(logs('readonly LOG="/var/log/a.log"\nexec > "$LOG" 2>&1\n'), ['/var/log/a.log']);
  assert.deepEqual(logs('LOG=/var/log/a.log\nexec >${LOG} 2>&1\nexec >>/var/log/a.log\n'), ['/var/log/a.log']);
  assert.deepEqual(logs('exec > >(tee -a /var/log/a.log) 2>&1\nexec >/dev/null\nexec "$SHELL"\nexec >"$UNSET"\n'), []);
  assert.equal(logs(Array.from({ length: 50_000 }, (_, place) => `exec >/log/${place}\n`).join('')).length, 20);
});
