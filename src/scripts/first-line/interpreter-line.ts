/** The line that names an interpreter (`#!`), taken apart as Linux and `env` do it. */

/** The parts of an interpreter line. */
export interface InterpreterLine {
  /** The path right after `#!`. */
  readonly path: string;
  /** The name of the interpreter; for `env` that of the program it looks up, empty when there is none. */
  readonly name: string;
  /** What follows the path: Linux hands it over as one argument. Without blanks around it. */
  readonly argument: string;
  /** The words that follow the interpreter; for `env` those that follow the program. */
  readonly words: readonly string[];
  readonly isEnv: boolean;
  /** True for `env -S`, which splits its text into words. */
  readonly splits: boolean;
  /** True when options of `env`, or variables for it to set, stand before the program. */
  readonly setsUp: boolean;
}

const blank = /[ \t\r]+/;

/** Takes an interpreter line apart; nothing when the line does not start with `#!`. */
export function parseInterpreterLine(line: string): InterpreterLine | undefined {
  if (!line.startsWith('#!')) return undefined;
  const [, path = '', argument = ''] = /^([^ \t\r]*)[ \t\r]*(.*)$/s.exec(trimmed(line.slice(2, 1000))) ?? [];
  if (baseName(path) !== 'env') {
    return {
      path,
      argument,
      name: baseName(path),
      words: wordsOf(argument),
      isEnv: false,
      splits: false,
      setsUp: false,
    };
  }
  const split = /^(?:-[iv0]*S|--split-string=)[ \t]*/.exec(argument);
  const words = wordsOf(argument.slice(split?.[0].length ?? 0));
  const comment = split ? words.findIndex((word) => word.startsWith('#')) : -1;
  if (comment >= 0) words.length = comment;
  const [program = '', ...rest] = words.slice(setUpWords(words));
  const setsUp = rest.length + (program === '' ? 0 : 1) < words.length;
  return { path, argument, name: baseName(program), words: rest, isEnv: true, splits: split !== null, setsUp };
}

/** How many words of `env` stand before the program: options with their values, and variables. */
function setUpWords(words: readonly string[]): number {
  let at = 0;
  for (let word = words[at]; word !== undefined && /^-|=/.test(word); word = words[at]) {
    at += /^(?:-[uC]|--unset|--chdir)$/.test(word) ? 2 : 1;
  }
  return at;
}

/**
 * The interpreter line that a first line was meant to be whose `#!` is incomplete or mistyped (`!/bin/bash`, `#/bin/sh`,
 * `# !/usr/bin/env python3`); nothing when it may as well be a comment or a command.
 */
export function mistypedInterpreterLine(line: string): InterpreterLine | undefined {
  const found =
    /^[ \t]*(?=[^/]*[#!])[#!1|\\][#!1|\\ \t]{0,6}(\/(?:[\w.-]+\/){1,4}(?:env|sh|bash|dash|python[\d.]*|perl)(?=[ \t\r]|$).*)$/s;
  const parts = line.startsWith('#!') ? undefined : parseInterpreterLine(`#!${found.exec(line)?.[1] ?? ''}`);
  const isInterpreter = parts && parts.path !== '' && parts.name !== '';
  return isInterpreter && parts.words.every((word) => word.startsWith('-')) ? parts : undefined;
}

/** Without the blanks around it that Linux drops; others, as the no-break space, belong to the path. */
function trimmed(text: string): string {
  return text.replace(/^[ \t\r]+|[ \t\r]+$/g, '');
}

function wordsOf(text: string): string[] {
  return text.split(blank).filter((word) => word !== '');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
