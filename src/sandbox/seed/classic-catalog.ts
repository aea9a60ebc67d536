/** Images and specs of Classic with their documented codes. */
import type { Row } from '../../reference/types';
import { code, noCode } from '../codes';
import { bytes, type Image, type Spec } from '../machine';
import { specName } from './vpc-specs';

type ImageLine = readonly [productCode: string, name: string, platform: string, rootSize: number, category?: string];

const imageLines: readonly ImageLine[] = [
  ['SPSW0LINUX000046', 'centos-7.3-64', 'LNX64', 50],
  ['SPSW0LINUX000139', 'centos-7.8-64', 'LNX64', 50],
  ['SPSW0LINUX000032', 'centos-6.3-32', 'LNX32', 50],
  ['SPSW0LINUX000031', 'centos-6.3-64', 'LNX64', 50],
  ['SPSW0LINUX000044', 'centos-6.6-64', 'LNX64', 50],
  ['SPSW0LINUX000045', 'centos-7.2-64', 'LNX64', 50],
  ['SPSW0LINUX000067', 'ubuntu-16.04-64-server', 'UBS64', 50],
  ['SPSW0LINUX000140', 'tensorflow-centos-7.8', 'LNX64', 50],
  ['SPSW0LINUX000142', 'rabbitmq-centos-7.8', 'LNX64', 50],
  ['SPSW0WINNTEN0016A', 'win-2016-64-en', 'WND64', 100],
  ['SPSW0WINNTEN0047A', 'mssql-2017-win-2016', 'WND64', 100, 'DBMS'],
  ['SPSW0WINNTEN0050A', 'mssql-2019-win-2016', 'WND64', 100, 'DBMS'],
  ['SPSW0WINNTEN0052A', 'mssql-2016-win-2016', 'WND64', 100, 'DBMS'],
  ['SPSWBMWINNT00001', 'win-2016-64-bm', 'WND64', 0],
];

export const classicImages: readonly Image[] = imageLines.map(
  ([productCode, name, platform, rootSize, category = 'OS']) => ({
    number: '',
    name,
    productCode,
    hypervisor: productCode.startsWith('SPSWBM') ? 'BM' : 'XEN',
    platform,
    osType: platform.startsWith('WND') ? 'WINDOWS' : 'LINUX',
    category,
    rootSize,
  }),
);

type SpecLine = readonly [productCode: string, cpuCount: number, memory: number, kind: string, disk?: 'SSD'];

const specLines: readonly SpecLine[] = [
  ['SPSVRSTAND000056', 1, 1, 'MICRO'],
  ['SPSVRSTAND000003', 1, 2, 'COMPT'],
  ['SPSVRSTAND000049', 2, 2, 'COMPT'],
  ['SPSVRSTAND000004', 2, 4, 'STAND'],
  ['SPSVRSTAND000024', 2, 8, 'STAND'],
  ['SPSVRSTAND000052', 2, 16, 'STAND'],
  ['SPSVRSTAND000005', 4, 8, 'STAND'],
  ['SPSVRSTAND000025', 4, 16, 'STAND'],
  ['SPSVRSTAND000054', 4, 32, 'STAND'],
  ['SPSVRSTAND000006', 8, 16, 'STAND'],
  ['SPSVRSSD00000001', 1, 2, 'COMPT', 'SSD'],
  ['SPSVRSSD00000002', 2, 2, 'COMPT', 'SSD'],
  ['SPSVRSSD00000003', 2, 4, 'STAND', 'SSD'],
  ['SPSVRSSD00000010', 2, 8, 'STAND', 'SSD'],
  ['SPSVRSSD00000007', 8, 16, 'STAND', 'SSD'],
];

const spec = ([productCode, cpuCount, memory, kind, disk]: SpecLine, ending: '' | 'A'): Spec => ({
  specCode: '',
  productCode: `${productCode}${ending}`,
  kind,
  cpuCount,
  memory,
  generation: 'G1',
  hypervisor: 'XEN',
  disk: disk ?? 'HDD',
  rootSize: ending === 'A' ? 100 : 50,
  diskType: 'NET',
});

/** Linux specs, the same for Windows (documented ending A, 100 GB), and one bare-metal spec whose size is a guess. */
export const classicSpecs: readonly Spec[] = [
  ...specLines.map((line) => spec(line, '')),
  ...specLines.filter(([, , memory]) => memory >= 2).map((line) => spec(line, 'A')),
  {
    ...spec(['SPSVRBM000000001', 32, 128, 'BM', 'SSD'], ''),
    hypervisor: 'BM',
    rootSize: 1600,
    diskType: 'LOCAL',
  },
];

export function classicSpecRow(spec: Spec): Row {
  return {
    productCode: spec.productCode,
    productName: specName(spec),
    productType: code(spec.kind),
    productDescription: specName(spec),
    infraResourceType: code('SVR'),
    infraResourceDetailType: spec.kind === 'BM' ? code('BM') : noCode,
    cpuCount: spec.cpuCount,
    memorySize: bytes(spec.memory),
    baseBlockStorageSize: bytes(spec.rootSize),
    platformType: noCode,
    osInformation: '',
    diskType: code(spec.diskType),
    dbKindCode: '',
    addBlockStorageSize: 0,
    generationCode: spec.generation,
  };
}

export function classicImageRow(image: Image): Row {
  return {
    productCode: image.productCode,
    productName: image.name,
    productType: code(image.osType === 'WINDOWS' ? 'WINNT' : 'LINUX'),
    productDescription: `${image.name} (SANDBOX)`,
    infraResourceType: code('SW'),
    infraResourceDetailType: image.hypervisor === 'BM' ? code('BM') : noCode,
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
