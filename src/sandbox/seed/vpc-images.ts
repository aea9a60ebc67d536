/** Images of VPC: documented numbers and codes where there are any, the rest by the documented grammar. */
import type { Row } from '../../reference/types';
import { code } from '../codes';
import { bytes, type Image } from '../machine';

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
  // Servers of the KVM image were seen as desktops, which they are not.
  const ubuntuPlatform = number === '23214590' ? 'UBD64' : 'UBS64';
  const appCategory = productCode.includes('.APP.') ? 'APP' : 'OS';
  const category = productCode.includes('.DBMS.') ? 'DBMS' : appCategory;
  return {
    number,
    name,
    productCode,
    hypervisor,
    rootSize,
    platform: isWindows ? 'WND64' : isUbuntu ? ubuntuPlatform : 'LNX64',
    osType: isWindows ? 'WINDOWS' : linuxOs,
    category: name.endsWith('-gpu') ? 'GPU' : category,
    ...(name.startsWith('demo-') ? { isOwn: true, platform: 'UBS64', osType: 'UBUNTU' } : {}),
  };
}

export const vpcImages: readonly Image[] = [...documentedImages, ...numberedImages, ...guessedImages].map(image);

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
        blockStorageSnapshotInstanceNo: Number(`9${image.number}`),
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
