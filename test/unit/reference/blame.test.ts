// The field that NCP names in a message is the one that the form marks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  blamedField,
  concreteName,
  createParameters,
  type Environment,
  formName,
  indicesOf,
  keptNames,
  sentValues,
} from '../../../src/reference/index';
import { metalValues, vpcContext, vpcValues } from './support';

const told: readonly (readonly [message: string, environment: Environment, field: string | undefined])[] = [
  ['Length constraints: Minimum length of 3. Maximum length of 15. location : serverName', 'classic', 'serverName'],
  [
    'Required field is not specified. location : serverImageProductCode or memberServerImageNo.',
    'classic',
    'serverImageProductCode',
  ],
  ['Required field is not specified. location: accessControlGroupNoList, vpcNo', 'vpc', 'vpcNo'],
  ['Parameter is invalid.location:blockStorageMappingList.2.order', 'vpc', 'blockStorageMappingList.2.order'],
  [
    'LOCATION : networkInterfaceList[1].accessControlGroupNoList[0]',
    'vpc',
    'networkInterfaceList.2.accessControlGroupNoList.1',
  ],
  [
    'location : networkInterfaceList.2.accessControlGroupNoList',
    'vpc',
    'networkInterfaceList.2.accessControlGroupNoList.1',
  ],
  ['location : networkInterfaceList', 'vpc', 'networkInterfaceList.1.networkInterfaceOrder'],
  ['location : instanceTagList.N.tagKey', 'classic', 'instanceTagList.1.tagKey'],
  ['location : "subnetNo".', 'vpc', 'subnetNo'],
  ['location : subnetNo', 'classic', undefined],
  ['location : ', 'vpc', undefined],
  ['The allocation : serverName', 'vpc', undefined],
  ['Instance name is already in use. please use other name.', 'classic', undefined],
];

test('what messages name', () => {
  for (const [message, environment, field] of told) {
    assert.equal(blamedField(message, environment), field, message);
  }
});

/** How a message may go on to name `name` beside others. */
const endings: readonly ((name: string) => string)[] = [
  (name) => `location : ${name}`,
  (name) => `location:${name}.`,
  (name) => `location : noSuchField, ${name}`,
  (name) => `location : ${name} or noSuchField`,
  (name) => `Location = '${name}' (Korean: 이름)`,
];
const someName = fc
  .constantFrom('vpc' as const, 'classic' as const)
  .chain((environment) =>
    fc
      .tuple(
        fc.constantFrom(...createParameters[environment]),
        fc.integer({ min: 1, max: 21 }),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([parameter, outer, inner]) => ({ environment, name: concreteName(parameter.name, outer, inner) })),
  );

test('every parameter of both environments is found in every form of message', () => {
  for (const environment of ['vpc', 'classic'] as const) {
    for (const { name } of createParameters[environment]) {
      for (const ending of endings) {
        assert.equal(blamedField(`Wrong. ${ending(concreteName(name, 2, 3))}`, environment), concreteName(name, 2, 3));
        assert.equal(blamedField(ending(name), environment), concreteName(name, 1, 1), 'without an index');
      }
    }
  }
  fc.assert(
    fc.property(someName, fc.constantFrom(...endings), fc.string(), ({ environment, name }, ending, before) => {
      fc.pre(!/location/i.test(before));
      assert.equal(blamedField(`${before} ${ending(name)}`, environment), name);
    }),
  );
});

test('whatever a message says, the answer is a parameter with all its indices, or none', () => {
  const noise = fc.array(
    fc.constantFrom('location', ':', ' ', 'networkInterfaceList', '.', '0', '99', '[', ']', 'ip', 'N', '\n'),
  );
  fc.assert(
    fc.property(noise, (parts) => {
      const found = blamedField(parts.join(''), 'vpc');
      if (found === undefined) return;
      const known = createParameters.vpc.find(({ name }) => concreteName(name, ...indicesOf(found)) === found);
      assert.ok(known, found);
      assert.doesNotMatch(found, /\.N(\.|$)/);
    }),
    { numRuns: 500 },
  );
});

test('an item that is marked is that of the form, whose lists may have gaps', () => {
  const values = {
    ...vpcValues,
    'blockStorageMappingList.1.order': '',
    'blockStorageMappingList.3.order': '0',
    'blockStorageMappingList.7.order': '1',
  };
  assert.equal(formName('blockStorageMappingList.1.order', values, vpcContext), 'blockStorageMappingList.3.order');
  assert.equal(formName('blockStorageMappingList.2.order', values, vpcContext), 'blockStorageMappingList.7.order');
  assert.equal(formName('serverName', values, vpcContext), 'serverName');
  assert.equal(formName('placementGroupNo', values, vpcContext), 'placementGroupNo');
  const metal = { environment: 'vpc', rows: {} } as const;
  const names = keptNames(metalValues, metal);
  assert.deepEqual(
    Object.keys(sentValues(metalValues, metal)).map((name) => formName(name, metalValues, metal)),
    names,
  );
});
