/** The commands of a line, as the rules on commands get them. */
import { type Invocation, invocationOf, Programs } from '../../../../src/scripts/commands/invocation';
import type { HereText, ShellCommand } from '../../../../src/scripts/shell/command';
import { alone, readShell } from '../../../../src/scripts/shell/lexer';
import { silent } from '../shell/trace';

/** Each command by what `tell` makes of it while it is valid; `hereText` gets the texts that feed readers. */
export function commandsOf<T>(
  text: string,
  tell: (command: ShellCommand) => T,
  hereText: (text: HereText) => void = silent.hereText,
): T[] {
  const told: T[] = [];
  readShell(
    { text, isBash: true, surroundings: alone },
    {
      ...silent,
      hereText,
      command: (command) => {
        command.isReader = true;
        told.push(tell(command));
      },
    },
  );
  return told;
}

/** What `tell` makes of the programs among these that the commands of a text run. */
export function invocationsOf<T>(text: string, programs: readonly string[], tell: (one: Invocation) => T): T[] {
  const known = new Programs(programs);
  return commandsOf(text, (command) => {
    const found = invocationOf(command, text, known);
    return found ? [tell(found)] : [];
  }).flat();
}
