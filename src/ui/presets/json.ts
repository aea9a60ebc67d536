/** The text of a preset as far as it can be read, and where its values are: a fault is shown at the value to blame. */
import { getNodeValue, type Node, parseTree } from 'jsonc-parser';
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

function childAt({ type, children = [] }: Node, part: string): Node | undefined {
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
