import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../../../src/sandbox/index';
import { uploadScript } from '../../../../src/scripts/library/upload';
import { bench, draft, hurried, MemoryJournal } from './support';

const lost: Fault = { action: 'createInitScript', where: 'after-commit', what: 'reset' };
const never: Fault = { action: 'createInitScript', where: 'before-commit', what: 'reset' };

test('an upload is sent once, read back, and carries the text unchanged', async (t) => {
  const { place, calls, copies } = await bench(t);
  const outcome = await uploadScript(place, { ...draft, description: 'a, b' }, new MemoryJournal(), hurried);
  assert.ok(outcome.kind === 'uploaded');
  assert.equal(outcome.reused, false);
  assert.equal(outcome.script.name, 'web-init');
  assert.deepEqual(await copies(draft.content), [outcome.script.number]);
  assert.equal(calls('createInitScript'), 1);
});

test('the same text is not uploaded again, whatever its name', async (t) => {
  const { place, calls } = await bench(t);
  const first = await uploadScript(place, draft, new MemoryJournal(), hurried);
  const second = await uploadScript(place, { ...draft, name: 'other' }, new MemoryJournal(), hurried);
  assert.ok(first.kind === 'uploaded' && second.kind === 'uploaded');
  assert.deepEqual([second.reused, second.script.number], [true, first.script.number]);
  assert.equal(calls('createInitScript'), 1);
});

test('another text under a name in use gets a name of its own', async (t) => {
  const { place } = await bench(t);
  await uploadScript(place, draft, new MemoryJournal(), hurried);
  const second = await uploadScript(place, { ...draft, content: '#!/bin/sh\n' }, new MemoryJournal(), hurried);
  assert.ok(second.kind === 'uploaded');
  assert.equal(second.script.name, 'web-init-2');
});

test('a lost answer is followed by a look, not by a second upload', async (t) => {
  const { place, sandbox, calls, copies } = await bench(t);
  sandbox.faults.add(lost);
  const journal = new MemoryJournal();
  const outcome = await uploadScript(place, draft, journal, hurried);
  assert.equal(outcome.kind, 'uploaded');
  assert.equal(calls('createInitScript'), 1);
  assert.equal((await copies(draft.content)).length, 1);
  assert.equal(journal.entries.size, 0);
});

test('what is not found after a lost answer is unknown, and a second try asks first', async (t) => {
  const { place, sandbox, calls, copies } = await bench(t);
  sandbox.faults.add(never);
  const journal = new MemoryJournal();
  assert.equal((await uploadScript(place, draft, journal, hurried)).kind, 'unknown');
  const second = await uploadScript(place, draft, journal, hurried);
  assert.ok(second.kind === 'pending');
  assert.equal(second.upload.name, 'web-init');
  assert.equal(calls('createInitScript'), 1);
  assert.deepEqual(await copies(draft.content), []);
  const third = await uploadScript(place, draft, journal, { ...hurried, again: true });
  assert.equal(third.kind, 'uploaded');
  assert.equal(journal.entries.size, 0);
  assert.equal((await copies(draft.content)).length, 1);
});

test('an upload that shows up late is reused, even when the looks after it went wrong', async (t) => {
  const { place, sandbox, calls, copies } = await bench(t);
  sandbox.faults.add(lost, { action: 'getInitScriptList', nth: 2, times: 9, where: 'before-commit', what: 'reset' });
  const journal = new MemoryJournal();
  assert.equal((await uploadScript(place, draft, journal, hurried)).kind, 'unknown');
  assert.equal(journal.entries.size, 1);
  const second = await uploadScript(place, draft, journal, hurried);
  assert.ok(second.kind === 'uploaded' && second.reused);
  assert.equal(journal.entries.size, 0);
  assert.equal(calls('createInitScript'), 1);
  assert.equal((await copies(draft.content)).length, 1);
});

test('the journal is written before anything is sent and holds no text', async (t) => {
  const { place, calls } = await bench(t);
  const journal = new MemoryJournal();
  const { add } = journal;
  const sentBefore: number[] = [];
  journal.add = async (upload) => {
    sentBefore.push(calls('createInitScript'));
    assert.doesNotMatch(JSON.stringify(upload), /hi|bash/);
    await add.call(journal, upload);
  };
  await uploadScript(place, draft, journal, hurried);
  assert.deepEqual(sentBefore, [0]);
});

test('the same text sent twice at the same time is made once', async (t) => {
  const { place, calls } = await bench(t);
  const journal = new MemoryJournal();
  const outcomes = await Promise.all([1, 2].map(() => uploadScript(place, draft, journal, hurried)));
  assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['pending', 'uploaded']);
  assert.equal(calls('createInitScript'), 1);
});

test('a refusal makes nothing and leaves nothing to look for', async (t) => {
  const { place, copies } = await bench(t);
  const journal = new MemoryJournal();
  const content = '#!/bin/bash\n# 안녕\n';
  const outcome = await uploadScript(place, { ...draft, content }, journal, hurried);
  assert.equal(outcome.kind, 'rejected');
  assert.equal(journal.entries.size, 0);
  assert.deepEqual(await copies(content), []);
});

test('when the look before the upload goes wrong nothing is sent', async (t) => {
  const { place, sandbox, calls } = await bench(t);
  sandbox.faults.add({ action: 'getInitScriptList', times: 3, where: 'before-commit', what: 'reset' });
  assert.equal((await uploadScript(place, draft, new MemoryJournal(), hurried)).kind, 'rejected');
  assert.equal(calls('createInitScript'), 0);
});

test('an upload that cannot be read back is not taken for good, and the next try finds it', async (t) => {
  const { place, sandbox, calls } = await bench(t);
  // Two texts of the demo account are read before the upload, so that the third detail is the one after it.
  sandbox.faults.add({ action: 'getInitScriptDetail', nth: 2, times: 3, where: 'before-commit', what: 'reset' });
  const outcome = await uploadScript(place, draft, new MemoryJournal(), hurried);
  assert.ok(outcome.kind === 'unverified');
  assert.ok(outcome.error);
  const next = await uploadScript(place, draft, new MemoryJournal(), hurried);
  assert.ok(next.kind === 'uploaded' && next.reused);
  assert.equal(next.script.number, outcome.script.number);
  assert.equal(calls('createInitScript'), 1);
});

test('an upload that NCP keeps as another text is told', async (t) => {
  const { place, sandbox } = await bench(t);
  const edit = (body: string) => body.replaceAll('bye', 'good night');
  sandbox.faults.add({ action: 'getInitScriptDetail', nth: 2, where: 'in-body', what: { edit } });
  const outcome = await uploadScript(place, draft, new MemoryJournal(), hurried);
  assert.ok(outcome.kind === 'unverified');
  assert.equal(outcome.error, undefined);
});

/** A journal whose parts of these names go wrong. */
function broken(parts: readonly (keyof MemoryJournal)[]): MemoryJournal {
  const journal = new MemoryJournal();
  const fail = () => {
    throw new Error('the store is full');
  };
  return Object.assign(
    journal,
    Object.fromEntries(parts.map((part) => [part, part === 'find' ? fail : async () => fail()])),
  );
}

test('what cannot be noted first is not sent', async (t) => {
  const { place, calls } = await bench(t);
  const outcome = await uploadScript(place, draft, broken(['add']), hurried);
  assert.equal(outcome.kind, 'unnoted');
  assert.equal(calls('createInitScript'), 0);
});

test('a journal that never answers holds nothing up: before the upload nothing is sent, after it what was made is told', async (t) => {
  const { place, calls, copies } = await bench(t);
  const soon = { ...hurried, noteDeadline: 50 };
  const silent = (part: 'add' | 'remove') =>
    Object.assign(new MemoryJournal(), { [part]: () => new Promise(() => undefined) });
  const before = await uploadScript(place, draft, silent('add'), soon);
  assert.deepEqual([before.kind, calls('createInitScript')], ['unnoted', 0]);
  const after = await uploadScript(place, draft, silent('remove'), soon);
  assert.ok(after.kind === 'uploaded');
  assert.deepEqual(await copies(draft.content), [after.script.number]);
});

test('an upload that was made is told so, though its note cannot be taken away', async (t) => {
  const { place, copies } = await bench(t);
  const outcome = await uploadScript(place, draft, broken(['remove']), hurried);
  assert.ok(outcome.kind === 'uploaded' && !outcome.reused);
  assert.deepEqual(await copies(draft.content), [outcome.script.number]);
  const again = await uploadScript(place, draft, broken(['remove']), hurried);
  assert.ok(again.kind === 'uploaded' && again.reused);
});

for (const parts of [['find'], ['add'], ['remove'], ['find', 'remove'], ['add', 'remove']] as const) {
  for (const [name, fault] of [
    ['answers', undefined],
    ['loses the answer', lost],
    ['takes nothing', never],
  ] as const) {
    test(`a journal without ${parts.join(' and ')} while NCP ${name}: the outcome agrees with what was made`, async (t) => {
      const { place, sandbox, calls, copies } = await bench(t);
      if (fault) sandbox.faults.add(fault);
      const outcome = await uploadScript(place, draft, broken(parts), hurried);
      const made = await copies(draft.content);
      assert.ok(calls('createInitScript') <= 1);
      assert.equal(outcome.kind === 'uploaded', made.length === 1);
      assert.equal(outcome.kind === 'unnoted', calls('createInitScript') === 0);
    });
  }
}
