/** One server as a block `ncloud_server`. What the block leaves out or does in another order, it says in a comment. */
import type { Environment } from '../../reference';
import { bare, literal } from './hcl';
import { objects, strings, type Tree, text } from './tree';

type Fields = Readonly<Record<string, Tree>>;

interface ServerParts {
  readonly environment: Environment;
  readonly label: string;
  readonly name: string;
  readonly tree: Fields;
  readonly zoneCode: string | undefined;
  /** The newest version of the provider that has no arguments for the base storage. */
  readonly newerThan: string;
}

/** Wire name to argument of `ncloud_server`, as the provider reads them in each environment. */
const both: Readonly<Record<string, string>> = {
  serverImageProductCode: 'server_image_product_code',
  serverProductCode: 'server_product_code',
  serverDescription: 'description',
  loginKeyName: 'login_key_name',
  isProtectServerTermination: 'is_protect_server_termination',
  feeSystemTypeCode: 'fee_system_type_code',
  raidTypeName: 'raid_type_name',
};
const serverArguments: Readonly<Record<Environment, Readonly<Record<string, string>>>> = {
  vpc: {
    ...both,
    subnetNo: 'subnet_no',
    serverImageNo: 'server_image_number',
    serverSpecCode: 'server_spec_code',
    memberServerImageInstanceNo: 'member_server_image_no',
    initScriptNo: 'init_script_no',
    placementGroupNo: 'placement_group_no',
    isEncryptedBaseBlockStorageVolume: 'is_encrypted_base_block_storage_volume',
  },
  classic: { ...both, memberServerImageNo: 'member_server_image_no', userData: 'user_data' },
};

/** Fields of the base storage, the item with order 0. The provider takes them for an image of KVM, by its number. */
const baseArguments: Readonly<Record<string, string>> = {
  blockStorageSize: 'base_block_storage_size',
  blockStorageVolumeTypeCode: 'base_block_storage_volume_type',
};

/** Carried by other blocks, by the subnet, by the names, or by the code of the zone; in VPC also by nested blocks. */
const placed: Readonly<Record<Environment, ReadonlySet<string>>> = {
  vpc: new Set([
    'vpcNo',
    'serverName',
    'serverCreateCount',
    'serverCreateStartNo',
    'networkInterfaceList',
    'associateWithPublicIp',
    'blockDevicePartitionList',
    'blockStorageMappingList',
  ]),
  classic: new Set([
    'serverName',
    'serverCreateCount',
    'serverCreateStartNo',
    'accessControlGroupConfigurationNoList',
    'instanceTagList',
  ]),
};

const unquoted = new Set(['isProtectServerTermination', 'isEncryptedBaseBlockStorageVolume', 'blockStorageSize']);

/** Whether the server needs arguments that came after the newest release that we know. */
export function needsNewest(tree: Fields): boolean {
  return storageLines(tree, '').some((line) => !line.startsWith('  #'));
}

/** The block of a server. */
export function serverBlock({ environment, label, name, tree, zoneCode, newerThan }: ServerParts): string {
  const lines = [...orderNotes(tree), `  name = ${literal(name)}`];
  if (zoneCode !== undefined) lines.push(`  zone = ${literal(zoneCode)}`);
  for (const [wire, value] of Object.entries(tree)) {
    const argument = serverArguments[environment][wire];
    if (argument) lines.push(`  ${argument} = ${argumentValue(wire, value)}`);
    else if (!placed[environment].has(wire) && !(wire === 'zoneNo' && zoneCode !== undefined)) lines.push(left(wire));
  }
  if (environment === 'vpc') lines.push(...storageLines(tree, newerThan), ...vpcBlocks(label, tree));
  else lines.push(...classicBlocks(tree));
  return `resource "ncloud_server" ${literal(label)} {\n${lines.join('\n')}\n}\n`;
}

/** The block of a network interface that is new; none for one that exists. */
export function interfaceBlocks(server: string, item: Fields, tree: Fields): string[] {
  if (item.networkInterfaceNo) return [];
  const lines = [
    '  # Made before the server. The request makes it together with the server.',
    `  subnet_no             = ${literal(text(item.subnetNo) || text(tree.subnetNo))}`,
    `  access_control_groups = [${strings(item.accessControlGroupNoList).map(literal).join(', ')}]`,
  ];
  if (item.ip) lines.push(`  private_ip            = ${literal(text(item.ip))}`);
  return [`resource "ncloud_network_interface" ${literal(interfaceLabel(server, item))} {\n${lines.join('\n')}\n}\n`];
}

/** What happens to the server in another order than by the request. */
function orderNotes(tree: Fields): string[] {
  const hasScript = text(tree.initScriptNo) !== '' || text(tree.userData) !== '';
  if (!hasScript || tree.associateWithPublicIp !== 'true') return [];
  return [
    '  # The script runs before ncloud_public_ip exists, and therefore without the internet, unless the subnet reaches it',
    '  # through a NAT gateway. The request asks for the public IP together with the server.',
  ];
}

function storageLines(tree: Fields, newerThan: string): string[] {
  const lines: string[] = [];
  const notes: string[] = [];
  objects(tree.blockStorageMappingList).forEach((item, place) => {
    const name = `blockStorageMappingList.${place + 1}`;
    if (text(item.order) !== '0') {
      notes.push(`${left(name)} ncloud_block_storage can add the storage afterwards.`);
      return;
    }
    for (const [field, value] of Object.entries(item)) {
      const argument = text(tree.serverImageNo) === '' ? undefined : baseArguments[field];
      if (argument) lines.push(`  ${argument} = ${argumentValue(field, value)}`);
      else if (field !== 'order') notes.push(left(`${name}.${field}`));
    }
  });
  if (lines.length > 0) {
    lines.unshift(
      `  # The base storage needs a provider newer than ${newerThan}. Others refuse it, and nothing is made.`,
    );
  }
  return [...lines, ...notes];
}

function vpcBlocks(label: string, tree: Fields): string[] {
  const lines: string[] = [];
  for (const item of objects(tree.networkInterfaceList)) {
    const number = item.networkInterfaceNo
      ? literal(text(item.networkInterfaceNo))
      : `ncloud_network_interface.${interfaceLabel(label, item)}.id`;
    const order = bare(text(item.networkInterfaceOrder));
    lines.push('', '  network_interface {', `    network_interface_no = ${number}`, `    order = ${order}`, '  }');
  }
  for (const partition of objects(tree.blockDevicePartitionList)) {
    lines.push('', '  block_device_partition_list {', `    mount_point = ${literal(text(partition.mountPoint))}`);
    lines.push(`    partition_size = ${literal(text(partition.partitionSize))}`, '  }');
  }
  return lines;
}

function classicBlocks(tree: Fields): string[] {
  const lines: string[] = [];
  const groups = strings(tree.accessControlGroupConfigurationNoList);
  if (groups.length > 0) {
    lines.push(`  access_control_group_configuration_no_list = [${groups.map(literal).join(', ')}]`);
  }
  for (const tag of objects(tree.instanceTagList)) {
    lines.push('', '  tag_list {', `    tag_key = ${literal(text(tag.tagKey))}`);
    lines.push(`    tag_value = ${literal(text(tag.tagValue))}`, '  }');
  }
  return lines;
}

function left(wire: string): string {
  return `  # ${wire} is part of the request, but the provider has no argument for it.`;
}

function argumentValue(wire: string, value: Tree): string {
  return unquoted.has(wire) ? bare(text(value)) : literal(text(value));
}

function interfaceLabel(server: string, item: Fields): string {
  return `${server}_eth${text(item.networkInterfaceOrder).replace(/\D/g, '')}`;
}
