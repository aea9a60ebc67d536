// The log of the first boot: that what runs on the server copes with what is there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bootLogArguments } from '../../../src/connect/boot-logs';
import { needs } from '../../support/needs';

const login = { host: '203.0.113.1', port: 22, user: 'root', alias: 'ncp-1234567' };

test('the shell of the server reads each word of the command as it is', () => {
  const args = bootLogArguments(login);
  const command = args.slice(args.indexOf('--') + 2);
  assert.ok(command.length > 3);
  for (const word of command) assert.match(word, /^[\w/.+-]+$/);
});

test(
  'the command follows the files that exist, names them, and takes in one that comes later',
  needs('sh', 'tail'),
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'boot-log-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const [never, there, later] = ['never', 'there', 'later'].map((name) => join(folder, `${name}.log`)) as [
      string,
      string,
      string,
    ];
    writeFileSync(there, 'one\n');
    const args = bootLogArguments(login, [never, there, later]);
    const command = args.slice(args.indexOf('--') + 2);
    // As ssh does it: the words joined by blanks, read by the shell of the other side.
    const shell = spawn('sh', ['-c', `exec ${command.join(' ')}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    t.after(() => shell.kill());
    let seen = '';
    for (const stream of [shell.stdout, shell.stderr]) {
      stream.on('data', (data) => {
        seen += data;
      });
    }
    const until = async (text: string) => {
      for (let i = 0; i < 100 && !seen.includes(text); i++) await new Promise((resolve) => setTimeout(resolve, 100));
      assert.ok(seen.includes(text), `${text} is missing in ${seen}`);
    };
    await until(`==> ${there} <==\none\n`);
    writeFileSync(later, 'two\n');
    await until('two\n');
    await until(`'${later}' has appeared`);
    appendFileSync(there, 'three\n');
    await until('three\n');
    assert.equal(shell.exitCode, null);
  },
);
