/** What the VPC list actions have in common. */
import { fieldText, type Row } from '../../reference/index';
import { type Call, regionOf } from '../call';
import { refuse } from '../rules';
import { regions } from '../seed/regions';
import type { VpcState } from '../vpc-state';

/** The shelves of the VPC state that hold rows by region. */
type ShelfName = {
  [Name in keyof VpcState]: VpcState[Name] extends { in(region: string): readonly Row[] } ? Name : never;
}[keyof VpcState];

/** The rows of one shelf in the region that is asked for. */
export const shelf = (name: ShelfName) => (call: Call) => call.world.vpc[name].in(regionOf(call));

export const interfaces = shelf('networkInterfaces');

/** The name of the server whose number stands in a field of the row; empty when there is none. */
export const serverName = (call: Call, row: Row, field: string): string =>
  call.world.server('vpc', fieldText(row, field))?.name ?? '';

/** Images and specs are the same in all regions and zones, but only known ones may be asked for. @throws Refusal */
export function checkPlace(call: Call): void {
  const regionCode = regionOf(call);
  const value = call.params.text('zoneCode');
  const zones = regions.find((region) => region.regionCode === regionCode)?.zones ?? [];
  if (value !== undefined && !zones.some(({ zoneCode }) => zoneCode === value)) refuse('zone', 'vpc', { value });
}

export const byHypervisor: Readonly<Record<string, string>> = { hypervisorTypeCodeList: 'hypervisorType.code' };
export const region = ['regionCode'];
