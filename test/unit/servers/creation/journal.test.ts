// The creations whose outcome is not known: what is kept of them, who else is told, and what settles them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropNames, holderOf, IntentFolder, lose, openJournal } from '../../../support/intents';
import { hour, open, server } from './window';

test('names are kept with the numbers that had them, requested until the answer is lost, and gone when it is known', async () => {
  const { journal, folder, events, rows, asked } = open();
  const sent = await asked(['web', 'api'], ['1']);
  const [intent] = folder.intents();
  assert.deepEqual([intent?.names, intent?.before, intent?.stage], [['web', 'api'], ['1'], 'sent']);
  assert.deepEqual(rows(), ['web requested', 'api requested']);
  await journal.conclude(sent, { web: '7' }, ['api']);
  assert.deepEqual(rows(), ['web made', 'api unknown']);
  assert.deepEqual(
    journal.unawaited('a').map(({ name }) => name),
    ['api'],
  );
  dropNames(journal, 'a', 'web', 'api');
  assert.deepEqual([rows(), journal.list('b')], [[], []]);
  assert.deepEqual(events, ['a', 'a', 'lost a api', 'a', 'a']);
  await journal.load();
  assert.deepEqual([rows(), folder.files.size], [[], 0]);
});

test('a new server of exactly the name settles it, not before the answer is lost and not one made long before', async () => {
  const { journal, settle, rows, asked } = open();
  const sent = await asked(['web'], ['1']);
  assert.deepEqual(settle(server('3', 'web')), []);
  await journal.conclude(sent, {}, ['web']);
  assert.deepEqual(settle(server('1', 'web'), server('4', 'web2'), server('5', 'web', -2 * hour)), []);
  assert.deepEqual(rows(), ['web unknown']);
  assert.deepEqual(settle(server('1', 'web'), server('3', 'web'), server('6', 'web')), []);
  assert.deepEqual(
    journal
      .findings('a', [server('3', 'web'), server('6', 'web')])
      .map((one) => one.candidates.map(({ number }) => number)),
    [['3', '6']],
  );
  assert.deepEqual([rows(), settle(server('1', 'web'), server('3', 'web'))], [['web unknown'], ['3']]);
  assert.deepEqual([rows(), settle(server('3', 'web'))], [[], []]);
});

test('a server whose number was told is waited for until a list shows that number', async () => {
  const { journal, folder, settle, rows, asked } = open();
  await journal.conclude(await asked(['web']), { web: '7' }, []);
  assert.deepEqual(settle(server('8', 'web')), []);
  assert.deepEqual([rows(), journal.held(holderOf('a'), ['web'])?.kind], [['web made'], 'name-taken']);
  assert.deepEqual(settle(server('7', 'renamed-since')), []);
  await journal.load();
  assert.deepEqual([rows(), folder.files.size], [[], 0]);
});

test('a creation of this window is told from one of a window before it', async () => {
  const { journal, folder, asked } = open();
  await journal.conclude(await asked(['web', 'db']), {}, ['web', 'db']);
  const later = open(folder, 2);
  await later.journal.load();
  const isOwn = (one: typeof later, name: string) =>
    one.journal.settle('a', [server('3', name)], true).map((settled) => settled.isOwn);
  assert.deepEqual(isOwn(later, 'web'), [false]);
  assert.deepEqual(isOwn(open(folder), 'db'), []);
  await journal.load();
  assert.deepEqual(
    journal
      .settle('a', [server('3', 'web'), server('4', 'db')], true)
      .map((settled) => [settled.server.number, settled.isOwn]),
    [['4', true]],
  );
});

test('of an account that is removed everything is kept, and belongs to another one of the same key and place', async () => {
  const folder = new IntentFolder();
  const accounts = new Set(['a', 'b', 'c', 'd']);
  const journal = openJournal(folder, { isAccount: (accountId) => accounts.has(accountId) });
  const names = (accountId: string) => journal.list(accountId).map(({ name }) => name);
  const holder = holderOf('a');
  await lose(journal, 'a', ['web'], { holder });
  journal.hold({ ...holder, accountId: 'b' });
  journal.hold({ ...holder, accountId: 'c', region: 'SGN' });
  journal.hold(holderOf('d'));
  assert.deepEqual(['a', 'b', 'c', 'd'].map(names), [['web'], [], [], []]);
  accounts.delete('a');
  journal.forget('a');
  await journal.load();
  assert.deepEqual(['b', 'c', 'd'].map(names), [['web'], [], []]);
});

test('of less than the whole list only a number that NCP has told settles', async () => {
  const { journal, rows, asked } = open();
  const sent = await asked(['web', 'db']);
  await journal.conclude(sent, { web: '7' }, ['db']);
  assert.deepEqual(journal.settle('a', [server('7', 'web'), server('8', 'db')], false), []);
  assert.deepEqual(rows(), ['db unknown']);
});

test('a server that has settled one creation of a name was there before to another of that name', async () => {
  for (const way of ['answer', 'user'] as const) {
    const { journal, folder, settle, asked } = open();
    const first = await asked(['web']);
    await journal.conclude(first, {}, ['web']);
    await journal.release(first.id, ['web']);
    const second = await asked(['web']);
    await journal.conclude(second, way === 'answer' ? { web: '7' } : {}, way === 'answer' ? [] : ['web']);
    if (way === 'user') journal.drop('a', { id: second.id, name: 'web' }, '7');
    else settle(server('7', 'web'));
    assert.deepEqual(settle(server('7', 'web')), [], way);
    await journal.load();
    assert.deepEqual(
      folder.intents().map(({ id, before }) => [id, before]),
      [[first.id, ['7']]],
      way,
    );
  }
});

test('what a sandbox was asked for ends with it; that of another window that runs is neither shown nor touched', async () => {
  const folder = new IntentFolder();
  const isSandbox = (accountId: string) => accountId === 's';
  const window = (pid: number) => openJournal(folder, { pid, isSandbox, isAccount: () => true });
  const [first, second] = [window(1), window(2)];
  const [ours, theirs] = ['ours', 'theirs'].map((fingerprint) => holderOf('s', { fingerprint }));
  await lose(first, 's', ['web'], { holder: ours });
  await second.load();
  assert.deepEqual([first.list('s').length, second.list('s')], [1, []]);
  await lose(second, 's', ['web'], { holder: theirs });
  assert.deepEqual([second.list('s').length, folder.files.size], [1, 2]);
  folder.kill(1);
  await second.load();
  await second.load();
  assert.deepEqual(
    folder.intents().map(({ fingerprint }) => fingerprint),
    ['theirs'],
  );
  second.forget('s');
  await second.load();
  assert.equal(folder.files.size, 0);
});
