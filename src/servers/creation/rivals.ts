/** What holds names, so that an account cannot have them. */
import type { Holder, Intent } from './intent';
import type { Entry, Intents } from './intents';
import type { Held } from './ledger';
import type { Standing } from './standing';
import type { UnknownState } from './unknown-server';

/** Two claims that see each other: how often the one that stays looks whether the other has gone, and after which wait. */
const mostLooks = 10;
const lookPace = 100;

/** What has a name that is wanted. */
interface Rival extends Held {
  /** Of its file. */
  readonly id: string;
  /** Undefined for a file that cannot be told as one. */
  readonly intent?: Intent;
}

const heldAs: Readonly<Record<UnknownState, Held['kind']>> = {
  requested: 'name-elsewhere',
  elsewhere: 'name-elsewhere',
  unknown: 'name-unknown',
  made: 'name-taken',
};

/** Those of the entries that hold names against the account. */
export function holding(entries: readonly Entry[], holder: Holder, standing: Standing): Entry[] {
  return entries.filter((entry) => {
    const isOver = entry.kind === 'intent' && standing.isOver(entry.intent);
    return !isOver && standing.isOfSameKey(entry, holder);
  });
}

/** What holds these names against the account, in their order. */
export function rivals(
  entries: readonly Entry[],
  holder: Holder,
  names: readonly string[],
  standing: Standing,
): Rival[] {
  const held = holding(entries, holder, standing);
  return names.flatMap((name) =>
    held.flatMap((entry): Rival[] => {
      if (!heldNames(entry).includes(name)) return [];
      const { id } = entry;
      if (entry.kind !== 'intent') return [{ kind: 'name-recorded', name, id }];
      const { intent } = entry;
      return [{ kind: heldAs[standing.stateOf(intent, name)], name, id, intent }];
    }),
  );
}

/**
 * What a claim has to leave its names to; undefined when there is nothing, or nothing any more. `pause` waits so many
 * milliseconds before another look.
 * @throws when the files cannot be read, or not in time.
 */
export async function rivalThatStays(
  claim: Intent,
  files: Intents,
  standing: Standing,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Held | undefined> {
  for (let looks = 1; ; looks++) {
    await files.read();
    const found = rivals(files.all(), claim, claim.names, standing).filter(({ id }) => id !== claim.id);
    const [first] = found;
    if (!first) return undefined;
    // Of two claims that see each other the higher one goes at once.
    const isTie = found.every(({ intent }) => intent?.stage === 'claimed' && intent.id > claim.id);
    if (!isTie || looks === mostLooks) return { kind: first.kind, name: first.name };
    await pause(lookPace);
  }
}

/** The names that nobody else gets. */
export function heldNames(entry: Entry): readonly string[] {
  if (entry.kind !== 'intent') return entry.names;
  const { names, released } = entry.intent;
  return names.filter((name) => !released?.includes(name));
}
