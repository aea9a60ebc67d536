/** What one pass over the characters of a script shows: its line ends, control characters and those beyond ASCII. */

const tab = 0x09;
const lf = 0x0a;
const cr = 0x0d;

/** More runs than this are only counted. */
const runLimit = 101;

/** Runs beyond ASCII are told by their lines and mended together: more of them are kept. */
const otherLimit = 5_000;

/** A run of adjacent characters of a kind. Line and column are 1-based, the column in UTF-16 units. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  inComment: boolean;
  /** The comment is one of a script within the script. */
  isNested: boolean;
}

/** The first runs of a kind; the last of them stands for all that follow. */
export interface Runs {
  readonly first: readonly Run[];
  readonly count: number;
}

/** The line ends of one kind: the offsets of the first and the last one, and how many there are. */
export interface LineEnds {
  first: number;
  last: number;
  count: number;
}

export interface Characters {
  readonly crlf: LineEnds;
  readonly loneCr: LineEnds;
  readonly controls: Runs;
  /** Beyond ASCII, but for a byte-order mark. */
  readonly others: Runs & { readonly lines: number };
}

/** Reads the text once. */
export function scanCharacters(text: string): Characters {
  const crlf: LineEnds = { first: -1, last: -1, count: 0 };
  const loneCr: LineEnds = { first: -1, last: -1, count: 0 };
  const controls: Run[] = [];
  const others: Run[] = [];
  let controlCount = 0;
  let otherCount = 0;
  let otherLines = 0;
  let lastOther = 0;
  let line = 1;
  let lineStart = 0;
  const runTo = (start: number, end: number): Run => {
    return { start, end, line, column: start - lineStart + 1, inComment: false, isNested: false };
  };
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
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
    } else if (code < 0x80) {
      const start = i++;
      while (isControl(text.charCodeAt(i))) i++;
      if (controlCount++ < runLimit) controls.push(runTo(start, i));
    } else {
      const start = i++;
      while (text.charCodeAt(i) >= 0x80) i++;
      if (otherCount++ < otherLimit) others.push(runTo(start, i));
      if (line !== lastOther) otherLines++;
      lastOther = line;
    }
  }
  return {
    crlf,
    loneCr,
    controls: { first: controls, count: controlCount },
    others: { first: others, count: otherCount, lines: otherLines },
  };
}

/** How many one of the first stands for: the last of them also for all that follow. */
export function timesOf(first: readonly unknown[], count: number, index: number): number {
  return index === first.length - 1 ? count - index : 1;
}

/** `U+00A0`: how Unicode names a character. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** True for the code of a letter of ASCII, a figure or an underscore: what names are made of. */
export function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== tab && code !== lf && code !== cr) || code === 0x7f;
}
