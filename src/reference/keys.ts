/** What tells the rows of a list apart: a list that holds one of them twice is not the list that NCP has. */
import type { Action, FieldType } from './types';

/** How a row of one shape is known again. */
export interface RowKey {
  /** The field that names the row; left out where no field does, so that only the whole row tells. */
  readonly field?: string;
  /** True for a number that NCP has given. */
  readonly isNumber: boolean;
}

/** Whether the text is a number that NCP gives to servers, zones and the like: what identifies one in answers and calls. */
export function isGivenNumber(text: string): boolean {
  return /^[1-9]\d*$/.test(text);
}

const numbers: Readonly<Record<string, string>> = {
  'vserver.ServerInstance': 'serverInstanceNo',
  'vserver.ServerImage': 'serverImageNo',
  'vserver.MemberServerImageInstance': 'memberServerImageInstanceNo',
  'vserver.InitScript': 'initScriptNo',
  'vserver.PlacementGroup': 'placementGroupNo',
  'vserver.FabricClusterPool': 'fabricClusterPoolNo',
  'vserver.AccessControlGroup': 'accessControlGroupNo',
  'vserver.NetworkInterface': 'networkInterfaceNo',
  'vserver.BlockStorageInstance': 'blockStorageInstanceNo',
  'vserver.BlockStorageSnapshotInstance': 'blockStorageSnapshotInstanceNo',
  'vserver.PublicIpInstance': 'publicIpInstanceNo',
  'vpc.Vpc': 'vpcNo',
  'vpc.Subnet': 'subnetNo',
  'server.Region': 'regionNo',
  'server.Zone': 'zoneNo',
  'server.ServerInstance': 'serverInstanceNo',
  'server.MemberServerImage': 'memberServerImageNo',
  'server.InitScript': 'initScriptNo',
  'server.AccessControlGroup': 'accessControlGroupConfigurationNo',
  'server.AccessControlRule': 'accessControlRuleConfigurationNo',
  'server.PublicIpInstance': 'publicIpInstanceNo',
};

const names: Readonly<Record<string, string>> = {
  'vserver.Region': 'regionCode',
  'vserver.Zone': 'zoneCode',
  'vserver.LoginKey': 'keyName',
  'server.LoginKey': 'keyName',
};

/** Rows without a name of their own, and goods, of which no page says that a list tells each code once. */
const nameless: ReadonlySet<string> = new Set([
  'vserver.ServerSpec',
  'vserver.Product',
  'vserver.Raid',
  'vserver.AccessControlGroupRule',
  'vserver.BlockStorageVolumeType',
  'server.Product',
  'server.Raid',
  'server.InstanceTag',
  'billing.ProductPrice',
]);

/** How rows of that shape are known again, or undefined for a shape that is no row of a list. */
export function rowKey(shape: string): RowKey | undefined {
  const number = numbers[shape];
  if (number !== undefined) return { field: number, isNumber: true };
  const name = names[shape];
  if (name !== undefined) return { field: name, isNumber: false };
  return nameless.has(shape) ? { isNumber: false } : undefined;
}

/** The list that an action answers with. */
export interface AnswerList {
  readonly name: string;
  readonly key: RowKey;
}

/** The list that an action answers with, or undefined when its answer is none. */
export function answerList(action: Action | undefined): AnswerList | undefined {
  const [name, type] = Object.entries(action?.answer ?? {}).find(([, each]) => isList(each)) ?? [];
  if (name === undefined || type === undefined || !isList(type)) return undefined;
  const [item] = type;
  const shape = typeof item === 'object' && 'shape' in item ? item.shape : '';
  return { name, key: rowKey(shape) ?? { isNumber: false } };
}

function isList(type: FieldType): type is readonly [FieldType] {
  return Array.isArray(type);
}
