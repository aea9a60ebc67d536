/** Texts and lists of texts in the source of another language, read as what a shell gets of them. */
import { type NestedText, unless } from '../commands/nested';
import type { Edit } from '../finding';
import { openQuote } from '../line';
import { filler } from '../shell/command';

/** A text in quotes: where it ends, closing quote included, and what a shell reads of it. */
export interface Literal {
  readonly end: number;
  readonly nested: NestedText | undefined;
}

/** Items of a longer list are not read. */
const longestList = 4000;

/** What a backslash and a letter stand for, as long as they are. */
const escapes: Readonly<Record<string, string>> = {
  n: '\n ',
  t: '\t ',
  '\\': `${filler}\\`,
  '"': `${filler}"`,
  "'": `${filler}'`,
};

/**
 * Reads a literal at `start`, where its quote is; nothing when there is none or it is not closed. `isRaw`: a backslash
 * is no escape; `hasFields`: what stands in braces is an expression; `hasLongTexts`: three quotes quote, too.
 */
export function literalAt(
  text: string,
  start: number,
  { isRaw = false, hasFields = false, hasLongTexts = false },
): Literal | undefined {
  const quote = text[start] ?? '';
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  const mark = hasLongTexts && text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  const from = start + mark.length;
  let close = from;
  while (close < text.length && !text.startsWith(mark, close)) {
    if (text[close] === '\n' && mark.length === 1 && hasLongTexts) return undefined;
    close += text[close] === '\\' ? 2 : 1;
  }
  if (close >= text.length) return undefined;
  const source = text.slice(from, close);
  const read = isRaw ? (source.includes('\\') ? undefined : source) : withoutEscapes(source);
  const shown = hasFields && read !== undefined ? withoutFields(read) : read;
  const nested =
    shown === undefined ? undefined : { text: shown, start: from, interpreter: 'sh', edits: unless(/["'`\\{}\n]/) };
  return { end: close + mark.length, nested };
}

/**
 * Reads items with commas between them up to the closing character as the words of a command; what is no literal
 * becomes an expansion. Nothing when it is not closed, or the first item is not known.
 */
export function listAt(text: string, start: number, closing: string): NestedText | undefined {
  const parts: string[] = [];
  const limit = Math.min(text.length, start + longestList);
  let i = start;
  let isItemStart = true;
  while (i < limit) {
    const character = text[i] ?? '';
    if (character === closing) {
      const words = parts.join('');
      return /^\s*["']/.test(words) ? { text: words, start, interpreter: 'sh', edits: listEdits(words) } : undefined;
    }
    if (character === '"' || character === "'") {
      const { end = limit } = literalAt(text, i, {}) ?? {};
      const source = text.slice(i, end);
      if (end >= limit || /[\\\n`]/.test(source)) return undefined;
      parts.push(source);
      i = end;
      isItemStart = false;
    } else {
      if (/[([{#]/.test(character)) return undefined;
      const isBetween = character === ',' || /\s/.test(character);
      parts.push(isBetween ? ' ' : isItemStart ? '$' : /\w/.test(character) ? character : '_');
      isItemStart = isBetween && (character === ',' || isItemStart);
      i++;
    }
  }
  return undefined;
}

/** Words that are put in between the items become items themselves. */
function listEdits(words: string): NestedText['edits'] {
  return (edits) => {
    const written: Edit[] = [];
    for (const edit of edits) {
      const text = listEdit(edit, words);
      if (text === undefined) return undefined;
      written.push({ ...edit, text });
    }
    return written;
  };
}

function listEdit({ start, end, text }: Edit, words: string): string | undefined {
  if (isInText(words, start)) return isInText(words, end) && !/["'\\\n]/.test(text) ? text : undefined;
  if (start !== end || !/^[\w=:./ -]+$/.test(text)) return undefined;
  const items = text
    .trim()
    .split(' ')
    .map((item) => `"${item}"`);
  if (/["']/.test(words[start - 1] ?? '') && text.startsWith(' ')) return `, ${items.join(', ')}`;
  return /["']/.test(words[start] ?? '') && text.endsWith(' ') ? `${items.join(', ')}, ` : undefined;
}

/** True between the quotes of an item, its closing quote included. */
function isInText(words: string, offset: number): boolean {
  return openQuote(words.slice(0, offset)) !== '';
}

function withoutEscapes(source: string): string | undefined {
  if (!source.includes('\\')) return source;
  let isKnown = true;
  const read = source.replace(/\\([\s\S]?)/g, (written, letter: string) => {
    if (letter === '$' || letter === '\n') return written;
    const meant = escapes[letter];
    isKnown &&= meant !== undefined;
    return meant ?? written;
  });
  return isKnown ? read : undefined;
}

/** `{name}` becomes an expansion of the same length. */
function withoutFields(source: string): string | undefined {
  const read = source.replace(/\{([^{}"'\n]{1,100})\}/g, (_, inner: string) => `$${inner.replace(/\W/g, '_')}_`);
  return /[{}]/.test(read) ? undefined : read;
}
