/** The Classic list actions, and the price list. */
import { field, fieldText, type Row } from '../../reference/index';
import { type Call, has, regionOf, zoneNoOf } from '../call';
import { type Listing, sortedBy } from '../listing';
import { classicServerRow, type Machine } from '../machine';
import { refuse } from '../rules';
import { classicImageRow, classicImages, classicSpecRow, classicSpecs } from '../seed/classic-catalog';
import { priceRows } from '../seed/prices';
import { classicRegionRows, classicZoneRows } from '../seed/regions';
import { isSpecFor } from '../seed/vpc-specs';

/**
 * The servers of one zone, filtered and sorted as the sandbox keeps them: only those on the page are made into rows.
 * Without zoneNo that is the first zone of the region (documented); that servers which are asked for by number are found
 * in any zone is a guess.
 */
const servers = (call: Call): Machine[] => {
  const region = regionOf(call);
  const zone = zoneNoOf(call) ?? (isAskedFor(call) ? undefined : fieldText(classicZoneRows(region)[0], 'zoneNo'));
  return call.world
    .servers('classic')
    .filter((machine) => machine.region === region && (zone === undefined || machine.zone === zone));
};
const isAskedFor = ({ params }: Call) => params.text('serverInstanceNoList.1') !== undefined;

const isIn = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** `searchFilterName` says which field `searchFilterValue` is looked for in. */
const matchesServer = (row: Row, value: string, { params }: Call): boolean =>
  params.text('searchFilterName') === 'ip'
    ? has(row, 'publicIp.ip', value) || has(row, 'classic.privateIp', value)
    : isIn(fieldText(row, 'name'), value);

const tags = (row: Row) => (field(row, 'classic.tags') as readonly Row[] | undefined) ?? [];

const specs = (call: Call): Row[] => {
  const { params, world } = call;
  const own = params.text('memberServerImageNo');
  const member = world.classic.memberImages.find(regionOf(call), 'memberServerImageNo', own);
  const productCode =
    own === undefined ? params.text('serverImageProductCode') : fieldText(member, 'originalServerImageProductCode');
  if (productCode === undefined) {
    refuse('missing', 'classic', { name: 'serverImageProductCode or memberServerImageNo.' });
  }
  const image = classicImages.find((candidate) => candidate.productCode === productCode);
  if (!image) refuse(own === undefined ? 'image' : 'memberImage', 'classic', { value: own ?? productCode });
  zoneNoOf(call);
  return classicSpecs.filter((spec) => isSpecFor(spec, image)).map(classicSpecRow);
};

const publicIps = (call: Call): Row[] => {
  const zone = zoneNoOf(call);
  return call.world.classic.publicIps.in(regionOf(call)).filter((row) => zone === undefined || row.zoneNo === zone);
};

const holder = (row: Row, call: Call) => call.world.server('classic', fieldText(row, 'serverInstanceNo'));

/** A public IP with its place and, where there is one, the server that holds it. */
const showPublicIp = (row: Row, call: Call): Row => {
  const { zoneNo, serverInstanceNo, ...shown } = row;
  const machine = serverInstanceNo === '' ? undefined : holder(row, call);
  const region = regionOf(call);
  return {
    ...shown,
    serverInstanceAssociatedWithPublicIp: machine ? classicServerRow(machine, false) : undefined,
    region: classicRegionRows.find((candidate) => candidate.regionNo === region),
    zone: classicZoneRows(region).find((candidate) => candidate.zoneNo === zoneNo),
  };
};

const allTags = (call: Call): Row[] =>
  call.world.servers('classic').flatMap((machine) => [...(machine.classic?.tags ?? [])]);

const excluded = (row: Row, value: string) => !has(row, 'productCode', value);

export const classicListings: Readonly<Record<string, Listing>> = {
  'server/getRegionList': { list: 'regionList', rows: () => classicRegionRows },
  'server/getZoneList': {
    list: 'zoneList',
    rows: (call) => classicZoneRows(regionOf(call)),
    reads: ['regionNo'],
    hasTotal: false,
  },
  'server/getServerInstanceList': {
    list: 'serverInstanceList',
    rows: servers,
    reads: ['regionNo', 'zoneNo', 'searchFilterName'],
    filters: {
      serverInstanceNoList: 'number',
      searchFilterValue: matchesServer,
      serverInstanceStatusCode: 'phase.status',
      baseBlockStorageDiskTypeCode: 'spec.diskType',
      baseBlockStorageDiskDetailTypeCode: 'spec.disk',
      serverInstanceTypeCodeList: 'spec.kind',
      tagKeyList: (row, value) => tags(row).some((tag) => has(tag, 'tagKey', value)),
      tagValueList: (row, value) => tags(row).some((tag) => has(tag, 'tagValue', value)),
    },
    sort: { serverName: 'name', serverInstanceNo: 'number' },
    show: (machine, call) => classicServerRow(machine as Machine, isAskedFor(call)),
  },
  'server/getServerImageProductList': {
    list: 'productList',
    rows: (call) => {
      const isBareMetal = call.params.text('infraResourceDetailTypeCode') === 'BM';
      return regionOf(call) === ''
        ? []
        : classicImages.filter((image) => (image.hypervisor === 'BM') === isBareMetal).map(classicImageRow);
    },
    reads: ['regionNo', 'infraResourceDetailTypeCode'],
    filters: {
      exclusionProductCode: excluded,
      productCode: 'productCode',
      platformTypeCodeList: 'platformType.code',
      blockStorageSize: (row, value) => has(row, 'baseBlockStorageSize', String(Number(value) * 1024 ** 3)),
    },
  },
  'server/getServerProductList': {
    list: 'productList',
    rows: specs,
    reads: ['regionNo', 'zoneNo', 'serverImageProductCode', 'memberServerImageNo'],
    filters: { exclusionProductCode: excluded, productCode: 'productCode', generationCode: 'generationCode' },
  },
  'server/getMemberServerImageList': {
    list: 'memberServerImageList',
    rows: (call) => call.world.classic.memberImages.in(regionOf(call)),
    reads: ['regionNo'],
    filters: {
      memberServerImageNoList: 'memberServerImageNo',
      platformTypeCodeList: 'memberServerImagePlatformType.code',
    },
    sort: sortedBy('memberServerImageName', 'memberServerImageNo'),
  },
  'server/getRaidList': {
    list: 'raidList',
    rows: () => [
      { raidTypeName: '5', raidName: 'RAID 5' },
      { raidTypeName: '1', raidName: 'RAID 1+0' },
      { raidTypeName: 'none', raidName: 'NONE' },
    ],
  },
  'server/getInitScriptList': { list: 'initScriptList', rows: (call) => call.world.classic.initScripts },
  'server/getLoginKeyList': {
    list: 'loginKeyList',
    rows: (call) => call.world.classic.loginKeys,
    filters: { keyName: 'keyName' },
    show: ({ fingerprint, keyName, createDate }) => ({ fingerprint, keyName, createDate }),
  },
  'server/getAccessControlGroupList': {
    list: 'accessControlGroupList',
    rows: (call) => call.world.classic.accessControlGroups,
    filters: {
      accessControlGroupConfigurationNoList: 'accessControlGroupConfigurationNo',
      isDefaultGroup: 'isDefaultGroup',
      isDefault: 'isDefaultGroup',
      accessControlGroupName: 'accessControlGroupName',
    },
  },
  'server/getAccessControlRuleList': {
    list: 'accessControlRuleList',
    rows: (call) => {
      const value = call.params.required('accessControlGroupConfigurationNo');
      const isKnown = call.world.classic.accessControlGroups.some((group) =>
        has(group, 'accessControlGroupConfigurationNo', value),
      );
      if (!isKnown) refuse('accessControlGroupUnknown', 'classic', { value });
      return call.world.classic.accessControlRules.in(value);
    },
    reads: ['accessControlGroupConfigurationNo'],
  },
  'server/getPublicIpInstanceList': {
    list: 'publicIpInstanceList',
    rows: publicIps,
    reads: ['regionNo', 'zoneNo', 'searchFilterName'],
    filters: {
      isAssociated: (row, value, call) => String(holder(row, call) !== undefined) === value,
      publicIpInstanceNoList: 'publicIpInstanceNo',
      publicIpList: 'publicIp',
      searchFilterValue: (row, value, call) =>
        call.params.text('searchFilterName') === 'associatedServerName'
          ? isIn(holder(row, call)?.name ?? '', value)
          : isIn(fieldText(row, 'publicIp'), value),
    },
    sort: sortedBy('publicIp', 'publicIpInstanceNo'),
    show: showPublicIp,
  },
  'server/getInstanceTagList': {
    list: 'instanceTagList',
    rows: allTags,
    filters: { instanceNoList: 'instanceNo', tagKeyList: 'tagKey', tagValueList: 'tagValue' },
  },
  'billing/getProductPriceList': {
    list: 'productPriceList',
    rows: (call) => priceRows(regionOf(call), call.params.text('payCurrencyCode') ?? 'KRW'),
    reads: ['regionCode', 'payCurrencyCode'],
    filters: {
      productItemKindCode: 'productItemKind.code',
      productCategoryCode: 'productCategory.code',
      productCode: 'productCode',
      productName: (row, value) => isIn(`${fieldText(row, 'productName')} ${fieldText(row, 'productCode')}`, value),
    },
  },
};
