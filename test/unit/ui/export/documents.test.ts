// The names of exported documents: whatever a server is called, one that a file can have.
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileNameOf } from '../../../../src/ui/export/documents';

test('a name that a file can have stays', () => {
  for (const name of ['web', 'create-web.sh', 'web-001.tf', '서버 이름', 'a.b']) assert.equal(fileNameOf(name), name);
});

test('whatever a server is called, its document stays in its place and has a name', () => {
  const part = fc.constantFrom(
    '..',
    '/',
    '\\',
    'C:',
    '?',
    '*',
    '"',
    '<',
    '|',
    '\u202e',
    '\u0000',
    ' ',
    '.',
    'web',
    '서버',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const name = fileNameOf(parts.join(''));
      assert.ok(name !== '' && !name.startsWith('.'), JSON.stringify(name));
      assert.doesNotMatch(name, /[/\\:*?"<>|\p{Cc}\u202e]/u);
      assert.deepEqual([posix.basename(name), win32.basename(name)], [name, name]);
    }),
  );
});
