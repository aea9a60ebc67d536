/** Where the shell lexer stands: its position, what it is inside of, and how it gets over plain quotes. */
import { type GrammarVisitor, type ShellFault, type Surroundings, Words } from './command';
import { Frame, Kind } from './frame';

/** No real script nests deeper. */
const maxDepth = 500;

/** No real command, with all those around it, has more words. */
const maxWords = 20_000;

/** The state that all parts of the lexer share. */
export class Cursor {
  readonly words = new Words();
  frame = new Frame();
  /** How many commands there have been. */
  sequence = 0;
  fault: ShellFault | undefined;
  isStopped = false;
  private readonly frames: Frame[] = [this.frame];
  private depth = 0;

  /** `i` is the offset of the next character. Bash reads some quotes unlike the shells that follow POSIX. */
  constructor(
    readonly text: string,
    public i: number,
    readonly isBash: boolean,
    readonly surroundings: Surroundings,
    readonly grammar?: GrammarVisitor,
  ) {
    this.frame.reset(Kind.Top, i, 0, 1);
    this.frame.hasInput = surroundings.hasInput;
    this.frame.isInFunction = surroundings.isInFunction;
    this.frame.isConditional = surroundings.isConditional;
  }

  /** True while the lexer is to go on in this frame. */
  isIn(frame: Frame): boolean {
    return this.frame === frame && this.i < this.text.length && !this.isStopped;
  }

  push(kind: Kind, start: number): void {
    if (this.depth + 1 >= maxDepth) {
      this.stop();
      return;
    }
    const parent = this.frame;
    this.depth++;
    let frame = this.frames[this.depth];
    if (!frame) {
      frame = new Frame();
      this.frames.push(frame);
    }
    frame.reset(kind, start, this.words.count, this.sequence + 1);
    frame.hasInput = parent.hasInput || parent.isPiped;
    frame.isInFunction = parent.isInFunction;
    frame.isConditional = parent.isConditional || parent.isAlternative;
    this.frame = frame;
  }

  pop(): void {
    this.depth--;
    this.frame = this.frames[this.depth] ?? this.frame;
  }

  openWord(frame: Frame): void {
    if (this.words.count >= maxWords) this.stop();
    this.words.open(this.i);
    frame.inWord = true;
  }

  skipSingleQuote(start: number): void {
    this.skipQuote(start, "'", this.text.indexOf("'", start + 1));
  }

  /** `$'…'`, where a backslash keeps a quote from closing. */
  skipAnsiQuote(start: number): void {
    this.skipQuote(start, "'", this.findUnescaped("'", start + 1));
  }

  skipBackquote(): void {
    this.skipQuote(this.i, '`', this.findUnescaped('`', this.i + 1));
  }

  failQuote(start: number, quote: string): void {
    this.fault = { kind: 'quote', start, end: start + 1, expected: quote };
    this.stop();
  }

  /** A backslash and what it takes the meaning from; a line break after it may have two characters. */
  skipEscape(): void {
    this.i += this.text.startsWith('\\\r\n', this.i) ? 3 : 2;
  }

  endOfLine(): number {
    const newline = this.text.indexOf('\n', this.i);
    return newline === -1 ? this.text.length : newline;
  }

  stop(): void {
    this.isStopped = true;
  }

  private skipQuote(start: number, quote: string, close: number): void {
    if (close === -1) this.failQuote(start, quote);
    else this.i = close + 1;
  }

  private findUnescaped(quote: string, from: number): number {
    for (let i = from; i < this.text.length; i++) {
      if (this.text[i] === quote) return i;
      if (this.text[i] === '\\') i++;
    }
    return -1;
  }
}
