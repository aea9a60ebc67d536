/** Faults in Korean: one sentence each, which names the remedy. */
import type { FormTexts, ProblemFacts, ProblemTexts } from './text';

const systems: Readonly<Record<string, string>> = { LNX: 'Linux', WND: 'Windows' };
const usages: Readonly<Record<string, string>> = {
  GEN: '일반',
  BM: '베어메탈',
  LOADB: '로드밸런서',
  NATGW: 'NAT Gateway',
};

export const koreanForms: FormTexts = {
  serverName: '소문자, 숫자, -만 사용하고 소문자로 시작하십시오.',
  keyName: '소문자, 숫자, -만 사용하고, 소문자로 시작하여 소문자나 숫자로 끝내십시오.',
  initScriptName: '영문자, 숫자, -만 사용하고, 영문자로 시작하여 영문자나 숫자로 끝내십시오.',
  'networkInterfaceList.N.ip': '10.0.1.6과 같은 IPv4 주소를 입력하십시오.',
  'blockDevicePartitionList.N.mountPoint': '/ 또는 / 뒤에 소문자로 시작하는 소문자와 숫자를 입력하십시오.',
  'blockDevicePartitionList.N.partitionSize': '용량을 GiB 단위의 숫자로만 입력하십시오.',
  'blockStorageMappingList.N.blockStorageSize': '크기를 GB 단위의 숫자로만 입력하십시오.',
  'blockStorageMappingList.N.blockStorageName':
    '단독 스토리지의 규칙대로 소문자, 숫자, -만 사용하고, 소문자로 시작하여 소문자나 숫자로 끝내십시오.',
};

const least = ({ arg }: ProblemFacts): string => {
  const [limit, actual] = [arg('limit'), arg('actual')];
  switch (arg('unit')) {
    case 'characters':
      return `${limit}자 이상 입력하십시오. 지금은 ${actual}자입니다.`;
    case 'bytes':
    case 'base64':
      return `${limit}바이트 이상 입력하십시오. 지금은 ${actual}바이트입니다.`;
    case 'items':
      return `${limit}개 이상 선택하십시오. 지금은 ${actual}개입니다.`;
    case 'gigabytes':
      return `${limit}GiB 이상 입력하십시오.`;
    default:
      return `${limit} 이상을 입력하십시오.`;
  }
};

const most = ({ arg }: ProblemFacts): string => {
  const [limit, actual] = [arg('limit'), arg('actual')];
  switch (arg('unit')) {
    case 'characters':
      return `${limit}자 이하로 입력하십시오. 지금은 ${actual}자입니다.`;
    case 'bytes':
      return `${limit}바이트 이하로 입력하십시오. 지금은 ${actual}바이트입니다.`;
    case 'base64':
      return `스크립트를 줄이십시오. base64로 ${actual}바이트이며 최대 ${limit}바이트(스크립트 16,383바이트)입니다.`;
    case 'items':
      return `${limit}개 이하로 선택하십시오. 지금은 ${actual}개입니다.`;
    case 'gigabytes':
      return `${limit}GB 이하로 입력하십시오.`;
    default:
      return `${limit} 이하를 입력하십시오.`;
  }
};

export const koreanProblems: ProblemTexts = {
  missing: ({ label }) => `‘${label}’ 값을 지정하십시오.`,
  unknownParameter: ({ label }) => `${label} 값을 삭제하십시오. API에 없는 파라미터입니다.`,
  indexFromOne: () => '목록의 번호를 1부터 매기십시오.',
  notInteger: () => '정수를 입력하십시오.',
  notBoolean: () => 'true 또는 false를 입력하십시오.',
  notOneOf: ({ arg }) => `${arg('allowed')} 중에서 선택하십시오.`,
  wrongForm: ({ label, form }) => form || `‘${label}’ 값의 형식을 고치십시오.`,
  notBase64: () => '사용자 데이터를 base64로 인코딩하십시오.',
  tooLittle: least,
  tooMuch: most,
  nameEnd: ({ arg }) =>
    arg('count') === '1'
      ? '이름을 소문자나 숫자로 끝내십시오.'
      : '이름 뒤에 번호가 붙지만 마지막 문자 때문에 NCP가 거부할 수 있으므로, 소문자나 숫자로 끝내는 것이 안전합니다.',
  unusualName: () => '소문자, 숫자, -를 권장합니다. Classic에서 다른 문자를 사용할 수 있는지는 문서에 없습니다.',
  resultTooLong: ({ arg }) =>
    `이름을 줄이십시오. 번호가 붙은 ${arg('name')} 이름은 ${arg('actual')}자이며 최대 ${arg('limit')}자입니다.`,
  systemLimit: ({ arg }) => {
    const [value, limit, actual] = [arg('value'), arg('limit'), arg('actual')];
    const system = systems[arg('os')] ?? arg('os');
    return arg('severity') === 'error'
      ? `이름을 줄이십시오. ${system} 서버는 번호를 포함하여 최대 ${limit}자이며, ${value}의 길이는 ${actual}자입니다.`
      : `이름을 줄이는 것이 안전합니다. ${system} 서버는 번호를 포함하여 ${limit}자를 넘으면 거부된 사례가 있으며, ${value}의 길이는 ${actual}자입니다.`;
  },
  countDisputed: ({ arg }) =>
    `서버 수를 줄이는 것이 안전합니다. 한 번에 ${arg('actual')}대는 거부될 수 있습니다. 최대값은 자료에 따라 ${arg('low')}, ${arg('middle')}, ${arg('high')}입니다.`,
  serials: ({ arg }) =>
    `서버 수(${arg('count')})나 시작 번호(${arg('start')})를 줄이십시오. 합이 ${arg('sum')}이며 최대 ${arg('limit')}입니다.`,
  tagPair: () => '태그마다 키와 값을 모두 입력하십시오.',
  tagTwice: ({ arg }) => `태그 키 ${arg('value')}의 중복을 없애십시오.`,
  imageMissing: () => '이미지를 선택하십시오.',
  imageTwice: ({ labels }) => `이미지는 하나만 지정하십시오. 지금은 여러 개(${labels('names')})입니다.`,
  specPartner: ({ labels }) =>
    `‘${labels('expected')}’ 값을 선택하십시오. ‘${labels('other')}’ 값은 이 이미지와 함께 사용할 수 없어 가장 작은 스펙이 사용됩니다.`,
  specHypervisor: ({ arg }) =>
    `다른 스펙을 선택하십시오. 이 스펙은 ${arg('spec')}용이고 이미지는 ${arg('image')}용입니다.`,
  mssqlFee: () => '월 정액 요금제(FXSUM)를 선택하십시오. MSSQL 이미지는 시간 요금제로 사용할 수 없습니다.',
  microFee: () =>
    '월 정액 요금제(FXSUM)를 선택하거나 더 큰 스펙을 선택하십시오. Micro 서버는 시간 요금제로 생성할 수 없습니다.',
  microExtraStorage: ({ arg }) =>
    `더 큰 스펙을 선택하십시오. 이미지의 스토리지가 ${arg('storages')}개이며 Micro 서버는 추가 스토리지를 사용할 수 없습니다.`,
  scriptOs: ({ arg }) =>
    `운영체제에 맞는 스크립트를 선택하십시오. 스크립트는 ${systems[arg('script')] ?? arg('script')}용이고 이미지는 ${systems[arg('os')] ?? arg('os')}입니다.`,
  userDataUnsent: () =>
    '사용자 데이터를 사용하려면 초기화 스크립트를 비우십시오. 둘 다 있으면 초기화 스크립트만 실행됩니다.',
  defaultNicMissing: () => '네트워크 인터페이스 하나의 순서를 0으로 지정하십시오.',
  nicOrderTwice: ({ arg }) => `네트워크 인터페이스마다 다른 순서를 지정하십시오. ${arg('value')}번은 이미 있습니다.`,
  tooManyNics: ({ arg }) =>
    `네트워크 인터페이스를 ${arg('limit')}개 이하로 줄이십시오. 지금은 ${arg('actual')}개입니다.`,
  acgMissing: () => 'ACG를 하나 이상 선택하십시오.',
  acgTwice: ({ arg }) => `ACG ${arg('value')}의 중복을 없애십시오.`,
  otherVpc: ({ label, arg }) =>
    `VPC ${arg('vpc')}에 있는 ‘${label}’ 값을 선택하십시오. 지금 값은 VPC ${arg('own')}에 있습니다.`,
  subnetUsage: ({ arg }) =>
    `${usages[arg('expected')] ?? arg('expected')}(${arg('expected')}) 용도의 Subnet을 선택하십시오. 지금 Subnet의 용도는 ${usages[arg('usage')] ?? '다른 용도'}(${arg('usage')})입니다.`,
  nicSubnetMissing: () => '추가 네트워크 인터페이스의 Subnet을 선택하십시오.',
  ipOutsideSubnet: ({ arg }) => `Subnet ${arg('block')} 안의 주소를 입력하십시오. ${arg('ip')} 주소는 범위 밖입니다.`,
  ipKept: ({ arg }) =>
    `다른 주소를 입력하십시오. Subnet ${arg('block')}의 처음 6개와 마지막 주소는 NCP가 사용하며, ${arg('ip')} 주소가 여기에 속합니다.`,
  ipTwice: ({ arg }) => `주소 ${arg('value')}의 중복을 없애십시오.`,
  oneServerOnly: ({ label, arg }) =>
    `서버를 1대만 생성하거나 ‘${label}’ 값을 비우십시오. 서버 ${arg('count')}대가 함께 사용할 수 없습니다.`,
  publicIpSubnet: ({ arg }) =>
    `Public Subnet을 선택하거나 공인 IP를 할당하지 마십시오. 지금 Subnet의 유형은 ${arg('type')}입니다.`,
  existingNicOnKvm: () => '새 네트워크 인터페이스를 권장합니다. KVM에서 기존 인터페이스는 실패하는 사례가 있습니다.',
  storageOrderTwice: ({ arg }) => `스토리지마다 다른 순서를 지정하십시오. ${arg('value')}번은 이미 있습니다.`,
  tooManyStorages: ({ arg }) => `스토리지를 ${arg('limit')}개 이하로 줄이십시오. 지금은 ${arg('actual')}개입니다.`,
  tooManyForSpec: ({ arg }) =>
    `추가 스토리지를 ${arg('limit')}개 이하로 줄이는 것이 안전합니다. 이 스펙의 최대 개수이며 지금은 ${arg('actual')}개입니다.`,
  baseStorageMissing: () =>
    '순서가 0인 기본 스토리지도 목록에 추가하는 것이 안전합니다. 스토리지를 지정할 때 0번이 하나 필요한 것으로 알려져 있습니다.',
  snapshotAndType: () => '스냅샷과 볼륨 타입 중 하나만 지정하십시오. 둘 다 있으면 NCP가 거부할 수 있습니다.',
  snapshotNotBootable: () => '기본 스토리지에는 부팅할 수 있는 스냅샷을 선택하십시오.',
  storageSize: ({ arg }) => `${arg('type')} 타입은 ${arg('min')}~${arg('max')}GB로 입력하십시오.`,
  baseStorageSize: ({ arg }) =>
    `${arg('min')}~${arg('max')}GB를 권장합니다. 문서에는 없으나 기본 스토리지의 다른 크기는 거부된 사례가 있습니다.`,
  storageSteps: ({ arg }) =>
    `${arg('limit')}GB 단위를 권장합니다. 스토리지 크기는 이 단위로 지정하는 것으로 알려져 있습니다.`,
  typeNotForBase: ({ arg }) =>
    `다른 볼륨 타입을 선택하십시오. ${arg('type')} 타입은 기본 스토리지로 사용할 수 없습니다.`,
  noneAndEmpty: () => '스토리지 제외와 빈 스토리지 중 하나만 선택하십시오.',
  raidMissing: () => 'RAID 유형을 선택하십시오. 베어메탈 서버에 필요합니다.',
  firstMountPoint: () => '첫 번째 마운트 포인트를 /로 지정하십시오.',
  mountPointTwice: ({ arg }) => `마운트 포인트 ${arg('value')}의 중복을 없애십시오.`,
  reservedMountPoint: ({ arg }) =>
    `다른 마운트 포인트를 입력하십시오. 운영체제에 따라 ${arg('value')} 경로는 사용할 수 없습니다.`,
  partitionPair: () => '파티션의 마운트 포인트와 용량을 모두 입력하십시오.',
  partitionSum: ({ arg }) => `파티션 용량을 줄이십시오. 합이 ${arg('sum')}GiB이며 디스크는 ${arg('limit')}GiB입니다.`,
  fabricPoolWithoutGpu: () => 'GPU 스펙을 선택하거나 Cluster Pool을 비우십시오.',
  driverWithoutGpu: () => 'GPU 이미지와 GPU 스펙을 선택하거나 드라이버 설치를 끄십시오.',
};
