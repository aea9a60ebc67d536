// Where a program is.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { test } from 'node:test';
import { findProgram, sshVersion } from '../../../src/connect/program';
import { needs } from '../../support/needs';

test('a program is the first of PATH that can be run; folders that are not absolute do not count', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, process.platform === 'win32' ? 'tool.exe' : 'tool');
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  const inPath = (...folders: string[]) => findProgram('tool', { PATH: folders.join(delimiter) });
  assert.equal(await inPath(tmpdir(), folder), file);
  assert.equal(await inPath(relative('.', folder), ''), undefined);
  assert.equal(await findProgram('tool', {}), undefined);
});

test('ssh tells its version', needs('ssh'), async () => {
  const path = await findProgram('ssh');
  assert.ok(path);
  const [major = 0] = (await sshVersion(path)) ?? [];
  assert.ok(major >= 7);
  assert.equal(await sshVersion(process.execPath), undefined);
});
