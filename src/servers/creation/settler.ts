/** Takes names out of the files of the journal once their outcome is known, or nobody wants to know it. */
import type { Server } from '../server';
import type { Intent } from './intent';
import type { Intents } from './intents';
import { type Finding, findings } from './settle';
import type { Standing } from './standing';
import type { Lost, Settled } from './unknown-server';

export class Settler {
  /** The intents that this window has taken over. The process of a window before it may have had the same number. */
  private readonly taken = new Set<string>();

  constructor(
    private readonly files: Intents,
    private readonly standing: Standing,
  ) {}

  /** The intents that the account shows. */
  intentsOf(accountId: string): Intent[] {
    return this.living().filter((intent) => this.standing.belongs(intent, accountId));
  }

  /** What these servers, a complete list, tell of each name of the account that nobody waits for. */
  findings(accountId: string, servers: readonly Server[]): Finding[] {
    const own = this.intentsOf(accountId);
    if (own.length === 0) return [];
    const sought = this.samePlace(accountId).map((intent) => ({
      ...intent,
      isAwaited: !own.includes(intent) || intent.names.some((name) => this.standing.isAwaited(intent, name)),
    }));
    return findings(sought, servers);
  }

  /**
   * The servers among these that an unknown creation has made; its outcome is known from then on. While its answer is
   * awaited it is the answer that tells. Of less than the whole list only numbers are believed that NCP has told.
   */
  settle(accountId: string, servers: readonly Server[], isWhole: boolean): Settled[] {
    const settled: Settled[] = [];
    for (const { id, name, server } of this.findings(accountId, servers)) {
      const intent = this.files.get(id);
      if (!server || !intent) continue;
      const isMade = Object.hasOwn(intent.made, name);
      if (!isMade && !isWhole) continue;
      const { own } = this.standing;
      if (!isMade) settled.push({ id, name, server, isOwn: own.has(id), isOurs: this.standing.isOrphan(intent) });
      this.end(accountId, intent, name, server.number);
    }
    return settled;
  }

  /** The name is settled: by the server of that number, or because nobody wants to know its outcome any more. */
  drop(accountId: string, { id, name }: Lost, number?: string): void {
    const intent = this.files.get(id);
    if (intent && !this.standing.isAwaited(intent, name)) this.end(accountId, intent, name, number);
  }

  /** Takes over what windows have asked for that are gone. Those names that were taken over. */
  takeOver(accountId: string): Lost[] {
    return this.intentsOf(accountId).flatMap((intent) => {
      const { id, names, stage } = intent;
      const isTaken = this.standing.own.has(id) || this.taken.has(id);
      if (stage !== 'sent' || isTaken || !this.standing.isLeft(intent)) return [];
      this.taken.add(id);
      this.files.put({ ...intent, owner: this.standing.self, isLost: true }).catch(() => undefined);
      return names.filter((name) => !Object.hasOwn(intent.made, name)).map((name) => ({ id, name }));
    });
  }

  /** Removes the files that are nothing any more, if nobody else may still know them as something. */
  clear(): void {
    for (const intent of this.files.intents()) {
      if (this.standing.isOver(intent) && this.standing.isOrphan(intent)) this.take(intent, intent.names);
    }
  }

  private living(): Intent[] {
    return this.files.intents().filter((intent) => !this.standing.isOver(intent));
  }

  /** The intents of all accounts that have the same servers. */
  private samePlace(accountId: string): Intent[] {
    return this.living().filter((intent) => this.standing.isOfSamePlace(intent, accountId));
  }

  /** Takes out a name. Its server is nobody else's: to other creations of that name it was there before. */
  private end(accountId: string, intent: Intent, name: string, number?: string): void {
    this.take(intent, [name]);
    if (number === undefined) return;
    for (const other of this.samePlace(accountId)) {
      const { id, names, before } = other;
      if (id === intent.id || !names.includes(name) || before.includes(number)) continue;
      if (this.standing.isAwaited(other, name)) continue;
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
}
