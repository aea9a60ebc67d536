/** Creates servers: one confirmed plan, one request, one of three outcomes. */
import { BadAnswerError, type NcloudClient, NcloudError } from '../client/index';
import {
  type Context,
  type Environment,
  fieldNumber,
  fieldText,
  findCreateParameter,
  genericName,
  keptNames,
  type Row,
  sentValues,
  serverNames,
  type Values,
} from '../reference/index';
import type { Server } from './server';
import { toServer } from './translate';

/** What became of a creation. There is no fourth case. */
export type Outcome =
  /** NCP made servers and named their numbers; `missing` of those asked for are not among them. */
  | { readonly kind: 'created'; readonly servers: readonly Server[]; readonly missing: number }
  /** Nothing was made: NCP refused, or the request never left. */
  | { readonly kind: 'rejected'; readonly error: NcloudError }
  /** Servers of these names may have been made. Only looking tells; nothing is sent again. */
  | { readonly kind: 'unknown'; readonly names: readonly string[]; readonly error: NcloudError };

/** One thing that a plan will do: a parameter that is sent, and its value for people. */
export interface Fact {
  /** Concrete wire name. */
  readonly name: string;
  /**
   * The most telling field of the picked row, of a spec with its size, or the value itself; for text of several lines
   * how many they are.
   */
  readonly text: string | number;
}

/** What a creation will do, for the question before it. */
export interface Plan {
  readonly names: readonly string[];
  /** The other parameters that are sent and differ from what NCP assumes, in the reference's order. */
  readonly facts: readonly Fact[];
}

/** Told by the names, or by the place of an item. */
const unsaid = [
  'serverName',
  'serverCreateCount',
  'serverCreateStartNo',
  'networkInterfaceList.N.networkInterfaceOrder',
];

/** The names that the servers will get. Several servers are numbered from 1 when no start is given. */
export function plannedNames(values: Values): string[] {
  const count = Number(values.serverCreateCount || 1);
  return serverNames(values.serverName ?? '', count, Number(values.serverCreateStartNo || 1));
}

/** What will be made from these values. */
export function planOf(values: Values, context: Context): Plan {
  const facts = keptNames(values, context).flatMap((name): Fact[] => {
    const parameter = findCreateParameter(context.environment, genericName(name));
    const value = values[name] ?? '';
    if (!parameter || unsaid.includes(parameter.name) || value === parameter.default) return [];
    if (parameter.multiline) return [{ name, text: value.split('\n').length }];
    const [label] = parameter.source?.label ?? [];
    const row = context.rows[name];
    const text = (label !== undefined && fieldText(row, label)) || value;
    return [{ name, text: [text, ...sizeOf(text, row)].join(' · ') }];
  });
  return { names: plannedNames(values), facts };
}

/** The size of a picked spec: `2 vCPU`, `4 GB`. Empty for other rows and for products whose name tells it. */
function sizeOf(name: string, row: Row | undefined): string[] {
  const cpuCount = fieldNumber(row, 'cpuCount') ?? 0;
  if (cpuCount <= 0 || /vcpu/i.test(name)) return [];
  const memory = Math.round(((fieldNumber(row, 'memorySize') ?? 0) / 2 ** 30) * 10) / 10;
  return [`${cpuCount} vCPU`, ...(memory > 0 ? [`${memory} GB`] : [])];
}

/** A creation as it goes over the wire. */
export interface CreateRequest {
  readonly service: 'vserver' | 'server';
  readonly params: Values;
  /** The names that the servers will get. */
  readonly names: readonly string[];
}

/** The request of a creation. `region` is the `regionCode`; Classic takes its region from the zone among the values. */
export function createRequest(
  environment: Environment,
  region: string,
  values: Values,
  context: Context,
): CreateRequest {
  const sent = sentValues(values, context);
  const names = plannedNames(sent);
  return environment === 'vpc'
    ? { service: 'vserver', params: { regionCode: region, ...sent }, names }
    : { service: 'server', params: sent, names };
}

/**
 * Sends the creation once and only once, whatever happens. Never throws: whatever goes wrong once the request may have
 * left is `unknown`.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-server-createserverinstances
 */
export async function createServers(
  client: NcloudClient,
  environment: Environment,
  region: string,
  values: Values,
  context: Context,
): Promise<Outcome> {
  const { service, params, names } = createRequest(environment, region, values, context);
  try {
    const { serverInstanceList } = await client.call(service, 'createServerInstances', params);
    const servers = serversOf(environment, serverInstanceList);
    if (servers) return { kind: 'created', servers, missing: Math.max(0, names.length - servers.length) };
    return { kind: 'unknown', names, error: new BadAnswerError('no-instance-number') };
  } catch (error) {
    const known = error instanceof NcloudError ? error : new BadAnswerError('malformed');
    return known.outcome === 'rejected' ? { kind: 'rejected', error: known } : { kind: 'unknown', names, error: known };
  }
}

/** The servers of an answer; `undefined` when there are none or one lacks its number. */
function serversOf(environment: Environment, list: unknown): Server[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const servers = list.map((row: Row) => toServer(environment, row));
  return servers.every(({ number }) => number !== '') ? servers : undefined;
}
