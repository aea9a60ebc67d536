/** Line ends that Linux takes for a part of the line, and how they are mended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript, findingText } from '../../../../src/scripts/index';

function findingOf(text: string, rule: 'crlf' | 'lone-cr', osType: 'LNX' | 'WND' = 'LNX') {
  return checkScript(text, { environment: 'vpc', osType }).find((one) => one.rule === rule);
}

function mended(text: string, rule: 'crlf' | 'lone-cr'): string | undefined {
  const fix = findingOf(text, rule)?.fix;
  return fix && applyFix(text, fix);
}

/** A text and what is left when its line ends are mended. */
const windows: readonly (readonly [text: string, mended: string])[] = [
  ['#!/bin/sh\r\na\r\nb\r\n', '#!/bin/sh\na\nb\n'],
  ['#!/bin/sh\na\r\nb', '#!/bin/sh\na\nb'],
  ['#!/bin/sh\r\r\na\r\r\n', '#!/bin/sh\na\n'],
  ['#!/bin/sh\r\na\rb\r\n', '#!/bin/sh\na\rb\n'],
  ['\r\na\r\n', '\na\n'],
  ['a\n\r\n\r\nb\n', 'a\n\n\nb\n'],
  [`#!/bin/sh\r\n${'# 0123456789\r\n'.repeat(1000)}`, `#!/bin/sh\n${'# 0123456789\n'.repeat(1000)}`],
];

for (const [text, wanted] of windows)
  test(`CRLF: ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(mended(text, 'crlf'), wanted));

const lone: readonly (readonly [text: string, mended: string])[] = [
  ['#!/bin/sh\na\rb\n', '#!/bin/sh\na\nb\n'],
  ['#!/bin/sh\na\rb\rc', '#!/bin/sh\na\nb\nc'],
  ['a\rb\r\nc\rd', 'a\nb\r\nc\nd'],
  ['a\r', 'a\n'],
];

for (const [text, wanted] of lone)
  test(`CR: ${JSON.stringify(text)}`, () => assert.equal(mended(text, 'lone-cr'), wanted));

test('Linux looks for an interpreter with the character in its name', () => {
  const named = (text: string) => {
    const finding = findingOf(text, 'crlf');
    assert.ok(finding);
    return [text.slice(finding.start, finding.end), finding.args.interpreter, finding.args.count];
  };
  assert.deepEqual(named('#!/bin/bash\r\na\r\n'), ['#!/bin/bash\r\n', 'bash', 2]);
  assert.deepEqual(named('#!/usr/bin/env  python3.9\r\n'), ['python3.9\r\n', 'python3.9', 1]);
  assert.deepEqual(named('#! /bin/sh\r\n'), ['/bin/sh\r\n', 'sh', 1]);
  assert.deepEqual(named('#!/bin/sh\necho a\r\n'), ['a\r\n', '', 1]);
  assert.deepEqual(named('echo #!/bin/sh\r\n'), ['#!/bin/sh\r\n', '', 1]);
  assert.equal(findingOf('a\r\n', 'crlf', 'WND'), undefined);
  assert.equal(findingOf('a\rb', 'lone-cr', 'WND'), undefined);
  assert.equal(findingOf('a\n', 'crlf'), undefined);
});

test('one line and several are told apart', () => {
  const told = (text: string, rule: 'crlf' | 'lone-cr') => {
    const finding = findingOf(text, rule);
    assert.ok(finding);
    return (['en', 'ko'] as const).map((language) => findingText(finding, language));
  };
  const [en, ko] = told('#!/bin/sh\r\n', 'crlf');
  assert.equal(en?.what, 'Linux will look for an interpreter named sh⏎.');
  assert.equal(ko?.what, '줄바꿈이 CRLF(Windows)여서 Linux가 ‘sh⏎’ 인터프리터를 찾습니다.');
  assert.match(`${en?.why}${ko?.why}`, /^One line ends.*1개 줄이/s);
  const [several, severalKo] = told('a\r\nb\r\n', 'crlf');
  assert.match(`${several?.what}${several?.why}`, /The lines end as on Windows.*2 lines end/s);
  assert.match(`${severalKo?.what}${severalKo?.why}`, /줄 끝의 CR 문자.*2개 줄이/s);
  assert.match(told('a\rb', 'lone-cr')[0]?.why ?? '', /happens once/);
  assert.match(told('a\rb\rc', 'lone-cr')[0]?.why ?? '', /happens 2 times/);
});
