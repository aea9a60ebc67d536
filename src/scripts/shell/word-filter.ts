/** Tells by first letter and length that a word is none of a list, without copying it out of the text. */
export class WordFilter {
  /** For each first letter, a bit for each length. */
  private readonly lengths = new Int32Array(128);

  /** The words are ASCII and have at most 30 letters. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      const first = word.charCodeAt(0);
      this.lengths[first] = (this.lengths[first] ?? 0) | (1 << word.length);
    }
  }

  /** False when the text between the offsets is certainly not on the list. */
  mayHold(text: string, start: number, end: number): boolean {
    const length = end - start;
    return length <= 30 && ((this.lengths[text.charCodeAt(start)] ?? 0) & (1 << length)) !== 0;
  }
}
