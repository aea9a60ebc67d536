/** What a shell within the script reads, as the shell around it leaves it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  carriers,
  commandText,
  fedShell,
  hereTextOf,
  isSudoShell,
  moved,
  type NestedText,
} from '../../../../src/scripts/commands/nested';
import { commandsOf, invocationsOf } from './commands';

test('sudo that names no program runs a shell', () => {
  const is = (line: string) => commandsOf(line, isSudoShell)[0];
  const shells = [
    'sudo -i',
    'sudo -s',
    'sudo -u app -s',
    'sudo -u app -i',
    'sudo -H -u app -i',
    'sudo -iu app',
    'sudo -g g -s',
    'sudo -h h -i',
    'sudo -abcdefgi',
    '"sudo" -s',
  ];
  for (const line of shells) assert.equal(is(line), true, line);
  const others = [
    'sudo -u -s',
    'sudo',
    'sudo -n',
    'sudo apt',
    'sudo -i apt',
    'su -i',
    'sudo --login',
    'sudo -is x',
    'sudo -abcdefghi',
  ];
  for (const line of others) assert.equal(is(line), false, line);
});

/** A command and the shell that reads its input as a script, if there is one. */
const fed: readonly (readonly [line: string, shell: string])[] = [
  ['bash', 'bash'],
  ['sh -s', 'sh'],
  ['bash -s x', 'bash'],
  ['bash -s -c x', 'bash'],
  ['bash x', ''],
  ['bash -c x', ''],
  ['bash -e', 'bash'],
  ['bash -', 'bash'],
  ['bash - x', ''],
  ['bash --', 'bash'],
  ['bash -- x', ''],
  ['bash --login', 'bash'],
  ['bash -o pipefail', 'bash'],
  ['bash -eo pipefail x', ''],
  ['bash +O extglob', 'bash'],
  ['bash +e', 'bash'],
  ['dash', 'dash'],
  ['su', 'bash'],
  ['su - app', 'bash'],
  ['su app -c x', ''],
  ['su --command x', ''],
  ['su --session-command x', ''],
  ['su -lc x', ''],
  ['su --commands', 'bash'],
  ['runuser', ''],
  ['cat', ''],
  ['eval x', ''],
  ['bash -cs x', ''],
  ['bash -sc x', ''],
  ['bash -xs', 'bash'],
];

for (const [line, shell] of fed) {
  test(`reads its input: ${line}`, () => assert.deepEqual(invocationsOf(line, carriers, fedShell), [shell]));
}

/** What is filled up stands as a dot. */
function shown(nested: NestedText | undefined): string | undefined {
  return (
    nested &&
    `${nested.text.replaceAll('\u0001', '·')} @${nested.start} by ${nested.interpreter}${nested.isExact ? ' exact' : ''}`
  );
}

/** A command and the script that is one of its words; nothing where none is known. */
const texts: readonly (readonly [line: string, text?: string])[] = [
  ["bash -c 'a b'", 'a b @9 by bash exact'],
  ['bash -c "a b"', 'a b @9 by bash'],
  ['sh -c a', 'a @6 by sh'],
  ["dash -ec 'a'", 'a @10 by dash exact'],
  ['bash -c'],
  ['bash x -c y'],
  ['eval "a b"', 'a b @6 by dash'],
  ['eval a b'],
  ['eval'],
  ['su app -c "a"', 'a @11 by bash'],
  ['su -c'],
  ["runuser -c 'a' app", 'a @12 by bash exact'],
  ['cat -c x'],
  ['bash -c "a \\"b\\" \\$c \\d"', 'a ·"b·" ·$c \\d @9 by bash'],
  ['bash -c "a $(b "c") d"'],
  ['bash -c "a $(b \\`) d"'],
  ["bash -c 'a'\\''b'", "a··'·b· @9 by bash"],
  ["bash -c 'a'\"$b\"'c'", 'a··$b··c· @9 by bash'],
  ['bash -c a\\ b', 'a· b @8 by bash'],
  ["bash -c $'a'"],
  ['bash -c $"a"'],
  ['bash -c $(a)'],
  ['bash -c `a`'],
  ['bash -c $a', '$a @8 by bash'],
  ['bash -c "a"b', 'a·b @9 by bash'],
  ['bash -c "a\\"b"\'c\'', 'a·"b··c· @9 by bash'],
  ['bash -c ""', ' @9 by bash'],
  ["bash -c ''", ' @9 by bash exact'],
  ["bash -ceu 'a'", 'a @11 by bash exact'],
  ["bash -c -e 'a'", 'a @12 by bash exact'],
  ["bash -o pipefail -c 'a'", 'a @21 by bash exact'],
  ["bash -login -c 'a'", 'a @16 by bash exact'],
  ['bash -c "a`b`"', 'a`b` @9 by bash'],
  ['bash -c x"a\\\nb"', 'x·a\\\nb· @8 by bash'],
  ['bash -c a\\\nb'],
  ['bash -c "a $b" c', 'a $b @9 by bash'],
  ['bash -c "\'"', "' @9 by bash"],
  ['su - app -c "x \\\\ y"', 'x ·\\ y @13 by bash'],
];

for (const [line, text] of texts) {
  test(`hands over: ${JSON.stringify(line)}`, () => {
    const found = invocationsOf(line, carriers, (one) => shown(commandText(one, 'dash')));
    assert.deepEqual(found, [text]);
  });
}

const documents: readonly (readonly [text: string, shown: string])[] = [
  ["sh <<'E'\na $b \\$c\nE\n", 'a $b \\$c\n @9 by sh exact'],
  ['sh <<E\na $b\nE\n', 'a $b\n @7 by sh'],
  ['sh <<E\na \\$b \\`c\\` \\\\ \\d "e"\nE\n', 'a ·$b ·`c·` ·\\ \\d "e"\n @7 by sh'],
  ["sh <<< 'a b'", 'a b @8 by sh exact'],
  ['sh <<< "a $b"', 'a $b @8 by sh'],
  ['sh <<< a', 'a @7 by sh'],
  ['sh <<E\n"a $(b)"\nE\n', '"a $(b)"\n @7 by sh'],
];

for (const [text, wanted] of documents) {
  test(`is fed: ${JSON.stringify(text)}`, () => {
    const found: unknown[] = [];
    commandsOf(
      text,
      () => undefined,
      (here) => found.push(shown(hereTextOf(here, text, 'sh'))),
    );
    assert.deepEqual(found, [wanted]);
  });
}

test('a place of the inner text is one of the outer, with what was filled up as its backslash', () => {
  const [nested] = invocationsOf('bash -c "a \\$b"', carriers, (one) => commandText(one, 'sh'));
  assert.ok(nested);
  const place = { start: 2, end: 5, args: { command: nested.text.slice(2, 5), count: 2 } };
  const edit = (text: string, [start, end] = [2, 5]) => ({ start, end, text });
  const edits = (...all: ReturnType<typeof edit>[]) => moved({ ...place, edits: all }, nested).edits;
  assert.deepEqual(moved(place, nested), {
    ...{ start: 11, end: 14, edits: undefined },
    args: { command: '\\$b', count: 2 },
  });
  assert.deepEqual(edits(edit('c'), edit('', [0, 1])), [
    { start: 11, end: 14, text: 'c' },
    { start: 9, end: 10, text: '' },
  ]);
  assert.equal(edits(edit('"c"')), undefined, 'a quote would end the text around it');
  assert.equal(edits(edit('ok'), edit('$c')), undefined);
  assert.equal(edits(edit('', [0, 5])), undefined, 'nothing would be left to run');
  assert.deepEqual(edits(edit('true', [0, 5])), [{ start: 9, end: 14, text: 'true' }]);
  assert.deepEqual(moved({ ...place, edits: [edit('c')] }, { ...nested, whole: 20 }), {
    ...place,
    ...{ start: 9, end: 20, edits: undefined },
  });
});

test('what a document allows to be written depends on the quotes of its end word', () => {
  const nestedOf = (text: string) => {
    const found: (NestedText | undefined)[] = [];
    commandsOf(
      text,
      () => undefined,
      (here) => found.push(hereTextOf(here, text, 'sh')),
    );
    return found[0];
  };
  const edits = [{ start: 0, end: 1, text: 'echo "$x"' }];
  assert.deepEqual(nestedOf("sh <<'E'\na\nE\n")?.edits(edits), edits);
  assert.equal(nestedOf('sh <<E\na\nE\n')?.edits(edits), undefined);
  assert.equal(nestedOf("sh <<< 'a'")?.edits([{ ...edits[0], start: 0, end: 1, text: "'" }]), undefined);
});
