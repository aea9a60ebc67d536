/** Waits that end. */

/** The answer did not come in time. What was asked for may still happen. */
export class LateError extends Error {
  constructor(milliseconds: number) {
    super(`No answer within ${milliseconds} ms`);
    this.name = 'LateError';
  }
}

/** What `promise` resolves to. @throws LateError when it has not within so many milliseconds. */
export function within<T>(promise: PromiseLike<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LateError(milliseconds)), milliseconds);
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
