/** Which names several servers get, and from which serial number on they are free. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plannedNames, withFreeStart } from '../../../../src/servers/index';

const web = { serverName: 'web', serverCreateCount: '2' };

test('the first serial number is raised as far as it must', () => {
  const first = (taken: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    plannedNames(withFreeStart({ ...web, ...more }, taken));
  assert.deepEqual(first(['web002']), ['web003', 'web004']);
  assert.deepEqual(first(['web001', 'web003']), ['web004', 'web005']);
  assert.deepEqual(first(['web003']), ['web001', 'web002']);
  assert.deepEqual(first(['web']), ['web001', 'web002']);
});

test('what is free already, and a single server, stay as they are', () => {
  for (const [values, taken] of [
    [web, []],
    [web, ['other001']],
    [{ serverName: 'web' }, ['web', 'web001']],
    [{ serverName: 'web', serverCreateCount: '1' }, ['web']],
  ] as const)
    assert.equal(withFreeStart(values, taken), values);
});

test('a count that is no number is that of one server', () => {
  assert.deepEqual(plannedNames({ serverName: 'web', serverCreateCount: 'two' }), ['web']);
  assert.deepEqual(plannedNames({ serverName: 'web', serverCreateCount: '2x' }), ['web']);
  assert.deepEqual(plannedNames({ serverName: 'web', serverCreateCount: 'x2' }), ['web']);
  assert.deepEqual(plannedNames({ serverName: 'web' }), ['web']);
});
