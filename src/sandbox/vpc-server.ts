/** Puts a VPC server together with its network interfaces, storages and public IP. */
import { fieldText, type Row } from '../reference/index';
import { code } from './codes';
import type { Image, Machine, Phase, Spec } from './machine';
import type { MutableRow } from './shelf';
import type { World } from './world';

export interface WantedInterface {
  readonly order: number;
  readonly subnet: MutableRow;
  readonly ip?: string | undefined;
  readonly accessControlGroupNos: readonly string[];
  /** An interface that was made before. */
  readonly existing?: MutableRow | undefined;
}

/** A storage beside those that the image brings. Size in GB. */
export interface WantedStorage {
  readonly order: number;
  readonly size: number;
  readonly volumeType: string;
  readonly name?: string | undefined;
}

export interface WantedServer {
  readonly name: string;
  readonly description: string;
  readonly region: string;
  readonly subnet: MutableRow;
  readonly image: Image;
  readonly spec: Spec;
  readonly memberImageNo: string;
  readonly loginKeyName: string;
  readonly isProtected: boolean;
  readonly initScriptNo: string;
  readonly partitions: readonly Row[];
  readonly told?: Row | undefined;
  readonly hasGpuDriver?: boolean;
  readonly interfaces: readonly WantedInterface[];
  readonly storages: readonly WantedStorage[];
  readonly hasPublicIp: boolean;
  readonly placementGroup?: Row | undefined;
  readonly fabricClusterPool?: Row | undefined;
  readonly created: number;
  readonly phase: Phase;
}

/** Makes the server and all that belongs to it, but does not put it into the world's list yet. */
export function buildVpcServer(world: World, wanted: WantedServer): Machine {
  const { vpc, numbers } = world;
  const { region, subnet, image, spec, placementGroup, fabricClusterPool } = wanted;
  const number = numbers.next();
  const networkInterfaces = [...wanted.interfaces]
    .sort((left, right) => left.order - right.order)
    .map((one) => {
      const row = one.existing ?? vpc.addInterface({ ...one, region, serverNo: number, deleteOnTermination: true });
      if (one.existing) {
        Object.assign(one.existing, {
          instanceNo: number,
          instanceType: code('VSVR'),
          isDefault: one.order === 0,
          deviceName: `eth${one.order}`,
          networkInterfaceStatus: code('USED'),
        });
      }
      return row;
    });
  const machine: Machine = {
    environment: 'vpc',
    number,
    name: wanted.name,
    description: wanted.description,
    region,
    zone: fieldText(subnet, 'zoneCode'),
    image,
    spec,
    memberImageNo: wanted.memberImageNo,
    loginKeyName: wanted.loginKeyName,
    isProtected: wanted.isProtected,
    initScriptNo: wanted.initScriptNo,
    partitions: wanted.partitions,
    told: wanted.told,
    hasGpuDriver: wanted.hasGpuDriver ?? false,
    phase: wanted.phase,
    steps: [],
    created: wanted.created,
    started: wanted.created,
    vpc: {
      vpcNo: fieldText(subnet, 'vpcNo'),
      subnetNo: fieldText(subnet, 'subnetNo'),
      networkInterfaces,
      ...(placementGroup
        ? {
            placementGroup: {
              number: fieldText(placementGroup, 'placementGroupNo'),
              name: fieldText(placementGroup, 'placementGroupName'),
            },
          }
        : {}),
      ...(fabricClusterPool
        ? {
            fabricClusterPool: {
              number: fieldText(fabricClusterPool, 'fabricClusterPoolNo'),
              name: fieldText(fabricClusterPool, 'fabricClusterPoolName'),
            },
          }
        : {}),
    },
  };
  addStorages(world, machine, wanted.storages);
  if (wanted.hasPublicIp) {
    const row = vpc.addPublicIp(region, number, wanted.created);
    machine.publicIp = { number: fieldText(row, 'publicIpInstanceNo'), ip: fieldText(row, 'publicIp') };
  }
  return machine;
}

/** The base storage, unless one of the wanted has order 0, and the wanted ones. Bare metal has local disks only. */
function addStorages(world: World, machine: Machine, wanted: readonly WantedStorage[]): void {
  const { spec, image } = machine;
  if (spec.kind === 'BM') return;
  const baseType = spec.hypervisor === 'KVM' ? 'CB1' : spec.disk;
  const base: WantedStorage = { order: 0, size: spec.rootSize || image.rootSize, volumeType: baseType };
  const all = wanted.some(({ order }) => order === 0) ? wanted : [base, ...wanted];
  for (const { order, size, volumeType, name } of all) {
    world.vpc.addStorage(machine, order, size || base.size, volumeType || baseType, name);
  }
}
