/** Which operating system a new server gets: rows of images tell by their codes, and so do the codes of their products. */
import { fieldText } from './rows';
import type { Environment, OperatingSystem, Row } from './types';

/** The ways to name an image, the usual one first. */
export const imageNames = {
  vpc: ['serverImageNo', 'serverImageProductCode', 'memberServerImageInstanceNo'],
  classic: ['serverImageProductCode', 'memberServerImageNo'],
} as const satisfies Readonly<Record<Environment, readonly string[]>>;

/** Fields of an image's row that hold a code of its system. */
const typeFields = ['osCategoryType', 'productType', 'platformType', 'memberServerImagePlatformType'];
/** Fields of an image's row that hold a product code. */
const productFields = ['productCode', 'serverImageProductCode', 'originalServerImageProductCode'];

/** The system of an image with that row; `code` is its product code, where that is what was given. */
export function systemOf(row: Row | undefined, code = ''): OperatingSystem | undefined {
  const types = typeFields.map((field) => fieldText(row, `${field}.code`));
  if (types.some((type) => /^(?:WINDOWS|WINNT|WND)/.test(type))) return 'WND';
  if (types.some((type) => /^(?:LINUX|LNX|UB[DS])/.test(type))) return 'LNX';
  const products = [code, ...productFields.map((field) => fieldText(row, field))];
  if (products.some((product) => /^SPSW(?:0|BM)WINNT|\.WND(?:32|64)\./.test(product))) return 'WND';
  if (products.some((product) => /^SPSW(?:0|BM)LINUX|\.LNX(?:32|64)\./.test(product))) return 'LNX';
  return undefined;
}
