/** Names on the wire: list indices, XML item elements, misspelt fields, and the names that a batch of servers gets. */

/** `networkInterfaceList.1.ip` → `networkInterfaceList.N.ip`. */
export function genericName(name: string): string {
  return name.replace(/\.\d+(?=\.|$)/g, '.N');
}

/** Fills the `N`s from the outside in: `networkInterfaceList.N.ip`, 1 → `networkInterfaceList.1.ip`. Indices are 1-based. */
export function concreteName(name: string, ...indices: readonly number[]): string {
  let next = 0;
  return name.replace(/\.N(?=\.|$)/g, (whole) => {
    const index = indices[next++];
    return index === undefined ? whole : `.${index}`;
  });
}

/** The 1-based indices in a concrete name, from the outside in. */
export function indicesOf(name: string): number[] {
  return [...name.matchAll(/\.(\d+)(?=\.|$)/g)].map((match) => Number(match[1]));
}

/** The XML element of one item of a list field: `serverInstanceList` → `serverInstance`. */
export function itemName(listField: string): string {
  return listField.replace(/List$/, '');
}

const aliases: Readonly<Record<string, string>> = {
  baseBlockStroageDiskDetailType: 'baseBlockStorageDiskDetailType',
  addBlockStroageSize: 'addBlockStorageSize',
  isDefault: 'isDefaultGroup',
};

/**
 * The name in our shapes of a field that Classic answers are known to misspell, or that goes by two names; any other
 * comes back as it is. It is meant for names that the shape lacks: firewalls of VPC have an `isDefault` of their own.
 */
export function fieldAlias(field: string): string {
  return aliases[field] ?? field;
}

/**
 * The names that servers created together get: one server keeps the name, more get a three-digit serial number
 * (`web-` with count 2 and start 10 → `web-010`, `web-011`).
 */
export function serverNames(name: string, count: number, start: number): string[] {
  if (count <= 1) return [name];
  return Array.from({ length: count }, (_, i) => `${name}${String(start + i).padStart(3, '0')}`);
}

/** How many servers and their first serial number may be together at the most. */
export const mostSerials = 1000;

/**
 * The lowest first serial number from `start` on with which none of so many servers gets a name that is in use. Undefined
 * when NCP has no such number.
 */
export function freeStart(name: string, count: number, start: number, taken: readonly string[]): number | undefined {
  const used = new Set(taken);
  for (let first = start; first + count <= mostSerials; first++) {
    const names = serverNames(name, count, first);
    const last = names.findLastIndex((one) => used.has(one));
    if (last < 0) return first;
    first += last;
  }
  return undefined;
}
