// What a region of an account offers for the creation of servers, asked for over the wire.
import type { NcloudClient } from '../../src/client/index';
import { createParameters, type Environment, fieldText, type Row, type Values } from '../../src/reference/index';
import { Catalog } from '../../src/servers/index';

/** An image with what it can be combined with. `kind` is a hypervisor or `BM`. */
interface Choice {
  readonly image: Values;
  readonly kind: string;
  readonly specs: readonly Values[];
  /** Classic: made by the month only. */
  readonly isFlatOnly: boolean;
  readonly isWindows: boolean;
}

/** What one region of an account offers. */
export interface Offer {
  readonly environment: Environment;
  readonly region: string;
  readonly choices: readonly Choice[];
  readonly vpcs: readonly {
    readonly vpcNo: string;
    readonly subnets: readonly Row[];
    readonly groups: readonly string[];
  }[];
  /** By generic wire name: what needs nothing else. */
  readonly plain: Readonly<Record<string, readonly string[]>>;
  readonly volumeTypes: readonly Row[];
  readonly raids: readonly string[];
  /** Fabric cluster pools by zone and spec (`KR-1 gp8ap56-g3`). */
  readonly pools: ReadonlyMap<string, readonly string[]>;
}

const imageNames: Readonly<Record<Environment, readonly (readonly [image: string, spec: string])[]>> = {
  vpc: [
    ['serverImageNo', 'serverSpecCode'],
    ['serverImageProductCode', 'serverProductCode'],
    ['memberServerImageInstanceNo', 'serverProductCode'],
  ],
  classic: [
    ['serverImageProductCode', 'serverProductCode'],
    ['memberServerImageNo', 'serverProductCode'],
  ],
};

/** Asks for everything that a creation in this region can be made from. */
export async function offerOf(client: NcloudClient, environment: Environment, region: string): Promise<Offer> {
  const catalog = new Catalog(client, environment, region);
  const source = (name: string) => createParameters[environment].find((parameter) => parameter.name === name)?.source;
  const valuesOf = (name: string, rows: readonly Row[]) => rows.map((row) => fieldText(row, source(name)?.value ?? ''));
  const all = async (name: string, params: Values = {}) => valuesOf(name, await catalog.rows(name, params));

  const choices: Choice[] = [];
  for (const [imageName, specName] of imageNames[environment]) {
    for (const row of await catalog.rows(imageName, {})) {
      const image = { [imageName]: valuesOf(imageName, [row])[0] ?? '' };
      const isMetal = fieldText(row, 'infraResourceDetailType.code') === 'BM';
      choices.push({
        image,
        kind: isMetal ? 'BM' : fieldText(row, 'hypervisorType.code'),
        specs: (await all(specName, image)).map((value) => ({ [specName]: value })),
        isFlatOnly: fieldText(row, 'dbKindCode') === 'MSSQL',
        isWindows: /WINNT|WND/.test(JSON.stringify(row)),
      });
    }
  }

  const plain: Record<string, readonly string[]> = {};
  for (const { name, source: known } of createParameters[environment]) {
    if (known && !known.needs && !name.startsWith('server') && !name.endsWith('VolumeTypeCode'))
      plain[name] = await all(name);
  }
  const vpcs = [];
  const pools = new Map<string, readonly string[]>();
  if (environment === 'vpc') {
    for (const vpcNo of plain.vpcNo ?? []) {
      const subnets = await Promise.all(
        ['GEN', 'BM'].map((usageTypeCode) => catalog.rows('subnetNo', { vpcNo, usageTypeCode })),
      );
      const groups = await all('networkInterfaceList.N.accessControlGroupNoList.N', { vpcNo });
      vpcs.push({ vpcNo, subnets: subnets.flat(), groups });
    }
    const zones = new Set(vpcs.flatMap(({ subnets }) => subnets.map((row) => fieldText(row, 'zoneCode'))));
    const specs = choices
      .flatMap((choice) => choice.specs)
      .filter((spec) => /gp|BM/.test(Object.values(spec)[0] ?? ''));
    for (const zoneCode of zones) {
      for (const spec of [{}, ...specs] as Values[]) {
        const offered = await all('fabricClusterPoolNo', { zoneCode, ...spec });
        pools.set(poolKey(zoneCode, spec), offered);
      }
    }
  }
  return {
    environment,
    region,
    choices,
    vpcs,
    plain,
    pools,
    volumeTypes:
      environment === 'vpc' ? await catalog.rows('blockStorageMappingList.N.blockStorageVolumeTypeCode', {}) : [],
    raids: environment === 'vpc' ? await all('raidTypeName', { productTypeCode: 'LINUX' }) : await all('raidTypeName'),
  };
}

/** Where the pools of a zone for a spec are kept. */
export const poolKey = (zoneCode: string, spec: Values | undefined) =>
  `${zoneCode} ${Object.values(spec ?? {})[0] ?? ''}`;
