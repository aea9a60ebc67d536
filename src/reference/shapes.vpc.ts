/** The items of the VPC network answers. */
import type { Shape } from './types';

export const vpcShapes = {
  'vpc.Vpc': {
    vpcNo: 'string',
    vpcName: 'string',
    ipv4CidrBlock: 'string',
    vpcStatus: 'code',
    regionCode: 'string',
    createDate: 'string',
  },
  'vpc.Subnet': {
    subnetNo: 'string',
    vpcNo: 'string',
    zoneCode: 'string',
    subnetName: 'string',
    subnet: 'string',
    subnetStatus: 'code',
    createDate: 'string',
    subnetType: 'code',
    usageType: 'code',
    networkAclNo: 'string',
  },
} as const satisfies Readonly<Record<string, Shape>>;
