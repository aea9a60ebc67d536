/** The parameters of the VPC `createServerInstances` about storage. */
import * as shared from './create.shared';
import { boolean, conditional, integer, nameLength, namePattern, required, text } from './parameters';
import type { CreateEntry } from './types';

export const encryption: CreateEntry = {
  ...boolean('isEncryptedBaseBlockStorageVolume'),
  label: { en: 'Encrypt the base storage', ko: '기본 스토리지 암호화' },
  hint: { en: 'Takes effect for RHV images only.', ko: 'RHV 이미지에만 적용됩니다.' },
  section: 'storage',
  kinds: ['RHV'],
  default: 'false',
  initial: 'false',
  terraform: { argument: 'is_encrypted_base_block_storage_volume' },
};

/** What only bare metal has. */
export const disks: readonly CreateEntry[] = [
  {
    ...shared.raidTypeName,
    source: {
      service: 'vserver',
      action: 'getRaidList',
      list: 'raidList',
      value: 'raidTypeName',
      label: ['raidName'],
      needs: { productTypeCode: 'serverImageProductCode@productType.code' },
    },
  },
  { ...shared.mountPoint, terraform: { argument: 'mount_point', block: 'block_device_partition_list' } },
  { ...shared.partitionSize, terraform: { argument: 'partition_size', block: 'block_device_partition_list' } },
];

const ofStorage = { section: 'storage', kinds: ['KVM'], maxItems: 21 } as const;

export const storages: readonly CreateEntry[] = [
  {
    ...integer('blockStorageMappingList.N.order', { ...required, limits: [{ unit: 'value', min: 0, max: 20 }] }),
    label: { en: 'Order of the storage', ko: '스토리지 순서' },
    hint: {
      en: '0 is the base storage (better have one in the list), 1–20 are additional ones; KVM only. The form takes the next free number.',
      ko: '0은 기본 스토리지(목록에 하나 권장), 1~20은 추가 스토리지입니다. KVM 서버에만 지정할 수 있으며, 비어 있는 다음 번호가 자동으로 입력됩니다.',
    },
    item: {
      label: { en: 'order', ko: '순서' },
      value: { en: 'order {}', ko: '순서 {}' },
      words: { 0: { en: 'base storage', ko: '기본 스토리지' } },
    },
    ...ofStorage,
    initial: 'next',
    rare: true,
    terraform: 'elsewhere',
  },
  {
    ...text('blockStorageMappingList.N.snapshotInstanceNo'),
    label: { en: 'Snapshot', ko: '스냅샷' },
    hint: {
      en: 'The storage starts with its content; the base storage needs a bootable one.',
      ko: '스냅샷의 내용으로 시작합니다. 기본 스토리지에는 부팅할 수 있는 스냅샷이 필요합니다.',
    },
    item: { label: { en: 'snapshot', ko: '스냅샷' }, value: { en: 'from snapshot {}', ko: '스냅샷 {}' } },
    ...ofStorage,
    terraformOwn: { argument: 'snapshot_no' },
    source: {
      service: 'vserver',
      action: 'getBlockStorageSnapshotInstanceList',
      list: 'blockStorageSnapshotInstanceList',
      value: 'blockStorageSnapshotInstanceNo',
      label: ['blockStorageSnapshotName', 'blockStorageSnapshotVolumeSize'],
      fixed: { 'hypervisorTypeCodeList.1': 'KVM' },
    },
  },
  {
    ...text('blockStorageMappingList.N.blockStorageSize', {
      pattern: '^\\d+$',
      form: { en: 'Enter the size in GB with digits only.', ko: '크기를 GB 단위의 숫자로만 입력하십시오.' },
    }),
    label: { en: 'Storage size (GB)', ko: '스토리지 크기(GB)' },
    hint: {
      en: 'Digits only; the volume type sets the least and the most.',
      ko: '숫자만 입력하며, 최솟값과 최댓값은 볼륨 타입마다 다릅니다.',
    },
    item: {
      label: { en: 'size', ko: '크기' },
      value: { en: '{} GB', ko: '{}GB' },
      absent: {
        words: { en: 'size not given', ko: '크기 미지정' },
        without: ['blockStorageMappingList.N.snapshotInstanceNo', 'blockStorageMappingList.N.noBlockStorage'],
      },
    },
    ...ofStorage,
    terraform: { argument: 'base_block_storage_size', isNumber: true, with: 'serverImageNo' },
    terraformOwn: { argument: 'size', isNumber: true, isNeeded: true },
  },
  {
    // The rule for names is that of createBlockStorageInstance, which the docs of this action do not repeat.
    ...text('blockStorageMappingList.N.blockStorageName', {
      ...nameLength,
      pattern: namePattern,
      form: {
        en: 'Use a–z, 0–9 and -, start with a letter and end in a letter or digit, as NCP asks of storages made alone.',
        ko: '단독 스토리지의 규칙대로 소문자, 숫자, -만 사용하고, 소문자로 시작하여 소문자나 숫자로 끝내십시오.',
      },
      evidence: 'guess',
    }),
    label: { en: 'Storage name', ko: '스토리지 이름' },
    hint: {
      en: '3–30 of a–z, 0–9 and -, starting with a letter; NCP picks one when left out.',
      ko: '소문자, 숫자, -로 3~30자이며 소문자로 시작합니다. 비워 두면 NCP가 정합니다.',
    },
    item: { label: { en: 'name', ko: '이름' } },
    ...ofStorage,
    terraformOwn: { argument: 'name' },
  },
  {
    ...text('blockStorageMappingList.N.blockStorageVolumeTypeCode'),
    label: { en: 'Volume type', ko: '볼륨 타입' },
    hint: {
      en: 'CB1 and CB2 are common, FB1 and FB2 are fast; left out, the base storage is CB1. It cannot be changed later.',
      ko: 'CB1과 CB2는 일반, FB1과 FB2는 고속입니다. 기본 스토리지는 비워 두면 CB1입니다. 생성 후에는 변경할 수 없습니다.',
    },
    item: { label: { en: 'volume type', ko: '볼륨 타입' }, behind: 'blockStorageMappingList.N.blockStorageSize' },
    ...ofStorage,
    terraform: { argument: 'base_block_storage_volume_type', with: 'serverImageNo' },
    terraformOwn: { argument: 'volume_type', isNeeded: true },
    source: {
      service: 'vserver',
      action: 'getBlockStorageVolumeTypeList',
      list: 'blockStorageVolumeTypeList',
      value: 'blockStorageVolumeType.code',
      label: ['blockStorageVolumeType.code', 'blockStorageVolumeType.codeName'],
      fixed: { 'hypervisorTypeCodeList.1': 'KVM' },
      narrowedBy: { serverSpecCode: 'serverSpecCode', zoneCode: 'subnetNo@zoneCode' },
    },
  },
  {
    ...boolean('blockStorageMappingList.N.noBlockStorage', conditional),
    label: { en: 'Leave the storage out', ko: '스토리지 제외' },
    hint: { en: 'Drops this storage of the image.', ko: '이미지의 이 스토리지를 생성하지 않습니다.' },
    item: { label: { en: 'leave it out', ko: '제외' }, value: { en: 'left out', ko: '생성하지 않음' } },
    ...ofStorage,
    rare: true,
  },
  {
    ...boolean('blockStorageMappingList.N.emptyBlockStorage', conditional),
    label: { en: 'Start empty', ko: '빈 스토리지' },
    hint: {
      en: 'Makes a new, empty storage in place of that of the image.',
      ko: '이미지의 스토리지 대신 비어 있는 새 스토리지를 생성합니다.',
    },
    item: { label: { en: 'start empty', ko: '빈 스토리지' }, value: { en: 'empty', ko: '빈 스토리지' } },
    ...ofStorage,
    rare: true,
  },
];
