/** The Classic server actions. Classic can neither make firewalls (ACG) nor init scripts by API. */
import { classicCreateParameters } from './create.classic';
import {
  action,
  boolean,
  classicPaging,
  conditional,
  integer,
  listOf,
  nameLength,
  required,
  responseFormatType,
  text,
} from './parameters';
import type { Action, ActionClass, Parameter, Shape } from './types';

const servers = listOf('serverInstanceList', 'server.ServerInstance');
const serverNumber = text('serverInstanceNo', required);
const serverNumbers = text('serverInstanceNoList.N', required);
const productCode = { limits: [{ unit: 'characters', min: 1, max: 20 }] } as const;
const platforms = text('platformTypeCodeList.N', {
  enum: ['LNX32', 'LNX64', 'WND32', 'WND64', 'UBD64', 'UBS64'],
  limits: [{ unit: 'items', min: 1, max: 5 }],
});
const sortingOrder = text('sortingOrder', { enum: ['ascending', 'descending'] });

const server = (name: string, kind: ActionClass, answer: Shape, parameters: readonly Parameter[]) =>
  action('server', name, kind, `compute-server-${name.toLowerCase()}`, answer, [...parameters, responseFormatType]);

export const classicActions: readonly Action[] = [
  server('getRegionList', 'read', listOf('regionList', 'server.Region'), []),
  server('getZoneList', 'read', listOf('zoneList', 'server.Zone'), [text('regionNo')]),
  server('getServerInstanceList', 'read', servers, [
    text('serverInstanceNoList.N'),
    text('searchFilterName', { enum: ['serverName', 'ip'] }),
    text('searchFilterValue'),
    text('serverInstanceStatusCode', { limits: [{ unit: 'characters', max: 5 }] }),
    text('regionNo'),
    text('zoneNo'),
    text('baseBlockStorageDiskTypeCode', { enum: ['NET', 'LOCAL'] }),
    text('baseBlockStorageDiskDetailTypeCode', { enum: ['HDD', 'SSD'] }),
    text('serverInstanceTypeCodeList.N'),
    text('tagKeyList.N'),
    text('tagValueList.N'),
    ...classicPaging,
    text('sortedBy', { enum: ['serverName', 'serverInstanceNo'] }),
    sortingOrder,
  ]),
  action(
    'server',
    'createServerInstances',
    'create',
    'compute-server-createserverinstances',
    servers,
    classicCreateParameters,
  ),
  server('startServerInstances', 'state-checked', servers, [serverNumbers]),
  server('stopServerInstances', 'state-checked', servers, [serverNumbers]),
  server('rebootServerInstances', 'state-checked', servers, [serverNumbers]),
  server('terminateServerInstances', 'state-checked', servers, [serverNumbers]),
  server('changeServerInstanceSpec', 'state-checked', servers, [
    serverNumber,
    text('serverProductCode', { ...required, ...productCode }),
  ]),
  server('setProtectServerTermination', 'state-checked', servers, [
    serverNumber,
    boolean('isProtectServerTermination', required),
  ]),
  server('getRootPassword', 'read', { rootPassword: 'string' }, [serverNumber, text('privateKey')]),
  server('getServerImageProductList', 'read', listOf('productList', 'server.Product'), [
    text('exclusionProductCode', productCode),
    text('productCode', productCode),
    platforms,
    integer('blockStorageSize', { enum: ['50', '100'] }),
    text('regionNo'),
    text('infraResourceDetailTypeCode'),
  ]),
  server('getServerProductList', 'read', listOf('productList', 'server.Product'), [
    text('serverImageProductCode', { ...conditional, ...productCode }),
    text('memberServerImageNo', conditional),
    text('exclusionProductCode'),
    text('productCode'),
    text('generationCode', { enum: ['G1', 'G2'] }),
    text('regionNo'),
    text('zoneNo'),
  ]),
  server('getMemberServerImageList', 'read', listOf('memberServerImageList', 'server.MemberServerImage'), [
    text('memberServerImageNoList.N'),
    platforms,
    text('regionNo'),
    ...classicPaging,
    text('sortedBy', { enum: ['memberServerImageName', 'memberServerImageNo'] }),
    sortingOrder,
  ]),
  server('getRaidList', 'read', listOf('raidList', 'server.Raid'), []),
  server('getInitScriptList', 'read', listOf('initScriptList', 'server.InitScript'), []),
  server('getLoginKeyList', 'read', listOf('loginKeyList', 'server.LoginKey'), [
    text('keyName', nameLength),
    ...classicPaging,
  ]),
  server('createLoginKey', 'create', { privateKey: 'string' }, [text('keyName', { ...required, ...nameLength })]),
  server('importLoginKey', 'create', listOf('loginKeyList', 'server.LoginKey'), [
    text('keyName', { ...required, ...nameLength }),
    text('publicKey', required),
  ]),
  server('deleteLoginKey', 'state-checked', {}, [text('keyName', required)]),
  server('getAccessControlGroupList', 'read', listOf('accessControlGroupList', 'server.AccessControlGroup'), [
    text('accessControlGroupConfigurationNoList.N', { limits: [{ unit: 'items', min: 0, max: 5 }] }),
    // The docs' parameter table says isDefaultGroup, their example and the SDK say isDefault.
    boolean('isDefaultGroup'),
    boolean('isDefault', { evidence: 'sdk' }),
    text('accessControlGroupName', nameLength),
    ...classicPaging,
  ]),
  server('getAccessControlRuleList', 'read', listOf('accessControlRuleList', 'server.AccessControlRule'), [
    text('accessControlGroupConfigurationNo', required),
  ]),
  server('getPublicIpInstanceList', 'read', listOf('publicIpInstanceList', 'server.PublicIpInstance'), [
    boolean('isAssociated'),
    text('publicIpInstanceNoList.N'),
    text('publicIpList.N', { limits: [{ unit: 'characters', min: 5, max: 15 }] }),
    text('searchFilterName', { enum: ['publicIp', 'associatedServerName'] }),
    text('searchFilterValue'),
    text('regionNo'),
    text('zoneNo'),
    ...classicPaging,
    text('sortedBy', { enum: ['publicIp', 'publicIpInstanceNo'] }),
    sortingOrder,
  ]),
  server('getInstanceTagList', 'read', listOf('instanceTagList', 'server.InstanceTag'), [
    text('instanceNoList.N'),
    text('tagKeyList.N'),
    text('tagValueList.N'),
    ...classicPaging,
  ]),
];
