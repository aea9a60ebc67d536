/** The options of a command and its first plain word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions, taking, takingAllBut } from '../../../../src/scripts/commands/options';

/** A line, what is given before its first plain word, and that word. `-n` and `--name` take the next word. */
const rows: readonly (readonly [line: string, given: string, next?: string])[] = [
  ['a b', '', 'a'],
  ['-x a', '-x', 'a'],
  ['-xy --long a -z', '-x -y --long', 'a'],
  ['-n 5 a', '-n', 'a'],
  ['-n5 a', '-n', 'a'],
  ['-xn 5 a', '-x -n', 'a'],
  ['-xn5y a', '-x -n', 'a'],
  ['--name b a', '--name', 'a'],
  ['--name=b a', '--name', 'a'],
  ['--other b a', '--other', 'b'],
  ['--other=b=c a', '--other', 'a'],
  ['-x -- -y', '-x', '-y'],
  ['--', ''],
  ['- -x', '', '-'],
  ['-n', '-n'],
  ['-x', '-x'],
  ['', '', ''],
  [`--${'x'.repeat(198)} a`, `--${'x'.repeat(198)}`, 'a'],
  [`--${'x'.repeat(199)} a`, '', 'a'],
];

for (const [line, given, next] of rows) {
  test(JSON.stringify(line.replace(/x{20,}/, '…')) + line.length, () => {
    const words = line.split(' ');
    const options = readOptions(words, 0, taking('-n --name'));
    assert.deepEqual([[...options.given].join(' '), words[options.next]], [given, next]);
    assert.ok(options.next <= words.length);
  });
}

test('reading begins at a word, and a list may name the options that take none', () => {
  const words = ['run', '-it', '--rm', '-v', 'a:b', '--name', 'x', 'image'];
  const { given, next } = readOptions(words, 1, takingAllBut('-i -t --rm'));
  assert.deepEqual([[...given], next], [['-i', '-t', '--rm', '-v', '--name'], 7]);
});
