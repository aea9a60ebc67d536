/** The create request, or a server that exists, as Terraform for the provider NaverCloudPlatform/ncloud. */
import { type Environment, receivedValues } from '../../reference';
import type { ExistingServer } from './existing';
import { type ToolFacts, writtenFor } from './facts';
import { aligned, Labels, literal } from './hcl';
import type { ExportRequest } from './request';
import { interfaceBlocks, needsNewest, serverBlock } from './terraform-server';
import { storageBlocks } from './terraform-storage';
import { objects, type Tree, treeOf } from './tree';

/** The provider's names of the sites. */
export type TerraformSite = 'public' | 'gov' | 'fin';

const product = 'the Terraform provider NaverCloudPlatform/ncloud';
const source = 'https://github.com/NaverCloudPlatform/terraform-provider-ncloud';

/**
 * VPC: 4.0.5 was the newest release on 2026-07-19; the arguments of the base storage were merged after it (pull requests
 * 578 and 593). Storages of KVM are resources since pull request 461 of 2024-10-15, of the types CB2 and FB2 since 563 of
 * 2025-09-24. Classic was taken out in 4.0.0; 3.3.2 of 2025-05-21 is the last version that knows it.
 */
export const terraformFacts: Readonly<Record<Environment, ToolFacts>> = {
  vpc: { product, version: '4.0.5', asOf: '2026-07-20', source },
  classic: { product, version: '3.3.2', asOf: '2025-05-21', source },
};

/** A complete configuration that makes the servers of the request. `region` is the region's code. */
export function terraform(request: ExportRequest, site: TerraformSite, region: string): string {
  const { environment, names, zoneCode } = request;
  // The provider encodes user data by itself.
  const tree = treeOf(receivedValues(environment, request.values));
  const storages = (label: string) => storageBlocks(environment, label, tree, zoneCode);
  const blocks = [providerBlock(environment, site, region, versionFor(environment, tree, storages('').length > 0))];
  if (names.length > 1) {
    blocks.push(
      `# The request makes these ${names.length} servers at once. Here each is made by a request of its own, and some may fail.\n`,
    );
  }
  const labels = new Labels();
  for (const name of names) {
    const label = labels.next(name);
    for (const item of objects(tree.networkInterfaceList)) blocks.push(...interfaceBlocks(label, item, tree));
    blocks.push(serverBlock({ environment, label, name, tree, zoneCode, newerThan: terraformFacts.vpc.version }));
    blocks.push(...storages(label));
    if (tree.associateWithPublicIp === 'true') blocks.push(publicIpBlock(label));
  }
  return aligned(blocks.join('\n'));
}

/** A configuration that takes servers over, each with an `import` block. `region` is the region's code. */
export function terraformImport(
  environment: Environment,
  servers: readonly ExistingServer[],
  site: TerraformSite,
  region: string,
): string {
  const labels = new Labels();
  const blocks = [
    providerBlock(environment, site, region, versionFor(environment, {}, false)),
    `# Left out is what NCP does not tell of a server (such as its price plan, RAID and base storage) and its user data,
# and so are other resources that belong to it. Read "terraform plan" before "terraform apply".
`,
  ];
  for (const { number, name, values, zoneCode } of servers) {
    const { associateWithPublicIp, ...own } = receivedValues(environment, values);
    const tree = treeOf(own);
    const label = labels.next(name);
    blocks.push(`import {\n  to = ncloud_server.${label}\n  id = ${literal(number)}\n}\n`);
    const server = serverBlock({ environment, label, name, tree, zoneCode, newerThan: terraformFacts.vpc.version });
    blocks.push(
      associateWithPublicIp === 'true'
        ? `# The public IP of this server is a resource of its own, ncloud_public_ip, and is not taken over here.\n${server}`
        : server,
    );
  }
  return aligned(blocks.join('\n'));
}

/** Which versions of the provider know all that the servers need. */
function versionFor(environment: Environment, tree: Readonly<Record<string, Tree>>, hasStorages: boolean): string {
  const { version } = terraformFacts[environment];
  if (environment === 'classic') return version;
  if (needsNewest(environment, tree)) return `> ${version}`;
  return hasStorages ? `>= ${version}` : '>= 4.0.0';
}

function providerBlock(environment: Environment, site: string, region: string, constraint: string): string {
  const support = environment === 'classic' ? '  support_vpc = false\n' : '';
  return `# ${writtenFor(terraformFacts[environment])}
terraform {
  required_providers {
    ncloud = {
      source  = "NaverCloudPlatform/ncloud"
      version = ${literal(constraint)}
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

function publicIpBlock(label: string): string {
  return `resource "ncloud_public_ip" ${literal(label)} {
  # Comes when the server runs. The request asks for it together with the server.
  server_instance_no = ncloud_server.${label}.id
}
`;
}
