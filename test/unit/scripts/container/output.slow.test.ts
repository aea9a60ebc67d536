// What the shells of this computer really write is read as it is meant.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { scriptPath } from '../../../../src/scripts/container/command';
import { ScriptOutput } from '../../../../src/scripts/container/output';
import { needs } from '../../../support/needs';

/** Lines below the first one, and what is found in them: rule, line and what is marked. */
const samples: readonly (readonly [lines: string, ...found: string[]])[] = [
  ['echo a\nfooo bar\necho b', 'command-not-found 3 fooo'],
  ['fooo() { baar; }\nfooo', 'command-not-found 2 baar'],
  ['set -u\necho a\necho "$NAMEE"\necho b', 'unbound-variable 4 NAMEE'],
  ['echo ${local.x[0]}', 'bad-substitution 2 ${local.x[0]}'],
  ['if true; then\n  echo a\n', 'syntax-error'],
  ['echo a\n)\necho b', 'syntax-error 3 )'],
  ['cat < /no/such/file', 'shell-message 2 cat < /no/such/file'],
  ['cd /no/such/folder', 'shell-message 2 cd /no/such/folder'],
  ['echo a; ls / > /dev/null; : "$(true)"'],
  ['fooo 2>/dev/null || true; [ -n "" ] || echo c'],
];

function run(shell: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-output-'));
  try {
    const file = join(folder, 'init-script');
    writeFileSync(file, script);
    const { stdout, stderr } = spawnSync(shell, [file], { encoding: 'utf8', env: { PATH: process.env.PATH ?? '' } });
    return (stdout + stderr).replaceAll(file, scriptPath);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const shell of ['bash', 'dash']) {
  test(`${shell}: what it complains of is found in its line`, needs('posix', shell), () => {
    for (const [lines, ...expected] of samples) {
      const script = `#!/bin/${shell}\n${lines}\n`;
      const output = new ScriptOutput(script);
      for (const line of run(shell, script).split('\n')) output.read(line);
      const found = output.findings().map(({ rule, start, end }) => {
        const line = script.slice(0, start).split('\n').length;
        return `${rule} ${line} ${script.slice(start, end)}`;
      });
      assert.equal(found.length, expected.length, `${lines}: ${found}`);
      // Shells do not agree on how they name what is wrong, nor on the line of a structure without an end.
      for (const [place, text] of expected.entries()) {
        const isSame = found[place]?.startsWith(shell === 'bash' ? text : text.split(' ').slice(0, 2).join(' '));
        assert.ok(isSame, `${lines}: ${found[place]} for ${text}`);
      }
    }
  });
}
