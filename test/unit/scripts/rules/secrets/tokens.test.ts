/** Secrets that are known by their own shape, and what only resembles them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTokens } from '../../../../../src/scripts/rules/secrets/tokens';
import { findsMarked, findsNothing } from './with-marks';

/** Letters and digits that are no word, so many of them. */
const some = (length: number) => 'aB3dE6gH9k'.repeat(Math.ceil(length / 10)).slice(0, length);
const capitals = (length: number) => some(length).toUpperCase();

/** How a token begins, the fewest and the most characters behind it, and those that it has besides letters and digits. */
const shapes: readonly (readonly [beginning: string, fewest: number, most: number, besides: string])[] = [
  ['ncp_iam_', 10, 200, ''],
  ['ghp_', 30, 255, ''],
  ['gho_', 30, 255, ''],
  ['ghs_', 30, 255, ''],
  ['github_pat_', 22, 255, '_'],
  ['glpat-', 20, 255, '_-'],
  ...['xoxa-', 'xoxb-', 'xoxp-', 'xoxr-', 'xoxs-'].map((beginning) => [beginning, 10, 255, '-'] as const),
];

for (const [beginning, fewest, most, besides] of shapes) {
  test(`${beginning}…`, () => {
    const token = `${beginning}${some(fewest)}`;
    findsMarked(findTokens, [`«${token}»`, `x="«${token}»"`, `https://«${token}».example.com`, `a_«${token}» .`]);
    findsMarked(findTokens, [`«${beginning}${some(most)}»`]);
    assert.equal(findTokens(`${beginning}${some(most + 1)}`)[0]?.end, beginning.length + most);
    for (const character of besides) findsMarked(findTokens, [`«${beginning}${some(fewest - 1)}${character}»`]);
    findsNothing(findTokens, [`${beginning}${some(fewest - 1)}`, `a${token}`, `9${token}`]);
    findsNothing(findTokens, [`${beginning}${some(fewest - 1)}.${some(9)}`, `${beginning}${some(5)}+${some(200)}`]);
  });
}

/** Tokens of one length. */
const exact: readonly (readonly [beginning: string, rest: string])[] = [
  ['AKIA', capitals(16)],
  ['ASIA', capitals(16)],
  ['AIza', some(35)],
  ['AIza', `_-${some(33)}`],
  ['npm_', some(36)],
];

for (const [beginning, rest] of exact) {
  test(`${beginning}…${rest.length} ${rest.slice(0, 2)}`, () => {
    const token = `${beginning}${rest}`;
    findsMarked(findTokens, [`«${token}»`, `key=«${token}»;`, `"«${token}»"`, `x/«${token}»/y`]);
    findsNothing(findTokens, [`${token}a`, `${token}Z`, `${token}9`, token.slice(0, -1), `a${token}`, `Z${token}`]);
    findsNothing(findTokens, [`${beginning}.${rest.slice(1)}`, `${beginning}${rest.slice(0, -1)}.`]);
  });
}

test('a key of AWS has capitals only, and one of Google goes on with - and _', () => {
  findsNothing(findTokens, [`AKIA${capitals(15)}a`, `ASIA${some(16)}`, `AIza${some(35)}-`, `AIza${some(35)}_`]);
});

test('a token of three parts', () => {
  const [head, body, signature] = [`eyJ${some(8)}`, `eyJ${some(4)}`, some(4)];
  findsMarked(findTokens, [`«${head}.${body}.${signature}»`, `x="«${head}-_.${body}-_.${signature}-_»" y`]);
  findsMarked(findTokens, [`«eyJ${some(1000)}.eyJ${some(1500)}.${some(400)}»`]);
  findsNothing(findTokens, [`eyJ${some(7)}.${body}.${signature}`, `${head}.eyJ${some(3)}.${signature}`]);
  findsNothing(findTokens, [
    `${head}.${body}.${some(3)}`,
    `${head}.${some(9)}.${signature}`,
    `${head}+.${body}.${signature}`,
  ]);
  findsNothing(findTokens, [
    `a${head}.${body}.${signature}`,
    `${head}.${body}`,
    `eyJ${some(1001)}.${body}.${signature}`,
  ]);
});

test('a token of three parts is found up to the longest of each', () => {
  findsMarked(findTokens, [`«eyJ${some(1000)}.eyJ${some(3000)}.${some(1000)}»`]);
  findsNothing(findTokens, [`eyJ${some(1000)}.eyJ${some(3001)}.${some(1000)}`]);
});

const body = 'MIIEpAIBAAKCAQEAxYz09abcdEFG';
const key = (label: string, text = body) => `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----`;

test('a private key is found from its beginning to its end', () => {
  const labels = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PGP PRIVATE KEY BLOCK', 'EC2 PRIVATE KEY'];
  for (const label of labels) findsMarked(findTokens, [`«${key(label)}»`, `x="«${key(label)}»"\necho`]);
  findsMarked(findTokens, [`«${key('PRIVATE KEY')}»\n«${key('RSA PRIVATE KEY')}»`]);
  findsMarked(findTokens, [`${key('CERTIFICATE')}\n«${key('PRIVATE KEY')}»`]);
  findsMarked(findTokens, [`«-----BEGIN PRIVATE KEY-----»\n${body}\n`]);
  findsMarked(findTokens, [`«-----BEGIN PRIVATE KEY-----»\n${body}\n«${key('PRIVATE KEY')}»`]);
  findsMarked(findTokens, [`«${key('PRIVATE KEY', `${'# \n'.repeat(300)}${body}`)}»`]);
});

test('what is no key, or only the words around one, is not', () => {
  findsNothing(findTokens, [key('PUBLIC KEY'), key('CERTIFICATE'), key('private key'), key('PRIVATE KEYS')]);
  findsNothing(findTokens, [
    key('PRIVATE KEY', '...'),
    key('PRIVATE KEY', 'YOUR KEY HERE'),
    key('PRIVATE KEY', 'a'.repeat(40)),
  ]);
  findsNothing(findTokens, [key('PRIVATE KEY', 'A'.repeat(40)), key('PRIVATE KEY', body.slice(0, 19))]);
  findsNothing(findTokens, ["grep -- '-----BEGIN RSA PRIVATE KEY-----' a.pem", '-----BEGIN PRIVATE KEY----']);
  findsNothing(findTokens, [`${key('PRIVATE KEY', 'x')}\n${body}`, key(`${'A '.repeat(21)}PRIVATE KEY`)]);
  findsNothing(findTokens, [key('PRIVATE KEY', `${'# \n'.repeat(400)}${body}`)]);
});

test('a password in an address', () => {
  findsMarked(findTokens, ['git clone https://me:«S3cretPw9»@github.com/a', 'redis://:«S3cretPw9»@cache:6379/0']);
  findsMarked(findTokens, ['postgres://app:«p.w-9~x»@10.0.0.1/db', 'amqp://a:«S3cretPw9»@_host', 'x://a:«S3cret#9»@h']);
  findsMarked(findTokens, [`x://${'a'.repeat(64)}:«S3cretPw9»@h`, `x://a:«${some(128)}»@h`]);
  findsNothing(findTokens, [
    'https://me:$PW@github.com',
    'https://me:${PW}@h',
    'https://me@github.com',
    'https://a:8080/x@y',
  ]);
  findsNothing(findTokens, [
    'https://me:password@h',
    'https://me:<pw>@h',
    "https://me:S3cret'Pw9@h",
    'https://a/b:S3cretPw9@h',
  ]);
  findsNothing(findTokens, [
    'https://me:S3cret Pw9@h',
    'https://me:S3cretPw9@',
    'https://me:S3cretPw9@$HOST',
    'http:/me:S3cretPw9@h',
  ]);
  findsNothing(findTokens, [`x://${'a'.repeat(65)}:S3cretPw9@h`, `x://a:${some(129)}@h`]);
});

test('a token in a header', () => {
  const token = 'aB3dE6gH9k';
  findsMarked(findTokens, [
    ...[`curl -H "Authorization: Bearer «${token}»" x`, `curl -H 'authorization: basic «${token}=»'`],
    ...[`Authorization: token «${token}»`, `Authorization:Bearer «${token}»`, `{"Authorization": "Bearer «${token}»"}`],
    ...[
      `Authorization = "Bearer «${token}»"`,
      `'Authorization', 'Bearer «${token}»'`,
      `{\\"Authorization\\": \\"Bearer «${token}»\\"}`,
    ],
    ...[
      `Authorization\t:\tBEARER\t«${token}»`,
      'Authorization: Bearer «a.b~c+d/e=f-9»',
      `Authorization: Bearer «abcdefgh9»`,
    ],
    `Authorization: Bearer «${'abcdefghijk'.repeat(2)}»`,
  ]);
  findsNothing(findTokens, [
    ...[
      'Authorization: Bearer $TOKEN',
      'Authorization: Bearer ${TOKEN}',
      'Authorization: Bearer abc$TOKEN123',
      'Authorization: Bearer `get token`',
    ],
    ...[
      'Authorization: Bearer YOUR_TOKEN',
      'Authorization: Bearer <token>',
      'Authorization: Bearer aB3dE6g',
      'Authorization: Digest aB3dE6gH9k',
    ],
    ...[
      'Authorization Bearer aB3dE6gH9k',
      'Authorization: bearer accesstoken',
      'AUTHORIZATION: Bearer aB3dE6gH9k',
      'Authorization: Beareraaa9999999',
    ],
    'Authorization: Bearer abcdefghijklmnopqrst',
  ]);
});
