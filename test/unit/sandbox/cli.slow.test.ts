import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Sandbox } from '../../../src/sandbox';
import { needs } from '../../support/needs';
import { ask, post, refused } from './support';

let folder = '';
let program = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-cli-'));
  program = join(folder, 'sandbox-cli.cjs');
  await build({
    entryPoints: ['src/sandbox/cli.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: program,
    logLevel: 'error',
  });
});
after(() => rm(folder, { recursive: true }));

const run = (...flags: string[]): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });

test('it tells endpoint and keys on the first line, serves, and ends on a signal', needs('posix'), async () => {
  const log = join(folder, 'commits.jsonl');
  const child = run('--port', '0', '--speed', 'instant', '--servers', '2', '--commit-log', log);
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const told = JSON.parse(String(line));
  assert.deepEqual(Object.keys(told), ['endpoint', 'accessKey', 'secretKey']);
  const sandbox: Sandbox = told;
  const { serverInstanceList } = await ask(sandbox, 'vserver', 'getServerInstanceList');
  assert.equal(serverInstanceList.length, 2);
  await ask(sandbox, 'vserver', 'stopServerInstances', {
    'serverInstanceNoList.1': serverInstanceList[0].serverInstanceNo,
  });
  assert.match(await readFile(log, 'utf8'), /^\{"action":"stopServerInstances".*\}\n$/);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

for (const flags of [
  ['--bogus'],
  ['--port', 'x'],
  ['--speed', 'fast'],
  ['--servers', '-1'],
  ['--servers', '10001'],
  ['--language', 'fr'],
  ['--commit-log', '/nonexistent/x'],
  ['--faults', '/nonexistent/x'],
  ['--faults', 'package.json'],
  ['extra'],
]) {
  test(`${flags.join(' ')} is refused with exit code 2`, async () => {
    const child = run(...flags);
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 2);
    assert.match(told, /\nUsage: sandbox-cli /);
  });
}

test('--servers 10000, --language and --strict', async () => {
  const child = run('--servers', '10000', '--language', 'ko', '--strict');
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const sandbox: Sandbox = JSON.parse(String(line));
  const { serverInstanceList, totalRows } = await ask(sandbox, 'vserver', 'getServerInstanceList', {
    pageNo: 1,
    pageSize: 1,
  });
  assert.equal(totalRows, 10_000);
  assert.equal(serverInstanceList[0].serverInstanceStatus.codeName, '서버 RUN 상태');
  assert.equal((await refused(sandbox, 'vserver', 'getServerInstanceList', { bogus: '1' })).returnCode, '9900002');
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('--faults: what strikes is told, and at the end what is pending, with exit code 3', needs('posix'), async () => {
  const file = join(folder, 'faults.json');
  const answered = { action: 'getRegionList', where: 'before-commit', what: { status: 503, body: 'busy' } };
  const broken = { where: 'in-connect', nth: 3, what: 'reset' };
  for (const isPending of [false, true]) {
    await writeFile(file, JSON.stringify(isPending ? [answered, broken, { ...answered, nth: 9 }] : [answered, broken]));
    const child = run('--faults', file);
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const sandbox: Sandbox = JSON.parse(String(line));
    assert.equal((await post(sandbox, 'vserver', 'getRegionList')).status, 503);
    assert.equal((await post(sandbox, 'vserver', 'getRegionList')).status, 200);
    await assert.rejects(post(sandbox, 'vserver', 'getRegionList'));
    child.kill(isPending ? 'SIGINT' : 'SIGTERM');
    const [code] = await once(child, 'close');
    assert.equal(code, isPending ? 3 : 0);
    assert.deepEqual(
      told
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text)),
      [
        { struck: 'getRegionList', fault: answered },
        { struck: 'connection', fault: broken },
        ...(isPending ? [{ pending: { ...answered, nth: 9 } }] : []),
      ],
    );
  }
});
