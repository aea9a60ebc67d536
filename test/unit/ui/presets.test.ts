import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presetOf, type Row } from '../../../src/reference/index';
import { valuesOfServer } from '../../../src/servers/values';

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
