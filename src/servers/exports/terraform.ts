/** The create request, or a server that exists, as Terraform for the provider NaverCloudPlatform/ncloud. */
import type { Environment, Values } from '../../reference';
import type { ExportRequest } from './request';
import { type Tree, treeOf } from './tree';

/** The provider's names of the sites. */
export type TerraformSite = 'public' | 'gov' | 'fin';

/** A server that exists, with the values that are known of it; concrete wire names as in a create request. */
export interface ExistingServer {
  readonly number: string;
  readonly name: string;
  readonly values: Values;
  /** Code of its zone; Classic only: `KR-1`. */
  readonly zoneCode?: string;
}

/** The provider took Classic out in 4.0.0; 3.3.2 is the last version that knows it. */
const providerVersion = { vpc: '>= 4.0.0', classic: '3.3.2' } as const;

/** Wire name to argument of `ncloud_server`. What is missing here the provider cannot express. */
const serverArguments: Readonly<Record<string, string>> = {
  subnetNo: 'subnet_no',
  serverImageNo: 'server_image_number',
  serverSpecCode: 'server_spec_code',
  serverImageProductCode: 'server_image_product_code',
  serverProductCode: 'server_product_code',
  memberServerImageInstanceNo: 'member_server_image_no',
  memberServerImageNo: 'member_server_image_no',
  serverDescription: 'description',
  loginKeyName: 'login_key_name',
  initScriptNo: 'init_script_no',
  placementGroupNo: 'placement_group_no',
  isProtectServerTermination: 'is_protect_server_termination',
  isEncryptedBaseBlockStorageVolume: 'is_encrypted_base_block_storage_volume',
  feeSystemTypeCode: 'fee_system_type_code',
  raidTypeName: 'raid_type_name',
  userData: 'user_data',
};

/** Carried by other blocks, by the provider itself, by the names, or by the code of the zone. */
const placed = new Set([
  'regionCode',
  'vpcNo',
  'serverName',
  'serverCreateCount',
  'serverCreateStartNo',
  'networkInterfaceList',
  'associateWithPublicIp',
  'accessControlGroupConfigurationNoList',
  'instanceTagList',
  'blockDevicePartitionList',
  'zoneNo',
]);

const booleans = new Set(['isProtectServerTermination', 'isEncryptedBaseBlockStorageVolume']);

/** A complete configuration that makes the servers of the request. `region` is the region's code. */
export function terraform(request: ExportRequest, site: TerraformSite, region: string): string {
  const tree = treeOf(request.values);
  const blocks = [providerBlock(request.environment, site, region)];
  const labels = new Labels();
  for (const name of request.names) {
    const label = labels.next(name);
    const interfaces = objects(tree.networkInterfaceList);
    for (const item of interfaces) blocks.push(...interfaceBlocks(label, item, tree));
    blocks.push(serverBlock(label, name, tree, interfaces, request.zoneCode));
    if (tree.associateWithPublicIp === 'true') {
      blocks.push(
        `resource "ncloud_public_ip" ${literal(label)} {\n  server_instance_no = ncloud_server.${label}.id\n}\n`,
      );
    }
  }
  return blocks.join('\n');
}

/** A configuration that takes servers over, each with an `import` block. `region` is the region's code. */
export function terraformImport(
  environment: Environment,
  servers: readonly ExistingServer[],
  site: TerraformSite,
  region: string,
): string {
  const labels = new Labels();
  const blocks = [providerBlock(environment, site, region)];
  for (const { number, name, values, zoneCode } of servers) {
    const tree = treeOf(values);
    const label = labels.next(name);
    blocks.push(`import {\n  to = ncloud_server.${label}\n  id = ${literal(number)}\n}\n`);
    blocks.push(serverBlock(label, name, tree, objects(tree.networkInterfaceList), zoneCode));
  }
  return blocks.join('\n');
}

function providerBlock(environment: 'vpc' | 'classic', site: string, region: string): string {
  const support = environment === 'classic' ? '  support_vpc = false\n' : '';
  return `terraform {
  required_providers {
    ncloud = {
      source  = "NaverCloudPlatform/ncloud"
      version = ${literal(providerVersion[environment])}
    }
  }
}

# The provider reads NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY from the environment.
provider "ncloud" {
  region = ${literal(region)}
  site   = ${literal(site)}
${support}}
`;
}

function interfaceBlocks(label: string, item: Record<string, Tree>, tree: Record<string, Tree>): string[] {
  if (item.networkInterfaceNo) return [];
  const lines = [
    `  subnet_no             = ${literal(text(item.subnetNo) || text(tree.subnetNo))}`,
    `  access_control_groups = [${strings(item.accessControlGroupNoList).map(literal).join(', ')}]`,
  ];
  if (item.ip) lines.push(`  private_ip            = ${literal(text(item.ip))}`);
  return [`resource "ncloud_network_interface" ${literal(interfaceLabel(label, item))} {\n${lines.join('\n')}\n}\n`];
}

function serverBlock(
  label: string,
  name: string,
  tree: Record<string, Tree>,
  interfaces: readonly Record<string, Tree>[],
  zoneCode: string | undefined,
): string {
  const lines = [`  name = ${literal(name)}`];
  if (zoneCode !== undefined) lines.push(`  zone = ${literal(zoneCode)}`);
  for (const [wire, value] of Object.entries(tree)) {
    const argument = serverArguments[wire];
    if (argument) lines.push(`  ${argument} = ${bare(text(value), booleans.has(wire))}`);
    else if (!placed.has(wire))
      lines.push(`  # ${wire} is part of the request, but the provider has no argument for it.`);
  }
  const groups = strings(tree.accessControlGroupConfigurationNoList);
  if (groups.length > 0) {
    lines.push(`  access_control_group_configuration_no_list = [${groups.map(literal).join(', ')}]`);
  }
  for (const item of interfaces) {
    const order = bare(text(item.networkInterfaceOrder), true);
    const number = item.networkInterfaceNo
      ? literal(text(item.networkInterfaceNo))
      : `ncloud_network_interface.${interfaceLabel(label, item)}.id`;
    lines.push('', '  network_interface {', `    network_interface_no = ${number}`, `    order = ${order}`, '  }');
  }
  for (const tag of objects(tree.instanceTagList)) {
    lines.push('', '  tag_list {', `    tag_key = ${literal(text(tag.tagKey))}`);
    lines.push(`    tag_value = ${literal(text(tag.tagValue))}`, '  }');
  }
  for (const partition of objects(tree.blockDevicePartitionList)) {
    lines.push('', '  block_device_partition_list {', `    mount_point = ${literal(text(partition.mountPoint))}`);
    lines.push(`    partition_size = ${literal(text(partition.partitionSize))}`, '  }');
  }
  return `resource "ncloud_server" ${literal(label)} {\n${lines.join('\n')}\n}\n`;
}

/** Escapes of JSON that HCL does not know. */
const foreignEscapes: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' };

/** A quoted HCL string in which neither interpolation nor directives are left alive. Half characters are replaced. */
function literal(value: string): string {
  return JSON.stringify(value.replace(/\p{Cs}/gu, '\ufffd'))
    .replace(/[$%](?=\{)/g, (sign) => sign + sign)
    .replace(/\\./g, (pair) => foreignEscapes[pair] ?? pair);
}

function interfaceLabel(server: string, item: Record<string, Tree>): string {
  return `${server}_eth${text(item.networkInterfaceOrder).replace(/\D/g, '')}`;
}

/** Numbers, true and false stand without quotes where the provider wants them so. */
function bare(value: string, isBare: boolean): string {
  return isBare && /^(\d+|true|false)$/.test(value) ? value : literal(value);
}

/** Makes the labels of the server blocks, each only once. */
class Labels {
  private readonly used = new Set<string>();

  next(name: string): string {
    const stem = name.replace(/[^A-Za-z0-9_-]/g, '_').replace(/^(?![A-Za-z_])/, 'server_');
    let label = stem;
    for (let serial = 2; this.used.has(label); serial++) label = `${stem}_${serial}`;
    this.used.add(label);
    return label;
  }
}

function text(value: Tree | undefined): string {
  return typeof value === 'string' ? value : '';
}

function strings(value: Tree | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function objects(value: Tree | undefined): Record<string, Tree>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Record<string, Tree> => typeof item === 'object' && !Array.isArray(item));
}
