/** Texts that feed commands: where they end, and who reads them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, isWrittenWith, type Row } from './trace';

const rows: readonly Row[] = [
  [
    'a body is told to those that read it',
    'cat <<E\na; b\nE\nc',
    ['1 cat (Input FedText)', 'document "a; b\\n" to 1', '2 c'],
  ],
  [
    'quotes and a backslash at its end word',
    'cat <<\'E\'\na\nE\ncat <<"E F"\nb\nE F\ncat <<\\E\nc\nE\n',
    [
      '1 cat (Input FedText)',
      'quoted document "a\\n" to 1',
      '2 cat (Input FedText)',
      'quoted document "b\\n" to 2',
      '3 cat (Input FedText)',
      'quoted document "c\\n" to 3',
    ],
  ],
  [
    'tabs before the end are passed over with a dash',
    'cat <<-E\n\ta\n\t\tE\nb',
    ['1 cat (Input FedText)', 'document "\\ta\\n" to 1', '2 b'],
  ],
  [
    'and without it they are not',
    'cat <<E\na\n\tE\nE\nb',
    ['1 cat (Input FedText)', 'document "a\\n\\tE\\n" to 1', '2 b'],
  ],
  [
    'only the whole line is the end',
    'cat <<E\nEE\nE \n E\nxE\nE\nb',
    ['1 cat (Input FedText)', 'document "EE\\nE \\n E\\nxE\\n" to 1', '2 b'],
  ],
  [
    'lines that end as Windows does',
    'cat <<E\r\na\r\nE\r\nb\r\n',
    ['1 cat (Input FedText)', 'document "a\\r\\n" to 1', '2 b'],
  ],
  [
    'two in a line',
    'cat <<A; sh <<B\na\nA\nb\nB\nc',
    ['1 cat (Input FedText)', '2 sh (Input FedText)', 'document "a\\n" to 1', 'document "b\\n" to 2', '3 c'],
  ],
  [
    'two of one command: the last counts',
    'cat <<A <<B\na\nA\nb\nB\nc',
    ['1 cat (Input FedText)', 'document "b\\n" to 1', '2 c'],
  ],
  [
    'a pipe of readers passes it on',
    'cat <<E | sh\na\nE\nb',
    ['1 cat (Input Piped FedText)', '2 sh (Input FedText)', 'document "a\\n" to 1,2', '3 b'],
  ],
  [
    'another program in between keeps it',
    'cat <<E | tr | sh\na\nE\nb',
    ['1 cat (Input Piped FedText)', '2 tr (Input Piped FedText)', '3 sh (Input)', 'document "a\\n" to 1', '4 b'],
  ],
  ['what comes first reads it', 'tr <<E | sh\na\nE\nb', ['1 tr (Input Piped FedText)', '2 sh (Input)', '3 b']],
  [
    'the rest of its line is read before it',
    'cat <<E && b > c; d\na\nE\ne',
    ['1 cat (Input FedText)', '2 b (Conditional)', '3 d', 'document "a\\n" to 1', '4 e'],
  ],
  ['a file behind it takes its place', 'cat <<E < f\na\nE\nb', ['1 cat (Input)', '2 b']],
  ['one of another descriptor feeds nobody', 'cat 3<<E\na\nE\nb', ['1 cat', '2 b']],
  ['an empty body', 'cat <<E\nE\na', ['1 cat (Input FedText)', 'document "" to 1', '2 a']],
  ['an end at the end of the text', 'cat <<E\na\nE', ['1 cat (Input FedText)', 'document "a\\n" to 1']],
  ['no end', 'cat <<E\na\nb', ['1 cat (Input FedText)', 'fault heredoc <<E wants E']],
  [
    'no end, and almost one',
    'cat <<EOF\na\n EOF \nb',
    ['1 cat (Input FedText)', 'fault heredoc <<EOF wants EOF almost " EOF "'],
  ],
  [
    'almost with tabs and a carriage return',
    'cat <<EOF\nEOFX\nxEOF\n\tEOF\r\nb',
    ['1 cat (Input FedText)', 'fault heredoc <<EOF wants EOF almost "\\tEOF\\r"'],
  ],
  [
    'almost at the end of the text',
    'cat <<EOF\na\n  EOF',
    ['1 cat (Input FedText)', 'fault heredoc <<EOF wants EOF almost "  EOF"'],
  ],
  ['no line behind it', 'cat <<E', ['1 cat (Input FedText)', 'fault heredoc <<E wants E']],
  ['no word behind it', 'cat <<\na', []],
  ['no word behind it and the dash', 'cat <<- ; a', ['1 cat (Input FedText)', '2 a', 'fault heredoc <<-  wants ']],
  [
    'a word goes on over an escaped line break',
    'cat <<E\\\nF\na\nEF\nb',
    ['1 cat (Input FedText)', 'document "a\\n" to 1', '2 b'],
  ],
  ['and over one of Windows', 'cat <<E\\\r\nF\na\nEF\nb', ['1 cat (Input FedText)', 'document "a\\n" to 1', '2 b']],
  [
    'a word in parts',
    'cat <<\'A\'B"C"\\D;e\na\nABCD\nb',
    ['1 cat (Input FedText)', '2 e', 'quoted document "a\\n" to 1', '3 b'],
  ],
  [
    'a quote of the word that never closes',
    "cat <<'E\na\nb",
    ['1 cat (Input FedText)', "fault heredoc <<'E\na\nb wants E\na\nb"],
  ],
  [
    'operators end the word',
    '(cat <<E)\na\nE\ncat <<F|sh\nb\nF\ncat <<G>h\nc\nG\n',
    [
      '1 cat (Input FedText)',
      'document "a\\n" to 1',
      '2 cat (Input Piped FedText)',
      '3 sh (Input FedText)',
      'document "b\\n" to 2,3',
      '4 cat (Input FedText)',
      'document "c\\n" to 4',
    ],
  ],
  [
    'in a function, of a compound',
    'f() { sh <<E\na\nE\n}\n{ cat; sh; } <<E\nb\nE\nc',
    ['1 sh (Input FedText InFunction)', 'document "a\\n" to 1', '2 cat', '3 sh', 'fed from 2', '4 c'],
  ],
  [
    'a word feeds',
    "sh <<< 'a; b'; cat <<<$c; tr <<< d",
    [
      '1 sh (Input FedText)',
      '2 cat (Input FedText)',
      '3 tr (Input FedText)',
      'string "\'a; b\'" to 1',
      'string "$c" to 2',
    ],
  ],
  ['it is told at the end of its line', 'sh <<< a; b\nc', ['1 sh (Input FedText)', '2 b', 'string "a" to 1', '3 c']],
  [
    'with a document in one line',
    'sh <<< a; cat <<E\nb\nE\nc',
    ['1 sh (Input FedText)', '2 cat (Input FedText)', 'string "a" to 1', 'document "b\\n" to 2', '3 c'],
  ],
  ['of another descriptor', 'sh 3<<< a; b', ['1 sh', '2 b']],
  ['through a pipe', 'cat <<< a | sh', ['1 cat (Input Piped FedText)', '2 sh (Input FedText)', 'string "a" to 1,2']],
  ['with nothing behind it', 'sh <<<', ['1 sh (Input FedText)', 'string "" to 1']],
];

for (const [title, script, told, options] of rows) test(title, () => assert.deepEqual(does(script, options), told));

const written: readonly Row[] = [
  [
    'a body and what is expanded in it',
    'cat <<E\na $b \\$c $(d $e) ${f}\nE\ng',
    ['body "a $b \\\\$c $(d $e) ${f}\\nE"', '$b', '${'],
  ],
  ['nothing is expanded in a quoted one', "cat <<'E'\na $b\nE\nc", ['body "a $b\\nE"']],
  ['the body of a document that ends with the text', 'cat <<E\n$a\nE', ['body "$a\\nE"', '$a']],
];

for (const [title, script, told] of written) test(title, () => assert.deepEqual(isWrittenWith(script), told));
