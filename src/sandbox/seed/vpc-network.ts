/** Networks, firewalls and other things that a VPC server refers to. All numbers and names are made up. */
import type { Row } from '../../reference/types';
import { koreanTime } from '../clock';
import { code } from '../codes';
import { bytes } from '../machine';
import type { World } from '../world';
import { regions } from './regions';
import { vpcImages } from './vpc-images';

/** Two VPCs in the first region, one in each other. */
export function seedNetworks(world: World, created: number): void {
  regions.forEach(({ regionCode, zones }, place) => {
    const zoneCodes = zones.map(({ zoneCode }) => zoneCode);
    addVpc(world, regionCode, zoneCodes, 'demo-vpc', 10 + place * 20, created);
    if (place === 0) addVpc(world, regionCode, zoneCodes, 'demo-second-vpc', 20, created);
    addExtras(world, regionCode, zoneCodes[0] ?? '', created);
  });
}

function addVpc(
  world: World,
  regionCode: string,
  zoneCodes: readonly string[],
  name: string,
  block: number,
  created: number,
): void {
  const { vpc, numbers } = world;
  const createDate = koreanTime(created);
  const vpcNo = numbers.next();
  const networkAclNo = numbers.next();
  vpc.vpcs.add(regionCode, {
    vpcNo,
    vpcName: name,
    ipv4CidrBlock: `10.${block}.0.0/16`,
    vpcStatus: code('RUN'),
    regionCode,
    createDate,
  });

  let third = 0;
  const addSubnet = (zoneCode: string, type: 'PUBLIC' | 'PRIVATE', usage: string) => {
    vpc.subnets.add(regionCode, {
      subnetNo: numbers.next(),
      vpcNo,
      zoneCode,
      subnetName: `${name}-${zoneCode.toLowerCase()}-${usage === 'GEN' ? type.toLowerCase() : usage.toLowerCase()}`,
      subnet: `10.${block}.${third}.0/20`,
      subnetStatus: code('RUN'),
      createDate,
      subnetType: code(type),
      usageType: code(usage),
      networkAclNo,
    });
    third += 16;
  };
  for (const zoneCode of zoneCodes) {
    addSubnet(zoneCode, 'PUBLIC', 'GEN');
    addSubnet(zoneCode, 'PRIVATE', 'GEN');
  }
  addSubnet(zoneCodes[0] ?? '', 'PRIVATE', 'LOADB');
  addSubnet(zoneCodes[0] ?? '', 'PRIVATE', 'BM');

  for (const [suffix, isDefault, ports] of [
    ['default-acg', true, ['22', '3389']],
    ['web-acg', false, ['80', '443']],
  ] as const) {
    const accessControlGroupNo = numbers.next();
    vpc.accessControlGroups.add(regionCode, {
      accessControlGroupNo,
      accessControlGroupName: `${name}-${suffix}`,
      isDefault,
      vpcNo,
      accessControlGroupStatus: code('RUN'),
      accessControlGroupDescription: isDefault ? 'SANDBOX default ACG' : 'SANDBOX web ACG',
    });
    const addRule = (type: string, ipBlock: string, portRange: string) =>
      vpc.accessControlGroupRules.add(regionCode, {
        accessControlGroupNo,
        protocolType: { ...code('TCP'), number: 6 },
        ipBlock,
        portRange,
        accessControlGroupSequence: '',
        accessControlGroupRuleType: code(type),
        accessControlGroupRuleDescription: 'SANDBOX',
      });
    for (const port of ports) addRule('INBND', '203.0.113.0/24', port);
    addRule('OTBND', '0.0.0.0/0', '1-65535');
  }
}

/** Per region: placement groups, pools, spare interfaces, a script, an own image and a snapshot. */
function addExtras(world: World, regionCode: string, zoneCode: string, created: number): void {
  const { vpc, numbers } = world;
  const createDate = koreanTime(created);
  for (const placementGroupName of ['demo-spread-1', 'demo-spread-2']) {
    vpc.placementGroups.add(regionCode, {
      placementGroupNo: numbers.next(),
      placementGroupName,
      placementGroupType: code('AA'),
    });
  }
  for (const [kind, value] of [
    ['serverSpecCode', 'gp8ap56-g3'],
    ['serverProductCode', 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001'],
  ] as const) {
    vpc.fabricClusterPools.add(regionCode, {
      fabricClusterPoolNo: numbers.next(),
      fabricClusterPoolName: `demo-pool-${kind === 'serverSpecCode' ? 'kvm' : 'bm'}`,
      zoneCode,
      [kind]: value,
    });
  }

  const [subnet] = vpc.subnets.in(regionCode);
  const [group] = vpc.accessControlGroups.in(regionCode);
  for (let i = 0; subnet && group && i < 2; i += 1) {
    vpc.addInterface({
      region: regionCode,
      subnet,
      order: 0,
      serverNo: '',
      accessControlGroupNos: [String(group.accessControlGroupNo)],
      deleteOnTermination: false,
    });
  }
  for (const [initScriptName, osType, initScriptContent] of [
    ['demo-linux-hello', 'LNX', '#!/bin/bash\necho "hello from the sandbox"\n'],
    ['demo-windows-hello', 'WND', 'WScript.Echo "hello from the sandbox"\n'],
  ] as const) {
    vpc.initScripts.add(regionCode, {
      initScriptNo: numbers.next(),
      initScriptName,
      createDate,
      initScriptDescription: 'SANDBOX sample',
      initScriptContent,
      osType: code(osType),
    });
  }
  const original = vpcImages.find(({ number }) => number === '16187005');
  vpc.memberImages.add(regionCode, {
    memberServerImageInstanceNo: numbers.next(),
    memberServerImageName: 'demo-member-image',
    memberServerImageDescription: 'SANDBOX own image of a XEN server',
    originalServerInstanceNo: '',
    originalServerImageProductCode: original?.productCode,
    memberServerImageInstanceStatus: code('CREAT'),
    memberServerImageInstanceOperation: code('NULL'),
    memberServerImageInstanceStatusName: 'created',
    createDate,
    memberServerImageBlockStorageTotalRows: 1,
    memberServerImageBlockStorageTotalSize: bytes(50),
    shareStatus: code('NULL'),
    sharedLoginIdList: [],
  });
  for (const isBootable of [true, false]) {
    vpc.snapshots.add(regionCode, {
      blockStorageSnapshotInstanceNo: numbers.next(),
      blockStorageSnapshotName: isBootable ? 'demo-boot-snapshot' : 'demo-data-snapshot',
      blockStorageSnapshotVolumeSize: bytes(isBootable ? 10 : 100),
      originalBlockStorageInstanceNo: '',
      blockStorageSnapshotInstanceStatus: code('CREAT'),
      blockStorageSnapshotInstanceOperation: code('NULL'),
      blockStorageSnapshotInstanceStatusName: 'created',
      createDate,
      isEncryptedOriginalBlockStorageVolume: false,
      blockStorageSnapshotDescription: 'SANDBOX sample',
      snapshotType: code('FULL'),
      baseSnapshotInstanceNo: '',
      snapshotChainDepth: 0,
      hypervisorType: code('KVM'),
      isBootable,
      blockStorageVolumeType: code('CB1'),
    });
  }
}

/** Volume types: the codes and the size limits of KVM are documented, performance figures are guesses. */
export function volumeTypeRows(regionCode: string): Row[] {
  const zoneCodeList = (regions.find((region) => region.regionCode === regionCode)?.zones ?? []).map(
    ({ zoneCode }) => zoneCode,
  );
  const row = (
    type: string,
    hypervisor: string,
    sizes: readonly [number, number],
    base?: readonly [number, number],
  ) => ({
    zoneCodeList,
    blockStorageVolumeType: code(type),
    hypervisorType: code(hypervisor),
    minThroughput: 0,
    maxThroughput: 0,
    minIops: 0,
    maxIops: 0,
    minVolumeSize: sizes[0],
    maxVolumeSize: sizes[1],
    minBaseVolumeSize: base?.[0] ?? 0,
    maxBaseVolumeSize: base?.[1] ?? 0,
    isBaseStorageAvailable: base !== undefined,
  });
  return [
    row('CB1', 'KVM', [10, 16380], [10, 2000]),
    row('CB2', 'KVM', [10, 16380], [10, 2000]),
    row('FB1', 'KVM', [10, 16380]),
    row('FB2', 'KVM', [10, 16380]),
    row('SSD', 'XEN', [10, 2000], [50, 100]),
    row('HDD', 'XEN', [10, 2000], [50, 100]),
  ];
}
