/** Finds secrets in foreign text, however the other side has written them: plain, escaped, in base64 or in hex. */

/** Shorter texts occur by chance, in a return code for example. */
const shortest = 6;

/** Long secrets are looked for in pieces of this length, so that also a part of one is found. */
const pieceLength = 64;

/** So much of a key or a password counts as it; lines of a script have too much in common with other text for that. */
const tellingPart = 8;

/** Longer words, such as files in base64, are looked for in pieces only. */
const longestKey = 128;

/** Escapes within escapes are undone up to this depth. */
const deepest = 3;

/** One reading of a text: what it says once its escapes are undone, and where in the text each character began. */
interface Reading {
  readonly text: string;
  /** One place more than there are characters: the end of the text. */
  readonly from: readonly number[];
}

type Span = readonly [start: number, end: number];

interface Escapes {
  readonly pattern: RegExp;
  /** What one escape stands for; undefined when it is none after all. */
  readonly meaning: (escaped: string) => string | undefined;
}

const utf8 =
  '%(?:[0-7][\\da-f]|[cd][\\da-f]%[89ab][\\da-f]|e[\\da-f](?:%[89ab][\\da-f]){2}|f[0-4](?:%[89ab][\\da-f]){3})';

function fromPercent(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function fromCode(digits: string, radix: number): string | undefined {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function fromEntity(escaped: string): string | undefined {
  const name = escaped.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return entities[name];
  return name.startsWith('#x') ? fromCode(name.slice(2), 16) : fromCode(name.slice(1), 10);
}

/** Each kind of escape is undone alone, since what escapes in one language is plain text in another. */
const kinds: readonly Escapes[] = [
  { pattern: new RegExp(utf8, 'gi'), meaning: fromPercent },
  { pattern: new RegExp(`${utf8}|\\+`, 'gi'), meaning: (escaped) => (escaped === '+' ? ' ' : fromPercent(escaped)) },
  {
    pattern: /\\(?:u[\da-f]{4}|x[\da-f]{2}|.)/gis,
    meaning: (escaped) =>
      escaped.length > 2 ? fromCode(escaped.slice(2), 16) : (letters[escaped.charAt(1)] ?? escaped.charAt(1)),
  },
  { pattern: /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp);/gi, meaning: fromEntity },
];

function undone(reading: Reading, { pattern, meaning }: Escapes): Reading {
  let text = '';
  const from: number[] = [];
  let done = 0;
  const copyUpTo = (end: number): void => {
    text += reading.text.slice(done, end);
    for (; done < end; done++) from.push(reading.from[done] ?? 0);
  };
  for (const { 0: escaped, index } of reading.text.matchAll(pattern)) {
    const meant = meaning(escaped);
    if (meant === undefined) continue;
    copyUpTo(index);
    text += meant;
    for (let unit = 0; unit < meant.length; unit++) from.push(reading.from[index] ?? 0);
    done = index + escaped.length;
  }
  copyUpTo(reading.text.length);
  from.push(reading.from[reading.text.length] ?? 0);
  return { text, from };
}

/** The text itself, and all that it says with escapes undone. */
function readingsOf(text: string): Reading[] {
  const readings: Reading[] = [{ text, from: Array.from({ length: text.length + 1 }, (_, index) => index) }];
  const known = new Set([text]);
  let newest: readonly Reading[] = readings;
  for (let depth = 1; depth <= deepest && newest.length > 0; depth++) {
    newest = newest
      .flatMap((reading) => kinds.map((kind) => undone(reading, kind)))
      .filter((reading) => !known.has(reading.text) && known.add(reading.text));
    readings.push(...newest);
  }
  return readings;
}

/** Runs of characters that may be bytes in base64 (also the kind for addresses) or in hex, in groups or lines or not. */
const encodings = [
  { pattern: /[\w+/-]{8,}(?:=?\r?\n[\w+/-]+)*/g, between: /\r?\n/g, name: 'base64', alignments: 4 },
  { pattern: /[\da-f]{2}(?:[\s:,-]?[\da-f]){10,}/gi, between: /[\s:,-]/g, name: 'hex', alignments: 2 },
] as const;

/** Texts to look for, by their first characters: all that a text is compared with where it has such a beginning. */
interface Needles {
  readonly all: ReadonlySet<string>;
  readonly byBeginning: ReadonlyMap<string, readonly string[]>;
  /** Longest first. */
  readonly lengths: readonly number[];
}

function piecesOf(secret: string): string[] {
  const pieces: string[] = [];
  for (const part of [secret, ...secret.split(/[\r\n]+/)]) {
    const line = part.trim();
    if (line.length < shortest) continue;
    for (let start = 0; start + pieceLength < line.length; start += pieceLength) {
      pieces.push(line.slice(start, start + pieceLength));
    }
    pieces.push(line.slice(-pieceLength));
  }
  return pieces;
}

/** The parts of a key that tell of it: a message may begin in the middle of one, or have it in several fields. */
function partsOf(secret: string): string[] {
  if (/\s/.test(secret) || secret.length > longestKey) return [];
  const count = Math.max(0, secret.length - tellingPart + 1);
  return Array.from({ length: count }, (_, start) => secret.slice(start, start + tellingPart));
}

/** What a secret says to those who read it: a script may have been sent in base64 or as part of an address. */
function meaningsOf(secret: string): string[] {
  const isBase64 = secret.length > longestKey / 4 && /^[\w+/\s-]+={0,2}\s*$/.test(secret);
  const base64 = isBase64 ? Buffer.from(secret, 'base64').toString() : '';
  const meanings = [base64, fromPercent(secret) ?? '', fromPercent(secret.replaceAll('+', ' ')) ?? ''];
  return meanings.filter((meaning) => meaning !== secret && meaning !== '' && !meaning.includes('\ufffd'));
}

function needlesOf(secrets: readonly string[]): Needles {
  const all = new Set(
    [...secrets, ...secrets.flatMap(meaningsOf)].flatMap((one) => [...piecesOf(one), ...partsOf(one)]),
  );
  const byBeginning = new Map<string, string[]>();
  for (const needle of all) {
    const beginning = needle.slice(0, shortest);
    const known = byBeginning.get(beginning);
    if (known) known.push(needle);
    else byBeginning.set(beginning, [needle]);
  }
  const lengths = [...new Set([...all].map(({ length }) => length))].sort((a, b) => b - a);
  return { all, byBeginning, lengths };
}

/** The secrets of one call. */
export class Mask {
  readonly #secrets: readonly string[];
  #needles: Needles | undefined;

  /** @param secrets those of under six characters are not looked for; of several lines each line is a secret too */
  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  /**
   * The first `length` characters of the text, with `***` in place of secrets. Give it more of the text than that, so
   * that a secret is known which is only begun there.
   */
  over(text: string, length = text.length): string {
    let masked = '';
    let done = 0;
    for (const [start, end] of this.#spans(text, 1).sort(([a], [b]) => a - b)) {
      if (start >= length) break;
      if (end <= done) continue;
      if (start > done || done === 0) masked += `${text.slice(done, start)}***`;
      done = end;
    }
    return masked + text.slice(done, Math.max(done, length));
  }

  /** Where secrets are in the text. */
  #spans(text: string, depth: number): Span[] {
    return readingsOf(text).flatMap((reading) => {
      const found = [...this.#plain(reading.text), ...this.#encoded(reading.text, depth)];
      return found.map(([start, end]): Span => [reading.from[start] ?? 0, reading.from[end] ?? text.length]);
    });
  }

  /** Secrets that are there in so many words, or begun at the very end. */
  #plain(text: string): Span[] {
    if (text.length < shortest) return [];
    this.#needles ??= needlesOf(this.#secrets);
    const { all, byBeginning, lengths } = this.#needles;
    const spans: Span[] = [];
    for (let at = 0; at + shortest <= text.length; at++) {
      const candidates = byBeginning.get(text.slice(at, at + shortest));
      if (candidates === undefined) continue;
      const left = text.length - at;
      const found = lengths.find((length) => length <= left && all.has(text.slice(at, at + length)));
      if (found !== undefined) spans.push([at, at + found]);
      else if (left < pieceLength && candidates.some((needle) => needle.startsWith(text.slice(at)))) {
        spans.push([at, text.length]);
      }
    }
    return spans;
  }

  /** Whole runs of encoded bytes that say a secret, wherever in the bytes it begins. */
  #encoded(text: string, depth: number): Span[] {
    if (depth >= deepest) return [];
    return encodings.flatMap(({ pattern, between, name, alignments }) =>
      [...text.matchAll(pattern)].flatMap(({ 0: run, index }): Span[] => {
        const bytes = run.replace(between, '');
        const says = Array.from({ length: alignments }, (_, at) => Buffer.from(bytes.slice(at), name).toString());
        const isSecret = says.some((said) => this.#spans(said, depth + 1).length > 0);
        return isSecret ? [[index, index + run.length]] : [];
      }),
    );
  }
}
