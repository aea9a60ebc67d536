/** Labels and hints in Korean. */
import type { FieldText, FieldTexts } from './text';

const shared = {
  feeSystemTypeCode: [
    '요금제',
    'MTRAT는 시간 요금제, FXSUM은 월 정액 요금제입니다. 비워 두면 MTRAT이며, VPC의 Micro 서버에는 FXSUM이 필요합니다.',
  ],
  isProtectServerTermination: ['반납 보호', '켜져 있는 동안에는 서버를 반납할 수 없습니다.'],
  raidTypeName: ['RAID', '베어메탈 서버에 필요합니다. 5는 RAID 5, 1은 RAID 1+0입니다.'],
  'blockDevicePartitionList.N.mountPoint': [
    '마운트 포인트',
    '베어메탈 전용입니다. 첫 번째는 /이고, 나머지는 / 뒤에 소문자로 시작하는 소문자와 숫자를 사용합니다.',
  ],
  'blockDevicePartitionList.N.partitionSize': [
    '파티션 용량(GiB)',
    '50 이상이며, 마지막 파티션이 남은 용량을 모두 사용합니다.',
  ],
  responseFormatType: ['응답 형식', 'xml 또는 json이며, 비워 두면 xml입니다.'],
} as const satisfies Readonly<Record<string, FieldText>>;

export const koreanFields: FieldTexts = {
  sections: {
    basics: '기본 정보',
    image: '이미지와 스펙',
    network: '네트워크',
    storage: '스토리지',
    access: '접속',
    script: '초기화 스크립트',
    protection: '보호 및 요금',
    advanced: '고급',
  },
  vpc: {
    ...shared,
    regionCode: ['리전', '비워 두면 계정의 첫 번째 리전을 사용합니다.'],
    memberServerImageInstanceNo: ['내 서버 이미지', '보유한 XEN 또는 RHV 서버로 만든 이미지입니다.'],
    serverImageNo: ['서버 이미지', '서버의 운영체제입니다. KVM, XEN, RHV에 사용하며 KVM 내 서버 이미지도 포함합니다.'],
    serverImageProductCode: ['서버 이미지 상품', '이미지를 지정하는 이전 방식으로, XEN과 RHV에만 사용할 수 있습니다.'],
    serverSpecCode: ['서버 스펙', '서버 이미지와 함께 사용하는 CPU와 메모리입니다. 비워 두면 가장 작은 스펙입니다.'],
    serverProductCode: [
      '서버 스펙 상품',
      '이미지 상품이나 내 서버 이미지와 함께 사용하는 스펙입니다. 비워 두면 가장 작은 스펙입니다.',
    ],
    vpcNo: ['VPC', '서버가 속할 사설 네트워크입니다.'],
    subnetNo: ['Subnet', '기본 네트워크 인터페이스가 속할 Subnet이며, 서버의 존도 여기에서 정해집니다.'],
    isEncryptedBaseBlockStorageVolume: ['기본 스토리지 암호화', 'RHV 이미지에만 적용됩니다.'],
    serverCreateCount: [
      '서버 수',
      '1 이상입니다. 최대값은 자료에 따라 10, 20, 100으로 다르며, 공인 IP는 1대일 때만 할당할 수 있습니다.',
    ],
    serverCreateStartNo: ['시작 번호', '0~999이며, 여러 대를 생성할 때 세 자리 숫자가 이름 뒤에 붙습니다.'],
    serverName: [
      '서버 이름',
      '소문자, 숫자, -로 3~30자(Windows는 15자)이며 소문자로 시작하고 소문자나 숫자로 끝납니다. 응답을 받지 못하면 이 이름으로 서버를 찾습니다.',
    ],
    'networkInterfaceList.N.networkInterfaceOrder': [
      '네트워크 인터페이스 순서',
      '0은 기본 인터페이스(eth0), 1과 2는 추가 인터페이스입니다.',
    ],
    'networkInterfaceList.N.networkInterfaceNo': [
      '기존 네트워크 인터페이스',
      '사용하지 않는 인터페이스를 그 IP와 ACG 그대로 연결합니다.',
    ],
    'networkInterfaceList.N.subnetNo': [
      '인터페이스의 Subnet',
      '기본 인터페이스에서 비워 두면 서버의 Subnet을 사용합니다.',
    ],
    'networkInterfaceList.N.ip': [
      '비공인 IP',
      'Subnet의 처음 6개와 마지막을 제외한, 사용하지 않는 IPv4 주소이며 서버 1대에만 사용할 수 있습니다. 비워 두면 다음 주소를 자동으로 사용합니다.',
    ],
    'networkInterfaceList.N.accessControlGroupNoList.N': [
      'ACG',
      '새 네트워크 인터페이스마다 1~3개를 선택하며, 허용할 트래픽을 정합니다.',
    ],
    placementGroupNo: ['물리 배치 그룹', '그룹의 서버를 서로 다른 하드웨어에 배치합니다.'],
    serverDescription: ['서버 설명', '최대 1,000바이트이며 한글 한 글자는 3바이트입니다.'],
    initScriptNo: ['초기화 스크립트', '처음 부팅할 때 한 번 실행되며, 운영체제에 맞아야 합니다.'],
    loginKeyName: [
      '인증키',
      '서버의 관리자 비밀번호를 확인할 때 사용합니다. 비워 두면 NCP가 가장 최근에 생성한 인증키를 사용하며, 처음에 그 인증키가 선택되어 있습니다.',
    ],
    associateWithPublicIp: [
      '새 공인 IP 할당',
      'Public Subnet에서 서버 1대를 생성할 때만 가능하며, 반납할 때까지 요금이 부과됩니다.',
    ],
    'blockStorageMappingList.N.order': [
      '스토리지 순서',
      '0은 기본 스토리지로 목록에 하나를 권장하며, 1~20은 추가 스토리지이며 KVM 전용입니다. 비어 있는 다음 번호가 자동으로 입력됩니다.',
    ],
    'blockStorageMappingList.N.snapshotInstanceNo': [
      '스냅샷',
      '스냅샷의 내용으로 시작합니다. 기본 스토리지에는 부팅할 수 있는 스냅샷이 필요합니다.',
    ],
    'blockStorageMappingList.N.blockStorageSize': [
      '스토리지 크기(GB)',
      '숫자만 입력하며, 최소와 최대는 볼륨 타입에 따릅니다.',
    ],
    'blockStorageMappingList.N.blockStorageName': [
      '스토리지 이름',
      '소문자, 숫자, -로 3~30자이며 소문자로 시작합니다. 비워 두면 NCP가 정합니다.',
    ],
    'blockStorageMappingList.N.blockStorageVolumeTypeCode': [
      '볼륨 타입',
      'CB1과 CB2는 일반, FB1과 FB2는 고속입니다. 비워 두면 기본 스토리지는 CB1이며, 생성 후에는 변경할 수 없습니다.',
    ],
    'blockStorageMappingList.N.noBlockStorage': ['스토리지 제외', '이미지의 이 스토리지를 생성하지 않습니다.'],
    'blockStorageMappingList.N.emptyBlockStorage': [
      '빈 스토리지',
      '이미지의 스토리지 대신 비어 있는 새 스토리지를 생성합니다.',
    ],
    fabricClusterPoolNo: ['GPU Fabric Cluster Pool', 'KVM 또는 베어메탈 GPU 서버에 사용합니다.'],
    isPreInstallGpuDriver: ['GPU 드라이버 설치', 'NCP가 드라이버를 설치합니다. GPU용 KVM 이미지와 스펙에 사용합니다.'],
  },
  classic: {
    ...shared,
    serverImageProductCode: ['서버 이미지', '1~20자이며, 이 값과 내 서버 이미지 중 하나를 지정합니다.'],
    serverProductCode: [
      '서버 스펙',
      'CPU, 메모리, 디스크를 정하는 1~20자의 코드입니다. 비워 두면 가장 작은 스펙입니다.',
    ],
    memberServerImageNo: ['내 서버 이미지', '보유한 서버로 만든 이미지입니다.'],
    serverName: [
      '서버 이름',
      '3~30자(Windows는 15자)이며 소문자, 숫자, -를 권장합니다. 응답을 받지 못하면 이 이름으로 서버를 찾습니다.',
    ],
    serverDescription: ['서버 설명', '1~1,000바이트이며 한글 한 글자는 3바이트입니다.'],
    loginKeyName: [
      '인증키',
      '3~30자이며 초기 비밀번호를 확인할 때 사용합니다. 비워 두면 NCP가 가장 최근에 생성한 인증키를 사용하며, 처음에 그 인증키가 선택되어 있습니다.',
    ],
    serverCreateCount: ['서버 수', '한 번에 1~20대입니다.'],
    serverCreateStartNo: ['시작 번호', '여러 대의 이름 뒤에 붙는 세 자리 번호이며, 서버 수와의 합은 1,000 이하입니다.'],
    zoneNo: ['존', '서버를 생성할 위치입니다. 비워 두면 NCP가 정합니다.'],
    'accessControlGroupConfigurationNoList.N': ['ACG', '최대 5개이며, 비워 두면 기본 ACG를 사용합니다.'],
    userData: [
      '사용자 데이터',
      '처음 부팅할 때 실행할 스크립트로 최대 16,383바이트(base64로 21,847)이며, 초기화 스크립트를 지정하면 실행되지 않습니다.',
    ],
    initScriptNo: ['초기화 스크립트', '처음 부팅할 때 사용자 데이터 대신 한 번 실행됩니다.'],
    'instanceTagList.N.tagKey': ['태그', '태그의 키이며, 같은 키는 한 번만 사용할 수 있습니다.'],
    'instanceTagList.N.tagValue': ['태그 값', '태그의 키와 함께 지정합니다.'],
    isVaccineInstall: ['백신 설치', '베어메탈 Windows 서버 전용이며, 비워 두면 설치합니다.'],
  },
};
