/** First lines that say who reads a text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCloudInit, namesInterpreter } from '../../../../src/scripts/first-line/announcement';

test('what cloud-init reads is told from comments and other headers', () => {
  const lines = [
    '#cloud-config',
    '#cloud-config ',
    '#cloud-config-archive',
    '#cloud-config-jsonp',
    '#CLOUD-CONFIG',
    '#include',
    '#include-once',
    '#include <stdio.h>',
    '#cloud-boothook',
    '#part-handler',
    '#upstart-job',
    '## template: jinja',
    '##template:jinja',
    '## Template:  Jinja',
    'Content-Type: multipart/mixed; boundary=x',
    'content-type:multipart',
    'MIME-Version: 1.0',
    'MIME-Version:1.0',
    '#include/x',
    '#cloud-config;x',
    '#cloud-config1',
  ];
  for (const line of lines) assert.ok(isCloudInit(line), line);
  const others = ['#cloud-configs', '#included', '# template: jinja', 'Content-Type: text/plain', 'a #cloud-config'];
  for (const line of others) assert.ok(!isCloudInit(line), line);
});

test('an interpreter is named by the first two characters, be it behind a byte-order mark', () => {
  assert.equal(namesInterpreter('#!/bin/sh'), true);
  assert.equal(namesInterpreter('\ufeff#!/bin/sh'), true);
  assert.equal(namesInterpreter(' #!/bin/sh'), false);
  assert.equal(namesInterpreter('# !x'), false);
  assert.equal(namesInterpreter('a#!'), false);
});
