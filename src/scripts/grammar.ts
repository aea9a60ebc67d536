/** What a shell script is written with: the variables it uses and sets, here-documents, grammar of bash only. */
import type { GrammarVisitor, ShellCommand } from './shell/command';
import { WordFilter } from './shell/word-filter';

/** A part of the text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first use of a variable. */
export interface Use extends Span {
  readonly name: string;
  /** A later or an earlier use says what to do when it is not set: `${name:-word}`, `[ -n "$name" ]`. */
  isGuarded: boolean;
}

/** Grammar of bash that a POSIX shell takes for something else, or at which it stops. */
export interface Extension extends Span {
  readonly stops: boolean;
}

/** What a shell script is written with. */
export interface Grammar {
  /** By name. */
  readonly uses: ReadonlyMap<string, Use>;
  /** True when the script, or something it may read, sets a variable. */
  sets(name: string): boolean;
  /** Where `set -u` begins to hold; infinite when it never does. */
  readonly strictFrom: number;
  /** `${…}` that no shell understands, and `$${…}`. */
  readonly malformed: readonly Span[];
  readonly extensions: readonly Extension[];
  /** The lines of here-documents. */
  readonly bodies: readonly Span[];
  /** The offsets of `<` outside quotes that open a file. */
  readonly inputs: ReadonlySet<number>;
}

/** No real script has more of anything; what follows is left alone. */
const most = 20_000;

/** Commands that set the variables whose names they are given. */
const setters = new Set(
  'read export declare typeset local readonly getopts mapfile readarray let unset printf wait'.split(' '),
);

/** Commands that may set any variable; without `command` and `builtin` before them. */
const readers = new Set(['source', '.', 'eval']);

const followed = new WordFilter([...setters, ...readers, 'set', 'command', 'builtin']);

/** Files of the system and of tools that set no variable in small letters. */
const knownFiles =
  /^\/etc\/(?:os-release|lsb-release|profile|environment|bashrc|bash\.bashrc|default\/(?:locale|grub|keyboard|useradd))$|(?:^|\/)(?:bin\/activate|\.bashrc|\.bash_profile|\.profile|nvm\.sh|\.cargo\/env)$/;

const variable = /\$(?:\{([!#]?)([A-Za-z_]\w*)|([A-Za-z_]\w*))/y;
const assigned = /([A-Za-z_]\w*)(?:\[[^\]\n]{0,60}\])?\+?=/y;

/** After the name in `${name…}`: the end, an index, or what bash does to its value. */
const operators = new Set('}:-=?+#%/^,@[~*');

export class GrammarReader implements GrammarVisitor, Grammar {
  readonly uses = new Map<string, Use>();
  readonly malformed: Span[] = [];
  readonly extensions: Extension[] = [];
  readonly bodies: Span[] = [];
  readonly inputs = new Set<number>();
  private readonly names = new Set<string>();
  private commands = 0;
  private expansions = 0;
  private setsAny = false;
  private firstStrict = Number.POSITIVE_INFINITY;
  private isLoosened = false;
  /** Those that its loops and its arithmetic set; sought when they are asked for. */
  private others: ReadonlySet<string> | undefined;

  /** `firstLine` may name options of the shell. */
  constructor(
    private readonly text: string,
    firstLine: string,
  ) {
    if (/^#!.*\s-[a-z]*u/.test(firstLine)) this.firstStrict = 0;
  }

  get strictFrom(): number {
    return this.isLoosened ? Number.POSITIVE_INFINITY : this.firstStrict;
  }

  sets(name: string): boolean {
    if (this.setsAny || this.names.has(name)) return true;
    this.others ??= namesElsewhere(this.text);
    return this.others.has(name);
  }

  command(command: ShellCommand): void {
    if (++this.commands > most) this.setsAny = true;
    if (this.setsAny) return;
    let at = 0;
    while (at < command.length && this.assign(command.start(at), command.end(at))) at++;
    while (at < command.length && followed.mayHold(this.text, command.start(at), command.end(at))) {
      const name = command.source(at++);
      if (name === 'set') this.readOptions(command, at);
      else if (readers.has(name)) this.setsAny ||= at >= command.length || !knownFiles.test(command.value(at));
      else if (setters.has(name)) this.readNames(command, at, name);
      if (name !== 'command' && name !== 'builtin') return;
    }
  }

  expansion(start: number): void {
    if (++this.expansions > most) return;
    const { text } = this;
    if (text.startsWith('$${', start)) {
      this.malformed.push(this.braced(start + 1, start));
      return;
    }
    variable.lastIndex = start;
    const [whole, prefix = '', long, short] = variable.exec(text) ?? [];
    if (whole === undefined) {
      if (/^\$\{[@*][:/^,@]/.test(text.slice(start, start + 4))) this.bashExpansion(start);
      // `${ name }`; newer versions of bash run a command there.
      if (/^\$\{[ ~]\s{0,9}\w+(?:\.\w+)*[ ~]?\}/.test(text.slice(start, start + 100)))
        this.malformed.push(this.braced(start, start));
      return;
    }
    const end = start + whole.length;
    if (short !== undefined) {
      this.use(short, start, end, false);
      return;
    }
    if (prefix === '!' || /^(?:[/^,@[~]|:[^-=?+])/.test(text.slice(end, end + 2))) this.bashExpansion(start);
    if (!operators.has(text[end] ?? '}')) this.malformed.push(this.braced(start, start));
    else if (prefix !== '!') {
      const isGuarded = /^:?[-=?+]/.test(text.slice(end, end + 2));
      this.use(long ?? '', start, text[end] === '}' ? end + 1 : end, isGuarded);
    }
  }

  extension(start: number, end: number, stops: boolean): void {
    if (this.extensions.length < most) this.extensions.push({ start, end, stops });
  }

  input(start: number): void {
    if (this.inputs.size < most) this.inputs.add(start);
  }

  body(start: number, end: number): void {
    if (this.bodies.length < most) this.bodies.push({ start, end });
  }

  /** In a here-document only the command that it feeds fails. */
  private bashExpansion(start: number): void {
    const isInBody = start < (this.bodies.at(-1)?.end ?? 0);
    this.extension(start, this.braced(start, start).end, !isInBody);
  }

  private use(name: string, start: number, end: number, hasDefault: boolean): void {
    const isGuarded = hasDefault || /(?:-[nz]\s+"?|\[\s+"?x)$/.test(this.text.slice(Math.max(0, start - 8), start));
    const known = this.uses.get(name);
    if (known) known.isGuarded ||= isGuarded;
    else this.uses.set(name, { start, end, name, isGuarded });
  }

  private braced(from: number, start: number): Span {
    const close = this.text.slice(from, from + 200).search(/[}\n]/);
    const end = close === -1 ? from + 2 : from + close + (this.text[from + close] === '}' ? 1 : 0);
    return { start, end: Math.min(end, this.text.length) };
  }

  private assign(start: number, end: number): boolean {
    assigned.lastIndex = start;
    const [whole, name] = assigned.exec(this.text) ?? [];
    if (whole === undefined || name === undefined || start + whole.length > end) return false;
    this.names.add(name);
    return true;
  }

  private readNames(command: ShellCommand, from: number, setter: string): void {
    const isLoose = setter !== 'printf' && setter !== 'wait';
    for (let at = from; at < command.length; at++) {
      const value = command.value(at).slice(0, 100);
      const name = /^[A-Za-z_]\w*/.exec(value)?.[0];
      if (name !== undefined) {
        if (isLoose || /^-[vp]$/.test(command.value(at - 1))) this.names.add(name);
      } else if (isLoose && /^["']?[$`]/.test(command.source(at).slice(0, 2))) this.setsAny = true;
    }
  }

  private readOptions(command: ShellCommand, from: number): void {
    for (let at = from; at < command.length; at++) {
      const option = command.value(at).slice(0, 100);
      if (!/^[-+]/.test(option)) return;
      const takesName = option.endsWith('o');
      const isStrict =
        /^.[a-zA-Z]*u/.test(option) || (takesName && at + 1 < command.length && command.value(at + 1) === 'nounset');
      if (isStrict && option.startsWith('+')) this.isLoosened = true;
      else if (isStrict) this.firstStrict = Math.min(this.firstStrict, command.start(0));
      if (takesName) at++;
    }
  }
}

/** True for a place in a here-document. */
export function isInBody(grammar: Grammar | undefined, offset: number): boolean {
  return grammar?.bodies.some(({ start, end }) => start <= offset && offset < end) ?? false;
}

/** The variables that `for`, `select` and arithmetic set, those of `{name}>file`, and those asked for by `-v`. */
function namesElsewhere(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/\b(?:for|select|coproc)[ \t]+([A-Za-z_]\w*)/g)) if (name) names.add(name);
  for (const [, name] of text.matchAll(/\{([A-Za-z_]\w*)\}[<>]/g)) if (name) names.add(name);
  for (const [, expression = ''] of text.matchAll(/\(\(([^()\n]{0,200})/g))
    for (const [name] of expression.matchAll(/[A-Za-z_]\w*/g)) names.add(name);
  return names;
}
