/** The price list: made-up round figures for every spec, and labelled so in every row. */
import type { Row } from '../../reference/types';
import { code, noCode } from '../codes';
import { bytes, type Spec } from '../machine';
import { classicSpecs } from './classic-catalog';
import { regions } from './regions';
import { specName, vpcSpecs } from './vpc-specs';

/** Shown with every price, so that nobody takes one for real. */
const priceLabel = 'SANDBOX SAMPLE, not a real price';

/** What one Korean won is worth here: round made-up rates. */
const rates: Readonly<Record<string, number>> = { KRW: 1, USD: 0.001, JPY: 0.1 };
const hoursOfMonth = 720;

/** Sample price in won for an hour: ten for each vCPU and ten for each GB of memory. */
const hourly = ({ cpuCount, memory }: Spec): number => 10 * (cpuCount + memory);

/** The price items of a region in a currency. Classic items come first. */
export function priceRows(regionCode: string, currency: string): Row[] {
  const place = regions.find((region) => region.regionCode === regionCode);
  if (!place) return [];
  const region = { regionNo: Number(place.regionNo), regionCode, regionName: place.regionName };
  return [...classicSpecs, ...vpcSpecs].map((spec, index) => productPrice(spec, index, region, currency));
}

function productPrice(spec: Spec, index: number, region: Row, currency: string): Row {
  const isClassic = spec.productCode.startsWith('SPSVR');
  const won = hourly(spec);
  const price = (offset: number, type: string, amount: number): Row => ({
    priceNo: String(1 + index * 2 + offset),
    priceType: code(type),
    region,
    chargingUnitType: code('TIME'),
    ratingUnitType: code('POINT'),
    chargingUnitBasicValue: '1',
    productRatingType: code(isClassic ? 'SVR' : 'VSVR'),
    unit: code('USAGE_HH'),
    price: Math.round(amount * (rates[currency] ?? 1) * 1e6) / 1e6,
    conditionType: noCode,
    conditionPrice: 0,
    priceDescription: priceLabel,
    freeUnit: noCode,
    freeValue: 0,
    meteringUnit: code('USAGE_HH'),
    startDate: '2025-01-01T00:00:00+0900',
    priceAttribute: noCode,
    priceVersionName: 'SANDBOX',
    payCurrency: code(currency),
  });
  return {
    productItemKind: code(isClassic ? 'SVR' : 'VSVR'),
    productItemKindDetail: spec.kind === 'BM' ? code('BM') : noCode,
    productCode: spec.productCode,
    productName: specName(spec),
    productDescription: `${specName(spec)} (${priceLabel})`,
    softwareType: noCode,
    productCategory: code('COMPUTE'),
    productType: code(spec.kind),
    productTypeDetail: noCode,
    gpuCount: spec.gpu?.count ?? 0,
    cpuCount: spec.cpuCount,
    memorySize: bytes(spec.memory),
    baseBlockStorageSize: bytes(spec.rootSize),
    dbKind: noCode,
    osInfomation: '',
    platformType: noCode,
    osType: noCode,
    platformCategoryCode: '',
    diskType: code(spec.diskType),
    diskDetailType: code(spec.disk),
    generationCode: spec.generation,
    priceList: [price(0, 'MTRAT', won), price(1, 'FXSUM', won * hoursOfMonth)],
  };
}
