/** Puts a Classic server together. */
import { fieldText, type Row } from '../reference/index';
import { code } from './codes';
import type { Image, Machine, Phase, Spec } from './machine';
import { classicRegionRows, classicZoneRows } from './seed/regions';
import type { World } from './world';

export interface WantedClassicServer {
  readonly name: string;
  readonly description: string;
  readonly regionNo: string;
  readonly zoneNo: string;
  readonly image: Image;
  readonly spec: Spec;
  readonly memberImageNo: string;
  readonly loginKeyName: string;
  readonly isProtected: boolean;
  readonly initScriptNo: string;
  /** Base64, as it was sent. */
  readonly userData: string;
  readonly isFlatRate: boolean;
  readonly partitions: readonly Row[];
  readonly told?: Row | undefined;
  readonly accessControlGroups: readonly Row[];
  readonly tags: readonly (readonly [key: string, value: string])[];
  readonly hasPublicIp?: boolean;
  readonly created: number;
  readonly phase: Phase;
}

/** Every account has one address for port forwarding (documented); this one belongs to nobody. */
const portForwardingPublicIp = '192.0.2.28';

/** Makes the server, but does not put it into the world's list yet. */
export function buildClassicServer(world: World, wanted: WantedClassicServer): Machine {
  const number = world.numbers.next();
  const { regionNo, zoneNo } = wanted;
  const machine: Machine = {
    environment: 'classic',
    number,
    name: wanted.name,
    description: wanted.description,
    region: regionNo,
    zone: zoneNo,
    image: wanted.image,
    spec: wanted.spec,
    memberImageNo: wanted.memberImageNo,
    loginKeyName: wanted.loginKeyName,
    isProtected: wanted.isProtected,
    initScriptNo: wanted.initScriptNo,
    partitions: wanted.partitions,
    told: wanted.told,
    phase: wanted.phase,
    steps: [],
    created: wanted.created,
    started: wanted.created,
    classic: {
      privateIp: world.classic.privateIp(),
      userData: wanted.userData,
      accessControlGroups: wanted.accessControlGroups,
      tags: wanted.tags.map(([tagKey, tagValue]) => ({
        instanceNo: number,
        instanceType: code('SVR'),
        tagKey,
        tagValue,
      })),
      zone: classicZoneRows(regionNo).find((zone) => zone.zoneNo === zoneNo) ?? {},
      region: classicRegionRows.find((region) => region.regionNo === regionNo) ?? {},
      portForwardingPublicIp,
      isFlatRate: wanted.isFlatRate,
    },
  };
  if (wanted.hasPublicIp) {
    const row = world.classic.addPublicIp(regionNo, zoneNo, number, wanted.created);
    machine.publicIp = { number: fieldText(row, 'publicIpInstanceNo'), ip: fieldText(row, 'publicIp') };
  }
  return machine;
}
