// Long lists: rows as pages come, one order, ranges, and no redraw without a change. The client's pages are the test's.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { NcloudClient } from '../../../../src/client/index';
import type { Row } from '../../../../src/reference/index';
import { Fleet } from '../../../../src/servers/fleet';
import { toServer } from '../../../../src/servers/index';
import { Accounts } from '../../../../src/ui/accounts/account';
import type { Sessions } from '../../../../src/ui/accounts/session';
import { Log } from '../../../../src/ui/log';
import type { Node } from '../../../../src/ui/servers/nodes';
import { Lists } from '../../../../src/ui/servers/refresh';
import { ServersTree } from '../../../../src/ui/servers/tree';
import { eventually } from '../../../support/eventually';
import { openJournal } from '../../../support/intents';
import { Memory } from '../../../support/memory';

const account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' } as const;

/** Rows whose names go the other way than their numbers. */
function rowsOf(from: number, count: number, status = 'RUN'): Row[] {
  return Array.from({ length: count }, (_, place) => ({
    serverInstanceNo: String(from + place),
    serverName: `web-${90_000 - from - place}`,
    serverInstanceStatus: { code: status },
    serverInstanceOperation: { code: 'NULL' },
  }));
}

/** The tree over an account whose pages come when the test says so. */
async function open() {
  let list: (onRows: ((rows: Row[]) => void) | undefined) => Promise<Row[]> = async () => [];
  const client = {
    list: (_: string, __: string, ___: object, options: { onRows?: (rows: readonly Row[], total: number) => void }) =>
      list((rows) => options.onRows?.(rows, rows.length)),
  } as unknown as NcloudClient;
  const sessions = { open: async () => ({ account, client }), isOpen: () => true, environment: () => 'vpc' };
  const log = new Log();
  const model = new Fleet(openJournal());
  const lists = new Lists(sessions as unknown as Sessions, model);
  const accounts = new Accounts(new Memory());
  await accounts.save(account);
  const tree = new ServersTree(accounts, model, async () => ({
    load: (accountId: string) => lists.renew(accountId),
    tooltip: () => '',
  }));
  const drawn: (Node | readonly Node[] | undefined)[] = [];
  tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
  /** Makes the next reading give a page each time that `next` is called, until `end`. */
  const reading = () => {
    let resolve: (rows: Row[]) => void = () => undefined;
    let reject: (error: Error) => void = () => undefined;
    const promise = new Promise<Row[]>((...settle) => {
      [resolve, reject] = settle;
    });
    const all: Row[] = [];
    let tell: (rows: Row[]) => void = () => assert.fail('nothing is being read');
    list = (onRows) => {
      tell = (rows) => onRows?.(rows);
      return promise;
    };
    return {
      next(rows: Row[]) {
        all.push(...rows);
        tell(rows);
      },
      end: () => resolve(all),
      fail: () => reject(new Error('offline')),
    };
  };
  const children = () => tree.getChildren(tree.account('a'));
  const labels = (nodes: readonly Node[]) => nodes.map((node) => String(tree.getTreeItem(node).label));
  const close = () => {
    for (const part of [tree, model, accounts, log]) part.dispose();
  };
  return { tree, model, lists, drawn, reading, children, labels, close };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function withOpen(run: (opened: Opened) => Promise<void>) {
  const opened = await open();
  try {
    await run(opened);
  } finally {
    opened.close();
  }
}

const kinds = (nodes: readonly Node[]) => [...new Set(nodes.map(({ kind }) => kind))];

test('the rows of the first page are there while the others come; they stay, and are drawn again twice a second', () =>
  withOpen(async ({ tree, drawn, reading, children, labels }) => {
    const { next, end } = reading();
    const first = children();
    await pause(10);
    next(rowsOf(1, 300));
    const rows = await first;
    assert.deepEqual([kinds(rows), rows.length], [['reading', 'server'], 301]);
    assert.equal(labels(rows)[1], 'web-89700');
    assert.match(String(tree.getTreeItem(rows[0] as Node).description), /^300 servers so far$/);
    assert.deepEqual(drawn, []);
    for (let page = 1; page < 9; page++) {
      next(rowsOf(1 + page * 300, 300));
      await pause(80);
    }
    assert.ok(drawn.length > 0 && drawn.length <= 2, `${drawn.length} times`);
    assert.deepEqual(kinds(drawn as Node[]), ['account']);
    const more = await children();
    assert.equal(more.length, 1001);
    drawn.length = 0;
    next(rowsOf(3000, 5));
    await eventually('the number of rows', () => drawn.length > 0);
    assert.deepEqual(kinds(drawn as Node[]), ['reading'], 'what is full is drawn again');
    end();
    await eventually('the end', () => drawn.length === 2);
    assert.deepEqual(kinds(await children()), ['range']);
    await pause(600);
    assert.equal(drawn.length, 2);
  }));

test('an account of one page is drawn once, without a word of reading', () =>
  withOpen(async ({ reading, children }) => {
    const { next, end } = reading();
    const first = children();
    await pause(10);
    next(rowsOf(1, 4));
    end();
    assert.deepEqual(kinds(await first), ['server']);
  }));

test('a first list that breaks off is never taken for the whole: its rows stay, with the reason, until a whole one comes', () =>
  withOpen(async ({ tree, model, lists, reading, children }) => {
    const broken = reading();
    const first = children();
    await pause(10);
    broken.next(rowsOf(1, 3));
    await first;
    broken.fail();
    await eventually('the reason', () => model.get('a')?.problem !== undefined);
    const rows = await children();
    assert.deepEqual([kinds(rows), rows.length], [['stale', 'server'], 4]);
    assert.match(String(tree.getTreeItem(rows[0] as Node).label), /^as of \d\d:\d\d, not complete – Retry$/);
    assert.equal(model.get('a')?.readAt, undefined);
    const whole = reading();
    const renewed = lists.renew('a');
    await pause(10);
    whole.next(rowsOf(2, 3));
    whole.end();
    await renewed;
    assert.deepEqual(
      model.get('a')?.servers.map(({ number }) => number),
      ['2', '3', '4'],
    );
    assert.deepEqual(kinds(await children()), ['server']);
  }));

test('a later list shows nothing before it is whole; one that says the same redraws nothing, one that breaks off keeps all', () =>
  withOpen(async ({ model, lists, drawn, reading, children }) => {
    const read = async (rows: Row[], ends: 'end' | 'fail' = 'end') => {
      const pages = reading();
      const renewed = lists.renew('a');
      await pause(10);
      pages.next(rows);
      assert.deepEqual(drawn, []);
      pages[ends]();
      await renewed;
    };
    await read(rowsOf(1, 1500));
    await children();
    drawn.length = 0;
    await read(rowsOf(1, 1500));
    assert.deepEqual(drawn, []);
    await read(rowsOf(1, 700), 'fail');
    assert.equal(model.get('a')?.servers.length, 1500);
    assert.equal(model.get('a')?.readAt !== undefined && drawn.length, 1);
    assert.deepEqual(kinds(await children()), ['stale', 'range']);
  }));

test('a long list stands in ranges by name; each row knows its range, and keeps its object when names come between', () =>
  withOpen(async ({ tree, model, labels, children }) => {
    const all = rowsOf(1, 1234).map((row) => toServer('vpc', row));
    model.renew('a', all, 1);
    const ranges = await children();
    assert.deepEqual(labels(ranges), ['1 – 500', '501 – 1,000', '1,001 – 1,500']);
    assert.match(String(tree.getTreeItem(ranges[0] as Node).description), /^web-88766 … web-89265$/);
    const parts = await Promise.all(ranges.map((range) => tree.getChildren(range)));
    assert.deepEqual(
      parts.map(({ length }) => length),
      [500, 500, 234],
    );
    const names = parts.flatMap((part) => labels(part));
    assert.deepEqual(names, all.map(({ name }) => name).reverse());
    parts.forEach((part, index) => {
      for (const row of part) assert.equal(tree.getParent(row), ranges[index]);
    });
    const another = toServer('vpc', { serverInstanceNo: '9999', serverName: 'api' });
    model.renew('a', [...all, another], 2);
    const later = await tree.getChildren((await children())[0]);
    assert.equal(labels(later)[0], 'api');
    assert.equal(later[1], parts[0]?.[0]);
    assert.deepEqual(await children(), ranges);
  }));

test('thousands of rows that change are drawn by their account, and few at a time count their seconds', (t) =>
  withOpen(async ({ tree, model, drawn, children }) => {
    const list = (status: string) => rowsOf(1, 400, status).map((row) => toServer('vpc', row));
    model.renew('a', list('RUN'), 1);
    await children();
    drawn.length = 0;
    model.renew('a', list('INIT'), 2);
    assert.deepEqual(kinds(drawn as Node[]), ['account']);
    drawn.length = 0;
    t.mock.timers.enable({ apis: ['setInterval'] });
    tree.setVisible(true);
    await eventually('all had a turn', () => {
      t.mock.timers.tick(1000);
      return new Set(drawn.flat()).size === 400;
    });
    assert.ok(drawn.length <= 12, `only after ${drawn.length} seconds`);
    for (const nodes of drawn) assert.ok(Array.isArray(nodes) && nodes.length <= 50);
    tree.setVisible(false);
  }));

test('a row that one look did not find says so, and keeps its commands', () =>
  withOpen(async ({ tree, model }) => {
    const servers = rowsOf(1, 2).map((row) => toServer('vpc', row));
    model.renew('a', servers, 1);
    const row = tree.server('a', '1');
    const before = tree.getTreeItem(row);
    model.renew('a', servers.slice(1), 2);
    const after = tree.getTreeItem(row);
    assert.match(String(after.description), /^not in the last list · running/);
    assert.match(after.accessibilityInformation?.label ?? '', /not in the last list$/);
    assert.equal(after.contextValue, before.contextValue);
    model.renew('a', servers.slice(1), 3);
    assert.equal(model.server('a', '1'), undefined);
  }));

test('servers that were not asked for do not enter with an answer about others', () =>
  withOpen(async ({ model }) => {
    const [one, two, three] = rowsOf(1, 3).map((row) => toServer('vpc', row));
    assert.ok(one && two && three);
    model.renew('a', [one], 1);
    model.renewSome('a', ['1'], [two, one], 2);
    model.lookAt('a', ['1'], [three], 3);
    assert.deepEqual(
      model.get('a')?.servers.map(({ number }) => number),
      ['1'],
    );
    model.renewSome('a', ['1'], [], 4);
    assert.deepEqual(model.get('a')?.servers, []);
  }));
