// A test that does not end must not hold up those after it.

/**
 * Waits for a test, but no longer than so many ms.
 * @param {unknown} result
 * @param {number} limit
 * @throws what the test throws, or that it was too late.
 */
export async function inTime(result, limit) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${limit} ms`)), limit);
  });
  try {
    await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
