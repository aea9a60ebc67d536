// Filled forms that the checks find nothing wrong with.
import type { Context, Problem, Row, Values } from '../../../src/reference/index';
import { validate } from '../../../src/reference/index';

export const vpcValues: Values = {
  serverImageNo: '23214590',
  serverSpecCode: 's2-g3',
  vpcNo: '1001',
  subnetNo: '2001',
  feeSystemTypeCode: 'MTRAT',
  serverCreateCount: '1',
  serverName: 'web-1',
  'networkInterfaceList.1.networkInterfaceOrder': '0',
  'networkInterfaceList.1.accessControlGroupNoList.1': '3001',
  loginKeyName: 'my-key',
};

const code = (value: string) => ({ code: value, codeName: value });

const vpcRows: Readonly<Record<string, Row>> = {
  serverImageNo: { hypervisorType: code('KVM'), osCategoryType: code('LINUX') },
  serverSpecCode: { hypervisorType: code('KVM'), gpuCount: 0, networkInterfaceMaxCount: 3 },
  subnetNo: {
    vpcNo: '1001',
    zoneCode: 'KR-1',
    subnet: '10.0.1.0/24',
    subnetType: code('PUBLIC'),
    usageType: code('GEN'),
  },
  'networkInterfaceList.1.accessControlGroupNoList.1': { vpcNo: '1001', isDefault: true },
};

export const vpcContext: Context = { environment: 'vpc', rows: vpcRows };

/** XEN by product codes. */
export const productValues: Values = {
  ...without(vpcValues, 'serverImageNo', 'serverSpecCode'),
  serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
  serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
};

/** Bare metal with RAID and two partitions. */
export const metalValues: Values = {
  ...productValues,
  serverProductCode: 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
  raidTypeName: '5',
  'blockDevicePartitionList.1.mountPoint': '/',
  'blockDevicePartitionList.1.partitionSize': '100',
  'blockDevicePartitionList.2.mountPoint': '/data',
};

export const classicValues: Values = {
  serverImageProductCode: 'SPSW0LINUX000139',
  serverProductCode: 'SPSVRSTAND000004',
  serverName: 'web-1',
  serverCreateCount: '1',
  feeSystemTypeCode: 'MTRAT',
  loginKeyName: 'my-key',
  zoneNo: '2',
};

export const classicContext: Context = { environment: 'classic', rows: {} };

export function without(values: Values, ...names: string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** What the named rule finds, as `severity name`. */
export function found(rule: string, values: Values, context: Context): string[] {
  return validate(values, context)
    .filter((problem) => problem.rule === rule)
    .map(({ severity, name }) => `${severity} ${name}`);
}

export function errors(values: Values, context: Context): Problem[] {
  return validate(values, context).filter(({ severity }) => severity === 'error');
}

export function withRow(context: Context, name: string, row: Row): Context {
  return { ...context, rows: { ...context.rows, [name]: { ...context.rows[name], ...row } } };
}

export { code };
