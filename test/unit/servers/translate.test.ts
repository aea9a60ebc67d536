import assert from 'node:assert/strict';
import test from 'node:test';
import { toServer } from '../../../src/servers/index';

test('a VPC row and a Classic row become the same shape', () => {
  const vpc = toServer('vpc', {
    serverInstanceNo: '25521401',
    serverName: 'web-1',
    serverDescription: '',
    cpuCount: 2,
    memorySize: 8589934592,
    publicIp: '203.0.113.10',
    serverInstanceStatus: { code: 'RUN', codeName: 'Server RUN State' },
    serverInstanceOperation: { code: 'NULL', codeName: 'Server NULL OP' },
    serverInstanceStatusName: 'running',
    createDate: '2026-01-02T03:04:05+0900',
    uptime: '2026-01-02T03:09:05+0900',
    isProtectServerTermination: true,
    zoneCode: 'KR-2',
    regionCode: 'KR',
    serverSpecCode: 's2-g3',
    loginKeyName: 'my-key',
  });
  assert.deepEqual(vpc, {
    environment: 'vpc',
    number: '25521401',
    name: 'web-1',
    region: 'KR',
    zone: 'KR-2',
    state: 'running',
    isChanging: false,
    status: 'RUN',
    operation: 'NULL',
    statusName: 'running',
    cpuCount: 2,
    memorySize: 8589934592,
    publicIp: '203.0.113.10',
    spec: 's2-g3',
    loginKeyName: 'my-key',
    isProtected: true,
    createDate: '2026-01-02T03:04:05+0900',
    uptime: '2026-01-02T03:09:05+0900',
  });
  const classic = toServer('classic', {
    serverInstanceNo: '1088217',
    serverName: 'svr-example',
    privateIp: '10.41.0.10',
    publicIp: '',
    portForwardingPublicIp: '192.0.2.28',
    portForwardingExternalPort: 1025,
    portForwardingInternalPort: 22,
    zone: { zoneNo: '3', zoneName: 'KR-2', zoneCode: '', regionNo: '1' },
    region: { regionNo: '1', regionCode: 'KR' },
  });
  assert.equal(classic.region, '1');
  assert.equal(classic.zone, 'KR-2');
  assert.equal(classic.zoneNumber, '3');
  assert.equal(classic.privateIp, '10.41.0.10');
  assert.equal('publicIp' in classic, false);
  assert.deepEqual(classic.portForwarding, { ip: '192.0.2.28', externalPort: 1025, internalPort: 22 });
});

test('an odd row reads as empty and never throws', () => {
  const odd = toServer('classic', { serverInstanceNo: 7, zone: null, region: 'KR', cpuCount: 'many', uptime: {} });
  assert.deepEqual([odd.number, odd.name, odd.cpuCount, odd.region, odd.state], ['7', '', 0, '', 'other']);
});

test('a blank is no address', () => {
  const row = { publicIp: ' ', privateIp: '\t', portForwardingPublicIp: ' ' };
  const ports = { portForwardingExternalPort: 1025, portForwardingInternalPort: 22 };
  for (const environment of ['vpc', 'classic'] as const) {
    const server = toServer(environment, { ...row, ...ports });
    assert.deepEqual([server.publicIp, server.privateIp, server.portForwarding], [undefined, undefined, undefined]);
  }
  const padded = toServer('classic', { publicIp: ' 203.0.113.10 ', privateIp: '10.41.0.10\n' });
  assert.deepEqual([padded.publicIp, padded.privateIp], ['203.0.113.10', '10.41.0.10']);
});

test('what is no address is none: it would be copied to a command line', () => {
  const shapes = [
    '203.0.113.7\nrm -rf ~',
    '-oProxyCommand=id',
    '$(id)',
    '203.0.113.7;id',
    '203.0.113',
    'web.example',
    'fe80::1%$(id)',
  ];
  for (const text of shapes) {
    const row = { publicIp: text, privateIp: text, portForwardingPublicIp: text };
    const ports = { portForwardingExternalPort: 1025, portForwardingInternalPort: 22 };
    const { publicIp, privateIp, portForwarding } = toServer('classic', { ...row, ...ports });
    assert.deepEqual([publicIp, privateIp, portForwarding], [undefined, undefined, undefined], text);
  }
  assert.equal(toServer('vpc', { publicIp: '2001:db8::7' }).publicIp, '2001:db8::7');
});

test('the platform tells the operating system, and so does the forwarded port of a remote desktop', () => {
  const platforms = {
    windows: ['WND32', 'WND64'],
    linux: ['LNX32', 'LNX64', 'UBS64', 'UBD64', 'CNT64'],
  };
  for (const [os, codes] of Object.entries(platforms)) {
    for (const code of codes) assert.equal(toServer('vpc', { platformType: { code } }).os, os, code);
  }
  assert.equal(toServer('classic', { portForwardingInternalPort: 3389 }).os, 'windows');
  assert.equal(toServer('classic', { platformType: { code: 'LNX64' }, portForwardingInternalPort: 3389 }).os, 'linux');
  for (const row of [
    {},
    { platformType: { code: '' } },
    { platformType: 'WND64' },
    { portForwardingInternalPort: 22 },
  ]) {
    assert.equal('os' in toServer('classic', row), false, JSON.stringify(row));
  }
});
