// A day in a second: the time that timers and clocks go by while a test runs, which moves only when it is told to.
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A timer of the virtual time; what an editor's host would call a handle. */
interface Handle {
  readonly event: Event;
  /** As Node's timers have it. */
  unref(): Handle;
  ref(): Handle;
}

const real = { setTimeout, clearTimeout, now: Date.now, setImmediate };
const realPause = timers.setTimeout;

/** A virtual time, and what is to happen in it. Only one may be in force at once. */
export class VirtualTime {
  private readonly queue: Event[] = [];
  private order = 0;

  constructor(private moment = Date.UTC(2026, 10, 30, 9)) {}

  readonly now = (): number => this.moment;

  /** How many things are still to happen. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Lets something happen in so many milliseconds, unless the result is called before. */
  after(milliseconds: number, run: () => void): () => void {
    const event = { at: this.moment + Math.max(0, milliseconds), order: this.order++, run };
    this.put(event);
    return () => this.drop(event);
  }

  /** Puts this time in place of the process's own: `setTimeout`, `Date.now`, and the pause of `timers/promises`. */
  use(): { dispose(): void } {
    const start = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): Handle => {
      const event = { at: this.moment + Math.max(1, milliseconds), order: this.order++, run: () => run(...args) };
      this.put(event);
      const handle: Handle = { event, unref: () => handle, ref: () => handle };
      return handle;
    };
    const stop = (handle: Handle | undefined) => void (handle && this.drop(handle.event));
    const pause = (milliseconds = 0, value?: unknown) =>
      new Promise((resolve) => void start(() => resolve(value), milliseconds));
    Object.assign(globalThis, { setTimeout: start, clearTimeout: stop });
    Date.now = this.now;
    Object.assign(timers, { setTimeout: pause });
    syncBuiltinESMExports();
    const dispose = () => {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Date.now = real.now;
      Object.assign(timers, { setTimeout: realPause });
      syncBuiltinESMExports();
    };
    return { dispose };
  }

  /** Lets the next thing happen, with all that follows from it at once. False when nothing is to happen any more. */
  async step(): Promise<boolean> {
    if (this.queue.length === 0) await settled();
    const event = this.queue.shift();
    if (!event) return false;
    this.moment = Math.max(this.moment, event.at);
    event.run();
    await settled();
    return true;
  }

  /** Lets so many milliseconds pass, with all that happens in them. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.moment + milliseconds;
    await settled();
    for (let next = this.queue[0]; next && next.at <= end; next = this.queue[0]) await this.step();
    this.moment = end;
  }

  /** Lets so many milliseconds pass in which nothing happens, as on a computer that sleeps. */
  async sleep(milliseconds: number): Promise<void> {
    this.moment += milliseconds;
    await settled();
  }

  private put(event: Event): void {
    let place = this.queue.length;
    while (place > 0 && this.isBefore(event, this.queue[place - 1] as Event)) place -= 1;
    this.queue.splice(place, 0, event);
  }

  private drop(event: Event): void {
    const place = this.queue.indexOf(event);
    if (place >= 0) this.queue.splice(place, 1);
  }

  private isBefore(one: Event, other: Event): boolean {
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }
}

/** Waits until nothing goes on any more that needs no time. */
export function settled(): Promise<void> {
  return new Promise((resolve) => void real.setImmediate(resolve));
}
