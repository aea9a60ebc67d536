import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortFolders } from '../../../../src/ui/presets/folders';

test('in the workspace a folder is told from the workspace folder on', () => {
  assert.deepEqual(shortFolders(['demo/web.ncloud.json', 'demo/a/b/c/web.ncloud.json', 'other/web.ncloud.json']), [
    'demo',
    'demo/a/b/c',
    'other',
  ]);
});

test('elsewhere the end of the path is enough, and files of one name are told apart', () => {
  assert.deepEqual(shortFolders(['/home/u/code/a/web.ncloud.json', '/home/u/code/b/db.ncloud.json']), [
    '…/code/a',
    '…/code/b',
  ]);
  assert.deepEqual(
    shortFolders([
      '/home/u/x/code/a/web.ncloud.json',
      '/home/u/y/code/a/web.ncloud.json',
      'C:\\b\\code\\a\\db.ncloud.json',
    ]),
    ['…/x/code/a', '…/y/code/a', '…/code/a'],
  );
});

test('a path that is all needed is shown whole, and no file makes it endless', () => {
  assert.deepEqual(shortFolders(['/a.ncloud.json', '/tmp/a.ncloud.json', '/tmp/a.ncloud.json']), ['', '/tmp', '/tmp']);
});
