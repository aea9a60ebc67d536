/** IPv4 addresses and blocks as numbers. */

/** The address as a number from 0 to 2^32 - 1; undefined when it is none. */
function addressNumber(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The addresses of a subnet that NCP keeps for itself: those before this place, and the last one. */
const firstFree = 6;

/**
 * Whether NCP keeps the address of the block for itself; undefined when one of them cannot be read or it lies outside.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-networkinterface-createnetworkinterface
 */
export function isKept(address: string, block: string): boolean | undefined {
  if (!isInBlock(address, block)) return undefined;
  const size = 2 ** (32 - Number(block.split('/')[1]));
  const place = (addressNumber(address) ?? 0) % size;
  return place < firstFree || place === size - 1;
}

/** Whether the address lies in the block (`10.0.1.0/24`); undefined when one of them cannot be read. */
export function isInBlock(address: string, block: string): boolean | undefined {
  const [base = '', bits = ''] = block.split('/');
  const from = addressNumber(base);
  const number = addressNumber(address);
  if (from === undefined || number === undefined || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number / size) === Math.floor(from / size);
}
