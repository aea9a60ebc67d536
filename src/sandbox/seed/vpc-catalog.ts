/** Images and specs of VPC: documented numbers and codes where there are any, the rest by the documented grammars. */
import type { Row } from '../../reference/types';
import { code } from '../codes';
import { bytes, type Image, type Spec } from '../machine';

type ImageLine = readonly [number: string, name: string, productCode: string, hypervisor: string, rootSize: number];

const linux = 'SW.VSVR.OS.LNX64.';
const windows = 'SW.VSVR.OS.WND64.WND.';

/** Documented numbers and pairings (Terraform provider docs, cb-spider); an empty code is unknown. */
const documentedImages: readonly ImageLine[] = [
  ['23214590', 'ubuntu-22.04', `${linux}UBNTU.SVR22.G003`, 'KVM', 10],
  ['17552318', 'ubuntu-20.04-base', '', 'KVM', 10],
  ['25495367', 'rocky-8.10-base', '', 'KVM', 10],
  ['23789321', 'ubuntu-22.04-gpu', '', 'KVM', 10],
  ['25623982', 'rocky-8.10-gpu', '', 'KVM', 10],
  ['16187005', 'ubuntu-20.04', `${linux}UBNTU.SVR2004.B050`, 'XEN', 50],
  ['16187007', 'win-2019-64-en', `${windows}SVR2019EN.B100`, 'XEN', 100],
  ['25624115', 'rocky-8.10-base', `${linux}ROCKY.0810.B050`, 'XEN', 50],
];

/** Documented product codes whose image numbers are unknown: the numbers are guesses. */
const numberedImages: readonly ImageLine[] = [
  ['99000001', 'rocky-8.8-base', `${linux}ROCKY.0808.B050`, 'XEN', 50],
  ['99000002', 'rocky-8.6-base', `${linux}ROCKY.0806.B050`, 'XEN', 50],
  ['99000003', 'win-2016-64-en', `${windows}SVR2016EN.B100`, 'XEN', 100],
  ['99000004', 'win-2019-mssql-2022', 'SW.VSVR.DBMS.WND64.WND.SVR2019STDEN.MSSQL.2022.B100', 'XEN', 100],
  ['99000005', 'tensorflow-ubuntu-20.04', 'SW.VSVR.APP.LNX64.UBNTU.SVR2004.TNSFL.LATEST.B050', 'XEN', 50],
  ['99000006', 'rhel-8.10', `${linux}RHEL.0810.B050.H001`, 'RHV', 50],
  ['99000007', 'rhel-7.6', `${linux}RHEL.0706.B050.H001`, 'RHV', 50],
];

/** Guesses altogether: an own image, and an image for bare metal. */
const guessedImages: readonly ImageLine[] = [
  ['99000101', 'demo-own-image', '', 'KVM', 10],
  ['99000201', 'rocky-8.10-bm', 'SW.VSVR.BM.LNX64.ROCKY.0810.G001', 'BM', 0],
];

function image([number, name, productCode, hypervisor, rootSize]: ImageLine): Image {
  const isWindows = name.startsWith('win');
  const isUbuntu = name.includes('ubuntu');
  const linuxType = name.startsWith('rhel') ? 'RHEL' : 'ROCKY';
  const linuxOs = isUbuntu ? 'UBUNTU' : linuxType;
  const appCategory = productCode.includes('.APP.') ? 'APP' : 'OS';
  const category = productCode.includes('.DBMS.') ? 'DBMS' : appCategory;
  return {
    number,
    name,
    productCode,
    hypervisor,
    rootSize,
    platform: isWindows ? 'WND64' : isUbuntu ? 'UBS64' : 'LNX64',
    osType: isWindows ? 'WINDOWS' : linuxOs,
    category: name.endsWith('-gpu') ? 'GPU' : category,
    ...(name.startsWith('demo-') ? { isOwn: true, platform: 'UBS64', osType: 'UBUNTU' } : {}),
  };
}

export const vpcImages: readonly Image[] = [...documentedImages, ...numberedImages, ...guessedImages].map(image);

/** Families of specs: letter, middle part of the product code, GB of memory for each vCPU. */
const families = [
  { letter: 'c', kind: 'HICPU', ratio: 2 },
  { letter: 's', kind: 'STAND', ratio: 4 },
  { letter: 'm', kind: 'HIMEM', ratio: 8 },
  { letter: 'ci', kind: 'CPU', ratio: 2 },
] as const;
const disks = ['s50', 'h50', 's100', 'h100'] as const;
const padded = (value: number) => String(value).padStart(3, '0');

function family(hypervisor: 'XEN' | 'RHV' | 'KVM', generation: string, sizes: readonly number[]): Spec[] {
  const specs: Spec[] = [];
  for (const cpuCount of sizes) {
    for (const { letter, kind, ratio } of families) {
      const memory = cpuCount * ratio;
      const code = `${letter}${cpuCount}-${generation}`;
      const product = `SVR.VSVR.${kind}.C${padded(cpuCount)}.M${padded(memory)}`;
      const common = { kind, cpuCount, memory, hypervisor, diskType: 'NET' };
      if (hypervisor === 'KVM') {
        const productCode = `${product}.G003`;
        specs.push({ ...common, specCode: code, productCode, generation: 'G3', disk: 'SSD', rootSize: 0 });
        continue;
      }
      for (const disk of disks) {
        const rootSize = Number(disk.slice(1));
        const detail = disk.startsWith('s') ? 'SSD' : 'HDD';
        const ending = hypervisor === 'RHV' ? 'H001' : 'G002';
        specs.push({
          ...common,
          specCode: `${code}-${disk}`,
          productCode: `${product}.NET.${detail}.B${padded(rootSize)}.${ending}`,
          generation: 'G2',
          disk: detail,
          rootSize,
        });
      }
    }
  }
  return specs;
}

/** One bare-metal product (documented in the price list) and one GPU spec for fabric cluster pools (a guess). */
const others: readonly Spec[] = [
  {
    specCode: '',
    productCode: 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
    kind: 'BM',
    cpuCount: 48,
    memory: 512,
    generation: 'G1',
    hypervisor: 'BM',
    disk: 'SSD',
    rootSize: 15564,
    diskType: 'LOCAL',
  },
  {
    specCode: 'gp8-g3',
    productCode: 'SVR.VSVR.GPU.SAMPLE.C008.M064.G003',
    kind: 'GPU',
    cpuCount: 8,
    memory: 64,
    generation: 'G3',
    hypervisor: 'KVM',
    disk: 'SSD',
    rootSize: 0,
    diskType: 'NET',
  },
];

/** Codes of XEN and KVM follow the documented grammars; how RHV writes them is a guess (`h1`). */
export const vpcSpecs: readonly Spec[] = [
  ...family('KVM', 'g3', [2, 4, 8, 16, 32, 48, 64]),
  ...family('XEN', 'g2', [2, 4, 8, 16, 32]),
  ...family('RHV', 'h1', [2, 4, 8]),
  ...others,
];

/** True when a server with that image can have that spec: same hypervisor, and the same base storage where it is fixed. */
export function isSpecFor(spec: Spec, image: Image): boolean {
  return (
    spec.hypervisor === image.hypervisor &&
    (spec.rootSize === 0 || image.rootSize === 0 || spec.rootSize === image.rootSize)
  );
}

export function imageRow(image: Image, createDate: string): Row {
  const size = image.rootSize;
  return {
    serverImageNo: image.number,
    serverImageName: image.name,
    serverImageDescription: image.isOwn ? 'SANDBOX own image' : `${image.name} (SANDBOX)`,
    serverImageProductCode: image.productCode,
    serverImageType: code(image.isOwn ? 'SELF' : 'NCP'),
    hypervisorType: code(image.hypervisor),
    cpuArchitectureType: code('X86_64'),
    osCategoryType: code(image.osType === 'WINDOWS' ? 'WINDOWS' : 'LINUX'),
    osType: code(image.osType),
    serverImageStatus: code('CREAT'),
    serverImageOperation: code('NULL'),
    serverImageStatusName: 'created',
    createDate,
    shareStatus: code('NULL'),
    sharedLoginIdList: [],
    blockStorageMappingList: [
      {
        order: 0,
        blockStorageSnapshotInstanceNo: `9${image.number}`,
        blockStorageSnapshotName: `${image.name}-base`,
        blockStorageSize: bytes(size),
        blockStorageName: '',
        blockStorageVolumeType: code(image.hypervisor === 'KVM' ? 'CB1' : 'SSD'),
        iops: 0,
        throughput: 0,
        isEncryptedVolume: false,
      },
    ],
    serverImageLifeCyclePhase: code('IN_SERVICE'),
    platformCategoryCode: image.category,
  };
}

/** `vCPU 2EA, Memory 8GB, [SSD]Disk 50GB`, as the documented product names. */
export function specName({ cpuCount, memory, disk, rootSize }: Spec): string {
  const size = rootSize === 0 ? '' : `, ${disk === 'SSD' ? '[SSD]' : ''}Disk ${rootSize}GB`;
  return `vCPU ${cpuCount}EA, Memory ${memory}GB${size}`;
}

export function specRow(spec: Spec, index: number): Row {
  const isKvm = spec.hypervisor === 'KVM';
  return {
    serverSpecCode: spec.specCode,
    generationCode: spec.generation,
    cpuCount: spec.cpuCount,
    memorySize: bytes(spec.memory),
    hypervisorType: code(spec.hypervisor),
    cpuArchitectureType: code('X86_64'),
    blockStorageMaxCount: isKvm ? 20 : 15,
    blockStorageMaxIops: isKvm ? spec.cpuCount * 2000 : 0,
    blockStorageMaxThroughput: isKvm ? spec.cpuCount * 20 : 0,
    networkPerformance: 1_000_000_000,
    networkInterfaceMaxCount: 3,
    serverProductCode: spec.productCode,
    serverSpecDescription: specName(spec),
    gpuCount: spec.kind === 'GPU' ? 1 : 0,
    serverSpecNo: 990000 + index,
  };
}

export function specProductRow(spec: Spec): Row {
  return {
    productCode: spec.productCode,
    productName: specName(spec),
    productType: code(spec.kind),
    productDescription: specName(spec),
    infraResourceType: code('SVR'),
    infraResourceDetailType: spec.kind === 'BM' ? code('BM') : code('VSVR'),
    cpuCount: spec.cpuCount,
    memorySize: bytes(spec.memory),
    baseBlockStorageSize: bytes(spec.rootSize),
    platformType: {},
    osInformation: '',
    diskType: code(spec.diskType),
    dbKindCode: '',
    addBlockStorageSize: 0,
    generationCode: spec.generation,
  };
}

export function imageProductRow(image: Image): Row {
  return {
    productCode: image.productCode,
    productName: image.name,
    productType: code(image.osType === 'WINDOWS' ? 'WINNT' : 'LINUX'),
    productDescription: `${image.name} (SANDBOX)`,
    infraResourceType: code('SW'),
    infraResourceDetailType: image.hypervisor === 'BM' ? code('BM') : {},
    cpuCount: 0,
    memorySize: 0,
    baseBlockStorageSize: bytes(image.rootSize),
    platformType: code(image.platform),
    osInformation: image.name,
    diskType: code(image.hypervisor === 'BM' ? 'LOCAL' : 'NET'),
    dbKindCode: image.category === 'DBMS' ? 'MSSQL' : '',
    addBlockStorageSize: 0,
    generationCode: '',
  };
}
