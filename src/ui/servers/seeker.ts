/** Looks by itself for servers whose creation has just ended without an answer, wherever the user looks. */

import type { Fleet } from '../../servers/fleet';
import { seekDelay } from '../../servers/index';
import type { Sessions } from '../accounts/session';
import { tellFound, tellMissing, type UnknownServers } from './commands/unknown';

interface Seek {
  readonly names: Set<string>;
  looks: number;
  timer: NodeJS.Timeout | undefined;
}

export class Seeker {
  private readonly seeks = new Map<string, Seek>();
  private readonly subscription: { dispose(): void };

  /** `delay` tells the milliseconds before the next look, undefined after the last one. */
  constructor(
    model: Fleet,
    private readonly sessions: Pick<Sessions, 'isOpen'>,
    private readonly unknown: UnknownServers,
    private readonly delay: (looks: number) => number | undefined = seekDelay,
  ) {
    this.subscription = model.onDidLose(({ accountId, names }) => this.begin(accountId, names));
  }

  dispose(): void {
    this.subscription.dispose();
    for (const { timer } of this.seeks.values()) clearTimeout(timer);
    this.seeks.clear();
  }

  private begin(accountId: string, names: readonly string[]): void {
    const seek = this.seeks.get(accountId) ?? { names: new Set(), looks: 0, timer: undefined };
    for (const name of names) seek.names.add(name);
    seek.looks = 0;
    this.seeks.set(accountId, seek);
    this.schedule(accountId);
  }

  private schedule(accountId: string): void {
    const seek = this.seeks.get(accountId);
    if (!seek) return;
    clearTimeout(seek.timer);
    seek.timer = undefined;
    const delay = this.delay(seek.looks);
    if (delay === undefined || this.open(accountId, seek).length === 0) this.seeks.delete(accountId);
    else seek.timer = setTimeout(() => void this.look(accountId, seek), delay);
  }

  /** The names that are still in doubt: the user or another list may have settled some of them. */
  private open(accountId: string, { names }: Seek): string[] {
    return this.unknown
      .doubts(accountId)
      .map(({ asked }) => asked.name)
      .filter((name) => names.has(name));
  }

  private async look(accountId: string, seek: Seek): Promise<void> {
    seek.looks += 1;
    const names = this.open(accountId, seek);
    const hits =
      names.length > 0 && this.sessions.isOpen(accountId) ? await this.unknown.look(accountId, names) : undefined;
    if (hits) tellFound(hits);
    if (hits && this.delay(seek.looks) === undefined) tellMissing(hits);
    this.schedule(accountId);
  }
}
