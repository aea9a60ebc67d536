import assert from 'node:assert/strict';
import test from 'node:test';
import { server, table } from './states';

test('each pair of status and operation has its state', () => {
  for (const [status, operation, state, isChanging] of table) {
    const read = server(status, operation);
    assert.deepEqual([read.state, read.isChanging], [state, isChanging], `${status} ${operation}`);
    assert.deepEqual([read.status, read.operation], [status, operation]);
  }
});
