// One cell of the fault matrix: an action over a sandbox of its own, with what is planned to go wrong.
import assert from 'node:assert/strict';
import {
  type CallOptions,
  type ClientOptions,
  NcloudClient,
  NcloudError,
  type Params,
} from '../../../../src/client/index';
import type { Environment, Row, Service, Values } from '../../../../src/reference/index';
import { type Fault, type Sandbox, startSandbox } from '../../../../src/sandbox/index';
import { Fleet } from '../../../../src/servers/fleet';
import {
  Catalog,
  Creations,
  createServers,
  listServers,
  operateServer,
  type Server,
} from '../../../../src/servers/index';
import { IntentFolder, openJournal } from '../../../support/intents';
import { valuesFor } from '../../../support/vpc-values';

export const columns = ['create VPC', 'create Classic', 'bulk of 5', 'terminate', 'stop', 'list'] as const;
export type Column = (typeof columns)[number];
export type Group = 'create' | 'classic' | 'bulk' | 'operate' | 'list';

export const groupOf: Readonly<Record<Column, Group>> = {
  'create VPC': 'create',
  'create Classic': 'classic',
  'bulk of 5': 'bulk',
  terminate: 'operate',
  stop: 'operate',
  list: 'list',
};

/** The action that a column is about. */
export const actionOf: Readonly<Record<Column, string>> = {
  'create VPC': 'createServerInstances',
  'create Classic': 'createServerInstances',
  'bulk of 5': 'createServerInstances',
  terminate: 'terminateServerInstances',
  stop: 'stopServerInstances',
  list: 'getServerInstanceList',
};

/** What a case does beside its faults. */
export interface Play {
  readonly faults: readonly Fault[];
  /** Answers are asked for as XML. */
  readonly isXml: boolean;
  /** Nothing comes, so the deadline is short. */
  readonly isSlow: boolean;
  /** Another way to the sandbox, or to nobody. */
  readonly way?: Way | undefined;
  /** Runs when all is ready, before anything is asked for. */
  readonly before?: ((stage: Stage) => unknown) | undefined;
  /** Runs when a creation has taken its names, before it makes sure that NCP has none of them. */
  readonly claimed?: ((stage: Stage) => unknown) | undefined;
  /** Runs when a creation has made sure that nobody has its names, and is about to be sent. */
  readonly checked?: ((stage: Stage) => unknown) | undefined;
  /** Runs before the lists are read that tell what came of a creation. */
  readonly after?: ((stage: Stage) => unknown) | undefined;
}

/** How a client gets to the other side. */
export type Way = (sandbox: Sandbox) => ClientOptions | Promise<ClientOptions>;

/** What a cell plays on. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** A client that nothing stands in the way of. */
  readonly direct: NcloudClient;
  /** Of a creation. */
  readonly values?: Values;
  /** Numbers of servers that somebody else has made. */
  readonly others: string[];
  /** Of an operation. */
  readonly target?: Server;
}

/** What was seen, in the words of the table; `breaches` must be empty. */
export interface Seen {
  readonly requests: number;
  readonly commits: number;
  readonly outcome: string;
  readonly breaches: readonly string[];
  /** Code of the error that the action ended in. */
  readonly code?: string | undefined;
  /** What was waited before each further attempt of a read, in milliseconds. */
  readonly waits: readonly number[];
}

class XmlClient extends NcloudClient {
  override call(service: Service, action: string, params: Params = {}, options: CallOptions = {}) {
    return super.call(service, action, params, { ...options, format: 'xml' });
  }
  override list(service: Service, action: string, params: Params = {}, options: CallOptions = {}): Promise<Row[]> {
    return super.list(service, action, params, { ...options, format: 'xml' });
  }
}

/** Long enough for a computer with much else to do, and short where nothing will come. */
const patience = 20_000;
const impatience = 1500;

interface Result {
  readonly outcome: string;
  readonly code?: string | undefined;
  readonly breaches: readonly string[];
}

/** Plays one cell on a sandbox that lives no longer. */
export async function play(column: Column, cell: Play): Promise<Seen> {
  const sandbox = await startSandbox({ servers: 4 });
  try {
    const direct = new NcloudClient(sandbox);
    const waits: number[] = [];
    const isList = column === 'list';
    const deadlines = {
      connect: patience,
      read: cell.isSlow && isList ? impatience : patience,
      mutation: cell.isSlow ? impatience : patience,
    };
    const options: ClientOptions = {
      ...((await cell.way?.(sandbox)) ?? sandbox),
      deadlines,
      pause: async (milliseconds) => waits.push(milliseconds),
    };
    const client = new (cell.isXml ? XmlClient : NcloudClient)(options);
    const run = isList ? list : groupOf[column] === 'operate' ? operate : create;
    const action = actionOf[column];
    let [requests, commits, ended] = [0, 0, Number.POSITIVE_INFINITY];
    const count = () => {
      [requests, commits] = [sandbox.requests.length, sandbox.commits.length];
    };
    const plan = () => sandbox.faults.add(...cell.faults);
    const over = () => {
      ended = sandbox.requests.length;
    };
    const others: string[] = [];
    const { outcome, code, breaches } = await run(column, { cell, sandbox, direct, client, count, plan, over, others });
    const asked =
      sandbox.requests.slice(requests, ended).filter((request) => request.action === action).length - others.length;
    const made = sandbox.commits
      .slice(commits)
      .filter((commit) => commit.action === action && !others.includes(commit.serverInstanceNo)).length;
    const confirmed = isList ? 0 : column === 'bulk of 5' ? 5 : 1;
    return {
      requests: asked,
      commits: made,
      outcome,
      code,
      waits,
      breaches: [
        ...breaches,
        ...(made > confirmed ? [`${made} commits for ${confirmed} confirmed`] : []),
        ...(!isList && asked > 1 ? [`sent ${asked} times`] : []),
        ...(waits.some((wait) => wait > 30_000) ? [`waits ${waits}`] : []),
        ...sandbox.faults.pending().map((fault) => `never struck: ${JSON.stringify(fault)}`),
      ],
    };
  } finally {
    await sandbox.stop();
  }
}

interface Run {
  readonly cell: Play;
  readonly sandbox: Sandbox;
  readonly direct: NcloudClient;
  readonly client: NcloudClient;
  /** All that is asked for from here on counts; of a sandbox without it, all. */
  readonly count: () => void;
  /** From here on the faults strike. */
  readonly plan: () => void;
  readonly others: string[];
  /** What is asked for from here on does not count. */
  readonly over: () => void;
}

/** How often a list is read that is to tell what came of a creation. */
const looks = 4;

async function create(column: Column, { cell, sandbox, direct, client, plan, others }: Run): Promise<Result> {
  const environment: Environment = column === 'create Classic' ? 'classic' : 'vpc';
  const region = environment === 'vpc' ? 'KR' : '1';
  const values: Values =
    environment === 'classic'
      ? { serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2', serverName: 'mine' }
      : { ...(await valuesFor(direct, 'mine')), ...(column === 'bulk of 5' ? { serverCreateCount: '5' } : {}) };
  if (cell.way) {
    // No list can be read either, so the product would not come this far.
    const { kind, ...rest } = await createServers(client, environment, region, values, { environment, rows: {} });
    return { outcome: kind, code: 'error' in rest ? rest.error.code : undefined, breaches: [] };
  }
  const stage: Stage = { sandbox, direct, values, others };
  const folder = new IntentFolder();
  const journal = openJournal(folder);
  const fleet = new Fleet(journal);
  const accountId = 'a';
  const breaches: string[] = [];
  const subscription = fleet.onDidSettle(({ settled: all }) => {
    for (const { server } of all) if (others.includes(server.number)) breaches.push(`took ${server.number} for ours`);
  });
  let isPlanned = false;
  folder.before = async (step) => {
    if (step === 'created') await cell.claimed?.(stage);
    if (step !== 'replaced' || isPlanned) return;
    isPlanned = true;
    await cell.checked?.(stage);
    plan();
  };
  try {
    await cell.before?.(stage);
    const creations = new Creations(fleet, journal);
    const catalog = new Catalog(direct, environment, region);
    const place = { accountId, environment, region, client, catalog, price: async () => undefined };
    const prepared = await creations.prepare(place, values);
    if (prepared.kind !== 'prepared') return { outcome: prepared.kind, breaches: [] };
    const { names } = prepared.plan;
    const outcome = await creations.carryOut(prepared);
    const made = sandbox.commits.map(({ serverInstanceNo }) => serverInstanceNo).filter((one) => !others.includes(one));
    const code = outcome.kind === 'rejected' ? outcome.error.code : undefined;
    if (outcome.kind === 'rejected' && made.length > 0) breaches.push(`rejected, and made ${made}`);
    await cell.after?.(stage);
    for (let look = 1; look <= looks; look += 1) {
      const askedAt = Date.now();
      fleet.renew(accountId, await listServers(direct, environment, region), askedAt);
      const { servers = [], unknown = [] } = fleet.get(accountId) ?? {};
      const isLost = made.some((number) => !servers.some((server) => server.number === number));
      if (isLost && unknown.length === 0) breaches.push(`look ${look} shows nothing of ${made}`);
    }
    const { servers = [], unknown = [] } = fleet.get(accountId) ?? {};
    const found = made.filter((number) => servers.some((server) => server.number === number)).length;
    if (found < made.length) breaches.push(`lost in the end: ${made}`);
    if (outcome.kind !== 'created' && outcome.kind !== 'unknown') {
      if (unknown.length > 0) breaches.push(`${outcome.kind}, and still looked for`);
      return { outcome: outcome.kind, code, breaches };
    }
    const told = outcome.kind === 'created' ? outcome.servers : [];
    for (const { number } of told) if (!made.includes(number)) breaches.push(`${number} is not ours`);
    const candidates = new Set(unknown.flatMap((one) => fleet.candidates(accountId, one)).map(({ number }) => number))
      .size;
    const settled = names.length - unknown.length;
    const words = [
      ...(settled > 0 ? [`made ${settled}${names.length > 1 ? ` of ${names.length}` : ''}`] : []),
      ...(candidates > 0 ? [`${candidates} candidate${candidates > 1 ? 's' : ''}`] : []),
    ];
    if (outcome.kind === 'unknown') return { outcome: `unknown, ${words.join(', ') || 'not found'}`, breaches };
    const isAll = outcome.missing.length === 0;
    return { outcome: isAll ? 'created' : `created ${told.length} of ${names.length}`, breaches };
  } finally {
    for (const part of [subscription, fleet, journal]) part.dispose();
  }
}

async function operate(column: Column, { cell, sandbox, direct, client, count, plan, others }: Run): Promise<Result> {
  const operation = column === 'stop' ? 'stop' : 'terminate';
  const servers = await listServers(direct, 'vpc', 'KR');
  const target = servers.find(({ state }) => state === (column === 'stop' ? 'running' : 'stopped'));
  assert.ok(target);
  await cell.before?.({ sandbox, direct, target, others });
  // One connection stands: what is planned for the next one strikes the request that changes something.
  await listServers(direct, 'vpc', 'KR');
  count();
  plan();
  const first = sandbox.commits.length;
  let outcome: string;
  let code: string | undefined;
  try {
    const { kind } = await operateServer(client, target, operation);
    outcome = kind;
  } catch (error) {
    assert.ok(error instanceof NcloudError, String(error));
    outcome = 'error';
    code = error.code;
  }
  const done = sandbox.commits.slice(first).length;
  const touched = sandbox.commits.slice(first).filter(({ serverInstanceNo }) => serverInstanceNo !== target.number);
  const isDone = outcome === 'done';
  return {
    outcome,
    code,
    breaches: [
      ...(isDone && done === 0 && !cell.before ? ['done, and nothing was'] : []),
      ...(/refused|error/.test(outcome) && done > 0 ? [`${outcome}, and done`] : []),
      ...touched.map(({ serverInstanceNo }) => `touched ${serverInstanceNo}`),
    ],
  };
}

async function list(_: Column, { cell, sandbox, direct, client, count, plan, over, others }: Run): Promise<Result> {
  await cell.before?.({ sandbox, direct, others });
  count();
  plan();
  try {
    const told = await listServers(client, 'vpc', 'KR');
    over();
    const numbers = (servers: readonly Server[]) => servers.map(({ number, name }) => `${number} ${name}`).join();
    const isTrue = numbers(told) === numbers(await listServers(direct, 'vpc', 'KR'));
    return { outcome: isTrue ? 'equal' : 'another list', breaches: isTrue ? [] : ['another list'] };
  } catch (error) {
    assert.ok(error instanceof NcloudError, String(error));
    return { outcome: 'error', code: error.code, breaches: [] };
  }
}
