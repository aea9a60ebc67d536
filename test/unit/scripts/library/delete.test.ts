import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Fault } from '../../../../src/sandbox/index';
import { deleteScript, retireScript } from '../../../../src/scripts/library/delete';
import { uploadScript } from '../../../../src/scripts/library/upload';
import { bench, draft, hurried, MemoryJournal } from './support';

const changed = `${draft.content}echo more\n`;

/** An account with an old script and its replacement. */
async function pair(t: TestContext) {
  const tools = await bench(t);
  const upload = async (content: string) => {
    const outcome = await uploadScript(tools.place, { ...draft, content }, new MemoryJournal(), hurried);
    assert.ok(outcome.kind === 'uploaded');
    return outcome.script.number;
  };
  const [old, replacement] = [await upload(draft.content), await upload(changed)];
  const counts = async () => [(await tools.copies(draft.content)).length, (await tools.copies(changed)).length];
  const retire = () => retireScript(tools.place, old, replacement, changed);
  return { ...tools, old, replacement, counts, retire };
}

test('the old script goes once the new one is there and nothing refers to the old one', async (t) => {
  const { retire, counts } = await pair(t);
  assert.deepEqual(await retire(), { kind: 'deleted' });
  assert.deepEqual(await counts(), [0, 1]);
});

test('the old script stays when the new one is gone or changed', async (t) => {
  const { place, old, replacement, retire, counts, calls } = await pair(t);
  assert.equal((await retireScript(place, old, replacement, 'another text')).kind, 'unreplaced');
  assert.equal((await retireScript(place, old, old, draft.content)).kind, 'unreplaced');
  await deleteScript(place, replacement);
  assert.equal((await retire()).kind, 'unreplaced');
  assert.deepEqual(await counts(), [1, 0]);
  assert.equal(calls('deleteInitScripts'), 1);
});

test('the old script stays while a server refers to it', async (t) => {
  const { sandbox, old, retire, counts, calls } = await pair(t);
  const edit = (body: string) => body.replace(/("initScriptNo" ?: ?)""/, `$1"${old}"`);
  sandbox.faults.add({ action: 'getServerInstanceList', where: 'in-body', what: { edit } });
  const outcome = await retire();
  assert.ok(outcome.kind === 'used');
  assert.equal(outcome.users.length, 1);
  assert.deepEqual(await counts(), [1, 1]);
  assert.equal(calls('deleteInitScripts'), 0);
});

for (const action of ['getServerInstanceList', 'getInitScriptDetail']) {
  test(`the old script stays when ${action} goes wrong`, async (t) => {
    const { sandbox, retire, counts, calls } = await pair(t);
    sandbox.faults.add({ action, times: 3, where: 'before-commit', what: 'reset' });
    assert.equal((await retire()).kind, 'unchecked');
    assert.deepEqual(await counts(), [1, 1]);
    assert.equal(calls('deleteInitScripts'), 0);
  });
}

test('a deletion whose answer is lost is looked up and never sent twice', async (t) => {
  const cases: [Fault, string, number][] = [
    [{ action: 'deleteInitScripts', where: 'after-commit', what: 'reset' }, 'deleted', 0],
    [{ action: 'deleteInitScripts', where: 'before-commit', what: 'reset' }, 'unknown', 1],
  ];
  for (const [fault, kind, left] of cases) {
    const { sandbox, retire, counts, calls } = await pair(t);
    sandbox.faults.add(fault);
    assert.equal((await retire()).kind, kind);
    assert.deepEqual(await counts(), [left, 1]);
    assert.equal(calls('deleteInitScripts'), 1);
  }
});

test('deleting what is gone already is done, and a refusal is told', async (t) => {
  const { place, sandbox, old, counts } = await pair(t);
  assert.equal((await deleteScript(place, '1')).kind, 'deleted');
  const body = JSON.stringify({ responseError: { returnCode: '10712', returnMessage: 'no' } });
  sandbox.faults.add({ action: 'deleteInitScripts', where: 'before-commit', what: { status: 400, body } });
  assert.equal((await deleteScript(place, old)).kind, 'rejected');
  assert.deepEqual(await counts(), [1, 1]);
});
