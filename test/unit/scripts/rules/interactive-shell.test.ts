/** Shells that a script opens for itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript } from '../../../../src/scripts/index';

function findingOf(script: string) {
  const text = `#!/bin/bash\n${script}`;
  const found = checkScript(text, { environment: 'vpc', osType: 'LNX' });
  return { text, finding: found.find(({ rule }) => rule === 'interactive-shell') };
}

/** What is told when another command follows; with `exec` when nothing comes back. */
function told(script: string): string {
  const { finding } = findingOf(`${script}\necho done\n`);
  return finding ? `${finding.args.isReplaced ? 'never: ' : ''}${finding.args.command}` : '';
}

test('a shell without anything to run is told', () => {
  const opening = [
    ...[
      'su',
      'su -',
      'su - web',
      'su -l web',
      'su web',
      'su -s /bin/bash web',
      'newgrp docker',
      'sudo su',
      'sudo su -',
    ],
    ...[
      'bash',
      'bash -l',
      'bash --rcfile /etc/a',
      'bash -o errexit',
      'sh',
      'zsh',
      '$SHELL',
      'sudo -i',
      'sudo -s',
      'sudo -iu web',
    ],
    ...['sudo --login', 'sudo --shell', 'chroot /mnt', 'script', 'script /tmp/log'],
  ];
  for (const script of opening) assert.equal(told(script), script, script);
  assert.equal(told('exec bash -l'), 'never: exec bash -l');
  assert.equal(told(`su - ${'w'.repeat(35)}`), `su - ${'w'.repeat(35)}`);
  assert.equal(told(`su - ${'w'.repeat(36)}`), 'su', 'a long command is called by its program');
});

test('a shell that is given commands, or that nothing comes after, is not', () => {
  const silent = [
    ...[
      'su - web -c "ls"',
      'su -c ls web',
      'su web --command=ls',
      'su --version',
      'su --help',
      'su - web ls',
      'bash -c ls',
    ],
    ...[
      'bash a.sh',
      'bash -lc ls',
      'bash --version',
      'sh -s < a.sh',
      'sh <<A\nls\nA',
      'echo ls | bash',
      'newgrp docker ls',
    ],
    ...['sudo ls', 'sudo -u web ls', 'script -c ls', 'script --command ls', 'f() {\n  bash\n}', 'echo su', '# su'],
  ];
  for (const script of silent) assert.equal(told(script), '', script);
  for (const end of ['', '\n', '\n\n# end\n', '\nfi\n', '\ndone; }\n', '\n  ;;\nesac\n']) {
    assert.equal(findingOf(`echo a\nsu - web${end}`).finding, undefined, end);
  }
  for (const end of [' && ls', '; ls', ' || ls', '\nls', '\nfi\nls\nfi\n']) {
    assert.ok(findingOf(`echo a\nsu - web${end}`).finding, end);
  }
});

test('only a line of its own that changes nothing is removed', () => {
  for (const line of [
    'su',
    'su -',
    'su -l',
    'sudo su',
    'sudo su -',
    'sudo -i',
    'sudo -s',
    'su root',
    'su - root',
    'su -l root',
  ]) {
    const { text, finding } = findingOf(`echo a\n${line}\necho b\n`);
    assert.ok(finding?.fix, line);
    assert.equal(applyFix(text, finding.fix), '#!/bin/bash\necho a\necho b\n');
  }
  for (const script of [
    'su - web',
    'bash',
    'sudo -iu web',
    'su - && ls',
    '  su -',
    'true && su -',
    'if true; then\nsu -\nls\nfi',
  ]) {
    const { finding } = findingOf(`echo a\n${script}\necho b\n`);
    assert.ok(finding, script);
    assert.equal(finding.fix, undefined, script);
  }
});
