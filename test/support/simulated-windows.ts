// Windows of one user over one folder of intents and one simulated account, on a virtual time: what they do, what goes
// wrong, and what must hold whatever happens. Each step may be the last one of a window.
import assert from 'node:assert/strict';
import type { NcloudClient } from '../../src/client/index';
import type { Row, Values } from '../../src/reference/index';
import type { Fault } from '../../src/sandbox/faults';
import { Random } from '../../src/sandbox/random';
import type { Holder, IntentStore } from '../../src/servers/creation/intent';
import { Journal } from '../../src/servers/creation/journal';
import { Seek } from '../../src/servers/creation/seek';
import { Fleet } from '../../src/servers/fleet';
import {
  Catalog,
  type Conclusion,
  Creations,
  listServers,
  type Operation,
  operateServer,
  type Place,
  type Server,
} from '../../src/servers/index';
import { IntentFolder, ownerOf } from './intents';
import type { VirtualTime } from './virtual-time';
import { valuesFor } from './vpc-values';
import { type Caller, Ncp, type Trip, untroubled } from './wired-client';

const create = 'createServerInstances';
const accountId = 'a';
const minute = 60_000;

/** What may become of the one request of a creation. */
export const fates = [
  'good',
  'slow',
  'late',
  'unreachable',
  'lost',
  'reset before',
  'reset after',
  'hang before',
  'hang after',
  'cut',
  'refused',
  'broken before',
  'broken after',
  'partial',
] as const;
export type Fate = (typeof fates)[number];

/** How the disk is. `hangs`: nothing is done until it is well again. `slow`: each step takes longer than anybody waits for, and is done all the same. */
export const healths = ['good', 'fails', 'hangs', 'slow'] as const;
export type Health = (typeof healths)[number];

/** Two specs of which one differs from the other in all that a row tells. */
export type Spec = 0 | 1;
const specs = ['SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002', 'SVR.VSVR.STAND.C004.M016.NET.SSD.B050.G002'] as const;

/** What was confirmed, and what became of it. */
interface Confirmation {
  readonly window: Window;
  readonly names: readonly string[];
  readonly spec: Spec;
  readonly at: number;
  readonly numbers: string[];
  readonly conclusions: Conclusion[];
  requests: number;
  /** Carryings-out that have not ended. */
  underway: number;
  /** When the request left. */
  sentAt: number | undefined;
  intentId: string | undefined;
  /** The user has taken its row away, or has asked for its names once more although they may have been made. */
  isExcused: boolean;
}

/** A server that was made from here. */
interface Own {
  readonly name: string;
  readonly confirmation: Confirmation;
}

/** A server of somebody else. */
interface Stranger {
  readonly name: string;
  readonly spec: Spec;
  readonly at: number;
}

export interface Figures {
  confirmations: number;
  requests: number;
  commits: number;
  created: number;
  rejected: number;
  unknown: number;
  refused: number;
  failed: number;
  unwritten: number;
  found: number;
  lookAlikes: number;
  kills: number;
  left: number;
}

/** The values of a creation and the rows of what they are picked from; the same in every simulated account. */
let offer: { readonly values: Values; readonly rows: Map<string, readonly Row[]> } | undefined;

export class Simulation {
  readonly figures: Figures = {
    ...{
      confirmations: 0,
      requests: 0,
      commits: 0,
      created: 0,
      rejected: 0,
      unknown: 0,
      refused: 0,
      failed: 0,
      unwritten: 0,
    },
    ...{ found: 0, lookAlikes: 0, kills: 0, left: 0 },
  };
  readonly folder = new IntentFolder();
  readonly confirmations: Confirmation[] = [];
  /** By number. */
  readonly own = new Map<string, Own>();
  readonly strangers = new Map<string, Stranger>();
  /** Numbers of servers that the user has confirmed to terminate. */
  readonly ended = new Set<string>();
  /** Numbers that a list has shown to one of the windows. */
  readonly listed = new Set<string>();
  readonly windows: Window[] = [];
  /** Whether the disk has ever refused something. */
  wasSick = false;
  health: Health = 'good';
  /** Whether the lists of NCP can be read. */
  isListed = true;
  /** What becomes of the next requests of creations. */
  readonly planned: Fate[] = [];
  private pids = 100;
  private readonly problems: unknown[] = [];

  private constructor(
    readonly time: VirtualTime,
    readonly ncp: Ncp,
    readonly random: Random,
  ) {}

  /** `seed` decides how long everything takes. */
  static async open(time: VirtualTime, seed: number): Promise<Simulation> {
    const simulation = new Simulation(time, await Ncp.open(time, 1), new Random(seed));
    offer ??= await readOffer(time, simulation.ncp);
    for (let place = 0; place < 2; place += 1) simulation.openWindow(place);
    return simulation;
  }

  /** One of so many windows of the same place, which is opened when there is none. */
  window(place: number): Window {
    return this.windows[place] ?? this.openWindow(place);
  }

  /** Ends a window at once, wherever it is. */
  kill(place: number): void {
    const window = this.windows[place];
    if (!window) return;
    this.figures.kills += 1;
    window.kill();
    delete this.windows[place];
  }

  /** The windows that are open. */
  open(): Window[] {
    return this.windows.filter((window) => window !== undefined);
  }

  /** Somebody else makes a server of that name. */
  async stranger(name: string, spec: Spec): Promise<void> {
    const committed = (numbers: readonly string[]) => {
      for (const number of numbers) this.strangers.set(number, { name, spec, at: this.time.now() });
    };
    const client = this.ncp.client({ ...untroubled, committed });
    // On a computer that sleeps nobody hears of the answer.
    await client.call('vserver', create, { ...valuesOf(name, 1, spec), regionCode: 'KR' }).catch(() => undefined);
  }

  /** Keeps what went wrong in something that nobody waits for. */
  watch(doing: Promise<unknown>): void {
    doing.catch((error: unknown) => this.problems.push(error));
  }

  /** Milliseconds that something takes. */
  takes(least: number, most: number): number {
    return this.random.integer(least, most);
  }

  /** @throws when anything is untrue. */
  check(): void {
    for (const problem of this.problems) throw problem;
    for (const [number, { name, confirmation }] of this.own) this.checkKept(number, name, confirmation);
    for (const window of this.open()) window.check();
    assert.ok(this.figures.requests <= this.figures.confirmations, 'more requests than confirmations');
  }

  /** Everything is mended, and enough time passes for all that is underway to end. @throws when anything is untrue. */
  async end(): Promise<void> {
    this.health = 'good';
    this.isListed = true;
    this.planned.length = 0;
    this.ncp.options.listLag = 0;
    await this.time.pass(5 * minute);
    for (const place of [0, 1]) this.window(place);
    for (const _ of [1, 2]) {
      for (const window of this.open()) this.watch(window.look());
      await this.time.pass(minute);
    }
    this.check();
    for (const window of this.open()) this.checkEnd(window);
    this.figures.left += this.window(0).journal.list(accountId).length;
    for (const window of this.open()) window.kill();
  }

  /** A creation that was made: a request has arrived, whoever waits for it. */
  committed(confirmation: Confirmation, numbers: readonly string[]): void {
    for (const number of numbers) {
      const name = this.nameOf(number);
      this.figures.commits += 1;
      for (const [other, { name: otherName, confirmation: earlier }] of this.own) {
        const isDouble = otherName === name && this.isThere(other) && !this.ended.has(other) && !earlier.isExcused;
        assert.ok(!isDouble, `two servers named ${name}: ${other} and ${number}`);
      }
      this.own.set(number, { name, confirmation });
      confirmation.numbers.push(number);
    }
    assert.ok(confirmation.numbers.length <= confirmation.names.length, 'more servers than were confirmed');
  }

  /** The way of the request of a creation that has such a fate. */
  tripOf(fate: Fate): Trip {
    const isSlow = fate === 'slow';
    const out = fate === 'late' ? this.takes(50_000, 75_000) : this.takes(5, isSlow ? 30_000 : 200);
    const fault = faultOf(fate);
    return {
      ...{ out, back: this.takes(5, isSlow ? 30_000 : 200) },
      ...(fate === 'unreachable' || fate === 'lost' ? { line: fate } : {}),
      ...(fault ? { fault } : {}),
    };
  }

  /** The user gives up on a creation: from here on nothing is said of what it may have made. */
  excuse(intentId: string, name: string): void {
    for (const one of this.confirmations) {
      if (one.intentId === intentId || (one.intentId === undefined && one.names.includes(name))) one.isExcused = true;
    }
  }

  isThere(number: string): boolean {
    return this.ncp.world.server('vpc', number) !== undefined;
  }

  openWindow(place: number): Window {
    const window = new Window(this, this.pids++);
    this.windows[place] = window;
    return window;
  }

  private nameOf(number: string): string {
    return this.ncp.world.server('vpc', number)?.name ?? '';
  }

  /** A server that was made is on record, or in a tree, or a list has shown it, or the user has ended or forgotten it. */
  private checkKept(number: string, name: string, { isExcused }: Confirmation): void {
    if (isExcused || this.ended.has(number) || this.listed.has(number)) return;
    const isOnRecord = this.folder.intents().some((intent) => intent.names.includes(name));
    const isInTree = this.open().some(({ fleet }) => fleet.server(accountId, number) !== undefined);
    assert.ok(isOnRecord || isInTree, `server ${number}, ${name}, is lost`);
  }

  private checkEnd(window: Window): void {
    const rows = window.journal.list(accountId);
    for (const { name, state } of rows) assert.equal(state, 'unknown', `${name} is still ${state}`);
    for (const { underway, names, window: asking } of this.confirmations) {
      assert.ok(underway === 0 || asking.isDead, `the creation of ${names} has not ended`);
    }
    const tree = new Set(window.fleet.get(accountId)?.servers.map(({ number }) => number));
    for (const number of this.own.keys()) {
      if (this.isThere(number)) assert.ok(tree.has(number), `${number} is not in the tree`);
    }
    for (const { id, name } of rows) {
      const confirmation = this.confirmations.find(({ intentId }) => intentId === id);
      // Without one it was written down, and the window ended before the request left.
      if (!confirmation) {
        assert.ok(this.isConfirmed(name), `nobody has asked for ${name}`);
        continue;
      }
      const made = confirmation.numbers.filter((number) => this.isThere(number) && this.own.get(number)?.name === name);
      const others = [...this.strangers.values()].filter((one) => one.name === name);
      const isClear = made.length === 1 && others.length === 0 && this.asked(name) === 1;
      assert.ok(!isClear, `${name} was made, alone, and is still unknown`);
    }
    // What a sick disk did not let a window remove goes when the window does.
    const isLeft = this.folder.intents().some(({ stage }) => stage === 'claimed');
    assert.ok(!isLeft || this.wasSick, 'a claim that nobody has');
  }

  private isConfirmed(name: string): boolean {
    return this.confirmations.some(({ names }) => names.includes(name));
  }

  /** How many requests for that name have left. */
  private asked(name: string): number {
    return this.confirmations.filter(({ names, requests }) => requests > 0 && names.includes(name)).length;
  }
}

/** A window: all that knows of servers in one process of the editor. */
export class Window {
  readonly journal: Journal;
  readonly fleet: Fleet;
  readonly creations: Creations;
  readonly seek: Seek;
  private readonly client: NcloudClient;
  private readonly caller: Caller & { isDead: boolean };
  private reading: Promise<void> | undefined;

  constructor(
    private readonly simulation: Simulation,
    readonly pid: number,
  ) {
    const { folder, ncp } = simulation;
    this.caller = { isDead: false, trip: (action) => this.trip(action) };
    this.client = ncp.client(this.caller);
    this.journal = new Journal(this.store(folder.store(pid)), {
      self: ownerOf(pid),
      isAlive: (owner) => folder.isAlive(owner.pid),
    });
    this.fleet = new Fleet(this.journal);
    const renew = this.fleet.renew.bind(this.fleet);
    this.fleet.renew = (account, servers, askedAt) => {
      for (const { number } of servers) simulation.listed.add(number);
      renew(account, servers, askedAt);
    };
    const renewSome = this.fleet.renewSome.bind(this.fleet);
    this.fleet.renewSome = (account, numbers, servers, askedAt) => {
      for (const { number } of servers) simulation.listed.add(number);
      renewSome(account, numbers, servers, askedAt);
    };
    this.creations = new Creations(this.fleet, this.journal);
    this.seek = new Seek(this.fleet, this.journal, { isOpen: () => true, renew: () => this.look() });
    this.fleet.onDidAdopt(({ servers }) => this.told(() => this.adopted(servers)));
    simulation.watch(this.look());
  }

  get isDead(): boolean {
    return this.caller.isDead;
  }

  /** Ends the process: what it waits for never comes, what it has sent arrives all the same. */
  kill(): void {
    this.caller.isDead = true;
    this.simulation.folder.kill(this.pid);
    for (const part of [this.seek, this.fleet, this.journal]) part.dispose();
  }

  /** Reads the journal and the whole list. */
  look(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  /** Prepares a creation, thinks, and confirms it, with one click or with several. */
  async create(name: string, count: number, spec: Spec, think: number, clicks: number): Promise<void> {
    const { simulation } = this;
    const confirmation: Confirmation = {
      ...{ window: this, names: [], spec, at: 0, numbers: [], conclusions: [], requests: 0, underway: 0 },
      ...{ sentAt: undefined, intentId: undefined, isExcused: false },
    };
    const prepared = await this.creations.prepare(this.place(confirmation), valuesOf(name, count, spec));
    if (prepared.kind !== 'prepared') return;
    Object.assign(confirmation, { names: prepared.plan.names });
    await this.pause(think);
    simulation.confirmations.push(Object.assign(confirmation, { at: simulation.time.now() }));
    simulation.figures.confirmations += 1;
    for (let click = 0; click < clicks; click += 1) {
      confirmation.underway += 1;
      simulation.watch(this.creations.carryOut(prepared).then((end) => this.concluded(confirmation, end)));
    }
  }

  async operate(pick: number, operation: Operation): Promise<void> {
    const servers = this.fleet.get(accountId)?.servers ?? [];
    const server = servers[pick % Math.max(1, servers.length)];
    if (!server) return;
    if (operation === 'terminate') this.simulation.ended.add(server.number);
    const outcome = await operateServer(this.client, server, operation).catch(() => undefined);
    if (outcome?.kind === 'done') {
      this.fleet.renewSome(accountId, [server.number], outcome.server ? [outcome.server] : [], Date.now());
    }
  }

  /** Takes a row away that nobody knows the outcome of. */
  forget(pick: number): void {
    const row = this.unknown(pick);
    if (!row) return;
    this.simulation.excuse(row.id, row.name);
    this.journal.drop(accountId, row);
  }

  /** Asks once more for a name of which nobody knows whether it was made. */
  async again(pick: number, spec: Spec): Promise<void> {
    const row = this.unknown(pick);
    if (!row) return;
    this.simulation.excuse(row.id, row.name);
    await this.journal.release(row.id).catch(() => undefined);
    await this.create(row.name, 1, spec, 0, 1);
  }

  /** @throws when a row says what is not true. */
  check(): void {
    for (const { id, name, state, number } of this.journal.list(accountId)) {
      const confirmation = this.simulation.confirmations.find(({ intentId }) => intentId === id);
      if (state === 'requested' && confirmation) assert.ok(confirmation.underway > 0, `nobody waits for ${name}`);
      if (state === 'made') assert.ok(this.simulation.own.has(number ?? ''), `${name} was not made as ${number}`);
    }
  }

  private unknown(pick: number) {
    const rows = this.journal.unawaited(accountId);
    return rows[pick % Math.max(1, rows.length)];
  }

  private get holder(): Holder {
    return { accountId, fingerprint: this.client.fingerprint, environment: 'vpc', region: 'KR' };
  }

  private async read(): Promise<void> {
    const askedAt = Date.now();
    const opening = this.fleet.open(this.holder).catch(() => undefined);
    try {
      const servers = await listServers(this.client, 'vpc', 'KR');
      await opening;
      this.fleet.renew(accountId, servers, askedAt);
    } catch {
      this.fleet.fail(accountId, 'offline');
    }
  }

  private place(confirmation: Confirmation): Place {
    const { simulation } = this;
    const window = this;
    const caller: Caller = {
      get isDead() {
        return window.isDead;
      },
      trip: (action) => (action === create ? this.told(() => this.sending(confirmation)) : this.trip(action)),
      committed: (numbers) => simulation.committed(confirmation, numbers),
    };
    return {
      ...{ accountId, environment: 'vpc', region: 'KR', client: simulation.ncp.client(caller) },
      catalog: { rows: async (parameter, params) => offeredRows(parameter, params) },
      price: async () => undefined,
    };
  }

  /** Keeps what goes wrong where the product would take it for a fault of the network. */
  private told<T>(check: () => T): T {
    try {
      return check();
    } catch (error) {
      this.simulation.watch(Promise.reject(error));
      throw error;
    }
  }

  /** The request of a creation leaves: it is on record by then. */
  private sending(confirmation: Confirmation): Trip {
    const { simulation } = this;
    simulation.figures.requests += 1;
    confirmation.requests += 1;
    confirmation.sentAt = simulation.time.now();
    assert.equal(confirmation.requests, 1, 'a creation was sent twice');
    const record = simulation.folder
      .intents()
      .find(
        ({ stage, owner, names }) => stage === 'sent' && owner.pid === this.pid && isSame(names, confirmation.names),
      );
    assert.ok(record, `${confirmation.names} was sent before it was on record`);
    confirmation.intentId = record.id;
    return simulation.tripOf(simulation.planned.shift() ?? 'good');
  }

  private trip(action: string): Trip {
    const { simulation } = this;
    const isQuick = action === create || simulation.random.next() < 0.9;
    const trip = { out: simulation.takes(5, isQuick ? 80 : 3000), back: simulation.takes(5, isQuick ? 80 : 3000) };
    return simulation.isListed ? trip : { ...trip, line: simulation.random.next() < 0.5 ? 'unreachable' : 'lost' };
  }

  private concluded(confirmation: Confirmation, end: Conclusion): void {
    const { figures } = this.simulation;
    confirmation.underway -= 1;
    confirmation.conclusions.push(end);
    const kind =
      end.kind === 'name-taken' || end.kind === 'name-unknown' || end.kind === 'name-elsewhere' ? 'refused' : end.kind;
    figures[kind] += 1;
    if (end.kind === 'created') {
      for (const { number } of end.servers) {
        assert.equal(this.simulation.own.get(number)?.confirmation, confirmation, `${number} is not of this creation`);
      }
    }
    if (end.kind === 'rejected') assert.deepEqual(confirmation.numbers, [], 'told as not made, and made');
  }

  /** What is told as made from here was made from here, or cannot be told from it by anybody. */
  private adopted(servers: readonly Server[]): void {
    const { simulation } = this;
    for (const { number, name } of servers) {
      if (simulation.own.has(number)) {
        simulation.figures.found += 1;
        continue;
      }
      const stranger = simulation.strangers.get(number);
      const alike = simulation.confirmations.filter(
        ({ names, spec, sentAt }) =>
          sentAt !== undefined &&
          names.includes(name) &&
          stranger?.spec === spec &&
          Math.abs(stranger.at - sentAt) < 10 * minute,
      );
      assert.ok(alike.length > 0, `server ${number} of somebody else is told as ours`);
      // Nobody can tell the two, so the row went with the wrong one.
      for (const one of alike) one.isExcused = true;
      simulation.figures.lookAlikes += 1;
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.simulation.time.after(milliseconds, () => {
        if (!this.isDead) resolve();
      });
    });
  }

  /** The folder as this window has it, as slow and as bad as the disk is. */
  private store(files: IntentStore): IntentStore {
    const { simulation } = this;
    const through = async <T>(run: () => Promise<T>): Promise<T> => {
      const { health } = simulation;
      await this.pause(health === 'slow' ? simulation.takes(4_000, 9_000) : simulation.takes(0, 15));
      if (health === 'fails') {
        simulation.wasSick = true;
        throw new Error('The disk is full');
      }
      while (simulation.health === 'hangs') await this.pause(500);
      const result = await run();
      await this.pause(simulation.takes(0, 5));
      return result;
    };
    return {
      read: () => through(() => files.read()),
      create: (id, text) => through(() => files.create(id, text)),
      replace: (id, text) => through(() => files.replace(id, text)),
      remove: (id) => through(() => files.remove(id)),
      watch: (notify) =>
        files.watch(() => {
          simulation.time.after(simulation.takes(10, 300), () => {
            if (!this.isDead) notify();
          });
        }),
    };
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

function valuesOf(name: string, count: number, spec: Spec): Values {
  const several: Values = count === 1 ? {} : { serverCreateCount: String(count), serverCreateStartNo: '1' };
  return { ...offer?.values, serverName: name, serverProductCode: specs[spec], ...several };
}

function offeredRows(parameter: string, params: object): readonly Row[] {
  const key = JSON.stringify([parameter, params]);
  const rows = offer?.rows.get(key);
  assert.ok(rows, `nothing is known of ${key}`);
  return rows;
}

/** Reads once what all creations are put together from. */
async function readOffer(time: VirtualTime, ncp: Ncp) {
  const client = ncp.client(untroubled);
  const catalog = new Catalog(client, 'vpc', 'KR');
  const rows = new Map<string, readonly Row[]>();
  const recording = {
    rows: async (parameter: string, params: Readonly<Record<string, string>>) => {
      const read = await catalog.rows(parameter, params);
      rows.set(JSON.stringify([parameter, params]), read);
      return read;
    },
  };
  const reading = (async () => {
    const values = await valuesFor(client, 'any');
    const fleet = new Fleet(new Journal(new IntentFolder().store(1), { self: ownerOf(1), isAlive: () => true }));
    const creations = new Creations(fleet, { held: () => undefined } as never);
    for (const serverProductCode of specs) {
      const place = { accountId, environment: 'vpc', region: 'KR', client, catalog: recording } as const;
      const checked = await creations.check(
        { ...place, price: async () => undefined },
        { ...values, serverProductCode },
      );
      assert.equal(checked.kind, 'checked', JSON.stringify(checked));
    }
    return { values, rows };
  })();
  await time.pass(minute);
  return reading;
}

const refusal = JSON.stringify({ responseError: { returnCode: '1002003', returnMessage: 'quota' } });

/** What becomes of a creation that has such a fate. */
export function faultOf(fate: Fate): Fault | undefined {
  const fault = (where: 'before-commit' | 'after-commit', what: 'reset' | 'hang' | { status: number; body: string }) =>
    ({ action: create, where, what }) as Fault;
  const broken = { status: 503, body: JSON.stringify({ error: { errorCode: '500', message: 'Endpoint Error' } }) };
  switch (fate) {
    case 'reset before':
      return fault('before-commit', 'reset');
    case 'reset after':
      return fault('after-commit', 'reset');
    case 'hang before':
      return fault('before-commit', 'hang');
    case 'hang after':
      return fault('after-commit', 'hang');
    case 'refused':
      return fault('before-commit', { status: 400, body: refusal });
    case 'broken before':
      return fault('before-commit', broken);
    case 'broken after':
      return fault('after-commit', broken);
    case 'cut':
      return { action: create, where: 'in-body', what: { cut: 200, length: 'short' } };
    case 'partial':
      return { action: create, where: 'before-commit', what: { fate: 'partial', servers: 1 } };
    default:
      return undefined;
  }
}
