/** What the lexer tells of a script, as lines of text in the order in which it tells them. */
import type { ShellCommand, ShellVisitor } from '../../../../src/scripts/shell/command';
import { expanded, quoted, split } from '../../../../src/scripts/shell/command';
import { alone, readShell } from '../../../../src/scripts/shell/lexer';

interface TraceOptions {
  readonly isBash?: boolean;
  readonly surroundings?: Partial<typeof alone>;
}

/** What a row is about, a script, and what is told of it. */
export type Row = readonly [title: string, script: string, told: readonly string[], options?: TraceOptions];

const ignore = () => undefined;

/** Hears everything and tells nothing. */
export const silent: ShellVisitor = {
  ...{ comment: ignore, command: ignore, endlessLoop: ignore },
  ...{ fed: ignore, background: ignore, hereText: ignore },
};

/**
 * What the script does. A command is its index and its words, each with `'` when it holds quotes and `$` or `$*` when
 * something is expanded in it, in quotes or not; behind it stands what surrounds it. `sh` and `cat` are readers.
 */
export function does(text: string, { isBash = true, surroundings = {} }: TraceOptions = {}): string[] {
  const lines: string[] = [];
  const fault = readShell(
    { text, isBash, surroundings: { ...alone, ...surroundings } },
    {
      comment: (start, end) => lines.push(text.slice(start, end)),
      command: (command) => {
        command.isReader = ['sh', 'cat'].includes(command.value(0));
        lines.push(`${command.index} ${wordsOf(command)}${surroundingsOf(command)}`);
      },
      endlessLoop: (since, start, end) => lines.push(`endless ${since} ${text.slice(start, end)}`),
      waitingLoop: (since, start, end, close) =>
        lines.push(`waiting ${since} ${text.slice(start, end)} to ${text.slice(0, close).split('\n').pop()}`),
      fed: (since) => lines.push(`fed from ${since}`),
      background: (since) => lines.push(`background from ${since}`),
      hereText: ({ kind, start, end, isQuoted, readers }) =>
        lines.push(`${isQuoted ? 'quoted ' : ''}${kind} ${JSON.stringify(text.slice(start, end))} to ${readers}`),
    },
  );
  if (!fault) return lines;
  const almost = fault.almost ? ` almost ${JSON.stringify(text.slice(fault.almost.start, fault.almost.end))}` : '';
  return [...lines, `fault ${fault.kind} ${text.slice(fault.start, fault.end)} wants ${fault.expected}${almost}`];
}

/** What the script is written with beside its commands; `!` stands before what stops a POSIX shell. */
export function isWrittenWith(text: string, { isBash = true }: TraceOptions = {}): string[] {
  const lines: string[] = [];
  readShell(
    {
      text,
      isBash,
      surroundings: alone,
      grammar: {
        command: ignore,
        expansion: (start) => lines.push(text.slice(start, start + 2)),
        extension: (start, end, stops) => lines.push(`${stops ? '!' : '.'}${text.slice(start, end)}`),
        input: (start) => lines.push(`input ${text.slice(start, start + 3)}`),
        body: (start, end) => lines.push(`body ${JSON.stringify(text.slice(start, end))}`),
      },
    },
    silent,
  );
  return lines;
}

function wordsOf(command: ShellCommand): string {
  return Array.from({ length: command.length }, (_, word) => {
    const dollar = command.has(word, split) ? '$*' : command.has(word, expanded) ? '$' : '';
    return `${command.value(word)}${command.has(word, quoted) ? "'" : ''}${dollar}`;
  }).join('_');
}

function surroundingsOf({ hasInput, isPiped, isFedText, isInFunction, isConditional }: ShellCommand): string {
  const told = Object.entries({ hasInput, isPiped, isFedText, isInFunction, isConditional })
    .filter(([, is]) => is)
    .map(([name]) => name.replace(/^(?:has|is)/, ''));
  return told.length > 0 ? ` (${told.join(' ')})` : '';
}
