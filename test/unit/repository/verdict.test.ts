// What a run of tests in real editors comes to: chance does not fail it, and too much chance does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReport } from '../../support/report.mjs';
import { count, mostFlaky, mostRetried, toRetry, verdict } from '../../support/verdict.mjs';

const results = (passed: number, failed: number) => [
  ...Array.from({ length: passed }, (_, index) => ({ name: `good ${index}`, passed: true })),
  ...Array.from({ length: failed }, (_, index) => ({ name: `bad ${index}`, passed: false })),
];
const second = (...passed: readonly boolean[]) => passed.map((each, index) => ({ name: `bad ${index}`, passed: each }));

test('only what failed is tried again, and nothing when too much failed', () => {
  assert.deepEqual(toRetry(results(3, 0)), []);
  assert.deepEqual(toRetry(results(3, 2)), ['bad 0', 'bad 1']);
  assert.equal(toRetry(results(0, mostRetried)).length, mostRetried);
  assert.deepEqual(toRetry(results(9, mostRetried + 1)), []);
});

test('each test counts once, whatever the second try brings', () => {
  assert.deepEqual(count(results(3, 0)), { passed: 3, failed: 0, flaky: [] });
  assert.deepEqual(count(results(3, 2)), { passed: 3, failed: 2, flaky: [] });
  assert.deepEqual(count(results(3, 2), second(true, false)), { passed: 4, failed: 1, flaky: ['bad 0'] });
  assert.deepEqual(count(results(0, 2), second(true, true)), { passed: 2, failed: 0, flaky: ['bad 0', 'bad 1'] });
});

test('flaky tests are passed ones, over all suites together, and with one too many failed ones', () => {
  const suite = (passed: number, failed: number, flaky: number) => ({
    passed,
    failed,
    flaky: Array.from({ length: flaky }, (_, index) => `chance ${index}`),
  });
  const sum = (...suites: ReturnType<typeof suite>[]) => {
    const { passed, failed, flaky } = verdict(suites);
    return [passed, failed, flaky.length];
  };
  assert.deepEqual(sum(), [0, 0, 0]);
  assert.deepEqual(sum(suite(10, 0, 0), suite(5, 1, 0)), [15, 1, 0]);
  assert.deepEqual(sum(suite(10, 0, mostFlaky), suite(5, 0, 0)), [15, 0, mostFlaky]);
  assert.deepEqual(sum(suite(10, 0, mostFlaky), suite(5, 0, 1)), [15 - mostFlaky - 1, mostFlaky + 1, mostFlaky + 1]);
});

function told(first: readonly (readonly [string, boolean])[], again: Readonly<Record<string, boolean>>) {
  const lines: string[] = [];
  const report = createReport((line: string) => lines.push(line));
  const add = (name: string, passed: boolean) => (passed ? report.ok(name) : report.fail(name, new Error('no')));
  for (const [name, passed] of first) add(name, passed);
  for (const name of report.again()) add(name, again[name] === true);
  const code = report.done();
  return {
    code,
    lines: lines
      .join('\n')
      .split('\n')
      .filter((line) => /^(#|flaky)/.test(line)),
  };
}

test('the report names the flaky, counts them as passed and fails with what fails twice', () => {
  const first = [
    ['a', true],
    ['b', false],
    ['c', true],
  ] as const;
  assert.deepEqual(told(first, { b: true }), { code: 0, lines: ['flaky: b', '# pass 3', '# fail 0'] });
  assert.deepEqual(told(first, { b: false }), { code: 1, lines: ['# pass 2', '# fail 1'] });
  const unlucky = [
    ['a', false],
    ['b', false],
    ['c', false],
    ['d', true],
  ] as const;
  assert.deepEqual(told(unlucky, { a: true, b: true, c: true }), {
    code: 1,
    lines: ['flaky: a', 'flaky: b', 'flaky: c', '# pass 4', '# fail 0'],
  });
  assert.deepEqual(told([], {}), { code: 1, lines: ['# pass 0', '# fail 0'] });
});
