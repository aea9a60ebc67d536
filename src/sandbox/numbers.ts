/** Instance numbers. */

/** Counts up; every number is given once in the life of a sandbox. */
export class Numbers {
  #last: number;

  constructor(first: number) {
    this.#last = first - 1;
  }

  next(): string {
    this.#last += 1;
    return String(this.#last);
  }
}
