import assert from 'node:assert/strict';
import test from 'node:test';
import { allows, type Operation, type Server, toServer } from '../../../src/servers/index';
import { isReached } from '../../../src/servers/state';

const server = (status: string, operation: string, more: object = {}): Server =>
  toServer('vpc', {
    serverInstanceNo: '1',
    serverInstanceStatus: { code: status, codeName: '' },
    serverInstanceOperation: { code: operation, codeName: '' },
    ...more,
  });

const table = [
  ['INIT', 'NULL', 'creating', true],
  ['CREAT', 'SETUP', 'creating', true],
  ['CREAT', 'START', 'creating', true],
  ['RUN', 'NULL', 'running', false],
  ['RUN', '', 'running', false],
  ['RUN', 'SHTDN', 'stopping', true],
  ['RUN', 'HSHTD', 'stopping', true],
  ['RUN', 'RESTA', 'rebooting', true],
  ['RUN', 'HREST', 'rebooting', true],
  ['RUN', 'SETUP', 'changing', true],
  ['NSTOP', 'NULL', 'stopped', false],
  ['NSTOP', 'START', 'starting', true],
  ['NSTOP', 'CHNG', 'changing', true],
  ['NSTOP', 'TERMT', 'terminating', true],
  ['TERMT', 'NULL', 'terminating', true],
  ['FSTOP', 'NULL', 'failed', false],
  ['SD_FL', 'NULL', 'failed', false],
  ['RS_FL', 'NULL', 'failed', false],
  ['ST_FL', 'NULL', 'failed', false],
  ['RUN', 'BRANDNEW', 'other', true],
  ['BRANDNEW', 'NULL', 'other', false],
  ['', '', 'other', false],
] as const;

test('each pair of status and operation has its state', () => {
  for (const [status, operation, state, isChanging] of table) {
    const read = server(status, operation);
    assert.deepEqual([read.state, read.isChanging], [state, isChanging], `${status} ${operation}`);
    assert.deepEqual([read.status, read.operation], [status, operation]);
  }
});

test('an operation is allowed only where the docs say so, and never while another one runs', () => {
  const may = (read: Server) =>
    (['start', 'stop', 'reboot', 'terminate'] as Operation[]).filter((operation) => allows(read, operation));
  assert.deepEqual(may(server('RUN', 'NULL')), ['stop', 'reboot']);
  assert.deepEqual(may(server('NSTOP', 'NULL')), ['start', 'terminate']);
  assert.deepEqual(may(server('NSTOP', 'NULL', { isProtectServerTermination: true })), ['start']);
  for (const [status, operation, state] of table) {
    if (!['running', 'stopped', 'failed'].includes(state)) assert.deepEqual(may(server(status, operation)), [], state);
  }
});

test('after a fault everything may be tried, for the docs say nothing of it; the protection still counts', () => {
  const all: Operation[] = ['start', 'stop', 'reboot', 'terminate'];
  for (const status of ['FSTOP', 'SD_FL', 'RS_FL', 'ST_FL']) {
    for (const operation of ['NULL', 'SHTDN']) {
      const broken = server(status, operation);
      assert.deepEqual(
        all.filter((wanted) => allows(broken, wanted)),
        all,
        status,
      );
      assert.equal(allows(server(status, operation, { isProtectServerTermination: true }), 'terminate'), false);
    }
  }
});

test('a goal counts as reached when it is there or on its way', () => {
  assert.ok(isReached(server('RUN', 'NULL'), 'start') && isReached(server('NSTOP', 'START'), 'start'));
  assert.ok(isReached(server('NSTOP', 'NULL'), 'stop') && isReached(server('RUN', 'SHTDN'), 'stop'));
  assert.ok(isReached(server('RUN', 'RESTA'), 'reboot') && !isReached(server('RUN', 'NULL'), 'reboot'));
  assert.ok(isReached(server('NSTOP', 'TERMT'), 'terminate') && !isReached(server('NSTOP', 'NULL'), 'terminate'));
});
