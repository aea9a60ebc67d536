/** Storages of KVM servers, RAID and partitions of bare metal, and what only GPU servers have. */
import { itemCount } from './draft';
import type { Finding, Form, Rules } from './form';
import { field, fieldNumber, fieldText } from './rows';
import { repeated } from './rules.names';

const list = 'blockStorageMappingList';
const partitions = 'blockDevicePartitionList';
/** Names below the root that some operating systems refuse; the docs give these as examples. */
const reserved = ['root', 'bin', 'dev'];

export const storageRules = {
  storageOrderTwice: {
    say: {
      en: ({ arg }) => `Give each storage its own order; ${arg('value')} is taken.`,
      ko: ({ arg }) => `스토리지마다 다른 순서를 지정하십시오. ${arg('value')}번은 이미 있습니다.`,
    },
    check: (form) => repeated(form, list, 'order').map(({ name, value }) => ({ name, args: { value } })),
  },
  tooManyStorages: {
    say: {
      en: ({ arg }) => `Use at most ${arg('limit')} storages; there are ${arg('actual')}.`,
      ko: ({ arg }) => `스토리지를 ${arg('limit')}개 이하로 줄이십시오. 지금은 ${arg('actual')}개입니다.`,
    },
    check(form) {
      const used = form.items(list);
      const last = used[used.length - 1];
      if (last === undefined || used.length <= 21) return [];
      return [{ name: `${list}.${last}.order`, args: { limit: 21, actual: used.length } }];
    },
  },
  // Whether the figure of the spec counts the base storage is not told.
  tooManyForSpec: {
    say: {
      en: ({ arg }) =>
        `Better use at most ${arg('limit')} additional storages: this spec takes no more, and there are ${arg('actual')}.`,
      ko: ({ arg }) =>
        `추가 스토리지를 ${arg('limit')}개 이하로 줄이는 것이 안전합니다. 이 스펙의 최대 개수이며 지금은 ${arg('actual')}개입니다.`,
    },
    check(form) {
      const limit = fieldNumber(form.row('serverSpecCode'), 'blockStorageMaxCount');
      const more = storages(form).filter((one) => form.value(`${one}.order`) !== '0');
      const [last] = more.slice(-1);
      if (last === undefined || !limit || more.length <= limit) return [];
      return [{ name: `${last}.order`, severity: 'warning', args: { limit, actual: more.length } }];
    },
  },
  // Others report it; the docs ask for it in the list of createServerImage only.
  baseStorageMissing: {
    say: {
      en: 'Better list the base storage too, with the order 0: others report that NCP wants one in the list.',
      ko: '순서가 0인 기본 스토리지도 목록에 넣는 것이 안전합니다. NCP가 목록에 기본 스토리지를 요구한다는 사용자 보고가 있습니다.',
    },
    mend: { en: 'Add the base storage', ko: '기본 스토리지 추가' },
    check(form) {
      const orders = storages(form).map((one) => form.value(`${one}.order`));
      if (orders.length === 0 || orders.includes('0') || orders.includes('')) return [];
      const mend = { name: `${list}.${itemCount(form.all, list) + 1}.order`, value: '0' };
      return [{ name: `${storages(form)[0]}.order`, severity: 'warning', mend }];
    },
  },
  snapshotAndType: {
    say: {
      en: 'Give either the snapshot or the volume type; NCP may refuse the two together.',
      ko: '스냅샷과 볼륨 타입 중 하나만 지정하십시오. 둘 다 있으면 NCP가 거부할 수 있습니다.',
    },
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.snapshotInstanceNo`) && form.value(`${one}.blockStorageVolumeTypeCode`))
        .map((one) => ({ name: `${one}.blockStorageVolumeTypeCode`, severity: 'warning' })),
  },
  snapshotNotBootable: {
    say: {
      en: 'Choose a bootable snapshot for the base storage.',
      ko: '기본 스토리지에는 부팅할 수 있는 스냅샷을 선택하십시오.',
    },
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.order`) === '0')
        .map((one) => `${one}.snapshotInstanceNo`)
        .filter((name) => field(form.row(name), 'isBootable') === false)
        .map((name) => ({ name, severity: 'warning' })),
  },
  storageSize: {
    say: {
      en: ({ arg }) => `Enter ${arg('min')}–${arg('max')} GB for ${arg('type')}.`,
      ko: ({ arg }) => `${arg('type')} 타입은 ${arg('min')}~${arg('max')}GB로 입력하십시오.`,
    },
    check: (form) =>
      storages(form).flatMap((one): Finding[] => {
        const name = `${one}.blockStorageSize`;
        const row = form.row(`${one}.blockStorageVolumeTypeCode`);
        const kind = form.value(`${one}.order`) === '0' ? 'BaseVolumeSize' : 'VolumeSize';
        const min = fieldNumber(row, `min${kind}`);
        const max = fieldNumber(row, `max${kind}`);
        const size = Number(form.value(name));
        if (!form.value(name) || !min || !max || (size >= min && size <= max)) return [];
        return [{ name, args: { actual: size, min, max, type: form.value(`${one}.blockStorageVolumeTypeCode`) } }];
      }),
  },
  // Both limits come from reports of others and from the block storage service, so NCP may see them otherwise.
  baseStorageSize: {
    say: {
      en: ({ arg }) =>
        `Better enter ${arg('min')}–${arg('max')} GB: NCP is reported to refuse other sizes of a base storage, which its docs do not tell.`,
      ko: ({ arg }) =>
        `${arg('min')}~${arg('max')}GB를 권장합니다. 문서에는 없으나 기본 스토리지의 다른 크기는 거부된 사례가 있습니다.`,
    },
    check: (form) =>
      storages(form).flatMap((one): Finding[] => {
        const name = `${one}.blockStorageSize`;
        const isKnown = fieldNumber(form.row(`${one}.blockStorageVolumeTypeCode`), 'maxBaseVolumeSize');
        if (form.value(`${one}.order`) !== '0' || isKnown || !isOutside(form.value(name), 10, 2000)) return [];
        return [{ name, severity: 'warning', args: { min: 10, max: 2000 } }];
      }),
  },
  // Neither the docs nor the SDK say what a storage without one gets.
  storageWithoutSize: {
    say: {
      en: 'Better enter the size: how large NCP makes the storage otherwise is not documented.',
      ko: '크기를 입력하는 것이 안전합니다. 비워 두었을 때의 크기는 문서에 없습니다.',
    },
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.order`) !== '0' && form.value(`${one}.noBlockStorage`) !== 'true')
        .filter((one) => !form.value(`${one}.snapshotInstanceNo`) && !form.value(`${one}.blockStorageSize`))
        .map((one) => ({ name: `${one}.blockStorageSize`, severity: 'warning' })),
  },
  storageSteps: {
    say: {
      en: ({ arg }) => `Better enter a multiple of ${arg('limit')} GB: storages are reported to grow in such steps.`,
      ko: ({ arg }) =>
        `${arg('limit')}GB 단위를 권장합니다. 스토리지 크기는 이 단위로 지정하는 것으로 알려져 있습니다.`,
    },
    check: (form) =>
      storages(form)
        .map((one) => `${one}.blockStorageSize`)
        .filter((name) => Number(form.value(name)) % 10 > 0)
        .map((name) => ({ name, severity: 'warning', args: { limit: 10 } })),
  },
  typeNotForBase: {
    say: {
      en: ({ arg }) => `Choose another volume type: ${arg('type')} cannot be a base storage.`,
      ko: ({ arg }) => `다른 볼륨 타입을 선택하십시오. ${arg('type')} 타입은 기본 스토리지로 사용할 수 없습니다.`,
    },
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.order`) === '0')
        .map((one) => `${one}.blockStorageVolumeTypeCode`)
        .filter((name) => field(form.row(name), 'isBaseStorageAvailable') === false)
        .map((name) => ({ name, args: { type: form.value(name) } })),
  },
  noneAndEmpty: {
    say: {
      en: 'Choose one: leave the storage out, or start it empty.',
      ko: '스토리지 제외와 빈 스토리지 중 하나만 선택하십시오.',
    },
    check: (form) =>
      storages(form)
        .filter((one) =>
          ['noBlockStorage', 'emptyBlockStorage'].every((flag) => form.value(`${one}.${flag}`) === 'true'),
        )
        .map((one) => ({ name: `${one}.emptyBlockStorage`, severity: 'warning' })),
  },
  raidMissing: {
    isAbsence: true,
    say: {
      en: 'Choose a RAID type; bare metal needs one.',
      ko: 'RAID 유형을 선택하십시오. 베어메탈 서버에 필요합니다.',
    },
    code: { classic: '900' },
    check: (form) =>
      form.kinds.length === 1 && form.kinds[0] === 'BM' && form.value('raidTypeName') === ''
        ? [{ name: 'raidTypeName' }]
        : [],
  },
  firstMountPoint: {
    say: { en: 'Make / the first mount point.', ko: '첫 번째 마운트 포인트를 /로 지정하십시오.' },
    check(form) {
      const [first] = form.items(partitions);
      const name = `${partitions}.${first}.mountPoint`;
      return first === undefined || form.value(name) === '/' ? [] : [{ name }];
    },
  },
  mountPointTwice: {
    say: {
      en: ({ arg }) => `Use the mount point ${arg('value')} only once.`,
      ko: ({ arg }) => `‘${arg('value')}’ 마운트 포인트가 중복되었습니다. 다른 마운트 포인트를 입력하십시오.`,
    },
    check: (form) => repeated(form, partitions, 'mountPoint').map(({ name, value }) => ({ name, args: { value } })),
  },
  reservedMountPoint: {
    say: {
      en: ({ arg }) => `Choose another mount point: some operating systems refuse ${arg('value')}.`,
      ko: ({ arg }) => `다른 마운트 포인트를 입력하십시오. 운영체제에 따라 ${arg('value')} 경로는 사용할 수 없습니다.`,
    },
    check: (form) =>
      form
        .items(partitions)
        .map((index) => `${partitions}.${index}.mountPoint`)
        .filter((name) => reserved.includes(form.value(name).slice(1)))
        .map((name) => ({ name, severity: 'warning', args: { value: form.value(name) } })),
  },
  partitionPair: {
    say: {
      en: 'Give the partition both a mount point and a size.',
      ko: '파티션의 마운트 포인트와 용량을 모두 입력하십시오.',
    },
    check: (form) =>
      form.items(partitions).flatMap((index, place, all): Finding[] => {
        const point = `${partitions}.${index}.mountPoint`;
        const size = `${partitions}.${index}.partitionSize`;
        if (form.value(point) === '') return place === 0 ? [] : [{ name: point }];
        // The last one takes what remains.
        return form.value(size) === '' && place < all.length - 1 ? [{ name: size }] : [];
      }),
  },
  partitionSum: {
    say: {
      en: ({ arg }) => `Lower the sizes: together they are ${arg('sum')} GiB and the disk has ${arg('limit')}.`,
      ko: ({ arg }) => `파티션 용량을 줄이십시오. 합계(${arg('sum')}GiB)가 디스크 용량(${arg('limit')}GiB)을 넘습니다.`,
    },
    check(form) {
      const bytes = fieldNumber(form.row('serverProductCode'), 'baseBlockStorageSize');
      const sizes = form.items(partitions).map((index) => `${partitions}.${index}.partitionSize`);
      const sum = sizes.reduce((total, name) => total + (Number(form.value(name)) || 0), 0);
      const [last] = sizes.slice(-1);
      const limit = Math.floor((bytes ?? 0) / 2 ** 30);
      return last === undefined || limit === 0 || sum <= limit ? [] : [{ name: last, args: { sum, limit } }];
    },
  },
  fabricPoolWithoutGpu: {
    say: {
      en: 'Choose a GPU spec or leave out the cluster pool.',
      ko: 'GPU 스펙을 선택하거나 Cluster Pool 선택을 해제하십시오.',
    },
    check: (form) =>
      form.value('fabricClusterPoolNo') !== '' && hasNoGpu(form) ? [{ name: 'fabricClusterPoolNo' }] : [],
  },
  driverWithoutGpu: {
    say: {
      en: 'Choose a GPU image and a GPU spec, or leave out the driver.',
      ko: 'GPU 이미지와 GPU 스펙을 선택하거나 드라이버 설치를 해제하십시오.',
    },
    check: (form) =>
      form.value('isPreInstallGpuDriver') === 'true' && (hasNoGpu(form) || isNoGpuImage(form))
        ? [{ name: 'isPreInstallGpuDriver', severity: 'warning' }]
        : [],
  },
} as const satisfies Rules;

function storages(form: Form): string[] {
  return form.items(list).map((index) => `${list}.${index}`);
}

function isOutside(text: string, min: number, max: number): boolean {
  return text !== '' && (Number(text) < min || Number(text) > max);
}

/** True only when the picked spec says so. */
function hasNoGpu(form: Form): boolean {
  return fieldText(form.row('serverSpecCode'), 'gpuCount') === '0';
}

/** True only when the picked image says so. */
function isNoGpuImage(form: Form): boolean {
  const category = fieldText(form.row('serverImageNo'), 'platformCategoryCode');
  return category !== '' && category !== 'GPU';
}
