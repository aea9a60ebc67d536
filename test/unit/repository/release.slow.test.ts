// What the release script finds: each fault that a version can have, and what only its publisher can fill in.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faults, missing } from '../../support/release-checks.mjs';

const icon = Buffer.from(readFileSync('media/icons/extension.png'));

/** A version that is ready. */
const manifest = {
  version: '1.2.3',
  publisher: 'somebody',
  repository: { url: 'https://example.com/a.git' },
  main: './dist/main.cjs',
  icon: 'media/icons/extension.png',
  contributes: { walkthroughs: [{ steps: [{ media: { svg: 'media/walkthrough/key.svg' } }] }] },
};
const changelog = '# Changelog\n\n## [1.2.3] - 2026-01-31\n\n### Added\n\n- A thing.\n\n## [1.2.2] - 2026-01-01\n';
const texts = {
  'dist/main.cjs': 'code',
  'media/walkthrough/key.svg': '<svg/>',
  'README.md': '# A\n\n## One\n',
  'README.ko.md': '# 가\n\n## 하나\n',
  'CHANGELOG.md': changelog,
  LICENSE: 'MIT',
  'dist/ThirdPartyNotices.txt': 'none',
};

interface Change {
  readonly manifest?: object;
  readonly changelog?: string;
  readonly files?: Readonly<Record<string, string | Buffer | undefined>>;
}

function release(change: Change = {}) {
  const files = new Map([['media/icons/extension.png', icon]]);
  for (const [file, content] of Object.entries({ ...texts, ...change.files })) {
    if (content === undefined) files.delete(file);
    else files.set(file, Buffer.from(content));
  }
  return { manifest: { ...manifest, ...change.manifest }, changelog: change.changelog ?? changelog, files };
}

/** An icon of other sizes. */
function sized(width: number, height: number): Buffer {
  const png = Buffer.from(icon);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

const wrong: readonly (readonly [Change, RegExp])[] = [
  [{ manifest: { version: '1.2' } }, /the version 1\.2 is not/],
  [{ manifest: { version: '1.2.4' } }, /no section for 1\.2\.4/],
  [{ manifest: { version: '1.2.2' } }, /section for 1\.2\.2 .* is empty/],
  [{ changelog: '## [1.203]\n\n- A thing.\n' }, /no section for 1\.2\.3/],
  [{ files: { 'dist/main.cjs': undefined } }, /^dist\/main\.cjs is not in the VSIX/],
  [{ files: { 'media/walkthrough/key.svg': undefined } }, /^media\/walkthrough\/key\.svg is not in/],
  [{ files: { 'README.ko.md': undefined } }, /README\.ko\.md is not in/],
  [{ files: { 'dist/ThirdPartyNotices.txt': undefined } }, /Notices\.txt is not in/],
  [{ files: { 'media/icons/extension.png': undefined } }, /^media\/icons\/extension\.png is not in/],
  [{ files: { 'media/icons/extension.png': 'a picture of another kind' } }, /the icon is no PNG/],
  [{ files: { 'media/icons/extension.png': sized(64, 64) } }, /64 × 64/],
  [{ files: { 'media/icons/extension.png': sized(256, 128) } }, /256 × 128/],
  [{ files: { 'README.ko.md': '# 가\n' } }, /1 sections and README\.ko\.md 0/],
  [{ files: { 'README.md': '## One\n![a](media/a.png)' } }, /no picture from media\/a\.png/],
  [{ files: { 'README.md': '## One\n![a](https://example.com/a.svg)' } }, /no picture from https/],
  [
    { files: { 'dist/main.cjs': `-----BEGIN RSA PRIVATE KEY-----\n${'Ab1+'.repeat(9)}` } },
    /main\.cjs holds .* a private key/,
  ],
  [{ files: { 'dist/main.cjs': `"ncp_iam_BPA${'x1'.repeat(12)}"` } }, /an access key/],
  [{ files: { 'media/walkthrough/key.svg': `ghp_${'a1'.repeat(18)}` } }, /key\.svg holds .* a token/],
  [{ files: { 'dist/main.cjs': `open("${['', 'home', 'somebody', 'a.ts'].join('/')}")` } }, /the folder of whoever/],
  [{ files: { 'dist/main.cjs': '//# sourceMappingURL=main.cjs.map' } }, /the way to its sources/],
  ...['.env', 'dist/client.cjs', 'dist/main.cjs.map', 'src/extension.ts', 'media/icons/key.pem'].map(
    (file) => [{ files: { [file]: '' } }, /nobody has said that it ships/] as const,
  ),
];

test('a version that is ready has no fault, and each fault is told', () => {
  assert.deepEqual(faults(release()), []);
  for (const [change, told] of wrong) assert.match(faults(release(change)).join('\n'), told, String(told));
});

test('what only the publisher can fill in is named, each thing for itself', () => {
  assert.deepEqual(missing(release()), []);
  const open: readonly (readonly [Change, RegExp])[] = [
    [{ manifest: { publisher: 'ncloud-servers' } }, /^publisher: /],
    [{ manifest: { repository: undefined } }, /^repository: /],
    [{ manifest: { private: true } }, /^private: /],
    [{ changelog: changelog.replace(' - 2026-01-31', '') }, /^date: /],
  ];
  for (const [change, told] of open) {
    const lines = missing(release(change));
    assert.equal(lines.length, 1, lines.join());
    assert.match(lines[0] ?? '', told);
  }
});

test('the version that stands here has no fault', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/support/release.mjs', '--dry-run'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  assert.doesNotMatch(stdout, /Wrong:/);
  assert.match(stdout, /^ncloud-servers \d+\.\d+\.\d+, \d+ kB\n/);
});
