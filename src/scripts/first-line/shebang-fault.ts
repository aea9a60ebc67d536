/** What keeps an interpreter line from starting its script, as Linux, env and the interpreters read it. */
import { languageOfInterpreter } from '../language';
import type { InterpreterLine } from './interpreter-line';
import { meantLine } from './interpreter-name';

/**
 * What keeps the interpreter from running the script: it gets several options as one (`option`), something else to run
 * (`file`), or an option that takes the name of the script for its value (`value`).
 */
export interface ArgumentFault {
  readonly fault: 'option' | 'file' | 'value';
  readonly argument: string;
}

/**
 * What is wrong with an interpreter line. `relative`: it has no full path of a file. `misspelt`: it is a slip away from
 * one that exists. `no-program`: `env` is to start nothing, so the script starts itself for ever. `env-word`: `env` gets
 * several words as one.
 */
export type ShebangFault = ArgumentFault | { readonly fault: 'relative' | 'misspelt' | 'no-program' | 'env-word' };

/** What keeps Linux from starting the script with this line, as far as the line alone tells. */
export function shebangFault(parts: InterpreterLine): ShebangFault | undefined {
  const { path, name, argument, words, isEnv, splits, setsUp } = parts;
  if (!path.startsWith('/') || path.endsWith('/')) return { fault: 'relative' };
  if (isEnv && !splits && /[ \t\r]/.test(argument)) return { fault: 'env-word' };
  if (isEnv && (name === '' || (setsUp && !splits))) return { fault: 'no-program' };
  if (meantLine(parts) !== parts) return { fault: 'misspelt' };
  return isEnv ? wordsFault(name, words) : argumentFault(name, argument);
}

/** Options of the interpreters that take the next word for their value, and of these the ones that run it instead of a file. */
const valued: readonly (readonly [name: RegExp, takesValue: RegExp, runsValue: RegExp])[] = [
  [/^(?:sh|bash|dash|ash)$/, /^(?:[-+][A-Za-z]*[oO]|-[A-Za-z]*c)/, /^-[A-Za-z]*c/],
  [/^python/, /^-[bBdEiIOPqRsSuvx]*[cmWX]$/, /[cm]$/],
  [/^perl/, /^-\w*[eEIMm]$/, /[eE]$/],
];

/** How the interpreter fails that gets this as its one argument; nothing for one whose options we do not know. */
function argumentFault(name: string, argument: string): ArgumentFault | undefined {
  if (!languageOfInterpreter(name) || /^t?csh$/.test(name)) return undefined;
  if (!/[ \t\r]/.test(argument)) return wordsFault(name, argument === '' ? [] : [argument]);
  if (!isOption(name, argument)) return { fault: 'file', argument };
  // Perl takes options with spaces between them apart itself, and Python those of -W and -X, whose value may begin with one.
  const isTaken = /^perl/.test(name)
    ? !argument.includes('\t')
    : /^python/.test(name) && /^-[bBdEIOPqRsSuvx]*[WX]/.test(argument);
  return isTaken ? undefined : { fault: 'option', argument };
}

/** How the interpreter fails that gets these words before the name of the script. */
function wordsFault(name: string, words: readonly string[]): ArgumentFault | undefined {
  const [, takesValue, runsValue] = valued.find(([names]) => names.test(name)) ?? [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const value = words[at + 1];
    if (/^--?$/.test(word)) return value === undefined ? undefined : { fault: 'file', argument: value };
    if (!isOption(name, word)) return { fault: 'file', argument: word };
    if (!takesValue?.test(word)) continue;
    if (value === undefined) return { fault: 'value', argument: word };
    if (runsValue?.test(word)) return { fault: 'file', argument: `${word} ${value}` };
    at++;
  }
  return undefined;
}

/** Shells switch options off by a plus. */
function isOption(name: string, word: string): boolean {
  return word.startsWith('-') || (word.startsWith('+') && languageOfInterpreter(name) === 'shellscript');
}
