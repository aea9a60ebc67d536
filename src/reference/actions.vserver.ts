/** The VPC server actions: servers, what they are made from, and the start-up scripts and login keys that they use. */
import { vpcCreateParameters } from './create.vpc';
import {
  action,
  boolean,
  conditional,
  descriptionLength,
  initScriptName,
  integer,
  keyName,
  listOf,
  plainName,
  regionCode,
  required,
  responseFormatType,
  text,
  vpcPaging,
} from './parameters';
import type { Action, ActionClass, Parameter, Shape } from './types';

const servers = listOf('serverInstanceList', 'vserver.ServerInstance');
const serverNumbers = text('serverInstanceNoList.N', required);
const serverNumber = text('serverInstanceNo', required);
const hypervisors = text('hypervisorTypeCodeList.N', { enum: ['XEN', 'KVM'] });
const platforms = text('platformTypeCodeList.N', { enum: ['LNX32', 'LNX64', 'WND32', 'WND64', 'UBD64', 'UBS64'] });
const sorting = [text('sortedBy'), text('sortingOrder', { enum: ['ASC', 'DESC'], evidence: 'guess' })];

const vserver = (name: string, kind: ActionClass, folder: string, answer: Shape, parameters: readonly Parameter[]) =>
  action('vserver', name, kind, `compute-vserver-${folder}-${name.toLowerCase()}`, answer, [
    regionCode,
    ...parameters,
    responseFormatType,
  ]);

export const vserverActions: readonly Action[] = [
  action(
    'vserver',
    'getRegionList',
    'read',
    'compute-vserver-server-common-getregionlist',
    listOf('regionList', 'vserver.Region'),
    [responseFormatType],
  ),
  vserver('getZoneList', 'read', 'server-common', listOf('zoneList', 'vserver.Zone'), []),
  vserver('getServerInstanceList', 'read', 'server', servers, [
    text('serverInstanceNoList.N'),
    text('vpcNo'),
    ...vpcPaging,
    text('serverInstanceStatusCode', { enum: ['INIT', 'CREAT', 'RUN', 'NSTOP'] }),
    text('baseBlockStorageDiskTypeCode', { enum: ['NET'] }),
    text('baseBlockStorageDiskDetailTypeCode', { enum: ['HDD', 'SSD'] }),
    text('serverName'),
    text('ip'),
    text('sortedBy', { enum: ['serverName', 'serverInstanceNo'], evidence: 'seen' }),
    text('sortingOrder', { enum: ['ASC', 'DESC'], evidence: 'seen' }),
    text('placementGroupNoList.N'),
    hypervisors,
    text('fabricClusterPoolNo'),
    text('fabricClusterNo'),
    text('fabricClusterMode'),
  ]),
  vserver('getServerInstanceDetail', 'read', 'server', servers, [serverNumber]),
  action(
    'vserver',
    'createServerInstances',
    'create',
    'compute-vserver-server-createserverinstances',
    servers,
    vpcCreateParameters,
  ),
  vserver('startServerInstances', 'state-checked', 'server', servers, [serverNumbers]),
  vserver('stopServerInstances', 'state-checked', 'server', servers, [serverNumbers]),
  vserver('rebootServerInstances', 'state-checked', 'server', servers, [serverNumbers]),
  vserver('terminateServerInstances', 'state-checked', 'server', servers, [serverNumbers]),
  vserver('changeServerInstanceSpec', 'state-checked', 'server', servers, [
    serverNumber,
    text('serverSpecCode', conditional),
    text('serverProductCode', conditional),
  ]),
  vserver('changeServerInstanceName', 'state-checked', 'server', servers, [
    serverNumber,
    text('serverName', { ...required, ...plainName }),
  ]),
  vserver('setProtectServerTermination', 'state-checked', 'server', servers, [
    serverNumber,
    boolean('isProtectServerTermination', required),
  ]),
  vserver('getRootPassword', 'read', 'server', { rootPassword: 'string' }, [
    serverNumber,
    text('privateKey', conditional),
  ]),
  vserver('getServerImageList', 'read', 'serverimage', listOf('serverImageList', 'vserver.ServerImage'), [
    text('serverImageName'),
    text('serverImageStatusCode', { enum: ['INIT', 'CREAT', 'CREFL'] }),
    text('serverImageNoList.N'),
    hypervisors,
    text('serverImageTypeCodeList.N', { enum: ['SELF', 'NCP'] }),
    text('osTypeCodeList.N', { enum: ['CENTOS', 'UBUNTU', 'WINDOWS', 'ROCKY', 'NAVIX'] }),
    text('platformCategoryCodeList.N', { enum: ['OS', 'APP', 'DBMS', 'GPU'] }),
    ...vpcPaging,
    ...sorting,
  ]),
  vserver('getServerImageDetail', 'read', 'serverimage', listOf('serverImageList', 'vserver.ServerImage'), [
    text('serverImageNo', required),
  ]),
  vserver('getServerSpecList', 'read', 'server-common', listOf('serverSpecList', 'vserver.ServerSpec'), [
    text('serverImageNo'),
    text('zoneCode'),
    text('serverSpecCodeList.N'),
    // The docs and the SDK disagree on this name; which one NCP reads is not known.
    hypervisors,
    text('hypervisorCodeList.N', { enum: ['XEN', 'KVM'], evidence: 'sdk' }),
  ]),
  vserver('getServerImageProductList', 'read', 'server-common', listOf('productList', 'vserver.Product'), [
    integer('blockStorageSize', { enum: ['50', '100'] }),
    text('exclusionProductCode'),
    text('productCode'),
    platforms,
    text('infraResourceDetailTypeCode'),
  ]),
  vserver('getServerProductList', 'read', 'server-common', listOf('productList', 'vserver.Product'), [
    text('zoneCode'),
    text('serverImageProductCode', conditional),
    text('exclusionProductCode'),
    text('productCode'),
    text('generationCode', { enum: ['G1', 'G2'] }),
    text('memberServerImageInstanceNo', conditional),
  ]),
  vserver(
    'getMemberServerImageInstanceList',
    'read',
    'serverimage',
    listOf('memberServerImageInstanceList', 'vserver.MemberServerImageInstance'),
    [
      text('memberServerImageName'),
      text('memberServerImageInstanceStatusCode'),
      text('memberServerImageInstanceNoList.N'),
      platforms,
      ...vpcPaging,
      ...sorting,
    ],
  ),
  vserver('getInitScriptList', 'read', 'initscript', listOf('initScriptList', 'vserver.InitScript'), [
    text('osTypeCode', { enum: ['LNX', 'WND'] }),
    ...vpcPaging,
    ...sorting,
    text('initScriptName'),
    text('initScriptNoList.N'),
  ]),
  vserver('getInitScriptDetail', 'read', 'initscript', listOf('initScriptList', 'vserver.InitScript'), [
    text('initScriptNo', required),
  ]),
  vserver('createInitScript', 'create', 'initscript', listOf('initScriptList', 'vserver.InitScript'), [
    text('initScriptContent', { ...required, limits: [{ unit: 'bytes', min: 0, max: 1024 * 1024 }] }),
    initScriptName,
    text('initScriptDescription', descriptionLength),
    text('osTypeCode', { enum: ['LNX', 'WND'] }),
  ]),
  vserver('deleteInitScripts', 'state-checked', 'initscript', listOf('initScriptList', 'vserver.InitScript'), [
    text('initScriptNoList.N', required),
  ]),
  vserver('getLoginKeyList', 'read', 'server-loginkey', listOf('loginKeyList', 'vserver.LoginKey'), [
    text('keyName'),
    ...vpcPaging,
  ]),
  vserver('createLoginKey', 'create', 'server-loginkey', { keyName: 'string', privateKey: 'string' }, [keyName]),
  vserver('importLoginKey', 'create', 'server-loginkey', listOf('loginKeyList', 'vserver.LoginKey'), [
    keyName,
    text('publicKey', required),
  ]),
  vserver('deleteLoginKeys', 'state-checked', 'server-loginkey', {}, [text('keyNameList.N', required)]),
  vserver(
    'getPlacementGroupList',
    'read',
    'server-placementgroup',
    listOf('placementGroupList', 'vserver.PlacementGroup'),
    [text('placementGroupName'), text('placementGroupNoList.N')],
  ),
  vserver('getRaidList', 'read', 'server-common', listOf('raidList', 'vserver.Raid'), [
    text('productTypeCode', { ...required, enum: ['LINUX', 'WINNT'] }),
  ]),
];
