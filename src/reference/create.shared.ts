/** What the parameters of both environments that go by the same name have in common. */
import {
  boolean,
  conditional,
  descriptionLength,
  responseFormatType as format,
  integer,
  nameLength,
  text,
} from './parameters';
import type { CreateEntry } from './types';

type Shared = Omit<CreateEntry, 'hint'>;

export const serverName: Shared = {
  ...text('serverName', nameLength),
  label: { en: 'Name', ko: '서버 이름' },
  section: 'basics',
  role: 'name',
};

export const serverDescription: Shared = {
  ...text('serverDescription', descriptionLength),
  label: { en: 'Description', ko: '서버 설명' },
  section: 'basics',
  terraform: { argument: 'description' },
  toldAs: 'serverDescription',
};

export const serverCreateCount: Shared = {
  ...integer('serverCreateCount'),
  label: { en: 'How many', ko: '서버 수' },
  section: 'basics',
  role: 'count',
  default: '1',
  initial: '1',
};

export const serverCreateStartNo: Shared = {
  ...integer('serverCreateStartNo'),
  label: { en: 'First serial number', ko: '시작 번호' },
  section: 'basics',
  role: 'start',
};

export const loginKeyName: Shared = {
  ...text('loginKeyName', nameLength),
  label: { en: 'Login key', ko: '서버 인증키' },
  section: 'access',
  initial: 'newest',
  terraform: { argument: 'login_key_name' },
  toldAs: 'loginKeyName',
  makers: ['createLoginKey', 'importLoginKey'],
};

export const initScriptNo: Shared = {
  ...text('initScriptNo'),
  label: { en: 'Init script', ko: '초기화 스크립트' },
  section: 'script',
};

export const feeSystemTypeCode: CreateEntry = {
  ...text('feeSystemTypeCode', { enum: ['MTRAT', 'FXSUM'] }),
  label: { en: 'Price plan', ko: '요금제' },
  hint: {
    en: 'By the hour (MTRAT) or a flat rate a month (FXSUM); by the hour when left out. Micro servers of VPC need the flat rate.',
    ko: '시간 요금제(MTRAT)와 월 정액 요금제(FXSUM) 중에서 선택합니다. 비워 두면 시간 요금제이며, VPC의 Micro 서버에는 월 정액 요금제가 필요합니다.',
  },
  enumWords: {
    MTRAT: { en: 'By the hour', ko: '시간 요금제' },
    FXSUM: { en: 'Flat rate a month', ko: '월 정액 요금제' },
  },
  section: 'protection',
  default: 'MTRAT',
  initial: 'MTRAT',
  terraform: { argument: 'fee_system_type_code' },
};

export const isProtectServerTermination: CreateEntry = {
  ...boolean('isProtectServerTermination'),
  label: { en: 'Termination protection', ko: '반납 보호' },
  hint: {
    en: 'While it is on, the server cannot be terminated.',
    ko: '설정되어 있는 동안에는 서버를 반납할 수 없습니다.',
  },
  section: 'protection',
  default: 'false',
  initial: 'false',
  terraform: { argument: 'is_protect_server_termination' },
  toldAs: 'isProtectServerTermination',
};

export const raidTypeName: CreateEntry = {
  ...text('raidTypeName', conditional),
  label: { en: 'RAID', ko: 'RAID' },
  hint: {
    en: 'Needed for bare metal: 5 is RAID 5, 1 is RAID 1+0.',
    ko: '베어메탈 서버에 필요합니다. 5는 RAID 5, 1은 RAID 1+0입니다.',
  },
  section: 'storage',
  kinds: ['BM'],
  terraform: { argument: 'raid_type_name' },
};

export const mountPoint: CreateEntry = {
  ...text('blockDevicePartitionList.N.mountPoint', {
    pattern: '^/(?:[a-z][a-z0-9]*)?$',
    form: {
      en: 'Enter /, or / with a name of a–z and 0–9 that starts with a letter.',
      ko: '/ 또는 / 뒤에 소문자로 시작하는 소문자와 숫자를 입력하십시오.',
    },
  }),
  label: { en: 'Mount point', ko: '마운트 포인트' },
  item: { label: { en: 'mount point', ko: '마운트 포인트' } },
  hint: {
    en: 'Bare metal only; the first is /, others are / with a name of a–z and 0–9 that starts with a letter.',
    ko: '베어메탈 전용입니다. 첫 번째는 /이고, 나머지는 / 뒤에 소문자로 시작하는 소문자와 숫자를 사용합니다.',
  },
  section: 'storage',
  kinds: ['BM'],
  toldAs: 'blockDevicePartitionList.N.mountPoint',
};

export const partitionSize: CreateEntry = {
  ...text('blockDevicePartitionList.N.partitionSize', {
    pattern: '^\\d+$',
    form: { en: 'Enter the size in GiB with digits only.', ko: '용량을 GiB 단위의 숫자로만 입력하십시오.' },
    limits: [{ unit: 'gigabytes', min: 50 }],
  }),
  label: { en: 'Partition size (GiB)', ko: '파티션 용량(GiB)' },
  item: {
    label: { en: 'size', ko: '용량' },
    value: { en: '{} GiB', ko: '{}GiB' },
    behind: 'blockDevicePartitionList.N.mountPoint',
    absent: { words: { en: 'the rest of the disk', ko: '남은 용량 전부' } },
  },
  hint: {
    en: 'At least 50; the last partition takes what remains of the disk.',
    ko: '50 이상이며, 마지막 파티션이 남은 용량을 모두 사용합니다.',
  },
  section: 'storage',
  kinds: ['BM'],
  toldAs: 'blockDevicePartitionList.N.partitionSize',
};

export const responseFormatType: CreateEntry = {
  ...format,
  label: { en: 'Answer format', ko: '응답 형식' },
  hint: { en: 'xml or json; xml when left out.', ko: 'xml 또는 json이며, 비워 두면 xml입니다.' },
  section: 'advanced',
  supplied: true,
  default: 'xml',
};
