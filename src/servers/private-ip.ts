/** The private address of a server. In VPC no row of a server has it: that of its first network interface does. */
import type { NcloudClient } from '../client/index';
import { fieldText } from '../reference/index';
import { ipOf } from './ip';
import { placeOf } from './list';
import type { Server } from './server';
import { inOrder } from './values';

/** Undefined when NCP names none. One call for a server of VPC, none for one of Classic. @throws NcloudError */
export async function readPrivateIp(client: Pick<NcloudClient, 'list'>, server: Server): Promise<string | undefined> {
  const { environment, number, privateIp } = server;
  if (privateIp !== undefined || environment !== 'vpc') return privateIp;
  const rows = await client.list('vserver', 'getNetworkInterfaceList', { ...placeOf(server), instanceNo: number });
  const [first] = inOrder(rows.filter((row) => fieldText(row, 'instanceNo') === number));
  return ipOf(fieldText(first, 'ip')) || undefined;
}
