// What reaches the arguments of ssh, whatever NCP answers and the user has chosen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sshArguments } from '../../../src/connect/arguments';
import { loginOf } from '../../../src/connect/login';
import type { Server } from '../../../src/servers';

const serverOf = (fields: object) => ({ number: '1234567', state: 'running', ...fields }) as unknown as Server;

test('host, port, user and the name of the host key stand where no word can become an option', () => {
  const login = loginOf(serverOf({ publicIp: '203.0.113.10' }), { user: 'ubuntu', port: 2222, identityFile: '/k/id' });
  assert.ok(login);
  assert.deepEqual(sshArguments(login, { options: { BatchMode: 'yes' }, command: ['uptime'] }), [
    ...['-i', '/k/id', '-o', 'HostKeyAlias=ncp-1234567', '-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes'],
    ...['-p', '2222', '-l', 'ubuntu', '--', '203.0.113.10', 'uptime'],
  ]);
});

test('whatever NCP answers and the user chose, only what is fit reaches the arguments', () => {
  const nasty = [
    '',
    ' ',
    '-oProxyCommand=id',
    '$(id)',
    '203.0.113.1 ',
    '1.2.3.4;id',
    '::1',
    'a\nb',
    '\u202egnp',
    '서버',
  ];
  const text = fc.oneof(fc.string(), fc.ipV4(), fc.constantFrom(...nasty));
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(22, 0, 65_535, 65_536));
  const server = fc.record(
    {
      number: fc.oneof(text, fc.constant('1234567')),
      publicIp: text,
      portForwarding: fc.record({ ip: text, externalPort: number, internalPort: fc.constant(22) }),
    },
    { requiredKeys: ['number'] },
  );
  const chosen = fc.record({ user: text, port: number }, { requiredKeys: [] });
  fc.assert(
    fc.property(server, chosen, (fields, wanted) => {
      const login = loginOf(serverOf(fields), wanted);
      if (!login) return;
      const [o, alias, p, port, l, user, end, host, ...rest] = sshArguments(login);
      assert.deepEqual([o, p, l, end], ['-o', '-p', '-l', '--']);
      assert.match(alias ?? '', /^HostKeyAlias=ncp-\d+$/);
      assert.match(port ?? '', /^[1-9]\d{0,4}$/);
      assert.match(user ?? '', /^[A-Za-z_][\w.-]*$/);
      assert.match(host ?? '', /^\d+\.\d+\.\d+\.\d+$/);
      assert.deepEqual(rest, []);
    }),
    { numRuns: 500 },
  );
});

test('a login that was not checked is refused', () => {
  const fit = { host: '203.0.113.10', port: 22, user: 'root', alias: 'ncp-1' };
  for (const unfit of [{ host: '-oX=y' }, { host: 'a.example' }, { port: 0 }, { user: '-l' }, { alias: 'a b' }]) {
    assert.throws(() => sshArguments({ ...fit, ...unfit }), TypeError);
  }
});
