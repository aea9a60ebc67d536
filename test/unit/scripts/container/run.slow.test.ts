// A run from its start to its end, with a stand-in for docker that runs scripts with the shells of this computer.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startMark, type Trial } from '../../../../src/scripts/container/command';
import { findEngine } from '../../../../src/scripts/container/engine';
import { runTrial } from '../../../../src/scripts/container/run';
import { type StandIn, standIn } from '../../../support/containers';
import { needs } from '../../../support/needs';

const made: StandIn[] = [];
after(() => {
  for (const one of made) one.delete();
});

function program(...manners: Parameters<typeof standIn>): StandIn {
  const one = standIn(...manners);
  made.push(one);
  return one;
}

interface Asked extends Partial<Trial> {
  /** Cancels with the first line that holds this. */
  readonly cancelAt?: string;
}

async function run({ path }: StandIn, { cancelAt, ...asked }: Asked) {
  const trial = { name: 'ncloud-try-1', image: 'image', hasNetwork: true, script: '', limit: 30_000, ...asked };
  const lines: string[] = [];
  const controller = new AbortController();
  const watcher = {
    started: () => void lines.push('(started)'),
    line: (text: string) => {
      lines.push(text);
      if (cancelAt !== undefined && text.includes(cancelAt)) controller.abort();
    },
  };
  const ending = await runTrial({ name: 'docker', path }, trial, watcher, controller.signal);
  return { ending, lines };
}

const verbs = (one: StandIn) => one.asked().map(([verb]) => verb);

test('the script comes through as it is, and what it writes comes back in order', needs('posix', 'bash'), async () => {
  const docker = program();
  const script = '#!/bin/bash\necho "한글 $0"\nfooo\necho end >&2\nprintf "a\\rb\\nc"\nexit 3\n';
  const { ending, lines } = await run(docker, { script, hasNetwork: false });
  assert.deepEqual(ending, { kind: 'ended', code: 3 });
  assert.deepEqual(lines, [
    '(started)',
    '한글 /init-script',
    '/init-script: line 3: fooo: command not found',
    'end',
    'a',
    'b',
    'c',
  ]);
  const [call = []] = docker.asked();
  assert.deepEqual(verbs(docker), ['run']);
  assert.ok(call.includes('none') && !call.some((word) => word.includes('fooo')), call.join(' '));
});

test('the codes of what cannot be run are those of the shell', needs('posix', 'bash'), async () => {
  const docker = program();
  assert.deepEqual((await run(docker, { script: '#!/bin/bash\nfooo\n' })).ending, { kind: 'ended', code: 127 });
  assert.deepEqual((await run(docker, { script: '#!/bin/bash\n/etc/passwd\n' })).ending, { kind: 'ended', code: 126 });
  const { ending, lines } = await run(docker, { script: '#!/bin/bash\r\necho a\r\n' });
  assert.deepEqual(ending, { kind: 'ended', code: 127 });
  assert.match(lines.join('\n'), /failed to run command/);
});

test('at its limit it is killed, whatever it does', needs('posix', 'bash'), async () => {
  const docker = program();
  const script = '#!/bin/bash\ntrap "" TERM\necho on\nwhile :; do sleep 1; done\n';
  const { ending } = await run(docker, { script, limit: 300 });
  assert.deepEqual([ending, verbs(docker)], [{ kind: 'limit' }, ['run', 'kill']]);
  assert.deepEqual(docker.asked()[1], ['kill', 'ncloud-try-1']);
});

test('whoever cancels has it killed', needs('posix', 'bash'), async () => {
  const docker = program();
  const script = '#!/bin/bash\necho on\nsleep 100\n';
  const { ending } = await run(docker, { script, cancelAt: 'on' });
  assert.deepEqual([ending, verbs(docker)], [{ kind: 'cancelled' }, ['run', 'kill']]);
});

test('what a stubborn program has started holds nothing up', needs('posix'), async () => {
  const { folder } = program();
  const path = join(folder, 'stubborn');
  writeFileSync(path, `#!/bin/sh\n[ "$1" = kill ] && exit\nsleep 8 &\necho '${startMark}'\nwait\n`, { mode: 0o755 });
  const trial = { name: 'ncloud-try-1', image: 'image', hasNetwork: true, script: '', limit: 50 };
  const watcher = { started: () => {}, line: () => {} };
  const began = Date.now();
  const ending = await runTrial(
    { name: 'docker', path },
    trial,
    watcher,
    new AbortController().signal,
    process.env,
    200,
  );
  assert.deepEqual(ending, { kind: 'limit' });
  assert.ok(Date.now() - began < 6_000);
});

test('where there is no container, the last words say why', needs('posix'), async () => {
  const docker = program({ refusal: 'Unable to find image\ndocker: Error response from daemon: no space left' });
  const { ending } = await run(docker, { script: '#!/bin/bash\n' });
  assert.deepEqual(ending, { kind: 'unstarted', reason: 'docker: Error response from daemon: no space left' });
  const gone = await run({ ...docker, path: `${docker.path}-gone` }, { script: '#!/bin/bash\n' });
  assert.equal(gone.ending.kind, 'unstarted');
});

test(
  'docker comes before podman, one that answers before one that does not, and only whole paths count',
  needs('posix'),
  async () => {
    const [docker, podman] = [program(), program({ name: 'podman' })];
    const silent = program({ complaint: 'Client: 28\nCannot connect to the Docker daemon.' });
    const found = (...folders: readonly string[]) => findEngine({ PATH: folders.join(':') });
    assert.deepEqual(await found(podman.folder, docker.folder), {
      kind: 'engine',
      engine: { name: 'docker', path: docker.path },
    });
    assert.deepEqual(await found(silent.folder, podman.folder), {
      kind: 'engine',
      engine: { name: 'podman', path: podman.path },
    });
    assert.deepEqual(await found(silent.folder), {
      kind: 'silent',
      name: 'docker',
      reason: 'Cannot connect to the Docker daemon.',
    });
    assert.deepEqual(await found('', '.', 'bin', '/nowhere'), { kind: 'none' });
    assert.deepEqual(await findEngine({}), { kind: 'none' });
  },
);
