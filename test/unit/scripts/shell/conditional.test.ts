/** Which commands of a script may not run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alone, readShell } from '../../../../src/scripts/shell/lexer';
import { silent } from './trace';

/** The commands whose name is `yes…` or `no…`, each with what the lexer says. */
function conditionalOf(text: string): Map<string, boolean> {
  const told = new Map<string, boolean>();
  readShell(
    { text, isBash: true, surroundings: alone },
    {
      ...silent,
      command(command) {
        const name = command.value(0);
        if (/^(?:yes|no)\d*$/.test(name)) told.set(name, command.isConditional);
      },
    },
  );
  return told;
}

/** In each text the commands called `yes` may not run, and those called `no` do. */
const texts = [
  'no1; no2 | no3 & no4',
  'if no1; then yes1; elif yes2; then yes3; else yes4; fi; no2',
  'if no1 && yes1; then :; fi; no2',
  'if no1; then if yes1; then :; fi; { yes2; }; (yes3); x=$(yes4); fi; no2',
  'case $(no1) in a) yes1 ;; b | c) yes2; yes3 ;; esac; no2',
  'no1 && yes1; no2',
  'no1 || yes1 | yes2; no2',
  'no1 ||\n  # a comment\n  yes1\nno2',
  'no1 | no2 && yes1 && yes2 & no3',
  'no1 && { yes1; yes2; }; no2',
  'no1 || (yes1) > /dev/null; no2',
  'no1 && x="$(yes1)"; no2',
  '[[ -n $x ]] && yes1; no1',
  'while no1; do yes1; done; no2',
  'until no1; do yes1; done; no2',
  'while true; do no1; done',
  'until false; do no1 && break; no2; done',
  'for x in $(no1); do no2; done; no3',
  'f() { no1; if no2; then yes1; fi; }; no3',
  '{ no1; } && yes1',
  'if no1; then yes1 && yes2; fi\nno2',
];

for (const text of texts) {
  test(`may not run: ${text.replaceAll('\n', ' ')}`, () => {
    const told = conditionalOf(text);
    assert.equal(told.size, new Set(text.match(/\b(?:yes|no)\d+/g)).size);
    for (const [name, isConditional] of told) assert.equal(isConditional, name.startsWith('yes'), name);
  });
}
