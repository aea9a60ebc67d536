/** What KVM specs are good for: figures of a published list of real answers, two of which the docs show as well. */
import type { Spec } from '../machine';

interface Figures {
  readonly iops: number;
  /** MB/s. */
  readonly throughput: number;
  /** Gbit/s. */
  readonly network: number;
}

/** By vCPUs: IOPS, throughput, and the network of High CPU, CPU Intensive, Standard and High Memory. */
const bySize: Readonly<Record<number, readonly [iops: number, throughput: number, network: readonly number[]]>> = {
  2: [5250, 81, [1, 1, 1, 1]],
  4: [7875, 144, [1, 1, 1, 2]],
  8: [15_000, 288, [1, 1, 2, 2]],
  16: [25_000, 594, [2, 2, 2, 5]],
  32: [40_000, 850, [2, 2, 5, 10]],
  48: [70_000, 1188, [2, 5, 5, 10]],
  64: [100_000, 1188, [5, 10, 10, 10]],
};
const kinds = ['HICPU', 'CPU', 'STAND', 'HIMEM'];

/** The smallest specs with more memory do a little less. */
const smallest = { kinds: ['STAND', 'HIMEM'], iops: 4725 };

/** The figures of a KVM spec; those of GPU specs are known for the largest one only and a guess for the others. */
export function kvmFigures({ kind, cpuCount }: Spec): Figures {
  if (kind === 'MICRO') return { iops: 100, throughput: 10, network: 1 };
  if (kind === 'GPU') return { iops: 100_000, throughput: 1188, network: 10 };
  const [iops, throughput, network] = bySize[cpuCount] ?? [0, 0, []];
  const isLess = cpuCount === 2 && smallest.kinds.includes(kind);
  return { iops: isLess ? smallest.iops : iops, throughput, network: network[kinds.indexOf(kind)] ?? 1 };
}
