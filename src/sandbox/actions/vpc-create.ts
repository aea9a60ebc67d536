/** VPC createServerInstances. */
import { type Context, fieldText } from '../../reference/index';
import type { Answer } from '../answer';
import { type Call, regionOf } from '../call';
import { checkCreation, chooseSpec, type LookUp, loginKeyOf, namesOf, partitionsOf, toldOf } from '../create';
import { type Image, type Spec, vpcServerRow } from '../machine';
import { refuse } from '../rules';
import { imageProductRow, imageRow, vpcImages } from '../seed/vpc-images';
import { specProductRow, specRow, vpcSpecs } from '../seed/vpc-specs';
import type { MutableRow } from '../shelf';
import { buildVpcServer, type WantedInterface, type WantedStorage } from '../vpc-server';

/** @throws Refusal before anything is made. */
export function createVpcServers(call: Call, lookUp: LookUp): Answer {
  const { params, world } = call;
  const region = regionOf(call);
  const image = imageOf(call, region);
  const spec = image && specOf(call, image);
  const context = checkCreation(call, knownRows(call, region, image, spec), lookUp);
  // The reference has made sure that there is an image, a subnet and a default interface.
  if (!image || !spec) return refuse('image', 'vpc');
  const subnet = find(world.vpc.subnets.find(region, 'subnetNo', params.text('subnetNo')));
  const loginKeyName = loginKeyOf(call, world.vpc.loginKeys);
  const interfaces = interfacesOf(call, region, subnet);
  const names = namesOf(call);
  world.checkQuota('vpc', names.length, spec);
  checkRoom(call, interfaces, names.length);

  const fate = call.faults.takeFate();
  const made = fate?.fate === 'partial' ? names.slice(0, fate.servers) : names;
  const machines = made.map((name, place) => {
    const machine = buildVpcServer(world, {
      name,
      description: params.text('serverDescription') ?? '',
      region,
      subnet,
      image,
      spec,
      memberImageNo: params.text('memberServerImageInstanceNo') ?? '',
      loginKeyName,
      isProtected: params.isTrue('isProtectServerTermination'),
      initScriptNo: params.text('initScriptNo') ?? '',
      partitions: partitionsOf(call),
      told: toldOf(call),
      hasGpuDriver: params.isTrue('isPreInstallGpuDriver'),
      interfaces,
      storages: storagesOf(call, context),
      hasPublicIp: params.isTrue('associateWithPublicIp'),
      placementGroup: context.rows.placementGroupNo,
      fabricClusterPool: context.rows.fabricClusterPoolNo,
      created: world.clock.now(),
      phase: { status: 'INIT', operation: 'NULL', name: 'init' },
    });
    world.create(machine, fate && place < fate.servers ? fate.fate : undefined);
    return machine;
  });
  return { totalRows: machines.length, serverInstanceList: machines.map(vpcServerRow) };
}

/** The image that is asked for in one of three ways; undefined when none is given, which the reference refuses. */
function imageOf({ params, world }: Call, region: string): Image | undefined {
  const own = params.text('memberServerImageInstanceNo');
  if (own !== undefined) {
    const member = world.vpc.memberImages.find(region, 'memberServerImageInstanceNo', own);
    const code = fieldText(member, 'originalServerImageProductCode');
    return vpcImages.find(({ productCode }) => productCode === code) ?? refuse('memberImage', 'vpc', { value: own });
  }
  const number = params.text('serverImageNo');
  if (number !== undefined) {
    // Bare metal is made by product codes only.
    const image = vpcImages.find((image) => image.number === number && image.hypervisor !== 'BM');
    return image ?? refuse('imageNo', 'vpc', { value: number });
  }
  const code = params.text('serverImageProductCode');
  if (code === undefined) return undefined;
  // KVM images have product codes too, but cannot be made by them (documented).
  const image = vpcImages.find(({ productCode, hypervisor }) => productCode === code && hypervisor !== 'KVM');
  return image ?? refuse('image', 'vpc', { value: code });
}

function specOf({ params }: Call, image: Image): Spec {
  const field = params.text('serverImageNo') === undefined ? 'productCode' : 'specCode';
  const value = params.text(field === 'specCode' ? 'serverSpecCode' : 'serverProductCode');
  const isKvmCode = vpcSpecs.some((spec) => spec.hypervisor === 'KVM' && spec.productCode === value);
  if (field === 'productCode' && isKvmCode) refuse('kvmProductCode', 'vpc', { value: value ?? '' });
  return chooseSpec('vpc', vpcSpecs, image, value === undefined ? undefined : { field, value });
}

function knownRows(
  { params, world }: Call,
  region: string,
  image: Image | undefined,
  spec: Spec | undefined,
): Context['rows'] {
  if (!image || !spec) return {};
  const own = params.text('memberServerImageInstanceNo');
  const member = world.vpc.memberImages.find(region, 'memberServerImageInstanceNo', own);
  return {
    ...(params.text('serverImageNo') ? { serverImageNo: imageRow(image, '') } : {}),
    ...(params.text('serverImageProductCode') ? { serverImageProductCode: imageProductRow(image) } : {}),
    ...(member ? { memberServerImageInstanceNo: member } : {}),
    ...(params.text('serverSpecCode') ? { serverSpecCode: specRow(spec, 0) } : {}),
    ...(params.text('serverProductCode') ? { serverProductCode: specProductRow(spec) } : {}),
  };
}

function interfacesOf({ params, world }: Call, region: string, subnet: MutableRow): WantedInterface[] {
  return params.items('networkInterfaceList').map((item) => ({
    order: item.number('networkInterfaceOrder') ?? 0,
    subnet: world.vpc.subnets.find(region, 'subnetNo', item.text('subnetNo')) ?? subnet,
    ip: item.text('ip'),
    accessControlGroupNos: item.list('accessControlGroupNoList'),
    existing: world.vpc.networkInterfaces.find(region, 'networkInterfaceNo', item.text('networkInterfaceNo')),
  }));
}

/** All addresses must be there before the first server is made. */
function checkRoom({ world }: Call, interfaces: readonly WantedInterface[], count: number): void {
  for (const { subnet, ip, existing } of interfaces) {
    if (existing) continue;
    const [vpcNo, cidr] = [fieldText(subnet, 'vpcNo'), fieldText(subnet, 'subnet')];
    if (ip !== undefined && !world.vpc.addresses.isFree(vpcNo, cidr, ip)) refuse('takenIp', 'vpc', { value: ip });
    if (!world.vpc.addresses.hasRoom(vpcNo, cidr, count * interfaces.length)) {
      refuse('fullSubnet', 'vpc', { value: cidr });
    }
  }
}

function storagesOf({ params }: Call, { rows }: Context): WantedStorage[] {
  return params.items('blockStorageMappingList').flatMap((item, place): WantedStorage[] => {
    if (item.isTrue('noBlockStorage')) return [];
    const snapshot = rows[`blockStorageMappingList.${place + 1}.snapshotInstanceNo`];
    const snapshotSize = Number(fieldText(snapshot, 'blockStorageSnapshotVolumeSize')) / 1024 ** 3;
    return [
      {
        order: item.number('order') ?? 0,
        size: item.number('blockStorageSize') ?? snapshotSize,
        volumeType: item.text('blockStorageVolumeTypeCode') ?? '',
        name: item.text('blockStorageName'),
      },
    ];
  });
}

function find(subnet: MutableRow | undefined): MutableRow {
  return subnet ?? refuse('reference', 'vpc', { name: 'subnetNo' });
}
