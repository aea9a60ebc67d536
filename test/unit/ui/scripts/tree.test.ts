// The view of init scripts: what stands below an account before, while and after its list is read.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { InitScript } from '../../../../src/scripts/library/list';
import { AccountRows } from '../../../../src/ui/account-rows';
import type { TreeNode } from '../../../../src/ui/account-tree';
import { type Account, Accounts } from '../../../../src/ui/accounts/account';
import { type ScriptNode, ScriptsTree } from '../../../../src/ui/scripts/tree';
import { Memory } from '../../../support/memory';

const vpc: Account = { id: 'v', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };
const classic: Account = { ...vpc, id: 'c', environment: 'classic', region: '1' };

function script(number: string, name: string): InitScript {
  return { number, name, environment: 'vpc', osType: 'LNX', description: '', createDate: '2026-01-02T03:04:05+0900' };
}

/** The tree over two accounts; `answers` are the scripts of those that can be read. */
async function open(t: TestContext, answers: Readonly<Record<string, readonly InitScript[]>>) {
  const accounts = new Accounts(new Memory());
  for (const account of [vpc, classic]) await accounts.save(account);
  const model = new AccountRows<InitScript>(accounts);
  const asked: string[] = [];
  const load = async (accountId: string) => {
    asked.push(accountId);
    const scripts = answers[accountId];
    if (scripts) model.renew(accountId, scripts);
    else model.fail(accountId, 'NCP did not answer in time.');
  };
  const tree = new ScriptsTree(accounts, model, load);
  t.after(() => {
    for (const part of [tree, model, accounts]) part.dispose();
  });
  const below = async (accountId: string) => tree.getChildren(tree.account(accountId));
  const labels = (nodes: readonly TreeNode<ScriptNode>[]) => nodes.map((node) => String(tree.getTreeItem(node).label));
  return { tree, model, asked, below, labels };
}

test('nothing is read before an account is opened, and then once', async (t) => {
  const { tree, asked, below, labels } = await open(t, { v: [script('2', 'web-10'), script('1', 'web-9')] });
  const roots = await tree.getChildren();
  assert.deepEqual(labels(roots), ['company', 'company']);
  assert.deepEqual(asked, []);
  const rows = await below('v');
  assert.deepEqual(labels(rows), ['web-9', 'web-10']);
  assert.deepEqual(await below('v'), rows);
  assert.deepEqual(asked, ['v']);
  assert.equal(tree.getParent(rows[0] as TreeNode<ScriptNode>), roots[0]);
});

test('each row keeps its object, and each account an id of this window', async (t) => {
  const { tree, model, below } = await open(t, { v: [script('1', 'web')] });
  const [row] = await below('v');
  model.renew('v', [script('1', 'renamed'), script('2', 'api')]);
  const rows = await below('v');
  assert.equal(rows[1], row);
  assert.equal(tree.account('v'), tree.account('v'));
  const ids = (await tree.getChildren()).map((node) => tree.getTreeItem(node).id);
  assert.equal(new Set(ids).size, 2);
  const other = await open(t, {});
  assert.notEqual(other.tree.getTreeItem(other.tree.account('v')).id, ids[0]);
});

test('a list that cannot be renewed stays, below the reason and a way to try again', async (t) => {
  const { tree, model, below, labels } = await open(t, { v: [script('1', 'web')] });
  await below('v');
  model.fail('v', 'NCP did not answer in time.');
  const rows = await below('v');
  assert.match(labels(rows).join(), /^as of \d\d:\d\d – Retry,web$/);
  const { command, description, tooltip } = tree.getTreeItem(rows[0] as TreeNode<ScriptNode>);
  assert.deepEqual([command?.command, description], ['ncloud.refreshScripts', undefined], 'a row that is not clipped');
  assert.equal(tooltip, 'NCP did not answer in time.');
  assert.deepEqual(labels(await below('c')), ['Not read yet – Retry']);
});

test('an account without a script offers a new one where scripts can be made', async (t) => {
  const { tree, below, labels } = await open(t, { v: [], c: [] });
  const [offer] = await below('v');
  assert.ok(offer);
  assert.deepEqual(labels([offer]), ['No init script yet – New from a template']);
  assert.equal(tree.getTreeItem(offer).command?.command, 'ncloud.newScript');
  const [none] = await below('c');
  assert.ok(none);
  assert.deepEqual(labels([none]), ['No init script yet']);
  assert.equal(tree.getTreeItem(none).command, undefined);
});
