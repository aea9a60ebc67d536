/** Quotes and expansions, and those that never close. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, isWrittenWith, type Row } from './trace';

const rows: readonly Row[] = [
  ['what never closes', 'a "b\nc', ['fault quote " wants "']],
  ['single', "a 'b\nc", ["fault quote ' wants '"]],
  ['of a backslash', "a $'b\\'c", ["fault quote ' wants '"]],
  ['backquotes', 'a `b\nc', ['fault quote ` wants `']],
  ['in a substitution in quotes', 'a "$(b "c" \'d)\' )" e; f', ["1 b_c'_d)'", "2 a_$(b c d) )'$_e", '3 f']],
  [
    'a parameter with quotes',
    'a ${b:-"c}"} ${d:-\'e}\'} ${f:-`g}`} ${h:-$(i)} ${j:-\\}} k; l',
    ['1 i', '2 a_${b:-"c}"}$*_${d:-\'e}\'}$*_${f:-`g}`}$*_${h:-$(i)}$*_${j:-\\}}$*_k', '3 l'],
  ],
  ['in double quotes', 'a "${b:-\'c}" d; e', ["fault quote ' wants '"]],
  ['in double quotes of sh', 'a "${b:-\'c}" d; e', ["1 a_${b:-c}'$_d", '2 e'], { isBash: false }],
  [
    'patterns in double quotes of sh',
    'a "${b#\'}\'}" "${c%\'}\'}" "${d/\'}\'/x}" "${e^\'}\'}" "${f,\'}\'}" g',
    ["1 a_${b#}}'$_${c%}}'$_${d/}/x}'$_${e^}}'$_${f,}}'$_g"],
    { isBash: false },
  ],
  [
    'lengths, names and fields',
    'a ${#b} ${!c} ${d[0]} ${e[@]} ${#f[*]} ${?} ${#} ${@:1} g',
    ['1 a_${#b}$*_${!c}$*_${d[0]}$*_${e[@]}$*_${#f[*]}$*_${?}$*_${#}$*_${@:1}$*_g'],
  ],
  ['quotes of ANSI only outside of double ones', 'a "$\'b" c\' d; e', ["fault quote ' wants '"]],
  ['an escaped quote within', 'a "b\\"c" `d \\` e` f; g', ["1 a_bc'_`d \\` e`$*_f", '2 g']],
  ['quotes that stand for nothing', 'a \'\' "" b', ["1 a_'_'_b"]],
];

for (const [title, script, told, options] of rows) test(title, () => assert.deepEqual(does(script, options), told));

const written: readonly Row[] = [
  ['in double quotes no ANSI quote', "a \"$'b'\" ${c:-$'d'} \"${e:-$'f'}\"", ["$'", '${', ".$'", '${', "$'"]],
];

for (const [title, script, told] of written) test(title, () => assert.deepEqual(isWrittenWith(script), told));
