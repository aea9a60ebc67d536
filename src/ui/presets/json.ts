/** Where the values of a JSON text are, so that a fault can be shown at the value to blame. */
import { longestPreset } from '../preset-file';

/** Offsets in the text; `end` is behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value with its place. The children of a list go by their index as text. */
export interface Place extends Span {
  /** The name before the value, for properties. */
  readonly key?: Span;
  readonly children: ReadonlyMap<string, Place>;
}

export interface JsonText {
  readonly value: unknown;
  readonly root: Place;
}

/** What is deeper is none either. */
const deepest = 20;

/** Reads a JSON text with the places of its values; undefined when it is no JSON, too long or too deep. */
export function readJson(text: string): JsonText | undefined {
  if (text.length > longestPreset) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return { value, root: new Scanner(text).place(0) };
  } catch {
    return undefined;
  }
}

/** Where the value is that a path leads to; when the path ends too early, the name of the last value on it. */
export function spanAt(root: Place, path: readonly string[]): Span {
  let place = root;
  for (const part of path) {
    const child = place.children.get(part);
    if (!child) return place.key ?? { start: place.start, end: place.start + 1 };
    place = child;
  }
  return { start: place.start, end: place.end };
}

/** Walks over a text that is known to be JSON. */
class Scanner {
  private readonly token = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;

  constructor(private readonly text: string) {}

  place(depth: number, key?: Span): Place {
    if (depth > deepest) throw new RangeError('too deep');
    const { text, start, end } = this.next();
    const children = new Map<string, Place>();
    const closing = { '{': '}', '[': ']' }[text];
    let last = end;
    while (closing !== undefined) {
      const first = this.next();
      last = first.end;
      if (first.text === closing) break;
      if (first.text === ',') continue;
      if (closing === '}') {
        this.next();
        children.set(JSON.parse(first.text), this.place(depth + 1, first));
      } else {
        this.token.lastIndex = first.start;
        children.set(String(children.size), this.place(depth + 1));
      }
    }
    return { start, end: last, children, ...(key ? { key: { start: key.start, end: key.end } } : {}) };
  }

  private next(): Span & { readonly text: string } {
    const match = this.token.exec(this.text);
    if (!match) throw new RangeError('the text ends early');
    return { text: match[0], start: match.index, end: this.token.lastIndex };
  }
}
