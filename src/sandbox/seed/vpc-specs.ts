/** Specs of VPC: published codes where there are any, the rest by the documented grammars. */
import type { Row } from '../../reference/types';
import { code } from '../codes';
import { bytes, type Image, type Spec } from '../machine';
import { kvmFigures } from './kvm-figures';

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

type GpuLine = readonly [
  specCode: string,
  cpuCount: number,
  memory: number,
  model: string,
  count: number,
  gpuMemory: number,
];

/** GPU specs of KVM that others have listed; the memory of the first one is a guess, and so are the product codes. */
const gpuLines: readonly GpuLine[] = [
  ['gp1l4-g3', 4, 16, 'L4', 1, 24],
  ['gp1ls32-g3', 32, 96, 'L40S', 1, 48],
  ['gp8ap56-g3', 56, 1920, 'A100P', 8, 40],
];

const onKvm = (kind: string, specCode: string, cpuCount: number, memory: number, middle = kind): Spec => ({
  specCode,
  productCode: `SVR.VSVR.${middle}.C${padded(cpuCount)}.M${padded(memory)}.G003`,
  kind,
  cpuCount,
  memory,
  generation: 'G3',
  hypervisor: 'KVM',
  disk: 'SSD',
  rootSize: 0,
  diskType: 'NET',
});

/** The Micro spec, the GPU specs, and one bare-metal product (documented in the price list). */
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
  onKvm('MICRO', 'mi1-g3', 1, 1),
  ...gpuLines.map(([specCode, cpuCount, memory, model, count, gpuMemory]) => ({
    ...onKvm('GPU', specCode, cpuCount, memory, `GPU.${model}.G003`),
    gpu: { count, model: `NVIDIA ${model}`, memory: gpuMemory },
  })),
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

/** `vCPU 2EA, Memory 8GB, [SSD]Disk 50GB`, as the documented product names; GPU specs begin with their GPUs. */
export function specName({ cpuCount, memory, disk, rootSize, gpu }: Spec): string {
  const size = rootSize === 0 ? '' : `, ${disk === 'SSD' ? '[SSD]' : ''}Disk ${rootSize}GB`;
  const gpus = gpu ? `${gpu.model} GPU ${gpu.count}EA, GPUMemory ${gpu.memory}GB, ` : '';
  return `${gpus}vCPU ${cpuCount}EA, Memory ${memory.toLocaleString('en-US')}GB${size}`;
}

export function specRow(spec: Spec, index: number): Row {
  const isKvm = spec.hypervisor === 'KVM';
  const { iops, throughput, network } = kvmFigures(spec);
  return {
    serverSpecCode: spec.specCode,
    generationCode: spec.generation,
    cpuCount: spec.cpuCount,
    memorySize: bytes(spec.memory),
    hypervisorType: code(spec.hypervisor),
    cpuArchitectureType: code('X86_64'),
    blockStorageMaxCount: isKvm ? 20 : 15,
    blockStorageMaxIops: isKvm ? iops : 0,
    blockStorageMaxThroughput: isKvm ? throughput : 0,
    networkPerformance: isKvm ? network * 1_000_000_000 : 1_000_000_000,
    networkInterfaceMaxCount: 3,
    serverProductCode: spec.productCode,
    serverSpecDescription: specName(spec),
    gpuCount: spec.gpu?.count ?? 0,
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
