// What is known of accounts' rows, and that it goes with the account.
import assert from 'node:assert/strict';
import test from 'node:test';
import { AccountRows } from '../../../src/ui/account-rows';
import { type Account, Accounts } from '../../../src/ui/accounts/account';
import { Memory } from '../../support/memory';

const account: Account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };

test('rows of an account that was removed are gone, are not brought back by a late answer, and no other is touched', async () => {
  const accounts = new Accounts(new Memory());
  for (const id of ['a', 'b']) await accounts.save({ ...account, id });
  const rows = new AccountRows<string>(accounts);
  const changed: string[] = [];
  rows.onDidChange((accountId) => changed.push(accountId));
  for (const id of ['a', 'b']) rows.renew(id, [id]);
  await accounts.remove('a');
  assert.deepEqual(changed, ['a', 'b', 'a']);
  rows.renew('a', ['late']);
  rows.fail('a', 'late');
  assert.equal(rows.get('a'), undefined);
  assert.deepEqual(rows.get('b')?.rows, ['b']);
  await accounts.save(account);
  assert.equal(rows.get('a'), undefined);
});
