// Every rule with what it lets through and what it finds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, type RuleName, rules, type Values, validate } from '../../../src/reference/index';
import {
  classicContext,
  classicValues,
  code,
  found,
  metalValues,
  productValues,
  vpcContext,
  vpcValues,
  without,
  withRow,
} from './support';

const noRows: Context = { environment: 'vpc', rows: {} };
const nic = (n: number, field: string) => `networkInterfaceList.${n}.${field}`;
const disk = (n: number, field: string) => `blockStorageMappingList.${n}.${field}`;
const part = (n: number, field: string) => `blockDevicePartitionList.${n}.${field}`;
const secondNic = {
  [nic(2, 'networkInterfaceOrder')]: '1',
  [nic(2, 'subnetNo')]: '2002',
  [nic(2, 'accessControlGroupNoList.1')]: '3001',
};
const thirdNic = {
  [nic(3, 'networkInterfaceOrder')]: '2',
  [nic(3, 'subnetNo')]: '2002',
  [nic(3, 'accessControlGroupNoList.1')]: '3001',
};

test('good forms have no fault', () => {
  assert.deepEqual(validate(vpcValues, vpcContext), []);
  assert.deepEqual(validate(vpcValues, noRows), []);
  assert.deepEqual(validate(productValues, noRows), []);
  assert.deepEqual(validate(metalValues, noRows), []);
  assert.deepEqual(validate(classicValues, classicContext), []);
  assert.deepEqual(validate({ ...vpcValues, ...secondNic, ...thirdNic }, vpcContext), []);
});

/** One example that breaks a rule: the form, what is found, and optionally a form that just passes. */
interface Example {
  readonly base?: Values;
  readonly bad: Values;
  readonly finds: string;
  readonly context?: Context;
  readonly good?: Values;
}
const classic = { base: classicValues, context: classicContext };
const metal = { base: metalValues, context: noRows };

const examples: Readonly<Record<RuleName, readonly Example[]>> = {
  missing: [
    { bad: { vpcNo: '' }, finds: 'error vpcNo' },
    { bad: { [nic(2, 'subnetNo')]: '1' }, finds: `error ${nic(2, 'networkInterfaceOrder')}` },
  ],
  unknownParameter: [{ bad: { vpcNumber: '1' }, finds: 'error vpcNumber' }],
  indexFromOne: [
    { bad: { [disk(0, 'order')]: '1' }, finds: `error ${disk(0, 'order')}`, good: { [disk(1, 'order')]: '1' } },
  ],
  notInteger: [
    { bad: { serverCreateCount: 'two' }, finds: 'error serverCreateCount' },
    { bad: { serverCreateCount: '-1' }, finds: 'error serverCreateCount' },
  ],
  notBoolean: [
    {
      bad: { associateWithPublicIp: 'yes' },
      finds: 'error associateWithPublicIp',
      good: { associateWithPublicIp: 'true' },
    },
  ],
  notOneOf: [
    { bad: { feeSystemTypeCode: 'HOUR' }, finds: 'error feeSystemTypeCode', good: { feeSystemTypeCode: 'FXSUM' } },
  ],
  wrongForm: [
    { bad: { serverName: 'Web1' }, finds: 'error serverName', good: { serverName: 'a-1' } },
    { bad: { serverName: '1web' }, finds: 'error serverName' },
    { bad: { [nic(1, 'ip')]: '10.0.1.256' }, finds: `error ${nic(1, 'ip')}`, good: { [nic(1, 'ip')]: '10.0.1.255' } },
    { bad: { [nic(1, 'ip')]: '10.0.1' }, finds: `error ${nic(1, 'ip')}` },
    {
      bad: { [disk(1, 'order')]: '1', [disk(1, 'blockStorageSize')]: '10GB' },
      finds: `error ${disk(1, 'blockStorageSize')}`,
    },
    {
      bad: { [disk(1, 'order')]: '1', [disk(1, 'blockStorageName')]: 'Data1' },
      finds: `warning ${disk(1, 'blockStorageName')}`,
    },
    { ...metal, bad: { [part(2, 'mountPoint')]: '/Data' }, finds: `error ${part(2, 'mountPoint')}` },
  ],
  notBase64: [],
  tooLittle: [
    { bad: { serverName: 'ab' }, finds: 'error serverName', good: { serverName: 'abc' } },
    { bad: { serverCreateCount: '0' }, finds: 'error serverCreateCount' },
    {
      ...metal,
      bad: { [part(1, 'partitionSize')]: '49' },
      finds: `error ${part(1, 'partitionSize')}`,
      good: { [part(1, 'partitionSize')]: '50' },
    },
  ],
  tooMuch: [
    { bad: { serverName: 'a'.repeat(31) }, finds: 'error serverName', good: { serverName: 'a'.repeat(30) } },
    {
      bad: { serverDescription: '가'.repeat(334) },
      finds: 'error serverDescription',
      good: { serverDescription: '가'.repeat(333) },
    },
    {
      ...classic,
      bad: { serverCreateCount: '21' },
      finds: 'error serverCreateCount',
      good: { serverCreateCount: '20' },
    },
    {
      ...classic,
      bad: { userData: 'x'.repeat(16384) },
      finds: 'error userData',
      good: { userData: 'x'.repeat(16383) },
    },
    { bad: { serverCreateStartNo: '1000' }, finds: 'error serverCreateStartNo', good: { serverCreateStartNo: '999' } },
    {
      bad: Object.fromEntries([1, 2, 3, 4].map((n) => [nic(1, `accessControlGroupNoList.${n}`), `300${n}`])),
      finds: `error ${nic(1, 'accessControlGroupNoList.4')}`,
      good: Object.fromEntries([1, 2, 3].map((n) => [nic(1, `accessControlGroupNoList.${n}`), `300${n}`])),
    },
    {
      ...classic,
      bad: Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accessControlGroupConfigurationNoList.${n}`, `${n}`])),
      finds: 'error accessControlGroupConfigurationNoList.6',
    },
  ],
  nameEnd: [
    { bad: { serverName: 'web-' }, finds: 'error serverName', good: { serverName: 'web' } },
    { bad: { serverName: 'web-', serverCreateCount: '2' }, finds: 'warning serverName' },
  ],
  unusualName: [{ ...classic, bad: { serverName: 'Web_1' }, finds: 'warning serverName' }],
  resultTooLong: [
    {
      bad: { serverName: 'a'.repeat(28), serverCreateCount: '2' },
      finds: 'warning serverName',
      good: { serverName: 'a'.repeat(27), serverCreateCount: '2' },
    },
  ],
  systemLimit: [
    {
      // A name that was refused for real.
      bad: { serverName: 'oh-test-w-cn0e55' },
      context: withRow(vpcContext, 'serverImageNo', { osCategoryType: code('WINDOWS') }),
      finds: 'warning serverName',
      good: { serverName: 'oh-test-w-cn0e5' },
    },
    {
      bad: { serverName: 'win-server-ab', serverCreateCount: '3' },
      context: withRow(vpcContext, 'serverImageNo', { osCategoryType: code('WINDOWS') }),
      finds: 'warning serverName',
      good: { serverName: 'win-server-ab' },
    },
    {
      base: { ...classicValues, serverImageProductCode: 'SPSW0WINNTEN0016A' },
      context: classicContext,
      bad: { serverName: 'a'.repeat(27) },
      finds: 'error serverName',
      good: { serverName: 'a'.repeat(12), serverCreateCount: '20' },
    },
    {
      base: { ...without(classicValues, 'serverImageProductCode'), memberServerImageNo: '5' },
      context: withRow(classicContext, 'memberServerImageNo', { memberServerImagePlatformType: code('WND64') }),
      bad: { serverName: 'a'.repeat(16) },
      finds: 'error serverName',
      good: { serverName: 'a'.repeat(15) },
    },
  ],
  countDisputed: [
    { bad: { serverCreateCount: '11' }, finds: 'warning serverCreateCount', good: { serverCreateCount: '10' } },
  ],
  serials: [
    { bad: { serverCreateCount: '2', serverCreateStartNo: '999' }, finds: 'warning serverCreateStartNo' },
    {
      ...classic,
      bad: { serverCreateCount: '2', serverCreateStartNo: '999' },
      finds: 'error serverCreateStartNo',
      good: { serverCreateCount: '2', serverCreateStartNo: '998' },
    },
  ],
  tagPair: [
    { ...classic, bad: { 'instanceTagList.1.tagKey': 'k' }, finds: 'error instanceTagList.1.tagValue' },
    {
      ...classic,
      bad: { 'instanceTagList.1.tagValue': 'v' },
      finds: 'error instanceTagList.1.tagKey',
      good: { 'instanceTagList.1.tagKey': 'k', 'instanceTagList.1.tagValue': 'v' },
    },
  ],
  tagTwice: [
    {
      ...classic,
      bad: {
        'instanceTagList.1.tagKey': 'k',
        'instanceTagList.1.tagValue': 'a',
        'instanceTagList.2.tagKey': 'k',
        'instanceTagList.2.tagValue': 'b',
      },
      finds: 'error instanceTagList.2.tagKey',
    },
  ],
  imageMissing: [
    { bad: { serverImageNo: '' }, finds: 'error serverImageNo' },
    {
      ...classic,
      bad: { serverImageProductCode: '' },
      finds: 'error serverImageProductCode',
      good: { serverImageProductCode: '', memberServerImageNo: '5' },
    },
  ],
  imageTwice: [
    { bad: { serverImageProductCode: 'SW.X' }, finds: 'error serverImageProductCode' },
    { ...classic, bad: { memberServerImageNo: '5' }, finds: 'warning memberServerImageNo' },
  ],
  specPartner: [
    {
      bad: { serverSpecCode: '', serverProductCode: 'SVR.X' },
      finds: 'warning serverSpecCode',
      good: { serverProductCode: 'SVR.X' },
    },
    {
      base: productValues,
      context: noRows,
      bad: { serverProductCode: '', serverSpecCode: 's2-g3' },
      finds: 'warning serverProductCode',
    },
  ],
  specHypervisor: [
    {
      bad: {},
      context: withRow(vpcContext, 'serverSpecCode', { hypervisorType: code('XEN') }),
      finds: 'error serverSpecCode',
    },
    {
      base: productValues,
      bad: {},
      context: withRow(noRows, 'serverProductCode', { generationCode: 'G3' }),
      finds: 'error serverProductCode',
    },
  ],
  mssqlFee: [
    {
      context: withRow(vpcContext, 'serverImageNo', { serverImageName: 'mssql(2019std)-win-2016-64-en' }),
      bad: { feeSystemTypeCode: 'MTRAT' },
      finds: 'warning feeSystemTypeCode',
      good: { feeSystemTypeCode: 'FXSUM' },
    },
    {
      base: productValues,
      context: noRows,
      bad: { serverImageProductCode: 'SW.VSVR.DBMS.WND64.WND.SVR2019STDEN.MSSQL.2022.B100' },
      finds: 'warning feeSystemTypeCode',
    },
    {
      base: classicValues,
      bad: {},
      context: withRow(classicContext, 'serverImageProductCode', { productName: 'MSSQL 2019 Standard' }),
      finds: 'error feeSystemTypeCode',
      good: { feeSystemTypeCode: 'FXSUM' },
    },
  ],
  microFee: [
    {
      bad: { feeSystemTypeCode: '', serverSpecCode: 'mi1-g3' },
      finds: 'error feeSystemTypeCode',
      good: { feeSystemTypeCode: 'FXSUM', serverSpecCode: 'mi1-g3' },
    },
    {
      bad: { feeSystemTypeCode: 'MTRAT' },
      context: withRow(vpcContext, 'serverSpecCode', { serverProductCode: 'SVR.VSVR.MICRO.C001.M001.G003' }),
      finds: 'error feeSystemTypeCode',
      good: { feeSystemTypeCode: 'MTRAT', serverSpecCode: '' },
    },
    {
      base: productValues,
      bad: {},
      context: withRow(noRows, 'serverProductCode', { productType: code('MICRO') }),
      finds: 'error feeSystemTypeCode',
      good: { feeSystemTypeCode: 'FXSUM' },
    },
  ],
  microExtraStorage: [
    {
      base: { ...without(classicValues, 'serverImageProductCode'), memberServerImageNo: '5' },
      bad: {},
      context: {
        environment: 'classic',
        rows: {
          memberServerImageNo: { memberServerImageBlockStorageTotalRows: 2 },
          serverProductCode: { productType: code('MICRO') },
        },
      },
      finds: 'warning serverProductCode',
    },
  ],
  scriptOs: [
    {
      bad: { initScriptNo: '7' },
      context: withRow(vpcContext, 'initScriptNo', { osType: code('WND') }),
      finds: 'warning initScriptNo',
    },
    {
      base: classicValues,
      bad: { initScriptNo: '7' },
      context: {
        environment: 'classic',
        rows: { initScriptNo: { osType: code('LNX') }, serverImageProductCode: { platformType: code('WND64') } },
      },
      finds: 'warning initScriptNo',
    },
  ],
  userDataUnsent: [
    {
      ...classic,
      bad: { userData: '#!/bin/sh', initScriptNo: '7' },
      finds: 'warning userData',
      good: { userData: '#!/bin/sh' },
    },
  ],
  defaultNicMissing: [
    {
      bad: { [nic(1, 'networkInterfaceOrder')]: '1', [nic(1, 'subnetNo')]: '2001' },
      finds: `error ${nic(1, 'networkInterfaceOrder')}`,
    },
  ],
  nicMissing: [
    {
      bad: { [nic(1, 'networkInterfaceOrder')]: '', [nic(1, 'accessControlGroupNoList.1')]: '' },
      finds: 'error networkInterfaceList',
    },
  ],
  nicOrderTwice: [
    {
      bad: { ...secondNic, [nic(2, 'networkInterfaceOrder')]: '0' },
      finds: `error ${nic(2, 'networkInterfaceOrder')}`,
    },
  ],
  tooManyNics: [
    {
      bad: { ...secondNic, ...thirdNic, [nic(4, 'networkInterfaceOrder')]: '2' },
      finds: `error ${nic(4, 'networkInterfaceOrder')}`,
    },
    {
      bad: { ...secondNic, ...thirdNic },
      context: withRow(vpcContext, 'serverSpecCode', { networkInterfaceMaxCount: 2 }),
      finds: `error ${nic(3, 'networkInterfaceOrder')}`,
      good: secondNic,
    },
  ],
  acgMissing: [
    {
      bad: { [nic(1, 'accessControlGroupNoList.1')]: '' },
      finds: `error ${nic(1, 'accessControlGroupNoList.1')}`,
      good: { [nic(1, 'accessControlGroupNoList.1')]: '', [nic(1, 'networkInterfaceNo')]: '9' },
    },
  ],
  acgTwice: [
    {
      bad: { [nic(1, 'accessControlGroupNoList.2')]: '3001' },
      finds: `warning ${nic(1, 'accessControlGroupNoList.2')}`,
      good: secondNic,
    },
    {
      ...classic,
      bad: { 'accessControlGroupConfigurationNoList.1': '1', 'accessControlGroupConfigurationNoList.2': '1' },
      finds: 'warning accessControlGroupConfigurationNoList.2',
    },
  ],
  otherVpc: [
    { bad: {}, context: withRow(vpcContext, 'subnetNo', { vpcNo: '1002' }), finds: 'error subnetNo' },
    {
      bad: {},
      context: withRow(vpcContext, nic(1, 'accessControlGroupNoList.1'), { vpcNo: '1002' }),
      finds: `error ${nic(1, 'accessControlGroupNoList.1')}`,
    },
  ],
  subnetUsage: [
    { bad: {}, context: withRow(vpcContext, 'subnetNo', { usageType: code('LOADB') }), finds: 'warning subnetNo' },
  ],
  nicSubnetMissing: [
    { bad: { ...secondNic, [nic(2, 'subnetNo')]: '' }, finds: `error ${nic(2, 'subnetNo')}`, good: secondNic },
  ],
  ipOutsideSubnet: [
    { bad: { [nic(1, 'ip')]: '10.0.2.5' }, finds: `error ${nic(1, 'ip')}`, good: { [nic(1, 'ip')]: '10.0.1.5' } },
    {
      bad: { ...secondNic, [nic(2, 'ip')]: '10.0.1.5' },
      context: withRow(vpcContext, nic(2, 'subnetNo'), { subnet: '10.0.3.0/28' }),
      finds: `error ${nic(2, 'ip')}`,
      good: { ...secondNic, [nic(2, 'ip')]: '10.0.3.5' },
    },
  ],
  ipKept: [
    {
      bad: { [nic(1, 'ip')]: '10.0.1.0' },
      finds: `error ${nic(1, 'ip')}`,
      good: { [nic(1, 'ip')]: '10.0.1.6' },
    },
    { bad: { [nic(1, 'ip')]: '10.0.1.5' }, finds: `error ${nic(1, 'ip')}`, good: { [nic(1, 'ip')]: '10.0.1.254' } },
    { bad: { [nic(1, 'ip')]: '10.0.1.255' }, finds: `error ${nic(1, 'ip')}`, good: { [nic(1, 'ip')]: '10.0.2.0' } },
    {
      bad: { ...secondNic, [nic(2, 'ip')]: '10.0.3.31' },
      context: withRow(vpcContext, nic(2, 'subnetNo'), { subnet: '10.0.3.16/28' }),
      finds: `error ${nic(2, 'ip')}`,
      good: { ...secondNic, [nic(2, 'ip')]: '10.0.3.22' },
    },
  ],
  ipTwice: [
    { bad: { ...secondNic, [nic(1, 'ip')]: '10.0.1.5', [nic(2, 'ip')]: '10.0.1.5' }, finds: `error ${nic(2, 'ip')}` },
  ],
  oneServerOnly: [
    {
      bad: { associateWithPublicIp: 'true', serverCreateCount: '2' },
      finds: 'error associateWithPublicIp',
      good: { associateWithPublicIp: 'false', serverCreateCount: '2' },
    },
    { bad: { [nic(1, 'ip')]: '10.0.1.5', serverCreateCount: '2' }, finds: `error ${nic(1, 'ip')}` },
    {
      bad: { [nic(1, 'networkInterfaceNo')]: '9', serverCreateCount: '2' },
      finds: `error ${nic(1, 'networkInterfaceNo')}`,
    },
  ],
  publicIpSubnet: [
    {
      bad: { associateWithPublicIp: 'true' },
      context: withRow(vpcContext, 'subnetNo', { subnetType: code('PRIVATE') }),
      finds: 'error associateWithPublicIp',
      good: { associateWithPublicIp: 'false' },
    },
    {
      bad: { associateWithPublicIp: 'true', [nic(1, 'subnetNo')]: '8' },
      context: withRow(vpcContext, nic(1, 'subnetNo'), { subnetType: code('PRIVATE') }),
      finds: 'error associateWithPublicIp',
      good: { associateWithPublicIp: 'false' },
    },
  ],
  existingNicOnKvm: [
    { bad: { [nic(1, 'networkInterfaceNo')]: '9' }, finds: `warning ${nic(1, 'networkInterfaceNo')}` },
  ],
  storageOrderTwice: [
    {
      bad: { [disk(1, 'order')]: '1', [disk(2, 'order')]: '1' },
      finds: `error ${disk(2, 'order')}`,
      good: { [disk(1, 'order')]: '0', [disk(2, 'order')]: '1' },
    },
  ],
  tooManyStorages: [
    {
      bad: Object.fromEntries(Array.from({ length: 22 }, (_, i) => [disk(i + 1, 'order'), `${i % 21}`])),
      finds: `error ${disk(22, 'order')}`,
    },
  ],
  tooManyForSpec: [
    {
      bad: { [disk(1, 'order')]: '0', [disk(2, 'order')]: '1', [disk(3, 'order')]: '2' },
      context: withRow(vpcContext, 'serverSpecCode', { blockStorageMaxCount: 1 }),
      finds: `warning ${disk(3, 'order')}`,
      good: { [disk(1, 'order')]: '0', [disk(2, 'order')]: '1' },
    },
  ],
  baseStorageMissing: [
    {
      bad: { [disk(1, 'order')]: '1', [disk(2, 'order')]: '2' },
      finds: `warning ${disk(1, 'order')}`,
      good: { [disk(1, 'order')]: '1', [disk(2, 'order')]: '0' },
    },
    { bad: { [disk(1, 'order')]: '20' }, finds: `warning ${disk(1, 'order')}`, good: {} },
  ],
  snapshotAndType: [
    {
      bad: {
        [disk(1, 'order')]: '1',
        [disk(1, 'snapshotInstanceNo')]: '5',
        [disk(1, 'blockStorageVolumeTypeCode')]: 'CB1',
      },
      finds: `warning ${disk(1, 'blockStorageVolumeTypeCode')}`,
    },
  ],
  snapshotNotBootable: [
    {
      bad: { [disk(1, 'order')]: '0', [disk(1, 'snapshotInstanceNo')]: '5' },
      context: withRow(vpcContext, disk(1, 'snapshotInstanceNo'), { isBootable: false }),
      finds: `warning ${disk(1, 'snapshotInstanceNo')}`,
      good: { [disk(1, 'order')]: '1', [disk(1, 'snapshotInstanceNo')]: '5' },
    },
  ],
  storageSize: [
    {
      bad: {
        [disk(1, 'order')]: '1',
        [disk(1, 'blockStorageSize')]: '5',
        [disk(1, 'blockStorageVolumeTypeCode')]: 'CB1',
      },
      context: withRow(vpcContext, disk(1, 'blockStorageVolumeTypeCode'), {
        minVolumeSize: 10,
        maxVolumeSize: 16380,
        minBaseVolumeSize: 10,
        maxBaseVolumeSize: 2000,
      }),
      finds: `error ${disk(1, 'blockStorageSize')}`,
      good: {
        [disk(1, 'order')]: '1',
        [disk(1, 'blockStorageSize')]: '3000',
        [disk(1, 'blockStorageVolumeTypeCode')]: 'CB1',
      },
    },
    {
      bad: {
        [disk(1, 'order')]: '0',
        [disk(1, 'blockStorageSize')]: '3000',
        [disk(1, 'blockStorageVolumeTypeCode')]: 'CB1',
      },
      context: withRow(vpcContext, disk(1, 'blockStorageVolumeTypeCode'), {
        minVolumeSize: 10,
        maxVolumeSize: 16380,
        minBaseVolumeSize: 10,
        maxBaseVolumeSize: 2000,
      }),
      finds: `error ${disk(1, 'blockStorageSize')}`,
    },
  ],
  baseStorageSize: [
    {
      bad: { [disk(1, 'order')]: '0', [disk(1, 'blockStorageSize')]: '2010' },
      finds: `warning ${disk(1, 'blockStorageSize')}`,
      good: { [disk(1, 'order')]: '1', [disk(1, 'blockStorageSize')]: '2010' },
    },
  ],
  storageSteps: [
    {
      bad: { [disk(1, 'order')]: '1', [disk(1, 'blockStorageSize')]: '105' },
      finds: `warning ${disk(1, 'blockStorageSize')}`,
      good: { [disk(1, 'order')]: '1', [disk(1, 'blockStorageSize')]: '110' },
    },
  ],
  storageWithoutSize: [
    {
      bad: { [disk(1, 'order')]: '1' },
      finds: `warning ${disk(1, 'blockStorageSize')}`,
      good: { [disk(1, 'order')]: '1', [disk(1, 'snapshotInstanceNo')]: '7' },
    },
  ],
  typeNotForBase: [
    {
      bad: { [disk(1, 'order')]: '0', [disk(1, 'blockStorageVolumeTypeCode')]: 'FB1' },
      context: withRow(vpcContext, disk(1, 'blockStorageVolumeTypeCode'), { isBaseStorageAvailable: false }),
      finds: `error ${disk(1, 'blockStorageVolumeTypeCode')}`,
    },
  ],
  noneAndEmpty: [
    {
      bad: { [disk(1, 'order')]: '1', [disk(1, 'noBlockStorage')]: 'true', [disk(1, 'emptyBlockStorage')]: 'true' },
      finds: `warning ${disk(1, 'emptyBlockStorage')}`,
    },
  ],
  raidMissing: [{ ...metal, bad: { raidTypeName: '' }, finds: 'error raidTypeName' }],
  firstMountPoint: [{ ...metal, bad: { [part(1, 'mountPoint')]: '/boot' }, finds: `error ${part(1, 'mountPoint')}` }],
  mountPointTwice: [{ ...metal, bad: { [part(2, 'mountPoint')]: '/' }, finds: `error ${part(2, 'mountPoint')}` }],
  reservedMountPoint: [
    { ...metal, bad: { [part(2, 'mountPoint')]: '/dev' }, finds: `warning ${part(2, 'mountPoint')}` },
  ],
  partitionPair: [
    { ...metal, bad: { [part(1, 'partitionSize')]: '' }, finds: `error ${part(1, 'partitionSize')}` },
    {
      ...metal,
      bad: { [part(3, 'partitionSize')]: '60', [part(2, 'partitionSize')]: '60' },
      finds: `error ${part(3, 'mountPoint')}`,
    },
  ],
  partitionSum: [
    {
      ...metal,
      bad: { [part(2, 'partitionSize')]: '101' },
      context: withRow(noRows, 'serverProductCode', { baseBlockStorageSize: 200 * 2 ** 30 }),
      finds: `error ${part(2, 'partitionSize')}`,
      good: { [part(2, 'partitionSize')]: '100' },
    },
  ],
  fabricPoolWithoutGpu: [{ bad: { fabricClusterPoolNo: '4' }, finds: 'error fabricClusterPoolNo' }],
  driverWithoutGpu: [
    { bad: { isPreInstallGpuDriver: 'true' }, finds: 'warning isPreInstallGpuDriver' },
    {
      bad: { isPreInstallGpuDriver: 'true' },
      context: {
        environment: 'vpc',
        rows: { serverImageNo: { platformCategoryCode: 'OS' }, serverSpecCode: { gpuCount: 1 } },
      },
      finds: 'warning isPreInstallGpuDriver',
      good: { isPreInstallGpuDriver: 'false' },
    },
  ],
};

for (const [rule, list] of Object.entries(examples)) {
  test(`rule ${rule}`, () => {
    for (const { base = vpcValues, bad, finds, context = vpcContext, good } of list) {
      assert.ok(
        found(rule, { ...base, ...bad }, context).includes(finds),
        `${rule} ${JSON.stringify(bad)}: ${JSON.stringify(validate({ ...base, ...bad }, context))}`,
      );
      if (good !== undefined) assert.deepEqual(found(rule, { ...base, ...good }, context), []);
    }
  });
}

test('every rule has an example here or belongs to the wire only', () => {
  const bare = Object.entries(examples)
    .filter(([, list]) => list.length === 0)
    .map(([rule]) => rule);
  assert.deepEqual(bare, ['notBase64']);
  assert.deepEqual(Object.keys(rules).sort(), Object.keys(examples).sort());
});

test('figures are exact', () => {
  const [problem] = validate({ ...classicValues, userData: 'x'.repeat(16384) }, classicContext);
  assert.deepEqual(problem?.args, { unit: 'base64', limit: 21847, actual: 21848 });
});

test('an order that is missing is told once', () => {
  const values = without(vpcValues, nic(1, 'networkInterfaceOrder'));
  assert.deepEqual(
    validate(values, vpcContext).map(({ rule }) => rule),
    ['missing'],
  );
});

test('problems come in the order of the fields', () => {
  const names = validate({ ...vpcValues, serverName: 'X', vpcNo: '', feeSystemTypeCode: 'Y' }, vpcContext).map(
    ({ name }) => name,
  );
  assert.deepEqual(names, ['vpcNo', 'feeSystemTypeCode', 'serverName']);
});
