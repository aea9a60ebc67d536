/** The size of a server in words that need no translation. */

const gigabyte = 1024 ** 3;

/** `2 vCPU`, `4 GB`; memory that is not known is left out. `memory` in bytes; `number` writes a figure. */
export function sizeWords(cpus: number, memory: number, number: (value: number) => string = String): string[] {
  const gigabytes = Math.round((memory / gigabyte) * 10) / 10;
  return [`${number(cpus)} vCPU`, ...(gigabytes > 0 ? [`${number(gigabytes)} GB`] : [])];
}
