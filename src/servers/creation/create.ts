/** Creates servers: one confirmed plan, one request, one of three outcomes. */
import { BadAnswerError, type NcloudClient, NcloudError, NotSentError } from '../../client/index';
import {
  type Context,
  type Environment,
  fieldNumber,
  fieldText,
  findCreateParameter,
  freeStart,
  genericName,
  keptNames,
  mostSerials,
  type Row,
  roles,
  sentValues,
  serverNames,
  sizeWords,
  type Values,
} from '../../reference/index';
import { listRows } from '../list';
import type { Server } from '../server';
import { completed, hitsAmong, madeAmong, type Renamed, strangersAmong, type Wish } from './made';

/** What became of a creation. There is no fourth case. */
export type Outcome =
  /**
   * NCP made these servers and named their numbers. `missing` are the names asked for that nothing tells of: whether
   * those were made is as unknown as in the third case. `refusal` is what NCP said although it made some.
   */
  | ({ readonly kind: 'created'; readonly refusal?: NcloudError } & Created)
  /** Nothing was made: NCP refused, or the request never left. */
  | { readonly kind: 'rejected'; readonly error: NcloudError }
  /**
   * Servers of these names may have been made. Only looking tells; nothing is sent again. `refusal` is what NCP said, of
   * several servers at once, when no list could be read that would have shown whether it had made some.
   */
  | {
      readonly kind: 'unknown';
      readonly names: readonly string[];
      readonly error: NcloudError;
      readonly refusal?: NcloudError;
    };

/** The servers of a creation, those that got another name than asked for apart, and the names that stay unknown. */
export interface Created {
  readonly servers: readonly Server[];
  readonly renamed: readonly Renamed[];
  readonly missing: readonly string[];
}

/** What is known before a creation is sent. */
export interface CreateOptions {
  /** Numbers of all servers that are there: none of them can be new. Without them the date of a server has to tell. */
  readonly before?: readonly string[];
}

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
  /** All that is sent, by concrete wire names. */
  readonly values: Values;
}

/**
 * The names that the servers will get. Several servers are numbered from 1 when no start is given. The values need not be
 * checked yet: of more servers than NCP has serial numbers only so many get a name.
 */
export function plannedNames(values: Values): string[] {
  const { name, count, start } = namingOf(values);
  return serverNames(name, count, start);
}

/** The values with which several servers get names that are free: their first serial number is raised as far as it must. */
export function withFreeStart(values: Values, taken: readonly string[]): Values {
  const { name, count, start } = namingOf(values);
  const free = count > 1 ? freeStart(name, count, start, taken) : undefined;
  return free === undefined || free === start ? values : { ...values, [roles.start]: String(free) };
}

function namingOf(values: Values) {
  const numberOf = (role: 'count' | 'start') =>
    /^\d+$/.test(values[roles[role]] ?? '') ? Number(values[roles[role]]) : 1;
  return { name: values[roles.name] ?? '', count: Math.min(numberOf('count'), mostSerials), start: numberOf('start') };
}

/** What will be made from these values. */
export function planOf(values: Values, context: Context): Plan {
  const kept = keptNames(values, context);
  const facts = kept.flatMap((name): Fact[] => {
    const parameter = findCreateParameter(context.environment, genericName(name));
    const value = values[name] ?? '';
    if (!parameter || parameter.role !== undefined || value === parameter.default) return [];
    if (parameter.multiline) return [{ name, text: value.split('\n').length }];
    const [label] = parameter.source?.label ?? [];
    const row = context.rows[name];
    const text = (label !== undefined && fieldText(row, label)) || value;
    return [{ name, text: [text, ...sizeOf(text, row)].join(' · ') }];
  });
  const sent = Object.fromEntries(kept.map((name) => [name, values[name] ?? '']));
  return { names: plannedNames(values), facts, values: sent };
}

/** The size of a picked spec: `2 vCPU`, `4 GB`. Empty for other rows and for products whose name tells it. */
function sizeOf(name: string, row: Row | undefined): string[] {
  const cpuCount = fieldNumber(row, 'cpuCount') ?? 0;
  if (cpuCount <= 0 || /vcpu/i.test(name)) return [];
  return sizeWords(cpuCount, fieldNumber(row, 'memorySize') ?? 0);
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
    ? { service: 'vserver', params: { ...sent, regionCode: region }, names }
    : { service: 'server', params: sent, names };
}

/**
 * Sends the creation once and only once, whatever happens. Never throws: whatever goes wrong once the request may have
 * left is `unknown`. Only servers that bear the names asked for count as made; for any others, and after a refusal of
 * several servers at once, the list of the region (`regionCode`, in Classic `regionNo`) is read, once.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-server-createserverinstances
 */
export async function createServers(
  client: NcloudClient,
  environment: Environment,
  region: string,
  values: Values,
  context: Context,
  { before }: CreateOptions = {},
): Promise<Outcome> {
  const { service, params, names } = createRequest(environment, region, values, context);
  const there = { before: before && new Set(before), isWhole: before !== undefined };
  const wish: Wish = { environment, params, names, askedAt: client.timestamp(), ...there };
  const list = () => listRows(client, environment, region);
  try {
    const { serverInstanceList } = await client.call(service, 'createServerInstances', params);
    return await concludeAnswer(Array.isArray(serverInstanceList) ? serverInstanceList : [], wish, list);
  } catch (error) {
    const known = ours(error);
    if (known.outcome === 'unknown') return { kind: 'unknown', names, error: known };
    // Of several servers NCP may have made some before it refused the rest.
    const isOver = names.length === 1 || known instanceof NotSentError;
    return isOver ? { kind: 'rejected', error: known } : concludeRefusal(known, wish, list);
  }
}

type List = () => Promise<readonly Row[]>;

async function concludeAnswer(rows: readonly Row[], wish: Wish, list: List): Promise<Outcome> {
  let found = madeAmong(rows, wish);
  if (found.missing.length > 0 && strangersAmong(rows, wish).length > 0) {
    const whole = await list().catch(() => undefined);
    if (whole) found = completed(rows, whole, wish);
  }
  const { made, renamed, missing } = found;
  const servers = [...made, ...renamed.map(({ server }) => server)];
  if (servers.length > 0) return { kind: 'created', servers, renamed, missing };
  const error = new BadAnswerError(rows.length === 0 ? 'no-instance-number' : 'wrong-root');
  return { kind: 'unknown', names: wish.names, error };
}

async function concludeRefusal(refusal: NcloudError, wish: Wish, list: List): Promise<Outcome> {
  const { names } = wish;
  let hits: Row[];
  try {
    hits = hitsAmong(await list(), wish);
  } catch (error) {
    return { kind: 'unknown', names, error: ours(error), refusal };
  }
  if (hits.length === 0) return { kind: 'rejected', error: refusal };
  const { made, renamed, missing } = madeAmong(hits, wish);
  if (made.length > 0) return { kind: 'created', servers: made, renamed, missing, refusal };
  return { kind: 'unknown', names, error: refusal, refusal };
}

function ours(error: unknown): NcloudError {
  return error instanceof NcloudError ? error : new BadAnswerError('malformed');
}
