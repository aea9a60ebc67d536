// A name in a preset and the links of its folder, made for real: what is read lies in the folder, or nothing is read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { localFault, namedPath, remoteFault } from '../../../../src/ui/presets/named-file';
import { needs } from '../../../support/needs';
import { base, lay, limit, look, own, root } from './named-folder';

const posix = needs('posix');

type Verdict = 'text' | 'outside' | 'link' | 'missing' | 'unreadable' | 'no-file' | 'too-large';

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
  ['gone.sh', 'missing', 'missing'],
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
  ['dangling.sh', 'missing', 'link'],
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
