// Listeners of our own events.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../src/servers/event';

test('each listener hears in its order, until it or the emitter is disposed of', () => {
  const emitter = new Emitter<number>();
  const heard: string[] = [];
  const listener = (value: number) => void heard.push(`twice ${value}`);
  const first = emitter.event(listener);
  emitter.event(listener);
  const last = emitter.event((value) => heard.push(`last ${value}`));
  emitter.fire(1);
  first.dispose();
  last.dispose();
  emitter.fire(2);
  emitter.dispose();
  emitter.fire(3);
  assert.deepEqual(heard, ['twice 1', 'twice 1', 'last 1', 'twice 2']);
});

test('who comes while it is told hears of the next, and who has gone meanwhile hears nothing', () => {
  const emitter = new Emitter<number>();
  const heard: string[] = [];
  emitter.event((value) => {
    gone.dispose();
    if (value === 1) emitter.event((next) => heard.push(`late ${next}`));
  });
  const gone = emitter.event((value) => heard.push(`gone ${value}`));
  emitter.fire(1);
  emitter.fire(2);
  assert.deepEqual(heard, ['late 2']);
});

test('a listener that throws keeps no other from hearing, and is not hidden', async () => {
  const emitter = new Emitter<number>();
  const heard: number[] = [];
  emitter.event(() => {
    throw new Error('of a listener');
  });
  emitter.event((value) => heard.push(value));
  const thrown = new Promise<unknown>((resolve) => {
    process.setUncaughtExceptionCaptureCallback(resolve);
  });
  emitter.fire(1);
  assert.deepEqual(heard, [1]);
  assert.match(String(await thrown), /of a listener/);
  process.setUncaughtExceptionCaptureCallback(null);
});
