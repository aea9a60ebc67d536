/** What a rule tells of a script, and where. */
import assert from 'node:assert/strict';
import { checkScript, type Finding, findingText } from '../../../../src/scripts/index';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What one rule tells of a script for Linux in VPC. */
export function findingsOf(wanted: string, text: string): Finding[] {
  return checkScript(text, { environment: 'vpc', osType: 'LNX' }).filter(({ rule }) => rule === wanted);
}

/** The text with « and » around the places. */
export function marked(text: string, places: readonly Place[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    result += `${text.slice(from, start)}«${text.slice(start, end)}»`;
    from = end;
  }
  return result + text.slice(from);
}

/** Fails unless of the lines below a first one exactly what is marked is told. */
export function assertMarked(rule: string, row: string, first = '#!/bin/bash'): void {
  const text = `${first}\n${row.replace(/[«»]/g, '')}\n`;
  assert.equal(marked(text, findingsOf(rule, text)), `${first}\n${row}\n`);
}

/** What is said first of lines of bash, in English and Korean. */
export function whatOf(rule: string, lines: string): string[] {
  const [finding] = findingsOf(rule, `#!/bin/bash\n${lines}\n`);
  assert.ok(finding);
  return (['en', 'ko'] as const).map((language) => findingText(finding, language).what);
}
