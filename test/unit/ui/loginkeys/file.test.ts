import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { placeProblem, savePrivateKey } from '../../../../src/ui/loginkeys/file';
import { needs } from '../../../support/needs';

const key = '-----BEGIN RSA PRIVATE KEY-----\nx\n-----END RSA PRIVATE KEY-----\n';

/** A folder that is there for one test. */
function homeFor(t: TestContext): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'home-')));
  t.after(() => rmSync(home, { recursive: true }));
  return home;
}

test('the key is written whole', async (t) => {
  const home = homeFor(t);
  const path = join(home, 'key.pem');
  await savePrivateKey(path, key);
  assert.equal(readFileSync(path, 'utf8'), key);
});

test('the key can be read by its owner alone', needs('posix'), async (t) => {
  const home = homeFor(t);
  const path = join(home, 'key.pem');
  await savePrivateKey(path, key);
  assert.equal(statSync(path).mode & 0o777, 0o600);
});

test('nothing that exists is overwritten', async (t) => {
  const home = homeFor(t);
  const path = join(home, 'key.pem');
  writeFileSync(path, 'mine');
  await assert.rejects(savePrivateKey(path, key), { code: 'EEXIST' });
  assert.equal(readFileSync(path, 'utf8'), 'mine');
});

test('no link is followed, whether it leads somewhere or not', needs('posix'), async (t) => {
  const home = homeFor(t);
  const target = join(home, 'target');
  symlinkSync(target, join(home, 'key.pem'));
  await assert.rejects(savePrivateKey(join(home, 'key.pem'), key), { code: 'EEXIST' });
  assert.equal(await placeProblem(join(home, 'key.pem'), []), 'exists');
  assert.ok(!existsSync(target));
});

test('no folder, no file', async (t) => {
  const home = homeFor(t);
  await assert.rejects(savePrivateKey(join(home, 'none', 'key.pem'), key), { code: 'ENOENT' });
  assert.equal(await placeProblem(join(home, 'none', 'key.pem'), []), 'no-folder');
});

test('when writing goes wrong nothing is left behind', async (t) => {
  const home = homeFor(t);
  const path = join(home, 'key.pem');
  const unwritable = { length: 1 } as unknown as string;
  await assert.rejects(savePrivateKey(path, unwritable));
  assert.deepEqual(readdirSync(home), []);
});

test('open workspace folders and git work trees are told, also through links', needs('posix'), async (t) => {
  const home = homeFor(t);
  const workspace = join(home, 'workspace');
  mkdirSync(join(workspace, 'deep'), { recursive: true });
  symlinkSync(workspace, join(home, 'link'));
  assert.equal(await placeProblem(join(workspace, 'deep', 'k.pem'), [workspace]), 'workspace');
  mkdirSync(join(workspace, '..keys'));
  assert.equal(await placeProblem(join(workspace, '..keys', 'k.pem'), [workspace]), 'workspace');
  assert.equal(await placeProblem(join(home, 'link', 'k.pem'), [workspace]), 'workspace');
  assert.equal(await placeProblem(join(workspace, 'k.pem'), [join(home, 'link')]), 'workspace');
  assert.equal(await placeProblem(join(home, 'k.pem'), [workspace, join(home, 'gone')]), undefined);
  mkdirSync(join(home, 'workspace2'));
  assert.equal(await placeProblem(join(home, 'workspace2', 'k.pem'), [workspace]), undefined);
  mkdirSync(join(home, '.git'));
  assert.equal(await placeProblem(join(workspace, 'deep', 'k.pem'), []), 'git');
});
