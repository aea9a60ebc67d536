// Every JSON answer can be decoded into the typed models of the official SDK: what they call a number is one or absent.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { actions, type FieldType, fieldAlias, type Shape, shapes } from '../../../src/reference';
import { type Language, type Sandbox, startSandbox } from '../../../src/sandbox';
import { findHandler } from '../../../src/sandbox/handlers';
import { ask, type Json, type Params, sandboxFor, vpcServerParams, without } from './support';

/** The fields that the models of ncloud-sdk-go-v2 declare as int32, int64 or float32, by item. */
const sdkNumbers: Readonly<Record<string, readonly string[]>> = {
  'vserver.ServerInstance': ['cpuCount', 'memorySize'],
  'vserver.BlockDevicePartition': [],
  'vserver.Region': [],
  'vserver.Zone': [],
  'vserver.ServerImage': [],
  'vserver.BlockStorageMapping': ['order', 'blockStorageSnapshotInstanceNo', 'blockStorageSize', 'iops', 'throughput'],
  'vserver.ServerSpec': [
    'cpuCount',
    'memorySize',
    'blockStorageMaxCount',
    'blockStorageMaxIops',
    'blockStorageMaxThroughput',
    'networkPerformance',
    'networkInterfaceMaxCount',
    'gpuCount',
    'serverSpecNo',
  ],
  'vserver.Product': ['cpuCount', 'memorySize', 'baseBlockStorageSize', 'addBlockStorageSize', 'osMemorySize'],
  'vserver.MemberServerImageInstance': [
    'memberServerImageBlockStorageTotalRows',
    'memberServerImageBlockStorageTotalSize',
  ],
  'vserver.InitScript': [],
  'vserver.LoginKey': [],
  'vserver.PlacementGroup': [],
  'vserver.Raid': [],
  'vserver.FabricClusterPool': [],
  'vserver.AccessControlGroup': [],
  'vserver.AccessControlGroupRule': [],
  'vserver.ProtocolType': ['number'],
  'vserver.NetworkInterface': [],
  'vserver.BlockStorageInstance': [
    'blockStorageSize',
    'maxIopsThroughput',
    'throughput',
    'iops',
    'blockStorageSnapshotInstanceNo',
  ],
  'vserver.BlockStorageSnapshotInstance': ['blockStorageSnapshotVolumeSize', 'snapshotChainDepth'],
  'vserver.BlockStorageVolumeType': [
    'minThroughput',
    'maxThroughput',
    'minIops',
    'maxIops',
    'minVolumeSize',
    'maxVolumeSize',
    'minBaseVolumeSize',
    'maxBaseVolumeSize',
  ],
  'vserver.PublicIpInstance': [],
  'vpc.Vpc': [],
  'vpc.Subnet': [],
  'server.Region': [],
  'server.Zone': [],
  'server.Product': ['cpuCount', 'memorySize', 'baseBlockStorageSize', 'addBlockStorageSize'],
  'server.BlockDevicePartition': [],
  'server.ServerInstance': [
    'cpuCount',
    'memorySize',
    'baseBlockStorageSize',
    'portForwardingExternalPort',
    'portForwardingInternalPort',
  ],
  'server.AccessControlGroup': [],
  'server.AccessControlRule': [],
  'server.LoginKey': [],
  'server.InitScript': [],
  'server.Raid': [],
  'server.MemberServerImage': ['memberServerImageBlockStorageTotalRows', 'memberServerImageBlockStorageTotalSize'],
  'server.PublicIpInstance': [],
  'server.InstanceTag': [],
};

const isNumber = (type: FieldType) => type === 'number';

test('the shapes call exactly those fields numbers that the official SDK does', () => {
  for (const [name, numbers] of Object.entries(sdkNumbers)) {
    const shape = shapes[name] ?? assert.fail(name);
    const ours = Object.keys(shape).filter((field) => isNumber(shape[field] as FieldType));
    assert.deepEqual(ours.sort(), [...numbers].sort(), name);
  }
});

/** One value that was met, with the type that the reference gives it. */
interface Met {
  readonly path: string;
  readonly value: unknown;
  readonly type: FieldType;
}

/** All values of an item. @throws when a field is in no shape. */
function* valuesOf(item: Json, shape: Shape, path: string): Iterable<Met> {
  for (const [name, value] of Object.entries(item)) {
    const type = shape[name] ?? shape[fieldAlias(name)] ?? assert.fail(`${path}.${name} is in no shape`);
    yield* valuesIn(value, type, `${path}.${name}`);
  }
}

function* valuesIn(value: unknown, type: FieldType, path: string): Iterable<Met> {
  yield { path, value, type };
  if (Array.isArray(type)) for (const item of value as unknown[]) yield* valuesIn(item, type[0], path);
  else if (typeof type === 'object' && 'shape' in type) yield* valuesOf(value, shapes[type.shape] ?? {}, path);
}

/** What is wrong with a value, if anything. */
function fault({ value, type }: Met): string | undefined {
  if (Array.isArray(type)) return Array.isArray(value) ? undefined : 'no list';
  if (type === 'number') return typeof value === 'number' && Number.isSafeInteger(value) ? undefined : 'no number';
  if (type === 'code') {
    const keys = Object.keys(value as object);
    const isCode = keys.join() === 'code,codeName' && Object.values(value as object).every(isText);
    return isCode || keys.length === 0 ? undefined : 'no code';
  }
  if (typeof type === 'object') return typeof value === 'object' && value !== null ? undefined : 'no object';
  return typeof value === type ? undefined : `no ${type}`;
}
const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** What some actions need, and changes that leave the account as it was or make it richer. */
async function calls(sandbox: Sandbox): Promise<readonly (readonly [service: string, action: string, Params])[]> {
  const first = async (service: string, action: string, list: string, params: Params = {}): Promise<Json> =>
    (await ask(sandbox, service, action, params))[list][0];
  const vpc = await vpcServerParams(sandbox);
  const kvm = { ...without(vpc, 'serverImageProductCode', 'serverProductCode'), serverImageNo: '23214590' };
  const pool = await first('vserver', 'getFabricClusterPoolList', 'fabricClusterPoolList', {
    regionCode: 'KR',
    zoneCode: 'KR-1',
    serverSpecCode: 'gp8ap56-g3',
  });
  const server = await first('vserver', 'getServerInstanceList', 'serverInstanceList');
  const [classic, stopped] = (await ask(sandbox, 'server', 'getServerInstanceList')).serverInstanceList;
  const group = await first('vserver', 'getAccessControlGroupList', 'accessControlGroupList');
  const classicGroup = await first('server', 'getAccessControlGroupList', 'accessControlGroupList');
  const script = await first('vserver', 'getInitScriptList', 'initScriptList');
  const metalSubnet = await first('vpc', 'getSubnetList', 'subnetList', {
    vpcNo: vpc.vpcNo ?? '',
    usageTypeCode: 'BM',
  });
  const numbers = (row: Json) => ({ 'serverInstanceNoList.1': row.serverInstanceNo });
  const number = (row: Json) => ({ serverInstanceNo: row.serverInstanceNo });
  const changes = (service: string, row: Json, spec: Params) =>
    [
      [service, 'rebootServerInstances', numbers(row)],
      [service, 'stopServerInstances', numbers(row)],
      [service, 'changeServerInstanceSpec', { ...number(row), ...spec }],
      [service, 'setProtectServerTermination', { ...number(row), isProtectServerTermination: false }],
      [service, 'createLoginKey', { keyName: 'typed-key' }],
      [service, 'importLoginKey', { keyName: 'typed-import', publicKey: `ssh-rsa ${publicKey}` }],
      [service, 'startServerInstances', numbers(row)],
    ] as const;
  return [
    [
      'vserver',
      'createServerInstances',
      {
        ...kvm,
        serverName: 'typed-gpu',
        serverSpecCode: 'gp8ap56-g3',
        fabricClusterPoolNo: pool.fabricClusterPoolNo,
        isPreInstallGpuDriver: true,
        'blockStorageMappingList.1.order': 1,
        'blockStorageMappingList.1.blockStorageSize': 100,
      },
    ],
    ['vserver', 'createServerInstances', { ...vpc, associateWithPublicIp: true }],
    [
      'vserver',
      'createServerInstances',
      {
        ...vpc,
        serverName: 'typed-metal',
        subnetNo: metalSubnet.subnetNo,
        serverImageProductCode: 'SW.VSVR.BM.LNX64.ROCKY.0810.G001',
        serverProductCode: 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
        raidTypeName: '5',
        'blockDevicePartitionList.1.mountPoint': '/',
        'blockDevicePartitionList.1.partitionSize': 100,
      },
    ],
    [
      'server',
      'createServerInstances',
      {
        serverImageProductCode: 'SPSWBMWINNT00001',
        raidTypeName: '5',
        'blockDevicePartitionList.1.mountPoint': '/',
        'blockDevicePartitionList.1.partitionSize': 100,
      },
    ],
    ...changes('vserver', server, { serverSpecCode: 's4-g2-s50' }),
    ...changes('server', classic, { serverProductCode: 'SPSVRSTAND000024' }),
    ['vserver', 'changeServerInstanceName', { ...number(server), serverName: 'typed-name' }],
    ['vserver', 'createInitScript', { initScriptContent: '#!/bin/sh\n', initScriptName: 'typed-script' }],
    ['vserver', 'deleteLoginKeys', { 'keyNameList.1': 'typed-import' }],
    ['server', 'deleteLoginKey', { keyName: 'typed-import' }],
    ['vserver', 'getRaidList', { productTypeCode: 'LINUX' }],
    ['vserver', 'getServerProductList', { serverImageProductCode: vpc.serverImageProductCode ?? '' }],
    ['vserver', 'getServerImageDetail', { serverImageNo: '16187005' }],
    ['vserver', 'getServerInstanceDetail', number(server)],
    ['vserver', 'getInitScriptDetail', { initScriptNo: script.initScriptNo }],
    ['vserver', 'getFabricClusterPoolList', { regionCode: 'KR', zoneCode: 'KR-1', serverSpecCode: 'gp8ap56-g3' }],
    ['vserver', 'getAccessControlGroupRuleList', { accessControlGroupNo: group.accessControlGroupNo }],
    ['server', 'getServerProductList', { serverImageProductCode: 'SPSW0LINUX000046' }],
    [
      'server',
      'getAccessControlRuleList',
      { accessControlGroupConfigurationNo: classicGroup.accessControlGroupConfigurationNo },
    ],
    ['billing', 'getProductPriceList', { regionCode: 'KR' }],
    ['vserver', 'deleteInitScripts', { 'initScriptNoList.1': script.initScriptNo }],
    ['vserver', 'stopServerInstances', numbers(server)],
    ['vserver', 'terminateServerInstances', numbers(server)],
    ['server', 'terminateServerInstances', numbers(stopped)],
  ];
}

let publicKey = '';
before(async () => {
  const sandbox = await startSandbox({ servers: 0 });
  await ask(sandbox, 'vserver', 'createLoginKey', { keyName: 'to-import' });
  const { loginKeyList } = await ask(sandbox, 'vserver', 'getLoginKeyList', { keyName: 'to-import' });
  publicKey = loginKeyList[0].publicKey.split(' ')[1];
  await sandbox.stop();
});

for (const language of ['en', 'ko'] as const satisfies readonly Language[]) {
  test(`${language}: every field of every JSON answer has the type of the SDK's model`, async (t) => {
    const sandbox = await sandboxFor(t, { servers: 10, language });
    const made = await calls(sandbox);
    const named = new Set(made.map(([service, action]) => `${service}/${action}`));
    const simulated = actions.filter(findHandler).map(({ service, name }) => `${service}/${name}`);
    const plain = actions.filter(
      ({ service, name, parameters }) =>
        findHandler({ service, name }) &&
        !named.has(`${service}/${name}`) &&
        parameters.every(({ need }) => need !== 'required'),
    );
    const all = [...made, ...plain.map(({ service, name }) => [service, name, {}] as const)];
    const asked = new Set<string>();
    const met = new Set<string>();
    let values = 0;
    for (const [service, name, params] of all) {
      const { requestId, returnCode, returnMessage, totalRows, ...answer } = await ask(sandbox, service, name, params);
      for (const text of [requestId, returnCode, returnMessage]) assert.equal(typeof text, 'string', name);
      assert.ok(['number', 'undefined'].includes(typeof totalRows), name);
      const action = actions.find((one) => one.service === service && one.name === name) ?? assert.fail(name);
      for (const found of valuesOf(answer, action.answer, `${service}/${name}`)) {
        values += 1;
        assert.equal(fault(found), undefined, `${found.path} = ${JSON.stringify(found.value)}`);
        if (typeof found.type === 'object' && 'shape' in found.type) met.add(found.type.shape);
      }
      asked.add(`${service}/${name}`);
    }
    // Their answer is one text, and they need the private half of a key.
    const unasked = simulated.filter((name) => !asked.has(name) && !name.endsWith('/getRootPassword'));
    assert.deepEqual(unasked, []);
    assert.deepEqual(
      Object.keys(sdkNumbers).filter((shape) => !met.has(shape)),
      [],
    );
    t.diagnostic(`${asked.size} actions, ${met.size} shapes, ${values} values`);
  });
}

test('the number of a snapshot is a JSON number where an image or storage names it, and absent where there is none', async (t) => {
  const sandbox = await sandboxFor(t);
  const { serverImageList } = await ask(sandbox, 'vserver', 'getServerImageList');
  for (const { blockStorageMappingList } of serverImageList) {
    assert.equal(typeof blockStorageMappingList[0].blockStorageSnapshotInstanceNo, 'number');
    assert.ok(blockStorageMappingList[0].blockStorageSnapshotInstanceNo < 2 ** 31);
  }
  const { blockStorageInstanceList } = await ask(sandbox, 'vserver', 'getBlockStorageInstanceList');
  for (const storage of blockStorageInstanceList) {
    assert.equal('blockStorageSnapshotInstanceNo' in storage, false);
    const isKvm = storage.hypervisorType.code === 'KVM';
    assert.deepEqual(['iops' in storage, 'throughput' in storage], [isKvm, isKvm]);
  }
  const { blockStorageSnapshotInstanceList } = await ask(sandbox, 'vserver', 'getBlockStorageSnapshotInstanceList');
  assert.equal(typeof blockStorageSnapshotInstanceList[0].blockStorageSnapshotInstanceNo, 'string');
});
