/** What stands between the words of shell commands: redirections, line breaks, separators, parentheses. */
import { expanded, type ShellVisitor } from './command';
import type { Cursor } from './cursor';
import { type Frame, Kind, Phase } from './frame';
import { type Heredoc, type HereString, readHeredocWord, skipHeredoc } from './heredoc';
import type { Structure } from './structure';

export class Operators {
  /** Those whose bodies start after the current line, and the here-strings in it. */
  private heredocs: (Heredoc | HereString)[] = [];

  constructor(
    private readonly cursor: Cursor,
    private readonly structure: Structure,
    private readonly visitor: ShellVisitor,
  ) {}

  readRedirection(frame: Frame, isDefaultInput: boolean): void {
    const { cursor } = this;
    const { text, i: start } = cursor;
    const isInput = text[start] === '<';
    if (text[start + 1] === '(') {
      cursor.openWord(frame);
      cursor.words.mark(expanded);
      cursor.grammar?.extension(start, start + 2, true);
      cursor.push(Kind.Substitution, start);
      cursor.i += 2;
      return;
    }
    if (isInput && isDefaultInput) {
      frame.isRedirected = true;
      frame.hereText = undefined;
    }
    if (text.startsWith('<<', start) && text[start + 2] !== '<') {
      const stripsTabs = text[start + 2] === '-';
      const heredoc = readHeredocWord(text, start, start + (stripsTabs ? 3 : 2), stripsTabs);
      if (heredoc.end === start + (stripsTabs ? 3 : 2)) cursor.stop();
      this.heredocs.push(heredoc);
      if (isDefaultInput) frame.hereText = heredoc;
      cursor.i = heredoc.end;
      return;
    }
    if (isInput) cursor.grammar?.input(start);
    const isHereString = text.startsWith('<<<', start);
    if (isHereString) cursor.grammar?.extension(start, start + 3, true);
    if (isHereString && isDefaultInput) {
      frame.hereText = { kind: 'string', start, end: start, readers: [] };
      this.heredocs.push(frame.hereText);
    }
    cursor.i += isHereString ? 3 : '<>&|'.includes(text[start + 1] ?? ' ') ? 2 : 1;
    frame.isTarget = true;
  }

  /** The end of a line, and the here-documents that follow it. */
  readNewline(frame: Frame): void {
    const { cursor } = this;
    this.structure.endCommand(frame, 'line');
    cursor.i++;
    if (this.heredocs.length === 0 || cursor.isStopped) return;
    const pending = this.heredocs;
    this.heredocs = [];
    let position = cursor.i;
    for (const heredoc of pending) {
      if (heredoc.kind === 'string') {
        this.tell(heredoc);
        continue;
      }
      const next = skipHeredoc(cursor.text, position, heredoc);
      if (typeof next !== 'number') {
        cursor.fault = next;
        cursor.stop();
        return;
      }
      this.tell(heredoc, position, cursor.text.lastIndexOf('\n', next - 1) + 1);
      this.tellBody(position, next, heredoc.isQuoted);
      cursor.i = next;
      position = Math.min(next + 1, cursor.text.length);
    }
  }

  readSemicolon(frame: Frame): void {
    const { cursor } = this;
    const next = cursor.text[cursor.i + 1];
    this.structure.endCommand(frame, 'list');
    if (next !== ';' && next !== '&') {
      cursor.i++;
      return;
    }
    if (frame.kind !== Kind.Case) cursor.stop();
    frame.phase = Phase.Pattern;
    const start = cursor.i;
    cursor.i += cursor.text.startsWith(';;&', start) ? 3 : 2;
    if (cursor.text[cursor.i - 1] === '&') cursor.grammar?.extension(start, cursor.i, true);
  }

  readAmpersand(frame: Frame): void {
    const { cursor } = this;
    const next = cursor.text[cursor.i + 1];
    if (next === '>') {
      cursor.grammar?.extension(cursor.i, cursor.i + 2, false);
      cursor.i += cursor.text[cursor.i + 2] === '>' ? 3 : 2;
      frame.isTarget = true;
      return;
    }
    this.structure.endCommand(frame, next === '&' ? 'and-or' : 'background');
    cursor.i += next === '&' ? 2 : 1;
  }

  readPipe(frame: Frame): void {
    const { cursor } = this;
    const next = cursor.text[cursor.i + 1];
    if (frame.kind === Kind.Case && frame.phase === Phase.Pattern) cursor.words.cut(frame.wordBase);
    else this.structure.endCommand(frame, next === '|' ? 'and-or' : 'pipe');
    if (next === '&') cursor.grammar?.extension(cursor.i, cursor.i + 2, true);
    cursor.i += next === '|' || next === '&' ? 2 : 1;
  }

  readOpening(frame: Frame): void {
    const { cursor } = this;
    const { text, words } = cursor;
    if (frame.kind === Kind.Case && frame.phase === Phase.Pattern) {
      cursor.i++;
      return;
    }
    const count = words.count - frame.wordBase;
    if (count === 1 || frame.awaitsFunctionBody) {
      let close = cursor.i + 1;
      while (text[close] === ' ' || text[close] === '\t') close++;
      if (text[close] === ')') {
        words.cut(frame.wordBase);
        frame.awaitsFunctionBody = true;
        cursor.i = close + 1;
        return;
      }
    }
    if (count > 0 || frame.isAfterCompound) {
      cursor.stop();
      return;
    }
    const isArithmetic = text[cursor.i + 1] === '(';
    this.structure.pushCompound(frame, isArithmetic ? Kind.Arithmetic : Kind.Subshell, cursor.i);
    cursor.i += isArithmetic ? 2 : 1;
  }

  readClosing(frame: Frame): void {
    const { cursor, structure } = this;
    if (frame.kind === Kind.Case && frame.phase === Phase.Pattern) {
      cursor.words.cut(frame.wordBase);
      frame.phase = Phase.Body;
    } else if (frame.kind === Kind.Subshell) structure.closeCompound(frame);
    else if (frame.kind === Kind.Substitution) {
      structure.endCommand(frame, 'close');
      cursor.pop();
    } else cursor.stop();
    cursor.i++;
  }

  /** Within a here-document a shell expands what a dollar sign starts, unless quotes at its end word forbid it. */
  private tellBody(start: number, end: number, isQuoted: boolean): void {
    const { text, grammar } = this.cursor;
    if (!grammar) return;
    grammar.body(start, end);
    if (isQuoted) return;
    // What stands in `$(…)` has quotes of its own and is passed over.
    for (const { 0: found, index } of text.slice(start, end).matchAll(/\\[\s\S]|\$\([^()\n]*\)|\$/g))
      if (found === '$') grammar.expansion(start + index);
  }

  /** At the end of the text: a here-document whose body never began is a fault. */
  finish(): void {
    for (const heredoc of this.heredocs) {
      if (heredoc.kind === 'document') {
        const { start, end, word } = heredoc;
        this.cursor.fault = { kind: 'heredoc', start, end, expected: word };
        return;
      }
      this.tell(heredoc);
    }
  }

  private tell(text: Heredoc | HereString, start = text.start, end = text.end): void {
    const { kind, readers } = text;
    const isQuoted = kind === 'document' && text.isQuoted;
    if (readers.length > 0) this.visitor.hereText({ kind, start, end: Math.max(start, end), isQuoted, readers });
  }
}
