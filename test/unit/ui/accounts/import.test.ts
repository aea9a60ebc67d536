// Keys of other tools: asked for once, all tried in the same way, and one sentence at the end.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { importAccounts } from '../../../../src/ui/accounts/import';
import { answered, offline, open, publicSite } from './answers';

const wrong = 'WRONGSECRET';

async function withConfigure(text: string, run: () => Promise<void>) {
  const home = mkdtempSync(join(tmpdir(), 'ncloud-home-'));
  const before = process.env.HOME;
  mkdirSync(join(home, '.ncloud'));
  writeFileSync(join(home, '.ncloud', 'configure'), text);
  process.env.HOME = home;
  try {
    await run();
  } finally {
    process.env.HOME = before;
    rmSync(home, { recursive: true });
  }
}

const section = (name: string, accessKey: string, secretKey: string, url = publicSite) =>
  `[${name}]\nncloud_access_key_id = ${accessKey}\nncloud_secret_access_key = ${secretKey}\nncloud_api_url = ${url}\n`;

test('an import asks once, says what came in, what did not, and why; the same key comes in once', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  const text = [
    section('DEFAULT', accessKey, secretKey),
    section('old', accessKey, wrong),
    section('other', accessKey, secretKey),
    section('foreign', 'X', wrong, 'https://evil.example'),
    '[half]\nncloud_access_key_id = X\n',
  ].join('');
  await withConfigure(text, async () => {
    const run = () => importAccounts(parts);
    const first = await answered({}, run);
    assert.deepEqual([first.lists.length, first.shown.length, first.dialogs.length, first.said.length], [1, 0, 0, 1]);
    assert.deepEqual(
      parts.accounts.list().map(({ label, environment }) => [label, environment]),
      [
        ['DEFAULT', 'vpc'],
        ['DEFAULT-classic', 'classic'],
      ],
    );
    assert.deepEqual(
      first.lists[0]?.map(({ label, picked }) => [label, picked]),
      [
        ['DEFAULT', true],
        ['old', true],
        ['other', true],
      ],
    );
    const sentence = first.said[0]?.sentence ?? '';
    const told = [
      'Imported: DEFAULT, DEFAULT-classic.',
      'old (NCP does not accept the key)',
      'other (here already as DEFAULT, DEFAULT-classic)',
      'evil.example',
      'half (the line ncloud_secret_access_key is missing)',
    ];
    for (const part of told) assert.ok(sentence.includes(part), `${part}: ${sentence}`);
    assert.ok(!sentence.includes(wrong));

    const again = await answered({}, run);
    assert.ok(again.lists[0]?.every(({ picked }) => !picked));
    const known = 'DEFAULT (here already as DEFAULT, DEFAULT-classic)';
    assert.ok(again.said[0]?.sentence.includes(known), again.said[0]?.sentence);
    assert.equal(parts.accounts.list().length, 2);

    const left = await answered({ pick: () => undefined }, run);
    assert.deepEqual(left.said, []);
  });
});

test('keys that cannot be checked are asked about once, all of them together', async (t) => {
  const parts = await open(t);
  Object.assign(parts.faults, offline);
  const text = [section('one', 'A', 'S1'), section('two', 'B', 'S2')].join('');
  await withConfigure(text, async () => {
    const left = await answered({ choices: [0, 2] }, () => importAccounts(parts));
    assert.deepEqual(left.dialogs[1]?.actions, ['Check Again', 'Use Them Anyway']);
    assert.match(left.dialogs[0]?.detail ?? '', /one, two$/);
    assert.match(left.said[0]?.sentence ?? '', /one \(could not be checked\), two \(could not be checked\)/);
    assert.deepEqual(parts.accounts.list(), []);

    const kept = await answered({ choices: [1] }, () => importAccounts(parts));
    assert.equal(kept.said[0]?.sentence, 'Imported: one, two.');
    assert.deepEqual(
      parts.accounts.list().map(({ label, environment, region }) => [label, environment, region]),
      [
        ['one', 'vpc', 'KR'],
        ['two', 'vpc', 'KR'],
      ],
    );
  });
});

test('a configure file that gives no key is told, with what is wrong with it', async (t) => {
  const parts = await open(t);
  const told: readonly (readonly [text: string, words: RegExp])[] = [
    ['', /configure holds no API key.*ncloud_access_key_id = … and ncloud_secret_access_key = …/],
    ['accessKey = A\nsecretKey = S\n', /configure holds no API key/],
    [`# ${'x'.repeat(64 * 1024)}\nncloud_access_key_id = A\n`, /configure is larger than 64 kB/],
    ['NCLOUD_SECRET_ACCESS_KEY=S', /default \(the line ncloud_access_key_id is missing\)/],
    [section('x', 'A', 'two words'), /x \(blanks or other signs that no key has\)/],
  ];
  const run = () => importAccounts(parts);
  for (const [text, words] of told) {
    await withConfigure(text, async () => {
      const { said } = await answered({}, run);
      assert.equal(said.length, 1, text.slice(0, 40));
      assert.match(said[0]?.sentence ?? '', words);
    });
  }
  await withConfigure('', async () => {
    const path = join(homedir(), '.ncloud', 'configure');
    rmSync(path);
    assert.match((await answered({}, run)).said[0]?.sentence ?? '', /No API key was found/);
    mkdirSync(path);
    assert.match((await answered({}, run)).said[0]?.sentence ?? '', /configure is no file/);
  });
  assert.deepEqual(parts.accounts.list(), []);
});
