// Keys that are not there when an account is opened: who is asked, how often, and what becomes of those who wait.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationError } from 'vscode';
import type { Account, Accounts } from '../../../../src/ui/accounts/account';
import { type Key, Keys } from '../../../../src/ui/accounts/keys';
import { Sessions } from '../../../../src/ui/accounts/session';
import { publicSite } from './answers';

const ids = ['a', 'b', 'c'];
const account = (id: string): Account => ({ id, label: id, site: 'public', environment: 'vpc', region: 'KR' });
const key: Key = { accessKey: 'ACCESS', secretKey: 'SECRET', endpoint: publicSite };

/** Sessions over a store of secrets; `answer` is what the box for an account's key ends with. */
function open(answer: (id: string) => Promise<Key | undefined>) {
  const values = new Map<string, string>();
  let changed = (_: { key: string }) => {};
  const keys = new Keys({
    get: async (name: string) => values.get(name),
    store: async (name: string, value: string) => void values.set(name, value),
    delete: async (name: string) => void values.delete(name),
    onDidChange: (notify: typeof changed) => {
      changed = notify;
      return { dispose: () => {} };
    },
  } as never);
  const asked: string[] = [];
  let boxes = 0;
  const ask = async ({ id }: Account) => {
    assert.equal(++boxes, 1, 'one box at a time');
    asked.push(id);
    await new Promise((resolve) => setTimeout(resolve, 5));
    boxes--;
    return answer(id);
  };
  const accounts = { get: (id: string) => (ids.includes(id) ? account(id) : undefined) } as unknown as Accounts;
  const sessions = new Sessions(accounts, keys, {} as never, {} as never, ask);
  /** As another window changes the key of an account. */
  const change = (id: string, value: string | undefined) => {
    if (value === undefined) values.delete(`ncloud.account.${id}`);
    else values.set(`ncloud.account.${id}`, value);
    changed({ key: `ncloud.account.${id}` });
  };
  const openAll = async () =>
    (await Promise.allSettled(ids.map((id) => sessions.open(id)))).map(({ status }) => status === 'fulfilled');
  return { sessions, asked, change, openAll };
}

test('several accounts without a key are asked for one after the other', async () => {
  const { asked, openAll } = open(async () => key);
  assert.deepEqual(await openAll(), [true, true, true]);
  assert.deepEqual(asked, ids);
});

test('whoever leaves one box has left those behind it, and is asked again next time', async () => {
  const { sessions, asked, openAll } = open(async () => undefined);
  assert.deepEqual(await openAll(), [false, false, false]);
  assert.deepEqual(asked, ['a']);
  await assert.rejects(sessions.open('b'), CancellationError);
  assert.deepEqual(asked, ['a', 'b']);
});

test('a box that goes wrong does not hold up the next one for ever', async () => {
  let isBroken = true;
  const { asked, openAll } = open(async () => {
    if (isBroken) throw new Error('no box');
    return key;
  });
  assert.deepEqual(await openAll(), [false, false, false]);
  isBroken = false;
  assert.deepEqual(await openAll(), [true, true, true]);
  assert.deepEqual(asked, ['a', ...ids]);
});

test('a key that came in while others were asked for is not asked for', async () => {
  const { change, asked, openAll } = open(async (id) => {
    if (id === 'a') change('b', JSON.stringify(key));
    return key;
  });
  assert.deepEqual(await openAll(), [true, true, true]);
  assert.deepEqual(asked, ['a', 'c']);
});

test('a key that is lost or replaced counts with the next call, for its account alone', async () => {
  const { sessions, change, asked, openAll } = open(async () => key);
  await openAll();
  change('b', undefined);
  assert.deepEqual(
    ids.map((id) => sessions.isOpen(id)),
    [true, false, true],
  );
  change('b', JSON.stringify({ ...key, endpoint: 'https://ncloud.apigw.gov-ntruss.com' }));
  await sessions.open('b');
  assert.deepEqual(asked, [...ids, 'b'], 'one for another site is none');
});

test('a real key never goes to the sandbox, and the key of the sandbox never to a real site', async () => {
  const own = { accessKey: 'SANDBOXA', secretKey: 'SANDBOXB', endpoint: 'http://127.0.0.1:9' };
  const read: string[] = [];
  const keys = new Keys({
    get: async (name: string) => {
      read.push(name);
      return JSON.stringify(own);
    },
    onDidChange: () => ({ dispose: () => {} }),
  } as never);
  const accounts = {
    get: (id: string): Account => (id === 'sandbox-vpc' ? { ...account(id), site: 'sandbox' } : account(id)),
  } as unknown as Accounts;
  const sandbox = { key: async () => own } as never;
  const sessions = new Sessions(accounts, keys, sandbox, {} as never, async () => undefined);
  assert.equal((await sessions.open('sandbox-vpc')).endpoint, own.endpoint);
  assert.deepEqual(read, [], 'the sandbox has no key in the store');
  await assert.rejects(sessions.open('a'), CancellationError);
  assert.deepEqual(read, ['ncloud.account.a']);
});
