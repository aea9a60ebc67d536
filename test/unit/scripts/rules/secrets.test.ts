/** What is told of secrets that are found in more than one way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript, findingText } from '../../../../src/scripts/index';
import type { Place } from '../../../../src/scripts/rule';
import { findsMarked } from './secrets/with-marks';

const first = '#!/bin/bash\n';

function find(script: string): Place[] {
  return checkScript(first + script, { environment: 'vpc', osType: 'LNX' })
    .filter(({ rule }) => rule === 'secret')
    .map(({ start, end, args }) => ({ start: start - first.length, end: end - first.length, args }));
}

const kindsOf = (script: string) => find(script).map(({ args }) => args.kind);

const token = `ghp_${'a1B2c3'.repeat(6)}`;

test('of secrets that overlap the more particular one is told', () => {
  const rows: readonly (readonly [line: string, kind: string])[] = [
    [`export GITHUB_TOKEN=«${token}»`, 'github'],
    [`REGISTRY_TOKEN=deploy:«${token}»`, 'github'],
    [`curl -u ci:«${token}» https://git.example.com/`, 'github'],
    ['git clone https://ci:«token=abcd1234»@git.example.com/app.git', 'url'],
    ['sshpass -p «S3cretPw1» ssh root@10.0.0.5', 'password'],
    ['docker login -u ci --password «S3cretPw1» registry.example.com', 'password'],
  ];
  for (const [line, kind] of rows) {
    findsMarked(find, [line]);
    assert.deepEqual(kindsOf(line.replaceAll(/[«»]/g, '')), [kind], line);
  }
});

test('secrets beside each other are all told, in the order of the text', () => {
  findsMarked(find, [
    `mysql -uroot -p«S3cretDb1» shop\nDB_PASSWORD=«S3cretPw1»\necho 'root:«S3cretPw2»' | chpasswd\nTOKEN=«${token}»\n`,
    `DB_PASSWORD=«S3cretPw1» API_TOKEN=«${token}» mysql -p«S3cretDb1»\n`,
  ]);
});

test('keys without a maker are those of AWS only beside one of AWS', () => {
  const key = 'EXAMPLEKEY0EXAMPLE01';
  assert.deepEqual(kindsOf(`access_key=${key}\nGITHUB_TOKEN=${token}\n`), ['ncloud', 'github']);
  assert.deepEqual(kindsOf(`access_key=${key}\nid=AKIA${'EXAMPLE0'.repeat(2)}\nTOKEN=${token}\n`), [
    'aws',
    'aws',
    'github',
  ]);
});

test('a password is told although a quote further on is never closed', () => {
  findsMarked(find, [`mysql -uroot -p«S3cretDb1» shop\necho it's done\n`]);
});

test('each kind is called what it is in both languages', () => {
  const [finding] = checkScript(`${first}TOKEN=${token}\n`, { environment: 'vpc', osType: 'LNX' });
  assert.ok(finding);
  assert.equal(finding.severity, 'warning');
  assert.equal(findingText(finding, 'en').what, 'This looks like a GitHub token.');
  assert.equal(findingText(finding, 'ko').what, 'GitHub 토큰으로 보이는 값이 있습니다.');
});
