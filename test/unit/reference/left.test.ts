import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyForm, type LeftForm, missingIn, rememberedRow, setNames, withName } from '../../../src/reference/index';

function left(values: Record<string, string>, filled: readonly string[] = []): LeftForm {
  return { draft: { environment: 'vpc', values, chosen: {} }, memory: { rows: {}, filled } };
}

test('what the form fills in, starts with or NCP assumes is not set by the user', () => {
  assert.deepEqual(setNames(emptyForm('vpc')), []);
  const started = { serverName: '', serverCreateCount: '1', feeSystemTypeCode: 'MTRAT', vpcNo: '7' };
  assert.deepEqual(setNames(left(started, ['vpcNo'])), []);
  const storage = { 'blockStorageMappingList.1.order': '1' };
  assert.deepEqual(setNames(left(storage)), []);
});

test('what the user has set is named in the order of the reference', () => {
  const values = {
    serverCreateCount: '2',
    vpcNo: '7',
    'blockStorageMappingList.1.blockStorageSize': '55',
    serverName: 'w',
  };
  const names = setNames(left(values));
  assert.deepEqual([...names].sort(), Object.keys(values).sort());
  assert.ok(names.indexOf('vpcNo') < names.indexOf('blockStorageMappingList.1.blockStorageSize'));
});

test('nothing is missing where the same stands, and what is not the same is', () => {
  const form = left({ serverName: 'web', vpcNo: '7', subnetNo: '9' }, ['subnetNo']);
  assert.deepEqual(missingIn({ values: { serverName: 'web', vpcNo: '7', serverCreateCount: '3' } }, form), []);
  assert.deepEqual(missingIn({ values: { vpcNo: '8' } }, form).sort(), ['serverName', 'vpcNo']);
  assert.deepEqual(missingIn({ values: { initScriptNo: '1' } }, emptyForm('vpc')), []);
});

test('a name is offered where the user has set none, again and again, and is none that he has set', () => {
  const offered = withName(left({ vpcNo: '7' }, ['vpcNo']), 'install');
  assert.deepEqual([offered.draft.values.serverName, setNames(offered)], ['install', []]);
  const again = withName(offered, 'setup');
  assert.deepEqual(again, left({ vpcNo: '7', serverName: 'setup' }, ['vpcNo', 'serverName']));
  assert.equal(withName(left({ serverName: ' ' }), 'install').draft.values.serverName, 'install');
  const own = left({ serverName: 'web' });
  assert.equal(withName(own, 'install'), own);
});

test('of a row stays what names it, and never the text of a script', () => {
  const row = {
    initScriptNo: '7',
    initScriptName: 'install',
    osType: { code: 'LNX', codeName: 'LINUX', more: { deep: true } },
    initScriptContent: '#!/bin/sh',
    other: '#!/bin/sh\necho secret',
    long: 'x'.repeat(201),
    list: [{ size: 1 }],
    nothing: null,
    cpuCount: 2,
    isDefault: true,
  };
  assert.deepEqual(rememberedRow(row), {
    initScriptNo: '7',
    initScriptName: 'install',
    osType: { code: 'LNX', codeName: 'LINUX' },
    cpuCount: 2,
    isDefault: true,
  });
  assert.deepEqual(rememberedRow(rememberedRow(row)), rememberedRow(row));
});

test('whatever the order in which values were set, they are named in one order', () => {
  const names = ['serverCreateCount', 'vpcNo', 'blockStorageMappingList.1.blockStorageSize', 'serverName', 'subnetNo'];
  const order = (of: readonly string[]) => setNames(left(Object.fromEntries(of.map((name) => [name, '77']))));
  const first = order(names);
  assert.ok(first.indexOf('vpcNo') < first.indexOf('subnetNo'));
  assert.deepEqual(order([...names].reverse()), first);
  assert.deepEqual(order([...names.slice(2), ...names.slice(0, 2)]), first);
  // What the reference does not know comes last.
  assert.deepEqual(order(['unheardOf', ...names]), [...first, 'unheardOf']);
});
