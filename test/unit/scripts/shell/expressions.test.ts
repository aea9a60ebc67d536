/** Arithmetic and tests, whose signs are no operators. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, type Row } from './trace';

const rows: readonly Row[] = [
  [
    'arithmetic is no command',
    '((a = b << 2)); c; x=$((d # e)); ((f)) && g',
    ['1 c', '2 x=$((d # e))$*', '3 g (Conditional)'],
  ],
  [
    'parentheses in it',
    '((a = (b + (c)))); d; e $(( (1) + $(f) + `g` + ${h} ))',
    ['1 d', '2 f', '3 e_$(( (1) + $(f) + `g` + ${h} ))$*'],
  ],
  ['quotes in it', '(( a[\'x)\'] + "b)" )); c', ['1 c']],
  ['two subshells that look like it stop', '((a); b); c', []],
  [
    'tests are none either',
    '[[ a < b && -f $(c) ]] && d; [[ "x ]]" == \']]\' ]]; e',
    ['1 c', '2 d (Conditional)', '3 e'],
  ],
  [
    'the end of a test stands alone',
    '[[ a]] == ]]b ]]; c; [[ -n x ]]; d; [[ y ]]|e; ([[ z ]])',
    ['1 c', '2 d', '3 e (Input)'],
  ],
  [
    'a test of a loop',
    'while [[ a ]]; do b; done; until ((c)); do d; done; if [[ e ]]; then f; fi',
    ['1 b (Conditional)', '2 d (Conditional)', '3 f (Conditional)'],
  ],
  ['a test at the end', 'a; [[ b ]]', ['1 a']],
];

for (const [title, script, told, options] of rows) test(title, () => assert.deepEqual(does(script, options), told));
