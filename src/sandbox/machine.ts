/** What a server is inside the sandbox, for both environments, and how it looks in their answers. */
import { type Environment, fieldText, type Row } from '../reference/index';
import { koreanTime } from './clock';
import { type Code, code } from './codes';

/** Status, operation and the free text that NCP makes of the two. */
export interface Phase {
  readonly status: string;
  readonly operation: string;
  readonly name: string;
}

/** A phase that a server gets into at a time of the world's clock. `gone` takes it out of all lists. */
export interface Step extends Phase {
  readonly at: number;
  readonly gone?: boolean;
}

/** A server image as the sandbox keeps it. */
export interface Image {
  readonly number: string;
  readonly name: string;
  readonly productCode: string;
  readonly hypervisor: string;
  readonly platform: string;
  readonly osType: string;
  readonly category: string;
  /** Size of the base storage in GB that it needs; XEN and Classic specs must have the same. */
  readonly rootSize: number;
  readonly isOwn?: boolean;
}

/** A server spec as the sandbox keeps it. */
export interface Spec {
  readonly specCode: string;
  readonly productCode: string;
  readonly kind: string;
  readonly cpuCount: number;
  /** GB. */
  readonly memory: number;
  readonly generation: string;
  readonly hypervisor: string;
  readonly disk: string;
  /** GB; 0 when the image decides. */
  readonly rootSize: number;
  readonly diskType: string;
  /** What a GPU spec has: how many of which model, and GB of memory on each. */
  readonly gpu?: { readonly count: number; readonly model: string; readonly memory: number };
}

/** A server of either environment, in the form of a row that lists can filter. What changes in its life is not readonly. */
export type Machine = {
  readonly environment: Environment;
  readonly number: string;
  name: string;
  readonly description: string;
  /** VPC: regionCode; Classic: regionNo. */
  readonly region: string;
  /** VPC: zoneCode; Classic: zoneNo. */
  readonly zone: string;
  readonly image: Image;
  spec: Spec;
  readonly loginKeyName: string;
  readonly memberImageNo: string;
  isProtected: boolean;
  phase: Phase;
  steps: Step[];
  readonly created: number;
  started: number;
  publicIp?: { readonly number: string; readonly ip: string };
  readonly initScriptNo: string;
  readonly partitions: readonly Row[];
  readonly hasGpuDriver?: boolean;
  /** What was asked for, as fields of its row; those that the sandbox knows better take their place. */
  readonly told?: Row | undefined;
  readonly vpc?: {
    readonly vpcNo: string;
    readonly subnetNo: string;
    /** Their rows, in the order of the server's devices. */
    readonly networkInterfaces: readonly Row[];
    readonly placementGroup?: { readonly number: string; readonly name: string };
    readonly fabricClusterPool?: { readonly number: string; readonly name: string };
  };
  readonly classic?: {
    readonly privateIp: string;
    readonly userData: string;
    readonly accessControlGroups: readonly Row[];
    readonly tags: readonly Row[];
    readonly zone: Row;
    readonly region: Row;
    readonly portForwardingPublicIp: string;
    readonly isFlatRate: boolean;
  };
};

const gigabyte = 1024 ** 3;

/** The size in bytes, which is what answers hold, of a size in GB. */
export const bytes = (gigabytes: number): number => gigabytes * gigabyte;

const statusNames: Readonly<Record<Environment, Readonly<Record<string, string>>>> = {
  vpc: { INIT: 'Server INIT State', CREAT: 'Server CREATED State', RUN: 'Server RUN State' },
  classic: {
    INIT: 'Server init state',
    CREAT: 'Server Created State',
    RUN: 'Server run state',
    NSTOP: 'Server normal stopped state',
    FSTOP: 'Server failure stopped state',
  },
};
const operationNames: Readonly<Record<string, string>> = {
  SHTDN: 'SHUTDOWN',
  RESTA: 'RESTART',
  TERMT: 'TERMINATE',
  CHNG: 'SPEC CHANGE',
};

function statusCode(machine: Machine): Code {
  const { status } = machine.phase;
  return code(status, statusNames[machine.environment][status] ?? `Server ${status} State`);
}

function operationCode(machine: Machine): Code {
  const { operation } = machine.phase;
  return code(operation, `Server ${operationNames[operation] ?? operation} OP`);
}

/** Assigned to the rest of a row, which is many times faster than spread into it; the shape brings the order. */
function commonFields(machine: Machine): Row {
  const { spec, image } = machine;
  return {
    serverInstanceNo: machine.number,
    serverName: machine.name,
    serverDescription: machine.description,
    cpuCount: spec.cpuCount,
    memorySize: bytes(spec.memory),
    platformType: code(image.platform),
    loginKeyName: machine.loginKeyName,
    serverInstanceStatus: statusCode(machine),
    serverInstanceOperation: operationCode(machine),
    serverInstanceStatusName: machine.phase.name,
    createDate: koreanTime(machine.created),
    uptime: koreanTime(machine.started),
    serverImageProductCode: image.productCode,
    serverProductCode: spec.productCode,
    isProtectServerTermination: machine.isProtected,
    serverInstanceType: code(spec.kind),
    baseBlockStorageDiskType: code(spec.diskType),
    // Servers on KVM do without it (captures of KVM servers).
    baseBlockStorageDiskDetailType: spec.hypervisor === 'KVM' ? undefined : code(spec.disk),
  };
}

/** Most servers of a large account were not asked for here: their rows are taken as they are. */
function withTold({ told }: Machine, row: Row): Row {
  return told ? { ...told, ...row } : row;
}

/**
 * The VPC item. As long as a server is in status INIT, network and public IP are empty even though they were asked for
 * (seen in the documented create answer).
 */
export function vpcServerRow(machine: Machine): Row {
  const isBare = machine.phase.status === 'INIT';
  const { vpc } = machine;
  const pool = vpc?.fabricClusterPool;
  const own = {
    publicIpInstanceNo: isBare ? '' : (machine.publicIp?.number ?? ''),
    publicIp: isBare ? '' : (machine.publicIp?.ip ?? ''),
    zoneCode: machine.zone,
    regionCode: machine.region,
    vpcNo: isBare ? '' : vpc?.vpcNo,
    subnetNo: isBare ? '' : vpc?.subnetNo,
    networkInterfaceNoList: isBare ? [] : vpc?.networkInterfaces.map((row) => fieldText(row, 'networkInterfaceNo')),
    initScriptNo: machine.initScriptNo,
    placementGroupNo: vpc?.placementGroup?.number ?? '',
    placementGroupName: vpc?.placementGroup?.name ?? '',
    memberServerImageInstanceNo: machine.memberImageNo,
    blockDevicePartitionList: machine.partitions.length > 0 ? machine.partitions : undefined,
    hypervisorType: code(machine.spec.hypervisor),
    serverImageNo: machine.image.number,
    serverSpecCode: machine.spec.specCode,
    eventList: [],
    fabricClusterPoolNo: pool?.number,
    fabricClusterPoolName: pool?.name,
    isPreInstallGpuDriver: machine.spec.kind === 'GPU' ? (machine.hasGpuDriver ?? false) : undefined,
  };
  return withTold(machine, Object.assign(own, commonFields(machine)));
}

/** The Classic item. `userData` is only told when the server was asked for by its number. */
export function classicServerRow(machine: Machine, isAskedFor: boolean): Row {
  const { classic, image, spec } = machine;
  const isBare = machine.phase.status === 'INIT';
  const own = {
    baseBlockStorageSize: bytes(spec.rootSize),
    isFeeChargingMonitoring: false,
    publicIp: isBare ? '' : (machine.publicIp?.ip ?? ''),
    privateIp: isBare ? '' : classic?.privateIp,
    serverImageName: image.name,
    portForwardingPublicIp: classic?.portForwardingPublicIp,
    portForwardingExternalPort: 0,
    portForwardingInternalPort: 0,
    zone: classic?.zone,
    region: classic?.region,
    userData: isAskedFor ? classic?.userData : '',
    accessControlGroupList: isBare ? [] : classic?.accessControlGroups,
    instanceTagList: classic?.tags,
    blockDevicePartitionList: machine.partitions.length > 0 ? machine.partitions : undefined,
  };
  return withTold(machine, Object.assign(own, commonFields(machine)));
}
