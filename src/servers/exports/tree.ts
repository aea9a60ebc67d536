/** Flat wire names as the nested lists and objects that they stand for. */
import type { Values } from '../../reference';

export type Tree = string | Tree[] | { [name: string]: Tree };

/** `{ 'a.1.b': 'x' }` becomes `{ a: [{ b: 'x' }] }`. List items keep their order; gaps in the numbers are closed. */
export function treeOf(values: Values): { [name: string]: Tree } {
  const root: { [name: string]: Tree } = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const steps = name.split('.');
    let place: Record<string, Tree> = root;
    steps.forEach((step, index) => {
      if (index === steps.length - 1) place[step] = value;
      else {
        place[step] ??= Object.create(null) as Record<string, Tree>;
        place = place[step] as Record<string, Tree>;
      }
    });
  }
  return closeLists(root) as { [name: string]: Tree };
}

function closeLists(tree: Tree): Tree {
  if (typeof tree === 'string' || Array.isArray(tree)) return tree;
  const entries = Object.entries(tree).map(([name, child]) => [name, closeLists(child)] as const);
  if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
  }
  return Object.fromEntries(entries);
}

/** The text of a leaf; empty for anything else. */
export function text(value: Tree | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The leaves of a list. */
export function strings(value: Tree | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

/** The objects of a list. */
export function objects(value: Tree | undefined): Record<string, Tree>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Record<string, Tree> => typeof item === 'object' && !Array.isArray(item));
}
