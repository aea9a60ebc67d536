import assert from 'node:assert/strict';
import test from 'node:test';
import { Keys } from '../../../../src/ui/accounts/keys';

const key = { accessKey: 'ACCESSKEYACCESSKEYAC', secretKey: 'SECRET', endpoint: 'https://ncloud.apigw.ntruss.com' };

/** A secret store in memory whose faults can be turned on. */
class Store {
  readonly values = new Map<string, string>();
  fault: 'none' | 'locked' | 'forgets' = 'none';
  private notify: ((event: { key: string }) => void) | undefined;
  get = async (name: string) => {
    if (this.fault === 'locked') throw new Error('the keyring is locked');
    return this.values.get(name);
  };
  store = async (name: string, value: string) => {
    if (this.fault === 'locked') throw new Error('the keyring is locked');
    if (this.fault === 'none') this.values.set(name, value);
    this.notify?.({ key: name });
  };
  delete = async (name: string) => {
    this.values.delete(name);
  };
  onDidChange = (notify: (event: { key: string }) => void) => {
    this.notify = notify;
    return { dispose: () => {} };
  };
}

function open() {
  const store = new Store();
  return { store, keys: new Keys(store) };
}

test('a key is one value an account, written and read back', async () => {
  const { store, keys } = open();
  assert.equal(await keys.set('a', key), true);
  assert.deepEqual([...store.values.keys()], ['ncloud.account.a']);
  assert.deepEqual(await keys.get('a', key.endpoint), key);
  await keys.delete('a');
  assert.equal(await keys.get('a', key.endpoint), undefined);
});

test('a key is not given to another endpoint', async () => {
  const { keys } = open();
  await keys.set('a', key);
  assert.equal(await keys.get('a', 'https://ncloud.apigw.gov-ntruss.com'), undefined);
});

test('a store that loses what it is given is noticed', async () => {
  const { store, keys } = open();
  store.fault = 'forgets';
  assert.equal(await keys.set('a', key), false);
});

test('a locked store and a damaged value read as "not there"', async () => {
  const { store, keys } = open();
  await keys.set('a', key);
  store.fault = 'locked';
  assert.equal(await keys.get('a', key.endpoint), undefined);
  assert.equal(await keys.set('a', key), false);
  store.fault = 'none';
  for (const damaged of ['', '{', 'null', '[]', '{"accessKey":"A"}', '{"accessKey":1,"secretKey":2,"endpoint":3}']) {
    store.values.set('ncloud.account.a', damaged);
    assert.equal(await keys.get('a', key.endpoint), undefined, damaged);
  }
});

test('a change in another window is told with the account', async () => {
  const { store, keys } = open();
  const changed: string[] = [];
  keys.onDidChange((accountId) => changed.push(accountId));
  await store.store('ncloud.account.b', 'x');
  await store.store('something.else', 'x');
  assert.deepEqual(changed, ['b']);
});
