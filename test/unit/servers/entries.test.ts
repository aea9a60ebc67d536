// How one reading after the other changes what is known: nothing goes by one answer that lacks it, nothing is redrawn in vain.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { adopt, type Entries, isMissing, merge } from '../../../src/servers/entries';
import { type Server, toServer } from '../../../src/servers/index';

function server(number: string, status = 'RUN', operation = 'NULL', name = `web-${number}`): Server {
  return toServer('vpc', {
    serverInstanceNo: number,
    serverName: name,
    publicIp: '203.0.113.7',
    serverInstanceStatus: { code: status },
    serverInstanceOperation: { code: operation },
  });
}

/** A world that counts its time in seconds. */
function open(...numbers: string[]) {
  const entries: Entries = new Map();
  let now = 0;
  const read = (servers: readonly Server[], options: object = {}) => {
    now += 1000;
    return merge(entries, { numbers: [...entries.keys()], servers, askedAt: now, now, ...options });
  };
  read(numbers.map((number) => server(number)));
  const wait = (ms: number) => {
    now += ms;
  };
  return { entries, read, wait, now: () => now, shown: () => [...entries.keys()] };
}

test('a row that one reading lacks stays, marked, and goes when the next one lacks it as well', () => {
  const { entries, read, shown } = open('1', '2');
  assert.deepEqual(read([server('1')]), { rowsChanged: false, differing: ['2'] });
  assert.deepEqual(shown(), ['1', '2']);
  assert.ok(isMissing(entries.get('2') as never, 2000));
  assert.deepEqual(read([server('1')]), { rowsChanged: true, differing: [] });
  assert.deepEqual(shown(), ['1']);
});

test('the second look may be another kind than the first: of some servers, or of all', () => {
  for (const numbers of [['2'], ['1', '2']]) {
    const { read, shown } = open('1', '2');
    read(numbers.length === 1 ? [] : [server('1')], { numbers });
    assert.deepEqual(shown(), ['1', '2']);
    read(numbers.length === 1 ? [server('1')] : [], { numbers: numbers.length === 1 ? ['1', '2'] : ['2'] });
    assert.deepEqual(shown(), ['1']);
  }
});

test('a row that is there again loses its mark, and the count begins anew', () => {
  const { entries, read, shown } = open('1');
  read([]);
  assert.deepEqual(read([server('1')]), { rowsChanged: false, differing: ['1'] });
  assert.equal(isMissing(entries.get('1') as never, 9000), false);
  read([]);
  assert.deepEqual(shown(), ['1']);
});

test('a server that was being terminated goes at once, and so does what was looked for twice', () => {
  const { read, shown } = open('1', '2', '3');
  read([server('1', 'NSTOP', 'TERMT'), server('2'), server('3')]);
  read([server('2'), server('3')]);
  assert.deepEqual(shown(), ['2', '3']);
  read([], { numbers: ['2'], isCertain: true });
  assert.deepEqual(shown(), ['3']);
});

test('two readings of the same moment are one look, and one of an earlier moment is none', () => {
  const { read, shown, now } = open('1');
  read([]);
  const askedAt = now();
  for (const at of [askedAt, askedAt - 500]) read([], { askedAt: at });
  assert.deepEqual(shown(), ['1']);
});

test('a created server that lists lack is not marked for five minutes; if it ran it is then gone, else it stays for an hour', () => {
  const { entries, read, wait, shown, now } = open();
  adopt(entries, server('2', 'RUN'), now());
  adopt(entries, server('1', 'INIT'), now());
  for (let minute = 0; minute < 4; minute++) {
    wait(60_000);
    assert.deepEqual(read([]), { rowsChanged: false, differing: [] });
  }
  assert.equal(isMissing(entries.get('1') as never, now()), false);
  wait(60_000);
  assert.deepEqual([read([]), shown()], [{ rowsChanged: true, differing: ['1'] }, ['1']]);
  assert.deepEqual([isMissing(entries.get('1') as never, now()), entries.get('1')?.isLost], [true, true]);
  assert.deepEqual(read([]), { rowsChanged: false, differing: [] });
  read([server('1', 'CREAT')]);
  assert.deepEqual([isMissing(entries.get('1') as never, now()), entries.get('1')?.isLost], [false, false]);
  for (let looks = 0; looks < 2; looks++) read([]);
  assert.equal(entries.get('1')?.isLost, true);
  wait(55 * 60_000);
  read([]);
  assert.deepEqual(shown(), []);
});

test('what was created from here and is looked for twice, or is being terminated, goes as any other', () => {
  const { entries, read, shown, now, wait } = open();
  adopt(entries, server('1', 'INIT'), now());
  adopt(entries, server('2', 'INIT', 'TERMT'), now());
  wait(5 * 60_000);
  read([], { numbers: ['1'], isCertain: true });
  read([]);
  assert.deepEqual(shown(), []);
});

test('a reading that has not ended takes nothing away; what only it told of goes when the whole lacks it', () => {
  const { read, shown } = open('1');
  read([server('2'), server('3')], { isProvisional: true });
  assert.deepEqual(shown(), ['1', '2', '3']);
  read([server('1'), server('3')]);
  assert.deepEqual(shown(), ['1', '3']);
});

test('a new name is news of the rows, because they stand in the order of names', () => {
  const { read } = open('1');
  assert.equal(read([server('1', 'RUN', 'NULL', 'app')]).rowsChanged, true);
});

const statuses = fc.constantFrom(['RUN', 'NULL'], ['RUN', 'SHTDN'], ['NSTOP', 'NULL'], ['CREAT', 'NULL'], ['INIT', '']);
const listed = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }))
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) => statuses.map(([status, operation]) => server(String(number), status, operation))),
    ),
  );

test('whatever lists come: a row goes only after two of them in a row lack it, and the same list twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(listed, { minLength: 2, maxLength: 12 }), (lists) => {
      const { entries, read, shown } = open();
      const lacking = new Map<string, number>();
      for (const list of lists) {
        const before = shown();
        const merged = read(list);
        const found = new Set(list.map(({ number }) => number));
        for (const number of before) lacking.set(number, found.has(number) ? 0 : (lacking.get(number) ?? 0) + 1);
        for (const number of found) lacking.set(number, 0);
        const expected = new Set([...before, ...found].filter((number) => (lacking.get(number) ?? 0) < 2));
        assert.deepEqual(new Set(shown()), expected);
        assert.equal(merged.rowsChanged, before.length !== expected.size || before.some((one) => !expected.has(one)));
        for (const { number, state } of list) assert.equal(entries.get(number)?.server.state, state);
        const isQuiet = shown().every((number) => found.has(number));
        if (isQuiet) assert.deepEqual(read(list), { rowsChanged: false, differing: [] });
      }
    }),
  );
});
