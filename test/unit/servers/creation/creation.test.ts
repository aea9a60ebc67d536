// Both halves of a creation over a real sandbox: what stands in the way, what is written down, what is sent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoAnswerError } from '../../../../src/client/index';
import type { Fault } from '../../../../src/sandbox/index';
import { Catalog } from '../../../../src/servers/index';
import { editedRows, type ServerRow } from '../../../support/edited-rows';
import { create, list, names, namesOf, open } from './book';

const five = { serverName: 'many-', serverCreateCount: '5' };
const three = { action: create, where: 'before-commit', what: { fate: 'partial', servers: 3 } } as const;
const refusal = {
  status: 400,
  body: JSON.stringify({ responseError: { returnCode: '77777', returnMessage: 'enough of them' } }),
};

test('what is prepared tells names, facts and price, and nothing is sent or written down without carrying it out', async (t) => {
  const { prepare, asked, book, priced, sandbox } = await open(t);
  const { plan, price } = await prepare(five);
  assert.deepEqual(plan.names, ['many-001', 'many-002', 'many-003', 'many-004', 'many-005']);
  assert.ok(plan.facts.some(({ name, text }) => name === 'loginKeyName' && text === 'demo-key'));
  assert.deepEqual([price?.hourly, priced.length], [100, 1]);
  assert.deepEqual([asked(create), sandbox.commits.length, book.lines], [0, 0, ['read']]);
});

test('what is carried out is written down, sent once and adopted', async (t) => {
  const opened = await open(t);
  const { made, asked, book } = opened;
  const conclusion = await made();
  assert.ok(conclusion.kind === 'created');
  assert.deepEqual([namesOf(conclusion.servers), conclusion.missing], [['lost-one'], []]);
  assert.deepEqual(book.lines, ['read', 'claim lost-one', 'read', 'send lost-one', 'made lost-one', 'adopt lost-one']);
  assert.deepEqual([asked(create), names(opened)], [1, []]);
});

test('nothing is sent before the names are kept, and nothing at all when they cannot be', async (t) => {
  const opened = await open(t);
  const { made, asked, book } = opened;
  const seen: number[] = [];
  book.beforeKeeping = async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen.push(asked(create));
  };
  assert.equal((await made()).kind, 'created');
  assert.deepEqual(seen, [0, 0]);
  const full = new Error('the disk is full');
  for (const failing of ['claim', 'send'] as const) {
    book.beforeKeeping = async (what) => {
      if (what === failing) throw full;
    };
    assert.deepEqual(await made({ serverName: 'lost-two' }), { kind: 'unwritten', error: full });
    assert.deepEqual([asked(create), names(opened)], [1, []], failing);
  }
});

test("an answer about somebody else's server leaves ours unknown", async (t) => {
  const opened = await open(t);
  const { sandbox, made, book } = opened;
  const first = await made({ serverName: 'theirs' });
  assert.ok(first.kind === 'created');
  const [theirs] = first.servers;
  const stranger = { serverInstanceNo: theirs?.number, serverName: theirs?.name };
  book.adopted.length = 0;
  // The lists before the request are true.
  sandbox.faults.add(
    editedRows(create, () => [stranger]),
    { ...editedRows(list, () => [stranger]), nth: 3 },
  );
  assert.equal((await made()).kind, 'unknown');
  assert.deepEqual([names(opened), book.adopted], [['lost-one'], []]);
  assert.equal(book.lines.at(-1), 'lose lost-one');
});

test('an answer that gives our server the number of one that was there before leaves it unknown', async (t) => {
  const opened = await open(t);
  const { sandbox, made, book } = opened;
  const first = await made({ serverName: 'before' });
  assert.ok(first.kind === 'created');
  const [before] = first.servers;
  sandbox.faults.add(editedRows(create, (rows) => rows.map((row) => ({ ...row, serverInstanceNo: before?.number }))));
  assert.equal((await made()).kind, 'unknown');
  assert.deepEqual([names(opened), book.adopted], [['lost-one'], ['before']]);
});

test('three of five: those are adopted, the others stay unknown', async (t) => {
  const opened = await open(t);
  const { sandbox, made, asked, book } = opened;
  sandbox.faults.add(three);
  const conclusion = await made(five);
  const known = ['many-001', 'many-002', 'many-003'];
  const open_ = ['many-004', 'many-005'];
  assert.ok(conclusion.kind === 'created');
  assert.deepEqual([namesOf(conclusion.servers), conclusion.missing], [known, open_]);
  assert.deepEqual([book.adopted, names(opened)], [known, open_]);
  assert.deepEqual(book.lines.slice(-3), [`made ${known}`, `lose ${open_}`, `adopt ${known}`]);
  assert.equal(asked(create), 1);
});

test('five refused, three made: the list tells, and the refusal stands beside them', async (t) => {
  const opened = await open(t);
  const { sandbox, made, asked } = opened;
  sandbox.faults.add(three, { action: create, where: 'after-commit', what: refusal });
  const conclusion = await made(five);
  assert.ok(conclusion.kind === 'created' && conclusion.servers.length === 3);
  assert.equal(conclusion.refusal?.code, '77777');
  assert.deepEqual([names(opened), asked(create)], [['many-004', 'many-005'], 1]);
});

test('five refused and none made: rejected once the list has said so; without a list unknown', async (t) => {
  const opened = await open(t);
  const { sandbox, made, asked } = opened;
  const refused = { action: create, where: 'before-commit', what: refusal } as const;
  sandbox.faults.add(refused);
  const rejected = await made(five);
  assert.ok(rejected.kind === 'rejected');
  assert.deepEqual([rejected.error.code, rejected.field, names(opened)], ['77777', undefined, []]);
  const body = JSON.stringify({ error: { errorCode: '210', message: 'no right' } });
  sandbox.faults.add(refused, { action: list, nth: 3, where: 'before-commit', what: { status: 401, body } });
  const doubtful = await made(five);
  assert.ok(doubtful.kind === 'unknown');
  assert.deepEqual([doubtful.refusal?.code, names(opened).length, asked(create)], ['77777', 5, 2]);
});

test('a server that NCP made under another name is adopted', async (t) => {
  const opened = await open(t);
  const { sandbox, made, book } = opened;
  const rename = (rows: ServerRow[]) =>
    rows.map((row) => (row.serverName === 'lost-one' ? { ...row, serverName: 'lostone' } : row));
  sandbox.faults.add(editedRows(create, rename), { ...editedRows(list, rename), nth: 3 });
  const conclusion = await made();
  assert.ok(conclusion.kind === 'created');
  assert.deepEqual([namesOf(conclusion.servers), conclusion.missing], [['lostone'], []]);
  assert.deepEqual([book.adopted, names(opened)], [['lostone'], []]);
});

const losses: Readonly<Record<string, Fault>> = {
  'the answer is lost': { action: create, where: 'after-commit', what: 'reset' },
  'no answer comes': { action: create, where: 'after-commit', what: 'hang' },
  'the request is lost': { action: create, where: 'before-commit', what: 'reset' },
};

for (const [name, fault] of Object.entries(losses)) {
  test(`${name}: unknown, and the name cannot be asked for again until somebody knows`, async (t) => {
    const opened = await open(t);
    const { sandbox, made, asked, book, creations, place, values, refused } = opened;
    const prepared = await opened.prepare();
    sandbox.faults.add(fault);
    const conclusion = await creations.carryOut(prepared);
    assert.ok(conclusion.kind === 'unknown' && conclusion.error instanceof NoAnswerError);
    assert.deepEqual([conclusion.names, names(opened)], [['lost-one'], ['lost-one']]);
    assert.deepEqual(book.lines, ['read', 'claim lost-one', 'read', 'send lost-one', 'lose lost-one']);
    const inDoubt = { kind: 'name-unknown', field: 'serverName', name: 'lost-one' };
    assert.deepEqual(await refused({}), inDoubt);
    assert.deepEqual(await creations.carryOut(prepared), inDoubt);
    assert.equal(asked(create), 1);
    book.remove(['lost-one']);
    const again = await creations.prepare(place, values);
    assert.equal(again.kind, fault.where === 'before-commit' ? 'prepared' : 'name-taken');
    assert.equal((await made({ serverName: 'lost-two' })).kind, 'created');
  });
}

test('a name that a server has is taken, also when it came into use after the preparing', async (t) => {
  const { prepare, made, creations, refused, asked, book } = await open(t);
  const early = await prepare();
  assert.equal((await made()).kind, 'created');
  const taken = { kind: 'name-taken', field: 'serverName', name: 'lost-one' };
  assert.deepEqual(await refused({}), taken);
  assert.deepEqual(await creations.carryOut(early), taken);
  assert.equal(asked(create), 1);
  assert.equal(book.lines.filter((line) => line.startsWith('claim')).length, 1);
});

test('of two at once for one name one is sent', async (t) => {
  const { prepare, creations, asked, sandbox } = await open(t);
  const prepared = await Promise.all([prepare(), prepare()]);
  const conclusions = await Promise.all([...prepared, prepared[0]].map((one) => creations.carryOut(one)));
  assert.deepEqual(
    conclusions.map(({ kind }) => kind),
    ['created', 'name-elsewhere', 'name-elsewhere'],
  );
  assert.deepEqual([asked(create), sandbox.commits.length], [1, 1]);
});

test('without a name, with a value that is not offered or one against a rule nothing is asked of the list', async (t) => {
  const { refused, asked } = await open(t);
  assert.deepEqual(await refused({ serverName: '' }), { kind: 'name-missing', field: 'serverName' });
  assert.deepEqual(await refused({ loginKeyName: 'gone' }), { kind: 'withdrawn', field: 'loginKeyName' });
  const invalid = await refused({ serverName: 'Lost One' });
  assert.ok(invalid.kind === 'invalid');
  assert.deepEqual([invalid.field, invalid.problem.severity], ['serverName', 'error']);
  assert.deepEqual([asked(list), asked(create)], [0, 0]);
});

test('a pick list or a server list that cannot be read stands in the way as the error that it is', async (t) => {
  const { sandbox, creations, place, values, book } = await open(t);
  const body = JSON.stringify({ error: { errorCode: '210', message: 'no right' } });
  for (const action of [list, 'getLoginKeyList']) {
    sandbox.faults.add({ action, where: 'before-commit', what: { status: 401, body } });
    const obstacle = await creations.prepare({ ...place, catalog: new Catalog(place.client, 'vpc', 'KR') }, values);
    assert.ok(obstacle.kind === 'failed', `${action}: ${obstacle.kind}`);
    assert.equal((obstacle.error as { code?: string }).code, '210');
  }
  const fault = new TypeError('a fault of our own');
  const catalog = { rows: async () => Promise.reject(fault) };
  assert.deepEqual(await creations.check({ ...place, catalog }, values), { kind: 'failed', error: fault });
  assert.deepEqual(book.lines, []);
});

test('a refusal blames the field that its message names, else the one that its code stands for', async (t) => {
  const opened = await open(t);
  const { sandbox, made } = opened;
  const answers: readonly (readonly [string, string, string | undefined])[] = [
    ['77777', 'Bad value. location : loginKeyName', 'loginKeyName'],
    ['1401', 'Not found server product.', 'serverProductCode'],
    ['77777', 'Because.', undefined],
  ];
  for (const [returnCode, returnMessage, field] of answers) {
    const body = JSON.stringify({ responseError: { returnCode, returnMessage } });
    sandbox.faults.add({ action: create, where: 'before-commit', what: { status: 400, body } });
    const rejected = await made();
    assert.ok(rejected.kind === 'rejected', rejected.kind);
    assert.deepEqual([rejected.field, rejected.error.code], [field, returnCode]);
  }
  assert.deepEqual(names(opened), []);
});
