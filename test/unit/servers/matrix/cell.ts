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
import { createServers, listServers, operateServer, plannedNames, type Server } from '../../../../src/servers/index';
import { valuesFor } from '../../../support/vpc-values';

export const columns = ['create VPC', 'create Classic', 'bulk of 5', 'terminate', 'stop', 'list'] as const;
export type Column = (typeof columns)[number];
export type Group = 'create' | 'bulk' | 'operate' | 'list';

export const groupOf: Readonly<Record<Column, Group>> = {
  'create VPC': 'create',
  'create Classic': 'create',
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
  /** Runs when all is ready, before the faults are planned. */
  readonly before?: ((stage: Stage) => unknown) | undefined;
  /** Runs before the list is read that tells what came of a creation. */
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
const impatience = 700;

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
    const ready = () => {
      [requests, commits] = [sandbox.requests.length, sandbox.commits.length];
      sandbox.faults.add(...cell.faults);
    };
    const over = () => {
      ended = sandbox.requests.length;
    };
    const { outcome, code, breaches } = await run(column, { cell, sandbox, direct, client, ready, over });
    const asked = sandbox.requests.slice(requests, ended).filter((request) => request.action === action).length;
    const made = sandbox.commits.slice(commits).filter((commit) => commit.action === action).length;
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
  /** All that is asked for from here on counts. */
  readonly ready: () => void;
  /** What is asked for from here on does not count. */
  readonly over: () => void;
}

async function create(column: Column, { cell, sandbox, direct, client, ready }: Run): Promise<Result> {
  const environment: Environment = column === 'create Classic' ? 'classic' : 'vpc';
  const region = environment === 'vpc' ? 'KR' : '1';
  const values: Values =
    environment === 'classic'
      ? { serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2', serverName: 'mine' }
      : { ...(await valuesFor(direct, 'mine')), ...(column === 'bulk of 5' ? { serverCreateCount: '5' } : {}) };
  const names = plannedNames(values);
  await cell.before?.({ sandbox, direct, values });
  const before = (await listServers(direct, environment, region)).map(({ number }) => number);
  ready();
  const first = sandbox.commits.length;
  const outcome = await createServers(client, environment, region, values, { environment, rows: {} }, { before });
  const made = sandbox.commits.slice(first).map(({ serverInstanceNo }) => serverInstanceNo);
  await cell.after?.({ sandbox, direct, values });
  const list = await listServers(direct, environment, region);
  const found = list.filter(({ name, number }) => names.includes(name) && !before.includes(number));
  const count = `${found.length}${found.length < names.length || names.length > 1 ? ` of ${names.length}` : ''}`;
  const told = outcome.kind === 'created' ? outcome.servers.map(({ number }) => number) : [];
  const breaches = [
    ...(outcome.kind === 'rejected' && made.length > 0 ? [`rejected, and made ${made}`] : []),
    ...told.filter((number) => !made.includes(number)).map((number) => `${number} is not ours`),
  ];
  if (outcome.kind === 'rejected') return { outcome: 'rejected', code: outcome.error.code, breaches };
  if (outcome.kind === 'created') {
    const isAll = outcome.missing.length === 0;
    return { outcome: isAll ? 'created' : `created ${told.length} of ${names.length}`, breaches };
  }
  return { outcome: `unknown, ${found.length === 0 ? 'not made' : `made ${count}`}`, breaches };
}

async function operate(column: Column, { cell, sandbox, direct, client, ready }: Run): Promise<Result> {
  const operation = column === 'stop' ? 'stop' : 'terminate';
  const servers = await listServers(direct, 'vpc', 'KR');
  const target = servers.find(({ state }) => state === (column === 'stop' ? 'running' : 'stopped'));
  assert.ok(target);
  await cell.before?.({ sandbox, direct, target });
  // One connection stands: what is planned for the next one strikes the request that changes something.
  await listServers(direct, 'vpc', 'KR');
  ready();
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

async function list(_: Column, { cell, sandbox, direct, client, ready, over }: Run): Promise<Result> {
  await cell.before?.({ sandbox, direct });
  ready();
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
