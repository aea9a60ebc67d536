// What lies in a folder, whatever its parts are called.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInside } from '../../../src/ui/inside';

const name = fc.constantFrom('a', '..a', '...', '.git', 'b c', '서버');
const path = fc.array(name, { maxLength: 4 }).map((parts) => join('/home', ...parts));

test('what stands below a folder lies in it, and so does the folder itself', () => {
  fc.assert(
    fc.property(path, fc.array(name, { maxLength: 3 }), (folder, below) => isInside(join(folder, ...below), folder)),
  );
});

test('what stands above or beside a folder does not', () => {
  fc.assert(
    fc.property(path, name, fc.array(name, { maxLength: 3 }), (folder, own, below) => {
      assert.equal(isInside(folder, join(folder, own)), false);
      assert.equal(isInside(join(folder, `${own}x`, ...below), join(folder, own)), false);
    }),
  );
});
