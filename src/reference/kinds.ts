/** Which kinds of server the chosen image and spec may still lead to. */
import { fieldText } from './rows';
import type { Context, Row, ServerKind, Values } from './types';

const all: readonly ServerKind[] = ['XEN', 'RHV', 'KVM', 'BM'];

/** True when a product of an image or spec list is one for bare metal. */
export function isBareMetal(row: Row | undefined, code = ''): boolean {
  return (
    fieldText(row, 'infraResourceDetailType.code') === 'BM' ||
    fieldText(row, 'productType.code') === 'BM' ||
    /^(?:SVR\.VSVR\.BM\.|SPSVRBM|SPSWBM)/.test(code)
  );
}

/** True when a row of a spec list is one of the Micro kind, told by its kind or by its code (`mi1-g3`). */
export function isMicro(row: Row | undefined, code = ''): boolean {
  return (
    fieldText(row, 'productType.code') === 'MICRO' ||
    [code, fieldText(row, 'serverProductCode')].some((text) => /^mi\d+-g\d+$|^SVR\.VSVR\.MICRO\./.test(text))
  );
}

/** The hypervisor that a row of an image or spec list names, in so far as we know it. */
export function hypervisorOf(row: Row | undefined): ServerKind | undefined {
  const code = fieldText(row, 'hypervisorType.code');
  return all.find((kind) => kind === code);
}

/** The kinds that the values and the chosen rows leave open: one when it is known, all four when nothing is. */
export function possibleKinds(values: Values, { environment, rows }: Context): readonly ServerKind[] {
  const spec = values.serverProductCode ?? '';
  const imageCode = values.serverImageProductCode ?? '';
  if (environment === 'classic') {
    const image = imageCode ? rows.serverImageProductCode : rows.memberServerImageNo;
    if ((spec && isBareMetal(rows.serverProductCode, spec)) || (imageCode && isBareMetal(image, imageCode)))
      return ['BM'];
    return rows.serverProductCode !== undefined && spec ? all.filter((kind) => kind !== 'BM') : all;
  }
  if (values.serverImageNo) {
    const known =
      hypervisorOf(rows.serverImageNo) ?? (values.serverSpecCode ? hypervisorOf(rows.serverSpecCode) : undefined);
    return known === undefined ? all : [known];
  }
  if (imageCode) {
    if (isBareMetal(rows.serverImageProductCode, imageCode)) return ['BM'];
    if (spec && isBareMetal(rows.serverProductCode, spec)) return ['BM'];
    const known = hypervisorOf(rows.serverImageProductCode);
    if (known !== undefined) return [known];
    if (imageCode.endsWith('.H001')) return ['RHV'];
    return spec ? ['XEN', 'RHV'] : ['XEN', 'RHV', 'BM'];
  }
  return values.memberServerImageInstanceNo ? ['XEN', 'RHV'] : all;
}

/** False when it is certain that a parameter for those kinds is meaningless here. */
export function appliesTo(kinds: readonly ServerKind[] | undefined, possible: readonly ServerKind[]): boolean {
  return kinds === undefined || kinds.some((kind) => possible.includes(kind));
}
