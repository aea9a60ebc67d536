/** Whose an intent is, and how it stands, from where this window sees it. */
import type { Holder, Intent, Owner } from './intent';
import type { Entry } from './intents';
import type { UnknownState } from './unknown-server';

/** No creation takes longer from its claim to its end, in milliseconds; of a window that is gone nobody else may know it. */
export const longestCreation = 3 * 60_000;

/** Who knows the processes and the accounts. */
export interface Surroundings {
  /** The process of this window. */
  readonly self: Owner;
  /** Whether that process may still wait for an answer. */
  readonly isAlive: (owner: Owner) => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether the account is one of the sandbox, whose servers end with it. */
  readonly isSandbox: (accountId: string) => boolean;
  /** Whether there is such an account. What one that is gone has asked for belongs to any other of the same key and place. */
  readonly isAccount: (accountId: string) => boolean;
}

export class Standing {
  /** The accounts that were opened here. */
  readonly holders = new Map<string, Holder>();
  /** The intents that this window carries out. In memory only: of a later window nobody waits any more. */
  readonly underway = new Set<string>();

  constructor(private readonly surroundings: Surroundings) {}

  /** Whether names of the file are held against the account. */
  isOfSameKey(entry: Entry, holder: Holder): boolean {
    const { accountId, fingerprint, environment, region } =
      entry.kind === 'intent' ? entry.intent : { ...holder, ...entry };
    const isSame = isSamePlace({ fingerprint, environment, region }, holder);
    return isSame || (accountId === holder.accountId && !this.surroundings.isSandbox(accountId));
  }

  /** Whether the account shows the intent and its lists settle it. */
  belongs(intent: Intent, accountId: string): boolean {
    if (intent.accountId === accountId) return true;
    const holder = this.holders.get(accountId);
    if (!holder || this.surroundings.isAccount(intent.accountId) || this.surroundings.isSandbox(accountId))
      return false;
    return isSamePlace(intent, holder);
  }

  /** Whether the intent's servers are among those that lists of the account show. */
  isOfSamePlace(intent: Intent, accountId: string): boolean {
    const holder = this.holders.get(accountId);
    return this.belongs(intent, accountId) || (holder !== undefined && isSamePlace(intent, holder));
  }

  /** The process of this window. */
  get self(): Owner {
    return this.surroundings.self;
  }

  /** Whether this window has asked for it, or has taken it over. */
  isOurs({ owner }: Intent): boolean {
    return isSameOwner(owner, this.self);
  }

  /** Whether the intent is nothing any more: never sent, or of servers that have ended with their sandbox. */
  isOver(intent: Intent): boolean {
    const { accountId, stage } = intent;
    if (stage === 'claimed' && this.isOrphan(intent)) return true;
    const holder = this.holders.get(accountId);
    return this.surroundings.isSandbox(accountId) && !(holder && isSamePlace(intent, holder));
  }

  /** Whether nobody carries the intent out any more. */
  isOrphan({ id, owner }: Intent): boolean {
    return !this.underway.has(id) && (isSameOwner(owner, this.self) || !this.surroundings.isAlive(owner));
  }

  /** How one of the intent's names stands. */
  stateOf(intent: Intent, name: string): UnknownState {
    if (Object.hasOwn(intent.made, name)) return 'made';
    if (this.underway.has(intent.id)) return 'requested';
    const isLate = Math.abs(this.surroundings.now() - intent.askedAt) > longestCreation;
    return intent.isLost || isLate || this.isOrphan(intent) ? 'unknown' : 'elsewhere';
  }
}

function isSameOwner(a: Owner, b: Owner): boolean {
  return a.pid === b.pid && a.host === b.host;
}

/** Whether both mean the servers of one key in one place. */
export function isSamePlace(a: Omit<Holder, 'accountId'>, b: Omit<Holder, 'accountId'>): boolean {
  return a.fingerprint === b.fingerprint && a.environment === b.environment && a.region === b.region;
}
