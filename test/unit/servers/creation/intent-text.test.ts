// Files of the journal as text: what is written is read, and whatever else stands there harms nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Intent } from '../../../../src/servers/creation/intent';
import { intentText, parseIntent } from '../../../../src/servers/creation/intent-text';

const intent: Intent = {
  version: 1,
  id: '5e8f',
  accountId: 'a',
  fingerprint: 'f',
  environment: 'vpc',
  region: 'KR',
  owner: { pid: 7, host: 'here' },
  stage: 'sent',
  names: ['web', 'api'],
  params: { serverName: 'web' },
  askedAt: 1,
  timestamp: 2,
  before: ['3'],
  made: { web: '4' },
  isLost: true,
  released: ['web'],
};

const parsed = (value: unknown) => parseIntent('5e8f', JSON.stringify(value));

test('what is written is read, and what is not known is left out', () => {
  assert.deepEqual(parseIntent('5e8f', intentText(intent)), { kind: 'intent', intent });
  const { isLost: _, released: __, ...plain } = intent;
  assert.deepEqual(parsed({ ...plain, later: { deep: [1] }, isLost: 'yes' }), { kind: 'intent', intent: plain });
});

test('a file of a newer version tells what can be understood of it', () => {
  const told = { kind: 'newer', accountId: 'a', fingerprint: 'f', names: ['web', 'api'] };
  assert.deepEqual(parsed({ ...intent, version: 2, stage: 'dreamt' }), told);
  assert.deepEqual(parsed({ version: 1.5, names: 'web' }), { kind: 'newer', names: [] });
});

test('every field that is missing or of another type makes it corrupt', () => {
  const optional = ['isLost', 'released'];
  const others: unknown[] = [undefined, null, 7.5, 'x', true, [], {}, [1], { a: 1 }, { pid: 1.5, host: 'here' }];
  let corrupt = 0;
  for (const field of Object.keys(intent).filter((name) => !optional.includes(name))) {
    for (const value of others) {
      const { kind } = parsed({ ...intent, [field]: value });
      const isText = ['accountId', 'fingerprint', 'region'].includes(field) && value === 'x';
      const isMoment = ['askedAt', 'timestamp'].includes(field) && value === 7.5;
      const isEmpty = (field === 'before' && Array.isArray(value) && value.length === 0) || isEmptyRecord(field, value);
      const isNewer = field === 'version' && typeof value === 'number';
      const expected = isNewer ? 'newer' : isText || isMoment || isEmpty ? 'intent' : 'corrupt';
      assert.equal(kind, expected, `${field}: ${JSON.stringify(value)}`);
      if (kind === 'corrupt') corrupt += 1;
    }
  }
  assert.ok(corrupt > 100);
  assert.equal(parseIntent('other', intentText(intent)).kind, 'corrupt');
});

test('a moment is a number that a date can show', () => {
  for (const field of ['askedAt', 'timestamp']) {
    for (const moment of [0, -1, 8.64e15]) assert.equal(parsed({ ...intent, [field]: moment }).kind, 'intent');
    for (const other of ['7', 8.65e15, -8.65e15, [7]]) {
      assert.equal(parsed({ ...intent, [field]: other }).kind, 'corrupt', `${field} ${other}`);
    }
  }
});

test('a file of over a million characters is none of ours', () => {
  const text = intentText(intent);
  assert.equal(parseIntent('5e8f', text.padEnd(1_000_000)).kind, 'intent');
  assert.deepEqual(parseIntent('5e8f', text.padEnd(1_000_001)), { kind: 'corrupt', names: [] });
});

function isEmptyRecord(field: string, value: unknown): boolean {
  const isRecord = ['params', 'made'].includes(field);
  return (
    isRecord && typeof value === 'object' && value !== null && !Array.isArray(value) && JSON.stringify(value) === '{}'
  );
}

test('no prefix of a file is an intent', () => {
  const text = intentText(intent).trimEnd();
  for (let length = 0; length < text.length; length++) {
    assert.equal(parseIntent('5e8f', text.slice(0, length)).kind, 'corrupt', String(length));
  }
});

test('hostile text is read in time and reaches nothing', () => {
  const proto = intentText(intent).replace(
    '"params": {',
    '"__proto__": { "isLost": true }, "params": { "__proto__": "x",',
  );
  const read = parseIntent('5e8f', proto);
  assert.ok(read.kind === 'intent');
  assert.ok(
    Object.hasOwn(read.intent.params, '__proto__') && Object.getPrototypeOf(read.intent.params) === Object.prototype,
  );
  assert.equal(({} as { isLost?: unknown }).isLost, undefined);
  const hostile = [
    '',
    '\0',
    '\uFEFF{}',
    'null',
    '[]',
    '"x"',
    '['.repeat(900_000),
    '{"a":'.repeat(190_000),
    'x'.repeat(10_000_000),
  ];
  const start = process.cpuUsage();
  for (const text of hostile) assert.equal(parseIntent('5e8f', text).kind, 'corrupt', text.slice(0, 20));
  assert.ok(process.cpuUsage(start).user < 3_000_000);
});

test('no text throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.anything().map((value) => JSON.stringify(value) ?? ''),
      ),
      (text) => {
        assert.ok(['intent', 'newer', 'corrupt'].includes(parseIntent('5e8f', text).kind));
      },
    ),
    { numRuns: 500 },
  );
});
