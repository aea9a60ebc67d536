/** The program that a command runs, seen through assignments and wrappers such as `sudo`. */
import { isNameCharacter } from '../characters';
import { expanded, filler, quoted, type ShellCommand, split } from '../shell/command';
import { WordFilter } from '../shell/word-filter';

export interface Invocation {
  readonly command: ShellCommand;
  /** The program without its folder. */
  readonly name: string;
  /** Which word of the command names it. */
  readonly at: number;
  /** `timeout` ends it. */
  readonly isLimited: boolean;
  /** `xargs` keeps what feeds it for itself. */
  readonly isFedNothing: boolean;
}

/** Wrappers and the one-letter options of theirs that take the next word. */
const wrappers: ReadonlyMap<string, string> = new Map([
  ['sudo', 'ughpCDRTUrt'],
  ['doas', 'uC'],
  ['env', 'uCS'],
  ['nohup', ''],
  ['nice', 'n'],
  ['ionice', 'cnp'],
  ['exec', 'a'],
  ['command', ''],
  ['builtin', ''],
  ['stdbuf', 'ioe'],
  ['setsid', ''],
  ['timeout', 'ks'],
  ['chroot', ''],
  ['flock', 'wE'],
  ['xargs', 'adEILnPs'],
  ['runuser', 'gGu'],
]);

/** Wrappers whose first plain word is theirs: a duration, a folder, a file. */
const takesWord = new Set(['timeout', 'chroot', 'flock']);

/** Options of wrappers that only ask for the program, and run nothing. */
const asks: ReadonlyMap<string, RegExp> = new Map([
  ['command', /^-p*[vV]/],
  ['sudo', /^(?:-[AEHknS]*[lV]|--(?:list|version)$)/],
]);

/** Longer first words are no program that a rule knows. */
const longestWord = 64;

/** The names of the programs that rules know. */
export class Programs {
  private readonly names: ReadonlySet<string>;
  private readonly filter: WordFilter;

  constructor(names: readonly string[]) {
    this.names = new Set(names);
    this.filter = new WordFilter([...names, ...wrappers.keys()]);
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** False when a word, written without quotes and folder, is certainly no program and no wrapper. */
  mayHold(text: string, start: number, end: number): boolean {
    return text[start] === '/' || text[start] === '.' || this.filter.mayHold(text, start, end);
  }
}

/**
 * Gives nothing when the program is none of the given ones, or not known before the script runs: of an expansion the
 * name after the last slash counts (`$VENV/bin/python`), and `$SHELL` is a name of its own. A wrapper with nothing to
 * wrap is a program like others.
 */
export function invocationOf(command: ShellCommand, text: string, programs: Programs): Invocation | undefined {
  let at = skipAssignments(command, text, 0);
  let isLimited = false;
  let isFedNothing = false;
  while (at < command.length) {
    if (command.end(at) - command.start(at) > longestWord) return undefined;
    const isExpanded = command.has(at, expanded);
    const isWritten = !isExpanded && !command.has(at, quoted);
    if (isWritten && !programs.mayHold(text, command.start(at), command.end(at))) return undefined;
    const value = command.value(at);
    const name = value.includes('/') ? value.slice(value.lastIndexOf('/') + 1) : value;
    const options = isExpanded ? undefined : wrappers.get(name);
    if (options === undefined || takesText(name, command, at))
      return programs.has(name) ? { command, name, at, isLimited, isFedNothing } : undefined;
    const wrapper = at;
    isLimited ||= name === 'timeout';
    isFedNothing ||= name === 'xargs';
    at = skipOptions(command, at + 1, options);
    const asking = asks.get(name);
    for (let i = wrapper + 1; asking && i < at; i++) if (asking.test(command.value(i))) return undefined;
    if (takesWord.has(name)) at++;
    at = skipAssignments(command, text, at);
    if (at >= command.length && programs.has(name)) return { command, name, at: wrapper, isLimited, isFedNothing };
  }
  return undefined;
}

/** The words after the program, without quotes. */
export function argumentsOf({ command, at }: Invocation): string[] {
  const values: string[] = [];
  for (let i = at + 1; i < command.length; i++) values.push(command.value(i));
  return values;
}

/** True when a word may turn out to be options: `"$@"`, `$OPTIONS`. */
export function hasUnknownOptions({ command, at }: Invocation): boolean {
  for (let i = at + 1; i < command.length; i++) {
    if (!command.has(i, expanded)) continue;
    const source = command.source(i).slice(0, longestWord).replaceAll(filler, '');
    if (/^["']?\$\{?[@*]/.test(source) || /\$[{(]?\w*(?:opt|arg|flag|yes|assume)/i.test(source)) return true;
    if (command.has(i, split) && /^\$\(/.test(source)) return true;
  }
  return false;
}

/** `runuser user -c 'program'`; its other form, `runuser -u user program`, wraps one. */
function takesText(name: string, command: ShellCommand, at: number): boolean {
  return name === 'runuser' && !(at + 1 < command.length && /^(?:-u|--user)/.test(command.value(at + 1).slice(0, 8)));
}

function skipOptions(command: ShellCommand, from: number, withValue: string): number {
  let at = from;
  while (at < command.length) {
    const option = command.value(at).slice(0, longestWord);
    if (!option.startsWith('-') || option === '-') break;
    at++;
    if (option === '--') break;
    if (option.startsWith('--')) continue;
    let letter = 1;
    while (letter < option.length && !withValue.includes(option.charAt(letter))) letter++;
    if (letter === option.length - 1) at++;
  }
  return at;
}

function skipAssignments(command: ShellCommand, text: string, from: number): number {
  let at = from;
  while (at < command.length && isAssignment(text, command.start(at), command.end(at))) at++;
  return at;
}

function isAssignment(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const character = text[i] ?? '';
    if (character === '=') return i > start;
    if (character === '[') return /^\[[^\]]{1,60}\]\+?=/.test(text.slice(i, Math.min(end, i + longestWord)));
    if (character === '+') return text[i + 1] === '=';
    if (!isNameCharacter(text.charCodeAt(i))) return false;
  }
  return false;
}
