/** Reads servers. VPC: one call a region. Classic: a list covers one zone only, so one call for each zone of the region. */
import type { CallOptions, NcloudClient } from '../client/index';
import type { Environment, Row } from '../reference/index';
import type { Server } from './server';
import { toServer } from './translate';

/** What a look at servers may ask for besides. */
export interface ListOptions {
  /**
   * Told the servers of each part of the list as it comes. Only what the whole resolves to is the list: one that turns
   * out incomplete rejects in the end, and a Classic server may be told more than once.
   */
  readonly onServers?: (servers: readonly Server[]) => void;
}

/**
 * All servers of the region (`regionCode` in VPC, `regionNo` in Classic), by number.
 * @throws NcloudError when one of the calls gave no complete list; half a list is never returned.
 */
export async function listServers(
  client: NcloudClient,
  environment: Environment,
  region: string,
  { onServers }: ListOptions = {},
): Promise<Server[]> {
  const tell = (rows: readonly Row[]) => onServers?.(rows.map((row) => toServer(environment, row)));
  const options = onServers === undefined ? {} : { onRows: tell };
  if (environment === 'vpc') return readList(client, 'vpc', { regionCode: region }, options);
  const zones = await client.list('server', 'getZoneList', { regionNo: region });
  return readClassic(
    client,
    zones.map(({ zoneNo }) => ({ regionNo: region, zoneNo: String(zoneNo) })),
    options,
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

async function readClassic(client: NcloudClient, places: readonly Place[], options: CallOptions): Promise<Server[]> {
  return unique((await Promise.all(places.map((zone) => readList(client, 'classic', zone, options)))).flat());
}

async function readList(
  client: NcloudClient,
  environment: Environment,
  params: Readonly<Record<string, string | readonly string[]>>,
  options: CallOptions = {},
): Promise<Server[]> {
  const service = environment === 'vpc' ? 'vserver' : 'server';
  const rows = await client.list(service, 'getServerInstanceList', params, options);
  return rows.map((row) => toServer(environment, row));
}

/** One server may be told twice when a zone filter is not honoured. */
function unique(servers: readonly Server[]): Server[] {
  return [...new Map(servers.map((server) => [server.number, server])).values()];
}
