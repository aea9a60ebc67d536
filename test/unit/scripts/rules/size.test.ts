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

const whys = (finding: ReturnType<typeof found>) =>
  (['en', 'ko'] as const).map((language) => findingText(finding, language).why);

test('Classic is told what base64 makes of a script', () => {
  for (const why of whys(found(`${full}##`))) assert.match(why, /base64.*21,848.*21,847/);
});

test('VPC is told its own limit, and nothing of base64', () => {
  for (const why of whys(found('#!/bin/sh\n'.padEnd(1_048_577, '#'), 'vpc'))) {
    assert.doesNotMatch(why, /base64/);
    assert.match(why, /1024 KB/);
  }
});
