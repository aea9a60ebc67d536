/** The creations that were asked for and whose outcome is not known to all: one file each, shared by all windows. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Disposable, Emitter } from '../event';
import type { Server } from '../server';
import { type Holder, type Intent, type IntentStore, intentVersion } from './intent';
import { type Entry, Intents } from './intents';
import type { Asked, Held, Ledger, Sending } from './ledger';
import { type Finding, findings } from './settle';
import { isSamePlace, Standing, type Surroundings } from './standing';
import type { Loss, Lost, Settled, UnknownServer, UnknownState } from './unknown-server';

export { longestCreation } from './standing';
export type { Loss, Lost, Settled, UnknownServer, UnknownState } from './unknown-server';

/** A file that cannot be told as a creation. */
export type Unreadable = Extract<Entry, { kind: 'newer' | 'corrupt' }>;

export interface JournalOptions
  extends Pick<Surroundings, 'self' | 'isAlive'>,
    Partial<Omit<Surroundings, 'self' | 'isAlive'>> {
  /** Waits before another look at a rival, in milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** The longest that a reading or a writing may take, in milliseconds. */
  readonly deadline?: number;
}

/** How often what another window has on its way is looked at, in milliseconds. */
const watchPace = 3_000;

/** Two claims that see each other: how often the one that stays looks whether the other has gone, and after which wait. */
const mostLooks = 10;
const lookPace = 100;

interface Rival extends Held {
  /** Undefined for a file that cannot be told as one. */
  readonly intent?: Intent;
}

export class Journal implements Disposable, Ledger {
  private readonly files: Intents;
  private readonly surroundings: Surroundings;
  private readonly standing: Standing;
  private readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Those that this window has asked for, with an answer still to come or not. */
  private readonly own = new Set<string>();
  private readonly changed = new Emitter<string>();
  private readonly lost = new Emitter<Loss>();
  private readonly unreadableChanged = new Emitter<void>();
  private readonly subscription: Disposable;
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;
  /** What was shown of each account. */
  private readonly shown = new Map<string, string>();
  private shownUnreadable = '[]';
  /** Fires with the account whose creations are others now, or stand otherwise. */
  readonly onDidChange = this.changed.event;
  /** Fires when a creation of this window has ended without an answer. */
  readonly onDidLose = this.lost.event;
  /** Fires when the files that cannot be told as creations are others. */
  readonly onDidChangeUnreadable = this.unreadableChanged.event;

  constructor(store: IntentStore, { pause = sleep, deadline, ...surroundings }: JournalOptions) {
    this.surroundings = {
      now: Date.now,
      isSandbox: () => false,
      isAccount: (accountId) => this.standing.holders.has(accountId),
      ...surroundings,
    };
    this.standing = new Standing(this.surroundings);
    this.pause = pause;
    this.files = new Intents(store, deadline);
    this.subscription = this.files.onDidRead(() => {
      this.clear();
      this.look();
    });
  }

  /**
   * Reads what all windows have written.
   * @throws when it cannot be read, or not in time; what was known stays.
   */
  load(): Promise<void> {
    return this.files.read();
  }

  /** Tells whose key an account has: only then what others of the same key have asked for is known as such. */
  hold(holder: Holder): void {
    const known = this.standing.holders.get(holder.accountId);
    this.standing.holders.set(holder.accountId, holder);
    if (!known || !isSamePlace(known, holder)) this.look();
  }

  /** The account's names that are not settled, the oldest first. */
  list(accountId: string): readonly UnknownServer[] {
    return this.files
      .intents()
      .filter((intent) => this.standing.belongs(intent, accountId) && !this.standing.isOver(intent))
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
      .flatMap((intent) => intent.names.map((name) => this.told(intent, name)));
  }

  /** Those that nobody waits for any more: only a list can tell of them. */
  unawaited(accountId: string): readonly UnknownServer[] {
    return this.list(accountId).filter(({ state }) => state === 'unknown');
  }

  /** The files that cannot be told as creations. */
  unreadable(): readonly Unreadable[] {
    return this.files.all().flatMap((entry) => (entry.kind === 'intent' ? [] : [entry]));
  }

  /** The names that the account cannot have, as far as known here. */
  names(accountId: string): string[] {
    const holder = this.standing.holders.get(accountId);
    if (!holder) return this.list(accountId).map(({ name }) => name);
    return this.holding(holder).flatMap(namesOf);
  }

  /** Why the first of these names cannot be had, as far as known here. */
  held(holder: Holder, names: readonly string[]): Held | undefined {
    const [rival] = this.rivals(holder, names);
    return rival && { kind: rival.kind, name: rival.name };
  }

  /**
   * Takes names, which are in the list from the call on: nobody else gets them before the claim is abandoned or
   * concluded.
   * @throws when that cannot be written down, or not in time; nothing must be sent then.
   */
  async claim(holder: Holder, { names, params, timestamp }: Asked): Promise<Intent | Held> {
    this.hold(holder);
    const held = this.held(holder, names);
    if (held) return held;
    const id = randomUUID();
    const intent: Intent = {
      ...{ version: intentVersion, id, owner: this.surroundings.self, stage: 'claimed', ...holder, names },
      ...{
        params,
        askedAt: this.surroundings.now(),
        timestamp,
        before: [],
        made: {},
      },
    };
    this.standing.underway.add(id);
    this.own.add(id);
    try {
      const written = this.files.put(intent, true);
      this.look();
      await written;
      const rival = await this.rivalThatStays(intent);
      if (!rival) return intent;
      await this.abandon(intent);
      return rival;
    } catch (error) {
      void this.abandon(intent);
      throw error;
    }
  }

  /**
   * Notes that the request of a claim is about to leave.
   * @throws when that cannot be written down, or not in time; nothing must be sent then.
   */
  async send(claim: Intent, { before, timestamp }: Sending): Promise<Intent> {
    const sent: Intent = { ...claim, stage: 'sent', before, timestamp, askedAt: this.surroundings.now() };
    const written = this.files.put(sent);
    this.look();
    await written;
    return sent;
  }

  /** Nothing was made and nothing will be: the names are free. Never rejects. */
  async abandon({ id }: Intent): Promise<void> {
    this.standing.underway.delete(id);
    this.own.delete(id);
    const removed = this.files.drop(id);
    this.look();
    await removed.catch(() => undefined);
  }

  /**
   * The request has ended: NCP told the numbers of `made`, by name; the names of `missing` are lost, so that only a
   * list can tell of them. Never rejects: what cannot be written is still known here, and elsewhere the request has
   * been sent.
   */
  async conclude(sent: Intent, made: Readonly<Record<string, string>>, missing: readonly string[]): Promise<void> {
    const { id, accountId } = sent;
    this.standing.underway.delete(id);
    const names = [...Object.keys(made), ...missing];
    const written = this.files.put({ ...sent, names, made, ...(missing.length > 0 ? { isLost: true } : {}) });
    this.look();
    if (missing.length > 0) this.lost.fire({ accountId, names: missing });
    await written.catch(() => undefined);
  }

  /**
   * Lets names be asked for once more although servers of them may have been made.
   * @throws when that cannot be written down.
   */
  async release(id: string): Promise<void> {
    const intent = this.files.get(id);
    if (!intent) return;
    const written = this.files.put({ ...intent, isReleased: true });
    this.look();
    await written;
  }

  /** The outcome of these names is known, or nobody wants to know it. Those that somebody waits for stay. */
  remove(accountId: string, names: readonly string[]): void {
    for (const intent of this.intentsOf(accountId)) {
      const gone = names.filter((name) => intent.names.includes(name) && !this.isAwaited(intent, name));
      this.take(intent, gone);
    }
    this.look();
  }

  /** Removes a file that cannot be told as a creation. @throws when it cannot be removed. */
  async discard(id: string): Promise<void> {
    const removed = this.files.drop(id);
    this.look();
    await removed;
  }

  /** The account is gone, or its sandbox. What it has asked for stays, but for servers that end with the sandbox. */
  forget(accountId: string): void {
    this.standing.holders.delete(accountId);
    this.clear();
    this.look();
  }

  /** What these servers, a complete list, tell of each name of the account that nobody waits for. */
  findings(accountId: string, servers: readonly Server[]): Finding[] {
    const own = this.intentsOf(accountId);
    if (own.length === 0) return [];
    const sought = this.samePlace(accountId).map((intent) => ({
      ...intent,
      isAwaited: !own.includes(intent) || intent.names.some((name) => this.isAwaited(intent, name)),
    }));
    return findings(sought, servers);
  }

  /**
   * The servers among these that an unknown creation has made; its outcome is known from then on. While its answer is
   * awaited it is the answer that tells. Of less than the whole list only numbers are believed that NCP has told. That
   * rows have gone is for the caller to say.
   */
  settle(accountId: string, servers: readonly Server[], isWhole: boolean): Settled[] {
    const settled: Settled[] = [];
    for (const { id, name, server } of this.findings(accountId, servers)) {
      const intent = this.files.get(id);
      if (!server || !intent) continue;
      const isMade = Object.hasOwn(intent.made, name);
      if (!isMade && !isWhole) continue;
      if (!isMade) settled.push({ id, name, server, isOwn: this.own.has(id), isOurs: this.standing.isOrphan(intent) });
      this.end(accountId, intent, name, server.number);
    }
    this.shown.set(accountId, this.signature(accountId));
    return settled;
  }

  /** The name is settled: by the server of that number, or because nobody wants to know its outcome any more. */
  drop(accountId: string, { id, name }: Lost, number?: string): void {
    const intent = this.files.get(id);
    if (intent && !this.isAwaited(intent, name)) this.end(accountId, intent, name, number);
    this.look();
  }

  /**
   * Takes over what windows have asked for that are gone, so that one window tells of it and not each. Those names that
   * were taken over.
   */
  takeOver(accountId: string): Lost[] {
    return this.intentsOf(accountId).flatMap((intent) => {
      const { id, names, stage } = intent;
      if (stage !== 'sent' || this.standing.isOurs(intent) || !this.standing.isOrphan(intent)) return [];
      this.files.put({ ...intent, owner: this.standing.self, isLost: true }).catch(() => undefined);
      return names.filter((name) => !Object.hasOwn(intent.made, name)).map((name) => ({ id, name }));
    });
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.subscription.dispose();
    for (const part of [this.files, this.changed, this.lost, this.unreadableChanged]) part.dispose();
  }

  /** The rival that a claim has to leave the names to; undefined when there is none, or none any more. */
  private async rivalThatStays({ id, names, ...holder }: Intent): Promise<Held | undefined> {
    for (let looks = 1; ; looks++) {
      await this.files.read();
      const rivals = this.rivals(holder, names, id);
      const [first] = rivals;
      if (!first) return undefined;
      // Of two claims that see each other the higher one goes at once.
      const isTie = rivals.every(({ intent }) => intent?.stage === 'claimed' && intent.id > id);
      if (!isTie || looks === mostLooks) return { kind: first.kind, name: first.name };
      await this.pause(lookPace);
    }
  }

  /** What holds these names, besides the intent of that id. */
  private rivals(holder: Holder, names: readonly string[], but?: string): Rival[] {
    const holding = this.holding(holder).filter(({ id }) => id !== but);
    return names.flatMap((name) =>
      holding.flatMap((entry): Rival[] => {
        if (!namesOf(entry).includes(name)) return [];
        if (entry.kind !== 'intent') return [{ kind: 'name-unknown', name }];
        const { intent } = entry;
        return [{ kind: heldAs[this.standing.stateOf(intent, name)], name, intent }];
      }),
    );
  }

  /** What has names that the account cannot have. */
  private holding(holder: Holder): Entry[] {
    return this.files.all().filter((entry) => {
      const isFree = entry.kind === 'intent' && (entry.intent.isReleased || this.standing.isOver(entry.intent));
      return !isFree && this.standing.isOfSameKey(entry, holder);
    });
  }

  private intentsOf(accountId: string): Intent[] {
    return this.files
      .intents()
      .filter((intent) => this.standing.belongs(intent, accountId) && !this.standing.isOver(intent));
  }

  private isAwaited(intent: Intent, name: string): boolean {
    const state = this.standing.stateOf(intent, name);
    return state === 'requested' || state === 'elsewhere';
  }

  private told(intent: Intent, name: string): UnknownServer {
    const { id, askedAt, timestamp, before, params, made, isReleased = false } = intent;
    const state = this.standing.stateOf(intent, name);
    const number = state === 'made' ? made[name] : undefined;
    return {
      id,
      name,
      state,
      ...(number === undefined ? {} : { number }),
      askedAt,
      timestamp,
      before,
      params,
      isReleased,
      isOurs: this.standing.isOurs(intent),
    };
  }

  /** The intents of all accounts that have the same servers. */
  private samePlace(accountId: string): Intent[] {
    return this.files
      .intents()
      .filter((intent) => this.standing.isOfSamePlace(intent, accountId) && !this.standing.isOver(intent));
  }

  /** Takes out a name. Its server is nobody else's: to other creations of that name it was there before. */
  private end(accountId: string, intent: Intent, name: string, number?: string): void {
    this.take(intent, [name]);
    if (number === undefined) return;
    for (const other of this.samePlace(accountId)) {
      const { id, names, before } = other;
      if (id === intent.id || !names.includes(name) || before.includes(number) || this.isAwaited(other, name)) continue;
      this.files.put({ ...other, before: [...before, number] }).catch(() => undefined);
    }
  }

  /** Takes settled names out of an intent. One that stays by mistake is looked up again elsewhere, and nothing worse. */
  private take(intent: Intent, gone: readonly string[]): void {
    if (gone.length === 0) return;
    const names = intent.names.filter((name) => !gone.includes(name));
    const made = Object.fromEntries(Object.entries(intent.made).filter(([name]) => names.includes(name)));
    const written = names.length === 0 ? this.files.drop(intent.id) : this.files.put({ ...intent, names, made });
    written.catch(() => undefined);
  }

  /** Removes the files that are nothing any more, if nobody else may still know them as something. */
  private clear(): void {
    for (const intent of this.files.intents()) {
      if (this.standing.isOver(intent) && this.standing.isOrphan(intent)) this.take(intent, intent.names);
    }
  }

  /** Tells of accounts whose rows are others now, and looks again as long as another window has something on its way. */
  private look(): void {
    const ids = [
      ...this.standing.holders.keys(),
      ...this.shown.keys(),
      ...this.files.intents().map(({ accountId }) => accountId),
    ];
    for (const accountId of new Set(ids)) {
      const signature = this.signature(accountId);
      if (signature === (this.shown.get(accountId) ?? '[]')) continue;
      this.shown.set(accountId, signature);
      this.changed.fire(accountId);
    }
    const unreadable = JSON.stringify(
      this.unreadable()
        .map(({ id }) => id)
        .sort(),
    );
    if (unreadable !== this.shownUnreadable) {
      this.shownUnreadable = unreadable;
      this.unreadableChanged.fire();
    }
    clearTimeout(this.timer);
    if (this.isDisposed) return;
    const isWatched = this.files.intents().some((intent) => {
      return (
        !this.standing.isOver(intent) &&
        intent.names.some((name) => this.standing.stateOf(intent, name) === 'elsewhere')
      );
    });
    if (!isWatched) return;
    this.timer = setTimeout(() => this.load().catch(() => this.look()), watchPace);
    this.timer.unref();
  }

  private signature(accountId: string): string {
    const rows = this.list(accountId).map(({ id, name, state, number, isReleased }) => [
      id,
      name,
      state,
      number,
      isReleased,
    ]);
    return JSON.stringify(rows);
  }
}

const heldAs: Readonly<Record<UnknownState, Held['kind']>> = {
  requested: 'name-elsewhere',
  elsewhere: 'name-elsewhere',
  unknown: 'name-unknown',
  made: 'name-taken',
};

function namesOf(entry: Entry): readonly string[] {
  return entry.kind === 'intent' ? entry.intent.names : entry.names;
}
