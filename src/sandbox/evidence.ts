/** How sure we are of each thing that the sandbox does. A test fails when anything has no label here. */
import {
  actions,
  type Environment,
  type Evidence,
  findReturnCode,
  rules as referenceRules,
  ruleReturnCode,
} from '../reference/index';
import { findHandler } from './handlers';
import { codeOf, type Rule, rules } from './rules';

/** A label with what it rests on: the slug of a docs page, an SDK or program, or why it is a guess. */
export interface Label {
  readonly evidence: Evidence;
  readonly source: string;
}

const documented = (source: string): Label => ({ evidence: 'documented', source });
const sdk = (source = 'ncloud-sdk-go-v2'): Label => ({ evidence: 'sdk', source });
const guess = (source: string): Label => ({ evidence: 'guess', source });

/** The fields of each answer item: names, types and order. */
export const shapeLabels: Readonly<Record<string, Label>> = {
  'vserver.ServerInstance': documented('compute-vserver-server-createserverinstances'),
  'vserver.BlockDevicePartition': sdk(),
  'vserver.Region': sdk(),
  'vserver.Zone': sdk(),
  'vserver.ServerImage': documented('common-vapidatatype-serverimage'),
  'vserver.BlockStorageMapping': documented('common-vapidatatype-blockstoragemapping'),
  'vserver.ServerSpec': sdk(),
  'vserver.Product': sdk(),
  'vserver.MemberServerImageInstance': sdk(),
  'vserver.InitScript': documented('common-vapidatatype-initscript'),
  'vserver.LoginKey': sdk(),
  'vserver.PlacementGroup': documented('compute-vserver-server-placementgroup-getplacementgrouplist'),
  'vserver.Raid': documented('compute-vserver-server-common-getraidlist'),
  'vserver.FabricClusterPool': sdk(),
  'vserver.AccessControlGroup': sdk(),
  'vserver.AccessControlGroupRule': sdk(),
  'vserver.ProtocolType': sdk(),
  'vserver.NetworkInterface': sdk(),
  'vserver.BlockStorageInstance': sdk(),
  'vserver.BlockStorageSnapshotInstance': sdk(),
  'vserver.BlockStorageVolumeType': documented('compute-vserver-storage-getblockstoragevolumetypelist'),
  'vserver.PublicIpInstance': documented('common-vapidatatype-publicipinstance'),
  'vpc.Vpc': sdk(),
  'vpc.Subnet': sdk(),
  'server.Region': sdk(),
  'server.Zone': sdk(),
  'server.Product': sdk(),
  'server.BlockDevicePartition': sdk(),
  'server.ServerInstance': documented('compute-server-createserverinstances'),
  'server.AccessControlGroup': sdk(),
  'server.AccessControlRule': sdk(),
  'server.LoginKey': documented('compute-server-getloginkeylist'),
  'server.InitScript': sdk(),
  'server.Raid': sdk(),
  'server.MemberServerImage': sdk(),
  'server.PublicIpInstance': sdk(),
  'server.InstanceTag': sdk(),
  'billing.ProductPrice': documented('platform-listprice-getproductpricelist'),
  'billing.Price': documented('platform-listprice-getproductpricelist'),
  'billing.Region': documented('platform-listprice-getproductpricelist'),
};

/** The groups of data that the account is filled with, and the list actions that show them. */
export const seedLabels: Readonly<Record<string, Label & { readonly fills: readonly string[] }>> = {
  'regions and zones': {
    ...sdk('cb-spider (region meta of real answers)'),
    fills: ['vserver/getRegionList', 'vserver/getZoneList', 'server/getRegionList', 'server/getZoneList'],
  },
  'Classic zone numbers in KR': { ...sdk('samples of real answers'), fills: ['server/getZoneList'] },
  'Classic zone numbers elsewhere': { ...guess('numbers from 9904 are made up'), fills: ['server/getZoneList'] },
  'VPC images with known numbers': {
    ...sdk('terraform-provider-ncloud docs'),
    fills: ['vserver/getServerImageList', 'vserver/getServerImageDetail', 'vserver/getServerImageProductList'],
  },
  'VPC images with made-up numbers': {
    ...guess('codes are documented, numbers from 99000001 are not'),
    fills: ['vserver/getServerImageList', 'vserver/getServerImageDetail', 'vserver/getServerImageProductList'],
  },
  'XEN and KVM specs': {
    ...sdk('terraform-ncloud-docs (grammar of the codes)'),
    fills: ['vserver/getServerSpecList', 'vserver/getServerProductList'],
  },
  'RHV specs': {
    ...guess('how RHV writes its codes is unknown'),
    fills: ['vserver/getServerSpecList', 'vserver/getServerProductList'],
  },
  'GPU spec': { ...guess('no KVM GPU code is known'), fills: ['vserver/getServerSpecList'] },
  'figures of specs': { ...guess('IOPS, throughput and network'), fills: ['vserver/getServerSpecList'] },
  'bare-metal product': {
    ...documented('platform-listprice-getproductpricelist'),
    fills: ['vserver/getServerProductList'],
  },
  'volume types': {
    ...sdk('cb-spider; limits of KVM from createBlockStorageInstance'),
    fills: ['vserver/getBlockStorageVolumeTypeList'],
  },
  'VPCs, subnets, ACGs': {
    ...guess('made up'),
    fills: [
      'vpc/getVpcList',
      'vpc/getSubnetList',
      'vserver/getAccessControlGroupList',
      'vserver/getAccessControlGroupRuleList',
    ],
  },
  'placement groups, pools, interfaces': {
    ...guess('made up'),
    fills: [
      'vserver/getPlacementGroupList',
      'vserver/getFabricClusterPoolList',
      'vserver/getNetworkInterfaceList',
      'vserver/getBlockStorageInstanceList',
    ],
  },
  'init scripts': {
    ...guess('made up'),
    fills: ['vserver/getInitScriptList', 'vserver/getInitScriptDetail', 'server/getInitScriptList'],
  },
  'login keys': {
    ...guess('made up; that regions share them is a guess'),
    fills: ['vserver/getLoginKeyList', 'server/getLoginKeyList'],
  },
  'member images and snapshots': {
    ...guess('made up'),
    fills: [
      'vserver/getMemberServerImageInstanceList',
      'vserver/getBlockStorageSnapshotInstanceList',
      'server/getMemberServerImageList',
    ],
  },
  'Classic images and specs': {
    ...sdk('terraform-ncloud-docs'),
    fills: ['server/getServerImageProductList', 'server/getServerProductList'],
  },
  'Classic ACG names': {
    ...sdk('ncloud-sdk-go (test)'),
    fills: ['server/getAccessControlGroupList', 'server/getAccessControlRuleList'],
  },
  'RAID types': {
    ...documented('compute-vserver-server-common-getraidlist'),
    fills: ['vserver/getRaidList', 'server/getRaidList'],
  },
  'public addresses': {
    ...guess('RFC 5737'),
    fills: ['vserver/getPublicIpInstanceList', 'server/getPublicIpInstanceList'],
  },
  'servers and tags': {
    ...guess('made up'),
    fills: [
      'vserver/getServerInstanceList',
      'vserver/getServerInstanceDetail',
      'server/getServerInstanceList',
      'server/getInstanceTagList',
    ],
  },
  prices: { ...guess('made-up round figures, labelled as samples'), fills: ['billing/getProductPriceList'] },
};

/** How answers are written and how servers live. */
export const behaviourLabels: Readonly<Record<string, Label>> = {
  'signature and its headers': documented('common-ncpapi'),
  'signature header -v1': sdk(),
  'five-minute window': documented('common-ncpapi'),
  'user data in a query must be percent-encoded': documented('compute-server-createserverinstances'),
  'gateway envelope': documented('api-call-lgc-errorhandling'),
  'details of 401': sdk('captures of other gateway APIs'),
  'gateway envelope is always JSON': guess('no XML form was ever seen'),
  'responseError in JSON': documented('compute-vserver'),
  'responseError in XML': sdk('ncloud-sdk-go (test)'),
  'XML by default': documented('compute-vserver-server-createserverinstances'),
  'order of JSON fields': documented('compute-vserver-server-createserverinstances'),
  'order of XML fields': sdk('dump of a real answer'),
  'item elements': sdk('dump of a real answer'),
  'empty values': documented('compute-vserver-server-createserverinstances'),
  'empty VPC list in XML': guess('never seen'),
  'empty Classic list in XML': documented('compute-server-getserverinstancelist'),
  'misspelt Classic field': documented('Classic data type of the server instance'),
  'Content-Type': guess('not documented'),
  'language of codeName': guess('English; NCP follows the account'),
  'page numbers': documented('compute-vserver-serverimage-getserverimagelist'),
  'page beyond the last': guess('empty'),
  'order without sortedBy': guess('oldest first'),
  'filters on names are exact': guess('VPC docs do not say'),
  'first region is the default': documented('compute-vserver-server-createserverinstances'),
  'first zone is the default of Classic lists': documented('compute-server-getserverinstancelist'),
  'Classic servers are found by number in any zone': guess('docs do not say'),
  'bare create answer': documented('compute-vserver-server-createserverinstances'),
  'status codes': documented('common-vapidatatype-fabricclusterserverinstance'),
  'operation while being made': guess('only Classic booting was seen'),
  'operation of stop, start, terminate': sdk('terraform-provider-ncloud waits for it'),
  rebooting: sdk('dump of a real answer'),
  durations: guess('not documented'),
  'terminated servers vanish': sdk('terraform-provider-ncloud'),
  'public IP outlives its VPC server': sdk('cb-spider'),
  'own interfaces and storages vanish with a server': guess('not documented'),
  'batch is refused as a whole': guess('not documented'),
  'smallest spec is the default': documented('compute-vserver-server-createserverinstances'),
  'newest login key is the default': documented('compute-server-createserverinstances'),
  'generated server names': sdk('samples of real answers'),
  'equal VPC names are accepted': guess('docs do not say'),
  'init script wins over user data': documented('compute-server-createserverinstances'),
  'user data only told by number': documented('compute-server-createserverinstances'),
  'values that mean nothing to a server': guess('refused, so that mistakes show'),
};

/** What a label is about. A code is documented or not for each environment, a parameter for each action. */
export type EvidenceKind = 'shape' | 'seed' | 'behaviour' | 'rule' | 'code' | 'parameter';

/** How sure we are of the code that a rule is refused with. */
function codeEvidence(rule: Rule, environment: Environment): Evidence {
  const code = codeOf(rule, environment);
  return (code === undefined ? undefined : findReturnCode(environment, code)?.evidence) ?? 'guess';
}

/** Every label, by what it is about and its name. */
export function labels(): Readonly<Record<EvidenceKind, ReadonlyMap<string, Evidence>>> {
  const plain = (table: Readonly<Record<string, Label>>) =>
    new Map(Object.entries(table).map(([name, { evidence }]) => [name, evidence]));
  const own = Object.entries<Rule>(rules);
  const environments = ['vpc', 'classic'] as const;
  return {
    shape: plain(shapeLabels),
    seed: plain(seedLabels),
    behaviour: plain(behaviourLabels),
    rule: new Map(own.map(([name, { evidence }]) => [name, evidence])),
    code: new Map(
      environments.flatMap((environment) => [
        ...own.map(([name, rule]): [string, Evidence] => [`${environment} ${name}`, codeEvidence(rule, environment)]),
        ...Object.keys(referenceRules).map((rule): [string, Evidence] => [
          `${environment} ${rule}`,
          ruleReturnCode({ name: '', rule, severity: 'error', args: {} }, environment).evidence,
        ]),
      ]),
    ),
    parameter: new Map(
      actions
        .filter(findHandler)
        .flatMap(({ service, name, parameters }) =>
          parameters.map((parameter): [string, Evidence] => [
            `${service}/${name} ${parameter.name}`,
            parameter.evidence ?? 'documented',
          ]),
        ),
    ),
  };
}

/** How many labels are of which evidence. */
export type EvidenceShare = Readonly<Record<Evidence, number>>;

/** The figures for the README, by what the labels are about. */
export function share(): Readonly<Record<EvidenceKind, EvidenceShare>> {
  const { shape, seed, behaviour, rule, code, parameter } = labels();
  return {
    shape: count(shape),
    seed: count(seed),
    behaviour: count(behaviour),
    rule: count(rule),
    code: count(code),
    parameter: count(parameter),
  };
}

function count(labelled: ReadonlyMap<string, Evidence>): EvidenceShare {
  const counts: Record<Evidence, number> = { documented: 0, sdk: 0, guess: 0 };
  for (const evidence of labelled.values()) counts[evidence] += 1;
  return counts;
}
