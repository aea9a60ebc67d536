/** What a server that exists was made with, as far as the API tells it. */
import type { NcloudClient } from '../client/index';
import {
  type CreateParameter,
  concreteName,
  createParameters,
  type Environment,
  field,
  fieldText,
  interfaceList,
  type Row,
  serverServices,
  type Values,
} from '../reference/index';
import { placeOf } from './list';
import type { Server } from './server';

/** The rows that tell of one server. */
export interface ServerRows {
  /** Of `serverInstanceList`. */
  readonly row: Row;
  /** Of `networkInterfaceList`; VPC only. */
  readonly interfaces: readonly Row[];
}

/** What the API tells of the server now; undefined when it is gone. @throws NcloudError */
export async function readServer(client: Pick<NcloudClient, 'list'>, server: Server): Promise<ServerRows | undefined> {
  const { environment, number } = server;
  const place = placeOf(server);
  const [rows, interfaces] = await Promise.all([
    client.list(serverServices[environment], 'getServerInstanceList', {
      ...place,
      serverInstanceNoList: [number],
    }),
    environment === 'vpc' ? client.list('vserver', 'getNetworkInterfaceList', { ...place, instanceNo: number }) : [],
  ]);
  const row = rows.find((candidate) => fieldText(candidate, 'serverInstanceNo') === number);
  return row && { row, interfaces };
}

/**
 * The values that make another server like this one. Left out is what only one server can have (its name, its private
 * addresses), what the API does not tell (price plan, RAID, Classic's init script), and Classic's user data, which may
 * hold secrets.
 * @param row of `serverInstanceList`
 * @param interfaces the server's rows of `networkInterfaceList`; VPC only
 */
export function valuesOfServer(environment: Environment, row: Row, interfaces: readonly Row[] = []): Values {
  const values: Record<string, string> = {};
  const given = new Set<string>();
  for (const parameter of createParameters[environment]) {
    const { oneOf, toldWith, with: partners } = parameter;
    // A row may name the image in more than one way; a request may not.
    if (oneOf !== undefined && given.has(oneOf)) continue;
    if (toldWith !== undefined && fieldText(row, toldWith) === '') continue;
    if (partners !== undefined && !partners.some((name) => values[name])) continue;
    const told = toldOf(parameter, row);
    if (oneOf !== undefined && told.length > 0) given.add(oneOf);
    Object.assign(values, Object.fromEntries(told));
  }
  return { ...values, ...interfaceValues(row, interfaces) };
}

/** What the row tells of a parameter, but for what it would be anyway. */
function toldOf({ name, toldAs, type, default: usual }: CreateParameter, row: Row): [name: string, value: string][] {
  const [first, rest] = toldAs?.split('.N.') ?? [];
  if (first === undefined) return [];
  const items: readonly unknown[] = rest === undefined ? [row] : listOf(row, first);
  return items.flatMap((item, place): [string, string][] => {
    const text = fieldText(item as Row, rest ?? first);
    const value = type === 'boolean' && text !== '' && text !== 'false' ? 'true' : text;
    return value === '' || value === usual ? [] : [[concreteName(name, place + 1), value]];
  });
}

/** A new interface for each that the server has: rows of their own tell of them. */
function interfaceValues(server: Row, interfaces: readonly Row[]): Values {
  const values: Record<string, string> = {};
  inOrder(interfaces).forEach((row, place) => {
    const item = `${interfaceList}.${place + 1}`;
    const subnetNo = fieldText(row, 'subnetNo');
    values[`${item}.networkInterfaceOrder`] = String(place);
    const isElsewhere = place > 0 || subnetNo !== fieldText(server, 'subnetNo');
    if (isElsewhere && subnetNo !== '') values[`${item}.subnetNo`] = subnetNo;
    listOf(row, 'accessControlGroupNoList').forEach((group, index) => {
      values[`${item}.accessControlGroupNoList.${index + 1}`] = String(group);
    });
  });
  return values;
}

/** Interfaces in the order of their devices, `eth0` first; one without a device comes last. */
export function inOrder(interfaces: readonly Row[]): Row[] {
  const device = (row: Row) => Number(/^eth(\d)$/.exec(fieldText(row, 'deviceName'))?.[1] ?? 9);
  return [...interfaces].sort((a, b) => device(a) - device(b));
}

function listOf(row: Row, path: string): readonly unknown[] {
  const items = field(row, path);
  return Array.isArray(items) ? items : [];
}
