/** Looks again while something changes and somebody is watching: one call for all changing servers of an account. */
import { pollDelay, readServers, type Server } from '../../servers/index';
import type { Sessions } from '../session';
import type { Lists } from './lists';
import type { ServersModel } from './model';

interface Watch {
  timer: NodeJS.Timeout | undefined;
  /** Looks since the last change that was seen. */
  looks: number;
  /** Numbers that are watched until they run, whatever their state. */
  followed: Set<string>;
}

export class Poller {
  private readonly watches = new Map<string, Watch>();
  private readonly subscription: { dispose(): void };
  private isVisible = false;
  private isDisposed = false;

  constructor(
    private readonly model: ServersModel,
    private readonly sessions: Sessions,
    private readonly lists: Lists,
  ) {
    this.subscription = model.onDidChange(({ accountId }) => {
      if (model.get(accountId)?.problem === undefined) this.open(accountId).looks = 0;
      this.schedule(accountId);
    });
  }

  /** The servers view came into sight or went out of it. */
  setVisible(visible: boolean): void {
    this.isVisible = visible;
    for (const [accountId, watch] of this.watches) {
      watch.looks = 0;
      this.schedule(accountId);
    }
  }

  /** Watches these servers, also in a state that does not change, until `stop` is called. */
  follow(accountId: string, numbers: readonly string[]): { stop(): void } {
    const { followed } = this.open(accountId);
    for (const number of numbers) followed.add(number);
    this.schedule(accountId);
    return {
      stop: () => {
        for (const number of numbers) followed.delete(number);
      },
    };
  }

  dispose(): void {
    this.isDisposed = true;
    this.subscription.dispose();
    for (const { timer } of this.watches.values()) clearTimeout(timer);
  }

  private open(accountId: string): Watch {
    let watch = this.watches.get(accountId);
    if (!watch) {
      watch = { timer: undefined, looks: 0, followed: new Set() };
      this.watches.set(accountId, watch);
    }
    return watch;
  }

  private schedule(accountId: string): void {
    const watch = this.open(accountId);
    clearTimeout(watch.timer);
    watch.timer = undefined;
    if (this.isDisposed || this.wanted(accountId).length === 0) return;
    watch.timer = setTimeout(() => void this.look(accountId), pollDelay(watch.looks, Math.random()));
  }

  private wanted(accountId: string): Server[] {
    if (!this.isVisible) return [];
    const { followed } = this.open(accountId);
    return (this.model.get(accountId)?.servers ?? []).filter(
      ({ isChanging, number }) => isChanging || followed.has(number),
    );
  }

  private async look(accountId: string): Promise<void> {
    const watch = this.open(accountId);
    watch.timer = undefined;
    watch.looks += 1;
    const servers = this.wanted(accountId);
    const isStale = this.model.get(accountId)?.problem !== undefined;
    if (servers.length > 0 && this.sessions.isOpen(accountId)) {
      if (isStale) await this.lists.renew(accountId);
      else await this.readSome(accountId, servers);
    }
    if (watch.timer === undefined) this.schedule(accountId);
  }

  /** A look that goes wrong is followed by one at the whole list, which tells the reason. */
  private async readSome(accountId: string, servers: readonly Server[]): Promise<void> {
    const askedAt = Date.now();
    try {
      const { client } = await this.sessions.open(accountId);
      const numbers = servers.map(({ number }) => number);
      this.model.renewSome(accountId, numbers, await readServers(client, servers), askedAt);
    } catch {
      await this.lists.renew(accountId);
    }
  }
}
