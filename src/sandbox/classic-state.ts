/** The Classic half of the simulated account. Servers themselves are in `world`. */
import { koreanTime } from './clock';
import { code } from './codes';
import type { Numbers } from './numbers';
import { type MutableRow, Shelf } from './shelf';
import type { PublicAddresses } from './vpc-state';

export class ClassicState {
  readonly accessControlGroups: MutableRow[] = [];
  /** Rules by accessControlGroupConfigurationNo. */
  readonly accessControlRules = new Shelf();
  readonly loginKeys: MutableRow[] = [];
  readonly initScripts: MutableRow[] = [];
  readonly memberImages = new Shelf();
  /** Each with `serverInstanceNo` beside the fields of the answer. */
  readonly publicIps = new Shelf();
  readonly #numbers: Numbers;
  readonly #publicAddresses: PublicAddresses;
  #hosts = 0;

  constructor(numbers: Numbers, publicAddresses: PublicAddresses) {
    this.#numbers = numbers;
    this.#publicAddresses = publicAddresses;
  }

  /** The next private address. Classic servers share one big network; its range is a guess. */
  privateIp(): string {
    this.#hosts += 1;
    return `10.41.${Math.floor(this.#hosts / 250)}.${1 + (this.#hosts % 250)}`;
  }

  addPublicIp(region: string, zone: string, serverNo: string, now: number): MutableRow {
    return this.publicIps.add(region, {
      publicIpInstanceNo: this.#numbers.next(),
      publicIp: this.#publicAddresses.take('classic'),
      publicIpDescription: '',
      createDate: koreanTime(now),
      publicIpInstanceStatusName: 'used',
      publicIpInstanceStatus: code('USED', 'NET USED state'),
      publicIpInstanceOperation: code('NULL', 'NET NULL OP'),
      publicIpKindType: code('GEN'),
      zoneNo: zone,
      serverInstanceNo: serverNo,
    });
  }

  addInitScript(name: string, content: string, osType: string, now: number): MutableRow {
    const row = {
      initScriptNo: this.#numbers.next(),
      initScriptName: name,
      createDate: koreanTime(now),
      initScriptDescription: '',
      initScriptContent: content,
      osType: code(osType),
    };
    this.initScripts.push(row);
    return row;
  }
}
