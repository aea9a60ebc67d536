// Arbitrary values with one or two things changed, which may or may not be faults.
import fc, { type Arbitrary } from 'fast-check';
import { createParameters, type Environment, genericName, type Values } from '../../src/reference/index';
import type { Filled } from './create-values';

/** What is wrong for most parameters, or at least unusual. */
const oddValues = ['', '-1', '0', '1', '1.5', 'abc', 'TRUE', 'no-such-key', 'x'.repeat(31), '가'.repeat(334), '/bin'];
const ownOdd: Readonly<Record<string, readonly string[]>> = {
  serverName: ['ab', 'Upper', '1abc', 'ends-', 'x'.repeat(13), 'x'.repeat(28), 'x'.repeat(31), '한국어'],
  // Far more servers than an address block holds are a matter of the account, not of the values.
  serverCreateCount: ['0', '2', '21', 'two', '-1'],
  serverCreateStartNo: ['999', '1000', '1001', '-1', 'x'],
  serverDescription: ['가'.repeat(334), 'x'.repeat(1001)],
  userData: ['a'.repeat(16_384), '가'.repeat(5462)],
  feeSystemTypeCode: ['OTHER', 'mtrat', 'MTRAT'],
  'networkInterfaceList.N.ip': ['192.0.2.1', '10.10.0.256', '10.10.0', 'x', '10.10.0.5'],
  'networkInterfaceList.N.networkInterfaceOrder': ['0', '1', '3', 'x'],
  'blockStorageMappingList.N.order': ['0', '1', '21', 'x'],
  'blockStorageMappingList.N.blockStorageSize': ['0', '9', '16381', '10G'],
  'blockStorageMappingList.N.blockStorageVolumeTypeCode': ['FB1', 'SSD', 'CB9'],
  'blockDevicePartitionList.N.mountPoint': ['/', '/root', 'data', '/Data', '/a/b'],
  'blockDevicePartitionList.N.partitionSize': ['49', '50', '99999', '50G'],
};

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));

/** Good values with one thing changed, which may or may not be a fault. `other` is of the same region. */
const mutation = (values: Values, other: Values, environment: Environment): Arbitrary<Values> => {
  const names = Object.keys(values);
  const known = createParameters[environment].filter(({ supplied }) => !supplied);
  const anywhere = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...known.map(({ name }) => name.replaceAll('.N', '.1'))),
  );
  const repeatable = names.filter((name) => /\.2(\.|$)/.test(name) && values[name.replace('.2', '.1')]);
  const copy = (name: string) => ({ ...values, [name]: values[name.replace('.2', '.1')] ?? '' });
  const replaced = (name: string) =>
    fc.constantFrom(...(ownOdd[genericName(name)] ?? oddValues)).map((value) => ({ ...values, [name]: value }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names).map((name) => without(values, name)) },
    { weight: 8, arbitrary: anywhere.chain(replaced) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(...Object.keys(other)).map((name) => ({ ...values, [name]: other[name] ?? '' })),
    },
    { weight: 3, arbitrary: repeatable.length === 0 ? fc.constant(values) : fc.constantFrom(...repeatable).map(copy) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('noSuchParameter', 'instanceTagList.0.tagKey', 'zoneCode')
        .map((name) => ({ ...values, [name]: '1' })),
    },
  );
};

/** Values of which one or two things were changed. */
export function changed(good: Arbitrary<Filled>): Arbitrary<Filled> {
  return fc.tuple(good, good).chain(([filled, other]) => {
    const { environment, region } = filled;
    const once = mutation(filled.values, other.values, environment);
    const twice = once.chain((values) => mutation(values, other.values, environment));
    return fc
      .oneof({ weight: 3, arbitrary: once }, { weight: 1, arbitrary: twice })
      .map((values) => ({ environment, region, values }));
  });
}
