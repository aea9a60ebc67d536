/** Which operating system a new server gets: rows of images tell by their codes, and so do the codes of their products. */
import { fieldText } from './rows';
import type { Context, Environment, OperatingSystem, Row, Values } from './types';

/** The ways to name an image, the usual one first. */
export const imageNames = {
  vpc: ['serverImageNo', 'serverImageProductCode', 'memberServerImageInstanceNo'],
  classic: ['serverImageProductCode', 'memberServerImageNo'],
} as const satisfies Readonly<Record<Environment, readonly string[]>>;

/** Fields of an image's row that hold a code of its system. */
const typeFields = ['osCategoryType', 'productType', 'platformType', 'memberServerImagePlatformType'];
/** Fields of an image's row that hold a product code. */
const productFields = ['productCode', 'serverImageProductCode', 'originalServerImageProductCode'];

/**
 * The system that the code of a platform, a category or a kind of image stands for: LNX32, LNX64, UBS64, UBD64, CNT…,
 * WND32, WND64, LINUX, WINNT (docs of getServerImageProductList, and real answers).
 */
export function systemOfCode(code: string): OperatingSystem | undefined {
  if (/^(?:WND|WIN)/.test(code)) return 'WND';
  return /^(?:LNX|LINUX|UB[DS]|CNT)/.test(code) ? 'LNX' : undefined;
}

/** The system of the image that is chosen; undefined while nothing tells. `names` are the values that are sent. */
export function imageSystem(
  { environment, rows }: Context,
  values: Values,
  names: readonly string[],
): OperatingSystem | undefined {
  return imageNames[environment]
    .map((name) => (values[name] && names.includes(name) ? systemOf(rows[name], values[name]) : undefined))
    .find((found) => found !== undefined);
}

/** The system of an image with that row; `code` is its product code, where that is what was given. */
export function systemOf(row: Row | undefined, code = ''): OperatingSystem | undefined {
  const types = typeFields.map((field) => systemOfCode(fieldText(row, `${field}.code`)));
  if (types.includes('WND')) return 'WND';
  if (types.includes('LNX')) return 'LNX';
  const products = [code, ...productFields.map((field) => fieldText(row, field))];
  if (products.some((product) => /^SPSW(?:0|BM)WINNT|\.WND(?:32|64)\./.test(product))) return 'WND';
  if (products.some((product) => /^SPSW(?:0|BM)LINUX|\.LNX(?:32|64)\./.test(product))) return 'LNX';
  return undefined;
}

/** What people call an operating system, in any language. */
export function systemName(code: string): string {
  return code === 'LNX' ? 'Linux' : code === 'WND' ? 'Windows' : code;
}
