/** How the shell lexer gets through quotes, expansions and lists in parentheses. */
import { expanded, quoted, split } from './command';
import type { Cursor } from './cursor';
import { type Frame, Kind } from './frame';

export class Quotes {
  constructor(private readonly cursor: Cursor) {}

  /** Double quotes and `${…}`. */
  readQuoted(frame: Frame): void {
    const { cursor } = this;
    const { text } = cursor;
    const isParameter = frame.kind === Kind.Parameter;
    const close = isParameter ? '}' : '"';
    while (cursor.isIn(frame)) {
      const character = text[cursor.i];
      if (character === close) {
        cursor.i++;
        cursor.pop();
      } else if (character === '\\') cursor.skipEscape();
      else if (character === '"') cursor.push(Kind.DoubleQuote, cursor.i++);
      else if (character === "'" && frame.hasSingleQuotes) cursor.skipSingleQuote(cursor.i);
      else if (character === '`') cursor.skipBackquote();
      else if (character === '$') this.readDollar(!isParameter || frame.isInDoubleQuote);
      else cursor.i++;
    }
  }

  /** The items of an array or an extended pattern. */
  readGroup(frame: Frame): void {
    const { cursor } = this;
    const { text } = cursor;
    while (cursor.isIn(frame)) {
      const character = text[cursor.i];
      if (this.countParenthesis(frame, character)) continue;
      if (character === ')') {
        cursor.i++;
        cursor.pop();
      } else if (character === '#' && /\s/.test(text[cursor.i - 1] ?? '')) cursor.i = cursor.endOfLine();
      else this.readNested(character);
    }
  }

  /** A parenthesis inside other ones; false for the one that closes the frame. */
  countParenthesis(frame: Frame, character: string | undefined): boolean {
    if (character === '(') frame.parentheses++;
    else if (character === ')' && frame.parentheses > 0) frame.parentheses--;
    else return false;
    this.cursor.i++;
    return true;
  }

  /** One character of an expression, or what it starts. */
  readNested(character: string | undefined): void {
    const { cursor } = this;
    if (character === '"') cursor.push(Kind.DoubleQuote, cursor.i++);
    else if (character === "'") cursor.skipSingleQuote(cursor.i);
    else if (character === '`') cursor.skipBackquote();
    else if (character === '$') this.readDollar(false);
    else if (character === '\\') cursor.skipEscape();
    else cursor.i++;
  }

  readDollar(isInDoubleQuote: boolean): void {
    const { cursor } = this;
    const { text, words } = cursor;
    const start = cursor.i;
    const next = text[start + 1] ?? '';
    if (next === "'" && !isInDoubleQuote) {
      words.mark(quoted);
      cursor.grammar?.extension(start, start + 2, false);
      cursor.skipAnsiQuote(start + 1);
      return;
    }
    cursor.grammar?.expansion(start);
    if (/[\w({@*#?$!-]/.test(next)) words.mark(isInDoubleQuote ? expanded : expanded | split);
    if (next === '(') {
      const isArithmetic = text[start + 2] === '(';
      cursor.i += isArithmetic ? 3 : 2;
      cursor.push(isArithmetic ? Kind.Arithmetic : Kind.Substitution, start);
    } else if (next === '{') {
      cursor.i += 2;
      this.openParameter(start, isInDoubleQuote);
    } else cursor.i += /[@*#?$!-]/.test(next) ? 2 : 1;
  }

  /** Within double quotes POSIX shells take single ones as plain, but for the patterns of `${name#pattern}` and its kin. */
  private openParameter(start: number, isInDoubleQuote: boolean): void {
    const { cursor } = this;
    const { text } = cursor;
    const head = /^[!#]?(?:\w+|[@*#?$!-])?(?:\[[^\]'"`$\\]*\])?/.exec(text.slice(cursor.i, cursor.i + 80))?.[0] ?? '';
    cursor.push(Kind.Parameter, start);
    cursor.i += head.length;
    cursor.frame.isInDoubleQuote = isInDoubleQuote;
    cursor.frame.hasSingleQuotes = !isInDoubleQuote || cursor.isBash || '#%/^,'.includes(text[cursor.i] ?? ' ');
  }
}
