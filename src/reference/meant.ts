/** What was probably meant by a word that is none of those that stand to choice. */

/** A shorter piece of a word says nothing about it. Characters. */
const shortestPiece = 3;

/**
 * The candidate that a word was probably meant to be: the same in another case, the one that it is a typing slip away
 * from, or the only one that it is a piece of. Undefined when there is none, or when the word is one of them.
 */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  if (word === '' || candidates.includes(word)) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // One slip in three characters, three at the most.
  let least = Math.min(Math.max(1, Math.floor(word.length / 3)), 3) + 1;
  for (const candidate of candidates) {
    const found = slips(wanted, candidate.toLowerCase(), least);
    if (found < least) [best, least] = [candidate, found];
  }
  if (best !== undefined || word.length < shortestPiece) return best;
  const [whole, ...others] = candidates.filter((candidate) => candidate.toLowerCase().includes(wanted));
  return others.length === 0 ? whole : undefined;
}

/** So many words of one text are told what was meant; a text with more of them is no slip. */
const mostGuesses = 50;

/** `meant` for the words of one text: each guess takes its time, so after some there are no more. */
export function guesses(): (word: string, candidates: () => readonly string[]) => string | undefined {
  let left = mostGuesses;
  return (word, candidates) => (left-- > 0 ? meant(word, candidates()) : undefined);
}

/**
 * How many characters must be added, taken out, replaced, or swapped with their neighbour (optimal string alignment) to
 * make one word of the other; `limit` when it is that many or more.
 */
export function slips(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (above[column] ?? limit) + 1,
        (current[column - 1] ?? limit) + 1,
        (above[column - 1] ?? limit) + (isSame ? 0 : 1),
      );
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwapped) cost = Math.min(cost, (before[column - 2] ?? limit) + 1);
      current.push(cost);
    }
    if (Math.min(...current) >= limit) return limit;
    [before, above] = [above, current];
  }
  return Math.min(above[to.length] ?? limit, limit);
}
