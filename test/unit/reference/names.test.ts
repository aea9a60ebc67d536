import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { concreteName, fieldAlias, freeStart, genericName, itemName, serverNames } from '../../../src/reference/index';

test('generic and concrete names', () => {
  assert.equal(genericName('networkInterfaceList.1.ip'), 'networkInterfaceList.N.ip');
  assert.equal(
    genericName('networkInterfaceList.12.accessControlGroupNoList.3'),
    'networkInterfaceList.N.accessControlGroupNoList.N',
  );
  assert.equal(genericName('ipv4.address1'), 'ipv4.address1');
  assert.equal(concreteName('networkInterfaceList.N.ip', 2), 'networkInterfaceList.2.ip');
  assert.equal(concreteName('a.N.b.N', 1, 2), 'a.1.b.2');
  assert.equal(concreteName('a.N.b.N', 1), 'a.1.b.N');
});

test('item elements and misspelt fields', () => {
  assert.equal(itemName('serverInstanceList'), 'serverInstance');
  assert.equal(itemName('networkInterfaceNoList'), 'networkInterfaceNo');
  assert.equal(fieldAlias('baseBlockStroageDiskDetailType'), 'baseBlockStorageDiskDetailType');
  assert.equal(fieldAlias('serverName'), 'serverName');
});

test('the names of a batch', () => {
  assert.deepEqual(serverNames('web', 1, 5), ['web']);
  assert.deepEqual(serverNames('web-', 2, 10), ['web-010', 'web-011']);
  assert.deepEqual(serverNames('a', 2, 999), ['a999', 'a1000']);
});

test('several servers go on from the first serial numbers that are free', () => {
  assert.equal(freeStart('web', 2, 1, []), 1);
  assert.equal(freeStart('web', 2, 1, ['web001', 'web002']), 3);
  assert.equal(freeStart('web', 2, 1, ['web002']), 3);
  assert.equal(freeStart('web', 2, 1, ['web001', 'web004']), 2);
  assert.equal(freeStart('web', 2, 5, ['web001', 'web', 'web5', 'web-005', 'web005']), 6);
  assert.equal(freeStart('web', 2, 998, []), 998);
  assert.equal(freeStart('web', 2, 998, ['web999']), undefined);
  assert.equal(freeStart('web', 2, 999, []), undefined);
  assert.equal(freeStart('web', 2, Number.NaN, ['web001']), undefined);
});

test('whatever is in use, the first serial number is the lowest with which nothing is', () => {
  const used = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 15 });
  fc.assert(
    fc.property(used, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 20 }), (numbers, count, start) => {
      const taken = numbers.map((number) => `web${String(number).padStart(3, '0')}`);
      const isFree = (first: number) =>
        serverNames('web', Math.max(count, 2), first).every((name) => !taken.includes(name));
      let lowest = start;
      while (!isFree(lowest)) lowest++;
      assert.equal(freeStart('web', Math.max(count, 2), start, taken), lowest);
    }),
  );
});
