/** IP addresses: private ones of subnets, and public ones that belong to nobody (RFC 5737). */

/** An IPv4 address as a number. */
export function toNumber(ip: string): number {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toText(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** The addresses 0 to 5 and the last one of a subnet are kept for the network itself (documented). */
const reserved = 6;

/** Gives out addresses, each at most once at a time. */
export class Addresses {
  readonly #used = new Set<string>();
  readonly #next = new Map<string, number>();

  /** The next free address of a subnet (`10.10.0.0/22`), or undefined when it is full. `scope` is the VPC. */
  take(scope: string, cidr: string): string | undefined {
    const { first, last } = hosts(cidr);
    const start = Math.max(this.#next.get(`${scope} ${cidr}`) ?? first, first);
    const count = last - first + 1;
    for (let i = 0; i < count; i += 1) {
      const value = first + ((start - first + i) % count);
      if (this.takeFixed(scope, cidr, toText(value))) {
        this.#next.set(`${scope} ${cidr}`, value + 1);
        return toText(value);
      }
    }
    return undefined;
  }

  /** Takes this very address. False when it is outside of the subnet, kept, or taken. */
  takeFixed(scope: string, cidr: string, ip: string): boolean {
    if (!this.isFree(scope, cidr, ip)) return false;
    this.#used.add(`${scope} ${ip}`);
    return true;
  }

  /** True when this very address can be taken. */
  isFree(scope: string, cidr: string, ip: string): boolean {
    const { first, last } = hosts(cidr);
    const value = toNumber(ip);
    return value >= first && value <= last && !this.#used.has(`${scope} ${ip}`);
  }

  /** True when a subnet has that many free addresses. */
  hasRoom(scope: string, cidr: string, count: number): boolean {
    const { first, last } = hosts(cidr);
    let free = 0;
    for (let value = first; value <= last && free < count; value += 1) {
      if (!this.#used.has(`${scope} ${toText(value)}`)) free += 1;
    }
    return free >= count;
  }

  release(scope: string, ip: string): void {
    this.#used.delete(`${scope} ${ip}`);
  }
}

function hosts(cidr: string): { first: number; last: number } {
  const [base = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  return { first: toNumber(base) + reserved, last: toNumber(base) + size - 2 };
}

/** The only networks that public addresses come from. */
export const publicNetworks = ['203.0.113.0/24', '198.51.100.0/24'] as const;
