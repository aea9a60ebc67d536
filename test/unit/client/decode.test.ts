// What comes out of an answer, written as JSON and as XML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BadAnswerError } from '../../../src/client';
import type { Answer } from '../../../src/client/decode';
import { type FieldType, findAction, rowKey, type Service, type Shape, shapes } from '../../../src/reference';
import { serverAnswer, toJson, toXml } from './answers';
import { decode } from './decoded';

/** Both writings of one answer, decoded. */
async function both(answer: object, action = 'getServerInstanceList', service: Service = 'vserver'): Promise<Answer[]> {
  const root = `${action}Response`;
  return [
    await decode(toJson(root, answer), 200, action, service),
    await decode(toXml(root, answer), 200, action, service),
  ];
}

const head = { requestId: 'id', returnCode: '0', returnMessage: 'success', totalRows: 1 };
const emptyCode = { code: '', codeName: '' };

test('1,000 servers come out as they went in, from both formats', async () => {
  for (const answer of await both(serverAnswer(1_000))) {
    const expected = serverAnswer(1_000).serverInstanceList as Record<string, unknown>[];
    const rows = answer.serverInstanceList as Record<string, unknown>[];
    assert.equal(rows.length, 1_000);
    for (const [index, row] of rows.entries()) {
      const { eventList: _, blockDevicePartitionList: __, ...plain } = row;
      for (const [name, value] of Object.entries(expected[index] ?? {})) assert.deepEqual(plain[name], value, name);
    }
  }
});

function valueIn(type: FieldType): fc.Arbitrary<unknown> {
  if (type === 'string') return fc.string({ unit: 'grapheme', maxLength: 12 });
  if (type === 'number')
    return fc.oneof(
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    );
  if (type === 'boolean') return fc.boolean();
  if (type === 'code')
    return fc.record({ code: valueIn('string'), codeName: valueIn('string') }, { noNullPrototype: true });
  if (Array.isArray(type)) return fc.array(valueIn(type[0] as FieldType), { maxLength: 3 });
  if (!('shape' in type)) return fc.constant(undefined);
  return rowOf(type.shape).filter((item) => Object.keys(item).length > 0);
}

/** An item whose number, if its kind has one, is there and is one. */
function rowOf(shape: string): fc.Arbitrary<Record<string, unknown>> {
  const { field, isNumber } = rowKey(shape) ?? { isNumber: false };
  const item = objectOf(shapes[shape] ?? {});
  if (field === undefined || !isNumber) return item;
  const number = fc.integer({ min: 1 }).map(String);
  return fc.tuple(item, number).map(([fields, value]) => ({ ...fields, [field]: value }));
}

/** Lists and codes are always there; all else may be absent. */
function objectOf(shape: Shape): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(shape);
  const requiredKeys = entries.filter(([, type]) => type === 'code' || Array.isArray(type)).map(([name]) => name);
  return fc.record(Object.fromEntries(entries.map(([name, type]) => [name, valueIn(type)])), {
    requiredKeys,
    noNullPrototype: true,
  });
}

const decodedActions: readonly (readonly [Service, string])[] = [
  ['vserver', 'getServerInstanceList'],
  ['vserver', 'getNetworkInterfaceList'],
  ['vserver', 'getAccessControlGroupRuleList'],
  ['server', 'getServerInstanceList'],
  ['server', 'getMemberServerImageList'],
  ['billing', 'getProductPriceList'],
];
for (const [service, action] of decodedActions) {
  test(`${service} ${action}: JSON and XML decode to the same, which is what was written`, async () => {
    const shape = findAction(service, action)?.answer;
    assert.ok(shape);
    await fc.assert(
      fc.asyncProperty(objectOf(shape), async (fields) => {
        const answer = { ...head, ...fields };
        const [json, xml] = await both(answer, action, service);
        assert.deepEqual(json, answer);
        assert.deepEqual(xml, answer);
      }),
      { numRuns: 40 },
    );
  });
}

test('lists and codes are there even when absent or empty, other empty values by one rule', async () => {
  const sparse = {
    serverInstanceNo: '12',
    cpuCount: '',
    isProtectServerTermination: '',
    publicIp: '',
    platformType: {},
  };
  for (const answer of await both({ ...head, serverInstanceList: [sparse] })) {
    const [row] = answer.serverInstanceList as Record<string, unknown>[];
    assert.equal(row?.serverInstanceNo, '12');
    assert.equal(row?.publicIp, '');
    assert.deepEqual(row?.platformType, emptyCode);
    assert.deepEqual(row?.serverInstanceStatus, emptyCode);
    assert.deepEqual(row?.networkInterfaceNoList, []);
    assert.equal(Object.hasOwn(row ?? {}, 'cpuCount'), false);
    assert.equal(Object.hasOwn(row ?? {}, 'isProtectServerTermination'), false);
    assert.equal(Object.hasOwn(row ?? {}, 'serverName'), false);
  }
  for (const answer of await both({ ...head, totalRows: 0, serverInstanceList: [] })) {
    assert.deepEqual(answer.serverInstanceList, []);
  }
  assert.deepEqual(await decode('{"getServerInstanceListResponse":{"returnCode":0,"serverInstanceList":[]}}'), {
    requestId: '',
    returnCode: '0',
    returnMessage: '',
    serverInstanceList: [],
  });
});

test('numbers written as text, and text written as numbers, become what the reference says', async () => {
  const row = { serverInstanceNo: 12, cpuCount: '2', isProtectServerTermination: 'true', serverName: true };
  const [json] = await both({ ...head, totalRows: '1', serverInstanceList: [row] });
  assert.equal(json?.totalRows, 1);
  const [decoded] = (json?.serverInstanceList ?? []) as Record<string, unknown>[];
  assert.equal(decoded?.serverInstanceNo, '12');
  assert.equal(decoded?.cpuCount, 2);
  assert.equal(decoded?.isProtectServerTermination, true);
  assert.equal(decoded?.serverName, 'true');
});

test('a number too large to be read exactly is not taken for an id', async () => {
  const body =
    '{"getServerInstanceListResponse":{"returnCode":"0","serverInstanceList":[{"serverInstanceNo":12345678901234567890}]}}';
  await assert.rejects(decode(body), BadAnswerError);
});

test('fields that the reference does not know go by their looks, in both formats alike', async () => {
  const added = {
    newText: 'a',
    newCount: 5,
    newFlag: true,
    newCode: { code: 'A', codeName: 'b' },
    newList: [{ deepList: ['1', '2'], emptyList: [] }],
    newEmpty: '',
  };
  for (const answer of await both({ ...head, serverInstanceList: [{ serverInstanceNo: '1', ...added }], ...added })) {
    const [row] = answer.serverInstanceList as Record<string, unknown>[];
    for (const holder of [answer, row ?? {}]) {
      const { newText, newCount, newFlag, newCode, newList, newEmpty } = holder as Record<string, unknown>;
      assert.deepEqual(
        { newText, newCount, newFlag, newCode, newList, newEmpty },
        { ...added, newCount: '5', newFlag: 'true' },
      );
    }
  }
});

test('an action that the reference does not know is decoded too', async () => {
  for (const answer of await both({ ...head, natGatewayList: [{ natGatewayNo: '1' }] }, 'getNatGatewayList', 'vpc')) {
    assert.deepEqual(answer, { ...head, natGatewayList: [{ natGatewayNo: '1' }] });
  }
});

test('Classic oddities: misspelt fields, misprinted items, list elements that are the items', async () => {
  const wrap = (inside: string, action: string) =>
    `<${action}Response><returnCode>0</returnCode>${inside}</${action}Response>`;
  const misspelt =
    '<baseBlockStroageDiskDetailType><code>SSD</code><codeName>SSD</codeName></baseBlockStroageDiskDetailType>';
  const list = `<serverInstanceList><serverInstances><serverInstanceNo>7</serverInstanceNo><serverName>007</serverName>${misspelt}</serverInstances></serverInstanceList>`;
  const { serverInstanceList } = await decode(
    wrap(list, 'getServerInstanceList'),
    200,
    'getServerInstanceList',
    'server',
  );
  const [row] = serverInstanceList as Record<string, unknown>[];
  assert.equal(row?.serverName, '007');
  assert.deepEqual(row?.baseBlockStorageDiskDetailType, { code: 'SSD', codeName: 'SSD' });

  const tag = (key: string) => `<instanceTagList><tagKey>${key}</tagKey><tagValue>v</tagValue></instanceTagList>`;
  for (const keys of [['a'], ['a', 'b']]) {
    const body = wrap(keys.map(tag).join(''), 'getInstanceTagList');
    const { instanceTagList } = await decode(body, 200, 'getInstanceTagList', 'server');
    const tags = instanceTagList as Record<string, unknown>[];
    assert.deepEqual(
      tags.map(({ tagKey, tagValue }) => [tagKey, tagValue]),
      keys.map((key) => [key, 'v']),
    );
  }
});

test('an item with a field of its own name is not taken for an element around items', async () => {
  const row = (name: string) => ({ zoneCodeList: ['KR-1'], blockStorageVolumeType: { code: name, codeName: name } });
  for (const names of [['FB1'], ['CB1', 'FB1']]) {
    const answer = { ...head, totalRows: names.length, blockStorageVolumeTypeList: names.map(row) };
    for (const { blockStorageVolumeTypeList } of await both(answer, 'getBlockStorageVolumeTypeList')) {
      const rows = names.map((name) => ({ ...row(name), hypervisorType: emptyCode }));
      assert.deepEqual(blockStorageVolumeTypeList, rows);
    }
  }
});

test('XML: references, CDATA, comments, self-closed elements, a BOM and any white space are read', async () => {
  const body = `\ufeff<?xml version="1.0"?><!-- c --><getServerInstanceListResponse a="b">
    <returnCode>0</returnCode><serverInstanceList><serverInstance><serverInstanceNo>1</serverInstanceNo>
    <serverName>&lt;a&gt; &amp;amp; &quot;&apos; &#49;&#x1F600;</serverName>
    <serverDescription><![CDATA[<b> &amp; ]]]]><![CDATA[>]]></serverDescription><publicIp/><networkInterfaceNoList />
    </serverInstance></serverInstanceList></getServerInstanceListResponse>`;
  const [row] = (await decode(new TextDecoder().decode(Buffer.from(body)))).serverInstanceList as Record<
    string,
    unknown
  >[];
  assert.equal(row?.serverName, '<a> &amp; "\' 1😀');
  assert.equal(row?.serverDescription, '<b> &amp; ]]>');
  assert.equal(row?.publicIp, '');
  assert.deepEqual(row?.networkInterfaceNoList, []);
});

test('no name of an answer reaches a prototype', async () => {
  const json =
    '{"getServerInstanceListResponse":{"returnCode":"0","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x","serverInstanceList":[{"serverInstanceNo":"1","__proto__":{"polluted":1},"n":{"__proto__":{"polluted":1}}}]}}';
  const answer = await decode(json);
  const [row] = answer.serverInstanceList as Record<string, unknown>[];
  for (const object of [answer, row, row?.n, {}] as Record<string, unknown>[]) {
    assert.equal(Object.getPrototypeOf(object), Object.prototype);
    assert.equal(object.polluted, undefined);
    assert.equal(object.constructor, Object);
    assert.equal(typeof object.toString, 'function');
  }
});

test('the answer of another action is none of this one, whatever rows are in it', async () => {
  const foreign = (error: unknown) => error instanceof BadAnswerError && error.reason === 'wrong-root';
  for (const [asked, answered] of [
    ['createServerInstances', 'getServerInstanceList'],
    ['getServerInstanceList', 'createServerInstances'],
    ['stopServerInstances', 'getServerInstanceList'],
  ] as const) {
    const bodies = [toJson, toXml].map((write) => write(`${answered}Response`, serverAnswer(1)));
    for (const body of bodies) await assert.rejects(decode(body, 200, asked), foreign, asked);
  }
});
