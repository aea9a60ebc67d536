// Typographic quotes give way to plain ones only where these open and close what they should.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, type CheckOptions, checkScript } from '../../../../src/scripts/index';

const options: CheckOptions = { environment: 'vpc', osType: 'LNX' };
const head = '#!/bin/bash\n';

/** The text below the first line once its first finding is mended; nothing where no mend is offered. */
function mended(text: string): string | undefined {
  const [finding] = checkScript(head + text, options);
  assert.equal(finding?.rule, 'non-ascii', text);
  return finding?.fix && applyFix(head + text, finding.fix).slice(head.length);
}

test('a quote that is mended closes no text that it stands in', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['echo “a b”\n', 'echo "a b"\n'],
    ['x=‘a’\n', "x='a'\n"],
    ['echo “it’s on”\n', 'echo "it\'s on"\n'],
    ['echo it’s on\n', undefined],
    ["echo 'it’s on'\n", undefined],
    ['echo "it’s on"\n', 'echo "it\'s on"\n'],
    ['echo "say “a; b”"\n', 'echo "say \'a; b\'"\n'],
    ["echo 'say “a”'\n", 'echo \'say "a"\'\n'],
    ['echo ＂a＂\n', 'echo "a"\n'],
    ['cat <<EOF\nit’s “on\nEOF\n', 'cat <<EOF\nit\'s "on\nEOF\n'],
    ['id # it’s on\n', "id # it's on\n"],
    ["bash -c '# it’s on – now\nid'\n", "bash -c '# its on - now\nid'\n"],
    ['bash -c "# “on”\nid"\n', 'bash -c "# on\nid"\n'],
  ];
  for (const [text, expected] of cases) assert.equal(mended(text), expected, text);
});

test('no mend of a quote leaves one open', () => {
  const marks = ['’', '“', '”', '“a”', '‘a’', '＇', '"', "'", 'a'];
  const faults = (text: string) => checkScript(text, options).filter(({ rule }) => rule.startsWith('unterminated'));
  for (const first of marks) {
    for (const second of marks) {
      for (const third of marks) {
        const text = `${head}echo ${first} b${second} ${third}\n`;
        if (faults(text).length > 0) continue;
        for (const { fix } of checkScript(text, options))
          if (fix) assert.deepEqual(faults(applyFix(text, fix)), [], text);
      }
    }
  }
});
