/**
 * Looks again while something changes: one call at a time for all changing servers of an account. While nobody sees the
 * servers view it looks only at what this window has begun.
 */
import type { Begun, Fleet } from './fleet';
import type { Server } from './server';
import { createLimit, pollDelay } from './watch';

/** Asks NCP for the servers of accounts. */
export interface Reader {
  /** Whether the account can be looked at without asking the user for anything. */
  isOpen(accountId: string): boolean;
  /** Reads these servers of the account. May reject. */
  read(accountId: string, servers: readonly Server[]): Promise<readonly Server[]>;
  /** Reads the account's whole list into the fleet. Never rejects. */
  renew(accountId: string): Promise<void>;
}

/** Servers that are watched to their end, whatever their state. */
export interface Following {
  readonly numbers: readonly string[];
  /** Whether this window has made them, so that they are also watched while the view is hidden. */
  readonly isOwn: boolean;
  /** Called after each look, and when the account is gone. */
  looked(): void;
}

interface Watch {
  timer: NodeJS.Timeout | undefined;
  /** Looks since the last change that was seen. */
  looks: number;
  /** With the time until when each is watched out of sight. */
  readonly followings: Map<Following, number>;
  /** The numbers of servers that this window has sent an operation to, with that time as well. */
  readonly begun: Map<string, number>;
}

/** What does not end is left to the eyes of the user some time after a creation would be called late, in milliseconds. */
const longestHidden = createLimit + 5 * 60_000;

export class Poller {
  private readonly watches = new Map<string, Watch>();
  private readonly subscriptions: readonly { dispose(): void }[];
  private isVisible = false;
  private isDisposed = false;

  /** `delay` tells the milliseconds before the next look, after so many looks without a change. */
  constructor(
    private readonly fleet: Fleet,
    private readonly reader: Reader,
    private readonly delay: (looks: number) => number = (looks) => pollDelay(looks, Math.random()),
    private readonly now: () => number = Date.now,
  ) {
    this.subscriptions = [
      fleet.onDidChange(({ accountId, isPartial }) => {
        if (!isPartial) this.changed(accountId);
      }),
      fleet.onDidBegin((begun) => this.begin(begun)),
      fleet.onDidForget((accountId) => this.forget(accountId)),
    ];
  }

  /** The servers view came into sight or went out of it. */
  setVisible(visible: boolean): void {
    this.isVisible = visible;
    for (const [accountId, watch] of this.watches) {
      watch.looks = 0;
      this.schedule(accountId);
    }
  }

  /** Watches these servers until `stop` is called. */
  follow(accountId: string, following: Following): { stop(): void } {
    const { followings } = this.watch(accountId);
    followings.set(following, this.now() + longestHidden);
    this.schedule(accountId);
    return { stop: () => void followings.delete(following) };
  }

  dispose(): void {
    this.isDisposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const { timer } of this.watches.values()) clearTimeout(timer);
  }

  private watch(accountId: string): Watch {
    let watch = this.watches.get(accountId);
    if (!watch) {
      watch = { timer: undefined, looks: 0, followings: new Map(), begun: new Map() };
      this.watches.set(accountId, watch);
    }
    return watch;
  }

  private changed(accountId: string): void {
    const watch = this.watch(accountId);
    if (this.fleet.get(accountId)?.problem === undefined) watch.looks = 0;
    for (const number of watch.begun.keys()) {
      if (!this.fleet.server(accountId, number)?.isChanging) watch.begun.delete(number);
    }
    this.schedule(accountId);
  }

  private begin({ accountId, numbers }: Begun): void {
    const { begun } = this.watch(accountId);
    for (const number of numbers) begun.set(number, this.now() + longestHidden);
    this.schedule(accountId);
  }

  private forget(accountId: string): void {
    const watch = this.watches.get(accountId);
    if (!watch) return;
    clearTimeout(watch.timer);
    this.watches.delete(accountId);
    for (const { looked } of watch.followings.keys()) looked();
  }

  private schedule(accountId: string): void {
    const watch = this.watch(accountId);
    clearTimeout(watch.timer);
    watch.timer = undefined;
    if (this.isDisposed || this.wanted(accountId).length === 0) return;
    watch.timer = setTimeout(() => void this.look(accountId), this.delay(watch.looks));
  }

  /** The servers to look at: in sight all that change or were missed, out of it those that this window has begun. */
  private wanted(accountId: string): Server[] {
    const known = this.fleet.get(accountId);
    if (!known || (known.partialAt !== undefined && known.problem === undefined)) return [];
    const { followings, begun } = this.watch(accountId);
    const isDue = (until = 0) => this.isVisible || until > this.now();
    const due = [...followings].filter(([{ isOwn }, until]) => (isOwn || this.isVisible) && isDue(until));
    const followed = new Set(due.flatMap(([{ numbers }]) => numbers));
    return known.servers.filter(
      ({ number, isChanging }) =>
        followed.has(number) ||
        (isChanging && isDue(begun.get(number))) ||
        (this.isVisible && this.fleet.isMissing(accountId, number)),
    );
  }

  private async look(accountId: string): Promise<void> {
    const watch = this.watch(accountId);
    watch.timer = undefined;
    watch.looks += 1;
    const servers = this.wanted(accountId);
    const isStale = this.fleet.get(accountId)?.problem !== undefined;
    if (servers.length > 0 && this.reader.isOpen(accountId)) {
      if (isStale && this.isVisible) await this.reader.renew(accountId);
      else await this.readSome(accountId, servers);
    }
    for (const { looked } of watch.followings.keys()) looked();
    if (watch.timer === undefined && this.watches.get(accountId) === watch) this.schedule(accountId);
  }

  /** In sight, after a look that goes wrong the whole list is read, which tells the reason. */
  private async readSome(accountId: string, servers: readonly Server[]): Promise<void> {
    const askedAt = this.now();
    try {
      const found = await this.reader.read(accountId, servers);
      const numbers = servers.map(({ number }) => number);
      this.fleet.lookAt(accountId, numbers, found, askedAt);
    } catch {
      if (this.isVisible) await this.reader.renew(accountId);
    }
  }
}
