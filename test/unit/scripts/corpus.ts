/** The scripts of test/fixtures/scripts: good ones, bad ones named by their fault, and those of the field. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckOptions, Finding, Severity } from '../../../src/scripts/index';

const folder = 'test/fixtures/scripts';
const field = join(folder, 'field');

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The decoded text, a byte-order mark included. */
  readonly text: string;
  readonly options: CheckOptions;
}

/** A finding by line and column, both 1-based; columns count UTF-16 units. */
export interface Expected {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
}

export function readCorpus(): CorpusFile[] {
  return readdirSync(folder)
    .filter((name) => /^(?:good|bad)-/.test(name))
    .sort()
    .map((name) => readScript(folder, name));
}

/** Scripts as teams write them, to be judged by labels that a reader wrote. */
export function readField(): CorpusFile[] {
  return readdirSync(field)
    .filter((name) => name !== 'expected.txt')
    .sort()
    .map((name) => readScript(field, name));
}

/** The labels of these scripts, `LINE RULE` by file. */
export function readLabels(): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const row of readFileSync(join(field, 'expected.txt'), 'utf8').split('\n')) {
    const [, name, label] = /^([^#:\s]+)(?: -|:(\d+ \S+))$/.exec(row) ?? [];
    if (name) labels.set(name, [...(labels.get(name) ?? []), ...(label ? [label] : [])]);
  }
  return labels;
}

function readScript(place: string, name: string): CorpusFile {
  const bytes = new Uint8Array(readFileSync(join(place, name)));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { name, bytes, text, options: optionsOf(name) };
}

export function readExpected(): Record<string, Expected[]> {
  return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
}

/** A file is for VPC and Linux unless its name says otherwise. */
function optionsOf(name: string): CheckOptions {
  return {
    environment: name.includes('-classic') ? 'classic' : 'vpc',
    osType: /\.(?:vbs|ps1|bat)$/.test(name) ? 'WND' : 'LNX',
    reach: name.includes('-offline') ? 'none' : undefined,
  };
}

export function located(text: string, { rule, severity, start, end }: Finding): Expected {
  const from = position(text, start);
  const to = position(text, end);
  return { rule, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, severity };
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
