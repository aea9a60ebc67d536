/** The labels of shapes, data and behaviour: each fact of the sandbox with what it rests on. */
import type { Evidence } from '../reference/index';

/** A label with what it rests on: the slug of a docs page, an SDK or program, who saw it, or why it is a guess. */
export interface Label {
  readonly evidence: Evidence;
  readonly source: string;
}

const documented = (source: string): Label => ({ evidence: 'documented', source });
const sdk = (source = 'ncloud-sdk-go-v2'): Label => ({ evidence: 'sdk', source });
const seen = (source: string): Label => ({ evidence: 'seen', source });
const guess = (source: string): Label => ({ evidence: 'guess', source });

/** The fields of each answer item: names, types and order. */
export const shapeLabels: Readonly<Record<string, Label>> = {
  'vserver.ServerInstance': documented('compute-vserver-server-createserverinstances'),
  'vserver.BlockDevicePartition': sdk(),
  'vserver.Region': sdk(),
  'vserver.Zone': sdk(),
  'vserver.ServerImage': documented('common-vapidatatype-serverimage'),
  'vserver.BlockStorageMapping': sdk('ncloud-sdk-go-v2 (the docs call one number a text)'),
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
    ...seen('cb-spider (region meta of real answers)'),
    fills: ['vserver/getRegionList', 'vserver/getZoneList', 'server/getRegionList', 'server/getZoneList'],
  },
  'Classic zone numbers in KR': { ...seen('samples of real answers'), fills: ['server/getZoneList'] },
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
  'Micro and GPU specs': { ...seen('lists of real specs in public programs'), fills: ['vserver/getServerSpecList'] },
  'product codes of Micro and GPU specs': {
    ...guess('by the grammar; so is the memory of the L4 spec'),
    fills: ['vserver/getServerSpecList'],
  },
  'figures of KVM specs': {
    ...seen('a published list of real answers; c2-g3 as in the docs'),
    fills: ['vserver/getServerSpecList'],
  },
  'figures of other specs': { ...guess('IOPS, throughput and network'), fills: ['vserver/getServerSpecList'] },
  'bare-metal product': {
    ...documented('platform-listprice-getproductpricelist'),
    fills: ['vserver/getServerProductList'],
  },
  'volume types': {
    ...seen('cb-spider; limits of KVM from createBlockStorageInstance'),
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
  'details of 401': seen('captures of other gateway APIs'),
  'gateway envelope is always JSON': guess('no XML form was ever seen'),
  'responseError in JSON': documented('compute-vserver'),
  'responseError in XML': sdk('ncloud-sdk-go (test)'),
  'XML by default': documented('compute-vserver-server-createserverinstances'),
  'order of JSON fields': documented('compute-vserver-server-createserverinstances'),
  'order of JSON fields of Classic': seen('captures of 2018 and 2020'),
  'order of XML fields': seen('dump of a real answer'),
  'item elements': seen('dump of a real answer'),
  'empty values': documented('compute-vserver-server-createserverinstances'),
  'empty VPC list in XML': guess('never seen'),
  'empty Classic list in XML': documented('compute-server-getserverinstancelist'),
  'misspelt Classic field': documented('Classic data type of the server instance'),
  'misspelt in answers of changes only': seen('captures of lists of 2018 and 2020 spell it right'),
  'isDefault in a Classic server': seen('captures of 2018 and 2020'),
  'KVM servers without baseBlockStorageDiskDetailType': seen('capture of 2024'),
  'storages on XEN without figures': seen('captures of 2024'),
  'Content-Type': guess('not documented'),
  'language of codeName': seen('follows the account: captures of 2024'),
  'Korean names of further statuses and operations': guess('by the pattern of those that were seen'),
  'names of storage and public IP codes': seen('captures of 2024'),
  'unknown parameters are passed over': seen('programs that send them work'),
  'page numbers': documented('compute-vserver-serverimage-getserverimagelist'),
  'all rows without a page': guess('docs do not say'),
  'page beyond the last': guess('empty'),
  'order without sortedBy': guess('oldest first'),
  'filters on names are exact': guess('VPC docs do not say'),
  'first region is the default': documented('compute-vserver-server-createserverinstances'),
  'first zone is the default of Classic lists': documented('compute-server-getserverinstancelist'),
  'Classic servers are found by number in any zone': guess('docs do not say'),
  'bare create answer': documented('compute-vserver-server-createserverinstances'),
  'status codes': documented('common-vapidatatype-fabricclusterserverinstance'),
  'order of status names': seen('lists of names in public programs'),
  'operation of setting up': sdk('terraform-provider-ncloud waits for its end'),
  'operation of booting': seen('capture of Classic'),
  'operation of creating': guess('never seen'),
  'operation of stop, start, terminate': sdk('terraform-provider-ncloud waits for it'),
  rebooting: seen('dump of a real answer'),
  durations: guess('not documented'),
  'terminated servers vanish': sdk('terraform-provider-ncloud'),
  'public IP outlives its VPC server': seen('cb-spider'),
  'reserved addresses of a subnet': documented('compute-vserver-networkinterface-createnetworkinterface'),
  'base storage vanishes with a server': sdk('terraform-provider-ncloud'),
  'interfaces and further storages vanish with a server': guess('not documented'),
  'batch is refused as a whole': guess('not documented'),
  'smallest spec is the default': documented('compute-vserver-server-createserverinstances'),
  'VPC never chooses a Micro spec by itself': guess('the default price plan does not go with it'),
  'newest login key is the default': documented('compute-server-createserverinstances'),
  'generated server names': seen('samples of real answers'),
  'equal VPC names are accepted': guess('docs do not say'),
  'init script wins over user data': documented('compute-server-createserverinstances'),
  'user data only told by number': documented('compute-server-createserverinstances'),
  'values that mean nothing to a server': guess('refused, so that mistakes show'),
};
