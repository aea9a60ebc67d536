// Whatever stands where a small text file should be, reading it ends, and soon.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { decode, readTextFile } from '../../../../src/ui/accounts/text-file';
import { needs } from '../../../support/needs';

const limit = 1000;
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'text-file-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const at = (name: string) => join(folder, name);

test('a file is read', async () => {
  writeFileSync(at('file'), 'a = b\n');
  assert.deepEqual(await readTextFile(at('file'), limit), { kind: 'text', text: 'a = b\n' });
  writeFileSync(at('empty'), '');
  assert.deepEqual(await readTextFile(at('empty'), limit), { kind: 'text', text: '' });
});

test('a link to a file is read', needs('posix'), async () => {
  writeFileSync(at('file'), 'a = b\n');
  symlinkSync(at('file'), at('link'));
  assert.deepEqual(await readTextFile(at('link'), limit), { kind: 'text', text: 'a = b\n' });
});

test('one byte more than allowed is too large', async () => {
  writeFileSync(at('most'), 'x'.repeat(limit));
  assert.equal((await readTextFile(at('most'), limit)).kind, 'text');
  writeFileSync(at('more'), 'x'.repeat(limit + 1));
  assert.deepEqual(await readTextFile(at('more'), limit), { kind: 'too-large' });
});

test('what is no file is not read', async () => {
  assert.deepEqual(await readTextFile(at('nothing'), limit), { kind: 'missing' });
  mkdirSync(at('folder'));
  assert.deepEqual(await readTextFile(at('folder'), limit), { kind: 'no-file' });
});

test('no pipe, device or broken link is read', needs('posix', 'mkfifo'), async () => {
  writeFileSync(at('file'), 'a = b\n');
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync(at('pipe'), at('link-to-pipe'));
  symlinkSync(at('gone'), at('dangling'));
  symlinkSync(at('round'), at('round'));
  const expected = {
    pipe: { kind: 'no-file' },
    'link-to-pipe': { kind: 'no-file' },
    dangling: { kind: 'missing' },
    round: { kind: 'unreadable', code: 'ELOOP' },
  };
  for (const [name, result] of Object.entries(expected)) {
    assert.deepEqual(await readTextFile(at(name), limit), result, name);
  }
  for (const device of ['/dev/null', '/dev/zero', '/dev/tty']) {
    assert.deepEqual(await readTextFile(device, limit), { kind: 'no-file' }, device);
  }
  assert.deepEqual(await readTextFile(join(at('file'), 'inside'), limit), { kind: 'unreadable', code: 'ENOTDIR' });
});

test('a file that may not be read says so', needs('posix'), async () => {
  symlinkSync(at('circle'), at('circle'));
  assert.deepEqual(await readTextFile(at('circle'), limit), { kind: 'unreadable', code: 'ELOOP' });
  // Root may read everything.
  if (isRoot) return;
  writeFileSync(at('closed'), 'x');
  chmodSync(at('closed'), 0);
  assert.deepEqual(await readTextFile(at('closed'), limit), { kind: 'unreadable', code: 'EACCES' });
});

test('a file that calls itself empty is read all the same, up to the limit', needs('/proc'), async () => {
  const file = await readTextFile('/proc/self/status', 64 * 1024);
  assert.ok(file.kind === 'text' && file.text.includes('Name:'));
  assert.deepEqual(await readTextFile('/proc/self/status', 10), { kind: 'too-large' });
});

test('UTF-8 and UTF-16 with their marks give the same text', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\ufeff')),
      (text) => {
        assert.equal(decode(Buffer.from(text)), text);
        assert.equal(decode(Buffer.from(`\ufeff${text}`)), text);
        assert.equal(decode(utf16(text)), text);
        assert.equal(decode(utf16(text).swap16()), text);
      },
    ),
  );
});

test('any bytes are some text', () => {
  const marks = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]);
  fc.assert(
    fc.property(marks, fc.uint8Array({ maxLength: 200 }), (mark, rest) => {
      assert.equal(typeof decode(Uint8Array.from([...mark, ...rest])), 'string');
    }),
    { numRuns: 1000 },
  );
});
