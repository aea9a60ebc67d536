/** Questions of the shell itself, and what is said of those that wait. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript, findingText } from '../../../../src/scripts/index';
import { assertAsks, assertAsksNothing, severityOf } from './waits/lines';

test('read and select ask unless something feeds them or they give up', () => {
  assertAsks([
    ['«read» x', 'read', ''],
    ['«read» -p "Name: " x', 'read', ''],
    ['«read» -rp x y', 'read', ''],
    ['«read» -a x', 'read', ''],
    ['«read» -d "" x', 'read', ''],
    ['«read» -n 1', 'read', ''],
    ['«read» -N 1 x', 'read', ''],
    ['«read» -i a x', 'read', ''],
    ['«read» -- -t', 'read', ''],
    ['«read» x -t', 'read', ''],
    ['f() { «read» -p q x; }', 'read', ''],
    ['f() { «read» -pt x; }', 'read', ''],
    ['if a; then «read» x; fi', 'read', ''],
    ['«select» x in a b; do break; done', 'select', ''],
    ['a && «select» x in a; do break; done', 'select', ''],
    ['«read» -d t x', 'read', ''],
    ['«read» -dt x', 'read', ''],
    ['«read» -p -t x', 'read', ''],
    ['«read» -ep q x', 'read', ''],
    ['f() { «read» -n 1 -p q x; }', 'read', ''],
    ['while «read» x; do a; done', 'read', ''],
  ]);
  assertAsksNothing(['read -t 5 x', 'read -u 3 x', 'read -r x < f', 'f() { read x; }', 'read -rt5 x', 'read -st 5 x']);
  for (const script of ['if a; then read x; fi', 'a && select x in a; do break; done'])
    assert.equal(severityOf(script), 'information', script);
  assert.equal(severityOf('read x'), 'warning');
});

/** What is said of the first finding, in English and Korean. */
function told(script: string, osType: 'LNX' | 'WND' = 'LNX') {
  const [finding] = checkScript(script, { environment: 'vpc', osType }).filter(({ rule }) =>
    /^(?:waits-for-input|needs-terminal)$/.test(rule),
  );
  assert.ok(finding, script);
  return (['en', 'ko'] as const).flatMap((language) => Object.values(findingText(finding, language)));
}

test('an option that answers, a value, or nothing helps', () => {
  const end = 'nobody answers while the server starts up, and the script stops here or goes wrong.';
  const start = '부팅 중에는 응답할 수 없어 스크립트가 중단되거나 오동작합니다.';
  assert.deepEqual(told('#!/bin/bash\nufw reset\n'), [
    'ufw reset waits for an answer.',
    `Use --force: ${end}`,
    'Add --force',
    '‘ufw reset’ 명령은 입력을 기다립니다.',
    `${start} ‘--force’ 옵션을 추가하십시오.`,
    '‘--force’ 추가',
  ]);
  assert.deepEqual(told('#!/bin/bash\nread x\n'), [
    'read waits for an answer.',
    `Give it a value or remove it: ${end}`,
    '‘read’ 명령은 입력을 기다립니다.',
    `${start} 값을 스크립트에 직접 지정하거나 명령을 삭제하십시오.`,
  ]);
  assert.deepEqual(told('#!/usr/bin/python3\nname = input("Name: ")\n'), [
    '“input” waits for an answer.',
    `Give it a value or remove it: ${end}`,
    '‘input’에서 입력을 기다립니다.',
    `${start} 값을 스크립트에 직접 지정하거나 호출을 삭제하십시오.`,
  ]);
});

test('a terminal is not there: an option goes or comes, or the command does', () => {
  const end = 'There is none while the server starts up: the command fails or never ends.';
  const start = '부팅 중에는 터미널이 없어 명령이 실패하거나 끝나지 않습니다.';
  assert.deepEqual(told('#!/bin/bash\ndocker run -it x\n'), [
    'docker run -it needs a terminal.',
    `${end} Remove -t.`,
    'Remove -t',
    '‘docker run -it’ 명령에는 터미널(TTY)이 필요합니다.',
    `${start} ‘-t’ 옵션을 삭제하십시오.`,
    '‘-t’ 삭제',
  ]);
  assert.deepEqual(
    told('#!/bin/bash\ndocker-compose exec web\n').filter((text) => text.includes('-T')),
    [`${end} Add -T.`, 'Add -T', `${start} ‘-T’ 옵션을 추가하십시오.`, '‘-T’ 추가'],
  );
  assert.deepEqual(told('#!/bin/bash\nhtop\n'), [
    'htop needs a terminal.',
    `${end} Remove it, or use one that works without a terminal.`,
    '‘htop’ 명령에는 터미널(TTY)이 필요합니다.',
    `${start} 삭제하거나 터미널 없이 동작하는 명령으로 바꾸십시오.`,
  ]);
});
