/** Regions and zones of both environments. Codes are documented; which of them an account sees today is not known. */
import type { Row } from '../../reference/types';

/** A region with its zones, numbered for Classic and coded for VPC. */
export interface RegionSeed {
  readonly regionNo: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly zones: readonly {
    readonly zoneNo: string;
    readonly zoneCode: string;
    readonly zoneDescription: string;
  }[];
}

/** The first one is the default of every other action. Zone numbers outside KR are guesses. */
export const regions: readonly RegionSeed[] = [
  {
    regionNo: '1',
    regionCode: 'KR',
    regionName: 'Korea',
    zones: [
      { zoneNo: '2', zoneCode: 'KR-1', zoneDescription: '가산 zone' },
      { zoneNo: '3', zoneCode: 'KR-2', zoneDescription: '평촌 zone' },
    ],
  },
  {
    regionNo: '7',
    regionCode: 'SGN',
    regionName: 'Singapore(New)',
    zones: [
      { zoneNo: '9904', zoneCode: 'SGN-4', zoneDescription: 'Singapore (New) ZONE-4' },
      { zoneNo: '9905', zoneCode: 'SGN-5', zoneDescription: 'Singapore (New) ZONE-5' },
    ],
  },
  {
    regionNo: '8',
    regionCode: 'JPN',
    regionName: 'Japan(New)',
    zones: [
      { zoneNo: '9914', zoneCode: 'JPN-4', zoneDescription: 'Japna (New) ZONE-4' },
      { zoneNo: '9915', zoneCode: 'JPN-5', zoneDescription: 'Japna (New) ZONE-5' },
    ],
  },
];

export const vpcRegionRows: readonly Row[] = regions.map(({ regionCode, regionName }) => ({ regionCode, regionName }));

export const vpcZoneRows = (regionCode: string): Row[] =>
  zonesOf((region) => region.regionCode === regionCode).map(({ zoneCode, zoneDescription }) => ({
    zoneName: zoneCode,
    zoneCode,
    regionCode,
    zoneDescription,
  }));

export const classicRegionRows: readonly Row[] = regions.map(({ regionNo, regionCode, regionName }) => ({
  regionNo,
  regionCode,
  regionName,
}));

export const classicZoneRows = (regionNo: string): Row[] =>
  zonesOf((region) => region.regionNo === regionNo).map(({ zoneNo, zoneCode, zoneDescription }) => ({
    zoneNo,
    zoneName: zoneCode,
    zoneCode,
    zoneDescription,
    regionNo,
  }));

function zonesOf(wanted: (region: RegionSeed) => boolean): RegionSeed['zones'] {
  return regions.find(wanted)?.zones ?? [];
}
