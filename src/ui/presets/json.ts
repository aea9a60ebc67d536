/** The text of a preset as far as it can be read, and where its values are: a fault is shown at the value to blame. */
import { getLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { longestPreset } from '../preset-file';

/** Offsets in the text; `end` is behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonText {
  /** What could be read; of a name that is repeated the last value. Objects have no prototype. */
  readonly value: unknown;
  readonly root: Node;
}

/** Names of objects and 0-based places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** A text, number or truth value, and where it stands. */
export interface Scalar extends Span {
  readonly path: Path;
  readonly value: string;
}

/** The place of one value, given or not. Where it is not, the span is what is typed there without quotes. */
export interface Slot extends Span {
  readonly path: Path;
}

/** A preset lies no deeper than this. */
const deepest = 20;

/**
 * Reads a text that is to become JSON, and need not be while it is typed: what is not understood is left out. Undefined
 * when there is nothing to read, or it is too long or too deep.
 */
export function readJson(text: string): JsonText | undefined {
  if (text.length > longestPreset) return undefined;
  try {
    const root = parseTree(text);
    return root && !isDeeper(root, deepest) ? { value: getNodeValue(root), root } : undefined;
  } catch {
    // The parser calls itself for each level.
    return undefined;
  }
}

/** Where the value is that a path leads to; when the path ends too early, the name of the last value on it. */
export function spanAt(root: Node, path: readonly string[]): Span {
  let place = root;
  for (const part of path) {
    const child = childAt(place, part);
    if (!child) return nameOf(place) ?? { start: place.offset, end: place.offset + 1 };
    place = child;
  }
  return spanOf(place);
}

/** All scalars of a value, in the order of the text. */
export function* scalars(node: Node, path: Path = []): Generator<Scalar> {
  const { type, children = [] } = node;
  if (type === 'array') {
    for (const [place, child] of children.entries()) yield* scalars(child, [...path, place]);
  } else if (type === 'object') {
    for (const { children: [name, value] = [] } of children) {
      if (value) yield* scalars(value, [...path, String(name?.value)]);
    }
  } else if (type !== 'null') yield { path, value: String(node.value), ...spanOf(node) };
}

/**
 * The value that is typed or to be typed at an offset: within quotes, within a word, or where one is missing. Undefined
 * at names, between things that are complete, and when the text is too long.
 */
export function slotAt(text: string, offset: number): Slot | undefined {
  if (text.length > longestPreset) return undefined;
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  if (isAtPropertyKey || path.length === 0) return undefined;
  const quoted = previousNode?.type === 'string' ? spanOf(previousNode) : undefined;
  if (quoted && quoted.start < offset && offset <= quoted.end) {
    const isClosed = quoted.end - quoted.start > 1 && text[quoted.end - 1] === '"';
    return offset === quoted.end && isClosed ? undefined : { path, ...quoted };
  }
  const word = /[^\s,:[\]{}"]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const before =
    text
      .slice(0, offset - word.length)
      .trimEnd()
      .at(-1) ?? '';
  const isAwaited = before === ':' || (typeof path.at(-1) === 'number' && (before === '[' || before === ','));
  if (!isAwaited) return undefined;
  const rest = /^[^\s,:[\]{}"]*/.exec(text.slice(offset))?.[0] ?? '';
  return { path, start: offset - word.length, end: offset + rest.length };
}

/** The value of a name in an object, the last one of that name, or at a 0-based place in a list. */
export function childAt({ type, children = [] }: Node, part: string): Node | undefined {
  if (type === 'array') return children[Number(part)];
  const isNamed = ({ children: [name, value] = [] }: Node) => value !== undefined && name?.value === part;
  return children.findLast(isNamed)?.children?.[1];
}

/** The name before a value. */
function nameOf({ parent }: Node): Span | undefined {
  const [name] = parent?.type === 'property' ? (parent.children ?? []) : [];
  return name && spanOf(name);
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Whether a value holds others in more than so many levels. */
function isDeeper({ type, children = [] }: Node, levels: number): boolean {
  if (levels < 0) return true;
  return children.some((child) => isDeeper(child, type === 'property' ? levels : levels - 1));
}
