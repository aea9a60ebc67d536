/** Where the shell lexer stands: its position, what it is inside of, and how it gets over plain quotes. */
import { type ShellFault, Words } from './command';
import { Frame, Kind } from './frame';

/** No real script nests deeper. */
const maxDepth = 500;

export class ShellCursor {
  protected readonly words = new Words();
  protected frame = new Frame();
  /** How many commands there have been. */
  protected sequence = 0;
  protected fault: ShellFault | undefined;
  protected isStopped = false;
  private readonly frames: Frame[] = [this.frame];
  private depth = 0;

  constructor(
    protected readonly text: string,
    protected i: number,
    /** Bash reads some quotes unlike the shells that follow POSIX. */
    protected readonly isBash: boolean,
  ) {
    this.frame.reset(Kind.Top, i, 0, 1);
  }

  /** True while the lexer is to go on in this frame. */
  protected isIn(frame: Frame): boolean {
    return this.frame === frame && this.i < this.text.length && !this.isStopped;
  }

  protected push(kind: Kind, start: number): void {
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
    this.frame = frame;
  }

  protected pop(): void {
    this.depth--;
    this.frame = this.frames[this.depth] ?? this.frame;
  }

  protected skipSingleQuote(start: number): boolean {
    const close = this.text.indexOf("'", start + 1);
    if (close === -1) this.failQuote(start, "'");
    else this.i = close + 1;
    return close !== -1;
  }

  protected skipAnsiQuote(start: number): boolean {
    const close = this.findUnescaped("'", start + 1);
    if (close === -1) this.failQuote(start, "'");
    else this.i = close + 1;
    return close !== -1;
  }

  protected skipBackquote(): boolean {
    const close = this.findUnescaped('`', this.i + 1);
    if (close === -1) this.failQuote(this.i, '`');
    else this.i = close + 1;
    return close !== -1;
  }

  protected failQuote(start: number, quote: string): void {
    this.fault = { kind: 'quote', start, end: start + 1, expected: quote };
    this.stop();
  }

  /** A backslash and what it takes the meaning from; a line break after it may have two characters. */
  protected skipEscape(): void {
    this.i += this.text.startsWith('\\\r\n', this.i) ? 3 : 2;
  }

  protected stop(): void {
    this.isStopped = true;
  }

  private findUnescaped(quote: string, from: number): number {
    for (let i = from; i < this.text.length; i++) {
      if (this.text[i] === quote) return i;
      if (this.text[i] === '\\') i++;
    }
    return -1;
  }
}
