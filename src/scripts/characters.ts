/** Rules on single characters: line ends, byte-order mark, control characters, characters beyond ASCII. */
import type { Collector } from './collector';
import type { Edit } from './finding';
import { asciiFor } from './replacements';

const tab = 0x09;
const lf = 0x0a;
const cr = 0x0d;

/** More runs than this are only counted. */
const runLimit = 101;

/** UTF-16 units that are put together at a time. */
const chunk = 4096;

/** A longer run is a text of its own, not a slip of the keyboard. */
const longestReplaced = 200;

/** A run of adjacent characters beyond ASCII. Line and column are 1-based, the column in UTF-16 units. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  inComment: boolean;
}

/** The line ends of one kind: the offsets of the first and the last one, and how many there are. */
interface LineEnds {
  first: number;
  last: number;
  count: number;
}

/** What one pass over a text shows. */
export interface Characters {
  readonly crlf: LineEnds;
  readonly loneCr: LineEnds;
  /** The first runs beyond ASCII; `runCount` counts all of them. */
  readonly runs: readonly Run[];
  readonly runCount: number;
}

/** Reads the text once. Reports the byte-order mark and control characters; the rest depends on where it lies. */
export function scanCharacters(text: string, found: Collector): Characters {
  const crlf: LineEnds = { first: -1, last: -1, count: 0 };
  const loneCr: LineEnds = { first: -1, last: -1, count: 0 };
  const runs: Run[] = [];
  let runCount = 0;
  let line = 1;
  let lineStart = 0;
  let i = 0;
  if (text.charCodeAt(0) === 0xfeff) {
    found.report('byte-order-mark', 'error', 0, 1, {}, [{ start: 0, end: 1, text: '' }]);
    i = 1;
  }
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if ((code >= 0x20 && code < 0x7f) || code === tab) i++;
    else if (code === lf) {
      line++;
      lineStart = ++i;
    } else if (code === cr) {
      const ends = text.charCodeAt(i + 1) === lf ? crlf : loneCr;
      if (ends.count++ === 0) ends.first = i;
      ends.last = i++;
    } else if (code < 0x80) i = reportControls(text, i, found);
    else {
      const start = i++;
      while (text.charCodeAt(i) >= 0x80) i++;
      if (runCount++ < runLimit) runs.push({ start, end: i, line, column: start - lineStart + 1, inComment: false });
    }
  }
  return { crlf, loneCr, runs, runCount };
}

/** Linux takes the carriage return for a part of the line. */
export function reportLineEnds(text: string, { crlf, loneCr }: Characters, found: Collector): void {
  if (crlf.count > 0) {
    let start = crlf.first;
    while (start > 0 && text.charCodeAt(start - 1) > 0x20) start--;
    const interpreter = /^#!.*?([\w.+-]+)[ \t]*$/.exec(text.slice(0, Math.min(crlf.first, 200)))?.[1] ?? '';
    let from = crlf.first;
    while (text.charCodeAt(from - 1) === cr) from--;
    const edit = { start: from, end: crlf.last + 2, text: toLf(text, from, crlf.last + 2, 'crlf') };
    found.report('crlf', 'error', start, crlf.first + 2, { count: crlf.count, interpreter }, [edit]);
  }
  if (loneCr.count > 0) {
    const { first, last, count } = loneCr;
    const edit = { start: first, end: last + 1, text: toLf(text, first, last + 1, 'lone-cr') };
    found.report('lone-cr', 'warning', first, first + 1, { count }, [edit]);
  }
}

/** VPC documents ASCII only for init scripts (createInitScript). */
export function reportNonAscii(text: string, { runs, runCount }: Characters, found: Collector): void {
  const edits = runs.map((run) => editOf(text, run));
  for (const [index, { start, end, line, column }] of runs.entries()) {
    const codePoint = text.codePointAt(start) ?? 0;
    const character = String.fromCodePoint(codePoint);
    const edit = edits[index];
    const args = {
      // A combining, invisible or direction-changing character would garble the sentence that quotes it.
      character: /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : '',
      codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      length: end - start,
      line,
      column,
      ...(edit && { replacement: edit.text }),
    };
    // One quote alone would leave its partner open.
    const partners = (other: Edit | undefined, at: number) => isQuote(other) && runs[at]?.line === line;
    const together = isQuote(edit) ? edits.filter(partners).filter((other) => other !== undefined) : edit && [edit];
    found.report('non-ascii', 'error', start, end, args, together);
  }
  found.count('non-ascii', runCount - runs.length);
}

/** Replaces the characters that have an ASCII stand-in, and removes all others from comments. */
function editOf(text: string, { start, end, inComment }: Run): Edit | undefined {
  const ascii = end - start <= longestReplaced ? asciiFor(text.slice(start, end)) : undefined;
  if (ascii === undefined && !inComment) return undefined;
  return { start, end, text: ascii ?? '' };
}

function isQuote(edit: Edit | undefined): boolean {
  return edit !== undefined && /["']/.test(edit.text);
}

function reportControls(text: string, start: number, found: Collector): number {
  let end = start;
  let hasNul = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (!((code < 0x20 && code !== tab && code !== lf && code !== cr) || code === 0x7f)) break;
    hasNul ||= code === 0;
  }
  if (found.isFull('control-character')) found.count('control-character');
  else {
    const codePoint = `U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')}`;
    const severity = hasNul ? 'error' : 'warning';
    const args = { codePoint, length: end - start };
    found.report('control-character', severity, start, end, args, [{ start, end, text: '' }]);
  }
  return end;
}

/** Makes line breaks of CRLF, and of any further CR before it, or else of every CR that has no LF after it. */
function toLf(text: string, start: number, end: number, kind: 'crlf' | 'lone-cr'): string {
  const units = new Uint16Array(chunk);
  let length = 0;
  let result = '';
  const write = (code: number) => {
    units[length++] = code;
    if (length < chunk) return;
    result += fromUnits(units);
    length = 0;
  };
  let pending = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === cr && kind === 'crlf') {
      pending++;
      continue;
    }
    if (code !== lf) for (; pending > 0; pending--) write(cr);
    pending = 0;
    write(code === cr && text.charCodeAt(i + 1) !== lf ? lf : code);
  }
  return result + fromUnits(units.subarray(0, length));
}

function fromUnits(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units);
}
