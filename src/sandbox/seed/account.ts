/** Fills a new world: networks, keys, firewalls, scripts and servers of a made-up account. */
import { koreanTime } from '../clock';
import { code } from '../codes';
import { bytes } from '../machine';
import type { World } from '../world';
import { classicImages } from './classic-catalog';
import { classicRegionRows, classicZoneRows, regions } from './regions';
import { seedServers } from './sample-servers';
import { seedNetworks } from './vpc-network';

const year = 365 * 24 * 60 * 60 * 1000;

/** `servers` is the number of servers in each environment; many are made in several tasks. */
export async function seedAccount(world: World, servers: number): Promise<void> {
  const created = world.clock.now() - year;
  seedNetworks(world, created);
  seedKeys(world, created);
  seedClassic(world, created);
  await seedServers(world, servers);
}

/** Keys whose private half nobody has: their text is no key. */
function seedKeys(world: World, created: number): void {
  const fingerprint = () => world.random.hex(32).replace(/(..)(?=.)/g, '$1:');
  for (const [place, keyName] of ['demo-old-key', 'demo-key'].entries()) {
    const createDate = koreanTime(created + place * 1000);
    const publicKey = `ssh-rsa AAAASANDBOX SANDBOX-${keyName}`;
    world.vpc.loginKeys.push({ keyName, fingerprint: fingerprint(), publicKey, createDate });
  }
  world.classic.loginKeys.push({
    keyName: 'demo-classic-key',
    fingerprint: fingerprint(),
    publicKey: 'ssh-rsa AAAASANDBOX SANDBOX-demo-classic-key',
    createDate: koreanTime(created),
  });
}

function seedClassic(world: World, created: number): void {
  const { classic, numbers } = world;
  const createDate = koreanTime(created);
  for (const [accessControlGroupName, isDefaultGroup, accessControlGroupDescription] of [
    ['ncloud-default-acg', true, 'Default AccessControlGroup'],
    ['ncloud-load-balancer', false, 'SANDBOX load balancer'],
    ['demo-web-acg', false, 'SANDBOX web ACG'],
  ] as const) {
    const accessControlGroupConfigurationNo = numbers.next();
    classic.accessControlGroups.push({
      accessControlGroupConfigurationNo,
      accessControlGroupName,
      accessControlGroupDescription,
      isDefaultGroup,
      createDate,
    });
    classic.accessControlRules.add(accessControlGroupConfigurationNo, {
      accessControlRuleConfigurationNo: numbers.next(),
      protocolType: code('TCP'),
      sourceIp: '203.0.113.0/24',
      sourceAccessControlRuleConfigurationNo: '',
      sourceAccessControlRuleName: '',
      destinationPort: accessControlGroupName === 'demo-web-acg' ? '80' : '22',
      accessControlRuleDescription: 'SANDBOX',
    });
  }
  classic.addInitScript('demo-linux-hello', '#!/bin/bash\necho "hello from the sandbox"\n', 'LNX', created);
  classic.addInitScript('demo-windows-hello', 'WScript.Echo "hello from the sandbox"\n', 'WND', created);

  const [region] = regions;
  const [image] = classicImages;
  if (!region || !image) return;
  classic.memberImages.add(region.regionNo, {
    memberServerImageNo: numbers.next(),
    memberServerImageName: 'demo-member-image',
    memberServerImageDescription: 'SANDBOX own image',
    originalServerInstanceNo: '',
    originalServerProductCode: 'SPSVRSTAND000004',
    originalServerName: 'demo-original',
    originalBaseBlockStorageDiskType: code('NET'),
    originalServerImageProductCode: image.productCode,
    originalOsInformation: image.name,
    originalServerImageName: image.name,
    memberServerImageStatusName: 'created',
    memberServerImageStatus: code('CREAT', 'NSI CREATED state'),
    memberServerImageOperation: code('NULL', 'NSI NULLOP'),
    memberServerImagePlatformType: code(image.platform),
    createDate,
    region: classicRegionRows[0],
    zone: classicZoneRows(region.regionNo)[0],
    memberServerImageBlockStorageTotalRows: 1,
    memberServerImageBlockStorageTotalSize: bytes(50),
    shareStatus: code('NULL'),
    sharedLoginIdList: [],
  });
}
