import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concreteName, fieldAlias, genericName, itemName, serverNames } from '../../../src/reference/index';

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
