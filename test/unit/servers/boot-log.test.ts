// Where the log of the first boot is followed, and that what runs on the server copes with what is there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { bootLogArguments, bootLogs, sshAddress } from '../../../src/servers/boot-log';
import { needs } from '../../support/needs';

const forwarded = (internalPort: number, ip = '198.51.100.7', externalPort = 1025) => ({
  portForwarding: { ip, externalPort, internalPort },
});

test('SSH goes to the public address, or to the one that Classic forwards', () => {
  assert.deepEqual(sshAddress({ publicIp: '203.0.113.10' }), { host: '203.0.113.10', port: 22 });
  assert.deepEqual(sshAddress({ publicIp: '203.0.113.10', ...forwarded(22) }), { host: '203.0.113.10', port: 22 });
  assert.deepEqual(sshAddress(forwarded(22)), { host: '198.51.100.7', port: 1025 });
  assert.equal(sshAddress({}), undefined);
});

test('a Windows server has no such address, told by its system or by the port that is forwarded', () => {
  assert.equal(sshAddress({ os: 'windows', publicIp: '203.0.113.10', ...forwarded(22) }), undefined);
  assert.equal(sshAddress(forwarded(3389)), undefined);
});

test('whatever NCP answers, only an IPv4 address and a port reach the arguments', () => {
  const text = fc.oneof(
    fc.string(),
    fc.ipV4(),
    fc.constantFrom('', ' ', '-oProxyCommand=id', '203.0.113.1 ', '1.2.3.4;id', '::1', 'a.example'),
  );
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(22, 0, 65_535, 65_536));
  const server = fc.record({
    publicIp: fc.option(text, { nil: undefined }),
    portForwarding: fc.option(fc.record({ ip: text, externalPort: number, internalPort: fc.constant(22) }), {
      nil: undefined,
    }),
  });
  fc.assert(
    fc.property(server, ({ publicIp, portForwarding }) => {
      const address = sshAddress({
        ...(publicIp === undefined ? {} : { publicIp }),
        ...(portForwarding && { portForwarding }),
      });
      if (!address) return;
      const [p, port, l, user, end, host, ...command] = bootLogArguments(address);
      assert.deepEqual([p, l, user, end], ['-p', '-l', 'root', '--']);
      assert.match(port ?? '', /^[1-9]\d{0,4}$/);
      assert.match(host ?? '', /^\d+\.\d+\.\d+\.\d+$/);
      // The shell of the server reads these as they are.
      for (const word of command) assert.match(word, /^[\w/.+-]+$/);
    }),
    { numRuns: 500 },
  );
  assert.ok(bootLogs.length > 1);
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
    const command = bootLogArguments({ host: '203.0.113.1', port: 22 }, [never, there, later]).slice(6);
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
