/** Whether new servers reach the internet at their first boot, when start-up scripts run. */
import { fieldText } from './rows';
import type { Context, Environment, Values } from './types';

/** `none`: not at all. `nat`: only where the subnet has a route to a NAT gateway, which the form does not know. */
export const reaches = ['public-ip', 'nat', 'none'] as const;
export type Reach = (typeof reaches)[number];

/** With this parameter set a server reaches the internet from its first boot on. */
export const reachesBy = 'associateWithPublicIp';

/**
 * How the servers of a request reach the internet; undefined where nothing is known, as in Classic. A public IP that is
 * attached later comes too late for a script, and a public subnet leads nowhere without one.
 */
export function reachOf(environment: Environment, values: Values, rows: Context['rows'] = {}): Reach | undefined {
  if (environment === 'classic') return undefined;
  if (values[reachesBy] === 'true') return 'public-ip';
  const subnet = rows.subnetNo;
  return subnet && fieldText(subnet, 'subnetType.code') === 'PUBLIC' ? 'none' : 'nat';
}
