import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyFix,
  type CheckOptions,
  checkScript,
  type Edit,
  editsOf,
  type Finding,
  findingText,
  languageOf,
  osTypeOf,
  type ScriptLanguage,
  scriptSize,
  scriptTemplates,
} from '../../../src/scripts/index';

const vpc: CheckOptions = { environment: 'vpc', osType: 'LNX' };
const classic: CheckOptions = { environment: 'classic', osType: 'LNX' };
const bash = '#!/bin/bash\n';

function rulesOf(script: string | Uint8Array, options: CheckOptions = vpc): string[] {
  return checkScript(script, options).map(({ rule }) => rule);
}

test('the sizes are those of UTF-8', () => {
  for (const text of ['', 'abc', 'é', '한글', '🎉', 'a🎉한é', '\ud83c', '\ude00\ud83d', 'x\ud83d']) {
    assert.equal(scriptSize(text, 'vpc').bytes, Buffer.byteLength(text), JSON.stringify(text));
  }
  assert.deepEqual(scriptSize('abcd', 'classic'), { bytes: 4, limit: 16_383, encodedBytes: 8, encodedLimit: 21_847 });
  assert.equal(scriptSize('abcd', 'classic').encodedBytes, Buffer.from('abcd').toString('base64').length);
});

test('a script may be as large as the environment allows, and no larger', () => {
  const comment = (bytes: number) => `${bash}${'# 456789\n'.repeat(bytes / 9)}`.slice(0, bytes).padEnd(bytes, '#');
  for (const [options, limit] of [
    [vpc, 1_048_576],
    [classic, 16_383],
  ] as const) {
    assert.deepEqual(rulesOf(comment(limit), options), []);
    const [finding] = checkScript(comment(limit + 1), options);
    assert.equal(finding?.rule, 'size');
    assert.equal(finding.start, limit);
    assert.equal(finding.args.bytes, limit + 1);
    assert.equal(finding.args.limit, limit);
  }
});

test('the limit counts bytes, the finding stands at the character that is too much', () => {
  const text = `${bash}# ${'한'.repeat(5_457)}`;
  assert.equal(scriptSize(text, 'classic').bytes, 16_385);
  const [finding] = checkScript(text, classic);
  assert.equal(finding?.rule, 'size');
  assert.equal(finding.start, text.length - 1);
});

test('bytes are checked as the text they decode to', () => {
  assert.deepEqual(rulesOf(new TextEncoder().encode(`${bash}echo hi\n`)), []);
  assert.deepEqual(rulesOf(new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(bash)])), ['byte-order-mark']);
  assert.deepEqual(rulesOf(new Uint8Array([0x23, 0xb0, 0xa1])), ['not-utf8']);
});

test('what is told depends on the environment and the operating system', () => {
  assert.deepEqual(rulesOf(`${bash}# 한\n`, vpc), ['non-ascii']);
  assert.deepEqual(rulesOf(`${bash}# 한\n`, classic), []);
  assert.deepEqual(rulesOf('Dim a\r\na = 1\r\n', { ...vpc, osType: 'WND' }), []);
  assert.deepEqual(rulesOf('Dim a\r\na = 1\r\n', vpc), ['shebang-missing', 'crlf']);
  assert.deepEqual(rulesOf('', vpc), ['empty']);
  assert.equal(checkScript('', vpc)[0]?.severity, 'warning');
  assert.equal(checkScript('', classic)[0]?.severity, 'error');
});

test('the network is only missed where it is known to be out of reach', () => {
  const script = `${bash}apt-get update\ncurl https://example.com/\n`;
  assert.deepEqual(rulesOf(script), []);
  assert.deepEqual(rulesOf(script, { ...vpc, reach: 'public-ip' }), []);
  for (const reach of ['none', 'nat'] as const) {
    const [finding] = checkScript(script, { ...vpc, reach });
    assert.deepEqual(finding?.args, { command: 'apt-get update', count: 2, reach });
  }
});

test('a secret is called what it is', () => {
  const key = 'EXAMPLEKEY0EXAMPLE01';
  const called: [string, string][] = [
    [`access_key=${key}`, 'an API key of NAVER Cloud Platform'],
    [`secret_key: ${key}${key}`, 'an API key of NAVER Cloud Platform'],
    [`aws configure set aws_access_key_id AKIAEXAMPLEEXAMPLE00\nsecret_key: ${key}${key}`, 'an AWS key'],
    [`secret_key: ${key}`, 'a password'],
    ['curl -H "Authorization: Bearer 4kf92mmq01zzpl7d" http://10.0.0.5/', 'an access token'],
    ['curl -H "X-Auth-Token: 4kf92mmq01" http://10.0.0.5/', 'an access token'],
    ['chpasswd <<< "root:hunter2"', 'a password'],
  ];
  for (const [line, words] of called) {
    const [finding] = checkScript(`${bash}${line}\n`, vpc)
      .filter(({ rule }) => rule === 'secret')
      .slice(-1);
    assert.ok(finding, line);
    assert.equal(findingText(finding, 'en').what, `This looks like ${words}.`, line);
  }
});

test('a character beyond ASCII is named with its place', () => {
  const [finding] = checkScript(`${bash}echo hi 한글\n`, vpc);
  assert.deepEqual(finding?.args, { character: '한', codePoint: 'U+D55C', columns: '9–10' });
});

test('a comment beyond ASCII is mended with all others, and by one edit a place', () => {
  const lines = Array.from({ length: 300 }, (_, i) => `# 설치 단계 ${i}\necho ${i} # 끝`);
  const text = `${bash}${lines.join('\n')}\n`;
  const findings = checkScript(text, vpc);
  assert.deepEqual(findings.at(-1)?.args, { rule: 'non-ascii', count: 500 });
  const [first] = findings;
  assert.ok(first?.fix);
  assert.equal(findingText(first, 'en').fix, 'Remove from all comments');
  assert.equal(findingText(first, 'ko').fix, '모든 주석에서 문자 제거');
  assert.equal(editsOf(findings).length, first.fix.edits.length);
  assert.deepEqual(rulesOf(applyFix(text, first.fix)), []);
});

test('a flood of findings is cut off and counted', () => {
  const findings = checkScript(`${bash}${'# 한 \n'.repeat(1_000)}`, vpc);
  assert.equal(findings.length, 101);
  assert.deepEqual(findings.at(-1)?.args, { rule: 'non-ascii', count: 900 });
});

test('languages are known by their first line', () => {
  const lines: [string, ScriptLanguage | undefined][] = [
    ['#!/bin/bash', 'shellscript'],
    ['#!/bin/sh -e\r', 'shellscript'],
    ['\ufeff#! /usr/bin/env bash', 'shellscript'],
    ['#!/usr/bin/env -S bash -e', 'shellscript'],
    ['#!/usr/bin/python3.11', 'python'],
    ['#!/usr/bin/env python', 'python'],
    ['#!/usr/bin/perl -w', 'perl'],
    ['#!/usr/bin/node', undefined],
    ['#ps1_sysnative', 'powershell'],
    ['<powershell>', 'powershell'],
    ['Option Explicit', 'vb'],
    ["' A comment", 'vb'],
    ['echo hi', undefined],
    ['', undefined],
  ];
  for (const [line, language] of lines) assert.equal(languageOf(line), language, line);
});

test('the operating system is told from the text', () => {
  assert.equal(osTypeOf('#!/bin/bash\n'), 'LNX');
  assert.equal(osTypeOf('\n\n #!/bin/bash\n'), 'LNX');
  assert.equal(osTypeOf('import os\n'), 'LNX');
  assert.equal(osTypeOf("' comment\r\nDim a\r\n"), 'WND');
  assert.equal(osTypeOf('# comment\nSet-TimeZone -Name "UTC"\n'), 'WND');
  assert.equal(osTypeOf('echo hi\n'), undefined);
  assert.equal(osTypeOf(''), undefined);
});

test('the templates are clean in both environments', () => {
  assert.deepEqual(
    scriptTemplates.map(({ id }) => id),
    ['ubuntu', 'rocky', 'windows'],
  );
  for (const { text, osType, language } of scriptTemplates) {
    for (const environment of ['vpc', 'classic'] as const)
      assert.deepEqual(checkScript(text, { environment, osType }), []);
    assert.match(text, /^[\n\x20-\x7e]+$/);
    assert.equal(osTypeOf(text), osType);
    assert.equal(languageOf(text.split('\n')[0] ?? ''), language);
  }
});

test('a command that waits is told what helps: an option where there is one, else a value', () => {
  const whyOf = (line: string, locale: 'en' | 'ko') =>
    checkScript(`${bash}${line}\n`, vpc).map((finding) => findingText(finding, locale).why);
  for (const line of ['read -p "Name? " name', 'select x in a b; do break; done']) {
    assert.match(whyOf(line, 'en').join(), /^Give it a value or remove it: /, line);
    assert.match(whyOf(line, 'ko').join(), /값을 스크립트에 직접 지정하거나 명령을 삭제하십시오\.$/, line);
  }
  assert.match(whyOf('dnf install nginx', 'en').join(), /^Use -y: /);
  assert.match(whyOf('dnf install nginx', 'ko').join(), /‘-y’ 옵션을 추가하십시오\.$/);
});

test('all fixes together leave what only a person can mend, in few rounds', () => {
  let text = '\ufeff\r\n#!/bin/bash\r\n# 안녕\r\napt-get install nginx # 설치\r\necho “hello” “world”\r\nread name\r\n';
  for (let round = 0; round < 4; round++) {
    const findings = checkScript(text, vpc).filter(({ fix }) => fix);
    text = applyFix(text, { edits: editsOf(findings) });
  }
  assert.deepEqual(rulesOf(text), ['waits-for-input']);
  assert.match(text, /^#!\/bin\/bash\n/);
  assert.match(
    text,
    /\nexport DEBIAN_FRONTEND=noninteractive\n# \napt-get -o DPkg::Lock::Timeout=300 install -y nginx[^\r]*\necho "hello" "world"\n/,
  );
});

test('of edits that overlap or say the same, one is made', () => {
  const finding = (...edits: Edit[]) => ({ fix: { edits } }) as unknown as Finding;
  const quote = { start: 5, end: 6, text: '"' };
  const all = editsOf([
    finding({ start: 8, end: 9, text: '' }, quote),
    finding(quote),
    finding({ start: 2, end: 6, text: 'x' }),
    finding(),
  ]);
  assert.deepEqual(all, [
    { start: 2, end: 6, text: 'x' },
    { start: 8, end: 9, text: '' },
  ]);
});
