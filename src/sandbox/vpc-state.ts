/** The VPC half of the simulated account: networks and what is attached to servers. Servers themselves are in `world`. */
import { fieldText } from '../reference/index';
import { Addresses, publicNetworks } from './addresses';
import { koreanTime } from './clock';
import { code } from './codes';
import { bytes, type Machine } from './machine';
import type { Numbers } from './numbers';
import { refuse } from './rules';
import { type MutableRow, Shelf } from './shelf';

/** Public addresses of both environments come from one pool. */
export class PublicAddresses {
  readonly #pool = new Addresses();

  /** @throws Refusal when all are taken. */
  take(environment: 'vpc' | 'classic'): string {
    for (const network of publicNetworks) {
      const ip = this.#pool.take('public', network);
      if (ip !== undefined) return ip;
    }
    return refuse('fullSubnet', environment, { value: publicNetworks.join(' ') });
  }
}

/** What a network interface is made from. */
export interface NewInterface {
  readonly region: string;
  readonly subnet: MutableRow;
  readonly ip?: string | undefined;
  readonly order: number;
  readonly serverNo: string;
  readonly accessControlGroupNos: readonly string[];
  readonly deleteOnTermination: boolean;
}

export class VpcState {
  readonly vpcs = new Shelf();
  readonly subnets = new Shelf();
  readonly accessControlGroups = new Shelf();
  readonly accessControlGroupRules = new Shelf();
  readonly networkInterfaces = new Shelf();
  readonly publicIps = new Shelf();
  readonly storages = new Shelf();
  readonly snapshots = new Shelf();
  readonly placementGroups = new Shelf();
  readonly fabricClusterPools = new Shelf();
  readonly memberImages = new Shelf();
  readonly initScripts = new Shelf();
  /** Login keys are the account's; that regions share them is a guess. */
  readonly loginKeys: MutableRow[] = [];
  readonly addresses = new Addresses();
  readonly #numbers: Numbers;
  readonly #publicAddresses: PublicAddresses;

  constructor(numbers: Numbers, publicAddresses: PublicAddresses) {
    this.#numbers = numbers;
    this.#publicAddresses = publicAddresses;
  }

  /** Makes a network interface. @throws Refusal when the subnet is full or the address is taken. */
  addInterface(wanted: NewInterface): MutableRow {
    const { region, subnet, order, serverNo } = wanted;
    const [vpcNo, cidr] = [fieldText(subnet, 'vpcNo'), fieldText(subnet, 'subnet')];
    if (wanted.ip !== undefined && !this.addresses.takeFixed(vpcNo, cidr, wanted.ip)) {
      refuse('takenIp', 'vpc', { value: wanted.ip });
    }
    const ip = wanted.ip ?? this.addresses.take(vpcNo, cidr);
    if (ip === undefined) refuse('fullSubnet', 'vpc', { value: fieldText(subnet, 'subnetNo') });
    const number = this.#numbers.next();
    return this.networkInterfaces.add(region, {
      networkInterfaceNo: number,
      networkInterfaceName: `nic-${number}`,
      subnetNo: subnet.subnetNo,
      deleteOnTermination: wanted.deleteOnTermination,
      isDefault: order === 0 && serverNo !== '',
      deviceName: serverNo === '' ? '' : `eth${order}`,
      networkInterfaceStatus: code(serverNo === '' ? 'NOTUSED' : 'USED'),
      instanceType: serverNo === '' ? {} : code('VSVR'),
      instanceNo: serverNo,
      ip,
      macAddress: macAddress(number),
      accessControlGroupNoList: [...wanted.accessControlGroupNos],
      networkInterfaceDescription: '',
      secondaryIpList: [],
      enableFlowLog: false,
    });
  }

  /** Makes a public IP; it counts as settled at once, which is a guess. */
  addPublicIp(region: string, serverNo: string, now: number): MutableRow {
    return this.publicIps.add(region, {
      publicIpInstanceNo: this.#numbers.next(),
      publicIp: this.#publicAddresses.take('vpc'),
      publicIpDescription: '',
      createDate: koreanTime(now),
      publicIpInstanceStatusName: 'running',
      publicIpInstanceStatus: code('RUN'),
      serverInstanceNo: serverNo,
      lastModifyDate: koreanTime(now),
      publicIpInstanceOperation: code('NULL'),
    });
  }

  /** Makes a storage of a server. `size` in GB. */
  addStorage(machine: Machine, order: number, size: number, volumeType: string, name?: string): MutableRow {
    const isKvm = machine.spec.hypervisor === 'KVM';
    const letter = String.fromCharCode(97 + order);
    return this.storages.add(machine.region, {
      blockStorageInstanceNo: this.#numbers.next(),
      serverInstanceNo: machine.number,
      blockStorageName: name ?? (order === 0 ? machine.name : `${machine.name}-${order}`),
      blockStorageType: code(order === 0 ? 'BASIC' : 'SVRBS'),
      blockStorageSize: bytes(size),
      deviceName: `/dev/${isKvm ? 'vd' : 'xvd'}${letter}`,
      blockStorageProductCode: '',
      blockStorageInstanceStatus: code('ATTAC'),
      blockStorageInstanceOperation: code('NULL'),
      blockStorageInstanceStatusName: 'attached',
      createDate: koreanTime(machine.created),
      blockStorageDescription: '',
      blockStorageDiskType: code('NET'),
      blockStorageDiskDetailType: code(machine.spec.disk),
      maxIopsThroughput: 0,
      isEncryptedVolume: false,
      zoneCode: machine.zone,
      regionCode: machine.region,
      isReturnProtection: false,
      blockStorageVolumeType: code(volumeType),
      hypervisorType: code(machine.spec.hypervisor),
      // Storages on XEN have no such figures, and no storage here comes from a snapshot (captures).
      ...(isKvm ? { throughput: 0, iops: 0 } : {}),
    });
  }

  /** After a termination: own interfaces and storages vanish, a public IP stays and belongs to no server. */
  release(machines: readonly Machine[]): void {
    const here = machines.filter(({ environment }) => environment === 'vpc');
    for (const region of new Set(here.map((machine) => machine.region))) {
      this.#releaseIn(region, new Set(here.map(({ number }) => number)));
    }
  }

  #releaseIn(region: string, numbers: ReadonlySet<unknown>): void {
    const isOwn = (row: MutableRow) => numbers.has(row.instanceNo);
    for (const row of this.networkInterfaces.in(region).filter(isOwn)) {
      if (row.deleteOnTermination) {
        const subnet = this.subnets.find(region, 'subnetNo', fieldText(row, 'subnetNo'));
        this.addresses.release(fieldText(subnet, 'vpcNo'), fieldText(row, 'ip'));
      } else {
        Object.assign(row, {
          instanceNo: '',
          instanceType: {},
          isDefault: false,
          deviceName: '',
          networkInterfaceStatus: code('NOTUSED'),
        });
      }
    }
    this.networkInterfaces.remove(region, isOwn);
    this.storages.remove(region, (row) => numbers.has(row.serverInstanceNo));
    for (const row of this.publicIps.in(region)) if (numbers.has(row.serverInstanceNo)) row.serverInstanceNo = '';
  }
}

function macAddress(number: string): string {
  const digits = Number(number).toString(16).padStart(8, '0').slice(-8);
  return `f2:20:${digits.replace(/(..)(?=.)/g, '$1:')}`;
}
