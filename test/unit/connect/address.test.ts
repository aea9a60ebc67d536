// Where SSH goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sshAddress } from '../../../src/connect/address';

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
