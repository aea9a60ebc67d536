/** What a command of apt-get does, read past its options. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import { readOptions } from '../commands/options';
import { takesAptValue } from './package-options';

export interface AptUse {
  /** The verb as written: `install`. */
  readonly verb: string;
  /** Where the verb ends, as a UTF-16 offset. */
  readonly end: number;
  /** All words after the program, without quotes. */
  readonly values: readonly string[];
}

const changesNothing =
  /^(?:-(?![otc])[a-zA-Z]*[sh][a-zA-Z]*|--(?:simulate|just-print|dry-run|recon|no-act|print-uris|help|version))$/;

/** Gives nothing when no verb is told before the script runs, or when nothing would be changed. */
export function aptUseOf(invocation: Invocation): AptUse | undefined {
  const { command, at } = invocation;
  const values = argumentsOf(invocation);
  const index = readOptions(values, 0, takesAptValue).next;
  const verb = values[index];
  if (verb === undefined || values.some((value) => changesNothing.test(value))) return undefined;
  return { verb, end: command.end(at + 1 + index), values };
}
