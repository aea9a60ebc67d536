// What a program writes is shown line by line, however much that is and whatever it means to a terminal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as vscode from 'vscode';
import { Transcript } from '../../../src/ui/transcript';

/** What is shown of these lines. */
function shown(...written: readonly string[]): string[] {
  const lines: string[] = [];
  const channel = { appendLine: (line: string) => lines.push(line), clear: () => {}, show: () => {} };
  Object.assign(vscode.window, { createOutputChannel: () => channel });
  const transcript = new Transcript('container');
  transcript.begin();
  for (const line of written) transcript.line(line);
  return lines;
}

test('colours, titles and links of a terminal are left out, and all other signs that steer one', () => {
  assert.deepEqual(
    shown('\u001b[1;31mred\u001b[0m', '\u001b]0;title\u0007a', '\u001b]8;;http://x\u001b\\b\u001b]8;;\u001b\\'),
    ['red', 'a', 'b'],
  );
  assert.deepEqual(shown('\u001b]0;open', 'a\u0008\u202eb\tc'), [']0;open', 'ab    c']);
});

test('neither a long line nor many lines are a burden', () => {
  const [line = ''] = shown('x'.repeat(1_000_000));
  assert.equal(line.length, 2_001);
  assert.ok(line.endsWith('…'));
  const start = process.cpuUsage();
  shown(...Array.from({ length: 300 }, () => '\u001b]'.repeat(30_000)));
  assert.ok(process.cpuUsage(start).user < 2_000_000);
  const lines = shown(...Array.from({ length: 25_000 }, () => 'a'));
  assert.deepEqual([lines.length, lines.at(-1)], [20_001, '…']);
});
