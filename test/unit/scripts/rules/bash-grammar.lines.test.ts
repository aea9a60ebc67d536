/** Look-alikes of bash syntax, what is said of it, and how the first line is changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, findingText } from '../../../../src/scripts/index';
import { findingsOf } from './marks';

function findingIn(script: string, first = '#!/bin/sh') {
  return findingsOf('bash-grammar', `${first}\n${script}\n`)[0];
}

test('words that only look like options and names of bash are not told', () => {
  const silent = [
    ...['export PATH=/opt/a-n:/bin', 'readonly A=x-a', 'f() { local a=b-c; }', 'read -p "re-enter: " A', 'printf x-v'],
    ...["trap 'echo ERR' EXIT", "trap 'DEBUG=1' EXIT", 'wait "$a-1"', 'type apt-get', 'echo a-e', 'echo -encoding'],
    ...['[ "$a-v" = b ]', '[ -version = "$1" ]', '[ == = "$a" ]', '[ a ==x ]', '[ a = x== ]', 'set -- pipefail'],
    ...['set -- -T', 'set a-H', 'set -o nohistory', 'kill app-SIGTERM', '[ a = b-a ]', 'read A -- -s'],
    `printf '${'x'.repeat(38)}%q' a`,
  ];
  for (const script of silent) assert.equal(findingIn(script), undefined, script);
});

test('what is told is shown on one line, up to a length', () => {
  const words: Readonly<Record<string, string>> = {
    'read -rs A': 'read -rs',
    'A=1 set -o pipefail': 'set -o pipefail',
    'set -eT': 'set -eT',
    'set -T -- a': 'set -T',
    'set  -o \\\n  pipefail': 'set -o \\ pipefail',
    '[ a -a -v B ]': '[ a -a -v',
    '[ a -o -R B ]': '[ a -o -R',
    'echo {10..20}': '{10..20}',
    'echo {1..100..10}': '{1..100..10}',
    [`printf '${'x'.repeat(37)}%q' a`]: `printf '${'x'.repeat(22)}`,
  };
  for (const [script, word] of Object.entries(words)) assert.equal(findingIn(script)?.args.word, word, script);
  assert.equal(findingIn('echo {1..2}; '.repeat(205))?.args.count, 200);
});

test('one place and several, in a shell that stops there and in one that goes on', () => {
  const told = (script: string, first?: string) => {
    const finding = findingIn(script, first);
    assert.ok(finding);
    return (['en', 'ko'] as const).map((language) => findingText(finding, language));
  };
  const [en, ko] = told('source a');
  assert.equal(en?.what, '“source” works in bash, not in sh.');
  assert.equal(ko?.what, '‘source’ 구문은 bash 전용이라 sh에서는 의도대로 동작하지 않습니다.');
  assert.match(`${en?.why} ${ko?.why}`, /On Ubuntu and Debian, sh is dash.*sh는 dash입니다/s);
  const [dash, dashKo] = told('set -o pipefail\nsource a', '#!/bin/dash');
  assert.equal(dash?.what, '“set -o pipefail” is bash syntax: dash stops here (2 such places).');
  assert.equal(dashKo?.what, '‘set -o pipefail’ 등 2개 구문은 bash 전용이라 dash에서는 스크립트가 여기서 중단됩니다.');
  assert.deepEqual([dash?.why, dashKo?.why], ['Name bash on the first line.', '첫 줄에 bash를 지정하십시오.']);
  assert.deepEqual(
    [dash?.fix, dashKo?.fix],
    ['Change the first line to #!/bin/bash', '첫 줄을 ‘#!/bin/bash’ 줄로 변경'],
  );
});

test('a first line with one option at most is changed, others are left to a person', () => {
  const fixed = (first: string) => {
    const finding = findingIn('source a', first);
    assert.ok(finding, first);
    return finding.fix && applyFix(`${first}\nsource a\n`, finding.fix).split('\n')[0];
  };
  assert.equal(fixed('#!/bin/sh'), '#!/bin/bash');
  assert.equal(fixed('#! /bin/dash'), '#!/bin/bash');
  assert.equal(fixed('#!/usr/bin/env sh'), '#!/bin/bash');
  assert.equal(fixed('#!/usr/bin/sh -eu'), '#!/bin/bash -eu');
  assert.equal(fixed('#!/bin/sh -e -u'), undefined);
  assert.equal(fixed('#!/opt/bin/sh'), undefined);
});
