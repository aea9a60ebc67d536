/** Here-documents: their end words and their bodies. */
import type { ShellFault } from './command';

/** A here-document whose body starts after the current line. */
export interface Heredoc {
  readonly kind: 'document';
  readonly start: number;
  readonly end: number;
  /** The commands that it feeds. */
  readers: readonly number[];
  readonly word: string;
  /** `<<-`: leading tabs do not count. */
  readonly stripsTabs: boolean;
  /** Its end word has quotes: the body is taken as it is. */
  readonly isQuoted: boolean;
}

const wordEnd = /[\s;&|<>()]/;

/** A word after `<<<`; its end is known when it has been read. */
export interface HereString {
  readonly kind: 'string';
  start: number;
  end: number;
  readers: readonly number[];
}

/** Reads the end word after `<<` or `<<-`; `position` is right after the operator, `start` before it. */
export function readHeredocWord(text: string, start: number, position: number, stripsTabs: boolean): Heredoc {
  let i = position;
  while (text[i] === ' ' || text[i] === '\t') i++;
  let word = '';
  let isQuoted = false;
  while (i < text.length) {
    const character = text[i] ?? '';
    if (text.startsWith('\\\n', i)) i += 2;
    else if (text.startsWith('\\\r\n', i)) i += 3;
    else if (character === '\\') {
      word += text[i + 1] ?? '';
      isQuoted = true;
      i += 2;
    } else if (character === "'" || character === '"') {
      const close = text.indexOf(character, i + 1);
      const end = close === -1 ? text.length : close;
      word += text.slice(i + 1, end);
      isQuoted = true;
      i = end + 1;
    } else if (wordEnd.test(character)) break;
    else {
      word += character;
      i++;
    }
  }
  return { kind: 'document', start, end: Math.min(i, text.length), isQuoted, readers: [], word, stripsTabs };
}

/** Gives the offset after the body that starts at `position`, or the fault when the end word never comes. */
export function skipHeredoc(text: string, position: number, heredoc: Heredoc): number | ShellFault {
  for (let i = position; i < text.length; ) {
    const newline = text.indexOf('\n', i);
    const next = newline === -1 ? text.length : newline;
    if (isEnd(text, i, next, heredoc)) return next;
    i = next + 1;
  }
  const { start, end, word } = heredoc;
  const almost = findAlmost(text, position, word);
  return { kind: 'heredoc', start, end, expected: word, ...(almost && { almost }) };
}

function isEnd(text: string, lineStart: number, lineEnd: number, { word, stripsTabs }: Heredoc): boolean {
  let start = lineStart;
  if (stripsTabs) while (text.charCodeAt(start) === 0x09) start++;
  const end = lineEnd > start && text.charCodeAt(lineEnd - 1) === 0x0d ? lineEnd - 1 : lineEnd;
  return end - start === word.length && text.startsWith(word, start);
}

function findAlmost(text: string, position: number, word: string): { start: number; end: number } | undefined {
  if (word.trim() === '') return undefined;
  for (let i = text.indexOf(word, position); i !== -1; i = text.indexOf(word, i + word.length)) {
    let start = i;
    let end = i + word.length;
    while (start > position && isBlank(text, start - 1)) start--;
    while (end < text.length && isBlank(text, end)) end++;
    const isLine = start === position || text[start - 1] === '\n';
    const isWhole = isLine && (end === text.length || text[end] === '\n');
    if (isWhole && end - start > word.length) return { start, end };
  }
  return undefined;
}

function isBlank(text: string, index: number): boolean {
  const character = text[index];
  return character === ' ' || character === '\t' || character === '\r';
}
