// What a complete list tells of creations without an answer: whose server it is, or that nobody can say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, type Sought } from '../../../../src/servers/creation/settle';
import { toServer } from '../../../../src/servers/index';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const askedAt = Date.parse('2026-11-25T10:00:00+09:00');

const params = { serverName: 'web', serverImageNo: '16187005', serverSpecCode: 's2-g3', vpcNo: '1', subnetNo: '2' };
const asked: Sought = {
  id: 'one',
  stage: 'sent',
  names: ['web'],
  params,
  timestamp: askedAt,
  before: ['100'],
  made: {},
};

/** NCP's words for a moment, in the time of Seoul. */
function written(moment: number): string {
  return `${new Date(moment + 9 * hour).toISOString().slice(0, 19)}+0900`;
}

/** A server as it was asked for, created so many milliseconds after that. */
function server(serverInstanceNo: string, after: number, fields: object = {}) {
  const { serverName, ...asAsked } = params;
  return toServer('vpc', { serverInstanceNo, serverName, createDate: written(askedAt + after), ...asAsked, ...fields });
}

/** The number that is told as made or the numbers of the candidates, by intent and name. */
function told(intents: readonly Sought[], servers: Parameters<typeof findings>[1]) {
  return Object.fromEntries(
    findings(intents, servers).map(({ id, name, server: made, candidates }) => [
      `${id} ${name}`,
      made ? made.number : candidates.map(({ number }) => number),
    ]),
  );
}

const cases: Readonly<Record<string, readonly [server: ReturnType<typeof server>, told: string | string[]]>> = {
  'the server, a second later': [server('201', second), '201'],
  'at the edge of what clocks and a late gateway explain': [server('201', 7 * minute), '201'],
  'by a clock that is slow within what NCP takes': [server('201', -6 * minute), '201'],
  'a row that does not tell its subnet yet': [server('201', second, { subnetNo: '' }), '201'],
  'a colleague 36 s later with another spec': [server('201', 36 * second, { serverSpecCode: 's4-g3' }), ['201']],
  'a colleague 36 s later with another image': [server('201', 36 * second, { serverImageNo: '1' }), ['201']],
  'a colleague 36 s later in another subnet': [server('201', 36 * second, { subnetNo: '3' }), ['201']],
  'a colleague who describes what he makes': [server('201', second, { serverDescription: 'theirs' }), ['201']],
  'a colleague 26 h later with the same preset': [server('201', 26 * hour), ['201']],
  'a colleague 8 min later with the same preset': [server('201', 8 * minute), ['201']],
  'one made long before that no list had shown': [server('201', -7 * minute), ['201']],
  'one without a date': [server('201', 0, { createDate: '' }), ['201']],
  'one whose date is none': [server('201', 0, { createDate: 'soon' }), ['201']],
  'the one that bore the name before': [server('100', second), []],
  'another name': [server('201', second, { serverName: 'web-1' }), []],
  'another case': [server('201', second, { serverName: 'Web' }), []],
};
for (const [name, [one, expected]] of Object.entries(cases)) {
  test(`of a lost creation a list tells: ${name}`, () => {
    assert.deepEqual(told([asked], [server('100', -26 * hour), one]), { 'one web': expected });
  });
}

test('only what was sent is sought, and what nobody has made is told as nothing', () => {
  assert.deepEqual(told([{ ...asked, stage: 'claimed' }], [server('201', second)]), {});
  assert.deepEqual(told([asked], []), { 'one web': [] });
});

test('of two servers that fit alike neither is ours, and one that differs stands not in the way of ours', () => {
  assert.deepEqual(told([asked], [server('201', second), server('202', 2 * second)]), { 'one web': ['201', '202'] });
  const theirs = server('202', second, { serverSpecCode: 's4-g3' });
  assert.deepEqual(told([asked], [server('201', second), theirs]), { 'one web': '201' });
});

test('a number that NCP has told is believed, whatever else its row tells, and is nobody else’s', () => {
  const answered: Sought = { ...asked, id: 'two', made: { web: '201' } };
  const odd = server('201', 26 * hour, { serverName: 'web1', serverSpecCode: 's4-g3' });
  assert.deepEqual(told([answered], [odd]), { 'two web': '201' });
  assert.deepEqual(told([answered], []), { 'two web': [] });
  assert.deepEqual(told([answered], [server('202', second)]), { 'two web': [] });
  assert.deepEqual(told([asked, answered], [server('201', second)]), { 'one web': [], 'two web': '201' });
});

test('a name asked for twice: each creation gets its own server, or both are left to the user', () => {
  const [one, two] = [server('201', second), server('202', minute)];
  const again: Sought = { ...asked, id: 'two', timestamp: askedAt + minute };
  assert.deepEqual(told([asked, again], [one]), { 'one web': ['201'], 'two web': ['201'] });
  assert.deepEqual(told([asked, again], [one, two]), { 'one web': ['201', '202'], 'two web': ['201', '202'] });
  const later: Sought = { ...again, before: ['100', '201'] };
  assert.deepEqual(told([asked, later], [one, two]), { 'one web': '201', 'two web': '202' });
  const muchLater: Sought = { ...again, timestamp: askedAt + hour };
  assert.deepEqual(told([asked, muchLater], [one]), { 'one web': '201', 'two web': [] });
});

test('a server that an awaited creation may have made is told as nobody’s until its answer is there', () => {
  const awaited: Sought = { ...asked, id: 'two', isAwaited: true };
  assert.deepEqual(told([awaited], [server('201', second)]), {});
  assert.deepEqual(told([asked, awaited], [server('201', second)]), { 'one web': ['201'] });
});

test('of several servers each name is told by itself', () => {
  const three: Sought = { ...asked, names: ['web-001', 'web-002', 'web-003'], made: { 'web-001': '201' } };
  const named = (number: string, serverName: string, after: number) => server(number, after, { serverName });
  assert.deepEqual(
    told([three], [named('201', 'web-001', 0), named('202', 'web-002', 0), named('203', 'web-003', hour)]),
    {
      'one web-001': '201',
      'one web-002': '202',
      'one web-003': ['203'],
    },
  );
});

test('a Classic server is told by its products and its zone', () => {
  const classic: Sought = {
    ...asked,
    params: { serverName: 'web', serverImageProductCode: 'SPSW0LINUX000046', serverProductCode: 'SPSVR1', zoneNo: '2' },
  };
  const row = {
    serverInstanceNo: '201',
    serverName: 'web',
    createDate: written(askedAt),
    serverImageProductCode: 'SPSW0LINUX000046',
    serverProductCode: 'SPSVR1',
    zone: { zoneNo: '2' },
  };
  const tells = (fields: object) => told([classic], [toServer('classic', { ...row, ...fields })])['one web'];
  assert.equal(tells({}), '201');
  assert.deepEqual(tells({ serverProductCode: 'SPSVR2' }), ['201']);
  assert.deepEqual(tells({ zone: { zoneNo: '3' } }), ['201']);
});
