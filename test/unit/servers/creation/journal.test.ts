// The creations whose outcome is not known: what is kept of them, who else is told, and what settles them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestCreation } from '../../../../src/servers/creation/journal';
import { toServer } from '../../../../src/servers/index';
import { ask, holderOf, IntentFolder, lose, openJournal } from '../../../support/intents';

const hour = 60 * 60_000;
const askedAt = Date.UTC(2026, 10, 25, 1);

/** A server that was made so many milliseconds after `askedAt`, by NCP's clock. */
function server(number: string, name: string, after = 0) {
  const createDate = `${new Date(askedAt + after + 9 * hour).toISOString().slice(0, 19)}+0900`;
  return toServer('vpc', { serverInstanceNo: number, serverName: name, createDate });
}

function open(folder = new IntentFolder(), pid = 1, time = { now: askedAt }) {
  const journal = openJournal(folder, { pid, now: () => time.now, isAccount: () => true });
  const events: string[] = [];
  journal.onDidChange((accountId) => events.push(accountId));
  journal.onDidLose(({ accountId, names }) => events.push(`lost ${accountId} ${names}`));
  const settle = (...servers: ReturnType<typeof server>[]) =>
    journal.settle('a', servers, true).map((one) => one.server.number);
  const rows = (accountId = 'a') => journal.list(accountId).map(({ name, state }) => `${name} ${state}`);
  const asked = (names: readonly string[], before: readonly string[] = []) =>
    ask(journal, 'a', names, { before, timestamp: askedAt });
  return { journal, folder, time, events, settle, rows, asked };
}

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
  journal.remove('a', ['web', 'api']);
  assert.deepEqual([rows(), journal.list('b')], [[], []]);
  assert.deepEqual(events, ['a', 'a', 'lost a api', 'a']);
  await journal.load();
  assert.deepEqual([rows(), folder.files.size], [[], 0]);
});

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

test('another window sees what is on its way as such, and as unknown when its window has lost it, has ended or is late', async () => {
  const first = open();
  const second = open(first.folder, 2);
  const seen = async () => {
    await second.journal.load();
    return second.rows();
  };
  const sent = await first.asked(['web']);
  assert.deepEqual(await seen(), ['web elsewhere']);
  await first.journal.conclude(sent, {}, ['web']);
  assert.deepEqual(await seen(), ['web unknown']);
  first.time.now += 1;
  const late = await first.asked(['db']);
  second.time.now += longestCreation + 2;
  assert.deepEqual(await seen(), ['web unknown', 'db unknown']);
  second.time.now = askedAt;
  assert.deepEqual(await seen(), ['web unknown', 'db elsewhere']);
  await first.journal.conclude(late, { db: '7' }, []);
  assert.deepEqual(await seen(), ['web unknown', 'db made']);
  first.time.now += 1;
  await first.asked(['api']);
  first.folder.kill(1);
  assert.deepEqual(await seen(), ['web unknown', 'db made', 'api unknown']);
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

test('the date is measured by the clock of NCP, and what is shown is the time of this computer', async () => {
  for (const ahead of [-2 * hour, 2 * hour]) {
    const { journal, settle } = open();
    await lose(journal, 'a', ['web'], { timestamp: askedAt - ahead });
    assert.deepEqual(
      journal.list('a').map((one) => one.askedAt),
      [askedAt],
    );
    assert.deepEqual(settle(server('3', 'web', -ahead - 2 * hour)), []);
    assert.deepEqual(settle(server('4', 'web', -ahead)), ['4']);
  }
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

test('a name is held against every account of the same key and place, and against no other', async () => {
  const { journal } = open();
  const holder = holderOf('a');
  await lose(journal, 'a', ['web'], { holder });
  const held = (more: Partial<typeof holder>) => journal.held({ ...holder, ...more }, ['api', 'web'])?.kind;
  assert.deepEqual(
    [held({}), held({ accountId: 'b' }), held({ fingerprint: 'replaced' })],
    ['name-unknown', 'name-unknown', 'name-unknown'],
  );
  assert.deepEqual(
    [held({ accountId: 'b', fingerprint: 'other' }), held({ accountId: 'b', region: 'SGN' })],
    [undefined, undefined],
  );
  const [row] = journal.list('a');
  await journal.release(row?.id ?? '');
  assert.deepEqual([held({}), journal.list('a').length], [undefined, 1]);
});

test('of less than the whole list only a number that NCP has told settles', async () => {
  const { journal, rows, asked } = open();
  const sent = await asked(['web', 'db']);
  await journal.conclude(sent, { web: '7' }, ['db']);
  assert.deepEqual(journal.settle('a', [server('7', 'web'), server('8', 'db')], false), []);
  assert.deepEqual(rows(), ['db unknown']);
});

test('what a window has left behind that is gone is taken over by one window, and another sees that', async () => {
  const first = open();
  await first.journal.conclude(await first.asked(['web', 'db']), { web: '7' }, ['db']);
  await first.asked(['api']);
  const [second, third] = [open(first.folder, 2), open(first.folder, 3)];
  const ours = (one: typeof first) =>
    one.journal
      .unawaited('a')
      .map(({ name, isOurs }) => `${name} ${isOurs}`)
      .sort();
  await second.journal.load();
  assert.deepEqual([second.journal.takeOver('a'), ours(second)], [[], ['db false']]);
  first.folder.kill(1);
  await second.journal.load();
  assert.deepEqual(
    second.journal
      .takeOver('a')
      .map(({ name }) => name)
      .sort(),
    ['api', 'db'],
  );
  await third.journal.load();
  assert.deepEqual([third.journal.takeOver('a'), ours(third)], [[], ['api false', 'db false']]);
  assert.deepEqual(ours(second), ['api true', 'db true']);
  const settled = (one: typeof first) => one.journal.settle('a', [server('8', 'db')], true).map(({ isOurs }) => isOurs);
  assert.deepEqual([settled(third), settled(second)], [[false], [true]]);
});

test('a server that has settled one creation of a name was there before to another of that name', async () => {
  for (const way of ['answer', 'user'] as const) {
    const { journal, folder, settle, asked } = open();
    const first = await asked(['web']);
    await journal.conclude(first, {}, ['web']);
    await journal.release(first.id);
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
