/** Variables of a login at the first boot: what is said of each, and where HOME is set. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, findingText } from '../../../../src/scripts/index';
import { findingsOf } from './marks';

function findingsIn(text: string) {
  return findingsOf('boot-environment', text);
}

function toldOf(lines: string, first = '#!/bin/bash'): string[] {
  const [finding] = findingsIn(`${first}\n${lines}\n`);
  return finding ? (['en', 'ko'] as const).map((language) => findingText(finding, language).what) : [];
}

test('a variable is empty or ends the script, a tilde stays', () => {
  assert.deepEqual(toldOf('cd $HOME'), [
    '$HOME is not set at the first boot and is empty here.',
    '첫 부팅 때는 ‘$HOME’ 변수가 없어 여기서 빈 값이 됩니다.',
  ]);
  assert.deepEqual(toldOf('set -u\necho $USER'), [
    '$USER is not set at the first boot, and set -u ends the script here.',
    '첫 부팅 때는 ‘$USER’ 변수가 없어 set -u 때문에 스크립트가 여기서 종료됩니다.',
  ]);
  assert.deepEqual(toldOf('cd ~/app', '#!/bin/sh'), [
    'HOME is not set at the first boot, and ~ stays as it is.',
    '첫 부팅 때는 ‘HOME’ 변수가 없어 ‘~’ 문자가 그대로 남습니다.',
  ]);
});

test('a tilde is a folder where a word begins with it, and bash asks the system for it', () => {
  for (const line of ['cd ~', 'ls ~ -l', 'x=~/a', 'cp a ~/.ssh', 'PATH=~/.local/bin'])
    for (const first of ['#!/bin/sh', '#!/bin/dash']) assert.equal(toldOf(line, first).length, 2, line);
  const silent = ['cd ~app', 'echo a~', 'echo "~/a"', '# cd ~', 'x=~', 'cat <<E\ncd ~/x\nE', 'HOME=/root\ncd ~/a'];
  for (const line of silent) assert.deepEqual(toldOf(line, '#!/bin/sh'), [], line);
  assert.deepEqual(toldOf('cd ~/app'), []);
  assert.equal(toldOf(`${'echo "a ~/b"\n'.repeat(99)}cd ~`, '#!/bin/sh').length, 2);
  assert.deepEqual(toldOf(`${'echo "a ~/b"\n'.repeat(100)}cd ~`, '#!/bin/sh'), [], 'so many are no paths');
});

test('HOME is set below the first line, in its line ends', () => {
  const fixed = (text: string) => {
    const [finding] = findingsIn(text);
    assert.ok(finding);
    return finding.fix && applyFix(text, finding.fix);
  };
  assert.equal(fixed('#!/bin/bash\necho a\ncd $HOME\n'), '#!/bin/bash\nexport HOME=/root\necho a\ncd $HOME\n');
  assert.equal(fixed('#!/bin/bash\r\ncd $HOME\r\n'), '#!/bin/bash\r\nexport HOME=/root\r\ncd $HOME\r\n');
  assert.equal(fixed('cd $HOME\n'), undefined, 'no line says who reads it');
  assert.equal(fixed('#!/bin/bash\necho $LOGNAME\n'), undefined);
});
