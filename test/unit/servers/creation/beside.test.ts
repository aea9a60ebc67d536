// Two windows on one folder: what one of them has made is read by the other as soon as somebody sees it there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Beside } from '../../../../src/servers/creation/beside';
import { Fleet } from '../../../../src/servers/fleet';
import { type Server, toServer } from '../../../../src/servers/index';
import { ask, holderOf, IntentFolder, openJournal } from '../../../support/intents';

const server = (number: string, name: string): Server =>
  toServer('vpc', { serverInstanceNo: number, serverName: name, createDate: new Date().toISOString() });

/** A window that reads the list which all windows have, and what it has shown. */
function open(folder: IntentFolder, list: readonly Server[], pid: number, isOpen = true) {
  const journal = openJournal(folder, { pid });
  const fleet = new Fleet(journal);
  journal.hold(holderOf('a'));
  const reads: string[] = [];
  const renew = async (accountId: string) => {
    reads.push(accountId);
    fleet.renew(accountId, list, Date.now());
  };
  const beside = new Beside(fleet, journal, { isOpen: () => isOpen, renew });
  const rows = () => [
    ...(fleet.get('a')?.servers ?? []).map(({ name }) => name),
    ...(fleet.get('a')?.unknown ?? []).map(({ name, state }) => `${name} ${state}`),
  ];
  return { journal, fleet, beside, reads, rows };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** One window asks and is answered, the other one looks on. */
async function beside(isVisible: boolean, isMade: boolean) {
  const folder = new IntentFolder();
  const list: Server[] = [server('1', 'old')];
  const [asking, other] = [open(folder, list, 1), open(folder, list, 2)];
  for (const { fleet } of [asking, other]) fleet.renew('a', list, Date.now());
  other.beside.setVisible(isVisible);
  const sent = await ask(asking.journal, 'a', ['web']);
  await other.journal.load();
  assert.deepEqual(other.rows(), ['old', 'web elsewhere']);
  assert.deepEqual(other.reads, []);
  if (isMade) {
    list.push(server('2', 'web'));
    await asking.journal.conclude(sent, { web: '2' }, []);
    asking.fleet.renew('a', list, Date.now());
  } else await asking.journal.abandon(sent);
  await turn();
  await other.journal.load();
  await turn();
  return other;
}

test('what another window has made is here without a look of the user', async () => {
  const { rows, reads } = await beside(true, true);
  assert.deepEqual(rows(), ['old', 'web']);
  assert.ok(reads.length >= 1 && reads.length <= 2, `${reads.length} readings`);
});

test('while nobody sees the view nothing is read, and once somebody does it is', async () => {
  const { rows, reads, beside: part } = await beside(false, true);
  assert.deepEqual(reads, []);
  part.setVisible(true);
  await turn();
  assert.deepEqual([rows(), reads], [['old', 'web'], ['a']]);
  part.setVisible(false);
  part.setVisible(true);
  assert.deepEqual(reads, ['a']);
});

test('what another window was refused is gone, and what it has lost is no reason to read', async () => {
  assert.deepEqual((await beside(true, false)).rows(), ['old']);
  const folder = new IntentFolder();
  const [asking, other] = [open(folder, [], 1), open(folder, [], 2)];
  other.fleet.renew('a', [], Date.now());
  other.beside.setVisible(true);
  const sent = await ask(asking.journal, 'a', ['web']);
  await other.journal.load();
  await asking.journal.conclude(sent, {}, ['web']);
  await other.journal.load();
  assert.deepEqual([other.rows(), other.reads], [['web unknown'], []]);
});
