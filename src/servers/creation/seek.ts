/** Looks by itself for servers whose creation has ended without an answer, wherever the user looks. */
import { type Disposable, Emitter } from '../event';
import type { Fleet } from '../fleet';
import type { Reader } from '../poller';
import type { Server } from '../server';
import { seekDelay } from '../watch';
import type { Journal, Lost, UnknownServer } from './journal';
import { findings } from './settle';

/** What a list has told of a name whose creation got no answer. */
export interface Sighting extends Lost {
  /** Whether it shows the server that was made. */
  readonly isMade: boolean;
  /** New servers of that name of which nobody can tell whose they are. */
  readonly candidates: readonly Server[];
}

/** What a look or a list that was not asked for by the user has told. */
export interface SeekLook {
  readonly accountId: string;
  readonly sightings: readonly Sighting[];
  /** Whether no other look comes after it. */
  readonly isLast: boolean;
}

interface Search {
  /** By `keyOf`. */
  readonly lost: Map<string, UnknownServer>;
  looks: number;
  timer: NodeJS.Timeout | undefined;
}

interface Look {
  /** Of what it looks for. */
  readonly keys: ReadonlySet<string>;
  /** Of that, what its list has settled. */
  readonly settled: Set<string>;
}

export class Seek implements Disposable {
  private readonly searches = new Map<string, Search>();
  /** The looks that are under way, by account. */
  private readonly looks = new Map<string, Set<Look>>();
  private readonly looked = new Emitter<SeekLook>();
  private readonly subscriptions: readonly Disposable[];
  /** Fires after each look of its own that could read the list, and when any other list has settled something. */
  readonly onDidLook = this.looked.event;

  /** `delay` tells the milliseconds before the next look, undefined after the last one. */
  constructor(
    private readonly fleet: Pick<Fleet, 'get' | 'candidates' | 'onDidChange' | 'onDidSettle'>,
    private readonly journal: Journal,
    private readonly reader: Pick<Reader, 'isOpen' | 'renew'>,
    private readonly delay: (looks: number) => number | undefined = seekDelay,
  ) {
    this.subscriptions = [
      journal.onDidLose(({ accountId, names }) => {
        this.begin(
          accountId,
          journal.unawaited(accountId).filter(({ name }) => names.includes(name)),
        );
      }),
      // What a window has left behind that is gone is looked for by the first one that reads the list.
      fleet.onDidChange(({ accountId, isPartial }) => {
        if (isPartial || this.fleet.get(accountId)?.readAt === undefined) return;
        const orphans = journal.takeOver(accountId);
        if (orphans.length > 0) this.begin(accountId, orphans);
      }),
      fleet.onDidSettle(({ accountId, settled }) => {
        for (const one of settled) this.searches.get(accountId)?.lost.delete(keyOf(one));
        const rest = settled.filter((one) => {
          const looks = [...(this.looks.get(accountId) ?? [])].filter(({ keys }) => keys.has(keyOf(one)));
          for (const look of looks) look.settled.add(keyOf(one));
          return looks.length === 0 && one.isOurs;
        });
        const sightings = rest.map((one) => sighting(one, true));
        if (sightings.length > 0) this.looked.fire({ accountId, sightings, isLast: false });
      }),
    ];
  }

  /**
   * Reads the whole list again, and tells what it says of these names that are still unknown. Undefined when the list
   * could not be read.
   */
  async look(accountId: string, wanted: readonly Lost[]): Promise<readonly Sighting[] | undefined> {
    const keys = new Set(wanted.map(keyOf));
    const unknown = this.unknown(accountId, keys);
    const look: Look = { keys, settled: new Set() };
    const looks = this.looks.get(accountId) ?? new Set();
    this.looks.set(accountId, looks.add(look));
    try {
      await this.reader.renew(accountId);
    } finally {
      looks.delete(look);
    }
    const known = this.fleet.get(accountId);
    if (!known || known.problem !== undefined) return undefined;
    const left = new Set(this.unknown(accountId, keys).map(keyOf));
    return unknown.flatMap((one) => {
      if (look.settled.has(keyOf(one))) return [sighting(one, true)];
      // Another window may have found it meanwhile.
      return left.has(keyOf(one)) ? [sighting(one, false, this.fleet.candidates(accountId, one))] : [];
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.looked.dispose();
    for (const { timer } of this.searches.values()) clearTimeout(timer);
    this.searches.clear();
  }

  private begin(accountId: string, lost: readonly Lost[]): void {
    const search = this.searches.get(accountId) ?? { lost: new Map(), looks: 0, timer: undefined };
    const keys = new Set(lost.map(keyOf));
    for (const one of this.unknown(accountId, keys)) search.lost.set(keyOf(one), one);
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
    if (delay === undefined || (this.own(accountId, search).length === 0 && this.gone(accountId, search).length === 0))
      this.searches.delete(accountId);
    else search.timer = setTimeout(() => void this.seek(accountId, search), delay);
  }

  private async seek(accountId: string, search: Search): Promise<void> {
    search.looks += 1;
    const sightings = this.reader.isOpen(accountId)
      ? await this.look(accountId, this.own(accountId, search))
      : undefined;
    if (sightings) {
      const all = [...sightings, ...this.foundElsewhere(accountId, search)];
      this.looked.fire({ accountId, sightings: all, isLast: this.delay(search.looks) === undefined });
    }
    this.schedule(accountId);
  }

  /** What another window's list has settled is told where it was asked for, if the list here shows it as well. */
  private foundElsewhere(accountId: string, search: Search): Sighting[] {
    const servers = this.fleet.get(accountId)?.servers ?? [];
    return this.gone(accountId, search).flatMap((one) => {
      search.lost.delete(keyOf(one));
      const [finding] = findings([{ ...one, stage: 'sent', names: [one.name], made: {} }], servers);
      return finding?.server ? [sighting(one, true)] : [];
    });
  }

  /** Those of a search that are not on record any more. */
  private gone(accountId: string, { lost }: Search): readonly UnknownServer[] {
    const recorded = new Set(this.journal.list(accountId).map(keyOf));
    return [...lost.values()].filter((one) => !recorded.has(keyOf(one)));
  }

  /** Those of a search that are still unknown, unless another window has taken them over: one tells, not two. */
  private own(accountId: string, { lost }: Search): readonly UnknownServer[] {
    return this.unknown(accountId, lost).filter(({ isOurs }) => isOurs);
  }

  private unknown(accountId: string, keys: { has(key: string): boolean }): readonly UnknownServer[] {
    return this.journal.unawaited(accountId).filter((one) => keys.has(keyOf(one)));
  }
}

function keyOf({ id, name }: Lost): string {
  return `${id}/${name}`;
}

function sighting({ id, name }: Lost, isMade: boolean, candidates: readonly Server[] = []): Sighting {
  return { id, name, isMade, candidates };
}
