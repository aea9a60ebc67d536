/** How the shell lexer tells commands apart: where one ends, and what loops, branches and functions hold. */
import { ShellCommand, type ShellVisitor } from './command';
import { type Frame, Kind, Phase } from './frame';
import { ShellQuotes } from './quotes';
import { WordFilter } from './word-filter';

/** What ends a command: a line break, `;`, `&&` or `||`, `|`, `&`, a closing parenthesis or word. */
export type End = 'line' | 'list' | 'and-or' | 'pipe' | 'background' | 'close';

const reserved = new WordFilter(
  'if then else elif fi while until for select do done case esac in { } [[ function ! time coproc'.split(' '),
);

/** Words that leave a loop, whichever one. */
const leaving = new Set(['break', 'exit', 'return', 'exec', 'kill']);
const leavingWords = new WordFilter(leaving);

/** A megabyte of a real script has fewer. */
const maxCommands = 60_000;

export class ShellStructure extends ShellQuotes {
  private readonly command: ShellCommand;

  constructor(
    text: string,
    start: number,
    isBash: boolean,
    protected readonly visitor: ShellVisitor,
  ) {
    super(text, start, isBash);
    this.command = new ShellCommand(text, this.words);
  }

  protected endCommand(frame: Frame, end: End): void {
    const count = this.words.count - frame.wordBase;
    const isEmpty = count === 0 && !frame.isAfterCompound && !frame.isRedirected;
    const isCaseHead = frame.kind === Kind.Case && frame.phase === Phase.Head;
    // A line break after `|`, `&&`, the head of a function or the word of a `case` carries the command on.
    if (end === 'line' && (isEmpty || isCaseHead)) return;
    const isHead = frame.phase === Phase.Head || frame.phase === Phase.Pattern;
    if (count > 0 && !isHead && !frame.isAfterCompound) this.emit(frame, count, end);
    if (frame.isAfterCompound && frame.isRedirected) this.visitor.fed(frame.compoundIndex);
    if (end === 'background') this.visitor.background(frame.listIndex);
    this.words.cut(frame.wordBase);
    frame.isAfterCompound = false;
    frame.isRedirected = false;
    frame.isTarget = false;
    frame.awaitsFunctionBody = false;
    frame.isPiped = end === 'pipe';
    if (end !== 'pipe' && end !== 'and-or') frame.listIndex = this.sequence + 1;
  }

  protected pushCompound(parent: Frame, kind: Kind, start: number): void {
    const isFunction = parent.awaitsFunctionBody;
    parent.awaitsFunctionBody = false;
    this.push(kind, start);
    this.frame.isInFunction ||= isFunction;
  }

  protected closeCompound(frame: Frame): void {
    const { kind, firstIndex } = frame;
    if (kind <= Kind.Case) this.endCommand(frame, 'close');
    this.pop();
    const parent = this.frame;
    parent.isAfterCompound = true;
    parent.compoundIndex = firstIndex;
    if (kind === Kind.Subshell) return;
    parent.exits ||= frame.exits;
    if (kind === Kind.Loop) this.checkLoop(frame);
    else parent.breaks ||= frame.breaks;
  }

  /** Reads the last word as a reserved one; all other words are left alone. */
  protected readReserved(frame: Frame): void {
    const word = this.lastWord();
    switch (word) {
      case 'if':
        this.openKeyword(frame, Kind.If, Phase.None);
        break;
      case 'while':
      case 'until':
        this.openKeyword(frame, Kind.Loop, Phase.Condition);
        this.frame.endlessCondition = word === 'while' ? 'true' : 'false';
        break;
      case 'for':
        this.openKeyword(frame, Kind.Loop, Phase.Head);
        break;
      case 'select':
        this.emit(frame, 1, 'list');
        this.openKeyword(frame, Kind.Loop, Phase.Head);
        this.frame.firstIndex = this.sequence;
        break;
      case 'case':
        this.openKeyword(frame, Kind.Case, Phase.Head);
        break;
      case '{':
        this.openKeyword(frame, Kind.Brace, Phase.None);
        break;
      case '[[':
        this.openKeyword(frame, Kind.Test, Phase.None);
        break;
      case 'function':
        frame.awaitsFunctionName = true;
        this.words.cut(frame.wordBase);
        break;
      case '!':
      case 'time':
      case 'coproc':
        this.words.cut(frame.wordBase);
        break;
      case 'then':
      case 'else':
      case 'elif':
        this.beginPart(frame, Kind.If, Phase.None);
        break;
      case 'do':
        this.beginPart(frame, Kind.Loop, Phase.Body);
        break;
      case 'fi':
        this.closeKeyword(frame, Kind.If);
        break;
      case 'done':
        this.closeKeyword(frame, Kind.Loop);
        break;
      case 'esac':
        this.closeKeyword(frame, Kind.Case);
        break;
      case '}':
        this.closeKeyword(frame, Kind.Brace);
        break;
    }
  }

  /** A word of `for … in …`, `case … in` or of a pattern. */
  protected readHeadWord(frame: Frame): void {
    const count = this.words.count - frame.wordBase;
    const word = this.lastWord();
    if (frame.kind === Kind.Loop) {
      if (count <= 2 && word === 'do') this.beginPart(frame, Kind.Loop, Phase.Body);
    } else if (frame.phase === Phase.Head && count === 2 && word === 'in') {
      this.words.cut(frame.wordBase);
      frame.phase = Phase.Pattern;
    } else if (frame.phase === Phase.Pattern && count === 1 && word === 'esac') this.closeKeyword(frame, Kind.Case);
  }

  /** The last word when it may be a reserved one. */
  private lastWord(): string {
    const { words } = this;
    const last = words.count - 1;
    const start = words.starts[last] ?? 0;
    const mayBeReserved = words.marks[last] === 0 && reserved.mayHold(this.text, start, this.i);
    return mayBeReserved ? this.text.slice(start, this.i) : '';
  }

  private openKeyword(frame: Frame, kind: Kind, phase: Phase): void {
    const start = this.words.starts[frame.wordBase] ?? this.i;
    this.words.cut(frame.wordBase);
    this.pushCompound(frame, kind, start);
    this.frame.phase = phase;
    this.frame.keywordEnd = this.i;
  }

  private closeKeyword(frame: Frame, kind: Kind): void {
    this.words.cut(frame.wordBase);
    if (frame.kind === kind) this.closeCompound(frame);
    else this.stop();
  }

  private beginPart(frame: Frame, kind: Kind, phase: Phase): void {
    this.words.cut(frame.wordBase);
    this.endCommand(frame, 'list');
    frame.phase = phase;
    if (frame.kind !== kind) this.stop();
  }

  private checkLoop(loop: Frame): void {
    const isEndless = loop.conditionCount === 1 && loop.condition === loop.endlessCondition;
    // A function may be called in the background.
    const isLeft = loop.breaks || loop.exits || loop.isInFunction;
    if (isEndless && !isLeft) this.visitor.endlessLoop(loop.firstIndex, loop.start, loop.keywordEnd);
  }

  private emit(frame: Frame, count: number, end: End): void {
    const { command } = this;
    command.index = ++this.sequence;
    if (this.sequence >= maxCommands) this.stop();
    command.base = frame.wordBase;
    command.length = count;
    command.hasInput = frame.isRedirected || frame.isPiped || frame.hasInput;
    command.isPiped = end === 'pipe';
    command.isInFunction = frame.isInFunction;
    const isTelling =
      frame.phase === Phase.Condition || leavingWords.mayHold(this.text, command.start(0), command.end(0));
    const name = isTelling ? command.source(0).slice(0, 8) : '';
    if (name === 'break' && count === 1) frame.breaks = true;
    else if (name === 'exec' && count === 1 && frame.isRedirected) frame.hasInput = true;
    else if (leaving.has(name)) frame.exits = true;
    if (frame.phase === Phase.Condition) {
      frame.conditionCount++;
      frame.condition = name === ':' ? 'true' : name;
    }
    this.visitor.command(command);
  }
}
