/** Every parameter of the VPC `createServerInstances`, in the order of its page. */
import * as shared from './create.shared';
import { imageParameters } from './create.vpc.image';
import { networkInterfaces, publicIp, vpcAndSubnet } from './create.vpc.network';
import { disks, encryption, storages } from './create.vpc.storage';
import { boolean, docs, regionCode, text, windowsNameLength } from './parameters';
import type { CreateEntry, CreateParameter } from './types';

const page = docs('compute-vserver-server-createserverinstances');

const entries: readonly CreateEntry[] = [
  {
    ...regionCode,
    label: { en: 'Region', ko: '리전' },
    hint: { en: 'The first region of the account when left out.', ko: '비워 두면 계정의 첫 번째 리전을 사용합니다.' },
    section: 'advanced',
    supplied: true,
  },
  ...imageParameters,
  ...vpcAndSubnet,
  encryption,
  shared.feeSystemTypeCode,
  {
    ...shared.serverCreateCount,
    hint: {
      en: '1 or more; the pages of NCP disagree on the most (10, 20 or 100). A public IP can only be had with one.',
      ko: '1 이상입니다. 최댓값은 NCP 문서마다 다르며(10, 20, 100), 공인 IP는 1대일 때만 할당할 수 있습니다.',
    },
    limits: [{ unit: 'value', min: 1 }],
  },
  {
    ...shared.serverCreateStartNo,
    hint: {
      en: '0–999; three digits are added to the name when there are several servers.',
      ko: '0~999이며, 여러 대를 생성할 때 세 자리 숫자가 이름 뒤에 붙습니다.',
    },
    limits: [{ unit: 'value', min: 0, max: 999 }],
  },
  {
    ...shared.serverName,
    hint: {
      en: '3–30 (with Windows 15) of a–z, 0–9 and -, starting with a letter, ending in a letter or digit; if NCP’s answer is lost, the server is looked up by it.',
      ko: '소문자, 숫자, -로 3~30자(Windows는 15자)이며 소문자로 시작하고 소문자나 숫자로 끝납니다. NCP의 응답을 받지 못하면 이 이름으로 서버를 찾습니다.',
    },
    // The last character is judged by a rule, because a serial number may follow.
    pattern: '^[a-z][a-z0-9-]*$',
    form: {
      en: 'Use a–z, 0–9 and -, and start with a letter.',
      ko: '소문자, 숫자, -만 사용하고 소문자로 시작하십시오.',
    },
    // Others report it; the answer itself was seen from Classic only.
    systemLimits: { WND: { ...windowsNameLength, severity: 'warning' } },
  },
  ...networkInterfaces,
  {
    ...text('placementGroupNo'),
    label: { en: 'Placement group', ko: '물리 배치 그룹' },
    hint: {
      en: 'Keeps the servers of a group on different hardware.',
      ko: '그룹의 서버를 서로 다른 하드웨어에 배치합니다.',
    },
    section: 'advanced',
    rare: true,
    terraform: { argument: 'placement_group_no' },
    toldAs: 'placementGroupNo',
    source: {
      service: 'vserver',
      action: 'getPlacementGroupList',
      list: 'placementGroupList',
      value: 'placementGroupNo',
      label: ['placementGroupName', 'placementGroupType.codeName'],
    },
  },
  shared.isProtectServerTermination,
  {
    ...shared.serverDescription,
    hint: {
      en: 'Up to 1,000 bytes; a Korean letter takes 3.',
      ko: '최대 1,000바이트이며 한글 한 글자는 3바이트입니다.',
    },
  },
  {
    ...shared.initScriptNo,
    hint: {
      en: 'Runs once at the first start; it must suit the operating system.',
      ko: '처음 부팅할 때 한 번 실행되며, 운영체제에 맞아야 합니다.',
    },
    terraform: { argument: 'init_script_no' },
    toldAs: 'initScriptNo',
    source: {
      service: 'vserver',
      action: 'getInitScriptList',
      list: 'initScriptList',
      value: 'initScriptNo',
      label: ['initScriptName', 'osType.code', 'initScriptDescription'],
    },
    makers: ['uploadScript'],
  },
  {
    ...shared.loginKeyName,
    hint: {
      en: 'Reveals the first password of the server. Left out, NCP takes the newest key; the form preselects it.',
      ko: '서버의 관리자 비밀번호를 확인할 때 사용합니다. 비워 두면 가장 최근에 생성한 서버 인증키가 사용되며, 처음에는 그 키가 선택되어 있습니다.',
    },
    source: {
      service: 'vserver',
      action: 'getLoginKeyList',
      list: 'loginKeyList',
      value: 'keyName',
      label: ['keyName', 'fingerprint'],
    },
  },
  publicIp,
  ...disks,
  ...storages,
  {
    ...text('fabricClusterPoolNo'),
    label: { en: 'GPU fabric cluster pool', ko: 'GPU Fabric Cluster Pool' },
    hint: { en: 'For GPU servers on KVM or bare metal.', ko: 'KVM 또는 베어메탈 GPU 서버에 사용합니다.' },
    section: 'advanced',
    rare: true,
    kinds: ['KVM', 'BM'],
    toldAs: 'fabricClusterPoolNo',
    source: {
      service: 'vserver',
      action: 'getFabricClusterPoolList',
      list: 'fabricClusterPoolList',
      value: 'fabricClusterPoolNo',
      label: ['fabricClusterPoolName'],
      needs: { zoneCode: 'subnetNo@zoneCode' },
      narrowedBy: { serverSpecCode: 'serverSpecCode', serverProductCode: 'serverProductCode' },
    },
  },
  {
    ...boolean('isPreInstallGpuDriver', { evidence: 'sdk' }),
    label: { en: 'Install the GPU driver', ko: 'GPU 드라이버 설치' },
    hint: {
      en: 'Lets NCP install the driver; for a KVM image and spec with GPU.',
      ko: 'NCP가 드라이버를 설치합니다. GPU용 KVM 이미지와 스펙에 사용합니다.',
    },
    section: 'advanced',
    rare: true,
    default: 'false',
    toldAs: 'isPreInstallGpuDriver',
  },
  shared.responseFormatType,
];

export const vpcCreateParameters: readonly CreateParameter[] = entries.map((entry) => ({ ...entry, page }));
