// Creations whose answer is not as plain as asked for: what is adopted, what stays in doubt, and what is said.
import assert from 'node:assert/strict';
import { ApiError } from '../../src/client/index';
import { keepRecord } from '../../src/ui/told';
import type { HostTest } from './index';
import { type Opened, withOpen } from './unknown.test';

const create = 'createServerInstances';
const list = 'getServerInstanceList';

type Row = Record<string, unknown>;

/** Changes the rows of an answer on its way out. */
const rowsOf = (action: string, change: (rows: Row[]) => Row[]) => ({
  action,
  where: 'in-body' as const,
  what: {
    edit: (body: string) => {
      const json = JSON.parse(body);
      const inside = json[`${action}Response`];
      inside.serverInstanceList = change(inside.serverInstanceList);
      inside.totalRows = inside.serverInstanceList.length;
      return JSON.stringify(json);
    },
  },
});

const five = { serverName: 'many-', serverCreateCount: '5' };
const names = ({ journal }: Opened) => journal.list('a').map(({ name }) => name);

function adoptions({ model }: Opened): string[] {
  const adopted: string[] = [];
  model.onDidAdopt(({ servers }) => adopted.push(...servers.map(({ name }) => name)));
  return adopted;
}

export const tests: readonly HostTest[] = [
  {
    name: "an answer about somebody else's server leaves ours in doubt",
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said, model } = opened;
        await creator.create({ ...values, serverName: 'theirs' });
        const [theirs] = model.get('a')?.servers.filter(({ name }) => name === 'theirs') ?? [];
        assert.ok(theirs);
        const adopted = adoptions(opened);
        const stranger = { serverInstanceNo: theirs.number, serverName: theirs.name };
        // The list before the question is true.
        sandbox.faults.add(
          rowsOf(create, () => [stranger]),
          { ...rowsOf(list, () => [stranger]), nth: 2 },
        );
        const result = await creator.create(values);
        assert.equal(result.kind, 'unknown');
        assert.match(said.at(-1) ?? '', /may have been made.*lost-one/);
        assert.deepEqual([names(opened), adopted], [['lost-one'], []]);
        assert.equal((await opened.row())?.contextValue, 'unknown');
      });
    },
  },
  {
    name: 'three of five: those are adopted and said, the others stay in doubt',
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said, asked } = opened;
        const adopted = adoptions(opened);
        sandbox.faults.add({ action: create, where: 'before-commit', what: { fate: 'partial', servers: 3 } });
        const result = await creator.create({ ...values, ...five });
        const made = ['many-001', 'many-002', 'many-003'];
        assert.deepEqual(result, { kind: 'created', names: made, asked: 5 });
        assert.deepEqual([adopted, names(opened)], [made, ['many-004', 'many-005']]);
        assert.equal(said.length, 1);
        assert.match(said[0] ?? '', /made 3 of 5 servers.*may have been made.*many-004, many-005/);
        assert.equal(asked(create), 1);
      });
    },
  },
  {
    name: 'five refused, three made: the list tells, and the reason of the refusal is said',
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said, asked } = opened;
        const body = JSON.stringify({ responseError: { returnCode: '77777', returnMessage: 'enough of them' } });
        sandbox.faults.add(
          { action: create, where: 'before-commit', what: { fate: 'partial', servers: 3 } },
          { action: create, where: 'after-commit', what: { status: 400, body } },
        );
        const result = await creator.create({ ...values, ...five });
        assert.ok(result.kind === 'created' && result.names.length === 3 && result.asked === 5);
        assert.match(said[0] ?? '', /made 3 of 5 servers\. enough of them \(77777\)/);
        assert.deepEqual(names(opened), ['many-004', 'many-005']);
        assert.equal(asked(create), 1);
      });
    },
  },
  {
    name: 'five refused and none made: refused once the list has said so; without a list in doubt',
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said, asked } = opened;
        const body = JSON.stringify({ responseError: { returnCode: '77777', returnMessage: 'enough of them' } });
        const refused = { action: create, where: 'before-commit', what: { status: 400, body } } as const;
        sandbox.faults.add(refused);
        const result = await creator.create({ ...values, ...five });
        const { error, ...told } = result as typeof result & { readonly error?: unknown };
        assert.deepEqual(told, { kind: 'refused', message: 'enough of them (77777)' });
        assert.ok(error instanceof ApiError && error.returnCode === '77777');
        assert.deepEqual([names(opened), said], [[], []]);
        const none = JSON.stringify({ error: { errorCode: '210', message: 'no right' } });
        sandbox.faults.add(refused, {
          action: list,
          nth: 2,
          where: 'before-commit',
          what: { status: 401, body: none },
        });
        const doubtful = await creator.create({ ...values, ...five });
        assert.equal(doubtful.kind, 'unknown');
        assert.match(said[0] ?? '', /enough of them \(77777\) Servers may have been made/);
        assert.deepEqual([names(opened).length, asked(create)], [5, 2]);
      });
    },
  },
  {
    name: 'a server that NCP made under another name is adopted, and the name is said',
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said } = opened;
        const adopted = adoptions(opened);
        const rename = (rows: Row[]) =>
          rows.map((row) => (row.serverName === 'lost-one' ? { ...row, serverName: 'lostone' } : row));
        sandbox.faults.add(rowsOf(create, rename), { ...rowsOf(list, rename), nth: 2 });
        const result = await creator.create(values);
        assert.deepEqual(result, { kind: 'created', names: ['lostone'], asked: 1 });
        assert.match(said[0] ?? '', /made lost-one under another name: lostone/);
        assert.deepEqual([adopted, names(opened), said.length], [['lostone'], [], 1]);
      });
    },
  },
  {
    name: 'a message that points to the log has its line there',
    async run() {
      await withOpen({}, async ({ creator, values, catalog }) => {
        const lines: string[] = [];
        const write = (line: string) => void lines.push(line);
        keepRecord({ log: { warn: write, error: write }, version: '1' });
        catalog.rows = async () => {
          throw new TypeError('a fault of our own');
        };
        for (const result of [await creator.create(values), await creator.check(values)]) {
          assert.ok(result.kind === 'refused');
          assert.match(result.message, /Show Log/);
        }
        assert.equal(lines.length, 2);
        for (const line of lines) assert.match(line, /TypeError a fault of our own/);
      });
    },
  },
];
