import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sandbox } from '../../../../src/sandbox';
import { ask, type Params, refused, sandboxFor, vpcServerParams, without } from '../support';

/** The fields of the documented create answer (gov page of createServerInstances), in its order. */
const documentedFields = [
  'serverInstanceNo',
  'serverName',
  'serverDescription',
  'cpuCount',
  'memorySize',
  'platformType',
  'loginKeyName',
  'publicIpInstanceNo',
  'publicIp',
  'serverInstanceStatus',
  'serverInstanceOperation',
  'serverInstanceStatusName',
  'createDate',
  'uptime',
  'serverImageProductCode',
  'serverProductCode',
  'isProtectServerTermination',
  'zoneCode',
  'regionCode',
  'vpcNo',
  'subnetNo',
  'networkInterfaceNoList',
  'initScriptNo',
  'serverInstanceType',
  'baseBlockStorageDiskType',
  'baseBlockStorageDiskDetailType',
  'placementGroupNo',
  'placementGroupName',
  'memberServerImageInstanceNo',
  'hypervisorType',
  'serverImageNo',
  'serverSpecCode',
  'eventList',
];

const create = (sandbox: Sandbox, params: Params) => ask(sandbox, 'vserver', 'createServerInstances', params);
const refuse = (sandbox: Sandbox, params: Params) => refused(sandbox, 'vserver', 'createServerInstances', params);

test('the VPC create answer is as bare as the documented one', async (t) => {
  const sandbox = await sandboxFor(t);
  const answer = await create(sandbox, { ...(await vpcServerParams(sandbox)), associateWithPublicIp: true });
  assert.deepEqual(Object.keys(answer), [
    'totalRows',
    'serverInstanceList',
    'requestId',
    'returnCode',
    'returnMessage',
  ]);
  const [made] = answer.serverInstanceList;
  assert.deepEqual(Object.keys(made), documentedFields);
  const { serverInstanceNo, createDate, uptime, ...rest } = made;
  assert.match(serverInstanceNo, /^\d+$/);
  assert.match(createDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0900$/);
  assert.equal(uptime, createDate);
  assert.deepEqual(rest, {
    serverName: 'test-one',
    serverDescription: '',
    cpuCount: 2,
    memorySize: 8589934592,
    platformType: { code: 'UBS64', codeName: 'Ubuntu Server 64 Bit' },
    loginKeyName: 'demo-key',
    publicIpInstanceNo: '',
    publicIp: '',
    serverInstanceStatus: { code: 'INIT', codeName: 'Server INIT State' },
    serverInstanceOperation: { code: 'NULL', codeName: 'Server NULL OP' },
    serverInstanceStatusName: 'init',
    serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
    serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
    isProtectServerTermination: false,
    zoneCode: 'KR-1',
    regionCode: 'KR',
    vpcNo: '',
    subnetNo: '',
    networkInterfaceNoList: [],
    initScriptNo: '',
    serverInstanceType: { code: 'STAND', codeName: 'Standard' },
    baseBlockStorageDiskType: { code: 'NET', codeName: 'Network Storage' },
    baseBlockStorageDiskDetailType: { code: 'SSD', codeName: 'SSD' },
    placementGroupNo: '',
    placementGroupName: '',
    memberServerImageInstanceNo: '',
    hypervisorType: { code: 'XEN', codeName: 'XEN' },
    serverImageNo: '16187005',
    serverSpecCode: 's2-g2-s50',
    eventList: [],
  });
});

test('what was asked for shows as soon as the server is there', async (t) => {
  const sandbox = await sandboxFor(t);
  const params = await vpcServerParams(sandbox);
  const { placementGroupList } = await ask(sandbox, 'vserver', 'getPlacementGroupList');
  const { initScriptList } = await ask(sandbox, 'vserver', 'getInitScriptList', { osTypeCode: 'LNX' });
  await create(sandbox, {
    ...params,
    associateWithPublicIp: true,
    isProtectServerTermination: true,
    serverDescription: '설명',
    placementGroupNo: placementGroupList[0].placementGroupNo,
    initScriptNo: initScriptList[0].initScriptNo,
    'networkInterfaceList.1.ip': '10.10.0.77',
  });
  const { serverInstanceList } = await ask(sandbox, 'vserver', 'getServerInstanceList', { serverName: 'test-one' });
  const [server] = serverInstanceList;
  assert.equal(server.serverInstanceStatus.code, 'RUN');
  assert.equal(server.vpcNo, params.vpcNo);
  assert.equal(server.subnetNo, params.subnetNo);
  assert.equal(server.placementGroupName, 'demo-spread-1');
  assert.equal(server.initScriptNo, initScriptList[0].initScriptNo);
  assert.equal(server.serverDescription, '설명');
  assert.equal(server.isProtectServerTermination, true);
  assert.match(server.publicIp, /^(203\.0\.113|198\.51\.100)\.\d+$/);

  const { networkInterfaceList } = await ask(sandbox, 'vserver', 'getNetworkInterfaceList', {
    instanceNo: server.serverInstanceNo,
  });
  const [nic] = networkInterfaceList;
  assert.deepEqual(
    [nic.ip, nic.deviceName, nic.isDefault, nic.networkInterfaceStatus.code],
    ['10.10.0.77', 'eth0', true, 'USED'],
  );
  const { publicIpInstanceList } = await ask(sandbox, 'vserver', 'getPublicIpInstanceList', {
    serverName: 'test-one',
  });
  assert.deepEqual(
    [publicIpInstanceList[0].publicIp, publicIpInstanceList[0].privateIp],
    [server.publicIp, '10.10.0.77'],
  );
  const { blockStorageInstanceList } = await ask(sandbox, 'vserver', 'getBlockStorageInstanceList', {
    serverInstanceNo: server.serverInstanceNo,
  });
  assert.deepEqual(
    blockStorageInstanceList.map((one: { blockStorageSize: number }) => one.blockStorageSize),
    [50 * 1024 ** 3],
  );
});

test('several servers get serial names and addresses of their own', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const params = await vpcServerParams(sandbox);
  const answer = await create(sandbox, { ...params, serverName: 'web-', serverCreateCount: 3, serverCreateStartNo: 9 });
  assert.deepEqual(
    answer.serverInstanceList.map((row: { serverName: string }) => row.serverName),
    ['web-009', 'web-010', 'web-011'],
  );
  const { networkInterfaceList } = await ask(sandbox, 'vserver', 'getNetworkInterfaceList', {
    networkInterfaceStatusCode: 'USED',
  });
  assert.equal(new Set(networkInterfaceList.map((nic: { ip: string }) => nic.ip)).size, 3);
  assert.equal(sandbox.commits.length, 3);
});

test('KVM servers, their storages and the defaults', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const base = without(
    await vpcServerParams(sandbox),
    'serverImageProductCode',
    'serverProductCode',
    'serverName',
    'loginKeyName',
  );
  const [made] = (
    await create(sandbox, {
      ...base,
      serverImageNo: '23214590',
      'blockStorageMappingList.1.order': 0,
      'blockStorageMappingList.1.blockStorageSize': 50,
      'blockStorageMappingList.2.order': 1,
      'blockStorageMappingList.2.blockStorageSize': 100,
      'blockStorageMappingList.2.blockStorageVolumeTypeCode': 'FB1',
      'blockStorageMappingList.2.blockStorageName': 'data-one',
    })
  ).serverInstanceList;
  assert.equal(made.serverSpecCode, 'c2-g3');
  assert.equal(made.loginKeyName, 'demo-key');
  assert.match(made.serverName, /^s[0-9a-f]{11}$/);
  const { blockStorageInstanceList } = await ask(sandbox, 'vserver', 'getBlockStorageInstanceList', {
    serverInstanceNo: made.serverInstanceNo,
  });
  assert.deepEqual(
    blockStorageInstanceList.map((one: Record<string, { code: string }>) => [
      one.blockStorageName,
      one.blockStorageType?.code,
      one.blockStorageSize,
      one.blockStorageVolumeType?.code,
    ]),
    [
      [made.serverName, 'BASIC', 50 * 1024 ** 3, 'CB1'],
      ['data-one', 'SVRBS', 100 * 1024 ** 3, 'FB1'],
    ],
  );
});

test('an interface that was made before is taken over and given back', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const params = await vpcServerParams(sandbox);
  const find = async () =>
    (await ask(sandbox, 'vserver', 'getNetworkInterfaceList', { networkInterfaceStatusCode: 'NOTUSED' }))
      .networkInterfaceList;
  const [spare] = await find();
  const withSpare = {
    ...without(params, 'networkInterfaceList.1.accessControlGroupNoList.1'),
    'networkInterfaceList.1.networkInterfaceNo': spare.networkInterfaceNo,
  };
  const [made] = (await create(sandbox, withSpare)).serverInstanceList;
  assert.equal((await find()).length, 1);
  assert.match((await refuse(sandbox, withSpare)).returnMessage, /^\[sandbox\] Network interface \d+ is in use/);
  const numbers = { 'serverInstanceNoList.1': made.serverInstanceNo };
  await ask(sandbox, 'vserver', 'stopServerInstances', numbers);
  await ask(sandbox, 'vserver', 'terminateServerInstances', numbers);
  assert.equal((await find()).length, 2);
});

test('VPC refusals, and nothing is made', async (t) => {
  const sandbox = await sandboxFor(t);
  const params = await vpcServerParams(sandbox);
  const nic = 'networkInterfaceList.1';
  const cases: [Params, string | RegExp][] = [
    [{ ...params, serverImageProductCode: 'SW.NONE' }, '10712'],
    [{ ...params, serverProductCode: 'SVR.NONE' }, '1401'],
    [{ ...params, serverProductCode: 'SVR.VSVR.STAND.C002.M008.G003' }, '1401'],
    [{ ...params, [`${nic}.accessControlGroupNoList.1`]: '1' }, '1007000'],
    [{ ...params, loginKeyName: 'no-such-key' }, /^99/],
    [{ ...params, vpcNo: '1' }, /^99/],
    [{ ...params, subnetNo: '1' }, /^99/],
    [{ ...params, initScriptNo: '1' }, /^99/],
    [{ ...params, placementGroupNo: '1' }, /^99/],
    [{ ...params, [`${nic}.ip`]: '10.99.0.9' }, /^99/],
    [{ ...params, [`${nic}.ip`]: '10.10.0.1' }, /^99/],
    [{ ...params, serverName: 'Upper' }, /^99/],
    [{ ...params, serverName: 'ends-' }, /^99/],
    [{ ...params, serverCreateCount: 2, associateWithPublicIp: true }, /^99/],
    [{ ...params, serverImageNo: '16187005' }, /^99/],
    [{ ...params, 'blockStorageMappingList.1.order': 0 }, /^99/],
    [{ ...params, serverSpecCode: 's2-g2-s50' }, /^99/],
    [{ ...params, regionCode: 'JPN' }, /^99/],
    [without(params, 'vpcNo'), /^99/],
    [without(params, `${nic}.networkInterfaceOrder`, `${nic}.accessControlGroupNoList.1`), /^99/],
    [without(params, `${nic}.accessControlGroupNoList.1`), /^99/],
    [without(params, 'serverImageProductCode'), /^99/],
  ];
  for (const [given, expected] of cases) {
    const { returnCode, returnMessage } = await refuse(sandbox, given);
    if (typeof expected === 'string') assert.equal(returnCode, expected, JSON.stringify(given));
    else {
      assert.match(returnCode, expected, JSON.stringify(given));
      assert.match(returnMessage, /^\[sandbox\] /);
    }
  }
  assert.deepEqual(sandbox.commits, []);
  assert.equal((await ask(sandbox, 'vserver', 'getServerInstanceList')).totalRows, 4);
});

test('bare metal of VPC needs a RAID type and a subnet of its own kind', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const params = await vpcServerParams(sandbox);
  const { subnetList } = await ask(sandbox, 'vpc', 'getSubnetList', { vpcNo: params.vpcNo ?? '', usageTypeCode: 'BM' });
  const metal = {
    ...params,
    serverImageProductCode: 'SW.VSVR.BM.LNX64.ROCKY.0810.G001',
    serverProductCode: 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
    subnetNo: subnetList[0].subnetNo,
  };
  assert.match((await refuse(sandbox, metal)).returnMessage, /raidMissing/);
  assert.match((await refuse(sandbox, { ...metal, raidTypeName: '7' })).returnMessage, /raidTypeName/);
  const [made] = (
    await create(sandbox, {
      ...metal,
      raidTypeName: '5',
      'blockDevicePartitionList.1.mountPoint': '/',
      'blockDevicePartitionList.1.partitionSize': 100,
    })
  ).serverInstanceList;
  assert.equal(made.serverInstanceType.code, 'BM');
  assert.deepEqual(made.blockDevicePartitionList, [{ mountPoint: '/', partitionSize: '100' }]);
});
