// Which presets a workspace has, also where the editor cannot search.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Uri, workspace } from 'vscode';
import { findPresets } from '../../../../src/ui/scripts/references';

const uriOf = (path: string) => ({ path }) as Uri;

/** Paths of the presets; folders that cannot be read have no names. */
async function presets(
  search: () => Promise<Uri[]>,
  folders?: Readonly<Record<string, readonly string[] | undefined>>,
) {
  Object.assign(Uri, { joinPath: ({ path }: Uri, name: string) => uriOf(`${path}/${name}`) });
  Object.assign(workspace, {
    findFiles: search,
    workspaceFolders: folders && Object.keys(folders).map((path) => ({ uri: uriOf(path) })),
  });
  Object.assign(workspace.fs, {
    readDirectory: async ({ path }: Uri) => {
      const names = folders?.[path];
      if (!names) throw new Error('no such folder');
      return names.map((name) => [name, 1]);
    },
  });
  return (await findPresets()).map(({ path }) => path);
}

test('presets are searched for; where that finds nothing, those at the top of the folders count', async () => {
  const folders = {
    '/w': ['web.ncloud.json', 'install.sh', 'ncloud.json'],
    '/gone': undefined,
    '/v': ['a.ncloud.json'],
  };
  const top = ['/w/web.ncloud.json', '/v/a.ncloud.json'];
  assert.deepEqual(await presets(async () => [uriOf('/w/deep/b.ncloud.json')], folders), ['/w/deep/b.ncloud.json']);
  assert.deepEqual(await presets(async () => [], folders), top);
  const noSearch = () => Promise.reject(new Error('no search'));
  assert.deepEqual(await presets(noSearch, folders), top);
  assert.deepEqual(await presets(noSearch), []);
});
