/** The servers that the account holds at the start: both environments, different states, names demo-…. */
import { setImmediate as nextTask } from 'node:timers/promises';
import { fieldText } from '../../reference/index';
import { buildClassicServer } from '../classic-server';
import type { Image, Phase, Spec, Step } from '../machine';
import { buildVpcServer } from '../vpc-server';
import type { World } from '../world';
import { classicImages, classicSpecs } from './classic-catalog';
import { regions } from './regions';
import { vpcImages } from './vpc-images';
import { vpcSpecs } from './vpc-specs';

interface Sample {
  readonly role: string;
  readonly phase: Phase;
  readonly isProtected?: boolean;
  readonly isBooting?: boolean;
  readonly vpc: readonly [image: string, spec: string];
  readonly classic: readonly [image: string, spec: string];
}

const running: Phase = { status: 'RUN', operation: 'NULL', name: 'running' };
const stopped: Phase = { status: 'NSTOP', operation: 'NULL', name: 'stopped' };

/** The first four are what most people see; more servers go through the list again. */
const samples: readonly Sample[] = [
  {
    role: 'web',
    phase: running,
    vpc: ['16187005', 's2-g2-s50'],
    classic: ['SPSW0LINUX000139', 'SPSVRSTAND000004'],
  },
  {
    role: 'batch',
    phase: stopped,
    vpc: ['23214590', 'c2-g3'],
    classic: ['SPSW0LINUX000046', 'SPSVRSSD00000003'],
  },
  {
    role: 'db',
    phase: running,
    isProtected: true,
    vpc: ['25624115', 'm4-g2-s50'],
    classic: ['SPSW0LINUX000142', 'SPSVRSTAND000025'],
  },
  {
    role: 'build',
    phase: { status: 'CREAT', operation: 'START', name: 'booting' },
    isBooting: true,
    vpc: ['25495367', 's4-g3'],
    classic: ['SPSW0LINUX000067', 'SPSVRSTAND000005'],
  },
  {
    role: 'old',
    phase: { status: 'FSTOP', operation: 'NULL', name: 'repairing' },
    vpc: ['16187007', 's2-g2-s100'],
    classic: ['SPSW0WINNTEN0016A', 'SPSVRSTAND000004A'],
  },
];

const day = 24 * 60 * 60 * 1000;
/** Only so many servers get a public IP: there are not many addresses that belong to nobody. */
const publicIpLimit = 60;

/**
 * A small account has one Classic server in the second zone, which lists without `zoneNo` lack; in a larger one they
 * are all in the first zone, so that such a list has as many servers as were asked for.
 */
const demoSize = samples.length;

/** So many servers are made in one task, which takes a few milliseconds. */
const batch = 100;

/** Makes `count` servers in each environment. */
export async function seedServers(world: World, count: number): Promise<void> {
  const [region] = regions;
  for (let place = 0; place < count; place += 1) {
    const sample = samples[place % samples.length];
    if (!sample || !region) continue;
    if (place > 0 && place % batch === 0) await nextTask();
    const zone = region.zones[count <= demoSize && place === 1 ? 1 : 0];
    const created = world.clock.now() - (count - place) * day;
    const round = Math.floor(place / samples.length);
    const name = round === 0 ? `demo-${sample.role}` : `demo-${sample.role}-${round + 1}`;
    const hasPublicIp = sample.role === 'web' && round < publicIpLimit;
    const common = { name, created, phase: sample.phase, isProtected: sample.isProtected ?? false, hasPublicIp };
    addVpcServer(world, sample, region.regionCode, place, common);
    addClassicServer(world, sample, region.regionNo, zone?.zoneNo ?? '', common);
  }
}

interface Common {
  readonly name: string;
  readonly created: number;
  readonly phase: Phase;
  readonly isProtected: boolean;
  readonly hasPublicIp: boolean;
}

/** What a server that is being made still has to go through. */
function bootSteps(world: World, isBooting: boolean | undefined): Step[] {
  return isBooting ? [{ ...running, at: world.clock.now() + world.clock.duration(20_000) }] : [];
}

function addVpcServer(world: World, sample: Sample, region: string, place: number, common: Common): void {
  const [imageNo, specCode] = sample.vpc;
  const image = pick(vpcImages, (one) => one.number === imageNo);
  const spec = pick(vpcSpecs, (one) => one.specCode === specCode);
  const subnets = world.vpc.subnets.in(region).filter((row) => fieldText(row, 'usageType.code') === 'GEN');
  const open = subnets.filter((row) => fieldText(row, 'subnetType.code') === 'PUBLIC');
  const subnet = common.hasPublicIp ? open[place % open.length] : subnets[place % subnets.length];
  if (!subnet) return;
  const groups = world.vpc.accessControlGroups.in(region).filter((row) => row.vpcNo === subnet.vpcNo);
  const machine = buildVpcServer(world, {
    ...common,
    description: `SANDBOX ${sample.role} server`,
    region,
    subnet,
    image,
    spec,
    memberImageNo: '',
    loginKeyName: 'demo-key',
    initScriptNo: '',
    partitions: [],
    interfaces: [
      {
        order: 0,
        subnet,
        accessControlGroupNos: groups.slice(0, 1).map((row) => fieldText(row, 'accessControlGroupNo')),
      },
    ],
    storages: sample.role === 'build' ? [{ order: 1, size: 100, volumeType: 'CB1' }] : [],
  });
  machine.steps = bootSteps(world, sample.isBooting);
  world.place(machine);
}

function addClassicServer(world: World, sample: Sample, regionNo: string, zoneNo: string, common: Common): void {
  const [imageCode, specCode] = sample.classic;
  const machine = buildClassicServer(world, {
    ...common,
    description: `SANDBOX ${sample.role} server`,
    regionNo,
    zoneNo,
    image: pick(classicImages, (one: Image) => one.productCode === imageCode),
    spec: pick(classicSpecs, (one: Spec) => one.productCode === specCode),
    memberImageNo: '',
    loginKeyName: 'demo-classic-key',
    initScriptNo: '',
    userData: '',
    isFlatRate: false,
    partitions: [],
    accessControlGroups: world.classic.accessControlGroups.slice(0, 1),
    tags: [['role', sample.role]],
  });
  machine.steps = bootSteps(world, sample.isBooting);
  world.place(machine);
}

function pick<Item>(items: readonly Item[], wanted: (item: Item) => boolean): Item {
  const found = items.find(wanted);
  if (!found) throw new TypeError('a sample server names an image or spec that is not in the catalogue');
  return found;
}
