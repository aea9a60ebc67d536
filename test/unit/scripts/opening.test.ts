import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, type CheckOptions, checkScript, type Finding, findingText } from '../../../src/scripts/index';

const vpc: CheckOptions = { environment: 'vpc', osType: 'LNX' };
const bodies = { sh: 'mkdir -p /srv/web\n', py: 'import os\n', pl: 'use strict;\n' } as const;

function find(line: string, body: string): Finding[] {
  return checkScript(`${line}\n${body}`, vpc);
}

/** What becomes of the first line by the fix; nothing without one. */
function mended(line: string, body: string = bodies.sh): string | undefined {
  const [finding] = find(line, body);
  const text = finding?.fix && applyFix(`${line}\n${body}`, finding.fix);
  return text?.slice(0, text.length - body.length - 1);
}

test('several options are joined, or set on a line of their own; where neither is certain there is no fix', () => {
  const lines: [line: string, mended: string | undefined, body?: string][] = [
    ['#!/bin/bash -e -x', '#!/bin/bash -ex'],
    ['#!/bin/bash\t-e\t-x ', '#!/bin/bash -ex'],
    ['#!/bin/sh -e -u', '#!/bin/sh -eu'],
    ['#!/bin/bash -euo pipefail', '#!/bin/bash\nset -euo pipefail'],
    ['#!/bin/sh -e -o errexit', '#!/bin/sh\nset -e -o errexit'],
    ['#!/bin/sh -eo pipefail', '#!/bin/bash\nset -eo pipefail'],
    ['#!/bin/bash -e # stops early', '#!/bin/bash -e\n# stops early'],
    ['#!/bin/bash # starts the web', '#!/bin/bash\n# starts the web'],
    ['#!/usr/bin/env bash -euo pipefail', '#!/bin/bash\nset -euo pipefail'],
    ['#!/usr/bin/env bash --login', '#!/bin/bash --login'],
    ['#!bash -e -x', '#!/bin/bash -ex'],
    ['#!/usr/bin/python3 -u -B', '#!/usr/bin/python3 -uB', bodies.py],
    ['#!/usr/bin/env python3 -u -B', '#!/usr/bin/python3 -uB', bodies.py],
    ['#!/usr/bin/env perl -w -T', '#!/usr/bin/perl -w -T', bodies.pl],
    ['#!/bin/bash -e --rcfile /etc/rc', undefined],
    ['#!/bin/bash -e -o nonsense', undefined],
    ['#!/bin/bash -eo', undefined],
    ['#!/bin/bash -c', undefined],
    ['#!/bin/bash run.sh', undefined],
    ['#!/usr/bin/env -i bash', undefined],
    ['#!/usr/bin/env LANG=C bash', undefined],
    ['#!/usr/bin/env python3.11 -u', undefined, bodies.py],
  ];
  for (const [line, expected, body = bodies.sh] of lines) {
    assert.equal(mended(line, body), expected, line);
    const found = find(line, body);
    assert.ok(found.length === 1 && found[0]?.severity === 'error', line);
  }
});

test('env that is told no program gets the interpreter of what follows', () => {
  for (const env of ['/usr/bin/env', '/usr/bin/env \t', '/bin/env', '/usr/bin/env -S', '/usr/bin/env -i']) {
    const [finding, ...others] = find(`#!${env}`, bodies.sh);
    assert.deepEqual([finding?.rule, others.length], ['env-without-program', 0], env);
    assert.equal(mended(`#!${env}`), '#!/bin/bash', env);
  }
  assert.equal(mended('#!/usr/bin/env', bodies.py), '#!/usr/bin/python3');
  assert.equal(mended('#!/usr/bin/env', bodies.pl), '#!/usr/bin/perl');
  assert.equal(mended('#!/usr/bin/env', 'packages:\n  - nginx\n'), undefined);
});

test('a slip in a name or a folder is told, another program is not', () => {
  const lines: [line: string, mended: string][] = [
    ['#!/bin/bach', '#!/bin/bash'],
    ['#!/bin/bsah -e', '#!/bin/bash -e'],
    ['#!/bin/Bash', '#!/bin/bash'],
    ['#!/user/bin/env bash', '#!/bin/bash'],
    ['#!/usr/bin/evn bash -eu', '#!/bin/bash -eu'],
    ['#!/usr/bin/env phyton3', '#!/usr/bin/python3'],
    ['#!/usr/bin/pearl -w', '#!/usr/bin/perl -w'],
  ];
  for (const [line, expected] of lines) {
    assert.deepEqual(
      find(line, '').map(({ rule, severity }) => [rule, severity]),
      [['interpreter-misspelt', 'error']],
      line,
    );
    assert.equal(mended(line, ''), expected, line);
  }
  const others = '/bin/rbash /bin/ksh /bin/zsh /bin/ash /usr//bin/bash /usr/local/bin/bash /sbin/bash /usr/bin/jython';
  for (const path of others.split(' ')) {
    assert.ok(!find(`#!${path}`, '').some(({ rule }) => rule === 'interpreter-misspelt'), path);
  }
});

test('a first line that was meant to name the interpreter is replaced; text that no interpreter runs gets none', () => {
  const meant: [line: string, mended: string][] = [
    ['!/bin/bash', '#!/bin/bash'],
    ['#/bin/bash', '#!/bin/bash'],
    ['# !/bin/bash', '#!/bin/bash'],
    ['#1/bin/sh -e', '#!/bin/sh -e'],
    ['!#/usr/bin/env python3 -u', '#!/usr/bin/python3 -u'],
    ['#!bash', '#!/bin/bash'],
    ['#!#!/bin/bash', '#!/bin/bash'],
  ];
  for (const [line, expected] of meant) assert.equal(mended(line), expected, line);
  for (const line of ['# /bin/bash is needed', '# See /bin/sh', '# Sets up!', 'mkdir /srv']) {
    assert.equal(mended(line), `#!/bin/bash\n${line}`, line);
  }
  const others = [
    'package_update: true\npackages:\n  - nginx\n',
    '---\nhostname: web\n',
    'write_files:\n  - content: |\n      export PORT=80\n',
    '- name: web\n  hosts: all\n',
    '*/5 * * * * root /usr/local/bin/probe\n',
    'MAILTO=root\n@reboot root /usr/local/bin/probe\n',
    '# Nothing here\n# yet\n',
    '# Settings\nPORT=80\nROOT="/srv/web"\n',
    '[Service]\nExecStart=/srv/run\n',
    '{ "port": 80 }\n',
    '<?xml version="1.0"?>\n',
    'FROM ubuntu:22.04\nRUN true\n',
  ];
  for (const text of others) {
    assert.deepEqual(
      checkScript(text, vpc).map(({ rule, fix }) => [rule, fix]),
      [['shebang-missing', undefined]],
      text,
    );
  }
});

test('a line that moves to the top is mended on the way, and stays where no line is certain to start', () => {
  const moved = (text: string) => {
    const [finding] = checkScript(text, vpc);
    assert.equal(finding?.rule, 'shebang-displaced');
    return finding.fix && applyFix(text, finding.fix);
  };
  assert.equal(moved('# Web\n#!/bin/bash -e -x\ntrue\n'), '#!/bin/bash -ex\n# Web\ntrue\n');
  assert.equal(moved(' #!/bin/bash -eo pipefail\ntrue\n'), '#!/bin/bash\nset -eo pipefail\ntrue\n');
  assert.equal(moved('\n#!/usr/bin/env bash\ntrue\n'), '#!/usr/bin/env bash\ntrue\n');
  assert.equal(moved('\n#!/bin/bash -eo\ntrue\n'), undefined);
});

test('the commands below a wrong first line are read in the language it means', () => {
  for (const line of [
    '#!/bin/bach',
    '!/bin/bash',
    '#!/usr/bin/env',
    '#!',
    '#!/usr/bin/env -i bash',
    '#!/user/bin/env bash',
  ]) {
    assert.ok(
      find(line, 'read name\n').some(({ rule }) => rule === 'waits-for-input'),
      line,
    );
  }
});

test('each way to fail has its own words', () => {
  const said = (line: string) => {
    const [finding] = find(line, bodies.sh);
    assert.ok(finding);
    return (['en', 'ko'] as const).flatMap((locale) => {
      const { what, fix = '' } = findingText(finding, locale);
      return [what, fix];
    });
  };
  assert.deepEqual(said('#!/bin/bash -eo pipefail'), [
    'bash gets “-eo pipefail” as a single option.',
    'Change to #!/bin/bash, then set -eo pipefail',
    '‘bash’ 인터프리터는 ‘-eo pipefail’ 전체를 옵션 하나로 받습니다.',
    '‘#!/bin/bash’ 줄과 ‘set -eo pipefail’ 줄로 변경',
  ]);
  assert.deepEqual(said('#!/bin/sh -o')[0], 'sh takes the name of the script as the value of “-o”.');
  assert.deepEqual(said('#!/bin/sh run.sh')[0], 'sh will run a file named “run.sh” instead of this script.');
  assert.deepEqual(said('#!/usr/bin/env -i bash')[0], 'env gets “-i bash” as one word.');
  assert.deepEqual(said('!/bin/bash').slice(1), [
    'Change to #!/bin/bash',
    '첫 줄에 인터프리터(#!)가 없습니다.',
    '‘#!/bin/bash’ 줄로 변경',
  ]);
});

test('a carriage return is a part of the name only where nothing follows the name', () => {
  for (const [line, name] of [
    ['#!/bin/bash', 'bash'],
    ['#! /usr/bin/env python3', 'python3'],
    ['#!/bin/bash -e', ''],
    ['#!/bin/bash ', ''],
    ['echo hi', ''],
  ]) {
    const finding = checkScript(`${line}\r\ntrue\r\n`, vpc).find(({ rule }) => rule === 'crlf');
    assert.equal(finding?.args.interpreter, name, line);
  }
});
