// Windows of one user over one folder of intents and one simulated account, on a virtual time: what they do, what goes
// wrong, and what must hold whatever happens. Each step may be the last one of a window.
import assert from 'node:assert/strict';
import { Random } from '../../src/sandbox/random';
import type { Conclusion } from '../../src/servers/index';
import { IntentFolder } from './intents';
import { type Fate, faultOf, readOffer, type Spec, valuesOf } from './simulated-offer';
import { Window } from './simulated-window';
import type { VirtualTime } from './virtual-time';
import { Ncp, type Trip, untroubled } from './wired-client';

const create = 'createServerInstances';
const accountId = 'a';
const minute = 60_000;

/** How the disk is. `hangs`: nothing is done until it is well again. `slow`: each step takes longer than anybody waits for, and is done all the same. */
export const healths = ['good', 'fails', 'hangs', 'slow'] as const;
export type Health = (typeof healths)[number];

/** What was confirmed, and what became of it. */
export interface Confirmation {
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
export interface Own {
  readonly name: string;
  readonly confirmation: Confirmation;
}

/** A server of somebody else. */
export interface Stranger {
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
    await readOffer(time, simulation.ncp);
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
        const isExcused = confirmation.isExcused || earlier.isExcused;
        const isDouble = otherName === name && this.isThere(other) && !this.ended.has(other) && !isExcused;
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
    for (const { id, name, timestamp } of rows) {
      const confirmation = this.confirmations.find(({ intentId }) => intentId === id);
      // Without one it was written down, and the window ended before the request left.
      if (!confirmation) {
        assert.ok(this.isConfirmed(name), `nobody has asked for ${name}`);
        continue;
      }
      const made = confirmation.numbers.filter((number) => this.isThere(number) && this.own.get(number)?.name === name);
      const others = [...this.strangers.values()].filter((one) => one.name === name);
      // A computer that slept between the record and the request has made a server that is only a candidate.
      const isSoon = made.every(
        (number) => (this.ncp.world.server('vpc', number)?.created ?? 0) < timestamp + 6 * minute,
      );
      const isClear = isSoon && made.length === 1 && others.length === 0 && this.asked(name) === 1;
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
