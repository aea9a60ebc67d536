// What is said of creations that did not end as plainly as asked for.
import assert from 'node:assert/strict';
import { ApiError } from '../../src/client/index';
import type { Values } from '../../src/reference/index';
import type { Fault } from '../../src/sandbox/index';
import type { Creation } from '../../src/ui/create/creator';
import { keepRecord } from '../../src/ui/told';
import { editedRows, type ServerRow } from '../support/edited-rows';
import type { HostTest } from './index';
import { type Opened, withOpen } from './unknown.test';

const create = 'createServerInstances';
const list = 'getServerInstanceList';

const five = { serverName: 'many-', serverCreateCount: '5' };
const three = { action: create, where: 'before-commit', what: { fate: 'partial', servers: 3 } } as const;
const refusal = {
  status: 400,
  body: JSON.stringify({ responseError: { returnCode: '77777', returnMessage: 'enough of them' } }),
};
const made = ['many-001', 'many-002', 'many-003'];
const rename = (rows: ServerRow[]) =>
  rows.map((row) => (row.serverName === 'lost-one' ? { ...row, serverName: 'lostone' } : row));

interface Other {
  /** What strikes. */
  readonly faults: readonly Fault[];
  readonly values?: Values;
  /** What is answered to the form. */
  readonly result: Creation & { readonly kind: 'created' };
  /** The names that stay unknown. */
  readonly unknown: readonly string[];
  /** The one sentence. */
  readonly said: RegExp;
}

/** Servers that were made, but not as asked for. */
const others: Readonly<Record<string, Other>> = {
  'three of five': {
    faults: [three],
    values: five,
    result: { kind: 'created', names: made },
    unknown: ['many-004', 'many-005'],
    said: /made 3 of 5 servers: many-001, many-002, many-003\..*may have been made.*many-004, many-005/,
  },
  'three of five beside a refusal, whose reason is said': {
    faults: [three, { action: create, where: 'after-commit', what: refusal }],
    values: five,
    result: { kind: 'created', names: made },
    unknown: ['many-004', 'many-005'],
    said: /made 3 of 5 servers: many-001, many-002, many-003\. enough of them \(77777\)/,
  },
  'another name': {
    faults: [editedRows(create, rename), { ...editedRows(list, rename), nth: 3 }],
    result: { kind: 'created', names: ['lostone'] },
    unknown: [],
    said: /made lost-one under another name: lostone/,
  },
};

const names = ({ journal }: Opened) => journal.unawaited('a').map(({ name }) => name);

function adoptions({ model }: Opened): string[] {
  const adopted: string[] = [];
  model.onDidAdopt(({ servers }) => adopted.push(...servers.map(({ name }) => name)));
  return adopted;
}

export const tests: readonly HostTest[] = [
  ...Object.entries(others).map(
    ([name, { faults, values: own, result, unknown, said: sentence }]): HostTest => ({
      name: `made otherwise than asked for is said: ${name}`,
      async run() {
        await withOpen({}, async (opened) => {
          const { sandbox, creator, values, said, asked } = opened;
          const adopted = adoptions(opened);
          sandbox.faults.add(...faults);
          const { message, ...told } = (await creator.create({ ...values, ...own })) as Creation & { message?: string };
          assert.deepEqual(told, result);
          // The page of the form says the same.
          assert.equal(message, unknown.length > 0 ? said[0] : undefined);
          assert.deepEqual([adopted, names(opened)], [result.names, unknown]);
          assert.equal(asked(create), 1);
          assert.equal(said.length, 1);
          assert.match(said[0] ?? '', sentence);
        });
      },
    }),
  ),
  {
    name: "an answer about somebody else's server leaves ours in doubt, and its row stays",
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said, model } = opened;
        await creator.create({ ...values, serverName: 'theirs' });
        const [theirs] = model.get('a')?.servers.filter(({ name }) => name === 'theirs') ?? [];
        assert.ok(theirs);
        const adopted = adoptions(opened);
        const stranger = { serverInstanceNo: theirs.number, serverName: theirs.name };
        // The lists before the request are true.
        sandbox.faults.add(
          editedRows(create, () => [stranger]),
          { ...editedRows(list, () => [stranger]), nth: 3 },
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
    name: 'five refused and none made: a refusal, about which nothing else is said; without a list the doubt is said',
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, creator, values, said, asked } = opened;
        const refused = { action: create, where: 'before-commit', what: refusal } as const;
        sandbox.faults.add(refused);
        const result = await creator.create({ ...values, ...five });
        const { error, ...told } = result as typeof result & { readonly error?: unknown };
        assert.deepEqual(told, { kind: 'refused', message: 'enough of them (77777)' });
        assert.ok(error instanceof ApiError && error.returnCode === '77777');
        assert.deepEqual([names(opened), said], [[], []]);
        const body = JSON.stringify({ error: { errorCode: '210', message: 'no right' } });
        sandbox.faults.add(refused, { action: list, nth: 3, where: 'before-commit', what: { status: 401, body } });
        const doubtful = await creator.create({ ...values, ...five });
        assert.equal(doubtful.kind, 'unknown');
        assert.match(said[0] ?? '', /enough of them \(77777\) Servers may have been made/);
        assert.deepEqual([names(opened).length, asked(create)], [5, 2]);
      });
    },
  },
  {
    name: 'while a creation is on its way no other one is begun for the account; after it there may be one',
    async run() {
      await withOpen({}, async ({ creator, values, asked }) => {
        const seen: (string | undefined)[] = [];
        creator.onDidChange((accountId) => seen.push(creator.step(accountId)));
        const other = { ...values, serverName: 'other' };
        const results = await Promise.all([creator.create(values), creator.create(other), creator.create(values)]);
        assert.deepEqual(
          results.map(({ kind }) => kind),
          ['created', 'busy', 'busy'],
        );
        assert.equal(asked(create), 1);
        assert.equal((await creator.create(other)).kind, 'created');
        assert.deepEqual(seen, ['checking', 'sending', undefined, 'checking', 'sending', undefined]);
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
