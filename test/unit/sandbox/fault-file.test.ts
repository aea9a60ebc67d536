import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FaultKind, FaultMoment } from '../../../src/sandbox';
import { faultTable, kinds, readFaults } from '../../../src/sandbox/fault-file';

const read = (...faults: readonly unknown[]) => readFaults(JSON.stringify(faults));
const good = { action: 'getRegionList', where: 'before-commit', what: 'reset' };

/** One of each kind that a file may hold, by what it is called there. */
const samples: Readonly<Record<string, FaultKind>> = {
  reset: 'reset',
  close: 'close',
  hang: 'hang',
  bytes: { bytes: '\u0015\u0003' },
  status: { status: 429, body: '', encoding: 'base64', headers: { 'Retry-After': '2' } },
  fate: { fate: 'partial', servers: 3 },
  hide: { hide: 1 },
  clock: { clock: -360_000 },
  cut: { cut: -1 },
  stall: { stall: 0 },
  drip: { drip: 10 },
  delay: { delay: 100 },
  headers: { headers: { date: null, age: '9' } },
  pad: { pad: 200_000 },
  replace: { replace: ['INIT', ''] },
  flood: { flood: 50, gzip: true },
  answerOf: { answerOf: 'getZoneList' },
};

test('every kind is read at each of its moments as it stands, and at no other', () => {
  assert.deepEqual([...new Set(kinds.map(({ name }) => name))], Object.keys(samples));
  const moments: readonly FaultMoment[] = ['in-connect', 'before-commit', 'after-commit', 'in-headers', 'in-body'];
  for (const [name, what] of Object.entries(samples)) {
    for (const where of moments) {
      const fault = { where, what, nth: 2, times: 3, ...(where === 'in-connect' ? {} : { action: ['getZoneList'] }) };
      const isMeant = kinds.some((kind) => kind.name === name && kind.where.includes(where));
      if (isMeant) assert.deepEqual(read(fault), [fault], `${name} ${where}`);
      else assert.throws(() => read(fault), RangeError, `${name} ${where}`);
    }
  }
});

for (const [entry, said] of [
  [1, 'entry 2: an object is expected'],
  [{ ...good, where: 'nowhere' }, /^entry 2, where is "nowhere"; allowed: "in-connect", .*"in-body"$/],
  [{ ...good, acton: 'x' }, 'entry 2: acton is not known; allowed: where, what, nth, times, action'],
  [{ where: 'in-connect', what: 'reset', action: '*' }, /^entry 2: action is not known/],
  [{ ...good, action: undefined }, /^entry 2, action is missing; allowed: the name of a simulated action/],
  [{ ...good, action: [] }, /^entry 2, action is \[\]/],
  [{ ...good, action: ['*'] }, /^entry 2, action is "\*"/],
  [{ ...good, action: 'getRegionLst' }, /^entry 2, action is "getRegionLst"/],
  [{ ...good, nth: 0 }, 'entry 2, nth is 0; allowed: a whole number from 1 to 1000000'],
  [{ ...good, times: 1.5 }, /^entry 2, times is 1.5/],
  [
    { ...good, what: undefined },
    /^entry 2, what is missing; allowed: before-commit: "reset", "hang", \{ "status": … \}/,
  ],
  [{ ...good, what: 'explode' }, /^entry 2, what is "explode"/],
  [{ ...good, what: null }, /^entry 2, what is null/],
  [{ ...good, what: { status: 200 } }, 'entry 2, what.body is missing; allowed: a text'],
  [
    { ...good, what: { status: 200, body: '', x: 1 } },
    /^entry 2, what: x is not known; allowed: status, body, encoding, headers$/,
  ],
  [{ ...good, what: { status: 100, body: '' } }, /^entry 2, what.status is 100/],
  [{ ...good, what: { status: 200, body: '', headers: { a: null } } }, /^entry 2, what.headers is/],
  [{ ...good, what: { status: 200, body: '', headers: { 'a b': '' } } }, /^entry 2, what.headers is/],
  [{ ...good, what: { status: 200, body: '', headers: { a: 'b\r\nc: d' } } }, /^entry 2, what.headers is/],
  [
    { ...good, what: { fate: 'unkind', servers: 1 } },
    'entry 2, what.fate is "unkind"; allowed: "stuck", "fails", "partial"',
  ],
  [{ ...good, where: 'in-body', what: { cut: 1, length: 'long' } }, /^entry 2, what.length is "long"/],
  [{ ...good, where: 'in-body', what: { replace: ['', 'x'] } }, /^entry 2, what.replace is/],
  [{ ...good, where: 'in-body', what: { answerOf: 'createServerInstances' } }, /^entry 2, what.answerOf is/],
  [{ ...good, where: 'in-body', what: { __proto__: null, constructor: 1 } }, /^entry 2, what is/],
] as const) {
  test(`refused: ${JSON.stringify(entry)}`, () => {
    const message = typeof said === 'string' ? new RegExp(`^${said.replace(/[.*+?()[\]{}|]/g, '\\$&')}$`) : said;
    assert.throws(
      () => read(good, entry),
      (error) => error instanceof RangeError && message.test(error.message),
    );
  });
}

test('what is no array of faults is refused', () => {
  for (const json of ['', '{', '{}', 'null', '"x"']) assert.throws(() => readFaults(json), RangeError);
  assert.deepEqual(readFaults('[]'), []);
});

test('CONTRIBUTING.md tells each kind as the table of the parser has it', () => {
  assert.ok(
    readFileSync('CONTRIBUTING.md', 'utf8').includes(`\n${faultTable()}\n`),
    `It should hold:\n${faultTable()}`,
  );
});
