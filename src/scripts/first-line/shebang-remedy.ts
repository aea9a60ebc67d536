/** First lines that do start a script, for those that do not. */
import type { ScriptLanguage } from '../language';
import type { InterpreterLine } from './interpreter-line';
import { meantLine } from './interpreter-name';

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
