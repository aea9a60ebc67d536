// Lists of accounts: one reading at a time for each, which ones a refresh reads, and what a reading that fails leaves.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CancellationError } from 'vscode';
import { AccountList } from '../../../src/ui/account-list';

interface Known {
  readonly readAt: number | undefined;
  readonly problem?: string;
}

/** Lists of text over accounts of which `known` is known; `read` may be replaced. */
class Texts extends AccountList<string> {
  readonly asked: string[] = [];
  read = async (accountId: string): Promise<void> => void this.known.set(accountId, { readAt: Date.now() });

  constructor(
    readonly known = new Map<string, Known>(),
    isOpen: (accountId: string) => boolean = () => true,
  ) {
    const sessions = {
      open: async (accountId: string) => {
        this.asked.push(accountId);
        return accountId;
      },
      isOpen,
      environment: () => 'vpc' as const,
    };
    const fail = (accountId: string, problem: string) => void known.set(accountId, { readAt: undefined, problem });
    super(sessions, { get: (accountId) => known.get(accountId), fail }, 'texts');
  }
}

test('an account is not asked twice at the same time, and again afterwards', async () => {
  const texts = new Texts();
  await Promise.all([texts.renew('a'), texts.renew('b'), texts.renew('a')]);
  assert.deepEqual(texts.asked, ['a', 'b']);
  await texts.renew('a');
  assert.deepEqual(texts.asked, ['a', 'b', 'a']);
});

test('a refresh reads what was looked at before, whatever came of it, and all when nothing was', async () => {
  const none = new Texts();
  await none.refresh(['a', 'b']);
  assert.deepEqual(none.asked, ['a', 'b']);
  const some = new Texts(new Map([['b', { readAt: undefined, problem: 'offline' }]]));
  await some.refresh(['a', 'b']);
  assert.deepEqual(some.asked, ['b']);
  await some.refresh(['a']);
  assert.deepEqual(some.asked, ['b', 'a']);
});

test('only lists that have become old are read again by themselves, and none that would ask for a key', async () => {
  const old = { readAt: Date.now() - 61_000 };
  const known = new Map<string, Known>([
    ['old', old],
    ['closed', old],
    ['young', { readAt: Date.now() - 59_000 }],
    ['failed', { readAt: undefined, problem: 'offline' }],
    ['before the clock was set back', { readAt: Date.now() + 3_600_000 }],
  ]);
  const texts = new Texts(known, (accountId) => accountId !== 'closed');
  await texts.renewOld(['old', 'closed', 'young', 'failed', 'never', 'before the clock was set back']);
  assert.deepEqual(texts.asked, ['old', 'before the clock was set back']);
});

test('a reading that goes wrong never rejects: the reason is kept, and the next one is a new one', async () => {
  const texts = new Texts();
  const { read } = texts;
  texts.read = async () => Promise.reject(new CancellationError());
  await texts.renew('a');
  assert.equal(texts.known.get('a')?.problem, 'The API key was not entered.');
  texts.read = async () => Promise.reject(new Error('a fault of ours'));
  await texts.renew('a');
  assert.match(texts.known.get('a')?.problem ?? '', /^Something went wrong/);
  texts.read = read;
  await texts.renew('a');
  assert.equal(texts.known.get('a')?.problem, undefined);
});
