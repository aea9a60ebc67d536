/** What the tests of commands that wait have in common. */
import assert from 'node:assert/strict';
import { applyFix } from '../../../../../src/scripts/index';
import { endlessOf } from '../../../../../src/scripts/rules/waits/foreground';
import { findingsOf, marked } from '../marks';

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

/** The script with the place that is told between « and »; what is told; with a fix, the script after it. */
export type Question = readonly [script: string, command: string, option: string, mended?: string];

const bash = '#!/bin/bash\n';

function waitsIn(script: string, rule: string) {
  return findingsOf(rule, `${bash}${script}\n`);
}

export function assertAsks(questions: readonly Question[], rule = 'waits-for-input'): void {
  for (const [row, ...wanted] of questions) {
    const text = `${bash}${row.replace(/[«»]/g, '')}\n`;
    const findings = findingsOf(rule, text);
    assert.equal(marked(text, findings), `${bash}${row}\n`);
    const [found, ...more] = findings;
    assert.ok(found && more.length === 0, row);
    const mended = found.fix ? [applyFix(text, found.fix).slice(bash.length, -1)] : [];
    assert.deepEqual([found.args.command, found.args.option, ...mended], wanted, row);
  }
}

export function assertAsksNothing(scripts: readonly string[], rule = 'waits-for-input'): void {
  for (const script of scripts) assert.deepEqual(waitsIn(script, rule), [], script);
}

export function severityOf(script: string, rule = 'waits-for-input'): string | undefined {
  return waitsIn(script, rule)[0]?.severity;
}
