/** The order of servers by name, and their division into parts that the editor can draw without a halt. Pure. */

const collators = new Map<string, Intl.Collator>();

/** Compares names as people of that language do; numbers in them count as numbers. Made once: that is what costs. */
export function nameOrder(language: string): (a: string, b: string) => number {
  let collator = collators.get(language);
  if (!collator) {
    collator = new Intl.Collator(language, { numeric: true });
    collators.set(language, collator);
  }
  return collator.compare;
}

/** The servers by name; those of one name by number. */
export function inOrder<T extends { readonly name: string; readonly number: string }>(
  servers: readonly T[],
  language: string,
): T[] {
  const compare = nameOrder(language);
  return [...servers].sort((a, b) => compare(a.name, b.name) || compare(a.number, b.number));
}

/** Up to so many servers stand directly below their account. */
export const mostInOneList = 1_000;

/** So many servers of a larger account stand below one row of their own. */
export const rangeSize = 500;

/** How many ranges a number of servers takes; none while they fit into one list. */
export function rangesOf(count: number): number {
  return count > mostInOneList ? Math.ceil(count / rangeSize) : 0;
}
