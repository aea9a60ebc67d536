// Which account a command takes, and whom it asks: nobody who has only one that will do.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import { type Account, Accounts } from '../../../../src/ui/accounts/account';
import { accountFor, accountOfRows, pickAccount } from '../../../../src/ui/accounts/pick';
import { Memory } from '../../../support/memory';
import { answered } from './answers';

const vpc: Account = { id: 'v', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };
const classic: Account = { ...vpc, id: 'c', label: 'old', environment: 'classic', region: '1', regionName: 'KR' };
const abroad: Account = { ...vpc, id: 's', label: 'abroad', region: 'SGN' };

async function having(...all: Account[]) {
  const accounts = new Accounts(new Memory());
  for (const account of all) await accounts.save(account);
  return accounts;
}

const picking = (label: string) => (rows: readonly { label: string }[]) => rows.find((row) => row.label === label);

test('the one that was used last stands first, with its region in words', async () => {
  const accounts = await having(vpc, classic, abroad);
  const offered = async (label: string) => {
    const { lists } = await answered({ pick: picking(label) }, () => pickAccount(accounts, 'Create Server'));
    return lists[0]?.map((row) => row.label);
  };
  assert.deepEqual(await offered('abroad'), ['company', 'old', 'abroad']);
  assert.deepEqual(await offered('old'), ['abroad', 'company', 'old']);
  await accountFor(accounts, '', { argument: { accountId: 'v' } });
  const { lists } = await answered({}, () => pickAccount(accounts, ''));
  assert.deepEqual(
    lists[0]?.map(({ description }) => description),
    ['Public · VPC · Korea (KR)', 'Public · Classic · Korea (KR)', 'Public · VPC · Singapore (SGN)'],
  );
  assert.deepEqual(
    accounts.list().map(({ id }) => id),
    ['v', 'c', 's'],
  );
});

test('nobody is asked for the one that a menu passed, the current one, the one looked at, or the only one that fits', async () => {
  const accounts = await having(vpc, classic, abroad);
  const fits = ({ environment }: Account) => environment === 'classic';
  await answered({ pick: () => assert.fail('asked') }, async () => {
    assert.equal(await accountFor(accounts, '', { argument: { accountId: 's' } }), accounts.get('s'));
    assert.equal(await accountFor(accounts, '', { lookedAt: abroad }), abroad);
    assert.deepEqual(await accountFor(accounts, '', { lookedAt: abroad, fits }), classic);
    await accounts.setCurrent('v');
    assert.deepEqual(await accountFor(accounts, '', { lookedAt: abroad }), vpc);
    assert.deepEqual(await accountFor(accounts, '', { fits }), classic);
  });
});

test('the rows of a selection are of one account or of none', async () => {
  const accounts = await having(vpc, classic);
  assert.deepEqual(accountOfRows([{ accountId: 'v' }, { accountId: 'v', number: '1' }], accounts), vpc);
  for (const rows of [[], [{ accountId: 'v' }, { accountId: 'c' }], [{ accountId: 'v' }, 7], [{ accountId: 'gone' }]]) {
    assert.equal(accountOfRows(rows, accounts), undefined);
  }
});

test('whoever has no account is shown the three ways to one, and goes on with what came of it', async () => {
  const accounts = await having();
  const ran: string[] = [];
  const own = vscode.commands.executeCommand;
  const executeCommand = async (id: string) => {
    ran.push(id);
    for (const account of [vpc, classic]) await accounts.save(account);
  };
  Object.assign(vscode.commands, { executeCommand });
  let taken: Account | undefined;
  const { lists } = await answered({ pick: picking('Try It Without an Account') }, async () => {
    taken = await accountFor(accounts, 'Create Server');
  }).finally(() => Object.assign(vscode.commands, { executeCommand: own }));
  assert.deepEqual(
    lists.map((rows) => rows.map(({ label }) => label)),
    [['Add Your API Key', 'Try It Without an Account', 'Import from ~/.ncloud/configure']],
  );
  assert.deepEqual(ran, ['ncloud.trySandbox']);
  assert.deepEqual(taken, vpc);
});

test('whoever leaves the three ways gets nothing, and nothing runs', async () => {
  const accounts = await having();
  await answered({ pick: () => undefined }, async () => {
    assert.equal(await accountFor(accounts, 'Create Server'), undefined);
  });
});
