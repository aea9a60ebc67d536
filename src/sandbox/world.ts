/** The simulated account: all that exists in it, Classic and VPC, and the time it lives in. */
import type { Environment } from '../reference/types';
import { ClassicState } from './classic-state';
import type { Clock } from './clock';
import { code } from './codes';
import type { CommitLog } from './commits';
import type { Fate } from './faults';
import { type Command, courseOf, guard, settle } from './life';
import type { Machine, Spec } from './machine';
import { Numbers } from './numbers';
import type { Random } from './random';
import { refuse } from './rules';
import { PublicAddresses, VpcState } from './vpc-state';

/** What a world can be told apart from its seed. */
export interface WorldOptions {
  /** The most servers that an environment may hold; unlimited when left out. */
  readonly quota?: number | undefined;
  /** Milliseconds of the world's clock until a new server shows up in lists. */
  readonly listLag?: number | undefined;
}

export class World {
  readonly clock: Clock;
  readonly random: Random;
  readonly numbers = new Numbers(30_000_001);
  readonly vpc: VpcState;
  readonly classic: ClassicState;
  readonly #commits: CommitLog;
  readonly #options: WorldOptions;
  readonly #servers: Readonly<Record<Environment, Map<string, Machine>>> = { vpc: new Map(), classic: new Map() };
  readonly #moving = new Set<Machine>();

  constructor(clock: Clock, random: Random, commits: CommitLog, options: WorldOptions = {}) {
    this.clock = clock;
    this.random = random;
    this.#commits = commits;
    this.#options = options;
    const publicAddresses = new PublicAddresses();
    this.vpc = new VpcState(this.numbers, publicAddresses);
    this.classic = new ClassicState(this.numbers, publicAddresses);
  }

  /** The servers that lists show, oldest first. */
  servers(environment: Environment): Machine[] {
    const newest = this.clock.now() - (this.#options.listLag ?? 0);
    return [...this.#servers[environment].values()].filter((machine) => machine.created <= newest);
  }

  server(environment: Environment, number: string): Machine | undefined {
    return this.#servers[environment].get(number);
  }

  /** @throws Refusal when so many more servers of that spec are not allowed. */
  checkQuota(environment: Environment, count: number, spec: Spec): void {
    const { quota } = this.#options;
    const made = this.#servers[environment].size;
    if (quota === undefined || made + count <= quota) return;
    const product = `[${spec.generation}] VM > ${code(spec.kind).codeName}`;
    refuse('quota', environment, { limit: quota, made: made + count, product });
  }

  /** Puts a server that has been there all along into the world. It is on no record. */
  place(machine: Machine): void {
    this.#servers[machine.environment].set(machine.number, machine);
    if (machine.steps.length > 0) this.#moving.add(machine);
  }

  /** Puts a new server into the world and on record. */
  create(machine: Machine, fate?: Fate): void {
    const { during, steps } = courseOf('create', this.clock, fate);
    machine.phase = during;
    machine.steps = steps;
    this.place(machine);
    this.record('createServerInstances', machine);
  }

  /** Sets a server on the course of a command. The guard is the caller's, so that a batch is refused as a whole. */
  begin(machine: Machine, command: Command, action: string, fate?: Fate): void {
    const { during, steps } = courseOf(command, this.clock, fate);
    machine.phase = during;
    machine.steps = steps;
    this.#moving.add(machine);
    this.record(action, machine);
  }

  /** @throws Refusal when the server may not do that now. */
  guard(machine: Machine, command: Command): void {
    guard(machine, command, machine.environment);
  }

  record(action: string, machine: Machine): void {
    this.#commits.add(action, machine.number, this.clock.now());
  }

  /** Brings everything up to the world's present. Called before each request. */
  settle(): void {
    const now = this.clock.now();
    const gone: Machine[] = [];
    for (const machine of this.#moving) {
      const isThere = settle(machine, now);
      if (!isThere) {
        this.#servers[machine.environment].delete(machine.number);
        gone.push(machine);
      }
      if (!isThere || machine.steps.length === 0) this.#moving.delete(machine);
    }
    if (gone.length > 0) this.vpc.release(gone);
  }
}
