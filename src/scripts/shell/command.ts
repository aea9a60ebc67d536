/** A simple command of a shell script as the lexer shows it. */

/** Marks of a word: it holds quotes or backslashes, an expansion, an expansion outside quotes. */
export const quoted = 1;
export const expanded = 2;
export const split = 4;

/**
 * Stands where an outer shell or language takes a quote or a backslash away, so that offsets stay. No grammar knows
 * this character; a script that holds it by itself does not run.
 */
export const filler = '\u0001';

const taken = new RegExp(`["'\\\\${filler}]`, 'g');

/** The words of the innermost command; nested commands put theirs on top and take them away again. */
export class Words {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly marks: number[] = [];
  /** The arrays are longer: to shorten them for every command would take most of the lexer's time. */
  count = 0;

  open(start: number): void {
    this.starts[this.count] = start;
    this.ends[this.count] = start;
    this.marks[this.count] = 0;
    this.count++;
  }

  mark(marks: number): void {
    if (this.count > 0) this.marks[this.count - 1] = (this.marks[this.count - 1] ?? 0) | marks;
  }

  close(end: number): void {
    this.ends[this.count - 1] = end;
  }

  cut(count: number): void {
    this.count = count;
  }
}

/** What surrounds a command, or a whole script that another command runs. */
export interface Surroundings {
  /** Something other than the server's own standard input feeds it: a pipe, a file, a here-document. */
  readonly hasInput: boolean;
  /** Its output goes into a pipe. */
  readonly isPiped: boolean;
  readonly isInFunction: boolean;
  /** It stands where the script may not come by: in a branch or the body of a loop, or after `&&` or `||`. */
  readonly isConditional: boolean;
}

/** One object serves all commands of a script: it is valid only during the call that hands it over. */
export class ShellCommand implements Surroundings {
  /** The how-manieth command of the script this is. */
  index = 0;
  base = 0;
  length = 0;
  hasInput = false;
  isPiped = false;
  isInFunction = false;
  isConditional = false;
  /** A here-document or a here-string feeds it, or the first command of its pipe. */
  isFedText = false;
  /** Set by the visitor: it takes that text for a script, or hands it on to the next command of its pipe. */
  isReader = false;

  constructor(
    private readonly text: string,
    private readonly words: Words,
  ) {}

  start(word: number): number {
    return this.words.starts[this.base + word] ?? 0;
  }

  end(word: number): number {
    return this.words.ends[this.base + word] ?? 0;
  }

  has(word: number, mark: number): boolean {
    return ((this.words.marks[this.base + word] ?? 0) & mark) !== 0;
  }

  /** The word as written. */
  source(word: number): string {
    return this.text.slice(this.start(word), this.end(word));
  }

  /** The word without its quotes and backslashes; an expansion stays as written. */
  value(word: number): string {
    const source = this.source(word);
    return this.has(word, quoted) ? source.replace(taken, '') : source;
  }
}

/** A here-document or a here-string, told at the end of its line. */
export interface HereText {
  readonly kind: 'document' | 'string';
  /** The body of the document; the string with its quotes. */
  readonly start: number;
  readonly end: number;
  /** Nothing in the body is expanded. */
  readonly isQuoted: boolean;
  /** The index of the command that reads it, followed by those of its pipe that it is handed on to. */
  readonly readers: readonly number[];
}

/** What a script does, told in the order of its text. */
export interface ShellVisitor {
  comment(start: number, end: number): void;
  command(command: ShellCommand): void;
  /** A loop without an end that nothing in it leaves; `since` is the index of its first command. */
  endlessLoop(since: number, start: number, end: number): void;
  /** A loop that sleeps and that nothing in it leaves; `end` is the end of its keyword, `close` that of the loop. */
  waitingLoop?(since: number, start: number, end: number, close: number): void;
  /** All commands from `since` on read from a file or a here-document. */
  fed(since: number): void;
  /** The script does not wait for the commands from `since` on. */
  background(since: number): void;
  hereText(text: HereText): void;
}

/** What a script is written with, beside what it does; told in the order of its text. */
export interface GrammarVisitor {
  command(command: ShellCommand): void;
  /** A dollar sign that the shell expands. */
  expansion(start: number): void;
  /** Grammar of bash that other shells do not have; `stops` when a POSIX shell gives up there, as far as is known. */
  extension(start: number, end: number, stops: boolean): void;
  /** A `<` that opens a file. */
  input(start: number): void;
  /** The lines of a here-document, that of its end word included. */
  body(start: number, end: number): void;
}

/** A fault that swallows the rest of the script. */
export interface ShellFault {
  readonly kind: 'quote' | 'heredoc';
  readonly start: number;
  readonly end: number;
  /** The quote, or the word that should end the here-document. */
  readonly expected: string;
  /** A line that differs from that word by blanks only. */
  readonly almost?: { readonly start: number; readonly end: number };
}
