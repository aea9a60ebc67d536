/** One server as a block `ncloud_server`. What the block leaves out or does in another order, it says in a comment. */
import { type CreateParameter, createParameters, type Environment, type TerraformArgument } from '../../reference';
import { bare, literal } from './hcl';
import { isResource, storageBlocks } from './terraform-storage';
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

/** Whether the server needs arguments that came after the newest release that we know. */
export function needsNewest(environment: Environment, tree: Fields): boolean {
  return storageLines({ environment, tree, zoneCode: undefined, newerThan: '' }).some(
    (line) => !line.startsWith('  #'),
  );
}

/** The block of a server. */
export function serverBlock({ environment, label, name, tree, zoneCode, newerThan }: ServerParts): string {
  const zone = environment === 'classic' ? zoneCode : undefined;
  const lines = [...orderNotes(environment, tree, zoneCode), `  name = ${literal(name)}`];
  if (zone !== undefined) lines.push(`  zone = ${literal(zone)}`);
  const lists: string[] = [];
  for (const [wire, value] of Object.entries(tree)) {
    if (wire === 'zoneNo' && zone !== undefined) continue;
    const own = parametersOf(environment, wire);
    // What plays a role for the names is in them.
    if (own.every(({ role, terraform }) => role === undefined && terraform === undefined)) lines.push(left(wire));
    else if (Array.isArray(value)) lists.push(...listLines(wire, own, value));
    else lines.push(...own.flatMap((parameter) => argumentLine(parameter, value)));
  }
  lines.push(...storageLines({ environment, tree, zoneCode, newerThan }), ...interfaceUses(label, tree), ...lists);
  return `resource "ncloud_server" ${literal(label)} {\n${lines.join('\n')}\n}\n`;
}

/** The parameter of that name, or those of the list of that name. */
function parametersOf(environment: Environment, wire: string): readonly CreateParameter[] {
  return createParameters[environment].filter(({ name }) => name.split('.N')[0] === wire);
}

function argumentLine(parameter: CreateParameter, value: Tree): string[] {
  const argument = argumentOf(parameter);
  return argument ? [`  ${argument.argument} = ${argumentValue(parameter, value)}`] : [];
}

/** A list of texts is one argument, one of objects a nested block for each. */
function listLines(wire: string, own: readonly CreateParameter[], value: Tree): string[] {
  const [argument] = own.filter(({ name }) => name === `${wire}.N`).flatMap((parameter) => argumentOf(parameter) ?? []);
  if (argument) return [`  ${argument.argument} = [${strings(value).map(literal).join(', ')}]`];
  const nested = own.flatMap((parameter) => {
    const { block, argument } = argumentOf(parameter) ?? {};
    return block === undefined ? [] : [{ block, argument, parameter, field: parameter.name.slice(wire.length + 3) }];
  });
  const [first] = nested;
  if (!first) return [];
  return objects(value).flatMap((item) => [
    '',
    `  ${first.block} {`,
    ...nested.map(({ argument, parameter, field }) => `    ${argument} = ${argumentValue(parameter, item[field])}`),
    '  }',
  ]);
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
function orderNotes(environment: Environment, tree: Fields, zoneCode: string | undefined): string[] {
  const scripts = createParameters[environment].filter(({ section }) => section === 'script');
  const hasScript = scripts.some(({ name }) => text(tree[name]) !== '');
  if (!hasScript) return [];
  const notes: string[] = [];
  if (tree.associateWithPublicIp === 'true') {
    notes.push(
      '  # The script runs before ncloud_public_ip exists, and therefore without the internet, unless the subnet reaches it',
      '  # through a NAT gateway. The request asks for the public IP together with the server.',
    );
  }
  if (storageBlocks(environment, '', tree, zoneCode).length > 0) {
    notes.push(
      '  # The script runs before ncloud_block_storage is attached. The request makes the storages together with the server.',
    );
  }
  return notes;
}

/** The server has arguments for the base storage only, the item with order 0. */
function storageLines({
  environment,
  tree,
  zoneCode,
  newerThan,
}: Pick<ServerParts, 'environment' | 'tree' | 'zoneCode' | 'newerThan'>): string[] {
  const own = parametersOf(environment, 'blockStorageMappingList');
  const lines: string[] = [];
  const notes: string[] = [];
  objects(tree.blockStorageMappingList).forEach((item, place) => {
    const name = `blockStorageMappingList.${place + 1}`;
    if (text(item.order) !== '0') {
      if (!isResource(own, item, zoneCode)) {
        notes.push(
          `  # ${name} is part of the request, but the resource ncloud_block_storage wants a size, a volume type and a zone,`,
          '  # and takes nothing but these, a name and a snapshot.',
        );
      }
      return;
    }
    for (const [field, value] of Object.entries(item)) {
      const parameter = own.find(({ name }) => name.endsWith(`.N.${field}`));
      if (parameter?.terraform === 'elsewhere') continue;
      const partner = parameter?.terraform?.with;
      if (parameter?.terraform && (partner === undefined || text(tree[partner]) !== '')) {
        lines.push(...argumentLine(parameter, value));
      } else notes.push(left(`${name}.${field}`));
    }
  });
  if (lines.length > 0) {
    lines.unshift(
      `  # The base storage needs a provider newer than ${newerThan}. Others refuse it, and nothing is made.`,
    );
  }
  return [...lines, ...notes];
}

/** The interfaces that the server uses, be they new or not. */
function interfaceUses(label: string, tree: Fields): string[] {
  return objects(tree.networkInterfaceList).flatMap((item) => {
    const number = item.networkInterfaceNo
      ? literal(text(item.networkInterfaceNo))
      : `ncloud_network_interface.${interfaceLabel(label, item)}.id`;
    const order = bare(text(item.networkInterfaceOrder));
    return ['', '  network_interface {', `    network_interface_no = ${number}`, `    order = ${order}`, '  }'];
  });
}

function left(wire: string): string {
  return `  # ${wire} is part of the request, but the provider has no argument for it.`;
}

function argumentOf({ terraform }: CreateParameter): TerraformArgument | undefined {
  return terraform === 'elsewhere' ? undefined : terraform;
}

/** Numbers, true and false stand without quotes. */
function argumentValue(parameter: CreateParameter, value: Tree | undefined): string {
  const isBare = parameter.type === 'boolean' || argumentOf(parameter)?.isNumber === true;
  return isBare ? bare(text(value)) : literal(text(value));
}

function interfaceLabel(server: string, item: Fields): string {
  return `${server}_eth${text(item.networkInterfaceOrder).replace(/\D/g, '')}`;
}
