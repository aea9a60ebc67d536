/** Interpreters whose name or folder is a slip of the keyboard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInterpreterLine } from '../../../../src/scripts/first-line/interpreter-line';
import { meantLine } from '../../../../src/scripts/first-line/interpreter-name';

/** A line and what it was meant to be; nothing for what exists or may exist. */
const rows: readonly (readonly [line: string, meant?: string])[] = [
  ['#!/bin/bash'],
  ['#!/bin/bach', '/bin/bash'],
  ['#!/bin/bsah', '/bin/bash'],
  ['#!/bin/bassh', '/bin/bash'],
  ['#!/bin/bas', '/bin/bash'],
  ['#!/usr/bin env bash', '/usr/bin/env bash'],
  ['#!/bin sh', '/bin/sh'],
  ['#!/usr/local/bin python3 -u', '/usr/local/bin/python3 -u'],
  ['#!/bin foo'],
  ['#!/usr/bin/evn bash', '/usr/bin/env bash'],
  ['#!/usr/bin/env bsah', '/usr/bin/env bash'],
  ['#!/usr/bin/env phyton3', '/usr/bin/env python3'],
  ['#!/usr/bin/pyhton', '/usr/bin/python'],
  ['#!/usr/bin/prel -w', '/usr/bin/perl -w'],
  ['#!/bin//bash'],
  ['#!/ussr/bin/bash', '/usr/bin/bash'],
  ['#!/usr/bn/python3', '/usr/bin/python3'],
  ['#!/bni/sh', '/bin/sh'],
  ['#!/usr/local/bin/bash'],
  ['#!/sbin/bash'],
  ['#!/usr/sbin/bash'],
  ['#!/bin/rbash'],
  ['#!/usr/bin/ipython3'],
  ['#!/usr/bin/jython'],
  ['#!/usr/bin/rperl'],
  ['#!/usr/bin/node'],
  ['#!/opt/tools/bash'],
  ['#!/bin/zsh'],
  ['#!bash'],
  ['#!/usr/bin/env node'],
  ['#!/usr/bin/pythom3 -u', '/usr/bin/python3 -u'],
  ['#!/usr/bin/env -S bahs -e', '/usr/bin/env -S bash -e'],
  ['#!/bin/genv x'],
  ['#!/usr/bin/enw bash', '/usr/bin/env bash'],
  ['#!/opt/my/bni/foo'],
  ['#!/bin/ba'],
  ['#!/bin/bashbash'],
];

for (const [line, wanted] of rows) {
  test(line, () => {
    const parts = parseInterpreterLine(line);
    assert.ok(parts);
    const meant = meantLine(parts);
    if (wanted === undefined) assert.equal(meant, parts);
    else assert.equal(`${meant.path} ${meant.argument}`.trim(), wanted);
  });
}
