// The offers on files of the same kinds are the same in the title's menu and in the Explorer, and there are none before
// there is an account.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { holds } from '../when';

const { menus } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
type Context = Parameters<typeof holds>[1];

function offered(menu: string, context: Context): string[] {
  const items: { command: string; when: string; group: string }[] = menus[menu];
  const shown = items.filter(({ command, when }) => /Script/.test(command) && holds(when, context));
  return shown.map(({ command }) => command.slice('ncloud.'.length));
}

const kinds = ['shellscript', 'python', 'perl', 'powershell', 'vb'];
const account = { 'ncloud.hasAccount': true };

test('every kind of script has the same offers', () => {
  for (const resourceLangId of kinds) {
    const plain = { ...account, resourceLangId };
    const create = 'createServerWithScript';
    assert.deepEqual(
      offered('editor/title', plain),
      [create, 'uploadScript', 'compareScript', 'markScript'],
      resourceLangId,
    );
    assert.deepEqual(offered('explorer/context', plain), [create, 'markScript', 'uploadScript'], resourceLangId);
    const marked = { ...plain, 'ncloud.isInitScript': true, resource: 'a', 'ncloud.markedScripts': ['a', 'b'] };
    assert.deepEqual(
      offered('editor/title', marked),
      [create, 'uploadScript', 'compareScript', 'unmarkScript'],
      resourceLangId,
    );
    assert.deepEqual(offered('explorer/context', marked), [create, 'uploadScript'], resourceLangId);
  }
});

test('several files can be checked at once; a server is made with one, and one is uploaded', () => {
  const several = { ...account, resourceLangId: 'shellscript', listMultiSelection: true };
  assert.deepEqual(offered('explorer/context', several), ['markScript']);
});

test('a shell script, or an init script, can be tried in a container where the workspace is trusted, one at a time', () => {
  const trusted = { ...account, isWorkspaceTrusted: true };
  const isOffered = (menu: string, context: Context) => offered(menu, context).includes('tryScript');
  const shell = { ...trusted, resourceLangId: 'shellscript' };
  assert.ok(isOffered('editor/title', shell) && isOffered('explorer/context', shell));
  assert.ok(isOffered('editor/title', { ...trusted, resourceLangId: 'plaintext', 'ncloud.isInitScript': true }));
  assert.ok(!isOffered('explorer/context', { ...shell, listMultiSelection: true }));
  for (const resourceLangId of ['python', 'markdown']) {
    assert.ok(!isOffered('editor/title', { ...trusted, resourceLangId }), resourceLangId);
  }
  for (const missing of ['isWorkspaceTrusted', 'ncloud.hasAccount']) {
    for (const menu of ['editor/title', 'explorer/context'])
      assert.ok(!isOffered(menu, { ...shell, [missing]: false }));
  }
});

test('an init script in another language has them too', () => {
  const marked = { ...account, resourceLangId: 'yaml', 'ncloud.isInitScript': true };
  assert.deepEqual(offered('editor/title', marked), [
    'createServerWithScript',
    'uploadScript',
    'compareScript',
    'unmarkScript',
  ]);
});

test('before there is an account nothing is offered on a file', () => {
  for (const resourceLangId of [...kinds, 'markdown']) {
    for (const menu of ['editor/title', 'explorer/context']) assert.deepEqual(offered(menu, { resourceLangId }), []);
  }
  assert.deepEqual(offered('explorer/context', { ...account, resourceLangId: 'markdown' }), []);
});
