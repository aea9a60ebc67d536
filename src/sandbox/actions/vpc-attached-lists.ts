/** The VPC list actions about networks and what is attached to servers. */
import { field, fieldText, type Row } from '../../reference/index';
import { type Call, has, regionOf } from '../call';
import { type Listing, sortedBy } from '../listing';
import { refuse } from '../rules';
import { volumeTypeRows } from '../seed/vpc-network';
import { vpcSpecs } from '../seed/vpc-specs';
import { byHypervisor, interfaces, region, serverName, shelf } from './vpc-rows';

/** Addresses with the name and the first private address of the server that holds them. */
const publicIps = (call: Call): Row[] =>
  call.world.vpc.publicIps.in(regionOf(call)).map((row) => {
    const number = fieldText(row, 'serverInstanceNo');
    const nic = interfaces(call).find((candidate) => candidate.instanceNo === number && candidate.isDefault === true);
    return {
      ...row,
      serverName: number === '' ? '' : serverName(call, row, 'serverInstanceNo'),
      privateIp: number === '' ? '' : fieldText(nic, 'ip'),
    };
  });

const isKvm = (row: Row) => has(row, 'hypervisorType.code', 'KVM');

export const vpcAttachedListings: Readonly<Record<string, Listing>> = {
  'vserver/getAccessControlGroupList': {
    list: 'accessControlGroupList',
    rows: shelf('accessControlGroups'),
    reads: region,
    filters: {
      accessControlGroupNoList: 'accessControlGroupNo',
      accessControlGroupName: 'accessControlGroupName',
      accessControlGroupStatusCode: 'accessControlGroupStatus.code',
      vpcNo: 'vpcNo',
    },
  },
  'vserver/getAccessControlGroupRuleList': {
    list: 'accessControlGroupRuleList',
    rows: (call) => {
      const value = call.params.required('accessControlGroupNo');
      if (!call.world.vpc.accessControlGroups.find(regionOf(call), 'accessControlGroupNo', value)) {
        refuse('accessControlGroupUnknown', 'vpc', { value });
      }
      return call.world.vpc.accessControlGroupRules.in(regionOf(call));
    },
    reads: region,
    filters: {
      accessControlGroupNo: 'accessControlGroupNo',
      accessControlGroupRuleTypeCode: 'accessControlGroupRuleType.code',
    },
  },
  'vserver/getNetworkInterfaceList': {
    list: 'networkInterfaceList',
    rows: interfaces,
    reads: region,
    filters: {
      networkInterfaceNoList: 'networkInterfaceNo',
      ip: 'ip',
      networkInterfaceName: 'networkInterfaceName',
      serverName: (row, value, call) => serverName(call, row, 'instanceNo') === value,
      subnetName: (row, value, call) =>
        has(
          call.world.vpc.subnets.find(regionOf(call), 'subnetNo', fieldText(row, 'subnetNo')) ?? {},
          'subnetName',
          value,
        ),
      secondaryIpList: (row, value) => Array.isArray(row.secondaryIpList) && row.secondaryIpList.includes(value),
      instanceNo: 'instanceNo',
      isDefault: 'isDefault',
      deviceName: 'deviceName',
      networkInterfaceStatusCode: 'networkInterfaceStatus.code',
    },
  },
  'vserver/getFabricClusterPoolList': {
    list: 'fabricClusterPoolList',
    rows: shelf('fabricClusterPools'),
    reads: region,
    filters: { zoneCode: 'zoneCode', serverSpecCode: 'serverSpecCode', serverProductCode: 'serverProductCode' },
    show: ({ fabricClusterPoolNo, fabricClusterPoolName }) => ({ fabricClusterPoolNo, fabricClusterPoolName }),
  },
  'vserver/getBlockStorageInstanceList': {
    list: 'blockStorageInstanceList',
    rows: shelf('storages'),
    reads: region,
    filters: {
      zoneCode: 'zoneCode',
      serverInstanceNo: 'serverInstanceNo',
      blockStorageTypeCodeList: 'blockStorageType.code',
      blockStorageInstanceStatusCode: 'blockStorageInstanceStatus.code',
      blockStorageSize: (row, value) => Number(row.blockStorageSize) <= Number(value) * 1024 ** 3,
      blockStorageInstanceNoList: 'blockStorageInstanceNo',
      blockStorageName: 'blockStorageName',
      serverName: (row, value, call) => serverName(call, row, 'serverInstanceNo') === value,
      connectionInfo: 'deviceName',
      blockStorageDiskTypeCode: 'blockStorageDiskType.code',
      blockStorageDiskDetailTypeCode: 'blockStorageDiskDetailType.code',
      blockStorageVolumeTypeCodeList: 'blockStorageVolumeType.code',
      ...byHypervisor,
    },
  },
  'vserver/getBlockStorageSnapshotInstanceList': {
    list: 'blockStorageSnapshotInstanceList',
    rows: shelf('snapshots'),
    reads: region,
    filters: {
      blockStorageSnapshotInstanceNoList: 'blockStorageSnapshotInstanceNo',
      originalBlockStorageInstanceNoList: 'originalBlockStorageInstanceNo',
      ...byHypervisor,
      blockStorageSnapshotInstanceStatusCode: 'blockStorageSnapshotInstanceStatus.code',
      blockStorageSnapshotVolumeSize: (row, value) =>
        has(row, 'blockStorageSnapshotVolumeSize', String(Number(value) * 1024 ** 3)),
      isEncryptedOriginalBlockStorageVolume: 'isEncryptedOriginalBlockStorageVolume',
      blockStorageSnapshotName: 'blockStorageSnapshotName',
      isBootable: 'isBootable',
    },
    sort: sortedBy('blockStorageSnapshotInstanceNo', 'blockStorageSnapshotName'),
  },
  'vserver/getBlockStorageVolumeTypeList': {
    list: 'blockStorageVolumeTypeList',
    rows: (call) => volumeTypeRows(regionOf(call)),
    reads: region,
    filters: {
      zoneCode: (row, value) => (field(row, 'zoneCodeList') as readonly string[]).includes(value),
      isBaseStorageAvailable: 'isBaseStorageAvailable',
      serverSpecCode: (row, value) => {
        const spec = vpcSpecs.find(({ specCode }) => specCode === value);
        return spec?.hypervisor === 'KVM' ? isKvm(row) : !isKvm(row);
      },
      blockStorageVolumeTypeCodeList: 'blockStorageVolumeType.code',
      ...byHypervisor,
    },
  },
  'vserver/getPublicIpInstanceList': {
    list: 'publicIpInstanceList',
    rows: publicIps,
    reads: region,
    filters: {
      publicIpInstanceNoList: 'publicIpInstanceNo',
      publicIp: 'publicIp',
      privateIp: 'privateIp',
      isAssociated: (row, value) => String(!has(row, 'serverInstanceNo', '')) === value,
      serverName: 'serverName',
      publicIpInstanceStatusCode: 'publicIpInstanceStatus.code',
      vpcNo: (row, value, call) => call.world.server('vpc', fieldText(row, 'serverInstanceNo'))?.vpc?.vpcNo === value,
    },
  },
  'vpc/getVpcList': {
    list: 'vpcList',
    rows: shelf('vpcs'),
    reads: region,
    filters: { vpcName: 'vpcName', vpcStatusCode: 'vpcStatus.code', vpcNoList: 'vpcNo' },
  },
  'vpc/getSubnetList': {
    list: 'subnetList',
    rows: shelf('subnets'),
    reads: region,
    filters: {
      subnetNoList: 'subnetNo',
      subnetName: 'subnetName',
      subnet: 'subnet',
      subnetTypeCode: 'subnetType.code',
      usageTypeCode: 'usageType.code',
      networkAclNo: 'networkAclNo',
      subnetStatusCode: 'subnetStatus.code',
      vpcNo: 'vpcNo',
      zoneCode: 'zoneCode',
    },
  },
};
