/** How the shell lexer gets through quotes, expansions and expressions. */
import { expanded, quoted, split } from './command';
import { ShellCursor } from './cursor';
import { type Frame, Kind } from './frame';

export class ShellQuotes extends ShellCursor {
  /** Double quotes and `${…}`. */
  protected readQuoted(frame: Frame): void {
    const { text } = this;
    const isParameter = frame.kind === Kind.Parameter;
    const close = isParameter ? '}' : '"';
    while (this.isIn(frame)) {
      const character = text[this.i];
      if (character === close) {
        this.i++;
        this.pop();
      } else if (character === '\\') this.skipEscape();
      else if (character === '"') this.push(Kind.DoubleQuote, this.i++);
      else if (character === "'" && frame.hasSingleQuotes) this.skipSingleQuote(this.i);
      else if (character === '`') this.skipBackquote();
      else if (character === '$') this.readDollar(!isParameter || frame.isInDoubleQuote);
      else this.i++;
    }
  }

  /** The items of an array or an extended pattern. */
  protected readGroup(frame: Frame): void {
    while (this.isIn(frame)) {
      const character = this.text[this.i];
      if (this.countParenthesis(frame, character)) continue;
      if (character === ')') {
        this.i++;
        this.pop();
      } else if (character === '#' && /\s/.test(this.text[this.i - 1] ?? '')) this.i = this.endOfLine();
      else this.readNested(character);
    }
  }

  /** A parenthesis inside other ones; false for the one that closes the frame. */
  protected countParenthesis(frame: Frame, character: string | undefined): boolean {
    if (character === '(') frame.parentheses++;
    else if (character === ')' && frame.parentheses > 0) frame.parentheses--;
    else return false;
    this.i++;
    return true;
  }

  /** One character of an expression, or what it starts. */
  protected readNested(character: string | undefined): void {
    if (character === '"') this.push(Kind.DoubleQuote, this.i++);
    else if (character === "'") this.skipSingleQuote(this.i);
    else if (character === '`') this.skipBackquote();
    else if (character === '$') this.readDollar(false);
    else if (character === '\\') this.skipEscape();
    else this.i++;
  }

  protected readDollar(isInDoubleQuote: boolean): void {
    const { text, words } = this;
    const start = this.i;
    const next = text[start + 1] ?? '';
    if (next === "'" && !isInDoubleQuote) {
      words.mark(quoted);
      this.skipAnsiQuote(start + 1);
      return;
    }
    if (/[\w({@*#?$!-]/.test(next)) words.mark(isInDoubleQuote ? expanded : expanded | split);
    if (next === '(') {
      const isArithmetic = text[start + 2] === '(';
      this.i += isArithmetic ? 3 : 2;
      this.push(isArithmetic ? Kind.Arithmetic : Kind.Substitution, start);
    } else if (next === '{') {
      this.i += 2;
      this.openParameter(start, isInDoubleQuote);
    } else this.i += /[@*#?$!-]/.test(next) ? 2 : 1;
  }

  protected endOfLine(): number {
    const newline = this.text.indexOf('\n', this.i);
    return newline === -1 ? this.text.length : newline;
  }

  /** Within double quotes POSIX shells take single ones as plain, but for the patterns of `${name#pattern}` and its kin. */
  private openParameter(start: number, isInDoubleQuote: boolean): void {
    const head = /^[!#]?(?:\w+|[@*#?$!-])?(?:\[[^\]'"`$\\]*\])?/.exec(this.text.slice(this.i, this.i + 80))?.[0] ?? '';
    this.push(Kind.Parameter, start);
    this.i += head.length;
    this.frame.isInDoubleQuote = isInDoubleQuote;
    this.frame.hasSingleQuotes = !isInDoubleQuote || this.isBash || '#%/^,'.includes(this.text[this.i] ?? ' ');
  }
}
