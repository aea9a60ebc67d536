// What is told of values in lines: an item of a list is one of them, and a problem says which item it is about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  concreteName,
  createParameters,
  type Environment,
  keptNames,
  type Locale,
  referenceText,
} from '../../../src/reference/index';
import { classicContext, classicValues, metalValues, vpcContext, vpcValues } from './support';

const names: Readonly<Record<string, string>> = {
  2001: 'public-a',
  2002: 'private-a',
  3001: 'default-acg',
  true: 'yes',
};

/** The lines without those of the plain values. */
function lines(values: Readonly<Record<string, string>>, locale: Locale = 'en', environment: Environment = 'vpc') {
  const plain = environment === 'vpc' ? vpcValues : classicValues;
  const all = { ...plain, ...values };
  const told = (given: typeof all) =>
    referenceText(locale)
      .lines(environment, Object.keys(given), given, (_, value) => names[value] ?? value)
      .map(({ whole }) => whole);
  const before = told(plain);
  return told(all).filter((line) => !before.includes(line));
}

const storages = {
  'blockStorageMappingList.1.order': '1',
  'blockStorageMappingList.1.blockStorageSize': '55',
  'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB1',
  'blockStorageMappingList.2.order': '2',
};

test('a storage is one line, which says when its size is not given', () => {
  assert.deepEqual(lines(storages), ['Storage 1: 55 GB CB1', 'Storage 2: size not given']);
  assert.deepEqual(lines(storages, 'ko'), ['스토리지 1: 55GB CB1', '스토리지 2: 크기 미지정']);
  const more = (fields: Record<string, string>) =>
    lines(
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [`blockStorageMappingList.1.${name}`, value])),
    );
  assert.deepEqual(more({ order: '0', blockStorageSize: '100', blockStorageName: 'root' }), [
    'Storage 1: base storage, 100 GB, root',
  ]);
  assert.deepEqual(
    lines({ ...storages, 'blockStorageMappingList.1.order': '0', 'blockStorageMappingList.2.order': '1' }),
    ['Storage 1: base storage, 55 GB CB1', 'Storage 2: size not given'],
  );
  assert.deepEqual(more({ order: '7', blockStorageVolumeTypeCode: 'FB2' }), [
    'Storage 1: order 7, size not given, FB2',
  ]);
  assert.deepEqual(more({ order: '1', snapshotInstanceNo: '9', emptyBlockStorage: 'false' }), [
    'Storage 1: from snapshot 9',
  ]);
  assert.deepEqual(more({ order: '1', noBlockStorage: 'true' }), ['Storage 1: left out']);
  assert.deepEqual(more({ order: '1', noBlockStorage: 'false' }), ['Storage 1: size not given']);
});

const second = {
  'networkInterfaceList.2.networkInterfaceOrder': '1',
  'networkInterfaceList.2.subnetNo': '2002',
  'networkInterfaceList.2.ip': '10.0.2.7',
  'networkInterfaceList.2.accessControlGroupNoList.1': '3001',
  'networkInterfaceList.2.accessControlGroupNoList.2': '3002',
};

test('an additional interface is one line, and the default one is told by what differs', () => {
  assert.deepEqual(lines(second), ['eth1: private-a, 10.0.2.7, 2 firewalls']);
  assert.deepEqual(lines(second, 'ko'), ['eth1: private-a, 10.0.2.7, ACG 2개']);
  const { 'networkInterfaceList.2.accessControlGroupNoList.2': _, ...one } = second;
  assert.deepEqual(lines(one), ['eth1: private-a, 10.0.2.7, firewall default-acg']);
  assert.deepEqual(lines({ 'networkInterfaceList.1.subnetNo': '2001' }), []);
  assert.deepEqual(lines({ 'networkInterfaceList.1.subnetNo': '2002' }), ['eth0: private-a']);
  assert.deepEqual(lines({ 'networkInterfaceList.1.ip': '10.0.1.7' }), ['eth0: 10.0.1.7']);
  assert.deepEqual(lines({ 'networkInterfaceList.1.accessControlGroupNoList.2': '3002' }), [
    'Firewall (ACG): default-acg, 3002',
  ]);
  assert.deepEqual(lines({ 'networkInterfaceList.2.networkInterfaceOrder': '1' }), []);
});

test('an interface goes by its order, wherever it stands in the list', () => {
  const turned = {
    'networkInterfaceList.1.networkInterfaceOrder': '1',
    'networkInterfaceList.1.subnetNo': '2002',
    'networkInterfaceList.2.networkInterfaceOrder': '0',
    'networkInterfaceList.2.accessControlGroupNoList.1': '3002',
  };
  assert.deepEqual(lines(turned), ['eth1: private-a, firewall default-acg', 'Firewall (ACG): 3002']);
  const label = (name: string) => referenceText('en').itemLabel('vpc', name, turned);
  assert.equal(label('networkInterfaceList.1.subnetNo'), 'eth1 – subnet');
  assert.equal(label('networkInterfaceList.2.accessControlGroupNoList.1'), 'Firewall (ACG)');
});

test('tags and partitions are lines too', () => {
  const tags = { 'instanceTagList.1.tagKey': 'env', 'instanceTagList.1.tagValue': 'dev' };
  assert.deepEqual(lines(tags, 'en', 'classic'), ['Tag env = dev']);
  assert.deepEqual(lines(tags, 'ko', 'classic'), ['태그 env = dev']);
  assert.deepEqual(lines({ 'instanceTagList.1.tagValue': 'dev' }, 'en', 'classic'), ['Tag 1: dev']);
  assert.deepEqual(lines({ 'instanceTagList.1.tagKey': '{}$&', 'instanceTagList.1.tagValue': '{}' }, 'en', 'classic'), [
    'Tag {}$& = {}',
  ]);
  const partitions = Object.fromEntries(Object.entries(metalValues).filter(([name]) => name.startsWith('blockDevice')));
  assert.deepEqual(lines(partitions), ['Partition 1: / 100 GiB', 'Partition 2: /data, the rest of the disk']);
  assert.deepEqual(lines(partitions, 'ko'), ['파티션 1: / 100GiB', '파티션 2: /data, 남은 용량 전부']);
});

test('a value in a list is called with its item, any other by its label', () => {
  const label = (name: string, locale: Locale = 'en', environment: Environment = 'vpc') =>
    referenceText(locale).itemLabel(environment, name);
  assert.equal(label('blockStorageMappingList.2.blockStorageSize'), 'Storage 2 – size');
  assert.equal(label('blockStorageMappingList.2.blockStorageSize', 'ko'), '스토리지 2 – 크기');
  assert.equal(label('networkInterfaceList.2.accessControlGroupNoList.1'), 'eth1 – firewall (ACG)');
  assert.equal(label('networkInterfaceList.1.accessControlGroupNoList.1'), 'Firewall (ACG)');
  assert.equal(label('networkInterfaceList.1.ip', 'ko'), 'eth0 – 비공인 IP');
  assert.equal(label('instanceTagList.3.tagValue', 'ko', 'classic'), '태그 3 – 값');
  assert.equal(label('accessControlGroupConfigurationNoList.2', 'en', 'classic'), 'Firewall (ACG)');
  assert.equal(label('networkInterfaceList'), 'Network interface');
  assert.equal(label('serverName'), 'Name');
  assert.equal(label('blockStorageMappingList.1.nonsense'), 'Storage 1 – nonsense');
  assert.equal(label('nonsense.1.x'), 'nonsense.N.x');
});

for (const environment of ['vpc', 'classic'] as const) {
  test(`${environment}: what stands in a list of items has a short name for its item's line in both languages`, () => {
    for (const { name, item } of createParameters[environment]) {
      assert.equal(item !== undefined, /\.N\./.test(name), name);
      for (const locale of ['en', 'ko'] as const) {
        const label = referenceText(locale).itemLabel(environment, concreteName(name, 3, 1));
        if (item) assert.match(label, /3|eth2/, name);
      }
    }
  });
}

/** Marks that occur nowhere else, so that each value can be found in the lines. */
const marks = (environment: Environment) =>
  fc.dictionary(
    fc
      .tuple(
        fc.constantFrom(...createParameters[environment]),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
      )
      .map(([{ name }, item, inner]) => concreteName(name, item, inner)),
    fc.nat(9).map((digit) => `<${digit}>`),
    { maxKeys: 20 },
  );

test('any values: no label comes twice, and what is told of an item stands in its one line', () => {
  for (const environment of ['vpc', 'classic'] as const) {
    fc.assert(
      fc.property(marks(environment), fc.constantFrom('en', 'ko') as fc.Arbitrary<Locale>, (values, locale) => {
        const context = environment === 'vpc' ? vpcContext : classicContext;
        const sent = keptNames(values, context);
        const told = referenceText(locale).lines(environment, sent, values, (name, value) => `${value}@${name}`);
        const labels = told.map(({ label }) => label).filter((label) => !/^(?:Tag|태그) /.test(label));
        assert.equal(new Set(labels).size, labels.length, labels.join('\n'));
        for (const name of sent) {
          const places = told.filter(({ whole }) => whole.includes(`@${name}`) && !whole.includes(`@${name}0`));
          assert.ok(places.length <= 1, `${name} in ${places.map(({ whole }) => whole).join(' and ')}`);
        }
      }),
      { numRuns: 200 },
    );
  }
});
