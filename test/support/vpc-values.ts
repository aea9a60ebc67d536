// What tests ask a sandbox for.
import type { NcloudClient } from '../../src/client/index';
import type { Values } from '../../src/reference/index';

/** A VPC server that the sandbox creates. */
export async function valuesFor(client: NcloudClient, serverName: string): Promise<Values> {
  const first = async (service: 'vpc' | 'vserver', action: string, params: object, field: string) => {
    const [row] = await client.list(service, action, { regionCode: 'KR', ...params });
    return String(row?.[field]);
  };
  const vpcNo = await first('vpc', 'getVpcList', {}, 'vpcNo');
  const groups = 'networkInterfaceList.1.accessControlGroupNoList.1';
  return {
    vpcNo,
    subnetNo: await first('vpc', 'getSubnetList', { vpcNo, subnetTypeCode: 'PUBLIC' }, 'subnetNo'),
    serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
    serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
    serverName,
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    [groups]: await first('vserver', 'getAccessControlGroupList', { vpcNo }, 'accessControlGroupNo'),
    loginKeyName: 'demo-key',
  };
}
