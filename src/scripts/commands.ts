/** What the commands of a script do, as far as the rules on commands ask. */
import { readCalls } from './calls';
import { GrammarReader } from './grammar';
import { invocationOf, Programs } from './invocation';
import type { CommandCheck, Place, Rule } from './rule';
import { rules } from './rules';
import type { ReadScript, Script } from './script';
import type { ShellCommand, ShellFault, ShellVisitor } from './shell/command';
import { readShell } from './shell/lexer';

/** Shells whose grammar the lexer does not read. */
const otherShells = new Set(['fish', 'csh', 'tcsh', 'zsh']);

/** More places of one rule are not gathered; only a flood has them. */
const most = 2000;

/** What the commands of a script show. */
export interface Reading {
  readonly script: ReadScript;
  /** The places of the rules on commands. */
  readonly gathered: ReadonlyMap<Rule, readonly Place[]>;
}

/** The places of one rule, each with the number of its command. */
class Gathered {
  readonly places: Place[] = [];
  private readonly indices: number[] = [];
  /** How many places the only one of a rule stands for that is told once. */
  private times = 0;

  constructor(readonly rule: Rule) {}

  get isFull(): boolean {
    return this.places.length >= most;
  }

  add(index: number, place: Place): void {
    this.times++;
    if (this.rule.isToldOnce && this.times > 1) return;
    this.places.push(place);
    this.indices.push(index);
  }

  told(): readonly Place[] {
    return this.rule.isToldOnce ? this.places.map((place) => ({ ...place, times: this.times })) : this.places;
  }

  /** Takes back the places of a command and of all after it. */
  takeBack(since: number): void {
    while ((this.indices.at(-1) ?? -1) >= since) {
      this.places.pop();
      this.indices.pop();
    }
  }
}

const commandRules = rules.filter(({ programs, endlessLoop }) => programs ?? endlessLoop);

/** For each program the checks of its commands, with the place of their rules among those on commands. */
const checks = new Map<string, { readonly at: number; readonly check: CommandCheck }[]>();
for (const [at, { programs = {} }] of commandRules.entries()) {
  for (const [names, check] of Object.entries(programs)) {
    for (const name of names.split(' ')) checks.set(name, [...(checks.get(name) ?? []), { at, check }]);
  }
}

/** All other programs are passed over before they cost anything. */
const programs = new Programs([...checks.keys()]);

/** Reads what a script does, if its language is known, and marks which of its characters are comments. */
export function readCommands(script: Script): Reading {
  const { text, opening } = script;
  const { language, interpreter } = opening;
  const runs = script.characters.others.first;
  let next = 0;
  const onComment = (start: number, end: number) => {
    for (let run = runs[next]; run && run.start < end; run = runs[++next]) run.inComment = run.start >= start;
  };
  const isCalling = language === 'python' || language === 'vb';
  const calls = isCalling ? readCalls(text, language, onComment) : [];
  const shell = new ShellCommands(script, onComment);
  const isShell = language === 'shellscript' && !otherShells.has(interpreter);
  const reader = isShell ? new GrammarReader(text, opening.first.text) : undefined;
  const fault = isShell ? readShell(text, interpreter === 'bash', shell, reader) : undefined;
  const grammar = fault?.kind === 'quote' ? undefined : reader;
  return { script: Object.assign(script, { calls, fault, grammar }), gathered: shell.places(fault) };
}

/** Gathers what the rules find in commands. What a command does may depend on what surrounds it, so places wait. */
class ShellCommands implements ShellVisitor {
  private readonly gathered = commandRules.map((rule) => new Gathered(rule));
  private readonly byInput = this.gathered.filter(({ rule }) => rule.takenBackBy === 'input');
  private readonly byBackground = this.gathered.filter(({ rule }) => rule.takenBackBy === 'background');

  /** `onComment` is told of every comment. */
  constructor(
    private readonly script: Script,
    private readonly onComment: (start: number, end: number) => void,
  ) {}

  comment(start: number, end: number): void {
    this.onComment(start, end);
  }

  command(command: ShellCommand): void {
    const { script } = this;
    const invocation = invocationOf(command, script.text, programs);
    if (!invocation) return;
    for (const { at, check } of checks.get(invocation.name) ?? []) {
      const gathered = this.gathered[at];
      const place = gathered && !gathered.isFull && check(invocation, script);
      if (place) gathered.add(command.index, place);
    }
  }

  endlessLoop(since: number, start: number, end: number): void {
    for (const gathered of this.gathered) {
      const { rule } = gathered;
      if (!rule.endlessLoop || gathered.isFull) continue;
      gathered.add(since, { start, end, args: rule.endlessLoop(this.script.text.slice(start, end)) });
    }
  }

  fed(since: number): void {
    for (const gathered of this.byInput) gathered.takeBack(since);
  }

  background(since: number): void {
    for (const gathered of this.byBackground) gathered.takeBack(since);
  }

  /** What has been gathered, as far as the fault leaves it certain. */
  places(fault: ShellFault | undefined): Map<Rule, readonly Place[]> {
    // After an odd quote texts were read as commands and commands as texts.
    const certain = this.gathered.filter(({ rule }) => fault?.kind !== 'quote' || rule.isCertain);
    return new Map(certain.map((gathered) => [gathered.rule, gathered.told()]));
  }
}
