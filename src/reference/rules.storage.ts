/** Storages of KVM servers, RAID and partitions of bare metal, and what only GPU servers have. */
import type { Finding, Form, Rules } from './form';
import { field, fieldNumber, fieldText } from './rows';
import { repeated } from './rules.names';

const list = 'blockStorageMappingList';
const partitions = 'blockDevicePartitionList';
/** Names below the root that some operating systems refuse; the docs give these as examples. */
const reserved = ['root', 'bin', 'dev'];

export const storageRules = {
  storageOrderTwice: {
    check: (form) => repeated(form, list, 'order').map(({ name, value }) => ({ name, args: { value } })),
  },
  tooManyStorages: {
    check(form) {
      const used = form.items(list);
      const last = used[used.length - 1];
      if (last === undefined || used.length <= 21) return [];
      return [{ name: `${list}.${last}.order`, args: { limit: 21, actual: used.length } }];
    },
  },
  // Whether the figure of the spec counts the base storage is not told.
  tooManyForSpec: {
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
    check(form) {
      const orders = storages(form).map((one) => form.value(`${one}.order`));
      if (orders.length === 0 || orders.includes('0') || orders.includes('')) return [];
      return [{ name: `${storages(form)[0]}.order`, severity: 'warning' }];
    },
  },
  snapshotAndType: {
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.snapshotInstanceNo`) && form.value(`${one}.blockStorageVolumeTypeCode`))
        .map((one) => ({ name: `${one}.blockStorageVolumeTypeCode`, severity: 'warning' })),
  },
  snapshotNotBootable: {
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.order`) === '0')
        .map((one) => `${one}.snapshotInstanceNo`)
        .filter((name) => field(form.row(name), 'isBootable') === false)
        .map((name) => ({ name, severity: 'warning' })),
  },
  storageSize: {
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
    check: (form) =>
      storages(form).flatMap((one): Finding[] => {
        const name = `${one}.blockStorageSize`;
        const isKnown = fieldNumber(form.row(`${one}.blockStorageVolumeTypeCode`), 'maxBaseVolumeSize');
        if (form.value(`${one}.order`) !== '0' || isKnown || !isOutside(form.value(name), 10, 2000)) return [];
        return [{ name, severity: 'warning', args: { min: 10, max: 2000 } }];
      }),
  },
  storageSteps: {
    check: (form) =>
      storages(form)
        .map((one) => `${one}.blockStorageSize`)
        .filter((name) => Number(form.value(name)) % 10 > 0)
        .map((name) => ({ name, severity: 'warning', args: { limit: 10 } })),
  },
  typeNotForBase: {
    check: (form) =>
      storages(form)
        .filter((one) => form.value(`${one}.order`) === '0')
        .map((one) => `${one}.blockStorageVolumeTypeCode`)
        .filter((name) => field(form.row(name), 'isBaseStorageAvailable') === false)
        .map((name) => ({ name, args: { type: form.value(name) } })),
  },
  noneAndEmpty: {
    check: (form) =>
      storages(form)
        .filter((one) =>
          ['noBlockStorage', 'emptyBlockStorage'].every((flag) => form.value(`${one}.${flag}`) === 'true'),
        )
        .map((one) => ({ name: `${one}.emptyBlockStorage`, severity: 'warning' })),
  },
  raidMissing: {
    code: { classic: '900' },
    check: (form) =>
      form.kinds.length === 1 && form.kinds[0] === 'BM' && form.value('raidTypeName') === ''
        ? [{ name: 'raidTypeName' }]
        : [],
  },
  firstMountPoint: {
    check(form) {
      const [first] = form.items(partitions);
      const name = `${partitions}.${first}.mountPoint`;
      return first === undefined || form.value(name) === '/' ? [] : [{ name }];
    },
  },
  mountPointTwice: {
    check: (form) => repeated(form, partitions, 'mountPoint').map(({ name, value }) => ({ name, args: { value } })),
  },
  reservedMountPoint: {
    check: (form) =>
      form
        .items(partitions)
        .map((index) => `${partitions}.${index}.mountPoint`)
        .filter((name) => reserved.includes(form.value(name).slice(1)))
        .map((name) => ({ name, severity: 'warning', args: { value: form.value(name) } })),
  },
  partitionPair: {
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
    check: (form) =>
      form.value('fabricClusterPoolNo') !== '' && hasNoGpu(form) ? [{ name: 'fabricClusterPoolNo' }] : [],
  },
  driverWithoutGpu: {
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
