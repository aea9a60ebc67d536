import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { BadAnswerError, type CallOptions, NcloudClient, NcloudError } from '../../../src/client';
import { actions, answerList, type Row, type Service } from '../../../src/reference';
import { startSandbox } from '../../../src/sandbox/index';
import { type Asked, type Handler, serve } from '../../support/fault-server';
import { server, toJson, toXml } from './answers';

const action = 'getServerInstanceList';
const list = 'serverInstanceList';

async function clientOf(t: TestContext, handler: Handler) {
  const { endpoint, asked } = await serve(t, handler);
  const client = new NcloudClient({ endpoint, accessKey: 'access', secretKey: 'secret', pause: async () => undefined });
  return { client, asked };
}

/** How one request asks for rows; page and size are undefined without paging. */
function askedFor({ body }: Asked): { format: 'json' | 'xml'; page: number | undefined; size: number | undefined } {
  const form = new URLSearchParams(body);
  const number = (name: string) => (form.has(name) ? Number(form.get(name)) : undefined);
  return { format: form.get('responseFormatType') as 'json' | 'xml', page: number('pageNo'), size: number('pageSize') };
}

function answer(response: ServerResponse, format: 'json' | 'xml', rows: readonly unknown[], total: number): void {
  const fields = { requestId: 'id', returnCode: '0', returnMessage: 'success', totalRows: total, [list]: rows };
  response.end((format === 'json' ? toJson : toXml)(`${action}Response`, fields));
}

const small = (number: number) => ({ serverInstanceNo: String(number), serverName: `web-${number}` });
const numbersOf = (rows: readonly Row[]) => rows.map(({ serverInstanceNo }) => Number(serverInstanceNo));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A service that gives at most two rows an answer; `contents` are the numbers that exist at each request. */
function byTwo(contents: (count: number) => readonly number[]): Handler {
  return (response, asked, count) => {
    const { format, page = 1 } = askedFor(asked);
    const numbers = contents(count);
    answer(response, format, numbers.slice((page - 1) * 2, page * 2).map(small), numbers.length);
  };
}

const incomplete = { name: 'BadAnswerError', reason: 'incomplete-list', outcome: 'unknown' };

for (const service of ['vserver', 'server'] as const) {
  const told: readonly (readonly [string, Handler])[] = [
    [
      'two pages that overlap: 1, 2, 3 and 3, 4, 5 of 6',
      (response, asked) => {
        const { format, page } = askedFor(asked);
        answer(response, format, (page === 2 ? [3, 4, 5] : [1, 2, 3]).map(small), 6);
      },
    ],
    [
      'a page that repeats itself: 1, 2, 1, 2 of 4',
      (response, asked) => answer(response, askedFor(asked).format, [1, 2].map(small), 4),
    ],
    [
      'pages in another order: 1, 2, 2, 1',
      (response, asked) => {
        const { format, page } = askedFor(asked);
        answer(response, format, (page === 2 ? [2, 1] : [1, 2]).map(small), 4);
      },
    ],
    [
      'the same row twice in the only answer',
      (response, asked) => answer(response, askedFor(asked).format, [1, 1].map(small), 2),
    ],
    [
      'a first page that has another order when it is read again',
      (response, asked, count) => {
        const { format, page = 1 } = askedFor(asked);
        const numbers = count % 4 === 0 ? [2, 1, 3, 4] : [1, 2, 3, 4];
        answer(response, format, numbers.slice((page - 1) * 2, page * 2).map(small), 4);
      },
    ],
  ];
  for (const [name, handler] of told) {
    test(`${service}: ${name} is no list`, async (t) => {
      const { client } = await clientOf(t, handler);
      await assert.rejects(client.list(service, action), incomplete);
      await assert.rejects(client.list(service, action, {}, { format: 'xml' }), incomplete);
    });
  }
}

test('a server that is gone and one that is new between two pages: the list is read anew, and is right', async (t) => {
  // Without paging, page 1, page 2; then 2 is gone, so that 5 slips from page 3 to page 2, and 7 is new.
  for (const changesAt of [2, 3, 4, 5, 6]) {
    const before = [1, 2, 3, 4, 5, 6];
    const after = [1, 3, 4, 5, 6, 7];
    const { client } = await clientOf(
      t,
      byTwo((count) => (count > changesAt ? after : before)),
    );
    const numbers = numbersOf(await client.list('vserver', action));
    assert.ok(
      [before, after].some((whole) => whole.join() === numbers.join()),
      `${changesAt}: ${numbers}`,
    );
  }
});

test('a middle page that loses a row which the next one should have had is noticed', async (t) => {
  const before = [1, 2, 3, 4, 5, 6];
  const after = [1, 2, 4, 5, 6, 7];
  const { client, asked } = await clientOf(
    t,
    byTwo((count) => (count > 3 ? after : before)),
  );
  assert.deepEqual(numbersOf(await client.list('vserver', action)), after);
  assert.ok(asked.length > 6);
});

test('a list that never stops changing is given up after the second reading', async (t) => {
  const { client, asked } = await clientOf(
    t,
    byTwo((count) => [count, 1000, 1001, 1002]),
  );
  await assert.rejects(client.list('vserver', action), incomplete);
  assert.equal(asked.length, 2 * 4);
});

const absent: readonly (readonly [string, string])[] = [
  ['null', '"serverInstanceList":null,'],
  ['missing', ''],
  ['an object', '"serverInstanceList":{},'],
  ['an object without items', '"serverInstanceList":{"any":[]},'],
  ['empty text', '"serverInstanceList":"",'],
  ['text', '"serverInstanceList":"none",'],
  ['a number', '"serverInstanceList":0,'],
  ['false', '"serverInstanceList":false,'],
  ['under another name', '"serverInstances":[],'],
];
for (const [name, written] of absent) {
  test(`a list that is ${name} is not an empty list, not even where totalRows is 0`, async (t) => {
    for (const total of ['"totalRows":0,', '']) {
      const body = `{"${action}Response":{${total}${written}"returnCode":"0"}}`;
      const { client } = await clientOf(t, (response) => response.end(body));
      for (const service of ['vserver', 'server'] as const) {
        await assert.rejects(client.list(service, action), { name: 'BadAnswerError', outcome: 'unknown' });
        await assert.rejects(client.call(service, action), { name: 'BadAnswerError', outcome: 'unknown' });
      }
    }
  });
}

test('every list that the reference knows has to be there, in both formats', async (t) => {
  const { client } = await clientOf(t, (response, { url, body }) => {
    const root = `${url.split('/').at(-1)}Response`;
    response.end((body.includes('=xml') ? toXml : toJson)(root, { returnCode: '0', totalRows: 0 }));
  });
  const lists: readonly (readonly [Service, string])[] = [
    ['server', 'getZoneList'],
    ['server', 'getRegionList'],
    ['vserver', 'getServerSpecList'],
    ['vserver', 'stopServerInstances'],
    ['vserver', 'createInitScript'],
    ['vpc', 'getSubnetList'],
    ['billing', 'getProductPriceList'],
  ];
  for (const [service, name] of lists) {
    for (const format of ['json', 'xml'] as const) {
      await assert.rejects(client.call(service, name, {}, { format }), { name: 'BadAnswerError', outcome: 'unknown' });
    }
  }
});

test('an honest empty list is one: [] in JSON, an empty element in XML', async (t) => {
  const bodies = [
    `{"${action}Response":{"totalRows":0,"serverInstanceList":[],"returnCode":"0"}}`,
    `<${action}Response><returnCode>0</returnCode><totalRows>0</totalRows><serverInstanceList/></${action}Response>`,
    `<${action}Response><returnCode>0</returnCode><totalRows>0</totalRows><serverInstanceList>\n  </serverInstanceList></${action}Response>`,
  ];
  for (const body of bodies) {
    const { client } = await clientOf(t, (response) => response.end(body));
    for (const service of ['vserver', 'server'] as const) assert.deepEqual(await client.list(service, action), []);
  }
});

const noNumbers = [
  '""',
  '" "',
  'null',
  'true',
  'false',
  '1.5',
  '0',
  '-1',
  '"abc"',
  '"1a"',
  '"01"',
  '"0x1"',
  '{}',
  '[]',
  '["1"]',
];
test('rows without a number that NCP could have given are no servers, no zones and no new servers', async (t) => {
  const rows: readonly (readonly [Service, string, string, string])[] = [
    ['vserver', action, list, 'serverInstanceNo'],
    ['server', action, list, 'serverInstanceNo'],
    ['server', 'getZoneList', 'zoneList', 'zoneNo'],
    ['vserver', 'createServerInstances', list, 'serverInstanceNo'],
    ['server', 'createServerInstances', list, 'serverInstanceNo'],
    ['vserver', 'stopServerInstances', list, 'serverInstanceNo'],
    ['server', 'terminateServerInstances', list, 'serverInstanceNo'],
  ];
  let body = '';
  const { client } = await clientOf(t, (response) => response.end(body));
  const bad = { reason: 'no-instance-number', outcome: 'unknown' };
  for (const [service, name, field, key] of rows) {
    for (const written of [...noNumbers.map((value) => `{"${key}":${value}}`), '{}']) {
      for (const all of [[written], [`{"${key}":"7"}`, written]]) {
        body = `{"${name}Response":{"returnCode":"0","totalRows":${all.length},"${field}":[${all}]}}`;
        await assert.rejects(client.call(service, name), bad, body);
        if (name.startsWith('get')) await assert.rejects(client.list(service, name), bad, body);
      }
    }
    for (const number of ['"7"', '7']) {
      body = `{"${name}Response":{"returnCode":"0","totalRows":1,"${field}":[{"${key}":${number}}]}}`;
      assert.equal(((await client.call(service, name))[field] as Row[])[0]?.[key], '7');
    }
  }
});

test('an account of one page is one call, without paging', async (t) => {
  const { client, asked } = await clientOf(t, (response, request) => {
    answer(response, askedFor(request).format, upTo(1_000).map(server), 1_000);
  });
  const heard: [number, number][] = [];
  const onRows: CallOptions['onRows'] = (rows, total) => void heard.push([rows.length, total]);
  assert.equal((await client.list('vserver', action, { regionCode: 'KR' }, { onRows })).length, 1_000);
  assert.deepEqual(
    asked.map(({ body }) => body),
    ['responseFormatType=json&regionCode=KR'],
  );
  assert.deepEqual(heard, [[1_000, 1_000]]);
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

test('Classic sorts in its own words, and what cannot be sorted by its key is not', async (t) => {
  const lists: readonly (readonly [Service, string, string, string, string])[] = [
    ['server', action, list, 'serverInstanceNo', 'sortedBy=serverInstanceNo&sortingOrder=ascending&'],
    [
      'server',
      'getMemberServerImageList',
      'memberServerImageList',
      'memberServerImageNo',
      'sortedBy=memberServerImageNo&sortingOrder=ascending&',
    ],
    ['vserver', 'getInitScriptList', 'initScriptList', 'initScriptNo', ''],
    ['vpc', 'getSubnetList', 'subnetList', 'subnetNo', ''],
  ];
  for (const [service, name, field, key, sorting] of lists) {
    const { client, asked } = await clientOf(t, (response, request) => {
      const { page = 1 } = askedFor(request);
      const rows = [1, 2, 3].slice((page - 1) * 2, page * 2).map((number) => ({ [key]: String(number) }));
      response.end(toJson(`${name}Response`, { returnCode: '0', totalRows: 3, [field]: rows }));
    });
    assert.equal((await client.list(service, name)).length, 3);
    assert.equal(asked[1]?.body, `responseFormatType=json&${sorting}pageNo=1&pageSize=1000`);
  }
});

test('a service that does not know paging and gives all rows at once is understood', async (t) => {
  let isFirst = true;
  const { client } = await clientOf(t, (response, request) => {
    const rows = isFirst ? upTo(3) : upTo(5);
    isFirst = false;
    answer(response, askedFor(request).format, rows.map(small), 5);
  });
  assert.deepEqual(numbersOf(await client.list('server', action)), upTo(5));
});

test('an action that has no pages and whose only answer is too large stays an error', async (t) => {
  const { client, asked } = await clientOf(t, (response) => response.end(Buffer.alloc(11 * 1024 * 1024, 32)));
  await assert.rejects(client.list('vserver', 'getServerSpecList'), { reason: 'too-large' });
  assert.equal(asked.length, 1);
});

test('every list of the sandbox is whole, in both formats alike', async (t) => {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  const client = new NcloudClient({ ...sandbox, billingEndpoint: sandbox.endpoint });
  const lists = actions.filter(
    (each) =>
      each.class === 'read' &&
      answerList(each) &&
      !each.parameters.some(({ need }) => need !== 'optional' && need !== 'conditional'),
  );
  let read = 0;
  for (const { service, name } of lists) {
    const json = await client.list(service, name).catch((error: unknown) => error);
    // A look-up that needs one of several parameters is refused without any.
    if (json instanceof NcloudError) {
      assert.equal(json.name, 'ApiError', `${service} ${name}: ${json.message}`);
      continue;
    }
    assert.deepEqual(await client.list(service, name, {}, { format: 'xml' }), json, `${service} ${name}`);
    read++;
  }
  assert.ok(read >= 25, `${read} of ${lists.length}`);
});

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
