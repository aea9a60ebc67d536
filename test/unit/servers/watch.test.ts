import assert from 'node:assert/strict';
import test from 'node:test';
import { createLimit, judgeCreated, pollDelay, seekDelay, toServer } from '../../../src/servers/index';

const seen = (status: string, operation = 'NULL') =>
  toServer('vpc', { serverInstanceStatus: { code: status }, serverInstanceOperation: { code: operation } });

test('looks come after 3 seconds at first and after 30 at most, never sooner', () => {
  const delays = Array.from({ length: 40 }, (_, looks) => pollDelay(looks, 0.5));
  assert.equal(delays[0], 3000);
  assert.equal(delays.at(-1), 30_000);
  assert.deepEqual(
    delays,
    [...delays].sort((a, b) => a - b),
  );
  assert.equal(pollDelay(0, 0), 2700);
  assert.equal(pollDelay(99, 1), 33_000);
});

test('a new server is waited for until it runs, breaks, is taken away or takes too long', () => {
  assert.equal(judgeCreated(seen('INIT'), 0), 'wait');
  assert.equal(judgeCreated(seen('CREAT', 'SETUP'), createLimit - 1), 'wait');
  assert.equal(judgeCreated(seen('CREAT', 'SETUP'), createLimit), 'late');
  assert.equal(judgeCreated(seen('RUN'), createLimit + 1), 'running');
  for (const status of ['FSTOP', 'SD_FL', 'RS_FL', 'ST_FL']) assert.equal(judgeCreated(seen(status), 0), 'failed');
  assert.equal(judgeCreated(seen('TERMT'), 0), 'over');
  assert.equal(judgeCreated(seen('NSTOP'), 0), 'over');
  assert.equal(judgeCreated(undefined, 0), 'over');
});

test('a status that nobody knows is no fault', () => {
  assert.equal(judgeCreated(seen('BRANDNEW', 'WHAT'), 60_000), 'wait');
});

test('a creation without an answer is looked for 2, 5, 10, 20 and 40 seconds after it, and then no more', () => {
  const moments: number[] = [];
  for (let wait = seekDelay(0); wait !== undefined; wait = seekDelay(moments.length)) {
    moments.push((moments.at(-1) ?? 0) + wait);
  }
  assert.deepEqual(moments, [2000, 5000, 10_000, 20_000, 40_000]);
});
