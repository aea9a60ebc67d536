/** Faults in English: one sentence each, which names the remedy. */
import type { FormTexts, ProblemFacts, ProblemTexts } from './text';

const systems: Readonly<Record<string, string>> = { LNX: 'Linux', WND: 'Windows' };
const usages: Readonly<Record<string, string>> = {
  GEN: 'general servers',
  BM: 'bare metal servers',
  LOADB: 'load balancers',
  NATGW: 'NAT Gateway',
};

export const englishForms: FormTexts = {
  serverName: 'Use a–z, 0–9 and -, and start with a letter.',
  keyName: 'Use a–z, 0–9 and -, start with a letter and end in a letter or digit.',
  initScriptName: 'Use letters, digits and -, start with a letter and end in a letter or digit.',
  'networkInterfaceList.N.ip': 'Enter an IPv4 address such as 10.0.1.6.',
  'blockDevicePartitionList.N.mountPoint': 'Enter /, or / with a name of a–z and 0–9 that starts with a letter.',
  'blockDevicePartitionList.N.partitionSize': 'Enter the size in GiB with digits only.',
  'blockStorageMappingList.N.blockStorageSize': 'Enter the size in GB with digits only.',
  'blockStorageMappingList.N.blockStorageName':
    'Use a–z, 0–9 and -, start with a letter and end in a letter or digit, as NCP asks of storages made alone.',
};

const least = ({ arg }: ProblemFacts): string => {
  const [limit, actual] = [arg('limit'), arg('actual')];
  switch (arg('unit')) {
    case 'characters':
      return `Use at least ${limit} characters; there are ${actual}.`;
    case 'bytes':
    case 'base64':
      return `Use at least ${limit} bytes; there are ${actual}.`;
    case 'items':
      return `Choose at least ${limit}; ${actual} are chosen.`;
    case 'gigabytes':
      return `Enter ${limit} GiB or more.`;
    default:
      return `Enter ${limit} or more.`;
  }
};

const most = ({ arg }: ProblemFacts): string => {
  const [limit, actual] = [arg('limit'), arg('actual')];
  switch (arg('unit')) {
    case 'characters':
      return `Use at most ${limit} characters; there are ${actual}.`;
    case 'bytes':
      return `Use at most ${limit} bytes; there are ${actual}.`;
    case 'base64':
      return `Shorten the script: as base64 it takes ${actual} bytes of at most ${limit} (16,383 bytes of script).`;
    case 'items':
      return `Choose at most ${limit}; ${actual} are chosen.`;
    case 'gigabytes':
      return `Enter ${limit} GB or less.`;
    default:
      return `Enter ${limit} or less.`;
  }
};

export const englishProblems: ProblemTexts = {
  missing: ({ label }) => `Fill in “${label}”.`,
  unknownParameter: ({ label }) => `Remove ${label}: the API has no such parameter.`,
  indexFromOne: () => 'Number the items of the list from 1.',
  notInteger: () => 'Enter a whole number.',
  notBoolean: () => 'Enter true or false.',
  notOneOf: ({ arg }) => `Choose one of: ${arg('allowed')}.`,
  wrongForm: ({ label, form }) => form || `Correct the form of “${label}”.`,
  notBase64: () => 'Encode the user data as base64.',
  tooLittle: least,
  tooMuch: most,
  nameEnd: ({ arg }) =>
    arg('count') === '1'
      ? 'End the name in a letter or digit.'
      : 'End the name in a letter or digit: numbers are added, but NCP may still refuse the last character.',
  unusualName: () => 'Prefer a–z, 0–9 and -; whether Classic takes other characters is not documented.',
  resultTooLong: ({ arg }) =>
    `Shorten the name: with its number, ${arg('name')} has ${arg('actual')} characters of at most ${arg('limit')}.`,
  systemLimit: ({ arg }) => {
    const [value, limit, actual] = [arg('value'), arg('limit'), arg('actual')];
    const system = systems[arg('os')] ?? arg('os');
    return arg('severity') === 'error'
      ? `Shorten it: ${value} has ${actual} characters, and with ${system} there are at most ${limit}, serial number included.`
      : `Better shorten it: ${value} has ${actual} characters, and with ${system} NCP is reported to take at most ${limit}, serial number included.`;
  },
  countDisputed: ({ arg }) =>
    `Lower the number to be safe: NCP may refuse ${arg('actual')} at once. Its docs and tools give ${arg('low')}, ${arg('middle')} and ${arg('high')} as the most.`,
  serials: ({ arg }) =>
    `Lower the number of servers (${arg('count')}) or the first serial number (${arg('start')}): together they are ${arg('sum')} of at most ${arg('limit')}.`,
  tagPair: () => 'Give each tag both a key and a value.',
  tagTwice: ({ arg }) => `Use the tag key ${arg('value')} only once.`,
  imageMissing: () => 'Choose an image.',
  imageTwice: ({ labels }) => `Give only one image; now there are several: ${labels('names')}.`,
  specPartner: ({ labels }) =>
    `Choose a value for “${labels('expected')}”: “${labels('other')}” does not go with this image, so the smallest spec would be taken.`,
  specHypervisor: ({ arg }) => `Choose another spec: this one is for ${arg('spec')} and the image for ${arg('image')}.`,
  mssqlFee: () => 'Choose the flat monthly rate (FXSUM): images with MSSQL are not sold by the hour.',
  microFee: () => 'Choose the flat monthly rate (FXSUM) or a bigger spec: NCP does not sell Micro servers by the hour.',
  microExtraStorage: ({ arg }) =>
    `Choose a bigger spec: the image has ${arg('storages')} storages and Micro servers take no additional one.`,
  scriptOs: ({ arg }) =>
    `Choose a script for this operating system: the script is for ${systems[arg('script')] ?? arg('script')}, the image is ${systems[arg('os')] ?? arg('os')}.`,
  userDataUnsent: () => 'Remove the init script to use the user data: with both, only the init script runs.',
  defaultNicMissing: () => 'Give one network interface the order 0.',
  nicOrderTwice: ({ arg }) => `Give each network interface its own order; ${arg('value')} is taken.`,
  tooManyNics: ({ arg }) => `Use at most ${arg('limit')} network interfaces; there are ${arg('actual')}.`,
  acgMissing: () => 'Choose at least one firewall (ACG).',
  acgTwice: ({ arg }) => `Choose the firewall ${arg('value')} only once.`,
  otherVpc: ({ label, arg }) => `Choose “${label}” from VPC ${arg('vpc')}; this one is in VPC ${arg('own')}.`,
  subnetUsage: ({ arg }) =>
    `Choose a subnet for ${usages[arg('expected')] ?? arg('expected')} (${arg('expected')}); this one is for ${usages[arg('usage')] ?? 'something else'} (${arg('usage')}).`,
  nicSubnetMissing: () => 'Choose the subnet of the additional network interface.',
  ipOutsideSubnet: ({ arg }) => `Enter an address of the subnet ${arg('block')}; ${arg('ip')} is outside.`,
  ipKept: ({ arg }) =>
    `Enter another address: NCP keeps the first six and the last one of the subnet ${arg('block')} for itself, and ${arg('ip')} is one of them.`,
  ipTwice: ({ arg }) => `Use the address ${arg('value')} only once.`,
  oneServerOnly: ({ label, arg }) => `Make one server or leave out “${label}”; it cannot be shared by ${arg('count')}.`,
  publicIpSubnet: ({ arg }) => `Choose a public subnet or leave out the public IP; this subnet is ${arg('type')}.`,
  existingNicOnKvm: () => 'Prefer a new network interface: NCP is known to fail with an existing one on KVM.',
  storageOrderTwice: ({ arg }) => `Give each storage its own order; ${arg('value')} is taken.`,
  tooManyStorages: ({ arg }) => `Use at most ${arg('limit')} storages; there are ${arg('actual')}.`,
  tooManyForSpec: ({ arg }) =>
    `Better use at most ${arg('limit')} additional storages: this spec takes no more, and there are ${arg('actual')}.`,
  baseStorageMissing: () =>
    'Better add the base storage too, with the order 0: where storages are listed, NCP is reported to want exactly one.',
  snapshotAndType: () => 'Give either the snapshot or the volume type; NCP may refuse the two together.',
  snapshotNotBootable: () => 'Choose a bootable snapshot for the base storage.',
  storageSize: ({ arg }) => `Enter ${arg('min')}–${arg('max')} GB for ${arg('type')}.`,
  baseStorageSize: ({ arg }) =>
    `Better enter ${arg('min')}–${arg('max')} GB: NCP is reported to refuse other sizes of a base storage, which its docs do not tell.`,
  storageSteps: ({ arg }) =>
    `Better enter a multiple of ${arg('limit')} GB: storages are reported to grow in such steps.`,
  typeNotForBase: ({ arg }) => `Choose another volume type: ${arg('type')} cannot be a base storage.`,
  noneAndEmpty: () => 'Choose one: leave the storage out, or start it empty.',
  raidMissing: () => 'Choose a RAID type; bare metal needs one.',
  firstMountPoint: () => 'Make / the first mount point.',
  mountPointTwice: ({ arg }) => `Use the mount point ${arg('value')} only once.`,
  reservedMountPoint: ({ arg }) => `Choose another mount point: some operating systems refuse ${arg('value')}.`,
  partitionPair: () => 'Give the partition both a mount point and a size.',
  partitionSum: ({ arg }) => `Lower the sizes: together they are ${arg('sum')} GiB and the disk has ${arg('limit')}.`,
  fabricPoolWithoutGpu: () => 'Choose a GPU spec or leave out the cluster pool.',
  driverWithoutGpu: () => 'Choose a GPU image and a GPU spec, or leave out the driver.',
};
