/** Work on many things, a few of them at a time. */

/** So many calls about single servers go out at a time: NCP counts them, and so does a connection. */
export const atOnce = 5;

/**
 * Runs `run` for each item, at most `most` at a time, and gives the results in the order of the items. Rejects with the
 * first that does; those after it are not begun then.
 */
export async function inTurns<T, R>(
  items: readonly T[],
  most: number,
  run: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const rest = items.entries();
  let isOver = false;
  const work = async () => {
    for (const [place, item] of rest) {
      if (isOver) return;
      results[place] = await run(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
  } finally {
    isOver = true;
  }
  return results;
}
