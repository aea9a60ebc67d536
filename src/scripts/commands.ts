/** What the commands of a script do, as far as the rules on commands ask. */
import { Gathered } from './commands/gathered';
import { type Invocation, invocationOf, Programs } from './commands/invocation';
import { carriers, commandText, fedShell, hereTextOf, isSudoShell, moved, type NestedText } from './commands/nested';
import { GrammarReader } from './grammar';
import { mostCommands } from './languages/call';
import { type Calls, readCalls } from './languages/calls';
import { readPerl } from './languages/perl';
import type { Opening } from './opening';
import type { CommandCheck, Place, Rule } from './rule';
import { rules } from './rules';
import type { ReadScript, Script } from './script';
import type { HereText, ShellCommand, ShellFault, ShellVisitor, Surroundings } from './shell/command';
import { alone, readShell } from './shell/lexer';

/** Shells whose grammar the lexer does not read. */
const otherShells = new Set(['fish', 'csh', 'tcsh', 'zsh']);

/** Scripts within scripts are read so many levels down; only a flood has more. */
const deepest = 3;

/** No real line has more here-documents that a shell reads. */
const mostReaders = 20;

/** What the commands of a script show. */
export interface Reading {
  readonly script: ReadScript;
  /** The places of the rules on commands. */
  readonly gathered: ReadonlyMap<Rule, readonly Place[]>;
}

const commandRules = rules.filter((rule) => rule.programs ?? rule.endlessLoop ?? rule.waitingLoop);

/** For each program the checks of its commands, with the place of their rules among those on commands. */
const checks = new Map<string, { readonly at: number; readonly check: CommandCheck }[]>();
for (const [at, { programs = {} }] of commandRules.entries()) {
  for (const [names, check] of Object.entries(programs)) {
    for (const name of names.split(' ')) checks.set(name, [...(checks.get(name) ?? []), { at, check }]);
  }
}

/** All other programs are passed over before they cost anything. */
const programs = new Programs([...checks.keys(), ...carriers]);

const carrierNames = new Set(carriers);

/** Reads what a script does, if its language is known, and marks which of its characters are comments. */
export function readCommands(script: Script): Reading {
  const { text, opening } = script;
  const { language, interpreter } = opening;
  const onComment = commentMarker(script);
  const shell = new ShellCommands(script, onComment);
  const { calls, commands } = callsOf(script, onComment);
  for (const { nested, hasInput, ...ends } of commands)
    shell.read(nested, { ...ends, surroundings: { ...alone, hasInput } });
  const isShell = language === 'shellscript' && !otherShells.has(interpreter);
  const reader = isShell ? new GrammarReader(text, opening.first.text) : undefined;
  const fault = isShell
    ? readShell({ text, isBash: interpreter === 'bash', surroundings: alone, grammar: reader }, shell)
    : undefined;
  const grammar = fault?.kind === 'quote' ? undefined : reader;
  return {
    script: Object.assign(script, { calls, fault: fault ?? shell.nestedFault, grammar }),
    gathered: shell.told(fault),
  };
}

/** What a script in another language calls. */
function callsOf({ text, opening: { language } }: Script, onComment: OnComment): Calls {
  if (language === 'perl') return readPerl(text);
  return language === 'python' || language === 'vb'
    ? readCalls(text, language, onComment)
    : { calls: [], commands: [] };
}

type OnComment = (start: number, end: number, isNested?: boolean) => void;

/** Gives a function that is told of comments, in whatever order, and marks the characters in them. */
function commentMarker({ characters }: Script): OnComment {
  const runs = characters.others.first;
  return (start, end, isNested = false) => {
    let low = 0;
    for (let high = runs.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    for (let run = runs[low]; run && run.start < end; run = runs[++low]) {
      run.inComment = true;
      run.isNested = isNested;
    }
  };
}

/** How a script within a script is run. */
interface Run {
  readonly surroundings: Surroundings;
  /** `timeout` ends it. */
  readonly isLimited: boolean;
  /** The script does not wait for it. */
  readonly isInBackground: boolean;
}

/** A command that reads a text at the end of its line. */
interface Reader extends Run {
  readonly index: number;
  /** The shell that takes the text as its script; empty for `cat`, which hands it on to the next in the pipe. */
  readonly shell: string;
  isInBackground: boolean;
}

/** How a script within a script is reached. */
interface Way {
  readonly depth: number;
  /** `timeout` ends all of it. */
  readonly isLimited: boolean;
  /** Counts down for all of them together. */
  readonly budget: { left: number };
}

/** Gathers what the rules find in the commands of a script, and in those of the scripts that it hands to a shell. */
class ShellCommands implements ShellVisitor {
  private readonly gathered = commandRules.map((rule) => new Gathered(rule));
  private readonly byInput = this.gathered.filter(({ rule }) => rule.takenBackBy === 'input');
  private readonly byBackground = this.gathered.filter(({ rule }) => rule.takenBackBy === 'background');
  private readers: Reader[] = [];
  /** What feeds the readers has been told: the next one is of another line. */
  private isLineTold = false;
  private last = 0;
  /** The first quote that a script within this one leaves open. */
  nestedFault: ShellFault | undefined;

  /** `onComment` is told of every comment. */
  constructor(
    private readonly script: Script,
    private readonly onComment: OnComment,
    private readonly way: Way = { depth: 0, isLimited: false, budget: { left: mostCommands } },
  ) {}

  comment(start: number, end: number): void {
    this.onComment(start, end);
  }

  command(command: ShellCommand): void {
    const { script } = this;
    this.last = command.index;
    const found = invocationOf(command, script.text, programs);
    const mayBeSudo = !found || found.name === 'sudo';
    if (mayBeSudo && command.isFedText && isSudoShell(command)) this.remember(command, 'bash', this.way.isLimited);
    if (!found) return;
    const invocation = this.way.isLimited ? { ...found, isLimited: true } : found;
    if (invocation.isFedNothing) command.hasInput = false;
    for (const { at, check } of checks.get(invocation.name) ?? []) {
      const gathered = this.gathered[at];
      const place = gathered && !gathered.isFull && check(invocation, script);
      if (place) gathered.add(command.index, place);
    }
    if (this.way.budget.left > 0 && carrierNames.has(invocation.name)) this.carry(invocation);
  }

  endlessLoop(since: number, start: number, end: number): void {
    if (this.way.isLimited) return;
    for (const gathered of this.gathered) {
      const { rule } = gathered;
      if (!rule.endlessLoop || gathered.isFull) continue;
      gathered.add(since, { start, end, args: rule.endlessLoop(this.script.text.slice(start, end)) });
    }
  }

  waitingLoop(since: number, start: number, end: number, close: number): void {
    if (this.way.isLimited) return;
    for (const gathered of this.gathered) {
      if (gathered.isFull) continue;
      const place = gathered.rule.waitingLoop?.(this.script.text, start, end, close);
      if (place) gathered.add(since, place);
    }
  }

  fed(since: number): void {
    for (const gathered of this.byInput) gathered.takeBack(since);
  }

  background(since: number): void {
    for (const gathered of this.byBackground) gathered.takeBack(since);
    for (let i = this.readers.length - 1; i >= 0; i--) {
      const reader = this.readers[i];
      if (!reader || reader.index < since) return;
      reader.isInBackground = true;
    }
  }

  hereText(text: HereText): void {
    this.isLineTold = true;
    for (const at of text.readers) {
      const reader = this.readers.find(({ index }) => index === at);
      if (!reader) return;
      if (reader.shell === '') continue;
      const nested = hereTextOf(text, this.script.text, reader.shell);
      if (nested) this.read(nested, reader);
      return;
    }
  }

  /** What has been gathered, as far as the fault leaves it certain. */
  told(fault: ShellFault | undefined): Map<Rule, readonly Place[]> {
    // After an odd quote texts were read as commands and commands as texts.
    const certain = this.gathered.filter(({ rule }) => fault?.kind !== 'quote' || rule.isCertain);
    return new Map(certain.map((gathered) => [gathered.rule, gathered.told()]));
  }

  /** Reads a script within this one. */
  read(nested: NestedText, { surroundings, isLimited, isInBackground }: Run): void {
    const { depth, budget } = this.way;
    if (depth >= deepest || budget.left-- <= 0) return;
    const { text, start, interpreter } = nested;
    const opening: Opening = { ...this.script.opening, language: 'shellscript', interpreter };
    const onComment: OnComment = (from, to) => this.onComment(from + start, to + start, true);
    const way = { depth: depth + 1, isLimited, budget };
    const inner = new ShellCommands({ ...this.script, text, opening }, onComment, way);
    const fault = readShell({ text, isBash: interpreter === 'bash', surroundings }, inner);
    if (isInBackground) inner.background(0);
    const open = fault?.kind === 'quote' ? fault : inner.nestedFault;
    if (open && nested.isExact) this.nestedFault ??= { ...open, start: open.start + start, end: open.end + start };
    for (const [rule, places] of inner.told(fault)) {
      const gathered = places.length > 0 && this.gathered.find((mine) => mine.rule === rule);
      if (!gathered) continue;
      for (const place of places) if (!gathered.isFull) gathered.add(this.last, moved(place, nested));
    }
  }

  /** What the command hands to a shell: an argument now, what feeds it at the end of its line. */
  private carry(invocation: Invocation): void {
    const { command, name, at, isLimited } = invocation;
    if (command.isFedText && (this.isLineTold || this.readers.length < mostReaders)) {
      const shell = fedShell(invocation);
      const handsOn = name === 'cat' && command.isPiped && command.length === at + 1;
      if (shell !== '' || handsOn) this.remember(command, shell, isLimited);
    }
    if (command.length === at + 1) return;
    const nested = commandText(invocation, this.script.opening.interpreter);
    if (nested) this.read(nested, { surroundings: command, isLimited, isInBackground: false });
  }

  private remember(command: ShellCommand, shell: string, isLimited: boolean): void {
    if (this.isLineTold) this.readers = [];
    this.isLineTold = false;
    if (this.readers.length >= mostReaders) return;
    const { index, isPiped, isInFunction, isConditional } = command;
    // The text is the script; what asks for an answer gets the next of its lines.
    const surroundings = { hasInput: false, isPiped, isInFunction, isConditional };
    command.isReader = true;
    this.readers.push({ index, shell, surroundings, isLimited, isInBackground: false });
  }
}
