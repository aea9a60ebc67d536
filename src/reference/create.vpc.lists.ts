/** The parameters of the VPC `createServerInstances` that come in lists: network interfaces, partitions, storages. */
import { boolean, conditional, docs, integer, namePattern, required, text } from './parameters';
import type { CreateParameter } from './types';

const page = docs('compute-vserver-server-createserverinstances');
const ipv4 = '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$';

const networkInterfaces = [
  {
    ...integer('networkInterfaceList.N.networkInterfaceOrder', {
      ...required,
      limits: [{ unit: 'value', min: 0, max: 2 }],
    }),
    section: 'network',
    maxItems: 3,
    initial: '0',
    page,
  },
  {
    ...text('networkInterfaceList.N.networkInterfaceNo', conditional),
    section: 'network',
    maxItems: 3,
    rare: true,
    source: {
      service: 'vserver',
      action: 'getNetworkInterfaceList',
      list: 'networkInterfaceList',
      value: 'networkInterfaceNo',
      label: ['networkInterfaceName', 'ip', 'networkInterfaceDescription'],
      fixed: { networkInterfaceStatusCode: 'NOTUSED' },
    },
    page,
  },
  {
    ...text('networkInterfaceList.N.subnetNo', conditional),
    section: 'network',
    maxItems: 3,
    rare: true,
    source: {
      service: 'vpc',
      action: 'getSubnetList',
      list: 'subnetList',
      value: 'subnetNo',
      label: ['subnetName', 'zoneCode', 'subnet', 'subnetType.code'],
      fixed: { usageTypeCode: 'GEN' },
      fixedFor: { BM: { usageTypeCode: 'BM' } },
      needs: { vpcNo: 'vpcNo' },
    },
    page,
  },
  {
    ...text('networkInterfaceList.N.ip', { pattern: ipv4 }),
    section: 'network',
    maxItems: 3,
    rare: true,
    page,
  },
  {
    ...text('networkInterfaceList.N.accessControlGroupNoList.N', {
      ...conditional,
      limits: [{ unit: 'items', min: 1, max: 3 }],
    }),
    section: 'network',
    maxItems: 3,
    initial: 'first',
    source: {
      service: 'vserver',
      action: 'getAccessControlGroupList',
      list: 'accessControlGroupList',
      value: 'accessControlGroupNo',
      label: ['accessControlGroupName', 'accessControlGroupDescription'],
      needs: { vpcNo: 'vpcNo' },
    },
    page,
  },
] as const satisfies readonly CreateParameter[];

const partitions = [
  {
    ...text('blockDevicePartitionList.N.mountPoint', { pattern: '^/(?:[a-z][a-z0-9]*)?$' }),
    section: 'storage',
    kinds: ['BM'],
    page,
  },
  {
    ...text('blockDevicePartitionList.N.partitionSize', {
      pattern: '^\\d+$',
      limits: [{ unit: 'gigabytes', min: 50 }],
    }),
    section: 'storage',
    kinds: ['BM'],
    page,
  },
] as const satisfies readonly CreateParameter[];

const storages = [
  {
    ...integer('blockStorageMappingList.N.order', { ...required, limits: [{ unit: 'value', min: 0, max: 20 }] }),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    initial: 'next',
    rare: true,
    page,
  },
  {
    ...text('blockStorageMappingList.N.snapshotInstanceNo'),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    source: {
      service: 'vserver',
      action: 'getBlockStorageSnapshotInstanceList',
      list: 'blockStorageSnapshotInstanceList',
      value: 'blockStorageSnapshotInstanceNo',
      label: ['blockStorageSnapshotName', 'blockStorageSnapshotVolumeSize'],
      fixed: { 'hypervisorTypeCodeList.1': 'KVM' },
    },
    page,
  },
  {
    ...text('blockStorageMappingList.N.blockStorageSize', { pattern: '^\\d+$' }),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    page,
  },
  {
    // The rule for names is that of createBlockStorageInstance, which the docs of this action do not repeat.
    ...text('blockStorageMappingList.N.blockStorageName', {
      limits: [{ unit: 'characters', min: 3, max: 30 }],
      pattern: namePattern,
      evidence: 'guess',
    }),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    page,
  },
  {
    ...text('blockStorageMappingList.N.blockStorageVolumeTypeCode'),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    source: {
      service: 'vserver',
      action: 'getBlockStorageVolumeTypeList',
      list: 'blockStorageVolumeTypeList',
      value: 'blockStorageVolumeType.code',
      label: ['blockStorageVolumeType.code', 'blockStorageVolumeType.codeName'],
      fixed: { 'hypervisorTypeCodeList.1': 'KVM' },
      narrowedBy: { serverSpecCode: 'serverSpecCode', zoneCode: 'subnetNo@zoneCode' },
    },
    page,
  },
  {
    ...boolean('blockStorageMappingList.N.noBlockStorage', conditional),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    rare: true,
    page,
  },
  {
    ...boolean('blockStorageMappingList.N.emptyBlockStorage', conditional),
    section: 'storage',
    kinds: ['KVM'],
    maxItems: 21,
    rare: true,
    page,
  },
] as const satisfies readonly CreateParameter[];

export const vpcListParameters = { networkInterfaces, partitions, storages };
