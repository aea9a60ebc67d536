/** What the shell lexer is inside of: one frame for each open quote, expansion or compound command. */
import type { Heredoc, HereString } from './heredoc';

/** Kinds up to `Case` hold commands. */
export const Kind = {
  Top: 0,
  Substitution: 1,
  Subshell: 2,
  Brace: 3,
  If: 4,
  Loop: 5,
  Case: 6,
  DoubleQuote: 7,
  Parameter: 8,
  Arithmetic: 9,
  Group: 10,
  Test: 11,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Where a loop or a `case` stands. A loop: `Head` of for and select, `Condition` of while and until, `Body`. */
export const Phase = { None: 0, Head: 1, Condition: 2, Pattern: 3, Body: 4 } as const;
export type Phase = (typeof Phase)[keyof typeof Phase];

/** Mutable and used again at its depth, because a script may open hundreds of thousands of them. */
export class Frame {
  kind: Kind = Kind.Top;
  phase: Phase = Phase.None;
  /** Offset of what opened the frame, and the end of its keyword. */
  start = 0;
  keywordEnd = 0;
  /** How many words were on the stack when it was opened. */
  wordBase = 0;
  inWord = false;
  /** The next word is the target of a redirection. */
  isTarget = false;
  /** What feeds the current command, or the first one of its pipe. */
  hereText: Heredoc | HereString | undefined = undefined;
  /** The current command reads from a file or a here-document; from a pipe. */
  isRedirected = false;
  isPiped = false;
  /** All commands read from something else than the server's own standard input. */
  hasInput = false;
  /** A compound command has just been closed; only redirections may follow. */
  isAfterCompound = false;
  compoundIndex = 0;
  /** Index of the first command in this frame, and of the first one of the current and-or list. */
  firstIndex = 0;
  listIndex = 0;
  isInFunction = false;
  /** Its commands may not run; the current one is what follows `&&` or `||`. */
  isConditional = false;
  isAlternative = false;
  awaitsFunctionName = false;
  awaitsFunctionBody = false;
  conditionCount = 0;
  /** The only command of a condition, and the one that makes the loop endless. */
  condition = '';
  endlessCondition = '';
  breaks = false;
  exits = false;
  sleeps = false;
  /** Open parentheses inside an arithmetic expression or a group. */
  parentheses = 0;
  /** Single quotes quote; not so in most expansions within double quotes. */
  hasSingleQuotes = false;
  isInDoubleQuote = false;

  reset(kind: Kind, start: number, wordBase: number, nextIndex: number): void {
    this.kind = kind;
    this.phase = Phase.None;
    this.start = start;
    this.keywordEnd = start;
    this.wordBase = wordBase;
    this.inWord = false;
    this.isTarget = false;
    this.hereText = undefined;
    this.isRedirected = false;
    this.isPiped = false;
    this.hasInput = false;
    this.isAfterCompound = false;
    this.compoundIndex = nextIndex;
    this.firstIndex = nextIndex;
    this.listIndex = nextIndex;
    this.isInFunction = false;
    this.isConditional = false;
    this.isAlternative = false;
    this.awaitsFunctionName = false;
    this.awaitsFunctionBody = false;
    this.conditionCount = 0;
    this.condition = '';
    this.endlessCondition = '';
    this.breaks = false;
    this.exits = false;
    this.sleeps = false;
    this.parentheses = 0;
    this.hasSingleQuotes = false;
    this.isInDoubleQuote = false;
  }
}
