// What others have seen of the real service, one by one: names, codes, figures and the places of fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeText, findReturnCode } from '../../../src/reference';
import type { Sandbox } from '../../../src/sandbox';
import { ask, get, type Json, type Params, refused, sandboxFor, vpcServerParams, without } from './support';

const listOf = async (sandbox: Sandbox, service: string, action: string, list: string, params: Params = {}) =>
  (await ask(sandbox, service, action, params))[list] as Json[];

const kvmParams = async (sandbox: Sandbox): Promise<Params> => ({
  ...without(await vpcServerParams(sandbox), 'serverImageProductCode', 'serverProductCode'),
  serverImageNo: '23214590',
});

for (const [service, action, params] of [
  ['vserver', 'getRegionList', { regionCode: 'KR' }],
  ['vserver', 'getNetworkInterfaceList', { sortedBy: 'networkInterfaceNo', sortingOrder: 'ASC' }],
  ['vserver', 'getPublicIpInstanceList', { sortedBy: 'publicIp', sortingOrder: 'ASC' }],
  ['vserver', 'getNetworkInterfaceList', { serverInstanceNo: '1' }],
  ['vserver', 'getServerInstanceList', { bogus: '1', 'bogusList.3': '1' }],
  ['server', 'getServerInstanceList', { bogus: '1' }],
  ['billing', 'getProductPriceList', { regionCode: 'KR', bogus: '1' }],
] as const) {
  test(`${action} passes ${Object.keys(params).join(' and ')} over, and a strict sandbox refuses it`, async (t) => {
    const plain = await sandboxFor(t);
    const known: Params = service === 'billing' ? { regionCode: 'KR' } : {};
    const all = await ask(plain, service, action, known);
    assert.equal((await ask(plain, service, action, params)).totalRows, all.totalRows);
    const strict = await sandboxFor(t, { strict: true });
    await ask(strict, service, action, known);
    const { returnCode, returnMessage } = await refused(strict, service, action, params);
    assert.equal(returnCode, '9900002');
    assert.match(returnMessage, /^\[sandbox\] .*unknownParameter/);
  });
}

test('a creation with an unknown parameter makes the server, unless strict', async (t) => {
  const plain = await sandboxFor(t, { servers: 0 });
  await ask(plain, 'vserver', 'createServerInstances', { ...(await vpcServerParams(plain)), zoneCode: 'KR-1' });
  assert.equal(plain.commits.length, 1);
  const strict = await sandboxFor(t, { servers: 0, strict: true });
  const params = { ...(await vpcServerParams(strict)), zoneCode: 'KR-1' };
  assert.equal((await refused(strict, 'vserver', 'createServerInstances', params)).returnCode, '9900002');
  assert.deepEqual(strict.commits, []);
});

/** Codes with what NCP writes, as far as it was seen, and the create parameter to blame. */
const seenCodes: readonly (readonly [
  environment: 'vpc' | 'classic',
  code: string,
  message?: string,
  blamed?: string,
])[] = [
  ['vpc', '3001008', 'The storage allocated to the server is being manipulated.'],
  ['vpc', '1100031', 'The server cannot be controlled by the NCLOD API.'],
  ['vpc', '3005004', 'Cannot create any more than the creation limit of Server (VPC).', 'serverSpecCode'],
  ['vpc', '1101064', 'MICRO servers cannot be created on a time plan.', 'feeSystemTypeCode'],
  ['vpc', '1104037', 'The server image could not be found.', 'serverImageNo'],
  ['vpc', '1002022', 'Network Interface status is changing and cannot proceed.'],
  ['vpc', '1001007', 'Subnet CIDR cannot be duplicated within VPC.'],
  ['vpc', '1001020'],
  ['vpc', '1001019', 'There is a product in operation on Subnet.'],
  ['vpc', '25031'],
  ['vpc', '25032'],
  ['classic', '25031'],
  ['classic', '25032'],
  ['vpc', '1012005', 'Rule information is being changed.'],
  ['vpc', '1015009'],
  [
    'vpc',
    '10501',
    'After deleting additional storage, please try again. Additional storage must be deleted by customer.',
  ],
  ['classic', '26040'],
  ['classic', '24138'],
  ['classic', '50120'],
  [
    'classic',
    '905',
    'Length constraints: Minimum length of 3. Maximum length of 15. location : {location}',
    'serverName',
  ],
];

for (const [environment, code, message, blamed] of seenCodes) {
  test(`${environment} ${code} is explained in both languages`, () => {
    const known = findReturnCode(environment, code);
    assert.ok(known);
    assert.equal(known.message, message);
    assert.equal(known.blames?.[environment], blamed);
    const [english, korean] = (['en', 'ko'] as const).map((locale) => codeText(locale).returnCode(environment, code));
    assert.ok(english?.remedy && korean?.remedy);
    assert.equal(english.name, blamed);
    assert.match(korean.sentence, /(니다)\.$/);
    assert.match(korean.remedy, /(니다|하십시오|십시오)\.$/);
  });
}

test('a VPC server that is busy is refused as real ones are', async (t) => {
  const sandbox = await sandboxFor(t, { speed: 'real', servers: 1 });
  const [server] = await listOf(sandbox, 'vserver', 'getServerInstanceList', 'serverInstanceList');
  const number = { 'serverInstanceNoList.1': server.serverInstanceNo };
  await ask(sandbox, 'vserver', 'stopServerInstances', number);
  assert.deepEqual(await refused(sandbox, 'vserver', 'stopServerInstances', number), {
    returnCode: '3001008',
    returnMessage: `Operation of 1 servers failed. demo-web(${server.serverInstanceNo}) : The storage allocated to the server is being manipulated.`,
  });
  assert.deepEqual(await refused(sandbox, 'vserver', 'terminateServerInstances', number), {
    returnCode: '1100031',
    returnMessage: 'The server cannot be controlled by the NCLOD API.',
  });
});

test('the VPC quota, an unknown image number and a KVM code as a product are refused as real ones are', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0, quota: 0 });
  const params = await vpcServerParams(sandbox);
  const create = (more: Params, less: readonly string[] = []) =>
    refused(sandbox, 'vserver', 'createServerInstances', { ...without(params, ...less), ...more });
  assert.deepEqual(await create({}), {
    returnCode: '3005004',
    returnMessage:
      'Cannot create any more than the creation limit of Server (VPC). Product Type: [G2] VM > Standard Creation Limit: 0',
  });
  assert.deepEqual(await create({ serverImageNo: '1' }, ['serverImageProductCode', 'serverProductCode']), {
    returnCode: '1104037',
    returnMessage: 'The server image could not be found.',
  });
  assert.deepEqual(await create({ serverProductCode: 'SVR.VSVR.STAND.C002.M008.G003' }), {
    returnCode: '1401',
    returnMessage: 'Not found server product. Please check the product code, region, and zone.',
  });
  assert.equal((await create({ serverProductCode: 'SVR.NONE' })).returnMessage, 'Not found server product.');
});

test('a Micro server by the hour is refused, whether the plan is named or left out', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const params = { ...(await kvmParams(sandbox)), serverSpecCode: 'mi1-g3' };
  for (const more of [{}, { feeSystemTypeCode: 'MTRAT' }]) {
    assert.deepEqual(await refused(sandbox, 'vserver', 'createServerInstances', { ...params, ...more }), {
      returnCode: '1101064',
      returnMessage: 'MICRO servers cannot be created on a time plan.',
    });
  }
  assert.deepEqual(sandbox.commits, []);
});

test('Classic names of Windows servers have 15 characters at most, the serial number counted', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const create = { serverImageProductCode: 'SPSW0WINNTEN0016A' };
  for (const params of [
    { ...create, serverName: 'a'.repeat(16) },
    { ...create, serverName: 'a'.repeat(27) },
    { ...create, serverName: 'win-server-abc', serverCreateCount: 3 },
  ]) {
    assert.deepEqual(await refused(sandbox, 'server', 'createServerInstances', params), {
      returnCode: '905',
      returnMessage: 'Length constraints: Minimum length of 3. Maximum length of 15. location : serverName',
    });
  }
  assert.deepEqual(sandbox.commits, []);
  await ask(sandbox, 'server', 'createServerInstances', { ...create, serverName: 'a'.repeat(15) });
  const linux = { serverImageProductCode: 'SPSW0LINUX000139', serverName: 'b'.repeat(30) };
  await ask(sandbox, 'server', 'createServerInstances', linux);
});

test('another kind of spec has a sentence of its own', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 2 });
  const [, stopped] = await listOf(sandbox, 'vserver', 'getServerInstanceList', 'serverInstanceList');
  assert.equal(stopped.serverSpecCode, 'c2-g3');
  const { returnMessage } = await refused(sandbox, 'vserver', 'changeServerInstanceSpec', {
    serverInstanceNo: stopped.serverInstanceNo,
    serverSpecCode: 's2-g3',
  });
  assert.equal(returnMessage, '[sandbox] The spec s2-g3 is of kind STAND; this server is of kind HICPU.');
});

test('figures of KVM specs, and the real codes of Micro and GPU specs', async (t) => {
  const sandbox = await sandboxFor(t);
  const specs = await listOf(sandbox, 'vserver', 'getServerSpecList', 'serverSpecList');
  const spec = (code: string) => specs.find((row) => row.serverSpecCode === code) ?? assert.fail(code);
  const figures = (code: string) => {
    const row = spec(code);
    return [
      row.cpuCount,
      row.memorySize / 1024 ** 3,
      row.blockStorageMaxIops,
      row.blockStorageMaxThroughput,
      row.networkPerformance / 1e9,
    ];
  };
  assert.deepEqual(figures('c2-g3'), [2, 4, 5250, 81, 1]);
  assert.deepEqual([spec('c2-g3').blockStorageMaxCount, spec('c2-g3').networkInterfaceMaxCount], [20, 3]);
  assert.deepEqual(figures('s2-g3'), [2, 8, 4725, 81, 1]);
  assert.deepEqual(figures('m32-g3'), [32, 256, 40_000, 850, 10]);
  assert.deepEqual(figures('ci64-g3'), [64, 128, 100_000, 1188, 10]);
  assert.deepEqual(figures('mi1-g3'), [1, 1, 100, 10, 1]);
  const gpus = specs.filter((row) => row.gpuCount > 0);
  assert.deepEqual(
    gpus.map((row) => [row.serverSpecCode, row.gpuCount]),
    [
      ['gp1l4-g3', 1],
      ['gp1ls32-g3', 1],
      ['gp8ap56-g3', 8],
    ],
  );
  assert.equal(
    spec('gp8ap56-g3').serverSpecDescription,
    'NVIDIA A100P GPU 8EA, GPUMemory 40GB, vCPU 56EA, Memory 1,920GB',
  );
  for (const { serverSpecCode, cpuCount, gpuCount } of gpus) {
    const [, count, cpus] = /^gp(\d+)[a-z]+(\d+)-g3$/.exec(serverSpecCode) ?? assert.fail(serverSpecCode);
    assert.deepEqual([Number(count), Number(cpus)], [gpuCount, cpuCount]);
  }
});

test('a Micro server by the month, a GPU server with its driver, and no Micro spec by default', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const params = await kvmParams(sandbox);
  const create = async (more: Params): Promise<Json> =>
    (await ask(sandbox, 'vserver', 'createServerInstances', { ...params, ...more })).serverInstanceList[0];
  const micro = await create({ serverSpecCode: 'mi1-g3', feeSystemTypeCode: 'FXSUM' });
  assert.deepEqual([micro.serverInstanceType.code, micro.cpuCount, micro.memorySize], ['MICRO', 1, 1024 ** 3]);
  assert.equal((await create({})).serverSpecCode, 'c2-g3');
  const gpu = await create({ serverSpecCode: 'gp1l4-g3', isPreInstallGpuDriver: true });
  assert.deepEqual([gpu.serverInstanceType.code, gpu.isPreInstallGpuDriver], ['GPU', true]);
  assert.equal('isPreInstallGpuDriver' in micro, false);
});

test('servers on KVM name no disk detail, and those of one Ubuntu image are called desktops', async (t) => {
  const sandbox = await sandboxFor(t);
  const servers = await listOf(sandbox, 'vserver', 'getServerInstanceList', 'serverInstanceList');
  for (const server of servers) {
    assert.equal('baseBlockStorageDiskDetailType' in server, server.hypervisorType.code !== 'KVM', server.serverName);
  }
  const batch = servers.find(({ serverImageNo }) => serverImageNo === '23214590');
  assert.deepEqual(batch?.platformType, { code: 'UBD64', codeName: 'Ubuntu Desktop 64 Bit' });
  const withDetail = await ask(sandbox, 'vserver', 'getServerInstanceList', {
    baseBlockStorageDiskDetailTypeCode: 'SSD',
  });
  assert.equal(withDetail.totalRows, servers.filter((server) => 'baseBlockStorageDiskDetailType' in server).length);
});

test('names of subnets and public IPs', async (t) => {
  const sandbox = await sandboxFor(t);
  const [subnet] = await listOf(sandbox, 'vpc', 'getSubnetList', 'subnetList', { usageTypeCode: 'LOADB' });
  assert.deepEqual(subnet.usageType, { code: 'LOADB', codeName: 'LoadBalancer Only' });
  const [address] = await listOf(sandbox, 'vserver', 'getPublicIpInstanceList', 'publicIpInstanceList');
  assert.deepEqual(address.publicIpInstanceStatus, { code: 'RUN', codeName: 'run' });
  assert.deepEqual(address.publicIpInstanceOperation, { code: 'NULL', codeName: 'NULL OP' });
  const [storage] = await listOf(sandbox, 'vserver', 'getBlockStorageInstanceList', 'blockStorageInstanceList');
  assert.equal(storage.blockStorageInstanceStatus.codeName, 'Block storage ATTACHED state');
});

test('Classic JSON begins with its header, VPC JSON ends with it', async (t) => {
  const sandbox = await sandboxFor(t);
  const header = ['requestId', 'returnCode', 'returnMessage'];
  const classic = await ask(sandbox, 'server', 'getServerInstanceList');
  assert.deepEqual(Object.keys(classic), [...header, 'totalRows', 'serverInstanceList']);
  const vpc = await ask(sandbox, 'vserver', 'getServerInstanceList');
  assert.deepEqual(Object.keys(vpc), ['totalRows', 'serverInstanceList', ...header]);
});

test('the firewalls of a Classic server say isDefault, their own list isDefaultGroup', async (t) => {
  const sandbox = await sandboxFor(t);
  const [server] = await listOf(sandbox, 'server', 'getServerInstanceList', 'serverInstanceList');
  const [group] = server.accessControlGroupList;
  assert.deepEqual([group.isDefault, 'isDefaultGroup' in group], [true, false]);
  const { body } = await get(sandbox, 'server', 'getServerInstanceList');
  assert.match(body, /<isDefault>true<\/isDefault>/);
  assert.doesNotMatch(body, /isDefaultGroup/);
  const [listed] = await listOf(sandbox, 'server', 'getAccessControlGroupList', 'accessControlGroupList');
  assert.deepEqual([listed.isDefaultGroup, 'isDefault' in listed], [true, false]);
});

test('own images of Classic and snapshots have their fields in the order of real ones', async (t) => {
  const sandbox = await sandboxFor(t);
  const [image] = await listOf(sandbox, 'server', 'getMemberServerImageList', 'memberServerImageList');
  const fields = Object.keys(image);
  assert.deepEqual(fields.slice(fields.indexOf('region'), fields.indexOf('region') + 3), [
    'region',
    'zone',
    'createDate',
  ]);
  const [snapshot] = await listOf(
    sandbox,
    'vserver',
    'getBlockStorageSnapshotInstanceList',
    'blockStorageSnapshotInstanceList',
  );
  const names = Object.keys(snapshot);
  const depth = names.indexOf('snapshotChainDepth');
  assert.deepEqual(names.slice(depth, depth + 3), ['snapshotChainDepth', 'isBootable', 'hypervisorType']);
});

test('the first six addresses and the last one of a subnet are not given out', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const params = await vpcServerParams(sandbox);
  const [{ subnet }] = await listOf(sandbox, 'vpc', 'getSubnetList', 'subnetList', {
    'subnetNoList.1': params.subnetNo ?? '',
  });
  assert.equal(subnet, '10.10.0.0/20');
  const create = (ip: string) => ({
    ...params,
    serverName: `ip-${ip.replaceAll('.', '-')}`,
    'networkInterfaceList.1.ip': ip,
  });
  for (const ip of ['10.10.0.0', '10.10.0.5', '10.10.15.255']) {
    const { returnMessage } = await refused(sandbox, 'vserver', 'createServerInstances', create(ip));
    assert.match(returnMessage, /^\[sandbox\] .*ipKept/);
  }
  for (const ip of ['10.10.0.8', '10.10.15.254']) await ask(sandbox, 'vserver', 'createServerInstances', create(ip));
});

test('a Korean account reads codes in Korean, but the name of a server status in English', async (t) => {
  const sandbox = await sandboxFor(t, { language: 'ko' });
  const [server] = await listOf(sandbox, 'vserver', 'getServerInstanceList', 'serverInstanceList');
  assert.deepEqual(server.serverInstanceStatus, { code: 'RUN', codeName: '서버 RUN 상태' });
  assert.deepEqual(server.serverInstanceOperation, { code: 'NULL', codeName: '서버 NULL OP' });
  assert.deepEqual(server.baseBlockStorageDiskType, { code: 'NET', codeName: '네트웍 스토리지' });
  assert.equal(server.serverInstanceStatusName, 'running');
  const [address] = await listOf(sandbox, 'vserver', 'getPublicIpInstanceList', 'publicIpInstanceList');
  assert.equal(address.publicIpInstanceStatusName, '운영중');
  const english = await sandboxFor(t);
  const [same] = await listOf(english, 'vserver', 'getServerInstanceList', 'serverInstanceList');
  assert.equal(same.serverInstanceStatus.codeName, 'Server RUN State');
});
