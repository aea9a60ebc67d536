import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript, findingText } from '../../../../src/scripts/index';

const limit = 16_383;
/** A script whose first line ends right at the limit of Classic. */
const full = '#!/bin/sh\n'.padEnd(limit, '#');

function found(script: string, environment: 'vpc' | 'classic' = 'classic') {
  const finding = checkScript(script, { environment, osType: 'LNX' }).find(({ rule }) => rule === 'size');
  assert.ok(finding);
  return finding;
}

test('what is too much is marked to the end of its line, and be it one character', () => {
  const marked = (script: string) => [found(script).start - limit, found(script).end - limit];
  assert.deepEqual(marked(`${full}##`), [0, 2]);
  assert.deepEqual(marked(`${full}###\necho\n`), [0, 3]);
  assert.deepEqual(marked(`${full}\necho\n`), [0, 1]);
});

test('Classic is told what base64 makes of a script, VPC is not', () => {
  const tooLong = `${full}##`;
  const large = '#!/bin/sh\n'.padEnd(1_048_577, '#');
  const [classic, vpc] = [found(tooLong), found(large, 'vpc')];
  for (const language of ['en', 'ko'] as const) {
    assert.match(findingText(classic, language).why, /base64.*21,848.*21,847/);
    assert.doesNotMatch(findingText(vpc, language).why, /base64/);
    assert.match(findingText(vpc, language).why, /1024 KB/);
  }
});
