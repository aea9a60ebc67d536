import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParameters, type Environment, fieldText, type Row, type Values } from '../../../src/reference/index';
import { choicesFor } from '../../../src/servers/choices';

const lists: Readonly<Record<string, readonly Row[]>> = {
  vpcNo: [{ vpcNo: '1', vpcName: 'main' }],
  subnetNo: [
    { subnetNo: '20', subnetName: 'a', zoneCode: 'KR-1' },
    { subnetNo: '21', subnetName: 'b', zoneCode: 'KR-2' },
  ],
  serverSpecCode: [{ serverSpecCode: 's2' }],
  raidTypeName: [{ raidTypeName: '5' }],
  serverImageProductCode: [{ productCode: 'BM1', productType: { code: 'BM' } }],
};

/** What is chosen from, and the questions that were asked for it. `read` are the names whose lists were read before. */
async function choices(name: string, values: Values, read: readonly string[] = [], environment: Environment = 'vpc') {
  const asked: string[] = [];
  const catalog = {
    rows: async (parameter: string, params: Values) => {
      asked.push([parameter, ...Object.entries(params).map((pair) => pair.join('='))].join(' '));
      return lists[parameter] ?? [];
    },
    known: (parameter: string, value: string) => {
      const field = createParameters[environment].find((one) => one.name === parameter)?.source?.value ?? '';
      return read.includes(parameter) ? lists[parameter]?.find((row) => fieldText(row, field) === value) : undefined;
    },
  };
  return { found: await choicesFor(catalog, environment, values, name), asked };
}

test('a list is asked for once, with the values that it depends on', async () => {
  assert.deepEqual((await choices('vpcNo', {})).asked, ['vpcNo']);
  assert.deepEqual((await choices('networkInterfaceList.2.subnetNo', { vpcNo: '1' })).asked, [
    'networkInterfaceList.N.subnetNo usageTypeCode=GEN vpcNo=1',
  ]);
});

test('a row that the look-up asks about is read before, once, and not when it is known', async () => {
  const values = { vpcNo: '1', subnetNo: '21', serverImageNo: '3' };
  const spec = 'serverSpecCode serverImageNo=3 zoneCode=KR-2';
  assert.deepEqual((await choices('serverSpecCode', values)).asked, ['subnetNo usageTypeCode=GEN vpcNo=1', spec]);
  assert.deepEqual((await choices('serverSpecCode', values, ['subnetNo'])).asked, [spec]);
  assert.deepEqual((await choices('serverSpecCode', { serverImageNo: '3' })).asked, ['serverSpecCode serverImageNo=3']);
});

test('what must be chosen before is named, and nothing is asked', async () => {
  const cases: readonly (readonly [name: string, waitsFor: readonly string[]])[] = [
    ['subnetNo', ['vpcNo']],
    ['networkInterfaceList.1.accessControlGroupNoList.1', ['vpcNo']],
    ['serverSpecCode', ['serverImageNo']],
    ['raidTypeName', ['serverImageProductCode']],
    ['serverProductCode', ['serverImageProductCode', 'memberServerImageInstanceNo']],
  ];
  for (const [name, waitsFor] of cases) {
    const { found, asked } = await choices(name, {});
    assert.deepEqual(found, { waitsFor }, name);
    assert.deepEqual(asked, [], name);
  }
});

test('where nothing is picked there are no choices', async () => {
  for (const name of ['serverName', 'nonsense', 'associateWithPublicIp']) {
    assert.deepEqual(await choices(name, {}), { found: undefined, asked: [] });
  }
});
