/** What keeps an interpreter line from starting its script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInterpreterLine } from '../../../../src/scripts/first-line/interpreter-line';
import { shebangFault } from '../../../../src/scripts/first-line/shebang-fault';

/** A line, its fault and what that is about; nothing for a line that runs. */
const rows: readonly (readonly [line: string, fault?: string])[] = [
  ['#!/bin/bash'],
  ['#!bash', 'relative'],
  ['#!/bin/', 'relative'],
  ['#!', 'relative'],
  ['#!/bin/bash -e'],
  ['#!/bin/bash -e -x', 'option -e -x'],
  ['#!/bin/bash -x +e', 'option -x +e'],
  ['#!/bin/bash start', 'file start'],
  ['#!/bin/sh +e'],
  ['#!/bin/bash -c', 'value -c'],
  ['#!/bin/bash -ec', 'value -ec'],
  ['#!/bin/bash -o', 'value -o'],
  ['#!/bin/bash -eo pipefail', 'option -eo pipefail'],
  ['#!/bin/sh --'],
  ['#!/bin/sh -'],
  ['#!/bin/bash -- x', 'option -- x'],
  ['#!/usr/bin/python3 -u'],
  ['#!/usr/bin/python3 -u -B', 'option -u -B'],
  ['#!/usr/bin/python3 -W ignore -u'],
  ['#!/usr/bin/python3 -X dev'],
  ['#!/usr/bin/python3 -m', 'value -m'],
  ['#!/usr/bin/python3 -um', 'value -um'],
  ['#!/usr/bin/python3 +u', 'file +u'],
  ['#!/usr/bin/perl -w -T'],
  ['#!/usr/bin/perl -w\t-T', 'option -w\t-T'],
  ['#!/usr/bin/perl -e', 'value -e'],
  ['#!/usr/bin/perl -MStrict'],
  ['#!/usr/bin/perl -M', 'value -M'],
  ['#!/bin/csh -f x'],
  ['#!/bin/tcsh -f'],
  ['#!/usr/bin/node --x y'],
  ['#!/usr/bin/env bash -e', 'env-word'],
  ['#!/usr/bin/env bash'],
  ['#!/usr/bin/env', 'no-program'],
  ['#!/usr/bin/env -i', 'no-program'],
  ['#!/usr/bin/env A=1', 'no-program'],
  ['#!/usr/bin/env -S A=1 bash'],
  ['#!/usr/bin/env -S bash -e -x'],
  ['#!/usr/bin/env -S bash -c run', 'file -c run'],
  ['#!/usr/bin/env -S bash -o pipefail'],
  ['#!/usr/bin/env -S bash -o', 'value -o'],
  ['#!/usr/bin/env -S bash -O', 'value -O'],
  ['#!/usr/bin/env -S bash x', 'file x'],
  ['#!/usr/bin/env -S bash -- x', 'file x'],
  ['#!/usr/bin/env -S bash - '],
  ['#!/usr/bin/env -S python3 -W ignore -c', 'value -c'],
  ['#!/usr/bin/env -S python3 -m http.server', 'file -m http.server'],
  ['#!/usr/bin/env -S python3 -W ignore'],
  ['#!/usr/bin/env -S perl -e 1', 'file -e 1'],
  ['#!/usr/bin/env -S perl -I lib'],
  ['#!/usr/bin/env -S node x', 'file x'],
  ['#!/usr/bin/env -S sh +e -x'],
  ['#!/usr/bin/env -S python3 +e', 'file +e'],
  ['#!/bin/bach', 'misspelt'],
  ['#!/bin/dash -eo', 'value -eo'],
  ['#!/bin/ash -c', 'value -c'],
];

for (const [line, wanted] of rows) {
  test(JSON.stringify(line), () => {
    const parts = parseInterpreterLine(line);
    assert.ok(parts);
    assert.equal(Object.values(shebangFault(parts) ?? {}).join(' '), wanted ?? '');
  });
}
