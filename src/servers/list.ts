/** Reads servers. VPC: one call a region. Classic: a list covers one zone only, so one call for each zone of the region. */
import type { NcloudClient } from '../client/index';
import type { Environment } from '../reference/index';
import type { Server } from './server';
import { toServer } from './translate';

/**
 * All servers of the region (`regionCode` in VPC, `regionNo` in Classic), by number.
 * @throws NcloudError when one of the calls gave no complete list; half a list is never returned.
 */
export async function listServers(client: NcloudClient, environment: Environment, region: string): Promise<Server[]> {
  if (environment === 'vpc') return readList(client, 'vpc', { regionCode: region });
  const zones = await client.list('server', 'getZoneList', { regionNo: region });
  return readClassic(
    client,
    zones.map(({ zoneNo }) => ({ regionNo: region, zoneNo: String(zoneNo) })),
  );
}

/**
 * Reads these servers of one environment again, with one call for all of a region (Classic: of a zone).
 * Servers that are gone are missing from the result.
 * @throws NcloudError
 */
export async function readServers(client: NcloudClient, servers: readonly Server[]): Promise<Server[]> {
  const groups = new Map<string, Server[]>();
  for (const server of servers) {
    const key = `${server.environment} ${server.region} ${server.zoneNumber ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), server]);
  }
  const lists = [...groups.values()].map(([first, ...others]) => {
    if (!first) return [];
    const serverInstanceNoList = [first, ...others].map(({ number }) => number);
    return readList(client, first.environment, { ...place(first), serverInstanceNoList });
  });
  return unique((await Promise.all(lists)).flat());
}

type Place = Readonly<Record<string, string>>;

function place({ environment, region, zoneNumber }: Server): Place {
  if (environment === 'vpc') return region === '' ? {} : { regionCode: region };
  return {
    ...(region === '' ? {} : { regionNo: region }),
    ...(zoneNumber === undefined ? {} : { zoneNo: zoneNumber }),
  };
}

async function readClassic(client: NcloudClient, places: readonly Place[]): Promise<Server[]> {
  return unique((await Promise.all(places.map((zone) => readList(client, 'classic', zone)))).flat());
}

async function readList(
  client: NcloudClient,
  environment: Environment,
  params: Readonly<Record<string, string | readonly string[]>>,
): Promise<Server[]> {
  const service = environment === 'vpc' ? 'vserver' : 'server';
  const rows = await client.list(service, 'getServerInstanceList', params);
  return rows.map((row) => toServer(environment, row));
}

/** One server may be told twice when a zone filter is not honoured. */
function unique(servers: readonly Server[]): Server[] {
  return [...new Map(servers.map((server) => [server.number, server])).values()];
}
