/** The form of a rule: its words in each language, and how the places that break it are found. */
import type { Locale } from '../reference/types';
import type { Invocation } from './commands/invocation';
import type { Edit, FindingArgs, Severity } from './finding';
import type { ReadScript, Script } from './script';

/** A method, so that a rule with figures of its own is still a rule among others. */
type Filled<Args> = { fill(args: Args): string }['fill'];

/** A sentence in each language, or a function that puts the figures of a finding into it. */
export type Sentence<Args> = Readonly<Record<Locale, string | Filled<Args>>>;

/** A place that breaks a rule, in UTF-16 offsets. */
export interface Place<Args extends FindingArgs = FindingArgs> {
  readonly start: number;
  readonly end: number;
  readonly args: Args;
  /** What mends it; the rule then has a sentence for it. */
  readonly edits?: readonly Edit[] | undefined;
  /** Where it differs from that of the rule. */
  readonly severity?: Severity;
  /** How many places it stands for; 1 when left out. */
  readonly times?: number;
}

/** Finds what is wrong with a command that runs a certain program. Must be quick: a script may have 60,000 of them. */
export type CommandCheck<Args extends FindingArgs = FindingArgs> = (
  invocation: Invocation,
  script: Script,
) => Place<Args> | undefined;

/** What a script is checked against. The list of all of them is in `rules.ts`. */
export interface Rule<Args extends FindingArgs = FindingArgs> {
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong; why it matters, and what to do; what the fix does. */
  readonly what: Sentence<Args>;
  readonly why: Sentence<Args>;
  readonly fix?: Sentence<Args>;
  /** For a rule on commands: the programs, with blanks between them, and the check of their commands. */
  readonly programs?: Readonly<Record<string, CommandCheck<Args>>>;
  /** For a rule on loops that have no end and that nothing leaves: the figures, from their keyword. */
  endlessLoop?(keyword: string): Args;
  /** For a rule on loops that sleep and that nothing leaves; `end` is the end of the keyword, `close` that of the loop. */
  waitingLoop?(text: string, start: number, end: number, close: number): Place<Args> | undefined;
  /** What makes commands harmless: that they read from a file, or that the script does not wait for them. */
  readonly takenBackBy?: 'input' | 'background';
  /** Told even if an odd quote leaves it uncertain what is a command. */
  readonly isCertain?: true;
  /** Of its commands only the first is a place; it stands for all of them. */
  readonly isToldOnce?: true;
  /**
   * For a rule on the whole text; also for one on commands that makes more of them. `gathered` are the places of its
   * commands, in the order of the text. Left out, these are told as they are.
   */
  find?(script: ReadScript, gathered: readonly Place<Args>[]): readonly Place<Args>[];
}

/** Writes a number as both languages do: 1,024. */
export function figure(value: number): string {
  return value.toLocaleString('en-US');
}
