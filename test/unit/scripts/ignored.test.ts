// Rules that a comment in the script has ignored, and what no comment hides.
import assert from 'node:assert/strict';
import test from 'node:test';
import { applyFix, checkScript, type Finding, ignoringEdit } from '../../../src/scripts/index';

const check = (text: string) => checkScript(text, { environment: 'vpc', osType: 'LNX' });
const rulesOf = (text: string) => check(text).map(({ rule }) => rule);

/** The text once the bulb had the rule ignored. */
function ignoring(text: string, rule: string): string | undefined {
  const finding = check(text).find((one) => one.rule === rule);
  assert.ok(finding, rule);
  const edit = ignoringEdit(text, finding);
  return edit && applyFix(text, { edits: [edit] });
}

test('a rule that a comment names is not told, wherever the comment stands; all others are', () => {
  const lines = ['#!/bin/bash', 'apt-get install -y nginx', 'read name', 'reboot'];
  assert.deepEqual(rulesOf(lines.join('\n')), ['package-lock', 'package-questions', 'waits-for-input', 'reboot']);
  for (const comment of ['# ncloud-ignore reboot waits-for-input', '  #ncloud-ignore: waits-for-input, reboot']) {
    for (const place of [1, lines.length]) {
      assert.deepEqual(rulesOf(lines.toSpliced(place, 0, comment).join('\n')), ['package-lock', 'package-questions']);
    }
  }
  for (const comment of [
    'echo "# ncloud-ignore reboot"',
    '# see ncloud-ignore reboot',
    '# ncloud-ignore',
    '# ncloud-ignore 7',
  ]) {
    assert.ok(rulesOf(lines.toSpliced(1, 0, comment).join('\n')).includes('reboot'), comment);
  }
});

test('what keeps a script from running is told in any case, and so is a secret', () => {
  const text = '#!/bin/bash -e -x\n# ncloud-ignore interpreter-arguments secret non-ascii\nPASSWORD=hunter22\n# 끝\n';
  const findings = check(text);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['interpreter-arguments', 'secret', 'non-ascii'],
  );
  for (const finding of findings) assert.equal(ignoringEdit(text, finding), undefined);
});

test('the first rule gets a comment below the first line, the next ones get into it', () => {
  const once = ignoring('#!/bin/bash\nread name\nreboot\n', 'reboot');
  assert.equal(once, '#!/bin/bash\n# ncloud-ignore reboot\nread name\nreboot\n');
  const twice = ignoring(once, 'waits-for-input');
  assert.equal(twice, '#!/bin/bash\n# ncloud-ignore reboot waits-for-input\nread name\nreboot\n');
  assert.deepEqual(rulesOf(twice), []);
  const python = ignoring('#!/usr/bin/python3\ninput()\n', 'waits-for-input');
  assert.deepEqual(rulesOf(python ?? ''), []);
});

test('where no comment has its place, none is offered', () => {
  const warning: Finding = { rule: 'shebang-missing', severity: 'warning', start: 0, end: 1, args: {} };
  for (const text of ['read name\n', '#!/bin/bash']) assert.equal(ignoringEdit(text, warning), undefined);
});

test('a flood of one rule goes with it', () => {
  const waits = Array.from({ length: 150 }, (_, index) => `read name${index}`).join('\n');
  const text = `#!/bin/bash\n${waits}\n`;
  assert.equal(check(text).at(-1)?.rule, 'more');
  const more = check(text).find(({ rule }) => rule === 'more');
  const edit = more && ignoringEdit(text, more);
  assert.ok(edit);
  assert.deepEqual(check(applyFix(text, { edits: [edit] })), []);
});
