import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  concreteName,
  createParameters,
  type Environment,
  namesIn,
  presetName,
  presetOf,
  presetPath,
  readPreset,
  referenceText,
  type Values,
} from '../../../src/reference/index';

const environments: readonly Environment[] = ['vpc', 'classic'];

const allowed = (environment: Environment) =>
  createParameters[environment].filter(({ supplied, multiline }) => !supplied && !multiline);

/** Values as a form may hold them: each parameter with text that suits its type, lists numbered from 1. */
function valuesOf(environment: Environment): fc.Arbitrary<Values> {
  const entries = allowed(environment).map(({ name, type }) => {
    const scalar =
      type === 'boolean'
        ? fc.constantFrom('true', 'false')
        : type === 'integer'
          ? fc.nat().map(String)
          : fc.string({ minLength: 1 });
    const count = name.includes('.N') ? 2 : 1;
    const names = Array.from({ length: count }, (_, item) => concreteName(name, item + 1, item + 1));
    return fc
      .array(scalar, { minLength: count, maxLength: count })
      .map((texts) => names.map((concrete, item) => [concrete.replace(/\.2$/, '.1'), texts[item] ?? ''] as const));
  });
  return fc.tuple(...entries).map((lists) => Object.fromEntries(lists.flat()));
}

for (const environment of environments) {
  test(`what is written is read again (${environment})`, () => {
    fc.assert(
      fc.property(valuesOf(environment), (values) => {
        const preset = presetOf(environment, values, { region: 'KR', initScript: 'install.sh' });
        const read = readPreset(JSON.parse(JSON.stringify(preset)));
        assert.deepEqual(read, { environment, region: 'KR', initScript: 'install.sh', values, problems: [] });
      }),
      { numRuns: 50 },
    );
  });
}

test('a preset is JSON as one would write it by hand', () => {
  const values = {
    'networkInterfaceList.3.accessControlGroupNoList.2': '11',
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.1.accessControlGroupNoList.1': '10',
    'networkInterfaceList.3.networkInterfaceOrder': '1',
    serverName: 'web',
    serverCreateCount: '2',
    isProtectServerTermination: 'true',
    serverDescription: '',
  };
  assert.deepEqual(presetOf('vpc', values), {
    environment: 'vpc',
    parameters: {
      serverCreateCount: 2,
      serverName: 'web',
      networkInterfaceList: [
        { networkInterfaceOrder: 0, accessControlGroupNoList: ['10'] },
        { networkInterfaceOrder: 1, accessControlGroupNoList: ['11'] },
      ],
      isProtectServerTermination: true,
    },
  });
  assert.deepEqual(Object.keys(presetOf('vpc', values).parameters), [
    'serverCreateCount',
    'serverName',
    'networkInterfaceList',
    'isProtectServerTermination',
  ]);
});

test('no script text, key or answer format gets into a preset', () => {
  const values = {
    userData: '#!/bin/sh\nexport PASSWORD=x',
    serverName: 'web',
    responseFormatType: 'json',
    secretKey: 'x',
  };
  assert.deepEqual(presetOf('classic', values).parameters, { serverName: 'web' });
  assert.deepEqual(presetOf('vpc', { ...values, regionCode: 'KR' }).parameters, { serverName: 'web' });
});

test('what no parameter is meant by is a problem and no value', () => {
  const read = readPreset({
    environment: 'classic',
    secretKey: 'x',
    parameters: {
      serverName: 'web',
      vpcNo: '1',
      zoneNo: ['1'],
      loginKeyName: { a: 'b' },
      'instanceTagList.1.tagKey': 'flat',
      instanceTagList: { 1: { tagKey: 'by number' } },
      raidTypeName: null,
      serverDescription: '',
      __proto__: 'x',
    },
  });
  assert.deepEqual(read?.values, { serverName: 'web' });
  assert.deepEqual(
    read?.problems.map(({ name, rule }) => `${rule} ${name}`),
    ['vpcNo', 'zoneNo.1', 'loginKeyName.a', 'instanceTagList.1.tagKey', 'instanceTagList.1'].map(
      (name) => `unknownParameter ${name}`,
    ),
  );
});

test('an interface without an order has that of its place', () => {
  const read = readPreset({
    environment: 'vpc',
    parameters: { networkInterfaceList: [{}, { networkInterfaceOrder: 2 }, 'no interface'] },
  });
  assert.deepEqual(read?.values, {
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.2.networkInterfaceOrder': '2',
  });
});

test('what is no preset is none, and nothing makes reading throw', () => {
  for (const json of [
    undefined,
    null,
    [],
    'vpc',
    {},
    { environment: 'vpc' },
    { environment: 'cloud', parameters: {} },
    { environment: 'vpc', parameters: [] },
    { environment: ['vpc'], parameters: {} },
  ]) {
    assert.equal(readPreset(json), undefined, JSON.stringify(json));
  }
  fc.assert(
    fc.property(
      fc.constantFrom(...environments),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (environment, parameters) => {
        const read = readPreset({ environment, parameters });
        assert.ok(read);
        for (const value of Object.values(read.values)) assert.equal(typeof value, 'string');
      },
    ),
    { numRuns: 100 },
  );
  let deep: unknown = 'x';
  for (let i = 0; i < 5000; i += 1) deep = { networkInterfaceList: [deep] };
  assert.equal(readPreset({ environment: 'vpc', parameters: deep })?.problems.length, 1);
});

test('a wire name leads to its place in the file', () => {
  assert.deepEqual(presetPath('networkInterfaceList.2.accessControlGroupNoList.1'), [
    'parameters',
    'networkInterfaceList',
    '1',
    'accessControlGroupNoList',
    '0',
  ]);
});

test('every wire name is found again by its place in the file', () => {
  for (const environment of environments) {
    for (const { name } of createParameters[environment]) {
      const concrete = concreteName(name, 3, 2);
      const path = presetPath(concrete).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      assert.equal(presetName(path), concrete);
    }
  }
  assert.equal(presetName(['parameters']), undefined);
  assert.equal(presetName(['region']), undefined);
});

test('an unknown name says which one was meant, among those of its own object', () => {
  const read = readPreset({
    environment: 'vpc',
    parameters: { serverSpecCodee: 'a', networkInterfaceList: [{ SubnetNo: '1', serverName: 'x' }] },
  });
  assert.deepEqual(
    read?.problems.map(({ name, args }) => [name, args.meant]),
    [
      ['serverSpecCodee', 'serverSpecCode'],
      ['networkInterfaceList.1.SubnetNo', 'subnetNo'],
      ['networkInterfaceList.1.serverName', undefined],
    ],
  );
  assert.match(read?.problems[0] ? referenceText('en').problem(read.problems[0], 'vpc') : '', /Did you mean server/);
  assert.deepEqual(namesIn('classic', 'instanceTagList.N'), ['tagKey', 'tagValue']);
  assert.deepEqual([namesIn('vpc', 'serverName'), namesIn('vpc', 'networkInterfaceList')], [[], []]);
});

for (const environment of environments) {
  test(`what the account supplies has no place in a preset, read or written (${environment})`, () => {
    const supplied = createParameters[environment].filter((parameter) => parameter.supplied).map(({ name }) => name);
    assert.ok(supplied.length > 0);
    for (const name of supplied) {
      const read = readPreset({ environment, parameters: { serverName: 'web', [name]: 'SGN' } });
      assert.deepEqual(read?.values, { serverName: 'web' });
      assert.deepEqual(read?.problems, [{ name, rule: 'unknownParameter', severity: 'error', args: {} }]);
      assert.deepEqual(presetOf(environment, { serverName: 'web', [name]: 'SGN' }).parameters, { serverName: 'web' });
    }
  });
}
