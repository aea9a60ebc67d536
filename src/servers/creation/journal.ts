/** The creations that were asked for and whose outcome is not known to all: one file each, shared by all windows. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LateError } from '../../client/within';
import { type Disposable, Emitter } from '../event';
import type { Server } from '../server';
import { Changes } from './changes';
import { type Holder, type Intent, type IntentStore, intentVersion } from './intent';
import { type Entry, Intents } from './intents';
import type { Asked, Held, Ledger, Sending } from './ledger';
import { heldNames, holding, rivals, rivalThatStays } from './rivals';
import type { Finding } from './settle';
import { Settler } from './settler';
import { isSamePlace, longestCreation, Standing, type Surroundings } from './standing';
import type { Loss, Lost, Settled, UnknownServer } from './unknown-server';

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

export class Journal implements Disposable, Ledger {
  private readonly files: Intents;
  private readonly surroundings: Surroundings;
  private readonly standing: Standing;
  private readonly pause: (milliseconds: number) => Promise<unknown>;
  private readonly settler: Settler;
  private readonly changes = new Changes(this);
  private readonly lost = new Emitter<Loss>();
  private readonly subscription: Disposable;
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;
  /** Fires with the account whose creations are others now, or stand otherwise. */
  readonly onDidChange = this.changes.onDidChange;
  /** Fires when a creation of this window has ended without an answer. */
  readonly onDidLose = this.lost.event;
  /** Fires when the files that cannot be told as creations are others. */
  readonly onDidChangeUnreadable = this.changes.onDidChangeUnreadable;

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
    this.settler = new Settler(this.files, this.standing);
    this.subscription = this.files.onDidRead(() => {
      this.settler.clear();
      this.look();
    });
  }

  /**
   * Reads what all windows have written.
   * @throws when it cannot be read, or not in time; what was known stays.
   */
  async load(): Promise<void> {
    await this.files.read();
    this.files.repeat();
  }

  /** Tells whose key an account has: only then what others of the same key have asked for is known as such. */
  hold(holder: Holder): void {
    const known = this.standing.holders.get(holder.accountId);
    this.standing.holders.set(holder.accountId, holder);
    if (!known || !isSamePlace(known, holder)) this.look();
  }

  /** The account's names that are not settled, the oldest first. */
  list(accountId: string): readonly UnknownServer[] {
    return this.settler
      .intentsOf(accountId)
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
      .flatMap((intent) => intent.names.map((name) => this.standing.told(intent, name)));
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
    if (!holder) return this.list(accountId).flatMap(({ name, isReleased }) => (isReleased ? [] : [name]));
    return holding(this.files.all(), holder, this.standing).flatMap(heldNames);
  }

  /** Why the first of these names cannot be had, as far as known here. */
  held(holder: Holder, names: readonly string[]): Held | undefined {
    const [rival] = rivals(this.files.all(), holder, names, this.standing);
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
      ...{ params, askedAt: this.surroundings.now(), timestamp, before: [], made: {} },
    };
    this.standing.underway.add(id);
    this.standing.own.add(id);
    try {
      const written = this.files.put(intent, true);
      this.look();
      await written;
      const rival = await rivalThatStays(intent, this.files, this.standing, this.pause);
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
   * @throws when that cannot be written down, or not in time, or when others may take the claim for one that nobody
   * carries out any more, as after a sleep of the computer; nothing must be sent then.
   */
  async send(claim: Intent, { before, timestamp }: Sending): Promise<Intent> {
    const sent: Intent = { ...claim, stage: 'sent', before, timestamp, askedAt: this.surroundings.now() };
    const written = this.files.put(sent);
    this.look();
    await written;
    if (this.standing.isLate(claim)) throw new LateError(longestCreation);
    return sent;
  }

  /** Nothing was made and nothing will be: the names are free. Never rejects. */
  async abandon({ id }: Intent): Promise<void> {
    this.standing.underway.delete(id);
    this.standing.own.delete(id);
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
   * Lets these names of the intent be asked for once more although servers of them may have been made.
   * @throws when that cannot be written down.
   */
  async release(id: string, names: readonly string[]): Promise<void> {
    const intent = this.files.get(id);
    if (!intent) return;
    const written = this.files.put({ ...intent, released: [...(intent.released ?? []), ...names] });
    this.look();
    await written.catch((error: unknown) => {
      this.files.put(intent).catch(() => undefined);
      this.look();
      throw error;
    });
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
    this.settler.clear();
    this.look();
  }

  /** What these servers, a complete list, tell of each name of the account that nobody waits for. */
  findings(accountId: string, servers: readonly Server[]): Finding[] {
    return this.settler.findings(accountId, servers);
  }

  /**
   * The servers among these that an unknown creation has made; its outcome is known from then on. While its answer is
   * awaited it is the answer that tells. Of less than the whole list only numbers are believed that NCP has told. That
   * rows have gone is for the caller to say.
   */
  settle(accountId: string, servers: readonly Server[], isWhole: boolean): Settled[] {
    const settled = this.settler.settle(accountId, servers, isWhole);
    this.changes.pass(accountId);
    return settled;
  }

  /** The name is settled: by the server of that number, or because nobody wants to know its outcome any more. */
  drop(accountId: string, lost: Lost, number?: string): void {
    this.settler.drop(accountId, lost, number);
    this.look();
  }

  /**
   * Takes over what windows have asked for that are gone, so that one window tells of it and not each. Those names that
   * were taken over.
   */
  takeOver(accountId: string): Lost[] {
    return this.settler.takeOver(accountId);
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.subscription.dispose();
    for (const part of [this.files, this.changes, this.lost]) part.dispose();
  }

  /** Tells of accounts whose rows are others now, and looks again as long as another window has something on its way. */
  private look(): void {
    const intents = this.files.intents();
    const ids = new Set(intents.map(({ accountId }) => accountId));
    const accounts = [...ids].filter((id) => this.surroundings.isAccount(id));
    this.changes.look([...this.standing.holders.keys(), ...accounts]);
    clearTimeout(this.timer);
    if (this.isDisposed) return;
    const isWatched = intents.some((intent) => {
      const isElsewhere = (name: string) => this.standing.stateOf(intent, name) === 'elsewhere';
      return !this.standing.isOver(intent) && intent.names.some(isElsewhere);
    });
    if (!isWatched) return;
    this.timer = setTimeout(() => this.load().catch(() => this.look()), watchPace);
    this.timer.unref();
  }
}
