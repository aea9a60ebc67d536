/** Interpreter lines, taken apart as Linux and `env` do it, and those that were meant to be one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistypedInterpreterLine, parseInterpreterLine } from '../../../../src/scripts/first-line/interpreter-line';

type Row = readonly [line: string, ...parts: unknown[]];

/** Path, name, argument, words and what is said of `env`; nothing for what is no such line. */
const rows: readonly Row[] = [
  ['#!/bin/bash', '/bin/bash', 'bash', '', [], ''],
  ['#! /bin/sh -e  -x \r', '/bin/sh', 'sh', '-e  -x', ['-e', '-x'], ''],
  ['#!/usr/bin/env bash', '/usr/bin/env', 'bash', 'bash', [], 'isEnv'],
  ['#!/usr/bin/env -S bash -e # why', '/usr/bin/env', 'bash', '-S bash -e # why', ['-e'], 'isEnv splits'],
  ['#!/usr/bin/env -iS bash', '/usr/bin/env', 'bash', '-iS bash', [], 'isEnv splits'],
  ['#!/usr/bin/env -vS\tpython3 -u', '/usr/bin/env', 'python3', '-vS\tpython3 -u', ['-u'], 'isEnv splits'],
  ['#!/usr/bin/env --split-string=perl -w', '/usr/bin/env', 'perl', '--split-string=perl -w', ['-w'], 'isEnv splits'],
  ['#!/usr/bin/env A=1 B=2 bash -e', '/usr/bin/env', 'bash', 'A=1 B=2 bash -e', ['-e'], 'isEnv setsUp'],
  ['#!/usr/bin/env -u HOME bash', '/usr/bin/env', 'bash', '-u HOME bash', [], 'isEnv setsUp'],
  [
    '#!/usr/bin/env -C /tmp --unset X --chdir / -i sh',
    '/usr/bin/env',
    'sh',
    '-C /tmp --unset X --chdir / -i sh',
    [],
    'isEnv setsUp',
  ],
  ['#!/usr/bin/env', '/usr/bin/env', '', '', [], 'isEnv'],
  ['#!/usr/bin/env -i', '/usr/bin/env', '', '-i', [], 'isEnv setsUp'],
  ['#!', '', '', '', [], ''],
  ['#!bash', 'bash', 'bash', '', [], ''],
  ['#!/usr/bin/env /usr/local/bin/python3', '/usr/bin/env', 'python3', '/usr/local/bin/python3', [], 'isEnv'],
  [' #!/bin/sh'],
  ['#!/bin/sh\u00a0-e', '/bin/sh\u00a0-e', 'sh\u00a0-e', '', [], ''],
  ['#!/opt/a b c', '/opt/a', 'a', 'b c', ['b', 'c'], ''],
  ['#!/usr/bin/env -S', '/usr/bin/env', '', '-S', [], 'isEnv splits'],
  ['#!/usr/bin/env -S bash #', '/usr/bin/env', 'bash', '-S bash #', [], 'isEnv splits'],
  ['#!/usr/bin/environment -S bash', '/usr/bin/environment', 'environment', '-S bash', ['-S', 'bash'], ''],
];

for (const [line, ...parts] of rows) {
  test(`taken apart: ${JSON.stringify(line)}`, () => {
    const found = parseInterpreterLine(line);
    if (!found) return assert.deepEqual(parts, []);
    const { path, name, argument, words, ...flags } = found;
    const set = Object.entries(flags).flatMap(([flag, is]) => (is ? [flag] : []));
    assert.deepEqual([path, name, argument, words, set.join(' ')], parts);
  });
}

/** Path, name and argument of what was meant; nothing for a comment or a command. */
const mistyped: readonly (readonly [line: string, meant?: string])[] = [
  ['!/bin/bash', '/bin/bash bash'],
  ['#/bin/sh', '/bin/sh sh'],
  ['# !/usr/bin/env python3', '/usr/bin/env python3 python3'],
  ['#1/bin/bash -e', '/bin/bash bash -e'],
  ['|!/bin/sh', '/bin/sh sh'],
  ['#\\!/bin/bash', '/bin/bash bash'],
  ['  #/usr/local/bin/python3.9', '/usr/local/bin/python3.9 python3.9'],
  ['# /bin/sh is a link'],
  ['/bin/sh'],
  ['#!/bin/sh'],
  ['#/bin/zsh'],
  ['#/a/b/c/d/e/bash'],
  ['#/bin/bashful'],
  ['# run /bin/sh'],
  ['1/bin/sh'],
  ['#       /bin/sh'],
  ['#/bin/perl -w\r', '/bin/perl perl -w'],
  ['#/usr/bin/env'],
  ['1 !/bin/dash', '/bin/dash dash'],
  ['\\!/bin/sh -x -e', '/bin/sh sh -x -e'],
  ['#/bin/bash\\n'],
];

for (const [line, meant] of mistyped) {
  test(`mistyped: ${JSON.stringify(line)}`, () => {
    const { path, name, argument } = mistypedInterpreterLine(line) ?? {};
    assert.equal([path, name, argument].filter(Boolean).join(' '), meant ?? '');
  });
}
