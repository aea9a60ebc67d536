/** The storages beside the base one, each as a block `ncloud_block_storage`. */
import { type CreateParameter, createParameters, type Environment } from '../../reference';
import { bare, literal } from './hcl';
import { objects, type Tree, text } from './tree';

type Fields = Readonly<Record<string, Tree>>;

/** The blocks of a server's storages that the provider can make. */
export function storageBlocks(
  environment: Environment,
  server: string,
  tree: Fields,
  zoneCode: string | undefined,
): string[] {
  const own = createParameters[environment].filter(({ name }) => name.startsWith('blockStorageMappingList.N.'));
  return objects(tree.blockStorageMappingList).flatMap((item) => {
    if (text(item.order) === '0' || zoneCode === undefined || !isResource(own, item, zoneCode)) return [];
    const lines = own.flatMap(({ name, terraformOwn }) => {
      const value = fieldOf(item, name);
      if (!terraformOwn || value === '') return [];
      return `  ${terraformOwn.argument} = ${terraformOwn.isNumber ? bare(value) : literal(value)}`;
    });
    const label = `${server}_storage${text(item.order).replace(/\D/g, '')}`;
    return `resource "ncloud_block_storage" ${literal(label)} {
  # Attached when the server runs. The request makes it together with the server.
  server_instance_no = ncloud_server.${server}.id
  hypervisor_type = "KVM"
  zone = ${literal(zoneCode)}
${lines.join('\n')}
}
`;
  });
}

/** Whether all that is said of a storage can be said of a resource, and all is said that one needs. */
export function isResource(own: readonly CreateParameter[], item: Fields, zoneCode: string | undefined): boolean {
  if (zoneCode === undefined) return false;
  return own.every(({ name, type, terraform, terraformOwn }) => {
    const value = fieldOf(item, name);
    if (!terraformOwn) return terraform === 'elsewhere' || value === '' || (type === 'boolean' && value === 'false');
    if (value === '') return !terraformOwn.isNeeded;
    return !terraformOwn.isNumber || /^\d+$/.test(value);
  });
}

function fieldOf(item: Fields, name: string): string {
  return text(item[name.slice(name.lastIndexOf('.') + 1)]);
}
