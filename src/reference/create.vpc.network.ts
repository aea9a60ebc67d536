/** The parameters of the VPC `createServerInstances` about the network: VPC, subnet, interfaces, public IP. */
import { boolean, conditional, integer, required, text } from './parameters';
import type { CreateEntry, Source } from './types';

const ipv4 = '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$';

const subnets: Source = {
  service: 'vpc',
  action: 'getSubnetList',
  list: 'subnetList',
  value: 'subnetNo',
  label: ['subnetName', 'zoneCode', 'subnet', 'subnetType.code'],
  fixed: { usageTypeCode: 'GEN' },
  fixedFor: { BM: { usageTypeCode: 'BM' } },
  needs: { vpcNo: 'vpcNo' },
};

export const vpcAndSubnet: readonly CreateEntry[] = [
  {
    ...text('vpcNo', required),
    label: { en: 'VPC', ko: 'VPC' },
    hint: { en: 'The private network that the server joins.', ko: '서버가 속할 사설 네트워크입니다.' },
    section: 'network',
    initial: 'first',
    // The subnet names it.
    terraform: 'elsewhere',
    toldAs: 'vpcNo',
    source: {
      service: 'vpc',
      action: 'getVpcList',
      list: 'vpcList',
      value: 'vpcNo',
      label: ['vpcName', 'ipv4CidrBlock'],
    },
  },
  {
    ...text('subnetNo', required),
    label: { en: 'Subnet', ko: 'Subnet' },
    hint: {
      en: 'Where the first network interface lives; it also decides the zone.',
      ko: '기본 네트워크 인터페이스가 속할 Subnet이며, 서버의 존도 여기에서 정해집니다.',
    },
    section: 'network',
    initial: 'first',
    terraform: { argument: 'subnet_no' },
    toldAs: 'subnetNo',
    source: subnets,
  },
];

/** For Terraform a new interface is a resource of its own. What a server has is told by rows of their own as well. */
const ofInterface = { section: 'network', maxItems: 3, terraform: 'elsewhere' } as const;
/** An interface that exists already brings its own address and firewalls. */
const ofNew = { without: 'networkInterfaceList.N.networkInterfaceNo' } as const;

export const networkInterfaces: readonly CreateEntry[] = [
  {
    ...integer('networkInterfaceList.N.networkInterfaceOrder', {
      ...required,
      limits: [{ unit: 'value', min: 0, max: 2 }],
    }),
    label: { en: 'Order of the interface', ko: '네트워크 인터페이스 순서' },
    hint: {
      en: '0 is the default interface (eth0), 1 and 2 are further ones.',
      ko: '0은 기본 인터페이스(eth0), 1과 2는 추가 인터페이스입니다.',
    },
    item: { label: { en: 'order', ko: '순서' } },
    ...ofInterface,
    role: 'order',
    initial: '0',
  },
  {
    ...text('networkInterfaceList.N.networkInterfaceNo', conditional),
    label: { en: 'Existing network interface', ko: '기존 네트워크 인터페이스' },
    hint: {
      en: 'Attaches an interface that is not in use, with its address and firewalls.',
      ko: '사용하지 않는 인터페이스를 그 IP와 ACG 그대로 연결합니다.',
    },
    item: {
      label: { en: 'existing interface', ko: '기존 인터페이스' },
      value: { en: 'existing {}', ko: '기존 {}' },
    },
    ...ofInterface,
    rare: true,
    source: {
      service: 'vserver',
      action: 'getNetworkInterfaceList',
      list: 'networkInterfaceList',
      value: 'networkInterfaceNo',
      label: ['networkInterfaceName', 'ip', 'networkInterfaceDescription'],
      fixed: { networkInterfaceStatusCode: 'NOTUSED' },
    },
  },
  {
    ...text('networkInterfaceList.N.subnetNo', conditional),
    label: { en: 'Subnet of the interface', ko: '인터페이스의 Subnet' },
    hint: {
      en: 'A subnet of the same VPC; eth1 and eth2 each need one.',
      ko: '같은 VPC의 Subnet이며, eth1과 eth2에는 각각 필요합니다.',
    },
    item: { label: { en: 'subnet', ko: 'Subnet' }, unlike: 'subnetNo' },
    ...ofInterface,
    rare: true,
    firstAs: 'subnetNo',
    source: subnets,
  },
  {
    ...text('networkInterfaceList.N.ip', {
      pattern: ipv4,
      form: { en: 'Enter an IPv4 address such as 10.0.1.6.', ko: '10.0.1.6과 같은 IPv4 주소를 입력하십시오.' },
    }),
    label: { en: 'Private IP', ko: '비공인 IP' },
    hint: {
      en: 'A free IPv4 address of the subnet but for its first six and its last, for one server only; the next free one when left out.',
      ko: 'Subnet의 처음 6개와 마지막을 제외한, 사용하지 않는 IPv4 주소이며 서버 1대에만 사용할 수 있습니다. 비워 두면 다음 주소를 자동으로 사용합니다.',
    },
    item: { label: { en: 'private IP', ko: '비공인 IP' } },
    ...ofInterface,
    ...ofNew,
    rare: true,
  },
  {
    ...text('networkInterfaceList.N.accessControlGroupNoList.N', {
      ...conditional,
      limits: [{ unit: 'items', min: 1, max: 3 }],
    }),
    label: { en: 'Firewall (ACG)', ko: 'ACG' },
    hint: {
      en: '1–3 for each new network interface; they say which traffic gets through.',
      ko: '새 네트워크 인터페이스마다 1~3개를 선택하며, 허용할 트래픽을 정합니다.',
    },
    item: {
      label: { en: 'firewall (ACG)', ko: 'ACG' },
      value: { en: 'firewall {}', ko: 'ACG {}' },
      several: { en: '{} firewalls', ko: 'ACG {}개' },
    },
    ...ofInterface,
    ...ofNew,
    initial: 'first',
    source: {
      service: 'vserver',
      action: 'getAccessControlGroupList',
      list: 'accessControlGroupList',
      value: 'accessControlGroupNo',
      label: ['accessControlGroupName', 'accessControlGroupDescription'],
      needs: { vpcNo: 'vpcNo' },
    },
  },
];

export const publicIp: CreateEntry = {
  ...boolean('associateWithPublicIp'),
  label: { en: 'New public IP', ko: '새 공인 IP 할당' },
  hint: {
    en: 'Only for one server in a public subnet; it is billed until it is released.',
    ko: 'Public Subnet에서 서버 1대를 생성할 때만 가능하며, 반납할 때까지 요금이 부과됩니다.',
  },
  section: 'network',
  default: 'false',
  initial: 'false',
  // A resource of its own.
  terraform: 'elsewhere',
  toldAs: 'publicIp',
};
