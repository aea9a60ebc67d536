import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keeper, type VsCode } from '../../../media/keeper';
import type { ToHost } from '../../../src/protocol';
import type { Draft, LeftForm } from '../../../src/reference/index';

const draft: Draft = { environment: 'vpc', values: { serverName: 'web' }, chosen: {} };
const memory = { rows: {}, filled: [] };
const form: LeftForm = { draft, memory };
const place = { accountId: 'a', number: 1 };

function open(state?: ReturnType<VsCode['getState']>, shown = place) {
  const posted: ToHost[] = [];
  const editor = { state, posted };
  const vscode: VsCode = {
    postMessage: (message) => void posted.push(message),
    getState: () => editor.state,
    setState: (next) => {
      editor.state = next;
    },
  };
  return { keeper: new Keeper(vscode, shown), editor };
}

test('the account is kept at once, before there is any draft', () => {
  const { keeper, editor } = open();
  keeper.begin();
  assert.deepEqual(editor.state, place);
  assert.equal(keeper.kept, undefined);
});

test('what was kept before the page was loaded again stays, and is for its form only', () => {
  const state = { ...place, ...form };
  const { keeper, editor } = open(state);
  keeper.begin();
  assert.deepEqual(editor.state, state);
  assert.deepEqual(keeper.kept, form);
  for (const other of [
    { accountId: 'b', number: 1 },
    { accountId: 'a', number: 2 },
  ])
    assert.equal(open(state, other).keeper.kept, undefined);
});

test('a page that goes away tells the host what it has not told yet, once', () => {
  const { keeper, editor } = open();
  keeper.flush();
  assert.deepEqual(editor.posted, []);
  keeper.keep(form);
  assert.deepEqual([editor.state, editor.posted], [{ ...place, ...form }, []]);
  keeper.flush();
  keeper.flush();
  assert.deepEqual(editor.posted, [{ type: 'draft', draft, memory }]);
});

test('the host is told once typing has paused', async () => {
  const { keeper, editor } = open();
  keeper.keep(form);
  const last = { ...draft, values: { serverName: 'web-2' } };
  keeper.keep({ ...form, draft: last });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(editor.posted, [{ type: 'draft', draft: last, memory }]);
});

test('what is shown for a draft is kept when it comes later, and nothing is told twice', () => {
  const { keeper, editor } = open();
  keeper.keep(form);
  keeper.flush();
  keeper.keep({ ...form });
  keeper.flush();
  const shown = { rows: { vpcNo: { vpcNo: '7', vpcName: 'main' } }, filled: ['vpcNo'] };
  keeper.keep({ draft, memory: shown });
  keeper.flush();
  assert.deepEqual(editor.posted, [
    { type: 'draft', draft, memory },
    { type: 'draft', draft, memory: shown },
  ]);
});

test('what a form held before goes with it over a reload, until it is taken back', () => {
  const { keeper, editor } = open();
  const empty = { draft: { ...draft, values: {} }, memory };
  keeper.keep(empty, [form]);
  keeper.keep({ ...empty, draft: { ...draft, values: { serverName: 'x' } } });
  assert.deepEqual(open(editor.state).keeper.before, [form]);
  assert.ok(!JSON.stringify(editor.posted).includes('before'));
  keeper.keep(form, []);
  assert.deepEqual(keeper.before, []);
});
