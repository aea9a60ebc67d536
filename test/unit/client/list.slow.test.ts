// Long lists, and lists under random faults: what is read is the truth, or an error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BadAnswerError, type CallOptions, NcloudError } from '../../../src/client';
import type { Row, Service } from '../../../src/reference';
import { server, toJson, toXml } from './answers';
import { action, answer, askedFor, clientOf, list, numbersOf, small, upTo } from './list-answers';

/** What one request may be answered with in place of the truth. */
type Fault = (truth: Truth, random: number) => { rows: readonly unknown[] | null | undefined; total?: number };
interface Truth {
  readonly all: readonly number[];
  readonly page: readonly number[];
}

const at = <T>(items: readonly T[], random: number): number => (items.length === 0 ? 0 : random % items.length);
const rowsOf = (numbers: readonly number[]) => numbers.map(small);
const replaced = (page: readonly number[], index: number, number: number) =>
  page.map((each, i) => (i === index ? number : each));

let stranger = 1_000;

/** Every fault leaves an answer that is well-formed; the truth is not to be had from it. */
const faults: Readonly<Record<string, Fault>> = {
  'a row of another page in place of one': ({ all, page }, random) => ({
    rows: rowsOf(replaced(page, at(page, random), all[at(all, random >> 3)] ?? 1)),
  }),
  'a row twice': ({ page }, random) => ({ rows: rowsOf([...page, ...page.slice(at(page, random)).slice(0, 1)]) }),
  'a row twice in place of another': ({ page }, random) => ({
    rows: rowsOf(replaced(page, at(page, random), page[0] ?? 1)),
  }),
  'a row missing': ({ page }, random) => ({ rows: rowsOf(page.filter((_, index) => index !== at(page, random))) }),
  // Of a list that is whole in one answer nobody could tell this.
  'a row missing, and on a page counted as such': ({ all, page }, random) => ({
    rows: rowsOf(page.filter((_, index) => index !== at(page, random))),
    total: page.length < all.length ? all.length - 1 : all.length,
  }),
  // On the only page, and on the last, nobody could tell this either.
  'a row of a server that is not in the list': ({ all, page }, random) => ({
    rows: rowsOf(page.at(-1) === all.at(-1) ? page : replaced(page, at(page, random), ++stranger)),
  }),
  'no rows': () => ({ rows: [] }),
  'a null list': () => ({ rows: null }),
  'no list': () => ({ rows: undefined }),
  'an empty list that counts nothing': ({ all }) => (all.length === 0 ? { rows: null } : { rows: null, total: 0 }),
  'another page': ({ all, page }, random) => {
    const start = Math.floor(at(all, random) / Math.max(1, page.length)) * page.length;
    return { rows: rowsOf(all.slice(start, start + page.length)) };
  },
  'the rows in another order': ({ page }) => ({ rows: rowsOf([...page].reverse()) }),
  'a row without a number': ({ page }, random) => ({
    rows: rowsOf(page).map((row, index) => (index === at(page, random) ? { serverName: 'x' } : row)),
  }),
  'another total': ({ all, page }, random) => ({ rows: rowsOf(page), total: all.length + 1 + (random % 3) }),
};

test('never a list that is not the truth: random faults at random requests, VPC and Classic, JSON and XML', async (t) => {
  let plan: {
    all: readonly number[];
    size: number;
    faults: ReadonlyMap<number, [Fault, number]>;
    cut: number | undefined;
  };
  let count = 0;
  const { client } = await clientOf(t, (response, request) => {
    const { format, page = 1 } = askedFor(request);
    count++;
    const { all, size } = plan;
    const truth = { all, page: all.slice((page - 1) * size, page * size) };
    const [fault, random] = plan.faults.get(count) ?? [];
    const { rows, total = all.length } = fault?.(truth, random ?? 0) ?? { rows: rowsOf(truth.page) };
    const fields = {
      returnCode: '0',
      totalRows: total,
      ...(rows === undefined || (rows === null && format === 'xml') ? {} : { [list]: rows }),
    };
    const body = (format === 'json' ? toJson : toXml)(`${action}Response`, fields);
    response.end(plan.cut === count ? body.slice(0, Math.floor(body.length * 0.7)) : body);
  });
  const names = Object.keys(faults);
  const random = fc.record({
    service: fc.constantFrom('vserver', 'server'),
    format: fc.constantFrom('json', 'xml'),
    count: fc.integer({ min: 0, max: 9 }),
    size: fc.integer({ min: 1, max: 10 }),
    faults: fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...names), fc.nat(1_000)), {
      maxLength: 3,
    }),
    cut: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined, freq: 4 }),
  });
  const tally = { runs: 0, whole: 0, refused: 0, violations: 0 };
  await fc.assert(
    fc.asyncProperty(random, async ({ service, format, size, cut, ...sample }) => {
      const all = upTo(sample.count).map((number) => number * 10);
      const spoiled = sample.faults.map(([place, name, seed]) => [place, [faults[name] as Fault, seed]] as const);
      plan = { all, size, faults: new Map(spoiled as [number, [Fault, number]][]), cut };
      count = 0;
      tally.runs++;
      const read = await client
        .list(service as Service, action, {}, { format: format as 'json' | 'xml' })
        .catch((error: unknown) => error);
      if (read instanceof NcloudError) {
        tally.refused++;
        assert.ok(read instanceof BadAnswerError, read.message);
        assert.ok(spoiled.length > 0 || cut !== undefined, `refused without a fault: ${read.message}`);
        return;
      }
      const numbers = numbersOf(read as Row[]).sort((a, b) => a - b);
      const isTrue = numbers.join() === all.join();
      if (isTrue) tally.whole++;
      else tally.violations++;
      assert.ok(isTrue, `${numbers} in place of ${all}`);
    }),
    { numRuns: 1_500 },
  );
  t.diagnostic(JSON.stringify(tally));
  assert.ok(tally.whole > 100 && tally.refused > 100);
});

test('10,000 servers, more than one answer may hold, are read by pages in a fixed order and heard of page by page', async (t) => {
  const count = 10_000;
  const all = upTo(count).map(server);
  const { client, asked } = await clientOf(t, (response, request) => {
    const { format, page = 1, size = count } = askedFor(request);
    answer(response, format, all.slice((page - 1) * size, page * size), count);
  });
  const heard: [number, number][] = [];
  const onRows: CallOptions['onRows'] = (rows, total) => void heard.push([rows.length, total]);
  const started = performance.now();
  assert.deepEqual(
    numbersOf(await client.list('vserver', action, {}, { onRows })),
    all.map((row) => Number(row.serverInstanceNo)),
  );
  t.diagnostic(`10,000 servers in ${asked.length} requests and ${Math.round(performance.now() - started)} ms`);
  assert.deepEqual(heard, Array(10).fill([1_000, count]));
  assert.ok(asked.length <= 1 + 10 + 9, `${asked.length}`);
  for (const { body } of asked.slice(1)) {
    assert.match(body, /sortedBy=serverInstanceNo&sortingOrder=ASC&pageNo=\d+&pageSize=1000$/);
  }
  const before = asked.length;
  await client.list('vserver', action);
  assert.ok(asked.slice(before).every(({ body }) => body.includes('pageNo=')));
});
