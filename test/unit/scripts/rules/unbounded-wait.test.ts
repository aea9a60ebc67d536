/** Loops that wait however long it takes, and those that count, look at a clock or do more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertMarked, findingsOf, whatOf } from './marks';

test('a loop that waits for something without an end to its attempts', () => {
  const unbounded = [
    '«until» curl x; do sleep 1; done',
    '«until»  curl x; do sleep 1; done',
    '«until»\ncurl x; do sleep 1; done',
    '«while» ! curl x; do sleep 1; done',
    '«while» !  curl x; do sleep 1; done',
    '«while» [ ! -f x ]; do sleep 1; done',
    '«while» [[ ! -f x ]]; do sleep 1; done',
    '«while» test ! -f x; do sleep 1; done',
    '«while» [ -z "$x" ]; do sleep 1; done',
    '«while» [[ -z $x ]]; do sleep 1; done',
    '«while» test -z "$x"; do sleep 1; done',
    '«while» [ "$x" != y ]; do sleep 1; done',
    '«while» [[ $x != y ]]; do sleep 1; done',
    '«while» [ "$x" -ne 3 ]; do sleep 1; done',
    '«while» test "$x" != y; do sleep 1; done',
    '«while» true; do sleep 1; x && break; done',
    '«while» :; do sleep 1; x && break; done',
    '«while» true\ndo sleep 1; x && break; done',
    '«until» curl x; do sleep 1; echo update; done',
    '«until» curl letter; do sleep 1; done',
    'timeout 60 ls\n«until» curl x; do sleep 1; done',
    '«while» ! curl x; do sleep 1; done; echo x',
    '«while» [ -n "$x" ] && [ a != b ]; do sleep 1; done',
    'if «until» curl x; do sleep 1; done; then a; fi',
  ];
  for (const line of unbounded) assertMarked('unbounded-wait', line);
});

test('one that counts, has a limit, waits for nothing or does not hold the script up', () => {
  const others = [
    'while [ -f x ]; do sleep 1; done',
    'while curl x; do sleep 1; done',
    'while [ "$x" = y ]; do sleep 1; done',
    'while true; do sleep 1; done',
    'until curl x; do sleep 1; ((i++)); done',
    'until curl x; do sleep 1; i=$((i+1)); done',
    'until curl x; do sleep 1; let i+=1; done',
    'until curl x; do sleep 1; i=$(expr $i + 1); done',
    'until timeout 5 curl x; do sleep 1; done',
    'until [ $SECONDS -gt 5 ]; do sleep 1; done',
    'until [ $(date +%s) -gt 5 ]; do sleep 1; done',
    'until curl x; do sleep 1; i+=x; done',
    'until read x; do sleep 1; done',
    'until curl x; do sleep 1; i=$[i+1]; done',
    "timeout 60 bash -c 'until curl x; do sleep 1; done'",
    'until curl x; do sleep 1; done &',
    'until curl x; do ls; done',
    'for x in 1 2; do sleep 1; done',
    'untilx curl; do sleep 1; done',
    'while read x; do sleep 1; done',
  ];
  for (const line of others) assertMarked('unbounded-wait', line);
});

test('a long loop does more than wait', () => {
  const loop = (length: number) => {
    const text = 'until curl x; do sleep 1; done';
    return text.replace('done', `#${'x'.repeat(length - text.length - 2)}\ndone`);
  };
  assert.equal(loop(2000).length, 2000);
  assert.equal(findingsOf('unbounded-wait', `#!/bin/bash\n${loop(2000)}\n`).length, 1);
  assert.equal(findingsOf('unbounded-wait', `#!/bin/bash\n${loop(2001)}\n`).length, 0);
});

test('it is called by its keyword', () => {
  assert.deepEqual(whatOf('unbounded-wait', 'until curl x; do sleep 1; done'), [
    'This until loop may never end: nothing limits its attempts.',
    '이 ‘until’ 반복문은 시도 횟수에 제한이 없어 끝나지 않을 수 있습니다.',
  ]);
});
