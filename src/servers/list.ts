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
  // A row of a part is the same object in the whole; thousands of them are not translated twice.
  const told = new Map<Row, Server>();
  const tell = (rows: readonly Row[]) => {
    for (const row of rows) told.set(row, toServer(environment, row));
    onServers?.(rows.flatMap((row) => told.get(row) ?? []));
  };
  const options = onServers === undefined ? {} : { onRows: tell };
  const reading = { options, translate: (row: Row) => told.get(row) ?? toServer(environment, row) };
  if (environment === 'vpc') return readList(client, 'vpc', { regionCode: region }, reading);
  const zones = await client.list('server', 'getZoneList', { regionNo: region });
  return readClassic(
    client,
    zones.map(({ zoneNo }) => ({ regionNo: region, zoneNo: String(zoneNo) })),
    reading,
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

/** How a list is read, and how its rows become servers. */
interface Reading {
  readonly options: CallOptions;
  readonly translate: (row: Row) => Server;
}

type Place = Readonly<Record<string, string>>;

function place({ environment, region, zoneNumber }: Server): Place {
  if (environment === 'vpc') return region === '' ? {} : { regionCode: region };
  return {
    ...(region === '' ? {} : { regionNo: region }),
    ...(zoneNumber === undefined ? {} : { zoneNo: zoneNumber }),
  };
}

async function readClassic(client: NcloudClient, places: readonly Place[], reading: Reading): Promise<Server[]> {
  return unique((await Promise.all(places.map((zone) => readList(client, 'classic', zone, reading)))).flat());
}

async function readList(
  client: NcloudClient,
  environment: Environment,
  params: Readonly<Record<string, string | readonly string[]>>,
  { options = {}, translate = (row) => toServer(environment, row) }: Partial<Reading> = {},
): Promise<Server[]> {
  const service = environment === 'vpc' ? 'vserver' : 'server';
  const rows = await client.list(service, 'getServerInstanceList', params, options);
  return rows.map(translate);
}

/** One server may be told twice when a zone filter is not honoured. */
function unique(servers: readonly Server[]): Server[] {
  return [...new Map(servers.map((server) => [server.number, server])).values()];
}
