/** Functions of Python and Visual Basic that wait for a person or run a command, found outside comments and texts. */
import { isNameCharacter } from '../characters';
import { type Call, mostCommands } from './call';
import { type NestedCall, pythonCall, runnerNames } from './python';

interface Syntax {
  /** What starts a comment that runs to the end of the line. */
  readonly comment: string;
  readonly quotes: string;
  readonly hasLongTexts: boolean;
  readonly hasEscapes: boolean;
  /** Matched where a name starts. */
  readonly call: RegExp;
}

const syntaxes: Readonly<Record<'python' | 'vb', Syntax>> = {
  python: {
    comment: '#',
    quotes: '"\'',
    hasLongTexts: true,
    hasEscapes: true,
    call: /^(?:input|raw_input|getpass)(?=[ \t]{0,20}\()/,
  },
  vb: { comment: "'", quotes: '"', hasLongTexts: false, hasEscapes: false, call: /^(?:InputBox|MsgBox)\b/i },
};

const runners = new Set(runnerNames);

/** What a script calls, in the order of its text. */
export interface Calls {
  /** Those that wait for a person. */
  readonly calls: Call[];
  /** Those that run a command. */
  readonly commands: NestedCall[];
}

/** The length of the longest name that is looked for. */
const longestName = 12;

/** Gives the calls and tells `onComment` of every comment. Reads the text once. */
export function readCalls(
  text: string,
  language: 'python' | 'vb',
  onComment: (start: number, end: number) => void,
): Calls {
  const syntax = syntaxes[language];
  const calls: Calls = { calls: [], commands: [] };
  let i = 0;
  while (i < text.length) {
    const character = text[i] ?? '';
    if (character === syntax.comment || (language === 'vb' && isRem(text, i))) {
      const end = lineEnd(text, i);
      onComment(i, end);
      i = end;
    } else if (syntax.quotes.includes(character)) i = skipText(text, i, syntax);
    else if (isNameCharacter(text.charCodeAt(i))) i = readName(text, i, syntax, calls);
    else i++;
  }
  return calls;
}

function readName(text: string, start: number, { call, hasLongTexts }: Syntax, found: Calls): number {
  let end = start + 1;
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++;
  if (end - start > longestName) return end;
  if (hasLongTexts && found.commands.length < mostCommands && runners.has(text.slice(start, end))) {
    const command = pythonCall(text, start, end);
    if (command) found.commands.push(command);
    return end;
  }
  if (text[start - 1] === '.' && !text.startsWith('getpass.getpass', start - 8)) return end;
  const name = call.exec(text.slice(start, start + 40))?.[0];
  if (name === undefined || name.length !== end - start) return end;
  const isDefinition = /(?:def|sub|function)\s+$/i.test(text.slice(Math.max(0, start - 20), start));
  if (!isDefinition) found.calls.push({ start, end, name });
  return end;
}

function skipText(text: string, start: number, { hasLongTexts, hasEscapes }: Syntax): number {
  const quote = text[start] ?? '';
  const isLong = hasLongTexts && text[start + 1] === quote && text[start + 2] === quote;
  let i = start + (isLong ? 3 : 1);
  while (i < text.length) {
    const character = text[i];
    if (hasEscapes && character === '\\') i += 2;
    else if (character === '\n' && !isLong) return i;
    else if (character === quote && (!isLong || (text[i + 1] === quote && text[i + 2] === quote)))
      return i + (isLong ? 3 : 1);
    else i++;
  }
  return text.length;
}

function isRem(text: string, index: number): boolean {
  const character = text[index];
  if (character !== 'R' && character !== 'r') return false;
  const before = text[index - 1] ?? '\n';
  return (
    (before === '\n' || before === ' ' || before === '\t' || before === ':') &&
    /^rem(?:\s|$)/i.test(text.slice(index, index + 4))
  );
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
