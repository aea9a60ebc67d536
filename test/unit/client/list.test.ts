import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CallOptions, NcloudClient, NcloudError } from '../../../src/client';
import { actions, answerList, type Row, type Service } from '../../../src/reference';
import { startSandbox } from '../../../src/sandbox/index';
import type { Handler } from '../../support/fault-server';
import { server, toJson, toXml } from './answers';
import { action, answer, askedFor, clientOf, list, numbersOf, small, upTo } from './list-answers';

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

test('an answer that contradicts itself is not mended by pages', async (t) => {
  for (const [rows, total] of [
    [0, 3],
    [4, 3],
  ] as const) {
    const { client, asked } = await clientOf(t, (response, request) => {
      const { format, page } = askedFor(request);
      answer(response, format, upTo(page === undefined ? rows : 3).map(small), total);
    });
    await assert.rejects(client.list('vserver', action), incomplete);
    assert.equal(asked.length, 2);
  }
});

test('no page is asked for after one that has too many rows or tells of another total', async (t) => {
  for (const [second, total] of [
    [[3, 4], 3],
    [[3], 4],
    [[], 3],
  ] as const) {
    const { client, asked } = await clientOf(t, (response, request) => {
      const { format, page } = askedFor(request);
      answer(response, format, (page === 2 ? second : [1, 2]).map(small), page === 2 ? total : 3);
    });
    await assert.rejects(client.list('vserver', action), incomplete);
    assert.deepEqual(
      asked.map((request) => askedFor(request).page),
      [undefined, 1, 2, undefined, 1, 2],
    );
  }
});

test('a list that was too large as a whole is asked for by pages from then on, and no other list is', async (t) => {
  const { client, asked } = await clientOf(t, (response, request) => {
    const { format, page } = askedFor(request);
    if (page === undefined) response.write(' '.repeat(4 * 1024 * 1024));
    answer(response, format, [1, 2].map(small), 2);
  });
  for (let time = 0; time < 2; time++) assert.deepEqual(numbersOf(await client.list('vserver', action)), [1, 2]);
  await client.list('server', action);
  assert.deepEqual(
    asked.map((request) => askedFor(request).page),
    [undefined, 1, 1, undefined, 1],
  );
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
