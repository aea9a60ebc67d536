// The files of creations on a disk that is full, slow or does not answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, holderOf, IntentFolder, lose, openJournal } from '../../../support/intents';
import { open } from './window';

test('what cannot be kept is dropped, and that is said', async () => {
  for (const failing of ['create', 'created', 'replace', 'replaced'] as const) {
    const { folder, rows, asked } = open();
    folder.before = async (step) => {
      if (step === failing) throw new Error('the disk is full');
    };
    await assert.rejects(asked(['web']), /disk/);
    if (failing.startsWith('replace')) continue;
    assert.deepEqual([rows(), folder.files.size], [[], 0]);
  }
});

test('a file that could not be removed goes once the disk lets it', async () => {
  const folder = new IntentFolder();
  const [journal, other] = [openJournal(folder), openJournal(folder, { pid: 2 })];
  let isFull = false;
  folder.before = async (step) => {
    if (step === 'created') isFull = true;
    if (isFull && (step === 'read' || step === 'remove')) throw new Error('the disk is full');
  };
  await assert.rejects(ask(journal, 'a', ['web']), /full/);
  assert.equal(folder.files.size, 1);
  folder.before = async () => undefined;
  await journal.load();
  await new Promise((resolve) => setTimeout(resolve, 0));
  assert.equal(folder.files.size, 0);
  await other.load();
  assert.deepEqual([journal.list('a'), other.list('a')], [[], []]);
});

test('a disk that never answers ends a claim in time, and what it writes late is removed', async () => {
  const folder = new IntentFolder();
  let release: () => void = () => undefined;
  folder.before = async (step) => {
    if (step !== 'create') return;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  const journal = openJournal(folder, { deadline: 50 });
  await assert.rejects(ask(journal, 'a', ['web']), { name: 'LateError' });
  assert.deepEqual(journal.list('a'), []);
  release();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(folder.files.size, 0);
});

test('what could not be written or removed is written or removed once that can be done', async () => {
  const { journal, folder, asked } = open();
  const [claimed, sent] = [await asked(['api']), await asked(['web'])];
  folder.before = async (step) => {
    if (step === 'replace' || step === 'remove') throw new Error('the disk is full');
  };
  await journal.abandon(claimed);
  await journal.conclude(sent, { web: '7' }, []);
  assert.equal(folder.files.size, 2);
  folder.before = async () => undefined;
  await journal.load();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(
    folder.intents().map(({ names, made }) => [names, made]),
    [[['web'], { web: '7' }]],
  );
});

test('a disk that does not answer is asked once and not again before it has', async () => {
  const folder = new IntentFolder();
  let answer: () => void = () => undefined;
  const steps: string[] = [];
  folder.before = async (step) => {
    steps.push(step);
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
  };
  const journal = openJournal(folder, { deadline: 30 });
  for (let time = 0; time < 5; time++) {
    await assert.rejects(journal.load(), { name: 'LateError' });
    await assert.rejects(ask(journal, 'a', ['web']), { name: 'LateError' });
  }
  assert.deepEqual(steps, ['read'], 'each question holds a thread that all extensions share');
  folder.before = async () => undefined;
  answer();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await journal.load();
  await ask(journal, 'a', ['web']);
  assert.equal(folder.files.size, 1);
});

test('thousands of records of as many accounts hold nothing up', async () => {
  const folder = new IntentFolder();
  const { journal: writer } = open(folder, 2);
  await lose(writer, 'a', ['web']);
  const [intent] = folder.intents();
  for (let number = 0; number < 4000; number++) {
    const id = `other-${number}`;
    folder.files.set(id, JSON.stringify({ ...intent, id, accountId: id, fingerprint: id }));
  }
  const journal = openJournal(folder, { isAccount: (accountId) => accountId === 'a' });
  journal.hold(holderOf('a'));
  const before = process.cpuUsage();
  await journal.load();
  const { user } = process.cpuUsage(before);
  assert.ok(user < 2_000_000, `${user / 1000} ms`);
  assert.deepEqual(
    journal.list('a').map(({ name }) => name),
    ['web'],
  );
});
