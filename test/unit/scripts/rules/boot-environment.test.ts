/** Variables that only a login sets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript } from '../../../../src/scripts/index';

function findingsOf(text: string) {
  return checkScript(text, { environment: 'vpc', osType: 'LNX' }).filter(({ rule }) => rule === 'boot-environment');
}

const told = (script: string, first = '#!/bin/bash') =>
  findingsOf(`${first}\n${script}\n`).map(({ severity, args }) => `${args.variable} ${args.effect} ${severity}`);

test('a variable is empty, and ends the script from set -u on', () => {
  for (const name of ['HOME', 'USER', 'LOGNAME']) {
    for (const use of [`cd "$${name}"`, `cd \${${name}}/x`]) {
      assert.deepEqual(told(use), [`$${name} empty information`], use);
      assert.deepEqual(told(`set -u\n${use}`), [`$${name} ends warning`], use);
    }
    for (const silent of [`${name}=/root\ncd "$${name}"`, `cd "\${${name}:-/root}"`, `cd '$${name}'`, `# $${name}`]) {
      assert.deepEqual(told(silent), [], silent);
    }
  }
  assert.deepEqual(told('echo $HOME $USER'), ['$HOME empty information', '$USER empty information']);
  assert.deepEqual(told('cd "$HOME"\nset -u'), ['$HOME empty information']);
});

test('a tilde stays as it is where the shell does not ask the system for the folder', () => {
  for (const first of ['#!/bin/sh', '#!/bin/dash']) {
    for (const use of ['cd ~', 'ls ~/a', 'A=~/.ssh', 'cp a ~ ']) {
      assert.deepEqual(told(use, first), ['~ stays information'], use);
    }
    for (const silent of ['cd "~"', '# ~', 'ls a~', 'ls ~web/a', 'HOME=/root\ncd ~', 'cat <<A\n ~/x\nA']) {
      assert.deepEqual(told(silent, first), [], silent);
    }
    assert.deepEqual(told('cd ~\ncd "$HOME"', first), ['$HOME empty information']);
    assert.deepEqual(told('cd ~\necho "$USER"', first), ['~ stays information', '$USER empty information']);
  }
  assert.deepEqual(told('cd ~'), []);
});

test('a home is set below the first line; a name is not', () => {
  const text = '#!/bin/sh\ncd "$HOME"\n';
  const [finding] = findingsOf(text);
  assert.ok(finding?.fix);
  assert.equal(applyFix(text, finding.fix), '#!/bin/sh\nexport HOME=/root\ncd "$HOME"\n');
  assert.equal(findingsOf('#!/bin/sh\necho "$USER"\n')[0]?.fix, undefined);
});
