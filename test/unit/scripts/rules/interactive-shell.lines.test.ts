/** Commands that open a shell of their own, those that hand it something to run, and the line that goes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, findingText } from '../../../../src/scripts/index';
import { findingsOf, marked } from './marks';

const bash = '#!/bin/bash\n';

function findingIn(lines: string) {
  return findingsOf('interactive-shell', `${bash}${lines}\n`)[0];
}

/** Lines with the command between « and », and what the fix leaves of them, if there is one. */
const rows: readonly (readonly [lines: string, mended?: string])[] = [
  ['«su - app»\nls'],
  ['«su»\nls', 'ls\n'],
  ['«su -l app»\nls'],
  ['«newgrp docker»\nls'],
  ['«newgrp - docker»\nls'],
  ['«bash»\nls'],
  ['«sh -l»\nls'],
  ['«dash»\nls'],
  ['«ash»\nls'],
  ['«zsh»\nls'],
  ['«ksh»\nls'],
  ['«fish»\nls'],
  ['«$SHELL»\nls'],
  ['«exec bash»\nls'],
  ['«exec $SHELL -l»\nls'],
  ['«exec ${SHELL}»\nls'],
  ['«bash --rcfile f»\nls'],
  ['«bash -o pipefail»\nls'],
  ['«sudo -i»\nls', 'ls\n'],
  ['«sudo -s»\nls', 'ls\n'],
  ['«sudo su -»\nls', 'ls\n'],
  ['«sudo -u app -i»\nls'],
  ['«sudo --login»\nls'],
  ['«sudo --shell»\nls'],
  ['«chroot /mnt»\nls'],
  ['«script»\nls'],
  ['«script f»\nls'],
  ['«sudo su»\nls', 'ls\n'],
  ['«su root»\nls', 'ls\n'],
  ['«su -»\nls', 'ls\n'],
  ['«su - root»\nls', 'ls\n'],
  ['«su -l root»\nls', 'ls\n'],
  ['«sudo su - root»\nls', 'ls\n'],
  ['«su app» && ls'],
  ['«su app»; ls'],
  ['«su app» || ls'],
  ['«su app» &\nls'],
  ['if a; then\n«su -»\nfi\nls'],
  ['if a; then «su -»\nfi\nls'],
  ['(«su -»\n)\nls'],
  ['  «su -»\nls'],
  ['«su -»  \nls', 'ls\n'],
  ['«su -» # root\nls'],
  ['«su app -s /bin/sh»\nls'],
  ['«su --shell /bin/sh app»\nls'],
  ['«su -g x -G y --group z -w q app»\nls'],
  ['«su - averyveryveryverylongusername_of_forty_characters»\nls'],
  ['while a; do\n«su - root»\nls\ndone'],
  ['«su app \\\n-»\nls'],
  ['{ «su -»\n}\nls'],
  ['«su -» && ls'],
  ['«su -»;ls'],
];

for (const [row, mended] of rows) {
  test(JSON.stringify(row), () => {
    const text = `${bash}${row.replace(/[«»]/g, '')}\n`;
    const findings = findingsOf('interactive-shell', text);
    assert.equal(marked(text, findings), `${bash}${row}\n`);
    const fixed = findings.map(({ fix }) => fix && applyFix(text, fix).slice(bash.length));
    assert.deepEqual(fixed, [mended]);
  });
}

test('what runs something, is fed, or has nothing behind it is not told', () => {
  const silent = [
    'su - app -c ls\nls',
    'su app --command ls\nls',
    'su --version\nls',
    'su - app ls\nls',
    'bash x.sh\nls',
    'bash -c x\nls',
    'sudo -i ls\nls',
    'sudo -n\nls',
    'sudo --logins\nls',
    'chroot\nls',
    'chroot /mnt ls\nls',
    'script -c ls f\nls',
    'script --command ls\nls',
    'script --help\nls',
    'su app\n',
    'su app\n# x\n\n',
    'su app ; # x',
    'su app\nfi\ndone',
    'su app < f\nls',
    'echo x | su app\nls',
    'f() { su app; ls; }',
    'su -',
    'do su -\nls',
    'xsudo -i\nls',
    'sudo x-i\nls',
    'sudo -s\n',
  ];
  for (const lines of silent) assert.equal(findingIn(lines), undefined, lines);
});

test('a long command is called by its program, and a shell that takes the place of this one is said to', () => {
  const told = (lines: string) => {
    const finding = findingIn(lines);
    assert.ok(finding);
    return (['en', 'ko'] as const).flatMap((language) => Object.values(findingText(finding, language)));
  };
  assert.equal(findingIn(`su - ${'x'.repeat(35)}\nls`)?.args.command, `su - ${'x'.repeat(35)}`);
  assert.equal(findingIn(`su - ${'x'.repeat(36)}\nls`)?.args.command, 'su');
  assert.deepEqual(told('exec bash\nls'), [
    'exec bash opens another shell; the lines after it do not run in that shell.',
    'They never run. Remove the line; to read a profile again, use source.',
    '‘exec bash’ 명령은 다른 셸을 열며, 뒤의 명령은 그 셸에서 실행되지 않습니다.',
    '뒤의 명령은 실행되지 않습니다. 이 줄을 삭제하고, 프로필을 다시 읽어야 하면 source를 사용하십시오.',
  ]);
  assert.match(
    told('su app\nls').join('\n'),
    /They run as before once that shell has ended.*원래 사용자로 실행되거나/s,
  );
});
