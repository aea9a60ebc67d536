/** Scripts within a script: texts that one of its commands hands to a shell. */
import type { Edit } from '../finding';
import type { Place } from '../rule';
import { filler, type HereText, type ShellCommand } from '../shell/command';
import type { Invocation } from './invocation';

/** A text that a shell reads as a script of its own. */
export interface NestedText {
  /** As long as its source, so that offsets differ by `start` only. */
  readonly text: string;
  readonly start: number;
  /** Where a call ends that has no such text but is told as one: all of it is the place. */
  readonly whole?: number;
  /** No outer shell changes it: what is wrong with its grammar is certain. */
  readonly isExact?: true;
  /** The name of the shell that reads it. */
  readonly interpreter: string;
  /** Gives the edits as they have to be written at that place; nothing when it allows none such. */
  edits(edits: readonly Edit[]): readonly Edit[] | undefined;
}

/** Programs that may hand a text to a shell. */
export const carriers: readonly string[] = ['bash', 'sh', 'dash', 'su', 'runuser', 'eval', 'cat'];

/** The shell that reads what is fed to the command as its script, by name; empty for any other command. */
export function fedShell({ command, at, name }: Invocation): string {
  if (name === 'bash' || name === 'sh' || name === 'dash') {
    const { script, isCommand } = shellArguments(command, at);
    return script === -1 && !isCommand ? name : '';
  }
  return name === 'su' && suScript(command, at) === -1 ? 'bash' : '';
}

/** True for a `sudo` that runs a shell and names no program: `sudo -i`, `sudo -u user -s`. */
export function isSudoShell(command: ShellCommand): boolean {
  if (command.value(0) !== 'sudo') return false;
  let isShell = false;
  for (let i = 1; i < command.length; i++) {
    const option = command.value(i);
    if (!/^-\w{1,8}$/.test(option)) return false;
    isShell ||= /[is]/.test(option);
    if (/[ugh]$/.test(option)) i++;
  }
  return isShell;
}

/** The text of `bash -c '…'`, `su user -c '…'` or `eval '…'`; `interpreter` is that of the script around it. */
export function commandText({ command, at, name }: Invocation, interpreter: string): NestedText | undefined {
  if (name === 'cat') return undefined;
  if (name === 'eval') return command.length === at + 2 ? wordText(command, at + 1, interpreter) : undefined;
  if (name === 'su' || name === 'runuser') return wordText(command, suScript(command, at), 'bash');
  const { script, isCommand } = shellArguments(command, at);
  return isCommand ? wordText(command, script, name) : undefined;
}

/** The text that a here-document or a here-string feeds to a shell, which reads it up to its end. */
export function hereTextOf(
  { kind, start, end, isQuoted }: HereText,
  text: string,
  shell: string,
): NestedText | undefined {
  if (kind === 'string') return quotedText(text.slice(start, end), start, shell);
  const body = text.slice(start, end);
  if (isQuoted) return { text: body, start, isExact: true, interpreter: shell, edits: (edits) => edits };
  const read = unescaped(body, false);
  return read === undefined ? undefined : { text: read, start, interpreter: shell, edits: unless(/[$`\\]/) };
}

/** Gives a function that lets edits pass unless a text that they write holds such characters. */
export function unless(forbidden: RegExp): NestedText['edits'] {
  return (edits) => (edits.some(({ text }) => forbidden.test(text) || text.includes(filler)) ? undefined : edits);
}

/** A place in the nested text as one of the text around it. */
export function moved(place: Place, { text, start, whole, edits }: NestedText): Place {
  if (whole !== undefined) return { ...place, start, end: whole, edits: undefined };
  // Nothing would be left for the shell to run.
  const empties = place.edits?.some(
    (edit) => edit.text === '' && text.slice(edit.start, edit.end).trim() === text.trim(),
  );
  const allowed = empties ? undefined : place.edits && edits(place.edits);
  const shown = Object.entries(place.args).map(([name, value]) => [name, asWritten(value)]);
  return {
    ...place,
    args: Object.fromEntries(shown),
    start: place.start + start,
    end: place.end + start,
    edits: allowed?.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })),
  };
}

function asWritten(value: string | number): string | number {
  return typeof value === 'string' ? value.replaceAll(filler, '\\') : value;
}

/** Which word of a shell's command is the script, or its text if `isCommand`; -1 when there is none. */
function shellArguments(command: ShellCommand, at: number): { script: number; isCommand: boolean } {
  let isCommand = false;
  let readsInput = false;
  let i = at + 1;
  for (; i < command.length && !readsInput; i++) {
    const option = command.value(i);
    if (!/^[-+]/.test(option) || option.length > 40) break;
    if (option === '--' || option === '-') {
      i++;
      break;
    }
    if (option.startsWith('--')) continue;
    isCommand ||= /^-\w*c/.test(option);
    readsInput = /^-\w*s/.test(option) && !isCommand;
    if (/[oO]$/.test(option)) i++;
  }
  return { script: readsInput || i >= command.length ? -1 : i, isCommand };
}

function suScript(command: ShellCommand, at: number): number {
  for (let i = at + 1; i < command.length; i++) {
    if (/^(?:-\w*c|--(?:session-)?command)$/.test(command.value(i))) return i + 1;
  }
  return -1;
}

function wordText(command: ShellCommand, word: number, interpreter: string): NestedText | undefined {
  const isThere = word >= 0 && word < command.length;
  return isThere ? quotedText(command.source(word), command.start(word), interpreter) : undefined;
}

/** The text of a word, if it is known what its quotes leave of it. */
function quotedText(source: string, offset: number, interpreter: string): NestedText | undefined {
  const inner = source.slice(1, -1);
  const isOnePart = source.length >= 2 && source.at(-1) === source[0];
  if (source[0] === "'" && isOnePart && !inner.includes("'"))
    return { text: inner, start: offset + 1, isExact: true, interpreter, edits: unless(/'/) };
  const text = source[0] === '"' && isOnePart ? unescaped(inner, true) : undefined;
  if (text !== undefined) return { text, start: offset + 1, interpreter, edits: unless(/["$`\\!]/) };
  const parts = partsText(source);
  if (parts === undefined) return undefined;
  const start = parts.startsWith(filler) ? 1 : 0;
  return { text: parts.slice(start), start: offset + start, interpreter, edits: unless(/[^\w./=:,+-]/) };
}

/** A word of several parts, such as `'…'\''…'` or `'…'"$name"`, with its quotes filled up. */
function partsText(source: string): string | undefined {
  const parts: string[] = [];
  for (let i = 0; i < source.length; ) {
    const quote = source[i] ?? '';
    const next = source[i + 1] ?? '';
    if (quote === "'" || quote === '"') {
      const close = quote === "'" ? source.indexOf("'", i + 1) : closingQuote(source, i + 1);
      const inner = source.slice(i + 1, close);
      const text = quote === "'" ? inner : unescaped(inner, true);
      if (close === -1 || text === undefined) return undefined;
      parts.push(filler, text, filler);
      i = close + 1;
    } else if (quote === '\\') {
      if (next === '' || next === '\n' || next === '\r') return undefined;
      parts.push(filler, next);
      i += 2;
    } else if (quote === '`' || (quote === '$' && /["'(]/.test(next))) return undefined;
    else {
      parts.push(quote);
      i++;
    }
  }
  return parts.join('');
}

/** The double quote that closes what is open; within `$(…)` it may be another one. */
function closingQuote(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '"') return i;
  }
  return -1;
}

/**
 * What is left of a text when the outer shell has read it, the backslashes that it takes away filled up; nothing where
 * that is doubtful. In double quotes the outer shell has been asked for the commands of `$(…)`: they are left out.
 */
function unescaped(source: string, isDoubleQuote: boolean): string | undefined {
  if (!source.includes('\\') && !(isDoubleQuote && /"|\$\(/.test(source))) return source;
  const escapable = isDoubleQuote ? '$`\\"' : '$`\\';
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    const next = source[i + 1] ?? '';
    if (character === '"' && isDoubleQuote) return undefined;
    if (character === '\\') {
      if (next !== '' && escapable.includes(next)) {
        parts.push(source.slice(from, i), filler);
        from = i + 1;
      }
      i++;
    } else if (isDoubleQuote && character === '$' && next === '(') {
      const close = closing(source, i + 2);
      if (close === -1) return undefined;
      parts.push(source.slice(from, i + 2), ' '.repeat(close - i - 2));
      from = close;
      i = close;
    }
  }
  parts.push(source.slice(from));
  return parts.join('');
}

/** The parenthesis that closes what was opened right before; the text has no double quotes. */
function closing(source: string, from: number): number {
  let open = 1;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '(') open++;
    else if (source[i] === ')' && --open === 0) return i;
    else if (/["\\`]/.test(source[i] ?? '')) return -1;
  }
  return -1;
}
