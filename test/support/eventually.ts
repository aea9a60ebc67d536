// Waits for what comes by itself.

/** Waits until `check` gives something, looking ten times a second. */
export async function eventually<T>(what: string, check: () => T | undefined | false, limit = 30_000): Promise<T> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const result = check();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not within ${limit} ms: ${what}`);
}
