// A folder of intents in memory that several windows share, as the disk has it: what is written is seen at once and
// durable a moment later, and everything in between can fail, hang or be lost.
import type { Holder, Intent, IntentStore, Owner } from '../../src/servers/creation/intent';
import { Journal, type JournalOptions } from '../../src/servers/creation/journal';

export type FolderStep = 'read' | 'create' | 'replace' | 'remove' | 'created' | 'replaced' | 'removed';

export class IntentFolder {
  /** What a reading sees. */
  readonly files = new Map<string, string>();
  /** What is left after the power was cut. */
  private durable = new Map<string, string>();
  private readonly watchers = new Set<() => void>();
  /** Pids of the processes that have ended. */
  private readonly ended = new Set<number>();
  /**
   * Awaited before each step: before something is seen, and (`created` …) before it is durable. One that rejects makes
   * the step fail, one that never ends makes it hang.
   */
  before: (step: FolderStep, id: string) => Promise<void> = async () => undefined;

  /** Whether windows hear of each other's changes at once. */
  isWatched = true;

  /** The folder as the process of that pid has it. */
  store(pid = 1): IntentStore {
    const step = async (name: FolderStep, id: string) => {
      await this.before(name, id);
      // What a process that has ended was about to do never happens.
      if (this.ended.has(pid)) await new Promise(() => undefined);
    };
    const write = async (id: string, text: string, did: FolderStep) => {
      this.files.set(id, text);
      this.tell();
      await step(did, id);
      this.durable.set(id, text);
    };
    return {
      read: async () => {
        await step('read', '');
        return [...this.files].map(([id, text]) => ({ id, path: `${id}.json`, text }));
      },
      create: async (id, text) => {
        await step('create', id);
        if (this.files.has(id)) throw new Error('It is there already');
        await write(id, text, 'created');
      },
      replace: async (id, text) => {
        await step('replace', id);
        await write(id, text, 'replaced');
      },
      remove: async (id) => {
        await step('remove', id);
        this.files.delete(id);
        this.tell();
        await step('removed', id);
        this.durable.delete(id);
      },
      watch: (notify) => {
        const heard = () => {
          if (this.isWatched && !this.ended.has(pid)) notify();
        };
        this.watchers.add(heard);
        return { dispose: () => void this.watchers.delete(heard) };
      },
    };
  }

  /** Ends a process at once: nothing that it was about to do happens. */
  kill(pid: number): void {
    this.ended.add(pid);
  }

  isAlive(pid: number): boolean {
    return !this.ended.has(pid);
  }

  /** Ends the processes, and loses what was not durable. */
  cutPower(...pids: readonly number[]): void {
    for (const pid of pids) this.kill(pid);
    this.files.clear();
    for (const [id, text] of this.durable) this.files.set(id, text);
  }

  /** What the files say, by id. */
  intents(): Intent[] {
    return [...this.files.values()].map((text) => JSON.parse(text) as Intent);
  }

  private tell(): void {
    for (const heard of [...this.watchers]) heard();
  }
}

export function ownerOf(pid: number): Owner {
  return { pid, host: 'here' };
}

/** The journal of a window on that folder. Each window is a process of its own pid. */
export function openJournal(
  folder = new IntentFolder(),
  { pid = 1, ...options }: Partial<JournalOptions> & { readonly pid?: number } = {},
): Journal {
  return new Journal(folder.store(pid), {
    self: ownerOf(pid),
    isAlive: (owner) => owner.host !== 'here' || folder.isAlive(owner.pid),
    ...options,
  });
}

/** Whose servers the account's are; accounts of one `key` have the same. */
export function holderOf(accountId: string, more: Partial<Holder> = {}): Holder {
  return { accountId, fingerprint: `key of ${accountId}`, environment: 'vpc', region: 'KR', ...more };
}

/** Asks for names as a creation does, up to the moment when the request leaves. */
export async function ask(
  journal: Journal,
  accountId: string,
  names: readonly string[],
  { holder = holderOf(accountId), before = [] as readonly string[], timestamp = Date.now(), params = {} } = {},
): Promise<Intent> {
  const claim = await journal.claim(holder, { names, params, timestamp });
  if ('kind' in claim) throw new Error(`${claim.name} is held: ${claim.kind}`);
  return journal.send(claim, { before, timestamp });
}

/** Asks for names and gets no answer. */
export async function lose(
  journal: Journal,
  ...asked: Parameters<typeof ask> extends [Journal, ...infer R] ? R : never
) {
  const sent = await ask(journal, ...asked);
  await journal.conclude(sent, {}, sent.names);
}
