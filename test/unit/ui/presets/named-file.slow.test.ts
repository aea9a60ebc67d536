// Names and links at random: what is read lies in the folder.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { localFault, namedPath, remoteFault } from '../../../../src/ui/presets/named-file';
import { needs } from '../../../support/needs';
import { base, lay, limit, look, own, root } from './named-folder';

test(
  'whatever a preset names and whatever links there are, what is read comes from the folder',
  needs('posix'),
  async (t) => {
    const part = fc.constantFrom('a', 'b', 'c', '..', '.', 'presets', 'space', 'out');
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    const target = fc.oneof(
      path,
      path.map((relative) => join(base, relative)),
      fc.constant('/'),
    );
    const place = fc.tuple(
      fc.constantFrom('space', 'space/presets', 'space/presets/a', 'out', ''),
      fc.constantFrom('a', 'b', 'c'),
    );
    const entry = fc.tuple(
      place,
      fc.oneof(
        fc.constant('file'),
        target.map((to) => `-> ${to}`),
      ),
    );
    const name = fc.oneof({ weight: 8, arbitrary: path }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) });
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 12 }),
        fc.array(name, { minLength: 3, maxLength: 8 }),
        async (entries, wanted) => {
          lay({ 'space/presets/keep': 'inside', 'out/keep': 'outside' });
          for (const [[folder, file], kind] of entries) {
            const at = join(base, folder, file);
            // A link may stand where a folder is wanted, and then what is put there lies where it leads.
            try {
              mkdirSync(dirname(at), { recursive: true });
              if (kind === 'file') writeFileSync(at, '?', { flag: 'wx' });
              else symlinkSync(kind.slice(3), at);
            } catch {}
          }
          for (const text of wanted) {
            const found = namedPath(root, own, text);
            if (found === undefined) continue;
            for (const fault of [await localFault(root, found, limit), await remoteFault(root, found, look, limit)]) {
              if (fault !== undefined) continue;
              // Which file that really is, by its place on the disk and not by any path.
              const { ino } = statSync(found);
              assert.ok(inodes(root).has(ino), `${JSON.stringify(text)} was read`);
              read += 1;
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    t.diagnostic(`${read} files were read`);
    assert.ok(read > 20);
  },
);

/** The files below a folder, without following any link. */
function inodes(folder: string): Set<number> {
  const found = new Set<number>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (entry.isFile()) found.add(statSync(at).ino);
    if (entry.isDirectory()) for (const inode of inodes(at)) found.add(inode);
  }
  return found;
}
