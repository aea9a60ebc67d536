/** What is a word of a command, and what is told of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, isWrittenWith, type Row } from './trace';

const rows: readonly Row[] = [
  ['blanks, tabs and carriage returns part words', 'a b\tc\r\nd', ['1 a_b_c', '2 d']],
  [
    'quotes and backslashes are part of a word, and hide what is between them',
    "echo 'a;b'\"c|d\"e\\;f $'it\\'s; x' g",
    ["1 echo_a;bc|de;f'_$its; x'_g"],
  ],
  [
    'what is expanded is told, and whether outside of quotes',
    'echo "$a" $b x`date`y "$(id)" $((1 + 2))z ${c}',
    ['1 id', "2 echo_$a'$_$b$*_x`date`y$*_$(id)'$_$((1 + 2))z$*_${c}$*"],
  ],
  ['a lone dollar sign is none', 'echo $ "$" a$.b $% 5$', ["1 echo_$_$'_a$.b_$%_5$"]],
  ['special parameters', 'echo $@ $* $# $? $$ $! $- "$@"', ["1 echo_$@$*_$*$*_$#$*_$?$*_$$$*_$!$*_$-$*_$@'$"]],
  ['an escaped line break parts nothing', 'a\\\nb \\\n  c \\\r\n d', ["1 a\nb'_c_d"]],
  ['a word beyond ASCII', 'echo 가나 é', ['1 echo_가나_é']],
  [
    'arrays and extended patterns are one word',
    'x=(a \'b)\' "c)" $(d) # )\n e); ls !(a|b) @(c|(d)) ?(e) *(f) +(g) h',
    ['1 d', '2 x=(a \'b)\' "c)" $(d) # )\n e)$*', '3 ls_!(a|b)_@(c|(d))_?(e)_*(f)_+(g)_h'],
  ],
  [
    'a group in an array holds parentheses, quotes, escapes and expansions',
    "x=(a (b) \\) `c)` $d 'e' f); g",
    ["1 x=(a (b) \\) `c)` $d 'e' f)$*", '2 g'],
  ],
  ['hash within a group is a comment only behind a blank', 'x=(a#) ; b', ['1 x=(a#)', '2 b']],
  [
    'digits before a redirection are no word',
    'a 2>b 10>>c 2>&1 1234>d e3>f 0<g; h 1<i',
    ['1 a_1234_e3 (Input)', '2 h'],
  ],
  ['a quoted digit is one', "a '2'>b; c 2", ["1 a_2'", '2 c_2']],
  ['digits at the end of a word are its own, and blanks part them', 'a2>b 2 >c', ['1 a2_2']],
];

for (const [title, script, told, options] of rows) test(title, () => assert.deepEqual(does(script, options), told));

const written: readonly Row[] = [
  [
    'what is expanded, with a sign of its own for quotes of ANSI',
    "a $b \"$c\" ${d} $(e) $((f)) '$g' \\$h $'i' $ j",
    ['$b', '$c', '${', '$(', '$(', ".$'", '$ '],
  ],
  [
    'what bash alone has',
    "a &> b; c |& d; e <<< f; g <(h) >(i); x=(j); k @(l); [[ m ]]; ((n)); for ((o;;)); do p; done; select q in r; do s; done; function t { u; }; case v in w) ;& x) ;;& esac; y &>> z; $'1'",
    [
      '.&>',
      '!|&',
      'input <<<',
      '!<<<',
      '!<(',
      '!>(',
      '!x=(',
      '!@(',
      '.[[',
      '.((',
      '!((',
      '!select',
      '!function',
      '!;&',
      '!;;&',
      '.&>',
      ".$'",
    ],
  ],
  [
    'input',
    'a < b; c <& 3; d <<E\ne\nE\nf <<< g; h > i',
    ['input < b', 'input <& ', 'body "e\\nE"', 'input <<<', '!<<<'],
  ],
];

for (const [title, script, told] of written) test(title, () => assert.deepEqual(isWrittenWith(script), told));
