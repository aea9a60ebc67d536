/** Every parameter of the Classic `createServerInstances`, in the order of its page. */
import {
  boolean,
  conditional,
  docs,
  integer,
  nameLength,
  responseFormatType,
  text,
  windowsNameLength,
} from './parameters';
import type { CreateParameter } from './types';

const page = docs('compute-server-createserverinstances');
const productCode = { limits: [{ unit: 'characters', min: 1, max: 20 }] } as const;

export const classicCreateParameters = [
  {
    ...text('serverImageProductCode', { ...conditional, ...productCode }),
    section: 'image',
    oneOf: 'image',
    initial: 'first',
    source: {
      service: 'server',
      action: 'getServerImageProductList',
      list: 'productList',
      value: 'productCode',
      label: ['productName', 'osInformation', 'productDescription'],
      also: [{ infraResourceDetailTypeCode: 'BM' }],
    },
    page,
  },
  {
    ...text('serverProductCode', productCode),
    section: 'image',
    with: ['serverImageProductCode', 'memberServerImageNo'],
    initial: 'first',
    source: {
      service: 'server',
      action: 'getServerProductList',
      list: 'productList',
      value: 'productCode',
      label: ['productName', 'productType.codeName', 'productCode'],
      narrowedBy: {
        serverImageProductCode: 'serverImageProductCode',
        memberServerImageNo: 'memberServerImageNo',
        zoneNo: 'zoneNo',
      },
    },
    page,
  },
  {
    ...text('memberServerImageNo', conditional),
    section: 'image',
    oneOf: 'image',
    source: {
      service: 'server',
      action: 'getMemberServerImageList',
      list: 'memberServerImageList',
      value: 'memberServerImageNo',
      label: ['memberServerImageName', 'originalOsInformation', 'memberServerImageDescription'],
    },
    page,
  },
  {
    ...text('serverName', nameLength),
    section: 'basics',
    systemLimits: { WND: { ...windowsNameLength, severity: 'error' } },
    page,
  },
  {
    // The table counts characters and the error 24300 counts bytes; a text within 1,000 bytes satisfies both.
    ...text('serverDescription', { limits: [{ unit: 'bytes', min: 1, max: 1000 }] }),
    section: 'basics',
    page,
  },
  {
    ...text('loginKeyName', nameLength),
    section: 'access',
    initial: 'newest',
    source: {
      service: 'server',
      action: 'getLoginKeyList',
      list: 'loginKeyList',
      value: 'keyName',
      label: ['keyName', 'fingerprint'],
    },
    makers: ['createLoginKey', 'importLoginKey'],
    page,
  },
  { ...boolean('isProtectServerTermination'), section: 'protection', default: 'false', initial: 'false', page },
  {
    ...integer('serverCreateCount', { limits: [{ unit: 'value', min: 1, max: 20 }] }),
    section: 'basics',
    default: '1',
    initial: '1',
    page,
  },
  { ...integer('serverCreateStartNo'), section: 'basics', page },
  {
    ...text('feeSystemTypeCode', { enum: ['MTRAT', 'FXSUM'], limits: [{ unit: 'characters', min: 1, max: 5 }] }),
    section: 'protection',
    default: 'MTRAT',
    initial: 'MTRAT',
    page,
  },
  {
    ...text('zoneNo'),
    section: 'network',
    initial: 'first',
    source: {
      service: 'server',
      action: 'getZoneList',
      list: 'zoneList',
      value: 'zoneNo',
      label: ['zoneName', 'zoneDescription'],
    },
    page,
  },
  {
    ...text('accessControlGroupConfigurationNoList.N', { limits: [{ unit: 'items', min: 0, max: 5 }] }),
    section: 'network',
    maxItems: 5,
    source: {
      service: 'server',
      action: 'getAccessControlGroupList',
      list: 'accessControlGroupList',
      value: 'accessControlGroupConfigurationNo',
      label: ['accessControlGroupName', 'accessControlGroupDescription'],
    },
    page,
  },
  {
    ...text('userData', { limits: [{ unit: 'base64', min: 1, max: 21847 }] }),
    section: 'script',
    oneOf: 'script',
    multiline: true,
    page,
  },
  {
    ...text('initScriptNo'),
    section: 'script',
    oneOf: 'script',
    source: {
      service: 'server',
      action: 'getInitScriptList',
      list: 'initScriptList',
      value: 'initScriptNo',
      label: ['initScriptName', 'osType.code', 'initScriptDescription'],
    },
    page,
  },
  {
    ...text('raidTypeName', conditional),
    section: 'storage',
    kinds: ['BM'],
    source: {
      service: 'server',
      action: 'getRaidList',
      list: 'raidList',
      value: 'raidTypeName',
      label: ['raidName'],
    },
    page,
  },
  { ...text('instanceTagList.N.tagKey'), section: 'advanced', rare: true, page },
  { ...text('instanceTagList.N.tagValue'), section: 'advanced', rare: true, page },
  {
    ...boolean('isVaccineInstall'),
    section: 'advanced',
    rare: true,
    kinds: ['BM'],
    default: 'true',
    initial: 'true',
    page,
  },
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
  { ...responseFormatType, section: 'advanced', supplied: true, default: 'xml', page },
] as const satisfies readonly CreateParameter[];

export type ClassicName = (typeof classicCreateParameters)[number]['name'];
