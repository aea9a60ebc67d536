/** What is said of lines that hold more than ASCII, and what mends them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, findingText } from '../../../../src/scripts/index';
import { findingsOf } from './marks';

const head = '#!/bin/bash\n';

function foundIn(lines: string) {
  const text = `${head}${lines}\n`;
  return findingsOf('non-ascii', text).map((finding) => {
    const [en, ko] = (['en', 'ko'] as const).map((language) => findingText(finding, language));
    const fixed = finding.fix ? [en?.fix, ko?.fix, applyFix(text, finding.fix).slice(head.length, -1)] : [];
    return [en?.what, ko?.what, ...fixed];
  });
}

/** Lines, what is said of the first one, and what its fix is called and makes of them, if there is one. */
const rows: readonly (readonly [lines: string, ...told: string[]])[] = [
  [
    'echo 가',
    '가 (U+AC00, column 6) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(가, U+AC00, 6열)가 있습니다.',
  ],
  [
    'echo “a”',
    '“ (U+201C) and others in columns 6, 8 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 6, 8열에 있습니다.',
    'Replace by "',
    '‘"’ 문자로 변경',
    'echo "a"',
  ],
  [
    'echo it’s',
    '’ (U+2019, column 8) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(’, U+2019, 8열)가 있습니다.',
  ],
  [
    '# 안녕',
    '안 (U+C548) and others in columns 3–4 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(안, U+C548 등)가 3~4열에 있습니다.',
    'Remove the characters',
    '문자 제거',
    '# ',
  ],
  [
    '# 안녕 하세요',
    '안 (U+C548) and others in columns 3–4, 6–8 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(안, U+C548 등)가 3~4, 6~8열에 있습니다.',
    'Remove the characters',
    '문자 제거',
    '#  ',
  ],
  [
    '# 안녕\n# 하세요',
    '안 (U+C548) and others in columns 3–4 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(안, U+C548 등)가 3~4열에 있습니다.',
    'Remove from all comments',
    '모든 주석에서 문자 제거',
    '# \n# ',
  ],
  [
    '# “a”\n# b…',
    '“ (U+201C) and others in columns 3, 5 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 3, 5열에 있습니다.',
    'Replace by ASCII characters in all comments',
    '모든 주석에서 ASCII 문자로 변경',
    '# "a"\n# b...',
  ],
  [
    '# 안 “a”\n# 나',
    '안 (U+C548) and others in columns 3, 5, 7 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(안, U+C548 등)가 3, 5, 7열에 있습니다.',
    'Replace or remove in all comments',
    '모든 주석에서 문자 변경 또는 제거',
    '#  "a"\n# ',
  ],
  [
    'echo a\u00a0b',
    'U+00A0 (column 7) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(U+00A0, 7열)가 있습니다.',
    'Replace by a space',
    '공백으로 변경',
    'echo a b',
  ],
  [
    'echo – — …',
    '– (U+2013) and others in columns 6, 8, 10 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(–, U+2013 등)가 6, 8, 10열에 있습니다.',
    'Replace by ASCII characters',
    'ASCII 문자로 변경',
    'echo - - ...',
  ],
  [
    'echo 가a나b다c라d마',
    '가 (U+AC00) and others in columns 6, 8, 10, 12, 14 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(가, U+AC00 등)가 6, 8, 10, 12, 14열에 있습니다.',
  ],
  [
    'echo 가a나b다c라d마e바',
    '가 (U+AC00) and others in columns 6, 8, 10, 12, 14 … are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(가, U+AC00 등)가 6, 8, 10, 12, 14 …열에 있습니다.',
  ],
  ['echo a\u0301', 'U+0301 (column 7) is not an ASCII character.', '영문(ASCII)이 아닌 문자(U+0301, 7열)가 있습니다.'],
  [
    'echo \u200bx',
    'U+200B (column 6) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(U+200B, 6열)가 있습니다.',
    'Remove the characters',
    '문자 제거',
    'echo x',
  ],
  [
    'echo 😀',
    '😀 (U+1F600, column 6) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(😀, U+1F600, 6열)가 있습니다.',
  ],
  [
    'echo ＇x＇',
    '＇ (U+FF07) and others in columns 6, 8 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(＇, U+FF07 등)가 6, 8열에 있습니다.',
    "Replace by '",
    "‘'’ 문자로 변경",
    "echo 'x'",
  ],
  [
    'echo "“"',
    '“ (U+201C, column 7) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(“, U+201C, 7열)가 있습니다.',
    "Replace by '",
    "‘'’ 문자로 변경",
    'echo "\'"',
  ],
  [
    "echo '’'",
    '’ (U+2019, column 7) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(’, U+2019, 7열)가 있습니다.',
  ],
  [
    'echo " “a” "',
    '“ (U+201C) and others in columns 8, 10 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 8, 10열에 있습니다.',
    "Replace by '",
    "‘'’ 문자로 변경",
    'echo " \'a\' "',
  ],
  ['echo “a', '“ (U+201C, column 6) is not an ASCII character.', '영문(ASCII)이 아닌 문자(“, U+201C, 6열)가 있습니다.'],
  [
    'cat <<E\n“a\nE',
    '“ (U+201C, column 1) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(“, U+201C, 1열)가 있습니다.',
    'Replace by "',
    '‘"’ 문자로 변경',
    'cat <<E\n"a\nE',
  ],
  [
    'echo x # 가',
    '가 (U+AC00, column 10) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(가, U+AC00, 10열)가 있습니다.',
    'Remove the characters',
    '문자 제거',
    'echo x # ',
  ],
  [
    'echo “a” # 가',
    '“ (U+201C) and others in columns 6, 8, 12 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 6, 8, 12열에 있습니다.',
    'Replace or remove the characters',
    '문자 변경 또는 제거',
    'echo "a" # ',
  ],
  [
    'x=1 # “a”\n# 나',
    '“ (U+201C) and others in columns 7, 9 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 7, 9열에 있습니다.',
    'Replace or remove in all comments',
    '모든 주석에서 문자 변경 또는 제거',
    'x=1 # "a"\n# ',
  ],
  [
    'echo a\u3000b',
    'U+3000 (column 7) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(U+3000, 7열)가 있습니다.',
    'Replace by a space',
    '공백으로 변경',
    'echo a b',
  ],
  [
    'echo "a\u00a0b\u2003c"',
    'U+00A0 and others in columns 8, 10 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(U+00A0 등)가 8, 10열에 있습니다.',
    'Replace by a space',
    '공백으로 변경',
    'echo "a b c"',
  ],
  ['echo →', '→ (U+2192, column 6) is not an ASCII character.', '영문(ASCII)이 아닌 문자(→, U+2192, 6열)가 있습니다.'],
  ['echo ①', '① (U+2460, column 6) is not an ASCII character.', '영문(ASCII)이 아닌 문자(①, U+2460, 6열)가 있습니다.'],
  [
    "bash -c 'echo x # “a”'",
    '“ (U+201C) and others in columns 19, 21 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 19, 21열에 있습니다.',
    'Remove the characters',
    '문자 제거',
    "bash -c 'echo x # a'",
  ],
  [
    'echo −1',
    '− (U+2212, column 6) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(−, U+2212, 6열)가 있습니다.',
    'Replace by -',
    '‘-’ 문자로 변경',
    'echo -1',
  ],
  [
    'echo “a” “b',
    '“ (U+201C) and others in columns 6, 8, 10 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(“, U+201C 등)가 6, 8, 10열에 있습니다.',
  ],
  [
    'echo "‘a’ “b”"',
    '‘ (U+2018) and others in columns 7, 9, 11, 13 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(‘, U+2018 등)가 7, 9, 11, 13열에 있습니다.',
    "Replace by '",
    "‘'’ 문자로 변경",
    "echo \"'a' 'b'\"",
  ],
  [
    '# ’\n# 가',
    '’ (U+2019, column 3) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(’, U+2019, 3열)가 있습니다.',
    'Replace or remove in all comments',
    '모든 주석에서 문자 변경 또는 제거',
    "# '\n# ",
  ],
  [
    '# ’\n# …',
    '’ (U+2019, column 3) is not an ASCII character.',
    '영문(ASCII)이 아닌 문자(’, U+2019, 3열)가 있습니다.',
    'Replace by ASCII characters in all comments',
    '모든 주석에서 ASCII 문자로 변경',
    "# '\n# ...",
  ],
  [
    'echo ‘’',
    '‘ (U+2018) and others in columns 6–7 are not ASCII characters.',
    '영문(ASCII)이 아닌 문자(‘, U+2018 등)가 6~7열에 있습니다.',
    "Replace by ''",
    "‘''’ 문자로 변경",
    "echo ''",
  ],
];

for (const [lines, ...told] of rows) test(JSON.stringify(lines), () => assert.deepEqual(foundIn(lines)[0], told));

test('a fix of comments is that of all of them, also at the last one', () => {
  const [first, second, third] = foundIn('# 안녕\n# 하세요\necho 가');
  assert.deepEqual(second?.slice(2), first?.slice(2));
  assert.equal(third?.length, 2);
});

test('a longer run than a slip of the keyboard is left to a person, but for a comment', () => {
  const blanks = (count: number) => foundIn(`echo "${'\u00a0'.repeat(count)}"`)[0];
  assert.equal(blanks(200)?.[2], 'Replace by ASCII characters');
  assert.equal(blanks(201)?.length, 2);
  assert.equal(foundIn(`# ${'“'.repeat(201)}`)[0]?.[4], '# ');
});
