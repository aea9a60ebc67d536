// Arbitrary values that break no rule, made from what an account offers.
import fc, { type Arbitrary } from 'fast-check';
import { type Environment, fieldText, type Row, type Values } from '../../src/reference/index';
import { type Offer, poolKey } from './create-offer';

/** A filled form. `region` is a regionCode in VPC and a regionNo in Classic. */
export interface Filled {
  readonly environment: Environment;
  readonly region: string;
  readonly values: Values;
}

const given = (values: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
const merged = (parts: readonly Values[]): Values => Object.assign({}, ...parts);
const oneOf = (values: readonly string[]): Arbitrary<string> =>
  values.length === 0 ? fc.constant('') : fc.constantFrom(...values);
/** Any of the parameters, each there or not. */
const some = (arbitraries: Readonly<Record<string, Arbitrary<string>>>): Arbitrary<Values> =>
  fc.record(arbitraries, { requiredKeys: [] }).map((values) => given({ ...values }));
/** Items with their number in the list's name. */
const numbered = (list: string, items: readonly Values[]): Values =>
  merged(
    items.map((item, place) =>
      Object.fromEntries(Object.entries(item).map(([name, value]) => [`${list}.${place + 1}${name}`, value])),
    ),
  );

const flag = fc.constantFrom('true', 'false');
const bytesOf = (text: string) => Buffer.byteLength(text);
const characters = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('서버 설명입니다', 'a&b=c+d%20<e>"f"\n', '가'.repeat(333), 'x'.repeat(1000), '🐧'.repeat(250)),
);
const description = characters.filter((text) => bytesOf(text) <= 1000);
const vpcName = fc.stringMatching(/^[a-z][a-z0-9-]{1,24}[a-z0-9]$/);
const classicName = fc.oneof(
  vpcName,
  fc.string({ unit: 'grapheme', minLength: 3, maxLength: 20 }).filter((text) => [...text].length <= 30),
  fc.constantFrom('서버 이름', '가'.repeat(30), 'a+b&c=d'),
);
const shortClassicName = (most: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[a-z][a-z0-9-]{1,${most - 2}}[a-z0-9]$`)),
    fc.constantFrom('서버 이름', '가'.repeat(most), 'a+b&c=d'),
  );
/** Made by the month only. */
const isMicro = (spec: Values | undefined) => /^mi\d|\.MICRO\./.test(Object.values(spec ?? {})[0] ?? '');
const script = fc.oneof(
  characters.map((text) => `#!/bin/bash\n${text}\n`),
  fc.constantFrom('x', 'a'.repeat(16_383), '가'.repeat(5461)),
);
/** Mostly one server. */
const countUpTo = (most: number) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: most }) });

const mountPoints = ['/', '/data', '/x1', '/var', '/srv'];
const partitions = fc
  .tuple(fc.array(fc.integer({ min: 50, max: 300 }), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([sizes, isOpen]) =>
    numbered(
      'blockDevicePartitionList',
      sizes.map((size, place) =>
        given({
          '.mountPoint': mountPoints[place],
          '.partitionSize': isOpen && place === sizes.length - 1 ? undefined : String(size),
        }),
      ),
    ),
  );
const metalParts = (raids: readonly string[]) =>
  fc
    .tuple(oneOf(raids), fc.option(partitions, { nil: {} }))
    .map(([raidTypeName, parts]): Values => ({ raidTypeName, ...parts }));

function storages(offer: Offer): Arbitrary<Values> {
  const item = (order: number) => {
    const types = offer.volumeTypes.filter((row) => order > 0 || fieldText(row, 'isBaseStorageAvailable') === 'true');
    const typed = fc.constantFrom(...types).chain((row) => {
      const which = order === 0 ? 'BaseVolumeSize' : 'VolumeSize';
      return fc
        .integer({ min: Number(fieldText(row, `min${which}`)), max: Number(fieldText(row, `max${which}`)) })
        .map((size) => ({ type: fieldText(row, 'blockStorageVolumeType.code'), size: String(size) }));
    });
    return fc
      .tuple(
        fc.option(typed, { nil: undefined }),
        some({
          '.snapshotInstanceNo': oneOf(offer.plain['blockStorageMappingList.N.snapshotInstanceNo'] ?? []),
          '.blockStorageName': vpcName,
          '.noBlockStorage': flag,
          '.emptyBlockStorage': flag,
        }),
      )
      .map(([picked, rest]) =>
        given({
          '.order': String(order),
          ...rest,
          '.blockStorageVolumeTypeCode': picked?.type,
          '.blockStorageSize': picked?.size,
        }),
      );
  };
  return fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 4 })
    .chain((orders) => fc.tuple(...orders.map(item)))
    .map((items) => numbered('blockStorageMappingList', items));
}

function interfaces(offer: Offer, subnet: Row, vpc: Offer['vpcs'][number], isMetal: boolean, isOne: boolean) {
  const usage = fieldText(subnet, 'usageType.code');
  const siblings = vpc.subnets.filter((row) => fieldText(row, 'usageType.code') === usage);
  // A public IP goes with the default interface, so that one stays in a subnet of the same type.
  const alike = siblings.filter((row) => fieldText(row, 'subnetType.code') === fieldText(subnet, 'subnetType.code'));
  const spare = offer.plain['networkInterfaceList.N.networkInterfaceNo'] ?? [];
  const nic = (order: number) =>
    fc
      .record({
        own: order === 0 ? fc.option(fc.constantFrom(...alike), { nil: undefined }) : fc.constantFrom(...siblings),
        groups: fc.shuffledSubarray([...vpc.groups], { minLength: 1 }),
        hasIp: fc.boolean(),
        existing: isOne && !isMetal ? fc.integer({ min: 0, max: 5 }) : fc.constant(5),
      })
      .map(({ own, groups, hasIp, existing }): Values => {
        const base = { '.networkInterfaceOrder': String(order) };
        const subnetNo = own && { '.subnetNo': fieldText(own, 'subnetNo') };
        if (existing === 0) return { ...base, ...subnetNo, '.networkInterfaceNo': spare[order % spare.length] ?? '' };
        const block = fieldText(own ?? subnet, 'subnet')
          .split('.')
          .slice(0, 3)
          .join('.');
        const ip = isOne && hasIp ? { '.ip': `${block}.${100 + order}` } : {};
        const acgs = Object.fromEntries(groups.map((no, place) => [`.accessControlGroupNoList.${place + 1}`, no]));
        return { ...base, ...subnetNo, ...ip, ...acgs };
      });
  return fc
    .constantFrom([0], [0], [0, 1], [1, 0], [2, 0, 1])
    .chain((orders) => fc.tuple(...orders.map(nic)))
    .map((items) => numbered('networkInterfaceList', items));
}

/** Values for VPC that break no rule. */
export function goodVpc(offer: Offer): Arbitrary<Filled> {
  const { environment, region, plain } = offer;
  return fc
    .record({ choice: fc.constantFrom(...offer.choices), vpc: fc.constantFrom(...offer.vpcs), count: countUpTo(12) })
    .chain(({ choice, vpc, count }) => {
      const isMetal = choice.kind === 'BM';
      const usable = vpc.subnets.filter((row) => fieldText(row, 'usageType.code') === (isMetal ? 'BM' : 'GEN'));
      return fc
        .record({
          spec: fc.option(fc.constantFrom(...choice.specs), { nil: undefined }),
          subnet: fc.constantFrom(...usable),
        })
        .chain(({ spec, subnet }) => {
          const pools = offer.pools.get(poolKey(fieldText(subnet, 'zoneCode'), spec)) ?? [];
          const takesPool = (choice.kind === 'KVM' || isMetal) && pools.length > 0;
          const isPublic = fieldText(subnet, 'subnetType.code') === 'PUBLIC';
          return fc
            .tuple(
              interfaces(offer, subnet, vpc, isMetal, count === 1),
              choice.kind === 'KVM' ? storages(offer) : fc.constant({}),
              isMetal ? metalParts(offer.raids) : fc.constant({}),
              count === 1 && isPublic ? some({ associateWithPublicIp: flag }) : fc.constant({}),
              takesPool ? some({ fabricClusterPoolNo: oneOf(pools) }) : fc.constant({}),
              some({
                isEncryptedBaseBlockStorageVolume: flag,
                serverCreateStartNo: fc.integer({ min: 0, max: 999 - count }).map(String),
                placementGroupNo: oneOf(plain.placementGroupNo ?? []),
                isProtectServerTermination: flag,
                serverDescription: description,
                initScriptNo: oneOf(plain.initScriptNo ?? []),
                loginKeyName: oneOf(plain.loginKeyName ?? []),
                isPreInstallGpuDriver: flag,
              }),
              isMicro(spec)
                ? fc.constant({ feeSystemTypeCode: 'FXSUM' })
                : some({ feeSystemTypeCode: fc.constantFrom('MTRAT', 'FXSUM') }),
              vpcName,
            )
            .map(([nics, disks, metal, publicIp, pool, rest, fee, serverName]): Filled => {
              const values = merged([choice.image, spec ?? {}, nics, disks, metal, publicIp, pool, rest, fee]);
              const base = { vpcNo: vpc.vpcNo, subnetNo: fieldText(subnet, 'subnetNo'), serverName };
              return { environment, region, values: { ...base, serverCreateCount: String(count), ...values } };
            });
        });
    });
}

/** Values for Classic that break no rule. */
export function goodClassic({ environment, region, choices, plain, raids }: Offer): Arbitrary<Filled> {
  return fc.record({ choice: fc.constantFrom(...choices), count: countUpTo(20) }).chain(({ choice, count }) => {
    const tags = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 3 });
    const groups = fc.array(oneOf(plain['accessControlGroupConfigurationNoList.N'] ?? []), { maxLength: 5 });
    return fc
      .tuple(
        fc.option(fc.constantFrom(...choice.specs), { nil: {} }),
        choice.kind === 'BM' ? metalParts(raids) : fc.constant({}),
        choice.isFlatOnly
          ? fc.constant({ feeSystemTypeCode: 'FXSUM' })
          : some({ feeSystemTypeCode: fc.constantFrom('MTRAT', 'FXSUM') }),
        tags.map((keys) =>
          numbered(
            'instanceTagList',
            keys.map((key, place) => ({ '.tagKey': key, '.tagValue': `값 ${place}` })),
          ),
        ),
        groups.map((numbers) =>
          numbered(
            'accessControlGroupConfigurationNoList',
            numbers.map((number) => ({ '': number })),
          ),
        ),
        some({
          serverDescription: description,
          loginKeyName: oneOf(plain.loginKeyName ?? []),
          isProtectServerTermination: flag,
          serverCreateStartNo: fc.integer({ min: 0, max: 1000 - count }).map(String),
          userData: script,
          initScriptNo: oneOf(plain.initScriptNo ?? []),
          isVaccineInstall: flag,
        }),
        oneOf(plain.zoneNo ?? []),
        // A serial number of three digits counts too.
        choice.isWindows ? shortClassicName(count > 1 ? 12 : 15) : classicName,
      )
      .map(([spec, metal, fee, tagged, grouped, rest, zoneNo, serverName]): Filled => {
        const values = merged([choice.image, spec, metal, fee, tagged, grouped, rest]);
        return { environment, region, values: { zoneNo, serverName, serverCreateCount: String(count), ...values } };
      });
  });
}
