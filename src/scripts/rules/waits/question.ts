/** A program that asks when its arguments fit a pattern. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import { addOption, ask, type WaitArgs } from './waiting';

/** Patterns on the arguments of a program, joined by blanks. */
interface Question {
  readonly asks: RegExp;
  readonly answered?: RegExp;
  /** What answers; empty where nothing does. */
  readonly option: string;
  /** After how many arguments the option can be put. */
  readonly fixedAfter?: number;
}

/** Longer argument lists are cut off here. */
const longest = 1_000;

/** The arguments as one line. */
export function argumentLine(invocation: Invocation): string {
  return argumentsOf(invocation).join(' ').slice(0, longest);
}

/** Told unless the arguments answer already. */
export function question({ asks, answered, option, fixedAfter }: Question): CommandCheck<WaitArgs> {
  return (invocation) => {
    const line = argumentLine(invocation);
    const found = asks.exec(line)?.[0];
    if (found === undefined || answered?.test(line) || hasUnknownOptions(invocation)) return undefined;
    const verbs = found.split(' ').map((word) => word.slice(word.lastIndexOf('/') + 1));
    const name = [invocation.name, ...verbs.filter((word) => /^\w[\w.-]*$/.test(word))].join(' ');
    return fixedAfter === undefined
      ? ask(invocation, option, name)
      : addOption(invocation, name, fixedAfter - 1, option);
  };
}

/** The first check that tells something. */
export function firstOf(...checks: readonly CommandCheck<WaitArgs>[]): CommandCheck<WaitArgs> {
  return (invocation, script) => {
    for (const check of checks) {
      const wait = check(invocation, script);
      if (wait) return wait;
    }
    return undefined;
  };
}
