/** Every parameter of the Classic `createServerInstances`, in the order of its page. */
import * as shared from './create.shared';
import { boolean, conditional, docs, text, windowsNameLength } from './parameters';
import type { CreateEntry, CreateParameter } from './types';

const page = docs('compute-server-createserverinstances');
const productCode = { limits: [{ unit: 'characters', min: 1, max: 20 }] } as const;

const entries: readonly CreateEntry[] = [
  {
    ...text('serverImageProductCode', { ...conditional, ...productCode }),
    label: { en: 'Server image', ko: '서버 이미지' },
    hint: {
      en: '1–20 characters; either this or one of your own images.',
      ko: '1~20자이며, 이 값과 내 서버 이미지 중 하나를 지정합니다.',
    },
    section: 'image',
    oneOf: 'image',
    initial: 'first',
    terraform: { argument: 'server_image_product_code' },
    toldAs: 'serverImageProductCode',
    source: {
      service: 'server',
      action: 'getServerImageProductList',
      list: 'productList',
      value: 'productCode',
      label: ['productName', 'osInformation', 'productDescription'],
      also: [{ infraResourceDetailTypeCode: 'BM' }],
    },
  },
  {
    ...text('serverProductCode', productCode),
    label: { en: 'Server spec', ko: '서버 스펙' },
    hint: {
      en: 'CPU, memory and disk, 1–20 characters; the smallest when left out.',
      ko: 'CPU, 메모리, 디스크를 정하는 1~20자의 코드입니다. 비워 두면 가장 작은 스펙입니다.',
    },
    section: 'image',
    with: ['serverImageProductCode', 'memberServerImageNo'],
    initial: 'first',
    terraform: { argument: 'server_product_code' },
    toldAs: 'serverProductCode',
    source: {
      service: 'server',
      action: 'getServerProductList',
      list: 'productList',
      value: 'productCode',
      label: ['productName', 'productType.codeName', 'productCode'],
      narrowedBy: {
        serverImageProductCode: 'serverImageProductCode',
        memberServerImageNo: 'memberServerImageNo',
        zoneNo: 'zoneNo',
      },
    },
  },
  {
    ...text('memberServerImageNo', conditional),
    label: { en: 'My server image', ko: '내 서버 이미지' },
    hint: { en: 'An image made from one of your own servers.', ko: '보유한 서버로 만든 이미지입니다.' },
    section: 'image',
    oneOf: 'image',
    terraform: { argument: 'member_server_image_no' },
    source: {
      service: 'server',
      action: 'getMemberServerImageList',
      list: 'memberServerImageList',
      value: 'memberServerImageNo',
      label: ['memberServerImageName', 'originalOsInformation', 'memberServerImageDescription'],
    },
  },
  {
    ...shared.serverName,
    hint: {
      en: '3–30 characters (with Windows 15), best a–z, 0–9 and -; if NCP’s answer is lost, the server is looked up by it.',
      ko: '3~30자(Windows는 15자)이며 소문자, 숫자, -를 권장합니다. NCP의 응답을 받지 못하면 이 이름으로 서버를 찾습니다.',
    },
    systemLimits: { WND: { ...windowsNameLength, severity: 'error' } },
  },
  {
    ...shared.serverDescription,
    hint: { en: '1–1,000 bytes; a Korean letter takes 3.', ko: '1~1,000바이트이며 한글 한 글자는 3바이트입니다.' },
    // The table counts characters and the error 24300 counts bytes; a text within 1,000 bytes satisfies both.
    limits: [{ unit: 'bytes', min: 1, max: 1000 }],
  },
  {
    ...shared.loginKeyName,
    hint: {
      en: '3–30 characters; it is needed to see the administrator password. Left out, NCP takes the newest key; the form preselects it.',
      ko: '3~30자이며 초기 비밀번호를 확인할 때 사용합니다. 비워 두면 가장 최근에 생성한 서버 인증키가 사용되며, 처음에는 그 키가 선택되어 있습니다.',
    },
    source: {
      service: 'server',
      action: 'getLoginKeyList',
      list: 'loginKeyList',
      value: 'keyName',
      label: ['keyName', 'fingerprint'],
    },
  },
  shared.isProtectServerTermination,
  {
    ...shared.serverCreateCount,
    hint: { en: '1–20 servers at once.', ko: '한 번에 1~20대입니다.' },
    limits: [{ unit: 'value', min: 1, max: 20 }],
  },
  {
    ...shared.serverCreateStartNo,
    hint: {
      en: 'Three digits added to the name of several servers; together with their number at most 1,000.',
      ko: '여러 대의 이름 뒤에 붙는 세 자리 번호이며, 서버 수와의 합은 1,000 이하입니다.',
    },
  },
  { ...shared.feeSystemTypeCode, limits: [{ unit: 'characters', min: 1, max: 5 }] },
  {
    ...text('zoneNo'),
    label: { en: 'Zone', ko: '존' },
    hint: {
      en: 'Where the server is made; NCP picks one when left out.',
      ko: '서버를 생성할 위치입니다. 비워 두면 NCP가 정합니다.',
    },
    section: 'network',
    initial: 'first',
    toldAs: 'zone.zoneNo',
    source: {
      service: 'server',
      action: 'getZoneList',
      list: 'zoneList',
      value: 'zoneNo',
      label: ['zoneName', 'zoneDescription'],
    },
  },
  {
    ...text('accessControlGroupConfigurationNoList.N', { limits: [{ unit: 'items', min: 0, max: 5 }] }),
    label: { en: 'Firewall (ACG)', ko: 'ACG' },
    hint: { en: 'Up to 5; the default one when left out.', ko: '최대 5개이며, 비워 두면 기본 ACG를 사용합니다.' },
    section: 'network',
    maxItems: 5,
    terraform: { argument: 'access_control_group_configuration_no_list' },
    toldAs: 'accessControlGroupList.N.accessControlGroupConfigurationNo',
    source: {
      service: 'server',
      action: 'getAccessControlGroupList',
      list: 'accessControlGroupList',
      value: 'accessControlGroupConfigurationNo',
      label: ['accessControlGroupName', 'accessControlGroupDescription'],
    },
  },
  {
    ...text('userData', { limits: [{ unit: 'base64', min: 1, max: 21847 }] }),
    label: { en: 'User data', ko: '사용자 데이터' },
    hint: {
      en: 'A script for the first start, up to 16,383 bytes (21,847 as base64); not run when an init script is given.',
      ko: '처음 부팅할 때 실행할 스크립트로 최대 16,383바이트(base64로 21,847)이며, 초기화 스크립트를 지정하면 실행되지 않습니다.',
    },
    section: 'script',
    oneOf: 'script',
    without: 'initScriptNo',
    multiline: true,
    isSecret: true,
    terraform: { argument: 'user_data' },
  },
  {
    ...shared.initScriptNo,
    hint: {
      en: 'Runs once at the first start, in place of user data.',
      ko: '처음 부팅할 때 사용자 데이터 대신 한 번 실행됩니다.',
    },
    oneOf: 'script',
    source: {
      service: 'server',
      action: 'getInitScriptList',
      list: 'initScriptList',
      value: 'initScriptNo',
      label: ['initScriptName', 'osType.code', 'initScriptDescription'],
    },
  },
  {
    ...shared.raidTypeName,
    source: {
      service: 'server',
      action: 'getRaidList',
      list: 'raidList',
      value: 'raidTypeName',
      label: ['raidName'],
    },
  },
  {
    ...text('instanceTagList.N.tagKey'),
    label: { en: 'Tag', ko: '태그 키' },
    hint: { en: 'The key of a tag; each key only once.', ko: '태그의 키이며, 같은 키는 한 번만 사용할 수 있습니다.' },
    item: { label: { en: 'key', ko: '키' }, isTitle: true },
    section: 'advanced',
    rare: true,
    terraform: { argument: 'tag_key', block: 'tag_list' },
    toldAs: 'instanceTagList.N.tagKey',
  },
  {
    ...text('instanceTagList.N.tagValue'),
    label: { en: 'Tag value', ko: '태그 값' },
    hint: { en: 'Goes with the key of the tag.', ko: '태그의 키와 함께 지정합니다.' },
    item: { label: { en: 'value', ko: '값' } },
    section: 'advanced',
    rare: true,
    terraform: { argument: 'tag_value', block: 'tag_list' },
    toldAs: 'instanceTagList.N.tagValue',
  },
  {
    ...boolean('isVaccineInstall'),
    label: { en: 'Install antivirus', ko: '백신 설치' },
    hint: {
      en: 'For Windows on bare metal only; on when left out.',
      ko: '베어메탈 Windows 서버 전용이며, 비워 두면 설치합니다.',
    },
    section: 'advanced',
    rare: true,
    kinds: ['BM'],
    onlyFor: { name: 'serverImageProductCode', field: 'productType.code', is: 'WINNT' },
    default: 'true',
    initial: 'true',
  },
  shared.mountPoint,
  shared.partitionSize,
  shared.responseFormatType,
];

export const classicCreateParameters: readonly CreateParameter[] = entries.map((entry) => ({ ...entry, page }));
