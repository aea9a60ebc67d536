/** What of bash is told in a script for `sh`, and what such a script may well have. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript } from '../../../../src/scripts/index';

function findingsOf(script: string, first = '#!/bin/sh') {
  const text = `${first}\n${script}\n`;
  return checkScript(text, { environment: 'vpc', osType: 'LNX' }).filter(({ rule }) => rule === 'bash-grammar');
}

/** The word that is told, with how many there are, and with `!` when the script stops at it. */
function told(script: string, first?: string): string {
  const [finding, ...others] = findingsOf(script, first);
  assert.equal(others.length, 0, script);
  if (!finding) return '';
  const { word, count, stops } = finding.args;
  assert.equal(finding.severity, stops ? 'error' : 'warning');
  return `${word}${Number(count) > 1 ? ` ×${count}` : ''}${stops ? ' !' : ''}`;
}

test('builtins that bash alone has, or alone takes such an option or word of, are told', () => {
  const scripts: Readonly<Record<string, string>> = {
    'source /etc/os-release': 'source',
    'declare a=1': 'declare',
    'typeset a=1': 'typeset',
    'let a=1': 'let',
    'shopt -s nullglob': 'shopt',
    'pushd /srv': 'pushd',
    popd: 'popd',
    'set -o pipefail': 'set -o pipefail !',
    'set -eo pipefail': 'set -eo pipefail !',
    'set -o errtrace': 'set -o errtrace !',
    'set -T': 'set -T !',
    'set +H': 'set +H !',
    'export -f log': 'export -f !',
    'export -n A': 'export -n !',
    'readonly -a A': 'readonly -a !',
    'f() { local -r a=1; }': 'local -r !',
    'read -s A': 'read -s',
    'read -rp "Name: " -t 5 A': 'read -rp "Name: " -t',
    'printf -v A x': 'printf -v',
    'printf %q x': 'printf %q',
    'trap clean ERR': 'trap clean ERR',
    'trap clean SIGTERM': 'trap clean SIGTERM',
    'kill -SIGTERM 7': 'kill -SIGTERM',
    'wait -n': 'wait -n',
    'echo -e "a\\tb"': 'echo -e',
    'echo -ne a': 'echo -ne',
    '[ a == b ]': '[ a ==',
    'test a == b': 'test a ==',
    '[ -v A ]': '[ -v',
    '[ ! -v A ]': '[ ! -v',
    'type -p bash': 'type -p',
  };
  for (const [script, word] of Object.entries(scripts)) assert.equal(told(script), word, script);
});

test('what dash takes too is not told', () => {
  const silent = [
    ...['. /etc/os-release', 'set -eu', 'set -o errexit', 'set -x', 'export A=1', 'readonly A=1', 'f() { local a=1; }'],
    ...['read -r A', 'read -p "Name: " A', 'printf "%s" x', 'printf -- -v', 'trap clean EXIT', 'trap clean TERM INT'],
    ...['kill -TERM 7', 'kill -9 7', 'wait', 'wait 7', 'echo -n a', 'echo a -e', '/bin/echo -e a', 'type bash'],
    ...['[ a = b ]', '[ a "==" b ]', '[ -n "$A" ]', '[ a = -v ]', 'command set -o pipefail'],
    ...[
      '(set -o pipefail) 2>/dev/null && set -o pipefail',
      'echo "{1..3}"',
      '# {1..3}',
      'echo {a,b} {1..}',
      'export -p',
    ],
    ...['HOSTNAME=web\necho "$HOSTNAME"', 'echo "${UID:-0}"', 'test -n "$BASH_VERSION" && source a', 'exec bash "$0"'],
  ];
  for (const script of silent) assert.equal(told(script), '', script);
});

test('ranges and variables that bash alone has are told where they are used', () => {
  for (const range of ['{1..3}', '{-1..-3}', '{a..c}', '{1..9..2}', '{A..z}']) {
    assert.equal(told(`echo ${range}`), range);
  }
  for (const name of ['EUID', 'UID', 'SECONDS', 'HOSTNAME', 'OSTYPE', 'BASH_SOURCE']) {
    assert.match(told(`echo "$${name}"`), new RegExp(`^\\$?${name}$`));
  }
});

test('one finding a script, at the first place that stops it, with the number of all', () => {
  assert.equal(told('echo -e a\nsource b\nset -o pipefail\nset -T'), 'set -o pipefail ×4 !');
  assert.equal(told('echo -e a\nsource b'), 'echo -e ×2');
});

test('only scripts whose first line names sh or dash are looked at, and the fix names bash there', () => {
  const fixes: readonly (readonly [string, string])[] = [
    ['#!/bin/sh', '#!/bin/bash'],
    ['#! /bin/sh', '#!/bin/bash'],
    ['#!/bin/sh -eu', '#!/bin/bash -eu'],
    ['#!/usr/bin/env sh', '#!/bin/bash'],
    ['#!/usr/bin/dash', '#!/bin/bash'],
    ['#!/bin/dash -x', '#!/bin/bash -x'],
  ];
  for (const [first, mended] of fixes) {
    const [finding] = findingsOf('source a', first);
    assert.ok(finding?.fix, first);
    assert.equal(applyFix(`${first}\nsource a\n`, finding.fix), `${mended}\nsource a\n`);
    assert.equal(finding.args.interpreter, first.includes('dash') ? 'dash' : 'sh');
  }
  for (const first of ['#!/bin/bash', '#!/bin/zsh', '#!/usr/bin/python3']) assert.equal(told('source a', first), '');
});
