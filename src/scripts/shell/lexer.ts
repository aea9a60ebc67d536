/**
 * A lexer of shell scripts that knows where commands are: it sees through quotes, comments, here-documents,
 * expansions and compound commands, so that no word of a text is taken for a command. It keeps its own stack and
 * reads every character a bounded number of times. What it does not understand makes it stop, not guess.
 */

import type { GrammarVisitor, ShellFault, ShellVisitor, Surroundings } from './command';
import { Cursor } from './cursor';
import { Expressions } from './expressions';
import { type Frame, Kind } from './frame';
import { Operators } from './operators';
import { Quotes } from './quotes';
import { Structure } from './structure';
import { isPlain, WordReader } from './words';

/** Those of a script that the server itself runs. */
export const alone: Surroundings = { hasInput: false, isPiped: false, isInFunction: false, isConditional: false };

/**
 * Tells the visitors what the script does and what it is written with; gives the fault that swallows the rest of it,
 * if there is one.
 */
export function readShell(
  text: string,
  isBash: boolean,
  visitor: ShellVisitor,
  surroundings = alone,
  grammar?: GrammarVisitor,
): ShellFault | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return new ShellLexer(new Cursor(text, start, isBash, surroundings, grammar), visitor).run();
}

class ShellLexer {
  private readonly quotes: Quotes;
  private readonly structure: Structure;
  private readonly expressions: Expressions;
  private readonly operators: Operators;
  private readonly words: WordReader;

  constructor(
    private readonly cursor: Cursor,
    private readonly visitor: ShellVisitor,
  ) {
    this.quotes = new Quotes(cursor);
    this.structure = new Structure(cursor, visitor);
    this.expressions = new Expressions(cursor, this.quotes, this.structure);
    this.operators = new Operators(cursor, this.structure, visitor);
    this.words = new WordReader(cursor, this.quotes, this.structure, this.operators);
  }

  run(): ShellFault | undefined {
    const { cursor } = this;
    while (!cursor.isStopped && cursor.i < cursor.text.length) {
      const { frame } = cursor;
      if (frame.kind <= Kind.Case) this.readCommands(frame);
      else if (frame.kind === Kind.Test) this.expressions.readTest(frame);
      else if (frame.kind === Kind.Arithmetic) this.expressions.readArithmetic(frame);
      else if (frame.kind === Kind.Group) this.quotes.readGroup(frame);
      else this.quotes.readQuoted(frame);
    }
    if (!cursor.isStopped) this.finish(cursor.frame);
    return cursor.fault;
  }

  private finish(frame: Frame): void {
    const { cursor } = this;
    cursor.i = cursor.text.length;
    if (frame.kind === Kind.DoubleQuote) {
      cursor.failQuote(frame.start, '"');
      return;
    }
    if (frame.kind <= Kind.Case) {
      if (frame.inWord) this.words.endWord(frame);
      if (!cursor.isStopped) this.structure.endCommand(cursor.frame, 'list');
    }
    this.operators.finish();
  }

  private readCommands(frame: Frame): void {
    const { cursor, operators } = this;
    const { text } = cursor;
    while (cursor.isIn(frame)) {
      if (frame.inWord) {
        this.words.readWord(frame);
        continue;
      }
      const code = text.charCodeAt(cursor.i);
      if (code === 0x20) {
        cursor.i++;
        continue;
      }
      if (code !== 0x23 && isPlain(code)) {
        cursor.openWord(frame);
        continue;
      }
      switch (text[cursor.i]) {
        case '\t':
        case '\r':
          cursor.i++;
          break;
        case '\n':
          operators.readNewline(frame);
          break;
        case '#':
          this.readComment();
          break;
        case '\\':
          if (/^\\\r?\n/.test(text.slice(cursor.i, cursor.i + 3))) cursor.skipEscape();
          else cursor.openWord(frame);
          break;
        case ';':
          operators.readSemicolon(frame);
          break;
        case '&':
          operators.readAmpersand(frame);
          break;
        case '|':
          operators.readPipe(frame);
          break;
        case '(':
          operators.readOpening(frame);
          break;
        case ')':
          operators.readClosing(frame);
          break;
        case '<':
        case '>':
          operators.readRedirection(frame, true);
          break;
        default:
          cursor.openWord(frame);
      }
    }
  }

  private readComment(): void {
    const { cursor } = this;
    const end = cursor.endOfLine();
    this.visitor.comment(cursor.i, end);
    cursor.i = end;
  }
}
