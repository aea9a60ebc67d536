/** How the shell lexer gets through the words of a command. */
import { expanded, filler, quoted, split } from './command';
import type { Cursor } from './cursor';
import { type Frame, Kind, Phase } from './frame';
import type { Operators } from './operators';
import type { Quotes } from './quotes';
import type { Structure } from './structure';

/** Characters that end a word or need a closer look within it. */
const isSpecial = new Uint8Array(128);
for (const character of ` \t\r\n;&|()<>'"\\\`$${filler}`) isSpecial[character.charCodeAt(0)] = 1;

/** True for a character code that only carries a word on. */
export function isPlain(code: number): boolean {
  return code >= 128 || isSpecial[code] === 0;
}

export class WordReader {
  constructor(
    private readonly cursor: Cursor,
    private readonly quotes: Quotes,
    private readonly structure: Structure,
    private readonly operators: Operators,
  ) {}

  readWord(frame: Frame): void {
    const { cursor } = this;
    const { text, words } = cursor;
    while (frame.inWord && cursor.isIn(frame)) {
      if (isPlain(text.charCodeAt(cursor.i))) {
        cursor.i++;
        continue;
      }
      switch (text[cursor.i]) {
        case "'":
          words.mark(quoted);
          cursor.skipSingleQuote(cursor.i);
          break;
        case '"':
          words.mark(quoted);
          cursor.push(Kind.DoubleQuote, cursor.i++);
          break;
        case '\\':
          words.mark(quoted);
          cursor.skipEscape();
          break;
        case filler:
          words.mark(quoted);
          cursor.i++;
          break;
        case '`':
          words.mark(expanded | split);
          cursor.skipBackquote();
          break;
        case '$':
          this.quotes.readDollar(false);
          break;
        case '(':
          this.readOpening(frame);
          break;
        case '<':
        case '>':
          this.endBeforeRedirection(frame);
          break;
        default:
          this.endWord(frame);
      }
    }
  }

  endWord(frame: Frame): void {
    const { cursor, structure } = this;
    const { words } = cursor;
    words.close(cursor.i);
    frame.inWord = false;
    if (frame.isTarget) {
      frame.isTarget = false;
      const { hereText } = frame;
      if (hereText?.kind === 'string' && hereText.start === hereText.end) {
        hereText.start = words.starts[words.count - 1] ?? cursor.i;
        hereText.end = cursor.i;
      }
      words.cut(words.count - 1);
    } else if (frame.phase === Phase.Head || frame.phase === Phase.Pattern) structure.readHeadWord(frame);
    else if (frame.awaitsFunctionName) {
      words.cut(frame.wordBase);
      frame.awaitsFunctionName = false;
      frame.awaitsFunctionBody = true;
    } else if (words.count - frame.wordBase === 1) structure.readReserved(frame);
  }

  /** `name=(…)`, an extended pattern such as `@(a|b)`, or the definition of a function. */
  private readOpening(frame: Frame): void {
    const { cursor } = this;
    if ('=?*+@!'.includes(cursor.text[cursor.i - 1] ?? ' ')) {
      cursor.grammar?.extension(cursor.words.starts[cursor.words.count - 1] ?? cursor.i, cursor.i + 1, true);
      cursor.push(Kind.Group, cursor.i++);
      return;
    }
    this.endWord(frame);
    if (cursor.isIn(frame)) this.operators.readOpening(frame);
  }

  /** Digits right before `<` or `>` are the number of a file descriptor. */
  private endBeforeRedirection(frame: Frame): void {
    const { cursor } = this;
    const { text, words } = cursor;
    const start = words.starts[words.count - 1] ?? cursor.i;
    const digits = cursor.i - start <= 3 ? text.slice(start, cursor.i) : '';
    if (!/^\d+$/.test(digits)) {
      this.endWord(frame);
      return;
    }
    words.cut(words.count - 1);
    frame.inWord = false;
    this.operators.readRedirection(frame, digits === '0');
  }
}
