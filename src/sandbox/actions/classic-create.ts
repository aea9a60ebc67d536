/** Classic createServerInstances. */
import { fieldText, type Row } from '../../reference/index';
import type { Answer } from '../answer';
import type { Call } from '../call';
import { buildClassicServer } from '../classic-server';
import { checkCreation, chooseSpec, type LookUp, loginKeyOf, namesOf, partitionsOf, toldOf } from '../create';
import { classicServerRow, type Image, type Machine } from '../machine';
import { refuse } from '../rules';
import { classicImageRow, classicImages, classicSpecRow, classicSpecs } from '../seed/classic-catalog';
import { regions } from '../seed/regions';
import type { MutableRow } from '../shelf';

/** @throws Refusal before anything is made. */
export function createClassicServers(call: Call, lookUp: LookUp): Answer {
  const { params, world } = call;
  const { zoneNo, regionNo } = placeOf(call);
  const member = memberImageOf(call);
  const asked = params.text('serverImageProductCode');
  const named = asked === undefined ? undefined : imageOf(asked);
  // With both kinds of image given, the own one wins, as in getServerProductList; for create itself this is a guess.
  const image = member ? imageOf(fieldText(member, 'originalServerImageProductCode')) : named;
  const wanted = params.text('serverProductCode');
  const spec =
    image &&
    chooseSpec(
      'classic',
      classicSpecs,
      image,
      wanted === undefined ? undefined : { field: 'productCode', value: wanted },
    );
  const zone = params.text('zoneNo') ? { zoneNo: { zoneNo } } : {};
  const images = named ? { serverImageProductCode: classicImageRow(named) } : {};
  const specs = spec && wanted !== undefined ? { serverProductCode: classicSpecRow(spec) } : {};
  const members = member ? { memberServerImageNo: member } : {};
  checkCreation(call, { ...zone, ...images, ...specs, ...members }, lookUp);
  if (!image || !spec) return refuse('image', 'classic');

  const loginKeyName = loginKeyOf(call, world.classic.loginKeys);
  const names = namesOf(call);
  checkNames(call, names);
  world.checkQuota('classic', names.length, spec);

  const fate = call.faults.takeFate();
  const made = fate?.fate === 'partial' ? names.slice(0, fate.servers) : names;
  const machines = made.map((name, place) => {
    const machine = buildClassicServer(world, {
      name,
      description: params.text('serverDescription') ?? '',
      regionNo,
      zoneNo,
      image,
      spec,
      memberImageNo: params.text('memberServerImageNo') ?? '',
      loginKeyName,
      isProtected: params.isTrue('isProtectServerTermination'),
      initScriptNo: params.text('initScriptNo') ?? '',
      userData: params.text('userData') ?? '',
      isFlatRate: params.text('feeSystemTypeCode') === 'FXSUM',
      partitions: partitionsOf(call),
      told: toldOf(call),
      accessControlGroups: groupsOf(call),
      tags: params
        .items('instanceTagList')
        .map((tag): readonly [string, string] => [tag.required('tagKey'), tag.required('tagValue')]),
      created: world.clock.now(),
      phase: { status: 'INIT', operation: 'NULL', name: 'init' },
    });
    world.create(machine, fate && place < fate.servers ? fate.fate : undefined);
    return machine;
  });
  return {
    totalRows: machines.length,
    serverInstanceList: machines.map((machine: Machine) => classicServerRow(machine, false)),
  };
}

/** The zone fixes the region; without one it is the first zone of the first region, which is a guess. */
function placeOf({ params }: Call): { zoneNo: string; regionNo: string } {
  const zoneNo = params.text('zoneNo') ?? regions[0]?.zones[0]?.zoneNo ?? '';
  const region = regions.find(({ zones }) => zones.some((zone) => zone.zoneNo === zoneNo));
  return region ? { zoneNo, regionNo: region.regionNo } : refuse('zone', 'classic', { value: zoneNo });
}

function memberImageOf({ params, world }: Call): MutableRow | undefined {
  const number = params.text('memberServerImageNo');
  if (number === undefined) return undefined;
  const found = regions
    .map(({ regionNo }) => world.classic.memberImages.find(regionNo, 'memberServerImageNo', number))
    .find((row) => row !== undefined);
  return found ?? refuse('memberImage', 'classic', { value: number });
}

function imageOf(code: string): Image {
  return classicImages.find(({ productCode }) => productCode === code) ?? refuse('image', 'classic', { value: code });
}

/** No two Classic servers share a name (documented). */
function checkNames({ world }: Call, names: readonly string[]): void {
  const taken = new Set(world.servers('classic').map(({ name }) => name));
  for (const value of names) if (taken.has(value)) refuse('takenName', 'classic', { value });
}

function groupsOf({ params, world }: Call): Row[] {
  const asked = params.list('accessControlGroupConfigurationNoList');
  return world.classic.accessControlGroups.filter((group) =>
    asked.length === 0
      ? group.accessControlGroupName === 'ncloud-default-acg'
      : asked.includes(fieldText(group, 'accessControlGroupConfigurationNo')),
  );
}
