/** What ends commands, feeds them and takes what they write. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, type Row } from './trace';

const rows: readonly Row[] = [
  [
    'what ends a command',
    'a;b&c|d&&e||f\ng |& h',
    [
      '1 a',
      '2 b',
      'background from 2',
      '3 c (Piped)',
      '4 d (Input)',
      '5 e (Conditional)',
      '6 f (Conditional)',
      '7 g (Piped)',
      '8 h (Input)',
    ],
  ],
  [
    'the next line goes on behind | && and ||',
    'a |\n\n b &&\n c ||\n # x\n d',
    ['1 a (Piped)', '2 b (Input)', '3 c (Conditional)', '# x', '4 d (Conditional)'],
  ],
  ['both outputs to a file', 'a &> b c &>> d; e &>f & g', ['1 a_c', '2 e', 'background from 2', '3 g']],
  ['targets are no words', 'a > b c < d e >> f g >| h i <> j k >& l m <& n', ['1 a_c_e_g_i_k_m (Input)']],
  [
    'input is told, of number 0 too, and of no other',
    'a < b; c 0< d; e 3< f; g > h; i <&3; j 2>&1',
    ['1 a (Input)', '2 c (Input)', '3 e', '4 g', '5 i (Input)', '6 j'],
  ],
  ['only its own command has the input', 'a < b | c; d', ['1 a (Input Piped)', '2 c (Input)', '3 d']],
  [
    'a compound has it with all commands',
    '{ a; b; } < c; d; while e; do f; done < g',
    ['1 a', '2 b', 'fed from 1', '3 d', '4 e', '5 f (Conditional)', 'fed from 4'],
  ],
  ['and what its output goes to is nothing', '{ a; b; } > c; d', ['1 a', '2 b', '3 d']],
  [
    'exec takes the input of all that follows',
    'a; exec < b; c; d',
    ['1 a', '2 exec (Input)', '3 c (Input)', '4 d (Input)'],
  ],
  ['an exec of another program does not', 'exec a < b; c', ['1 exec_a (Input)', '2 c']],
  [
    'a pipe feeds what stands behind it',
    'a | b | { c; d; }; e',
    ['1 a (Piped)', '2 b (Input Piped)', '3 c (Input)', '4 d (Input)', '5 e'],
  ],
  [
    'a process that feeds or is fed is a word',
    'diff <(a) >(b | c) d < <(e)',
    ['1 a', '2 b (Piped)', '3 c (Input)', '4 e', '5 diff_<(a)$_>(b | c)$_d (Input)'],
  ],
  ['a subshell and its end', '(a; b) && (c); d', ['1 a', '2 b', '3 c (Conditional)', '4 d']],
  ['a subshell in a subshell', '( (a) ); b', ['1 a', '2 b']],
  ['a parenthesis behind a word stops', 'a b (c); d', []],
  ['one that nothing opened stops', 'a ) ; b', []],
  ['one behind a compound stops', '{ a; } (b); c', ['1 a']],
  [';; outside of a case stops', 'a ;; b', ['1 a']],
  [
    'background is told from its list on',
    'a; b && c & d | e & { f; g; } & h',
    [
      '1 a',
      '2 b',
      '3 c (Conditional)',
      'background from 2',
      '4 d (Piped)',
      '5 e (Input)',
      'background from 4',
      '6 f',
      '7 g',
      'background from 6',
      '8 h',
    ],
  ],
];

for (const [title, script, told, options] of rows) test(title, () => assert.deepEqual(does(script, options), told));
