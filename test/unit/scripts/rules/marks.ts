/** What a rule tells of a script, and where. */
import { checkScript, type Finding } from '../../../../src/scripts/index';

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
