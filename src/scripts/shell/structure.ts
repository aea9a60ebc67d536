/** How the shell lexer tells commands apart: where one ends, and what loops, branches and functions hold. */
import { ShellCommand, type ShellVisitor } from './command';
import type { Cursor } from './cursor';
import { type Frame, Kind, Phase } from './frame';
import { WordFilter } from './word-filter';

/** What ends a command: a line break, `;`, `&&` or `||`, `|`, `&`, a closing parenthesis or word. */
export type End = 'line' | 'list' | 'and-or' | 'pipe' | 'background' | 'close';

/** Words that open something; `endless` is the condition that makes a loop endless. */
const openers = new Map<string, { readonly kind: Kind; readonly phase: Phase; readonly endless?: string }>([
  ['if', { kind: Kind.If, phase: Phase.None }],
  ['while', { kind: Kind.Loop, phase: Phase.Condition, endless: 'true' }],
  ['until', { kind: Kind.Loop, phase: Phase.Condition, endless: 'false' }],
  ['for', { kind: Kind.Loop, phase: Phase.Head }],
  ['select', { kind: Kind.Loop, phase: Phase.Head }],
  ['case', { kind: Kind.Case, phase: Phase.Head }],
  ['{', { kind: Kind.Brace, phase: Phase.None }],
  ['[[', { kind: Kind.Test, phase: Phase.None }],
]);

/** Words that begin the next part of what is open. */
const parts = new Map<string, { readonly kind: Kind; readonly phase: Phase }>([
  ['then', { kind: Kind.If, phase: Phase.None }],
  ['else', { kind: Kind.If, phase: Phase.None }],
  ['elif', { kind: Kind.If, phase: Phase.None }],
  ['do', { kind: Kind.Loop, phase: Phase.Body }],
]);

/** Words that close what is open. */
const closers = new Map<string, Kind>([
  ['fi', Kind.If],
  ['done', Kind.Loop],
  ['esac', Kind.Case],
  ['}', Kind.Brace],
]);

/** Words before a command. */
const leading = new Set(['!', 'time', 'coproc', 'function']);

const reserved = new WordFilter([...openers.keys(), ...parts.keys(), ...closers.keys(), ...leading, 'in']);

/** Words that leave a loop, whichever one. */
const leaving = new Set(['break', 'exit', 'return', 'exec', 'kill']);
const telling = new WordFilter([...leaving, 'sleep']);

/** A megabyte of a real script has fewer. */
const maxCommands = 60_000;

export class Structure {
  private readonly command: ShellCommand;

  constructor(
    private readonly cursor: Cursor,
    private readonly visitor: ShellVisitor,
  ) {
    this.command = new ShellCommand(cursor.text, cursor.words);
  }

  endCommand(frame: Frame, end: End): void {
    const { cursor } = this;
    const count = cursor.words.count - frame.wordBase;
    const isEmpty = count === 0 && !frame.isAfterCompound && !frame.isRedirected;
    const isCaseHead = frame.kind === Kind.Case && frame.phase === Phase.Head;
    // A line break after `|`, `&&`, the head of a function or the word of a `case` carries the command on.
    if (end === 'line' && (isEmpty || isCaseHead)) return;
    const isHead = frame.phase === Phase.Head || frame.phase === Phase.Pattern;
    if (count > 0 && !isHead && !frame.isAfterCompound) this.emit(frame, count, end);
    if (frame.isAfterCompound && frame.isRedirected) this.visitor.fed(frame.compoundIndex);
    if (end === 'background') this.visitor.background(frame.listIndex);
    cursor.words.cut(frame.wordBase);
    if (end !== 'pipe' || frame.isAfterCompound) frame.hereText = undefined;
    frame.isAfterCompound = false;
    frame.isRedirected = false;
    frame.isTarget = false;
    frame.awaitsFunctionBody = false;
    frame.isPiped = end === 'pipe';
    if (end === 'pipe') return;
    frame.isAlternative = end === 'and-or';
    if (!frame.isAlternative) frame.listIndex = cursor.sequence + 1;
  }

  pushCompound(parent: Frame, kind: Kind, start: number): void {
    const { cursor } = this;
    const isFunction = parent.awaitsFunctionBody;
    parent.awaitsFunctionBody = false;
    cursor.push(kind, start);
    cursor.frame.isInFunction ||= isFunction;
  }

  closeCompound(frame: Frame): void {
    const { cursor } = this;
    const { kind, firstIndex } = frame;
    if (kind <= Kind.Case) this.endCommand(frame, 'close');
    cursor.pop();
    const parent = cursor.frame;
    parent.isAfterCompound = true;
    parent.compoundIndex = firstIndex;
    if (kind === Kind.Subshell) return;
    parent.exits ||= frame.exits;
    parent.sleeps ||= frame.sleeps;
    if (kind === Kind.Loop) this.checkLoop(frame);
    else parent.breaks ||= frame.breaks;
  }

  /** Reads the last word as a reserved one; all other words are left alone. */
  readReserved(frame: Frame): void {
    const { cursor } = this;
    const word = this.lastWord();
    if (word === '') return;
    const opener = openers.get(word);
    const part = parts.get(word);
    const closed = closers.get(word);
    if (opener) {
      if (word === '[[' || word === 'select') this.tellWord(word === 'select');
      // `select` asks, like a command.
      if (word === 'select') this.emit(frame, 1, 'list');
      this.openKeyword(frame, opener.kind, opener.phase);
      if (opener.endless) cursor.frame.endlessCondition = opener.endless;
      if (word === 'select') cursor.frame.firstIndex = cursor.sequence;
    } else if (part) this.beginPart(frame, part.kind, part.phase);
    else if (closed !== undefined) this.closeKeyword(frame, closed);
    else if (leading.has(word)) {
      if (word === 'function') {
        frame.awaitsFunctionName = true;
        this.tellWord(true);
      }
      cursor.words.cut(frame.wordBase);
    }
  }

  private tellWord(stops: boolean): void {
    const { words, i, grammar } = this.cursor;
    grammar?.extension(words.starts[words.count - 1] ?? i, i, stops);
  }

  /** A word of `for … in …`, `case … in` or of a pattern. */
  readHeadWord(frame: Frame): void {
    const { cursor } = this;
    const count = cursor.words.count - frame.wordBase;
    const word = this.lastWord();
    if (frame.kind === Kind.Loop) {
      if (count <= 2 && word === 'do') this.beginPart(frame, Kind.Loop, Phase.Body);
    } else if (frame.phase === Phase.Head && count === 2 && word === 'in') {
      cursor.words.cut(frame.wordBase);
      frame.phase = Phase.Pattern;
      frame.isConditional = true;
    } else if (frame.phase === Phase.Pattern && count === 1 && word === 'esac') this.closeKeyword(frame, Kind.Case);
  }

  /** The last word when it may be a reserved one. */
  private lastWord(): string {
    const { cursor } = this;
    const { words } = cursor;
    const last = words.count - 1;
    const start = words.starts[last] ?? 0;
    const mayBeReserved = words.marks[last] === 0 && reserved.mayHold(cursor.text, start, cursor.i);
    return mayBeReserved ? cursor.text.slice(start, cursor.i) : '';
  }

  private openKeyword(frame: Frame, kind: Kind, phase: Phase): void {
    const { cursor } = this;
    const start = cursor.words.starts[frame.wordBase] ?? cursor.i;
    cursor.words.cut(frame.wordBase);
    this.pushCompound(frame, kind, start);
    cursor.frame.phase = phase;
    cursor.frame.keywordEnd = cursor.i;
  }

  private closeKeyword(frame: Frame, kind: Kind): void {
    const { cursor } = this;
    cursor.words.cut(frame.wordBase);
    if (frame.kind === kind) this.closeCompound(frame);
    else cursor.stop();
  }

  private beginPart(frame: Frame, kind: Kind, phase: Phase): void {
    const { cursor } = this;
    cursor.words.cut(frame.wordBase);
    this.endCommand(frame, 'list');
    frame.isConditional ||= kind === Kind.If || (frame.phase === Phase.Condition && !isEndless(frame));
    frame.phase = phase;
    if (frame.kind !== kind) cursor.stop();
  }

  private checkLoop(loop: Frame): void {
    // A function may be called in the background.
    const isLeft = loop.breaks || loop.exits || loop.isInFunction;
    if (isEndless(loop) && !isLeft) this.visitor.endlessLoop(loop.firstIndex, loop.start, loop.keywordEnd);
    else if (loop.sleeps && !loop.exits && (!loop.breaks || isEndless(loop)))
      this.visitor.waitingLoop?.(loop.firstIndex, loop.start, loop.keywordEnd, this.cursor.i);
  }

  private emit(frame: Frame, count: number, end: End): void {
    const { cursor } = this;
    const { command } = this;
    command.index = ++cursor.sequence;
    if (cursor.sequence >= maxCommands) cursor.stop();
    command.base = frame.wordBase;
    command.length = count;
    command.hasInput = frame.isRedirected || frame.isPiped || frame.hasInput;
    command.isPiped = end === 'pipe' || cursor.surroundings.isPiped;
    command.isFedText = frame.hereText !== undefined;
    command.isInFunction = frame.isInFunction;
    command.isConditional = frame.isConditional || frame.isAlternative;
    const isTelling = frame.phase === Phase.Condition || telling.mayHold(cursor.text, command.start(0), command.end(0));
    const name = isTelling ? command.source(0).slice(0, 8) : '';
    if (name === 'break' && count === 1) frame.breaks = true;
    else if (name === 'exec' && count === 1 && frame.isRedirected) frame.hasInput = true;
    else if (name === 'sleep') frame.sleeps = true;
    else if (leaving.has(name)) frame.exits = true;
    if (frame.phase === Phase.Condition) {
      frame.conditionCount++;
      frame.condition = name === ':' ? 'true' : name;
    }
    command.isReader = false;
    this.visitor.command(command);
    cursor.grammar?.command(command);
    // Only a pipe of readers passes the text on.
    const { hereText } = frame;
    if (hereText && command.isReader) hereText.readers = [...hereText.readers, command.index];
    else frame.hereText = undefined;
  }
}

function isEndless({ conditionCount, condition, endlessCondition }: Frame): boolean {
  return conditionCount === 1 && condition === endlessCondition;
}
