// What is said when a key was added, and what goes with an account that is removed.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { AccountCommands } from '../../../../src/ui/accounts/manage';
import { answered, offline, open, publicSite } from './answers';

type Parts = ConstructorParameters<typeof AccountCommands>;

async function commandsOver(t: TestContext) {
  const parts = await open(t);
  const { accounts, keys, connect } = parts;
  const sessions: Partial<Parts[2]> = { client: connect, close: () => undefined };
  const unsettled: string[] = [];
  const fleet: Partial<Parts[3]> = { forget: () => undefined, unsettled: () => unsettled };
  const unfolded: string[] = [];
  const show = async (accountId: string) => {
    unfolded.push(accounts.get(accountId)?.label ?? '');
  };
  const commands = new AccountCommands(accounts, keys, sessions as Parts[2], fleet as Parts[3], show);
  return { ...parts, commands, unfolded, unsettled };
}

test('a key that was added is told with its accounts, and offers what was not asked', async (t) => {
  const { commands, sandbox, faults, unfolded } = await commandsOver(t);
  const replies = ['', sandbox.accessKey, sandbox.secretKey];
  const both = await answered({ replies }, () => commands.add());
  assert.match(
    both.said[0]?.sentence ?? '',
    /^Added: public-kr \(VPC\), public-kr-classic \(Classic\)\. Region: Korea \(KR\)\. Other regions of the key: Singapore \(SGN\), Japan/,
  );
  assert.deepEqual(both.said[0]?.actions, ['Choose Regions']);

  const again = await answered({ replies }, () => commands.add());
  const known = 'This key is here already: public-kr (VPC), public-kr-classic (Classic).';
  assert.deepEqual(again.said, [{ sentence: known, actions: [] }]);

  Object.assign(faults, offline);
  const untried = await answered({ replies: ['', 'OTHER', 'SECRET'], choices: [2] }, () => commands.add());
  assert.equal(
    untried.said[0]?.sentence,
    'Added: public-kr-2 (VPC). Region: Korea (KR). Classic could not be checked. To look for servers there, add the key again later.',
  );
  assert.deepEqual(untried.said[0]?.actions, ['Rename']);
  assert.deepEqual(unfolded, ['public-kr', 'public-kr', 'public-kr-2']);
});

test('what was entered before Escape is there when the command runs again, but not the secret', async (t) => {
  const { commands, sandbox } = await commandsOver(t);
  const { accessKey, secretKey } = sandbox;
  const leave = { typed: secretKey, press: 'escape' } as const;
  await answered({ replies: ['', accessKey, leave] }, () => commands.add());
  const { shown } = await answered({ replies: ['', '', leave] }, () => commands.add());
  assert.deepEqual(
    shown.map(({ value }) => value),
    ['Public', accessKey, ''],
  );
  assert.ok(!JSON.stringify(commands).includes(secretKey));
});

test('removing an account says where its key stays, and removing the last one that it goes', async (t) => {
  const { commands, sandbox, accounts, keys } = await commandsOver(t);
  await answered({ replies: ['', sandbox.accessKey, sandbox.secretKey] }, () => commands.add());
  const [first, second] = accounts.list();
  const removed = async (accountId = '') => {
    const { dialogs } = await answered({ choices: [0] }, () => commands.remove({ accountId }));
    assert.equal(await keys.get(accountId, publicSite), undefined);
    return dialogs[0]?.detail;
  };
  assert.match((await removed(first?.id)) ?? '', /^Its key stays with public-kr-classic\. Its servers stay/);
  assert.match((await removed(second?.id)) ?? '', /^Its key is deleted from this editor\./);
  assert.deepEqual(accounts.list(), []);
});

test('removing an account with creations that nobody has seen the end of says that their records stay', async (t) => {
  const { commands, sandbox, accounts, unsettled } = await commandsOver(t);
  await answered({ replies: ['', sandbox.accessKey, sandbox.secretKey] }, () => commands.add());
  unsettled.push('web-1', 'db');
  const accountId = accounts.list()[0]?.id;
  const { dialogs } = await answered({ choices: [0] }, () => commands.remove({ accountId }));
  assert.match(dialogs[0]?.detail ?? '', /are billed\. What became of these servers is not known yet: web-1, db\./);
});
