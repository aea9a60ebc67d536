/** A script as the rules see it: what reading it has shown. */
import type { Reach } from '../reference/reach';
import type { Environment } from '../reference/types';
import { type Characters, scanCharacters } from './characters';
import type { Grammar } from './grammar';
import type { OsType } from './language';
import type { Call } from './languages/call';
import { type Opening, openingOf } from './opening';
import type { ShellFault } from './shell/command';
import { readVariables } from './variables';

/** What a script is checked for. */
export interface CheckOptions {
  readonly environment: Environment;
  readonly osType: OsType;
  /** How the server reaches the internet; left out when that is not known. */
  readonly reach?: Reach | undefined;
}

/** A script whose commands are not read yet. */
export interface Script extends CheckOptions {
  readonly text: string;
  readonly characters: Characters;
  readonly opening: Opening;
  /** True when the word occurs anywhere; looked for once. */
  mentions(word: string): boolean;
  /** What the script assigns to a shell variable, without quotes; all assignments are read at the first question. */
  valuesOf(name: string): readonly string[];
}

/** A script whose commands are read: it is known which of its characters stand in comments. */
export interface ReadScript extends Script {
  /** The functions of Python and Visual Basic that it calls and that wait for a person. */
  readonly calls: readonly Call[];
  /** What keeps a shell from reading it to its end. */
  readonly fault: ShellFault | undefined;
  /** What it is written with; left out when it is no shell script, or when an odd quote leaves that uncertain. */
  readonly grammar: Grammar | undefined;
}

/** Reads the characters and the first lines of a text. */
export function scriptOf(text: string, { environment, osType, reach }: CheckOptions): Script {
  const mentioned = new Map<string, boolean>();
  let variables: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    text,
    environment,
    osType,
    reach,
    characters: scanCharacters(text),
    opening: openingOf(text, osType),
    mentions(word) {
      const known = mentioned.get(word) ?? text.includes(word);
      mentioned.set(word, known);
      return known;
    },
    valuesOf(name) {
      variables ??= readVariables(text);
      return variables.get(name) ?? [];
    },
  };
}
