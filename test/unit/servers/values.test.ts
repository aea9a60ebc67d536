// What a server that exists was made with, read back from its rows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParameters, presetOf, type Row, shapes } from '../../../src/reference/index';
import { toServer } from '../../../src/servers/index';
import { readServer, valuesOfServer } from '../../../src/servers/values';

const vpcRow: Row = {
  serverInstanceNo: '100',
  serverName: 'web',
  serverDescription: 'A web server',
  loginKeyName: 'demo-key',
  publicIp: '203.0.113.7',
  serverImageProductCode: 'SW.VSVR.OS',
  serverProductCode: 'SVR.VSVR',
  serverImageNo: '3',
  serverSpecCode: 's2-g3',
  memberServerImageInstanceNo: '',
  isProtectServerTermination: true,
  isPreInstallGpuDriver: false,
  vpcNo: '1',
  subnetNo: '2',
  initScriptNo: '55',
  blockDevicePartitionList: [],
};

test('a preset of a VPC server asks for one of everything', () => {
  const interfaces = [
    { deviceName: 'eth1', subnetNo: '8', accessControlGroupNoList: ['6'], ip: '10.0.1.6' },
    { deviceName: 'eth0', subnetNo: '2', accessControlGroupNoList: ['4', '5'], ip: '10.0.0.6' },
  ];
  const { parameters } = presetOf('vpc', valuesOfServer('vpc', vpcRow, interfaces));
  assert.deepEqual(parameters, {
    serverImageNo: '3',
    serverSpecCode: 's2-g3',
    vpcNo: '1',
    subnetNo: '2',
    networkInterfaceList: [
      { networkInterfaceOrder: 0, accessControlGroupNoList: ['4', '5'] },
      { networkInterfaceOrder: 1, subnetNo: '8', accessControlGroupNoList: ['6'] },
    ],
    isProtectServerTermination: true,
    serverDescription: 'A web server',
    initScriptNo: '55',
    loginKeyName: 'demo-key',
    associateWithPublicIp: true,
  });
});

test('the image is named in one way only', () => {
  const own = valuesOfServer('vpc', { ...vpcRow, memberServerImageInstanceNo: '77' });
  assert.deepEqual(
    [own.memberServerImageInstanceNo, own.serverProductCode, own.serverImageNo, own.serverSpecCode],
    ['77', 'SVR.VSVR', undefined, undefined],
  );
  const { serverSpecCode: _, ...old } = vpcRow;
  const product = valuesOfServer('vpc', old);
  assert.deepEqual([product.serverImageProductCode, product.serverImageNo], ['SW.VSVR.OS', undefined]);
});

test('a preset of a Classic server leaves its user data and addresses out', () => {
  const row: Row = {
    serverName: 'old',
    userData: 'cGFzc3dvcmQ=',
    privateIp: '10.0.0.4',
    serverImageProductCode: 'SPSW0LINUX',
    serverProductCode: 'SPSVR',
    zone: { zoneNo: '2' },
    accessControlGroupList: [{ accessControlGroupConfigurationNo: '11' }, { accessControlGroupConfigurationNo: '12' }],
    instanceTagList: [{ tagKey: 'team', tagValue: 'web' }],
    isProtectServerTermination: false,
    blockDevicePartitionList: [{ mountPoint: '/', partitionSize: '50' }],
  };
  assert.deepEqual(presetOf('classic', valuesOfServer('classic', row)).parameters, {
    serverImageProductCode: 'SPSW0LINUX',
    serverProductCode: 'SPSVR',
    zoneNo: '2',
    accessControlGroupConfigurationNoList: ['11', '12'],
    instanceTagList: [{ tagKey: 'team', tagValue: 'web' }],
    blockDevicePartitionList: [{ mountPoint: '/', partitionSize: '50' }],
  });
});

test('a server is read where it is, and one that is not among the rows is gone', async () => {
  const calls: unknown[] = [];
  const list = async (service: string, action: string, params: object = {}): Promise<Row[]> => {
    calls.push([service, action, params]);
    return action === 'getServerInstanceList' ? [{ serverInstanceNo: '99' }, vpcRow] : [{ networkInterfaceNo: '7' }];
  };
  const vpc = toServer('vpc', { serverInstanceNo: '100', regionCode: 'KR' });
  assert.deepEqual(await readServer({ list }, vpc), { row: vpcRow, interfaces: [{ networkInterfaceNo: '7' }] });
  assert.deepEqual(calls.splice(0), [
    ['vserver', 'getServerInstanceList', { regionCode: 'KR', serverInstanceNoList: ['100'] }],
    ['vserver', 'getNetworkInterfaceList', { regionCode: 'KR', instanceNo: '100' }],
  ]);
  const classic = toServer('classic', { serverInstanceNo: '101', zone: { zoneNo: '2', regionNo: '1' } });
  assert.equal(await readServer({ list }, classic), undefined);
  assert.deepEqual(calls, [
    ['server', 'getServerInstanceList', { regionNo: '1', zoneNo: '2', serverInstanceNoList: ['101'] }],
  ]);
});

/** Whether rows of that shape have the field; `N` and dots lead into lists and other shapes. */
function hasField(shape: string, path: string): boolean {
  const [first = '', ...rest] = path.split(/\.N\.|\./);
  const type = shapes[shape]?.[first];
  const [inner] = [type].flat();
  if (rest.length === 0) return inner !== undefined && typeof inner !== 'object';
  return typeof inner === 'object' && 'shape' in inner && hasField(inner.shape, rest.join('.'));
}

test('what tells a value back is a field that rows of servers have', () => {
  let told = 0;
  for (const environment of ['vpc', 'classic'] as const) {
    for (const { name, toldAs, toldWith } of createParameters[environment]) {
      for (const path of [toldAs, toldWith]) {
        if (path === undefined) continue;
        told += 1;
        assert.ok(hasField(`${environment === 'vpc' ? 'vserver' : 'server'}.ServerInstance`, path), `${name}: ${path}`);
      }
    }
  }
  assert.ok(told > 20, String(told));
});
