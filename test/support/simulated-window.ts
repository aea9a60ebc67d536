// One window of a simulation: all that knows of servers in one process of the editor, and what its user does.
import assert from 'node:assert/strict';
import type { NcloudClient } from '../../src/client/index';
import type { Holder, IntentStore } from '../../src/servers/creation/intent';
import { Journal } from '../../src/servers/creation/journal';
import { Seek } from '../../src/servers/creation/seek';
import { Fleet } from '../../src/servers/fleet';
import {
  type Conclusion,
  Creations,
  listServers,
  type Operation,
  operateServer,
  type Place,
  type Server,
} from '../../src/servers/index';
import { ownerOf } from './intents';
import { offeredRows, type Spec, valuesOf } from './simulated-offer';
import type { Confirmation, Simulation } from './simulated-windows';
import type { Caller, Trip } from './wired-client';

const create = 'createServerInstances';
const accountId = 'a';
const minute = 60_000;

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
    await this.journal.release(row.id, [row.name]).catch(() => undefined);
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
    const kind = end.kind.startsWith('name-') ? 'refused' : (end.kind as Exclude<typeof end.kind, `name-${string}`>);
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
      // A window may end between the record that a request leaves and the request.
      const alike = simulation.confirmations.filter(
        ({ names, spec, at, sentAt }) =>
          names.includes(name) &&
          stranger?.spec === spec &&
          Math.abs(stranger.at - (sentAt ?? at)) < (sentAt === undefined ? 70 : 10) * minute,
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
      if (health === 'fails') throw new Error('The disk is full');
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
