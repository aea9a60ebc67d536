import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Values } from '../../../../src/reference/index';
import { completed, hitsAmong, madeAmong, type Wish } from '../../../../src/servers/creation/made';

const askedAt = Date.parse('2026-11-25T10:00:00+09:00');
const params: Values = {
  serverName: 'web',
  serverImageNo: '16187005',
  serverSpecCode: 's2-g3',
  vpcNo: '1',
  subnetNo: '2',
  loginKeyName: 'key',
  initScriptNo: '55',
};
const wish: Wish = { environment: 'vpc', params, names: ['web'], askedAt, before: new Set(['100']) };
/** A server as it was asked for. */
const row = (serverInstanceNo: string, serverName: string, fields: object = {}) => ({
  serverInstanceNo,
  serverName,
  createDate: '2026-11-25T10:00:01+0900',
  serverImageNo: '16187005',
  serverSpecCode: 's2-g3',
  subnetNo: '',
  ...fields,
});
const told = ({ made, renamed, missing }: ReturnType<typeof madeAmong>) => ({
  made: made.map(({ number }) => number),
  renamed: renamed.map(({ asked, server }) => [asked, server.name, server.number]),
  missing,
});

test('made is what bears a name that was asked for, alone, under a number of its own that is new', () => {
  const two: Wish = { ...wish, names: ['web-001', 'web-002'] };
  const cases: readonly (readonly [rows: ReturnType<typeof row>[], made: string[], missing: string[]])[] = [
    [[row('201', 'web-001'), row('202', 'web-002')], ['201', '202'], []],
    [[row('202', 'web-002'), row('201', 'web-001')], ['201', '202'], []],
    [[row('201', 'web-001')], ['201'], ['web-002']],
    [[row('201', 'web-001'), row('201', 'web-001')], [], ['web-001', 'web-002']],
    [[row('201', 'web-001'), row('201', 'web-002')], [], ['web-001', 'web-002']],
    [[row('201', 'web-001'), row('202', 'web-001')], [], ['web-001', 'web-002']],
    [[row('100', 'web-001'), row('202', 'web-002')], ['202'], ['web-001']],
    [[row('201', 'web-001'), row('999', 'theirs')], ['201'], ['web-002']],
    [[row('', 'web-001'), row('0', 'web-002')], [], ['web-001', 'web-002']],
    [[], [], ['web-001', 'web-002']],
  ];
  for (const [rows, made, missing] of cases) {
    assert.deepEqual(told(madeAmong(rows, two)), { made, renamed: [], missing }, JSON.stringify(rows));
  }
});

test('a server of another name is ours when it is new and is what was asked for', () => {
  const renamed = row('201', 'web1');
  assert.deepEqual(told(completed([renamed], [renamed], wish)), {
    made: [],
    renamed: [['web', 'web1', '201']],
    missing: [],
  });
  const strangers = {
    'there before': row('100', 'web1'),
    'another image': row('201', 'web1', { serverImageNo: '1' }),
    'another spec': row('201', 'web1', { serverSpecCode: 's4-g3' }),
    'another subnet': row('201', 'web1', { subnetNo: '3' }),
    'another key': row('201', 'web1', { loginKeyName: 'theirs' }),
    'another script': row('201', 'web1', { initScriptNo: '56' }),
    'with a description': row('201', 'web1', { serverDescription: 'theirs' }),
    'of a name that has nothing of ours': row('201', 'theirs'),
    'that tells nothing': { serverInstanceNo: '201', serverName: 'web1' },
  };
  for (const [name, stranger] of Object.entries(strangers)) {
    assert.deepEqual(told(completed([stranger], [stranger], wish)).missing, ['web'], name);
  }
  const lists = {
    'not in the list': [],
    'twice in the list': [renamed, renamed],
    'called otherwise': [row('201', 'db')],
  };
  for (const [name, list] of Object.entries(lists)) {
    assert.deepEqual(told(completed([renamed], list, wish)).missing, ['web'], name);
  }
});

test('while the server of our name is in the list, one of another name is a stranger', () => {
  const [mine, other] = [row('201', 'web'), row('202', 'web1')];
  assert.deepEqual(told(completed([other], [mine, other], wish)), { made: ['201'], renamed: [], missing: [] });
});

test('more strangers than names are nobody of ours', () => {
  const strangers = [row('201', 'web1'), row('202', 'web2')];
  assert.deepEqual(told(completed(strangers, strangers, wish)), { made: [], renamed: [], missing: ['web'] });
});

test('Classic servers are told by product and zone', () => {
  const classic: Wish = {
    ...wish,
    environment: 'classic',
    params: { serverName: 'web', serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2' },
  };
  const ours = {
    serverInstanceNo: '201',
    serverName: 'web1',
    serverImageProductCode: 'SPSW0LINUX000046',
    zone: { zoneNo: '2' },
  };
  assert.equal(completed([ours], [ours], classic).renamed.length, 1);
  const elsewhere = { ...ours, zone: { zoneNo: '3' } };
  assert.equal(completed([elsewhere], [elsewhere], classic).renamed.length, 0);
});

test('a name that was cut, counted or spelt otherwise is akin, and that of a colleague is not', () => {
  const long: Wish = { ...wish, params: { ...params, serverName: 'Web-prod-01' }, names: ['Web-prod-01'] };
  const isOurs = (name: string) => completed([row('201', name)], [row('201', name)], long).renamed.length === 1;
  assert.deepEqual(['web-prod-01', 'web-prod', 'Web-prod-01-1', 'webprod01', 'WEB_PROD_01'].filter(isOurs).length, 5);
  assert.deepEqual(['web-prod-02', 'db', 'prod-01', 'my-web-prod-01', '', '---', '개발 서버'].filter(isOurs), []);
});

test('a name without letters or digits is akin to none', () => {
  const korean: Wish = { ...wish, params: { ...params, serverName: '개발-서버' }, names: ['개발-서버'] };
  for (const name of ['web1', '운영-서버', '-']) {
    assert.deepEqual(completed([row('201', name)], [row('201', name)], korean).renamed, [], name);
  }
});

test('of two that were renamed none is ours when one is not', () => {
  const two: Wish = { ...wish, names: ['web-1', 'web-2'] };
  const rows = [row('201', 'web1'), row('202', 'web2')];
  assert.equal(completed(rows, rows, two).renamed.length, 2);
  const others = [row('201', 'web1'), row('202', 'web2', { serverSpecCode: 's4-g3' })];
  assert.deepEqual(told(completed(others, others, two)), { made: [], renamed: [], missing: ['web-1', 'web-2'] });
});

test('without a look before, a server counts as new by its date', () => {
  const blind: Wish = { ...wish, before: undefined };
  const made = (createDate: string) => madeAmong([row('201', 'web', { createDate })], blind).made.length;
  assert.deepEqual(['2026-11-25T10:00:01+0900', '2020-01-01T00:00:00+0900', ''].map(made), [1, 0, 1]);
  const hits = (createDate: string) => hitsAmong([row('201', 'web', { createDate })], blind).length;
  assert.deepEqual(
    [
      '2026-11-25T10:00:01+0900',
      '2026-11-25T09:55:00+0900',
      '2026-11-25T09:53:00+0900',
      '2025-11-25T10:00:00+0900',
      '',
    ].map(hits),
    [1, 1, 0, 0, 1],
  );
});

test('servers that were asked for without a name are known by what they are', () => {
  const { serverName: _, ...nameless } = params;
  const unnamed: Wish = { ...wish, params: nameless, names: [''] };
  const invented = row('201', 's1846afd0c1e');
  assert.deepEqual(told(completed([invented], [invented], unnamed)).renamed, [['', 's1846afd0c1e', '201']]);
  assert.equal(hitsAmong([invented, row('202', 'x', { serverSpecCode: 's4-g3' })], unnamed).length, 1);
});

test('in the answer to a creation a description that NCP has changed or added hides no server; in a list it does', () => {
  for (const [asked, is] of [
    ['build box', 'BUILD BOX'],
    [undefined, 'made by NCP'],
  ] as const) {
    const described: Wish = { ...wish, params: { ...params, ...(asked ? { serverDescription: asked } : {}) } };
    const rows = [row('201', 'web', { serverDescription: is })];
    assert.deepEqual(told(madeAmong(rows, described)).made, ['201'], is);
    assert.deepEqual(hitsAmong(rows, described), [], is);
  }
  const spaced: Wish = { ...wish, params: { ...params, serverDescription: ' build  box ' } };
  assert.equal(hitsAmong([row('201', 'web', { serverDescription: 'build box' })], spaced).length, 1);
});
