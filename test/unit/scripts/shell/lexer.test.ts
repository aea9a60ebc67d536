/** Where commands and comments begin, and what is given from outside. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, type Row } from './trace';

const rows: readonly Row[] = [
  [
    'a comment ends with its line, and begins where a word would',
    'a # b; c\nd#e f\n#g\n  # h',
    ['# b; c', '1 a', '2 d#e_f', '#g', '# h'],
  ],
  ['a comment at the end', 'a;# b', ['1 a', '# b']],
  ['a mark at the beginning is no word', '\ufeffa\n#b', ['1 a', '#b']],
  [
    'given from outside',
    'a; b | c',
    [
      '1 a (Input Piped InFunction Conditional)',
      '2 b (Input Piped InFunction Conditional)',
      '3 c (Input Piped InFunction Conditional)',
    ],
    { surroundings: { hasInput: true, isPiped: true, isInFunction: true, isConditional: true } },
  ],
  [
    'a loop of a function of outside',
    'while true; do a; done',
    ['1 true (InFunction)', '2 a (InFunction)'],
    { surroundings: { isInFunction: true } },
  ],
  ['input of outside', 'a; (b)', ['1 a (Input)', '2 b (Input)'], { surroundings: { hasInput: true } }],
  ['a pipe of outside', 'a; (b)', ['1 a (Piped)', '2 b (Piped)'], { surroundings: { isPiped: true } }],
];

for (const [title, script, told, options] of rows) test(title, () => assert.deepEqual(does(script, options), told));
