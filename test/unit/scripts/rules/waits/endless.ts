/** What the tests of programs that never end have in common. */
import assert from 'node:assert/strict';
import { endlessOf } from '../../../../../src/scripts/rules/waits/foreground';

/** A line, and what is told of it: nothing where it ends. */
export type Row = readonly [line: string, told: string];

/** The words of a line; single quotes hold one together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** `…` marks what ends with its reader, `?` a guess; behind it the option that detaches and what it comes after. */
function told(line: string): string {
  const [name = '', ...values] = wordsOf(line);
  const endless = endlessOf(name, values);
  if (!endless) return '';
  const { command, isGuess, isFollowing, detach } = endless;
  const after = detach && ` + ${[name, ...values][detach.after]} ${detach.option}`;
  return `${command}${isFollowing ? ' …' : ''}${isGuess ? ' ?' : ''}${after ?? ''}`;
}

export function assertTold(rows: readonly Row[]): void {
  for (const [line, wanted] of rows) assert.equal(told(line), wanted, line);
}

export function assertEnds(lines: readonly string[]): void {
  for (const line of lines) assert.equal(told(line), '', line);
}
