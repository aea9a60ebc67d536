/** First lines that start a script, for those that do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInterpreterLine } from '../../../../src/scripts/first-line/interpreter-line';
import { defaultShebang, startingLines } from '../../../../src/scripts/first-line/shebang-remedy';

/** A line and those that start what it means; nothing where none is certain. */
const rows: readonly (readonly [line: string, starting?: string])[] = [
  ['#!/bin/bach', '#!/bin/bash'],
  ['#!bash -e', '#!/bin/bash -e'],
  ['#!/bin/bash -e -x', '#!/bin/bash -ex'],
  ['#!/bin/bash -e -o pipefail', '#!/bin/bash\nset -e -o pipefail'],
  ['#!/bin/sh -e -o pipefail', '#!/bin/bash\nset -e -o pipefail'],
  ['#!/bin/sh -e -o nounset', '#!/bin/sh\nset -e -o nounset'],
  ['#!/bin/sh -e -B', '#!/bin/bash\nset -e -B'],
  ['#!/bin/sh -e -u', '#!/bin/sh -eu'],
  ['#!/bin/sh +e -u', '#!/bin/sh\nset +e -u'],
  ['#!/bin/bash -e -c'],
  ['#!/bin/bash -eo pipefail -u', '#!/bin/bash\nset -eo pipefail -u'],
  ['#!/bin/bash -e -o unknown'],
  ['#!/bin/bash -o'],
  ['#!/bin/bash --login', '#!/bin/bash --login'],
  ['#!/bin/bash --posix', '#!/bin/bash --posix'],
  ['#!/bin/bash --norc -e'],
  ['#!/bin/sh --login'],
  ['#!/usr/bin/env bash -e', '#!/bin/bash -e'],
  ['#!/usr/bin/env python3 -u -B', '#!/usr/bin/python3 -uB'],
  ['#!/usr/bin/env python -u'],
  ['#!/usr/bin/env python2 -u', '#!/usr/bin/python2 -u'],
  ['#!/usr/bin/python3 -W x'],
  ['#!/usr/bin/perl -w -T', '#!/usr/bin/perl -w -T'],
  ['#!/usr/bin/perl -n'],
  ['#!/usr/bin/env node'],
  ['#!/usr/bin/env A=1 bash'],
  ['#!/bin/bash -e # stop at once', '#!/bin/bash -e\n# stop at once'],
  ['#!/bin/bash # all -e', '#!/bin/bash\n# all -e'],
  ['#!/usr/bin/env'],
  ['#!/bin/dash -e -x', '#!/bin/dash -ex'],
  ['#!/bin/dash -e -o errexit', '#!/bin/dash\nset -e -o errexit'],
  ['#!/bin/bash -l -e', '#!/bin/bash -le'],
  ['#!/bin/sh -l -e'],
  ['#!/bin/bash -'],
  ['#!/bin/bash --', '#!/bin/bash --'],
  ['#!/bin/sh +x -o xtrace', '#!/bin/sh\nset +x -o xtrace'],
  ['#!/bin/sh -eEo pipefail', '#!/bin/bash\nset -eEo pipefail'],
];

for (const [line, wanted] of rows) {
  test(line, () => {
    const parts = parseInterpreterLine(line);
    assert.ok(parts);
    const found = startingLines(parts);
    assert.equal(found?.text, wanted);
    if (!found) return;
    const [first, second = ''] = found.text.split('\n');
    assert.deepEqual([found.line, found.set], [first, second.startsWith('set ') ? second : '']);
  });
}

test('each language of Linux has a line of its own, others have none', () => {
  const lines = (['shellscript', 'python', 'perl', 'vb', 'powershell', 'other'] as const).map(defaultShebang);
  assert.deepEqual(lines, ['#!/bin/bash', '#!/usr/bin/python3', '#!/usr/bin/perl', '', '', '']);
});
