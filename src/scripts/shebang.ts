/** What keeps an interpreter line from starting its script, and the lines that do start it. */
import { type InterpreterLine, parseInterpreterLine } from './interpreter-line';
import { languageOfInterpreter, type ScriptLanguage } from './language';

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

/** Lines that start a script, and how they differ from one interpreter line. */
export interface Shebang {
  readonly text: string;
  /** The interpreter line alone. */
  readonly line: string;
  /** The line of the shell below it that sets what one argument cannot say, or nothing. */
  readonly set: string;
}

/** Where the usual interpreters lie on the Linux images. */
const paths: Readonly<Record<string, string>> = {
  sh: '/bin/sh',
  bash: '/bin/bash',
  dash: '/bin/dash',
  python: '/usr/bin/env python',
  python2: '/usr/bin/python2',
  python3: '/usr/bin/python3',
  perl: '/usr/bin/perl',
};

const defaults: Readonly<Partial<Record<ScriptLanguage | 'other', string>>> = {
  shellscript: '#!/bin/bash',
  python: '#!/usr/bin/python3',
  perl: '#!/usr/bin/perl',
};

/** Options without a value that may share one word and run the script to its end, by interpreter. */
const joined: Readonly<Record<string, RegExp>> = {
  sh: /^-[aCefuvx]+$/,
  dash: /^-[aCefuvx]+$/,
  bash: /^-[abefhklpuvxBCEHPT]+$/,
  python2: /^-[BdEORsSuv]+$/,
  python3: /^-[bBdEIOqRsSuv]+$/,
};

const setFlags = /^[-+][abefhkpuvxBCEHPT]+$/;
const endsInO = /^[-+][abefhkpuvxBCEHPT]*o$/;

/** Options by name that `dash` knows too, and those of `bash` alone. */
const commonNames = /^(?:allexport|errexit|ignoreeof|monitor|noclobber|noglob|notify|nounset|verbose|xtrace)$/;
const bashNames = /^(?:braceexpand|errtrace|functrace|hashall|histexpand|keyword|physical|pipefail|posix|privileged)$/;

/** What keeps Linux from starting the script with this line, as far as the line alone tells. */
export function shebangFault(parts: InterpreterLine): ShebangFault | undefined {
  const { path, name, argument, words, isEnv, splits, setsUp } = parts;
  if (!path.startsWith('/') || path.endsWith('/')) return { fault: 'relative' };
  if (isEnv && !splits && /[ \t\r]/.test(argument)) return { fault: 'env-word' };
  if (isEnv && (name === '' || (setsUp && !splits))) return { fault: 'no-program' };
  if (meantLine(parts) !== parts) return { fault: 'misspelt' };
  return isEnv ? wordsFault(name, words) : argumentFault(name, argument);
}

/** The line that an interpreter line is a slip away from; itself when it names what exists or may exist. */
export function meantLine(parts: InterpreterLine): InterpreterLine {
  const { name, argument, isEnv, words } = parts;
  const path = parts.path.replaceAll(/\/+/g, '/');
  const at = path.lastIndexOf('/');
  const folder = path.slice(0, at);
  const file = path.slice(at + 1);
  const meantFolder = ['/bin', '/usr/bin'].find((known) => folder !== known && isSlip(folder, known));
  const isMisplaced = meantFolder !== undefined && !/^(?:\/usr)?(?:\/local)?\/s?bin$/.test(folder);
  const meantPath = `${isMisplaced ? meantFolder : folder}/${meantName(file)}`;
  const program = isEnv ? meantName(name) : name;
  if (at === -1 || (meantPath === path && program === name)) return parts;
  const meant = isEnv && program !== name ? [program, ...words].join(' ') : argument;
  const line = parseInterpreterLine(`#!${meantPath} ${meant}`);
  return line && (line.isEnv || languageOfInterpreter(line.name)) ? line : parts;
}

/** The interpreter line for a script of this language; nothing where Linux has no usual one. */
export function defaultShebang(language: ScriptLanguage | 'other'): string {
  return defaults[language] ?? '';
}

/** The lines that start what the interpreter line means; nothing where none is certain. */
export function startingLines(parts: InterpreterLine): Shebang | undefined {
  const { name, words, setsUp } = meantLine(parts);
  const path = paths[name];
  if (path === undefined || setsUp) return undefined;
  const at = words.findIndex((word) => word.startsWith('#'));
  const options = at === -1 ? words : words.slice(0, at);
  const shebang = withOptions(name, path, options);
  const comment = at === -1 ? '' : words.slice(at).join(' ');
  return shebang && { ...shebang, text: [shebang.line, shebang.set, comment].filter(Boolean).join('\n') };
}

function withOptions(name: string, path: string, options: readonly string[]): Omit<Shebang, 'text'> | undefined {
  if (options.length === 0) return { line: `#!${path}`, set: '' };
  if (options.every((option) => joined[name]?.test(option))) {
    return { line: `#!${path} -${options.map((option) => option.slice(1)).join('')}`, set: '' };
  }
  if (name === 'perl' && options.every((option) => /^-[wWtTX]+$/.test(option))) {
    return { line: `#!${path} ${options.join(' ')}`, set: '' };
  }
  if (name === 'bash' && options.length === 1 && /^--(?:login|posix|norc|noprofile)?$/.test(options[0] ?? '')) {
    return { line: `#!${path} ${options[0]}`, set: '' };
  }
  if (!/^(?:sh|dash|bash)$/.test(name)) return undefined;
  const needed = settingShell(options);
  return needed && { line: `#!${needed === 'bash' ? paths.bash : path}`, set: `set ${options.join(' ')}` };
}

/** The shell whose `set` takes all these options: `sh` when any does. */
function settingShell(options: readonly string[]): 'sh' | 'bash' | undefined {
  let shell: 'sh' | 'bash' = 'sh';
  for (let at = 0; at < options.length; at++) {
    const option = options[at] ?? '';
    if (endsInO.test(option)) {
      const value = options[++at] ?? '';
      if (!commonNames.test(value) && !bashNames.test(value)) return undefined;
      if (bashNames.test(value)) shell = 'bash';
    } else if (!setFlags.test(option)) return undefined;
    if (/[bhkpBEHPT]/.test(option)) shell = 'bash';
  }
  return shell;
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

/** Programs that exist and whose names are a slip away from those of the usual interpreters. */
const realNames = /^(?:rbash|sash|bosh|bsh|[bcij]python3?|pythonw|[cpr]perl|genv)$/;

function meantName(name: string): string {
  if (name === 'env' || languageOfInterpreter(name) || realNames.test(name)) return name;
  return ['bash', 'python3', 'python', 'perl', 'env'].find((known) => isSlip(name, known)) ?? name;
}

/** Whether one character is another one, too much or missing, or all are there in another order. */
function isSlip(text: string, right: string): boolean {
  let same = 0;
  while (same < text.length && text[same] === right[same]) same++;
  const [is, be] = [text.slice(same), right.slice(same)];
  const isReordered = is.length === be.length && is.length < 9 && inOrder(is) === inOrder(be);
  return isReordered || is.slice(1) === be.slice(1) || is.slice(1) === be || is === be.slice(1);
}

function inOrder(text: string): string {
  return [...text].sort().join('');
}
