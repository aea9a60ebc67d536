/** Looks by itself for servers whose creation has just ended without an answer, wherever the user looks. */
import { type Disposable, Emitter } from '../event';
import type { Fleet } from '../fleet';
import type { Reader } from '../poller';
import { seekDelay } from '../watch';
import type { Journal, Loss } from './journal';

/** For each name how many servers a look has found that its creation has made. */
export type Hits = ReadonlyMap<string, number>;

/** A look that was not asked for by the user. */
export interface SeekLook {
  readonly hits: Hits;
  /** Whether no other look comes after it. */
  readonly isLast: boolean;
}

interface Search {
  readonly names: Set<string>;
  looks: number;
  timer: NodeJS.Timeout | undefined;
}

export class Seek implements Disposable {
  private readonly searches = new Map<string, Search>();
  private readonly looked = new Emitter<SeekLook>();
  private readonly subscription: Disposable;
  /** Fires after each look of its own that could read the list. */
  readonly onDidLook = this.looked.event;

  /** `delay` tells the milliseconds before the next look, undefined after the last one. */
  constructor(
    private readonly fleet: Pick<Fleet, 'get' | 'onDidAdopt'>,
    private readonly journal: Journal,
    private readonly reader: Pick<Reader, 'isOpen' | 'renew'>,
    private readonly delay: (looks: number) => number | undefined = seekDelay,
  ) {
    this.subscription = journal.onDidLose((loss) => this.begin(loss));
  }

  /** Reads the whole list again: what it settles of these names is a hit. Undefined when the list could not be read. */
  async look(accountId: string, names: readonly string[]): Promise<Hits | undefined> {
    const hits = new Map(this.unknown(accountId, names).map((name) => [name, 0]));
    const subscription = this.fleet.onDidAdopt((adoption) => {
      if (adoption.accountId !== accountId) return;
      for (const { name } of adoption.servers) {
        const count = hits.get(name);
        if (count !== undefined) hits.set(name, count + 1);
      }
    });
    await this.reader.renew(accountId);
    subscription.dispose();
    const known = this.fleet.get(accountId);
    return known && known.problem === undefined ? hits : undefined;
  }

  dispose(): void {
    this.subscription.dispose();
    this.looked.dispose();
    for (const { timer } of this.searches.values()) clearTimeout(timer);
    this.searches.clear();
  }

  private begin({ accountId, names }: Loss): void {
    const search = this.searches.get(accountId) ?? { names: new Set(), looks: 0, timer: undefined };
    for (const name of names) search.names.add(name);
    search.looks = 0;
    this.searches.set(accountId, search);
    this.schedule(accountId);
  }

  private schedule(accountId: string): void {
    const search = this.searches.get(accountId);
    if (!search) return;
    clearTimeout(search.timer);
    search.timer = undefined;
    const delay = this.delay(search.looks);
    if (delay === undefined || this.unknown(accountId, [...search.names]).length === 0) this.searches.delete(accountId);
    else search.timer = setTimeout(() => void this.seek(accountId, search), delay);
  }

  private async seek(accountId: string, search: Search): Promise<void> {
    search.looks += 1;
    const names = this.unknown(accountId, [...search.names]);
    const hits = names.length > 0 && this.reader.isOpen(accountId) ? await this.look(accountId, names) : undefined;
    if (hits) this.looked.fire({ hits, isLast: this.delay(search.looks) === undefined });
    this.schedule(accountId);
  }

  /** The names that are still unknown: the user or another list may have settled some of them. */
  private unknown(accountId: string, names: readonly string[]): string[] {
    return this.journal
      .unawaited(accountId)
      .map(({ name }) => name)
      .filter((name) => names.includes(name));
  }
}
