/** How a command that waits for a person is told. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../../commands/invocation';
import type { Place } from '../../rule';

/**
 * `option`: what keeps the command from asking; empty where only a value, or no such command, helps. `isCall`: it is no
 * command, but a function of another language.
 */
export type WaitArgs = { command: string; option: string; isCall?: 1 };
export type Wait = Place<WaitArgs>;

/** The program alone is the place. */
export function told({ command, at }: Invocation, name: string, option: string): Wait {
  return { start: command.start(at), end: command.end(at), args: { command: name, option } };
}

/** Told unless something feeds the command. */
export function ask(invocation: Invocation, option: string, name = invocation.name): Wait | undefined {
  return invocation.command.hasInput ? undefined : told(invocation, name, option);
}

/** Told unless one of the words answers. */
export function askUnless(invocation: Invocation, answered: RegExp, option: string): Wait | undefined {
  return argumentsOf(invocation).some((value) => answered.test(value.slice(0, 200))) || hasUnknownOptions(invocation)
    ? undefined
    : ask(invocation, option);
}

/**
 * Told from the program to the argument at `index`, -1 for the program alone, with the option put after it as the fix;
 * nothing when something feeds the command or the option may be in a variable.
 */
export function addOption(invocation: Invocation, name: string, index: number, option: string): Wait | undefined {
  const { command, at } = invocation;
  if (command.hasInput || hasUnknownOptions(invocation)) return undefined;
  const end = command.end(at + 1 + index);
  return {
    start: command.start(at),
    end,
    args: { command: name, option },
    edits: [{ start: end, end, text: ` ${option}` }],
  };
}
