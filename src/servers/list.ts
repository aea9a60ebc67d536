/** Reads servers. VPC: one call a region. Classic: a list covers one zone only, so one call for each zone of the region. */
import { BadAnswerError, type CallOptions, type NcloudClient, sites } from '../client/index';
import { type Environment, fieldText, type Row, serverServices } from '../reference/index';
import type { Server } from './server';
import { toServer } from './translate';

/** What a look at servers may ask for besides. */
export interface ListOptions extends Pick<CallOptions, 'signal'> {
  /**
   * Told the servers of each part of the list as it comes. Only what the whole resolves to is the list: one that turns
   * out incomplete rejects in the end, and a Classic server may be told more than once.
   */
  readonly onServers?: (servers: readonly Server[]) => void;
}

/** How many numbers one call asks for; far below the 4 MB that a request may have. */
const numbersAtOnce = 200;

/**
 * All servers of the region (`regionCode` in VPC, `regionNo` in Classic), by number.
 * @throws NcloudError when one of the calls gave no complete list; half a list is never returned.
 */
export async function listServers(
  client: NcloudClient,
  environment: Environment,
  region: string,
  { onServers, signal }: ListOptions = {},
): Promise<Server[]> {
  // A row of a part is the same object in the whole; thousands of them are not translated twice.
  const told = new Map<Row, Server>();
  const tell = (rows: readonly Row[]) => {
    for (const row of rows) told.set(row, toServer(environment, row));
    onServers?.(rows.flatMap((row) => told.get(row) ?? []));
  };
  const rows = await listRows(client, environment, region, {
    ...(signal === undefined ? {} : { signal }),
    ...(onServers === undefined ? {} : { onRows: tell }),
  });
  return rows.map((row) => told.get(row) ?? toServer(environment, row));
}

/** The rows behind `listServers`. @throws NcloudError */
export async function listRows(
  client: NcloudClient,
  environment: Environment,
  region: string,
  options: CallOptions = {},
): Promise<Row[]> {
  if (environment === 'vpc') return readRows(client, 'vpc', { regionCode: region }, options);
  const { signal } = options;
  const zones = await client.list('server', 'getZoneList', { regionNo: region }, signal ? { signal } : {});
  const zoneNumbers = zones.map((zone) => fieldText(zone, 'zoneNo'));
  // Every region has a zone.
  if (zoneNumbers.length === 0) throw new BadAnswerError('incomplete-list');
  if (!zones.every((zone) => isToldAs(region, fieldText(zone, 'regionNo')))) throw new BadAnswerError('wrong-root');
  const lists = zoneNumbers.map((zoneNo) => readZone(client, { regionNo: region, zoneNo }, options));
  return unique((await Promise.all(lists)).flat());
}

/**
 * The rows of one zone. An answer with servers of another zone may be the answer of that zone, so it is believed, as one
 * without a filter, only when it comes again.
 */
async function readZone(
  client: NcloudClient,
  params: { readonly regionNo: string; readonly zoneNo: string },
  options: CallOptions,
): Promise<Row[]> {
  const rows = await readRows(client, 'classic', params, options);
  const isOwn = rows.every((row) => isToldAs(params.zoneNo, fieldText(row, 'zone.zoneNo')));
  return isOwn ? rows : readRows(client, 'classic', params, options);
}

/**
 * Reads these servers of one environment again, with one call for up to 200 of a region (Classic: of a zone). Nothing
 * but these servers is in the result. Missing from it are those that are gone, which two looks in a row have to say.
 * @throws NcloudError; also when the answer tells of a server that was not asked for.
 */
export async function readServers(
  client: NcloudClient,
  servers: readonly Server[],
  options: Pick<CallOptions, 'signal'> = {},
): Promise<Server[]> {
  const groups = new Map<string, Map<string, Server>>();
  for (const server of servers) {
    const key = `${server.environment} ${server.region} ${server.zoneNumber ?? ''}`;
    groups.set(key, (groups.get(key) ?? new Map()).set(server.number, server));
  }
  const read = await Promise.all([...groups.values()].map((group) => readTwice(client, [...group.values()], options)));
  return read.flat();
}

/** One answer may lack a server that is there, so those that are missing are asked for once more. */
async function readTwice(
  client: NcloudClient,
  servers: readonly Server[],
  options: Pick<CallOptions, 'signal'>,
): Promise<Server[]> {
  const found = await readParts(client, servers, options);
  const numbers = new Set(found.map(({ number }) => number));
  const missing = servers.filter(({ number }) => !numbers.has(number));
  return missing.length === 0 ? found : [...found, ...(await readParts(client, missing, options))];
}

async function readParts(
  client: NcloudClient,
  servers: readonly Server[],
  options: Pick<CallOptions, 'signal'>,
): Promise<Server[]> {
  const found: Server[] = [];
  for (let start = 0; start < servers.length; start += numbersAtOnce) {
    const part = servers.slice(start, start + numbersAtOnce);
    const [first] = part;
    if (!first) continue;
    const numbers = part.map(({ number }) => number);
    const params = { ...placeOf(first), serverInstanceNoList: numbers };
    const rows = await readRows(client, first.environment, params, options);
    const read = rows.map((row) => toServer(first.environment, row));
    if (read.some(({ number }) => !numbers.includes(number))) throw new BadAnswerError('wrong-root');
    found.push(...read);
  }
  return found;
}

type Place = Readonly<Record<string, string>>;

/** What a call names of where the server is. */
export function placeOf({ environment, region, zoneNumber }: Server): Place {
  if (environment === 'vpc') return region === '' ? {} : { regionCode: region };
  return {
    ...(region === '' ? {} : { regionNo: region }),
    ...(zoneNumber === undefined ? {} : { zoneNo: zoneNumber }),
  };
}

/** The client sees to it that each row has a number, and none of them another's. */
async function readRows(
  client: NcloudClient,
  environment: Environment,
  params: Readonly<Record<string, string | readonly string[]>>,
  { onRows, ...options }: CallOptions,
): Promise<Row[]> {
  const service = serverServices[environment];
  const isHere = (row: Row) => isInRegion(row, params);
  const rows = await client.list(service, 'getServerInstanceList', params, {
    ...options,
    // Rows of elsewhere make the whole list an error; until then nothing is said of them.
    ...(onRows && { onRows: (part, total) => part.every(isHere) && onRows(part, total) }),
  });
  if (!rows.every(isHere)) throw new BadAnswerError('wrong-root');
  return rows;
}

const regionCodes = new Set(Object.values(sites).flatMap(({ regions }) => regions));

/**
 * Whether what a row tells of its place, if it tells it, is the place that was asked for, if one was. Only numbers and
 * the region codes that we know tell: how each site spells its own code in a row is not documented.
 */
function isToldAs(asked: string, told: string): boolean {
  return asked === '' || asked === told || !(regionCodes.has(told) || /^\d+$/.test(told));
}

/** Whether the row may be in the region that was asked for: with another one it answers another question. */
function isInRegion(row: Row, { regionCode, regionNo }: Readonly<Record<string, string | readonly string[]>>): boolean {
  return (
    isToldAs(String(regionCode ?? ''), fieldText(row, 'regionCode')) &&
    isToldAs(String(regionNo ?? ''), fieldText(row, 'region.regionNo')) &&
    isToldAs(String(regionNo ?? ''), fieldText(row, 'zone.regionNo'))
  );
}

/** One server may be told by several zones when a zone filter is not honoured. */
function unique(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [fieldText(row, 'serverInstanceNo'), row])).values()];
}
