/**
 * A lexer of shell scripts that knows where commands are: it sees through quotes, comments, here-documents,
 * expansions and compound commands, so that no word of a text is taken for a command. It keeps its own stack and
 * reads every character a bounded number of times. What it does not understand makes it stop, not guess.
 */

import { expanded, quoted, type ShellFault, type ShellVisitor, split } from './command';
import { ShellExpressions } from './expressions';
import { type Frame, Kind, Phase } from './frame';
import { type Heredoc, readHeredocWord, skipHeredoc } from './heredoc';

/** No real command, with all those around it, has more words. */
const maxWords = 20_000;

/** Characters that end a word or need a closer look within it. */
const isSpecial = new Uint8Array(128);
for (const character of ' \t\r\n;&|()<>\'"\\`$') isSpecial[character.charCodeAt(0)] = 1;

/** Tells the visitor what the script does; gives the fault that swallows the rest of it, if there is one. */
export function readShell(text: string, isBash: boolean, visitor: ShellVisitor): ShellFault | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return new ShellLexer(text, start, isBash, visitor).run();
}

class ShellLexer extends ShellExpressions {
  private heredocs: Heredoc[] = [];

  run(): ShellFault | undefined {
    while (!this.isStopped && this.i < this.text.length) {
      const { frame } = this;
      if (frame.kind <= Kind.Case) this.readCommands(frame);
      else if (frame.kind === Kind.Test) this.readTest(frame);
      else if (frame.kind === Kind.Arithmetic) this.readArithmetic(frame);
      else if (frame.kind === Kind.Group) this.readGroup(frame);
      else this.readQuoted(frame);
    }
    if (!this.isStopped) this.finish(this.frame);
    return this.fault;
  }

  private finish(frame: Frame): void {
    this.i = this.text.length;
    if (frame.kind === Kind.DoubleQuote) {
      this.failQuote(frame.start, '"');
      return;
    }
    if (frame.kind <= Kind.Case) {
      if (frame.inWord) this.endWord(frame);
      if (!this.isStopped) this.endCommand(this.frame, 'list');
    }
    const heredoc = this.heredocs[0];
    if (heredoc) this.fault = { kind: 'heredoc', start: heredoc.start, end: heredoc.end, expected: heredoc.word };
  }

  private readCommands(frame: Frame): void {
    const { text } = this;
    while (this.isIn(frame)) {
      if (frame.inWord) {
        this.readWord(frame);
        continue;
      }
      const code = text.charCodeAt(this.i);
      if (code === 0x20) {
        this.i++;
        continue;
      }
      if (code !== 0x23 && (code >= 128 || isSpecial[code] === 0)) {
        this.openWord(frame);
        continue;
      }
      switch (text[this.i]) {
        case '\t':
        case '\r':
          this.i++;
          break;
        case '\n':
          this.readNewline(frame);
          break;
        case '#':
          this.readComment();
          break;
        case '\\':
          if (/^\\\r?\n/.test(text.slice(this.i, this.i + 3))) this.skipEscape();
          else this.openWord(frame);
          break;
        case ';':
          this.readSemicolon(frame);
          break;
        case '&':
          this.readAmpersand(frame);
          break;
        case '|':
          this.readPipe(frame);
          break;
        case '(':
          this.readOpening(frame);
          break;
        case ')':
          this.readClosing(frame);
          break;
        case '<':
        case '>':
          this.readRedirection(frame, true);
          break;
        default:
          this.openWord(frame);
      }
    }
  }

  private openWord(frame: Frame): void {
    if (this.words.count >= maxWords) this.stop();
    this.words.open(this.i);
    frame.inWord = true;
  }

  private readWord(frame: Frame): void {
    const { text, words } = this;
    while (frame.inWord && this.isIn(frame)) {
      const code = text.charCodeAt(this.i);
      if (code >= 128 || isSpecial[code] === 0) {
        this.i++;
        continue;
      }
      switch (text[this.i]) {
        case "'":
          words.mark(quoted);
          this.skipSingleQuote(this.i);
          break;
        case '"':
          words.mark(quoted);
          this.push(Kind.DoubleQuote, this.i++);
          break;
        case '\\':
          words.mark(quoted);
          this.skipEscape();
          break;
        case '`':
          words.mark(expanded | split);
          this.skipBackquote();
          break;
        case '$':
          this.readDollar(false);
          break;
        case '(':
          this.readOpeningInWord(frame);
          break;
        case '<':
        case '>':
          this.endWordBeforeRedirection(frame);
          break;
        default:
          this.endWord(frame);
      }
    }
  }

  /** `name=(…)`, an extended pattern such as `@(a|b)`, or the definition of a function. */
  private readOpeningInWord(frame: Frame): void {
    const { text } = this;
    if ('=?*+@!'.includes(text[this.i - 1] ?? ' ')) {
      this.push(Kind.Group, this.i++);
      return;
    }
    this.endWord(frame);
    if (this.isIn(frame)) this.readOpening(frame);
  }

  /** Digits right before `<` or `>` are the number of a file descriptor. */
  private endWordBeforeRedirection(frame: Frame): void {
    const { text, words } = this;
    const start = words.starts[words.count - 1] ?? this.i;
    const digits = this.i - start <= 3 ? text.slice(start, this.i) : '';
    if (!/^\d+$/.test(digits)) {
      this.endWord(frame);
      return;
    }
    words.cut(words.count - 1);
    frame.inWord = false;
    this.readRedirection(frame, digits === '0');
  }

  private readRedirection(frame: Frame, isDefaultInput: boolean): void {
    const { text } = this;
    const start = this.i;
    const isInput = text[start] === '<';
    if (text[start + 1] === '(') {
      this.openWord(frame);
      this.words.mark(expanded);
      this.push(Kind.Substitution, start);
      this.i += 2;
      return;
    }
    if (isInput && isDefaultInput) frame.isRedirected = true;
    if (text.startsWith('<<', start) && text[start + 2] !== '<') {
      const stripsTabs = text[start + 2] === '-';
      const heredoc = readHeredocWord(text, start, start + (stripsTabs ? 3 : 2), stripsTabs);
      if (heredoc.end === start + (stripsTabs ? 3 : 2)) this.stop();
      this.heredocs.push(heredoc);
      this.i = heredoc.end;
      return;
    }
    this.i += text.startsWith('<<<', start) ? 3 : '<>&|'.includes(text[start + 1] ?? ' ') ? 2 : 1;
    frame.isTarget = true;
  }

  private readNewline(frame: Frame): void {
    this.endCommand(frame, 'line');
    this.i++;
    if (this.heredocs.length === 0 || this.isStopped) return;
    const pending = this.heredocs;
    this.heredocs = [];
    let position = this.i;
    for (const heredoc of pending) {
      const next = skipHeredoc(this.text, position, heredoc);
      if (typeof next !== 'number') {
        this.fault = next;
        this.stop();
        return;
      }
      this.i = next;
      position = Math.min(next + 1, this.text.length);
    }
  }

  private readComment(): void {
    const end = this.endOfLine();
    this.visitor.comment(this.i, end);
    this.i = end;
  }

  private readSemicolon(frame: Frame): void {
    const next = this.text[this.i + 1];
    this.endCommand(frame, 'list');
    if (next !== ';' && next !== '&') {
      this.i++;
      return;
    }
    if (frame.kind !== Kind.Case) this.stop();
    frame.phase = Phase.Pattern;
    this.i += this.text.startsWith(';;&', this.i) ? 3 : 2;
  }

  private readAmpersand(frame: Frame): void {
    const next = this.text[this.i + 1];
    if (next === '>') {
      this.i += this.text[this.i + 2] === '>' ? 3 : 2;
      frame.isTarget = true;
      return;
    }
    this.endCommand(frame, next === '&' ? 'and-or' : 'background');
    this.i += next === '&' ? 2 : 1;
  }

  private readPipe(frame: Frame): void {
    const next = this.text[this.i + 1];
    if (frame.kind === Kind.Case && frame.phase === Phase.Pattern) this.words.cut(frame.wordBase);
    else this.endCommand(frame, next === '|' ? 'and-or' : 'pipe');
    this.i += next === '|' || next === '&' ? 2 : 1;
  }

  private readOpening(frame: Frame): void {
    if (frame.kind === Kind.Case && frame.phase === Phase.Pattern) {
      this.i++;
      return;
    }
    const count = this.words.count - frame.wordBase;
    if (count === 1 || frame.awaitsFunctionBody) {
      let close = this.i + 1;
      while (this.text[close] === ' ' || this.text[close] === '\t') close++;
      if (this.text[close] === ')') {
        this.words.cut(frame.wordBase);
        frame.awaitsFunctionBody = true;
        this.i = close + 1;
        return;
      }
    }
    if (count > 0 || frame.isAfterCompound) {
      this.stop();
      return;
    }
    const isArithmetic = this.text[this.i + 1] === '(';
    this.pushCompound(frame, isArithmetic ? Kind.Arithmetic : Kind.Subshell, this.i);
    this.i += isArithmetic ? 2 : 1;
  }

  private readClosing(frame: Frame): void {
    if (frame.kind === Kind.Case && frame.phase === Phase.Pattern) {
      this.words.cut(frame.wordBase);
      frame.phase = Phase.Body;
    } else if (frame.kind === Kind.Subshell) this.closeCompound(frame);
    else if (frame.kind === Kind.Substitution) {
      this.endCommand(frame, 'close');
      this.pop();
    } else this.stop();
    this.i++;
  }

  private endWord(frame: Frame): void {
    const { words } = this;
    words.close(this.i);
    frame.inWord = false;
    if (frame.isTarget) {
      frame.isTarget = false;
      words.cut(words.count - 1);
    } else if (frame.phase === Phase.Head || frame.phase === Phase.Pattern) this.readHeadWord(frame);
    else if (frame.awaitsFunctionName) {
      words.cut(frame.wordBase);
      frame.awaitsFunctionName = false;
      frame.awaitsFunctionBody = true;
    } else if (words.count - frame.wordBase === 1) this.readReserved(frame);
  }
}
