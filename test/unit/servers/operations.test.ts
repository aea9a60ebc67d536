// What may be asked of a server in each state, and when it counts as done.
import assert from 'node:assert/strict';
import test from 'node:test';
import { findAction } from '../../../src/reference/index';
import { allows, type Operation, operations, type Server } from '../../../src/servers/index';
import { isReached } from '../../../src/servers/operations';
import { server, table } from './states';

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

test('each operation names an action of both environments that may be asked again, and what that must be told', () => {
  for (const { action, parameters } of Object.values(operations)) {
    for (const service of ['vserver', 'server']) {
      const found = findAction(service, action);
      assert.equal(found?.class, 'state-checked', `${service} ${action}`);
      const told = Object.keys(parameters('1')).map((name) => name.replace(/List$/, 'List.N'));
      for (const { name, need } of found?.parameters ?? []) {
        assert.ok(need !== 'required' || told.includes(name), `${service} ${action} ${name}`);
      }
    }
  }
});
