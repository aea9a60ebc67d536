import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keeper, type VsCode } from '../../../media/keeper';
import type { ToHost } from '../../../src/protocol';
import type { Draft } from '../../../src/reference/index';

const draft: Draft = { environment: 'vpc', values: { serverName: 'web' }, chosen: {} };

function open(state?: ReturnType<VsCode['getState']>) {
  const posted: ToHost[] = [];
  const editor = { state, posted };
  const keeper = new Keeper({
    postMessage: (message) => void posted.push(message),
    getState: () => editor.state,
    setState: (next) => {
      editor.state = next;
    },
  });
  return { keeper, editor };
}

test('the account is kept at once, before there is any draft', () => {
  const { keeper, editor } = open();
  keeper.begin('a');
  assert.deepEqual(editor.state, { accountId: 'a' });
  assert.equal(keeper.kept('a'), undefined);
});

test('what was kept before the page was loaded again stays, and is for its account only', () => {
  const { keeper, editor } = open({ accountId: 'a', draft });
  keeper.begin('a');
  assert.deepEqual(editor.state, { accountId: 'a', draft });
  assert.deepEqual(keeper.kept('a'), draft);
  assert.equal(keeper.kept('b'), undefined);
});

test('a page that goes away tells the host what it has not told yet, once', () => {
  const { keeper, editor } = open();
  keeper.flush();
  assert.deepEqual(editor.posted, []);
  keeper.keep('a', draft);
  assert.deepEqual([editor.state, editor.posted], [{ accountId: 'a', draft }, []]);
  keeper.flush();
  keeper.flush();
  assert.deepEqual(editor.posted, [{ type: 'draft', draft }]);
});

test('the host is told once typing has paused', async () => {
  const { keeper, editor } = open();
  keeper.keep('a', draft);
  const last = { ...draft, values: { serverName: 'web-2' } };
  keeper.keep('a', last);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(editor.posted, [{ type: 'draft', draft: last }]);
});
