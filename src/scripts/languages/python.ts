/** Calls of Python by which a script runs a command or waits. */
import type { NestedText } from '../commands/nested';
import { listAt, literalAt } from './literals';

/** A call that runs a text as a command of a shell. */
export interface NestedCall {
  readonly nested: NestedText;
  /** Something is given to it to read. */
  readonly hasInput: boolean;
  /** It is ended after a time. */
  readonly isLimited: boolean;
  /** The script does not wait for it. */
  readonly isInBackground: boolean;
}

/** The functions, with the module whose name stands before them. */
const runners: Readonly<Record<string, 'os' | 'subprocess'>> = {
  system: 'os',
  popen: 'os',
  run: 'subprocess',
  call: 'subprocess',
  check_call: 'subprocess',
  check_output: 'subprocess',
  getoutput: 'subprocess',
  Popen: 'subprocess',
};

/** All names that begin such a call. */
export const runnerNames: readonly string[] = [...Object.keys(runners), 'sleep'];

/** Options behind the command are looked for so far. */
const longestOptions = 400;

/** Reads the call whose name stands between the offsets; nothing when it runs no command that is written out. */
export function pythonCall(text: string, start: number, end: number): NestedCall | undefined {
  const name = text.slice(start, end);
  const open = /^[ \t]{0,20}\(\s{0,100}/.exec(text.slice(end, end + 130))?.[0];
  if (open === undefined) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  if (name === 'sleep') return /\btime\.$/.test(before) ? sleepCall(text, start, end + open.length) : undefined;
  const module = runners[name];
  if (module === undefined || !before.endsWith(`${module}.`)) return undefined;
  return runCall(text, end + open.length, name, module);
}

function runCall(text: string, argument: number, name: string, module: string): NestedCall | undefined {
  if (text[argument] === '[') {
    if (module === 'os') return undefined;
    const nested = listAt(text, argument + 1, ']');
    return nested && called(nested, name, optionsAfter(text, argument + nested.text.length + 2));
  }
  const prefix = /^[rbuf]{0,2}(?=["'])/i.exec(text.slice(argument, argument + 3))?.[0] ?? '';
  const literal = literalAt(text, argument + prefix.length, {
    isRaw: /r/i.test(prefix),
    hasFields: /f/i.test(prefix),
    hasLongTexts: true,
  });
  if (!literal?.nested || !/^\s{0,100}[,)]/.test(text.slice(literal.end, literal.end + 101))) return undefined;
  const options = optionsAfter(text, literal.end);
  const isShell = module === 'os' || name === 'getoutput' || /\bshell\s*=\s*True\b/.test(options);
  return isShell ? called(literal.nested, name, options) : undefined;
}

function called(nested: NestedText, name: string, options: string): NestedCall {
  return {
    nested,
    hasInput: /\b(?:input|stdin)\s*=/.test(options),
    isLimited: /\btimeout\s*=/.test(options),
    isInBackground: name === 'Popen' || name === 'popen',
  };
}

/** What stands behind the command up to the end of the call. */
function optionsAfter(text: string, from: number): string {
  const rest = text.slice(from, from + longestOptions);
  let open = 1;
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === '(') open++;
    else if (rest[i] === ')' && --open === 0) return rest.slice(0, i);
  }
  return rest;
}

/** `time.sleep(600)`, also as a product. */
function sleepCall(text: string, start: number, argument: number): NestedCall | undefined {
  const written = /^(\d{1,9}(?:\.\d{1,9})?)(?:\s?\*\s?(\d{1,9}))?(?:\s?\*\s?(\d{1,9}))?\s?\)/.exec(
    text.slice(argument, argument + 60),
  );
  if (!written) return undefined;
  const seconds = written.slice(1).reduce((product, figure) => product * Number(figure ?? 1), 1);
  return sleepOf(seconds, start, argument + written[0].length);
}

/** A wait of the language itself, told like that of a shell. */
export function sleepOf(seconds: number, start: number, end: number): NestedCall {
  const nested = { text: `sleep ${seconds}`, start, whole: end, interpreter: 'sh', edits: () => undefined };
  return { nested, hasInput: false, isLimited: false, isInBackground: false };
}
