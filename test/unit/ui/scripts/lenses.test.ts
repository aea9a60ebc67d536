// What stands above the first line of a script: nothing, the offer to check it, or what is known of it at NCP.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type * as vscode from 'vscode';
import { workspace } from 'vscode';
import type { InitScript } from '../../../../src/scripts/library/list';
import { AccountRows } from '../../../../src/ui/account-rows';
import { type Account, Accounts } from '../../../../src/ui/accounts/account';
import { InitScriptFiles } from '../../../../src/ui/scripts/files';
import { ScriptLenses } from '../../../../src/ui/scripts/lenses';
import { UploadedScripts } from '../../../../src/ui/scripts/uploaded';
import { Memory } from '../../../support/memory';
import { documentOf } from './documents';

const company: Account = { id: 'v', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };
const other: Account = { ...company, id: 'w', label: 'other' };
const classic: Account = { ...company, id: 'c', environment: 'classic', region: '1' };
const text = '#!/bin/bash\necho hello\n';

function script(number: string, name = 'web'): InitScript {
  return { number, name, environment: 'vpc', osType: 'LNX', description: '', createDate: '' };
}

async function open(t: TestContext, ...all: readonly Account[]) {
  const memory = new Memory();
  const accounts = new Accounts(new Memory());
  for (const account of all) await accounts.save(account);
  const model = new AccountRows<InitScript>(accounts);
  const files = new InitScriptFiles(memory);
  const uploaded = new UploadedScripts(memory, accounts, model);
  const lenses = new ScriptLenses(files, uploaded, accounts);
  t.after(() => {
    for (const part of [lenses, uploaded, files, model, accounts]) part.dispose();
  });
  const titles = (document: vscode.TextDocument) =>
    lenses.provideCodeLenses(document).map(({ command }) => command?.title);
  return { memory, accounts, model, files, uploaded, lenses, titles };
}

/** What sets the time that the parts see. */
function clockOf(t: TestContext): (milliseconds: number) => void {
  let time = 0;
  t.mock.method(Date, 'now', () => time);
  return (milliseconds) => {
    time = milliseconds;
  };
}

const create = 'Create server with this script';
const offer = [create, 'Check as init script'];
const upload = [create, 'Upload as init script'];

test('before there is an account there is nothing, even in a file that is marked', async (t) => {
  const { files, titles } = await open(t);
  const document = documentOf(text);
  await files.set(document.uri, true);
  assert.deepEqual(titles(document), []);
});

test('a script that names its interpreter is offered to be checked, other files are left alone', async (t) => {
  const { files, titles } = await open(t, company);
  const cases: [ReturnType<typeof documentOf>, readonly string[]][] = [
    [documentOf(text), offer],
    [documentOf(`\ufeff${text}`), offer],
    [documentOf('#!/usr/bin/python3\n', { path: '/w/a.py', languageId: 'python' }), offer],
    [documentOf('echo a library\n'), []],
    [documentOf('# a heading\n', { path: '/w/README.md', languageId: 'markdown' }), []],
    [documentOf('#!/usr/bin/env node\n', { path: '/w/a.js', languageId: 'javascript' }), []],
    // The older side of a comparison with a repository.
    [documentOf(text, { scheme: 'git' }), []],
  ];
  for (const [document, expected] of cases) assert.deepEqual(titles(document), expected, document.uri.path);
  const document = documentOf(text);
  await files.set(document.uri, false);
  assert.deepEqual(titles(document), []);
  await files.set(document.uri, true);
  assert.deepEqual(titles(document), upload);
});

test('what is known of a file goes with it when it, or its folder, gets another name', async (t) => {
  const listeners: ((event: vscode.FileRenameEvent) => void)[] = [];
  t.mock.method(workspace, 'onDidRenameFiles', (listener: (event: vscode.FileRenameEvent) => void) => {
    listeners.push(listener);
    return { dispose: () => undefined };
  });
  const { files, uploaded, titles } = await open(t, company, { ...company, id: 's', site: 'sandbox' });
  const at = (path: string) => documentOf(text, { path });
  const rename = async (from: string, to: string) => {
    const renamed = { files: [{ oldUri: at(from).uri, newUri: at(to).uri }] };
    for (const listener of listeners) listener(renamed);
    await new Promise(setImmediate);
  };
  const paths = ['/w/a/kept.sh', '/w/a/passing.sh'];
  const known = paths.map(() => [create, 'Uploaded as web (company) · Compare']);
  for (const [place, path] of paths.entries()) {
    await files.set(at(path).uri, true);
    await uploaded.add(at(path).uri, place === 0 ? 'v' : 's', script('7'), text);
  }
  await rename('/w/a', '/w/b');
  await rename('/w/ab', '/w/c');
  const moved = ['/w/b/kept.sh', '/w/b/passing.sh'];
  assert.deepEqual(
    moved.map((path) => titles(at(path))),
    known,
  );
  assert.deepEqual(
    paths.map((path) => titles(at(path))),
    [offer, offer],
  );
  await files.set(at('/w/b/no.sh').uri, false);
  await rename('/w/b/kept.sh', '/w/b/no.sh');
  assert.deepEqual(titles(at('/w/b/no.sh')), known[0]);
});

test('where no script can be uploaded, no upload is offered', async (t) => {
  const { files, titles } = await open(t, classic);
  const document = documentOf(text);
  await files.set(document.uri, true);
  assert.deepEqual(titles(document), [create]);
});

test('use marks a file once; who takes that back is not overruled by the next use', async (t) => {
  const { files, titles } = await open(t, company);
  const document = documentOf(text);
  assert.equal(await files.use(document), true);
  assert.deepEqual([files.has(document), await files.use(document)], [true, false]);
  await files.undoUse(document.uri);
  assert.deepEqual([files.has(document), await files.use(document), titles(document)], [false, false, offer]);
  const stored = documentOf(text, { scheme: 'ncloud-script', path: '/v/1/web.sh' });
  const compared = documentOf(text, { scheme: 'git' });
  assert.deepEqual([await files.use(stored), await files.use(compared)], [false, false]);
});

test('a mark of a document without a file ends with the window', async (t) => {
  const { files, memory } = await open(t, company);
  const document = documentOf(text, { scheme: 'untitled', path: 'Untitled-1' });
  await files.set(document.uri, true);
  assert.equal(files.has(document), true);
  assert.deepEqual(new InitScriptFiles(memory).has(document), false);
});

test('after an upload the lens knows, until the text changes or the script is gone', async (t) => {
  const { files, uploaded, model, titles } = await open(t, company);
  const document = documentOf(text);
  await files.use(document);
  await uploaded.add(document.uri, 'v', script('1'), text);
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  // What follows the last line gets lost on the way.
  assert.deepEqual(titles(documentOf(`${text}\n`)), [create, 'Uploaded as web · Compare']);
  assert.deepEqual(titles(documentOf(`${text}echo more\n`)), [create, 'Changed since web · Upload']);
  model.fail('v', 'NCP did not answer in time.');
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  model.renew('v', [script('1'), script('2')]);
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  model.renew('v', [script('2')]);
  assert.deepEqual(titles(document), upload);
});

test('a list that was read before the upload does not speak against it', async (t) => {
  const { files, uploaded, model, titles } = await open(t, company);
  const document = documentOf(text);
  await files.use(document);
  const setTime = clockOf(t);
  setTime(1000);
  model.renew('v', []);
  setTime(2000);
  await uploaded.add(document.uri, 'v', script('1'), text);
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  setTime(3000);
  model.renew('v', []);
  assert.deepEqual(titles(document), upload);
});

test('what the console has changed is seen once the script is read', async (t) => {
  const { files, uploaded, titles } = await open(t, company);
  const document = documentOf(text);
  await files.use(document);
  await uploaded.add(document.uri, 'v', script('1'), text);
  await uploaded.see('v', '2', 'another script');
  await uploaded.see('w', '1', 'that of another account');
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  await uploaded.see('v', '1', '#!/bin/bash\necho changed\n');
  assert.deepEqual(titles(document), [create, 'Changed since web · Upload']);
});

test('with several accounts it is said which one has it; the current one counts', async (t) => {
  const { accounts, files, uploaded, lenses, titles } = await open(t, company, other, classic);
  const document = documentOf(text);
  await files.use(document);
  const setTime = clockOf(t);
  setTime(1000);
  await uploaded.add(document.uri, 'v', script('1', 'web'), text);
  setTime(2000);
  await uploaded.add(document.uri, 'w', script('7', 'api'), `${text}echo more\n`);
  assert.deepEqual(titles(document), [create, 'Changed since api (other) · Upload']);
  await accounts.setCurrent('v');
  assert.deepEqual(titles(document), [create, 'Uploaded as web (company) · Compare']);
  const [, compare] = lenses.provideCodeLenses(document);
  assert.deepEqual(compare?.command?.arguments, [document.uri, { accountId: 'v', number: '1' }]);
  // Scripts do not go to Classic: the last upload counts again.
  await accounts.setCurrent('c');
  assert.deepEqual(titles(document), [create, 'Changed since api (other) · Upload']);
  await accounts.remove('w');
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  await accounts.remove('v');
  assert.deepEqual(titles(document), [create]);
});

test('uploads outlive the window, without the text, but not those of the sandbox, which forgets them itself', async (t) => {
  const sandbox: Account = { ...other, site: 'sandbox' };
  const { memory, accounts, model, uploaded } = await open(t, company, sandbox);
  const document = documentOf(text);
  await uploaded.add(document.uri, 'v', script('1'), text);
  await uploaded.add(document.uri, 'w', script('2'), text);
  const later = new UploadedScripts(memory, accounts, model);
  t.after(() => later.dispose());
  assert.equal(later.of(document.uri)?.number, '1');
  assert.doesNotMatch(JSON.stringify(memory.keys().map((key) => memory.get(key))), /hello/);
});

test('a list that was asked for before the upload does not tell that the script is gone', async (t) => {
  const { files, uploaded, model, titles } = await open(t, company);
  const setTime = clockOf(t);
  const document = documentOf(text);
  await files.set(document.uri, true);
  setTime(5);
  await uploaded.add(document.uri, 'v', script('7'), text);
  setTime(9);
  model.renew('v', [], 3);
  assert.deepEqual(titles(document), [create, 'Uploaded as web · Compare']);
  model.renew('v', [], 8);
  assert.deepEqual(titles(document), upload);
});

test('the scripts of a sandbox that was left are not those of the next one', async (t) => {
  const { accounts, files, uploaded, titles } = await open(t, company);
  const sandbox: Account = { ...company, id: 's', label: 'sandbox', site: 'sandbox' };
  const document = documentOf(text);
  await files.set(document.uri, true);
  await accounts.save(sandbox);
  await uploaded.add(document.uri, 's', script('7'), text);
  assert.deepEqual(titles(document), [create, 'Uploaded as web (sandbox) · Compare']);
  await accounts.remove('s');
  await accounts.save(sandbox);
  assert.deepEqual(titles(document), upload);
});
