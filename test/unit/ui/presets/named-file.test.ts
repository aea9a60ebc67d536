// A name in a preset and the links of its folder, made for real: what is read lies in the folder, or nothing is read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Look, localFault, namedPath, remoteFault } from '../../../../src/ui/presets/named-file';
import { needs } from '../../../support/needs';

const limit = 100;
const posix = needs('posix');

/** `base/space` is the workspace, `base/space/presets` the folder of the preset; the rest is outside. */
let base: string;
let root: string;
let own: string;
before(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'named-')));
  root = join(base, 'space');
  own = join(root, 'presets');
});
after(() => rmSync(base, { recursive: true, force: true }));

/** Makes the tree anew: files are texts, links are `-> target`. */
function lay(tree: Readonly<Record<string, string>>): void {
  rmSync(base, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  for (const [path, text] of Object.entries(tree)) {
    const at = join(base, path);
    mkdirSync(dirname(at), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), at);
    else writeFileSync(at, text);
  }
}

/** As the editor tells of a file that is not of this computer. */
async function look(path: string): Promise<Look> {
  const isLink = lstatSync(path).isSymbolicLink();
  const status = existsSync(path) ? statSync(path) : lstatSync(path);
  return { isLink, isFile: status.isFile(), size: status.size };
}

type Verdict = 'text' | 'outside' | 'link' | 'unreadable' | 'no-file' | 'too-large';

async function verdicts(name: string): Promise<readonly [local: Verdict, remote: Verdict]> {
  const path = namedPath(root, own, name);
  if (path === undefined) return ['text', 'text'];
  return [(await localFault(root, path, limit)) ?? 'text', (await remoteFault(root, path, look, limit)) ?? 'text'];
}

test('a name leads no higher than the folder, as far as text tells', () => {
  const inside: readonly (readonly [name: string, path: string])[] = [
    ['a.sh', '/w/p/a.sh'],
    ['./a.sh', '/w/p/a.sh'],
    ['x/../a.sh', '/w/p/a.sh'],
    ['../a.sh', '/w/a.sh'],
    ['x/y z/한글.sh', '/w/p/x/y z/한글.sh'],
    ['..a/..b', '/w/p/..a/..b'],
    ['', '/w/p'],
    ['%2e%2e/%2e%2e/a', '/w/p/%2e%2e/%2e%2e/a'],
    ['file:///etc/passwd', '/w/p/file:/etc/passwd'],
  ];
  for (const [name, path] of inside) assert.equal(namedPath('/w', '/w/p', name), path, name);
  const outside = [
    '/etc/passwd',
    '../../a',
    '../../w2/a',
    'x/../../../a',
    'C:/a',
    'c:a',
    '\\a',
    'a\\b',
    '..\\a',
    '//h/a',
    '..',
  ];
  for (const name of outside) assert.equal(namedPath('/w', '/w/p', name), undefined, name);
  assert.equal(namedPath('/w/', '/w', 'a.sh'), '/w/a.sh');
  assert.equal(namedPath('/', '/p', '../a.sh'), '/a.sh');
  assert.equal(namedPath('/C:/Code', '/c:/space/p', '../a.sh'), '/c:/space/a.sh');
  assert.equal(namedPath('/C:/Code', '/c:/space/p', '../../a.sh'), undefined);
});

const tree = {
  'space/presets/good.sh': 'inside',
  'space/presets/sub/deep.sh': 'inside',
  'space/top.sh': 'inside',
  'space/presets/large.sh': 'x'.repeat(limit + 1),
  'space/presets/most.sh': 'x'.repeat(limit),
  'space/presets/in.sh': '-> good.sh',
  'space/presets/in-up.sh': '-> ../top.sh',
  'space/presets/out.sh': '-> ../../secret',
  'space/presets/out-and-in.sh': '-> ../../back/good.sh',
  'space/presets/chain-in.sh': '-> in.sh',
  'space/presets/chain-out.sh': '-> chain-2.sh',
  'space/presets/chain-2.sh': '-> out.sh',
  'space/presets/loop.sh': '-> loop-2.sh',
  'space/presets/loop-2.sh': '-> loop.sh',
  'space/presets/dangling.sh': '-> nothing',
  'space/presets/dir-in': '-> sub',
  'space/presets/dir-out': '-> ../../home',
  'space/presets/dir-root': '-> /',
  'space/presets/large-link.sh': '-> large.sh',
  'space/presets/device.sh': '-> /dev/zero',
  'space2/near.sh': 'outside',
  'space/presets/near.sh': '-> ../../space2/near.sh',
  'home/key': 'outside',
  secret: 'outside',
  back: '-> space/presets',
};

const table: readonly (readonly [name: string, local: Verdict, remote: Verdict])[] = [
  ['good.sh', 'text', 'text'],
  ['../top.sh', 'text', 'text'],
  ['sub/deep.sh', 'text', 'text'],
  ['most.sh', 'text', 'text'],
  ['large.sh', 'too-large', 'too-large'],
  ['sub', 'no-file', 'no-file'],
  ['.', 'no-file', 'no-file'],
  ['gone.sh', 'unreadable', 'unreadable'],
  ['good.sh/inside', 'unreadable', 'unreadable'],
  ['nul\0.sh', 'unreadable', 'unreadable'],
  ['in.sh', 'text', 'link'],
  ['in-up.sh', 'text', 'link'],
  ['chain-in.sh', 'text', 'link'],
  ['dir-in/deep.sh', 'text', 'link'],
  ['dir-in', 'no-file', 'link'],
  ['out.sh', 'outside', 'link'],
  ['chain-out.sh', 'outside', 'link'],
  ['near.sh', 'outside', 'link'],
  ['out-and-in.sh', 'text', 'link'],
  ['dir-out/key', 'outside', 'link'],
  ['dir-root/etc/passwd', 'outside', 'link'],
  ['device.sh', 'outside', 'link'],
  ['large-link.sh', 'too-large', 'link'],
  ['loop.sh', 'unreadable', 'link'],
  ['dangling.sh', 'unreadable', 'link'],
];

for (const [name, local, remote] of table) {
  test(`${JSON.stringify(name)}: ${local} here, ${remote} elsewhere`, posix, async () => {
    lay(tree);
    assert.deepEqual(await verdicts(name), [local, remote]);
  });
}

test('a pipe is not opened', needs('posix', 'mkfifo'), async () => {
  lay({});
  execFileSync('mkfifo', [join(own, 'pipe.sh')]);
  assert.deepEqual(await verdicts('pipe.sh'), ['no-file', 'no-file']);
});

test('a workspace that is reached by a link is a workspace all the same', posix, async () => {
  lay({
    'space/presets/good.sh': 'inside',
    'space/presets/out.sh': '-> ../../secret',
    secret: 'outside',
    here: '-> space',
  });
  const linked = join(base, 'here');
  const fault = (name: string) => localFault(linked, namedPath(linked, join(linked, 'presets'), name) ?? '', limit);
  assert.equal(await fault('good.sh'), undefined);
  assert.equal(await fault('out.sh'), 'outside');
});

test('a folder in another case is the same folder where case does not count', posix, async (t) => {
  lay({ 'space/presets/good.sh': 'inside' });
  const other = join(base, 'WORK');
  if (!existsSync(other)) return t.diagnostic('case counts here');
  assert.equal(await localFault(other, join(own, 'good.sh'), limit), undefined);
});

test('whatever a preset names and whatever links there are, what is read comes from the folder', posix, async (t) => {
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
});

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
