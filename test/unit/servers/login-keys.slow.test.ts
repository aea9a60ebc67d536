import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ApiError, NcloudClient } from '../../../src/client/index';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import {
  createLoginKey,
  importLoginKey,
  type KeyPlace,
  keyNameProblem,
  loginKeyNames,
  readPublicKey,
} from '../../../src/servers/index';
import { needs } from '../../support/needs';

let sandbox: Sandbox;
let folder: string;
before(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
after(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

function place(environment: 'vpc' | 'classic'): KeyPlace {
  return { client: new NcloudClient(sandbox), environment, region: 'KR' };
}

function publicKeyFile(type: string): string {
  const file = join(folder, type);
  execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', 'me@home', '-f', file]);
  return file;
}

for (const environment of ['vpc', 'classic'] as const) {
  test(`a login key is made once, and told once: ${environment}`, async () => {
    const key = await createLoginKey(place(environment), 'made-here');
    assert.match(key, /^-----BEGIN RSA PRIVATE KEY-----\n/);
    assert.ok((await loginKeyNames(place(environment))).includes('made-here'));
    await assert.rejects(createLoginKey(place(environment), 'made-here'), ApiError);
  });

  test(`the public half of an own key is imported: ${environment}`, needs('ssh-keygen'), async () => {
    const read = readPublicKey(readFileSync(`${publicKeyFile('rsa')}.pub`, 'utf8'));
    assert.ok(read.kind === 'key');
    assert.equal(read.comment, 'me@home');
    await importLoginKey(place(environment), 'own-key', read.publicKey);
    assert.ok((await loginKeyNames(place(environment))).includes('own-key'));
    rmSync(join(folder, 'rsa'));
    rmSync(join(folder, 'rsa.pub'));
  });
}

test('what is no public RSA key is told apart', needs('ssh-keygen'), () => {
  const file = publicKeyFile('ed25519');
  assert.equal(readPublicKey(readFileSync(`${file}.pub`, 'utf8')).kind, 'other-type');
  assert.equal(readPublicKey(readFileSync(file, 'utf8')).kind, 'private');
  const rsa = readFileSync(`${publicKeyFile('rsa')}.pub`, 'utf8');
  const blob = rsa.split(' ')[1] ?? '';
  const broken = ['', 'ssh-rsa', 'ssh-rsa AAAA', `ssh-rsa ${blob.slice(0, -8)}`, `ssh-rsa ${blob}\n${rsa}`, `x ${rsa}`];
  for (const text of broken) assert.equal(readPublicKey(text).kind, 'none', text);
  assert.equal(readPublicKey(`ssh-rsa ${blob}\r\n`).kind, 'key');
});

test('names of keys are judged by the reference', () => {
  assert.equal(keyNameProblem('vpc', 'my-key'), undefined);
  for (const name of ['', 'ab', 'My-key', '1key', 'key-', 'k'.repeat(31)]) assert.ok(keyNameProblem('vpc', name), name);
  assert.equal(keyNameProblem('classic', 'My_Key'), undefined);
  assert.ok(keyNameProblem('classic', 'ab'));
});
