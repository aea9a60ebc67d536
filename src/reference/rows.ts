/** Reading fields of the rows that were picked from look-ups. */
import type { Row } from './types';

/** A field of a row, dotted for nested fields (`hypervisorType.code`); undefined when any part is missing. */
export function field(row: Row | undefined, path: string): unknown {
  let value: unknown = row;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Row)[part];
  }
  return value;
}

/** As `field`, but as text; empty when it is missing or not a scalar. */
export function fieldText(row: Row | undefined, path: string): string {
  const value = field(row, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** As `field`, but as a number; undefined when it is missing or no number. */
export function fieldNumber(row: Row | undefined, path: string): number | undefined {
  const text = fieldText(row, path);
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}
