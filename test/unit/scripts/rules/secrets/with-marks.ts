/** Rows of scripts in which the marks « and » stand around each secret that is to be found. */
import assert from 'node:assert/strict';
import type { Place } from '../../../../../src/scripts/rule';
import { marked } from '../marks';

type Find = (text: string) => readonly Place[];

/** Fails unless the marked places, and no others, are found in each row. */
export function findsMarked(find: Find, rows: readonly string[]): void {
  for (const row of rows) {
    const text = row.replaceAll(/[«»]/g, '');
    assert.equal(marked(text, find(text)), row);
  }
}

/** Fails when anything is found in a row, or when a row is marked after all. */
export function findsNothing(find: Find, rows: readonly string[]): void {
  for (const row of rows) {
    assert.doesNotMatch(row, /[«»]/);
    assert.equal(marked(row, find(row)), row);
  }
}
