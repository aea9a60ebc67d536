// A script that was named earlier is opened as it is now, or not at all: never an empty document in its place.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as vscode from 'vscode';
import { openScript } from '../../../../src/ui/scripts/open';
import { Told } from '../../../../src/ui/told';

const address = (scheme: string, path: string, authority = ''): vscode.Uri =>
  ({
    scheme,
    path,
    authority,
    with: (change: { path: string }) => address(scheme, change.path, authority),
    toString: () => `${scheme}://${authority}${path}`,
  }) as unknown as vscode.Uri;

const opened: string[] = [];

function given(open: readonly vscode.Uri[], folders: readonly vscode.Uri[]) {
  opened.length = 0;
  Object.assign(vscode.workspace, {
    textDocuments: open.map((uri) => ({ uri })),
    workspaceFolders: folders.map((uri) => ({ uri })),
    openTextDocument: async (uri: vscode.Uri) => {
      opened.push(uri.toString());
      if (uri.path.endsWith('gone.sh')) throw new Error('ENOENT');
      return { uri };
    },
  });
}

const own = { ...vscode.workspace };
after(() => Object.assign(vscode.workspace, own));

const fresh = address('untitled', 'Untitled-1');
const placed = address('untitled', '/ws/init-scripts/web.sh', 'ssh+host');
const folder = address('vscode-remote', '/ws', 'ssh+host');

test('a file is opened where it is', async () => {
  given([], []);
  assert.equal((await openScript(address('file', '/ws/web.sh'))).uri.path, '/ws/web.sh');
});

test('a new document is the one that is open', async () => {
  given([fresh], [folder]);
  assert.equal((await openScript(fresh)).uri, fresh);
  assert.deepEqual(opened, []);
});

test('a new document that was given a place in the workspace is found there once it is saved', async () => {
  given([], [address('vscode-remote', '/other', 'ssh+host'), folder]);
  assert.equal(String((await openScript(placed)).uri), 'vscode-remote://ssh+host/ws/init-scripts/web.sh');
});

test('what is closed or gone is said, and nothing is opened in its place', async () => {
  for (const [file, folders] of [
    [fresh, [folder]],
    [placed, []],
    [placed, [address('vscode-remote', '/ws', 'other')]],
    [placed, [address('vscode-remote', '/w', 'ssh+host')]],
  ] as const) {
    given([], folders);
    await assert.rejects(
      openScript(file),
      (error) => error instanceof Told && error.message.includes('cannot be read'),
    );
    assert.deepEqual(opened, []);
  }
  given([], []);
  await assert.rejects(openScript(address('file', '/ws/gone.sh')), Told);
});
