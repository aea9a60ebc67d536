/** The VPC list actions about servers and what they are made from. */
import { fieldText, type Row } from '../../reference/index';
import { type Call, has, regionOf } from '../call';
import { code } from '../codes';
import { type Listing, sortedBy } from '../listing';
import { type Machine, vpcServerRow } from '../machine';
import { refuse } from '../rules';
import { vpcRegionRows, vpcZoneRows } from '../seed/regions';
import { imageProductRow, imageRow, vpcImages } from '../seed/vpc-images';
import { isSpecFor, specProductRow, specRow, vpcSpecs } from '../seed/vpc-specs';
import { byHypervisor, checkPlace, region, shelf } from './vpc-rows';

/** Servers are filtered and sorted as the sandbox keeps them: only those on the page are made into rows. */
const servers = (call: Call): Machine[] => {
  const regionCode = regionOf(call);
  return call.world.servers('vpc').filter((machine) => machine.region === regionCode);
};
const showServer = (machine: Row): Row => vpcServerRow(machine as Machine);

/** A server's public address, or any of its private ones. */
const hasIp = (machine: Row, ip: string): boolean =>
  has(machine, 'publicIp.ip', ip) || ((machine as Machine).vpc?.networkInterfaces ?? []).some((nic) => nic.ip === ip);

/** Images of virtual servers; bare metal is only made by product codes. */
const images = (call: Call): Row[] => {
  checkPlace(call);
  return vpcImages.filter(({ hypervisor }) => hypervisor !== 'BM').map((image) => imageRow(image, catalogDate));
};

/** KVM images do not appear in product lists (documented). */
const imageProducts = (call: Call): Row[] => {
  checkPlace(call);
  return vpcImages
    .filter(({ productCode, hypervisor }) => productCode !== '' && hypervisor !== 'KVM')
    .map(imageProductRow);
};
const catalogDate = '2025-01-01T00:00:00+0900';

const specs = (call: Call): Row[] => {
  checkPlace(call);
  const number = call.params.text('serverImageNo');
  const image = vpcImages.find((candidate) => candidate.number === number);
  if (number !== undefined && !image) refuse('imageNo', 'vpc', { value: number });
  return vpcSpecs.flatMap((spec, index) =>
    spec.hypervisor !== 'BM' && (!image || isSpecFor(spec, image)) ? [specRow(spec, index)] : [],
  );
};

const products = (call: Call): Row[] => {
  const { params, world } = call;
  checkPlace(call);
  const own = params.text('memberServerImageInstanceNo');
  const member = world.vpc.memberImages.find(regionOf(call), 'memberServerImageInstanceNo', own);
  const productCode =
    own === undefined ? params.text('serverImageProductCode') : fieldText(member, 'originalServerImageProductCode');
  if (productCode === undefined)
    refuse('missing', 'vpc', { name: 'serverImageProductCode or memberServerImageInstanceNo' });
  const image = vpcImages.find((candidate) => candidate.productCode === productCode && candidate.hypervisor !== 'KVM');
  if (!image) refuse(own === undefined ? 'image' : 'memberImage', 'vpc', { value: own ?? productCode });
  return vpcSpecs.filter((spec) => isSpecFor(spec, image)).map(specProductRow);
};

const raids = (call: Call): Row[] =>
  [
    ['5', 'RAID 5'],
    ['1', 'RAID 1+0'],
  ].map(([raidTypeName, raidName]) => ({
    raidTypeName,
    raidName,
    productType: code(call.params.required('productTypeCode')),
  }));

const diskDetail = 'baseBlockStorageDiskDetailType.code';

export const vpcListings: Readonly<Record<string, Listing>> = {
  'vserver/getRegionList': { list: 'regionList', rows: () => vpcRegionRows },
  'vserver/getZoneList': { list: 'zoneList', rows: (call) => vpcZoneRows(regionOf(call)), reads: region },
  'vserver/getServerInstanceList': {
    list: 'serverInstanceList',
    rows: servers,
    reads: region,
    filters: {
      serverInstanceNoList: 'number',
      vpcNo: 'vpc.vpcNo',
      serverInstanceStatusCode: 'phase.status',
      baseBlockStorageDiskTypeCode: 'spec.diskType',
      baseBlockStorageDiskDetailTypeCode: (machine, value) => has(showServer(machine), diskDetail, value),
      serverName: 'name',
      ip: hasIp,
      placementGroupNoList: 'vpc.placementGroup.number',
      hypervisorTypeCodeList: 'spec.hypervisor',
      fabricClusterPoolNo: 'vpc.fabricClusterPool.number',
      // No server of the account is in a fabric cluster.
      fabricClusterNo: () => false,
      fabricClusterMode: () => false,
    },
    show: showServer,
    sort: { serverName: 'name', serverInstanceNo: 'number' },
  },
  'vserver/getServerInstanceDetail': {
    list: 'serverInstanceList',
    rows: servers,
    reads: region,
    filters: { serverInstanceNo: 'number' },
    show: showServer,
  },
  'vserver/getServerImageList': {
    list: 'serverImageList',
    rows: images,
    reads: region,
    filters: {
      serverImageName: 'serverImageName',
      serverImageStatusCode: 'serverImageStatus.code',
      serverImageNoList: 'serverImageNo',
      ...byHypervisor,
      serverImageTypeCodeList: 'serverImageType.code',
      osTypeCodeList: 'osType.code',
      platformCategoryCodeList: 'platformCategoryCode',
    },
    sort: sortedBy('serverImageNo', 'serverImageName'),
  },
  'vserver/getServerImageDetail': {
    list: 'serverImageList',
    rows: images,
    reads: region,
    filters: { serverImageNo: 'serverImageNo' },
  },
  'vserver/getServerSpecList': {
    list: 'serverSpecList',
    rows: specs,
    reads: [...region, 'serverImageNo', 'zoneCode'],
    filters: { serverSpecCodeList: 'serverSpecCode', ...byHypervisor, hypervisorCodeList: 'hypervisorType.code' },
  },
  'vserver/getServerImageProductList': {
    list: 'productList',
    rows: imageProducts,
    reads: region,
    filters: {
      blockStorageSize: (row, value) => has(row, 'baseBlockStorageSize', String(Number(value) * 1024 ** 3)),
      exclusionProductCode: (row, value) => !has(row, 'productCode', value),
      productCode: 'productCode',
      platformTypeCodeList: 'platformType.code',
      infraResourceDetailTypeCode: 'infraResourceDetailType.code',
    },
  },
  'vserver/getServerProductList': {
    list: 'productList',
    rows: products,
    reads: [...region, 'zoneCode', 'serverImageProductCode', 'memberServerImageInstanceNo'],
    filters: {
      exclusionProductCode: (row, value) => !has(row, 'productCode', value),
      productCode: 'productCode',
      generationCode: 'generationCode',
    },
  },
  'vserver/getMemberServerImageInstanceList': {
    list: 'memberServerImageInstanceList',
    rows: shelf('memberImages'),
    reads: region,
    filters: {
      memberServerImageName: 'memberServerImageName',
      memberServerImageInstanceStatusCode: 'memberServerImageInstanceStatus.code',
      memberServerImageInstanceNoList: 'memberServerImageInstanceNo',
      platformTypeCodeList: (row, value) =>
        vpcImages.some(
          ({ productCode, platform }) => has(row, 'originalServerImageProductCode', productCode) && platform === value,
        ),
    },
    sort: sortedBy('memberServerImageInstanceNo', 'memberServerImageName'),
  },
  'vserver/getInitScriptList': {
    list: 'initScriptList',
    rows: shelf('initScripts'),
    reads: region,
    filters: { osTypeCode: 'osType.code', initScriptName: 'initScriptName', initScriptNoList: 'initScriptNo' },
    sort: sortedBy('initScriptNo', 'initScriptName'),
    show: (row) => ({ ...row, initScriptContent: '' }),
  },
  'vserver/getInitScriptDetail': {
    list: 'initScriptList',
    rows: shelf('initScripts'),
    reads: region,
    filters: { initScriptNo: 'initScriptNo' },
  },
  'vserver/getLoginKeyList': {
    list: 'loginKeyList',
    rows: (call) => (regionOf(call) ? call.world.vpc.loginKeys : []),
    reads: region,
    filters: { keyName: 'keyName' },
  },
  'vserver/getPlacementGroupList': {
    list: 'placementGroupList',
    rows: shelf('placementGroups'),
    reads: region,
    filters: { placementGroupName: 'placementGroupName', placementGroupNoList: 'placementGroupNo' },
  },
  'vserver/getRaidList': { list: 'raidList', rows: raids, reads: [...region, 'productTypeCode'] },
};
