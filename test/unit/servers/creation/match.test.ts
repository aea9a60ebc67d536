// The one rule: whose server it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParameters } from '../../../../src/reference/index';
import { isInTime, isMade, likeness } from '../../../../src/servers/creation/match';
import { toServer } from '../../../../src/servers/index';

const what = { params: {} };
const askedAt = Date.parse('2026-11-25T10:00:00+09:00');
const server = (serverInstanceNo: string, serverName: string, createDate: string) =>
  toServer('vpc', { serverInstanceNo, serverName, createDate });

test('a server is of a creation by its exact name, a number that was not there, and a date of that time', () => {
  const asking = { ...what, askedAt, before: new Set(['100']) };
  const now = '2026-11-25T10:00:01+0900';
  const cases: readonly (readonly [ReturnType<typeof server>, boolean])[] = [
    [server('201', 'web', now), true],
    [server('201', 'web', '2026-11-25T09:54:00+0900'), true],
    [server('201', 'web', '2026-11-25T10:07:00+0900'), true],
    [server('201', 'web', '2026-11-25T09:53:59+0900'), false],
    [server('201', 'web', '2026-11-25T10:07:01+0900'), false],
    [server('201', 'web', '2026-11-25T09:00:01+0900'), false],
    [server('201', 'web', '2026-11-26T10:00:00+0900'), false],
    [server('201', 'web', ''), true],
    [server('201', 'web', '2026-11-25T09:00:00+0900'), false],
    [server('100', 'web', now), false],
    [server('201', 'Web', now), false],
    [server('201', 'web-1', now), false],
  ];
  for (const [one, isOurs] of cases) assert.equal(isMade(one, 'web', asking), isOurs, JSON.stringify(one));
  assert.ok(isMade(server('100', 'web', now), 'web', { ...what, askedAt, before: undefined }));
});

test('where all that was there is known, no date hides a server that was made', () => {
  const asking = { ...what, askedAt, before: new Set(['100']), isWhole: true };
  const old = '2026-11-25T01:00:00+0900';
  assert.ok(isMade(server('201', 'web', old), 'web', asking));
  assert.ok(!isMade(server('100', 'web', old), 'web', asking));
  assert.ok(!isMade(server('201', 'db', old), 'web', asking));
});

test('what is no date is neither in time nor out of it', () => {
  assert.deepEqual(
    ['2026-11-25T10:00:01+0900', '2026-11-25T11:00:01+0900', '', 'soon'].map((date) => isInTime(date, askedAt)),
    [true, false, undefined, undefined],
  );
});

test('every value that a row repeats is compared: of another one the server is not ours', () => {
  for (const environment of ['vpc', 'classic'] as const) {
    const repeated = createParameters[environment].filter(
      ({ toldAs, type }) => toldAs !== undefined && type !== 'boolean' && !toldAs.includes('.N.'),
    );
    assert.ok(repeated.length > 3);
    for (const { name, toldAs = '' } of repeated) {
      const rowOf = (value: string) => ({ [toldAs]: value, zone: { zoneNo: value } });
      const alike = (value: string) => likeness(toServer(environment, rowOf(value)), { params: { [name]: '7' } });
      assert.deepEqual([alike('7'), alike('8'), alike('')], [1, undefined, 0], `${environment} ${name}`);
    }
  }
});

test('of a server that tells its product and no spec only the product is compared', () => {
  const one = toServer('vpc', { serverProductCode: 'P1' });
  const alike = (params: Record<string, string>) => likeness(one, { params });
  assert.equal(alike({ serverSpecCode: 's2-g3' }), 0);
  assert.equal(alike({ serverSpecCode: 's2-g3', serverProductCode: 'P1' }), 1);
  assert.equal(alike({ serverSpecCode: 's2-g3', serverProductCode: 'P2' }), undefined);
});

test('a description tells a server from others, also where none was asked for', () => {
  const alike = (params: Record<string, string>, row: object = { serverDescription: 'mine' }) =>
    likeness(toServer('vpc', { ...row }), { params });
  assert.deepEqual(
    [alike({ serverDescription: 'mine' }), alike({ serverDescription: 'other' }), alike({}), alike({}, {})],
    [1, undefined, undefined, 0],
  );
});
