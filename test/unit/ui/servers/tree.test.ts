// The rows of creations: what another window does, what was made and not seen yet, and records that cannot be read.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { intentText } from '../../../../src/servers/creation/intent-text';
import { Fleet } from '../../../../src/servers/fleet';
import { toServer } from '../../../../src/servers/index';
import { Accounts } from '../../../../src/ui/accounts/account';
import { removeRecord } from '../../../../src/ui/servers/commands/records';
import type { Node } from '../../../../src/ui/servers/nodes';
import { ServersTree } from '../../../../src/ui/servers/tree';
import { ask, IntentFolder, openJournal } from '../../../support/intents';
import { Memory } from '../../../support/memory';

async function open(t: TestContext) {
  const folder = new IntentFolder();
  const journal = openJournal(folder);
  const fleet = new Fleet(journal);
  const accounts = new Accounts(new Memory());
  const addAccount = () =>
    accounts.save({ id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' });
  const load = async () => fleet.renew('a', [], Date.now());
  const tree = new ServersTree(accounts, fleet, async () => ({ load, tooltip: () => '' }));
  t.after(() => {
    for (const part of [tree, fleet, journal, accounts]) part.dispose();
  });
  const nodes = (parent?: Node) => tree.getChildren(parent);
  const rows = async (parent?: Node) =>
    (await nodes(parent)).map((node) => {
      const { label, description, contextValue } = tree.getTreeItem(node);
      return `${label} | ${description} | ${contextValue}`;
    });
  const below = () => rows(tree.account('a'));
  return { folder, journal, fleet, tree, addAccount, nodes, rows, below };
}

Object.assign(vscode.Uri, { file: (fsPath: string) => ({ fsPath }) });

/** Has each question answered with its button, or left; gives the questions. */
function answer(agrees: boolean): string[] {
  const asked: string[] = [];
  const showWarningMessage = async (title: string, _: unknown, action: string) => {
    asked.push(title);
    return agrees ? action : undefined;
  };
  Object.assign(vscode.window, { showWarningMessage });
  return asked;
}

const damaged = JSON.stringify({ version: 1, accountId: 'a', names: ['web'] });
const newer = JSON.stringify({ version: 2, accountId: 'gone', names: ['db', 'api'] });

test('what another window does is told as that, what was made as made until the list has it, and has no check', async (t) => {
  const { folder, journal, fleet, tree, addAccount, below } = await open(t);
  await addAccount();
  const other = openJournal(folder, { pid: 2 });
  const sent = await ask(other, 'a', ['web']);
  await journal.load();
  assert.deepEqual(await below(), ['web | another window is creating it… | requested']);
  await other.conclude(sent, { web: '7' }, []);
  await journal.load();
  assert.deepEqual(await below(), ['web | made, not in the list yet | made']);
  const [row] = await tree.getChildren(tree.account('a'));
  assert.equal(row && tree.getTreeItem(row).command, undefined);
  fleet.adopt('a', [toServer('vpc', { serverInstanceNo: '7', serverName: 'web' })]);
  assert.equal((await below()).length, 1, 'one row for one server');
  assert.ok(await removeRecord(journal, row));
  assert.deepEqual(journal.list('a'), []);
  other.dispose();
});

test('records that cannot be read stand below their account, or beside the accounts, and open with a click', async (t) => {
  const { folder, journal, tree, addAccount, nodes, rows, below } = await open(t);
  const drawn: unknown[] = [];
  tree.onDidChangeTreeData((node) => drawn.push(node));
  folder.files.set('1', damaged);
  folder.files.set('2', newer);
  folder.files.set('3', 'half of a fi');
  await journal.load();
  assert.deepEqual([drawn, await rows()], [[undefined], []], 'the view says how to add an account');
  await addAccount();
  const [, ...others] = await rows();
  assert.deepEqual(others, [
    'db, api | written by a newer version – Open | newer',
    'A server creation | the record is damaged – Open | corrupt',
  ]);
  assert.deepEqual(await below(), ['web | the record is damaged – Open | corrupt']);
  const record = (await nodes())[2] as Node;
  const { command } = tree.getTreeItem(record);
  assert.deepEqual(
    [command?.command, String(command?.arguments?.[0]?.fsPath).endsWith('3.json')],
    ['vscode.open', true],
  );
  assert.equal(tree.getParent(record), undefined);
  const [own] = await nodes(tree.account('a'));
  assert.deepEqual(own && tree.getParent(own), tree.account('a'));
});

test('a damaged record goes after a question, one of a newer version does not, and no other row is touched', async (t) => {
  const { folder, journal, tree, addAccount, nodes, rows } = await open(t);
  await addAccount();
  folder.files.set('2', newer);
  folder.files.set('3', '');
  await journal.load();
  const [account, future, corrupt] = await nodes();
  const unasked = answer(true);
  for (const row of [undefined, null, 'x', account, { kind: 'record', id: 'none' }, future]) {
    assert.equal(await removeRecord(journal, row), false);
  }
  assert.deepEqual(unasked, []);
  const left = answer(false);
  assert.ok(await removeRecord(journal, corrupt));
  assert.deepEqual([left.length, folder.files.size], [1, 2]);
  answer(true);
  assert.ok(await removeRecord(journal, corrupt));
  assert.deepEqual([[...folder.files.keys()], (await rows()).length], [['2'], 2]);
  await journal.load();
  assert.equal(tree.getTreeItem(corrupt as Node).label, '');
});

test('names of others are drawn as text', async (t) => {
  const { folder, journal, addAccount, rows } = await open(t);
  await addAccount();
  folder.files.set('1', JSON.stringify({ version: 3, names: ['$(trash) a\nb\u202ec'] }));
  folder.files.set('2', intentText({ nonsense: true } as never));
  await journal.load();
  const [, hostile = ''] = await rows();
  assert.doesNotMatch(hostile, /[\n\u202e]/);
});
