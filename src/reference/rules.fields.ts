/** What one value may be: need, type, enum, form and limits. Used for the form and for the parameters of any action. */
import { base64Length, byteLength, isBase64 } from './base64';
import type { Finding, Rules } from './form';
import type { Limit, Parameter } from './types';

export const fieldRules = {
  missing: { code: { classic: '900' } },
  unknownParameter: {},
  indexFromOne: {},
  notInteger: {},
  notBoolean: {},
  notOneOf: {},
  wrongForm: {},
  notBase64: { code: { classic: '24302' } },
  tooLittle: {},
  tooMuch: {},
} as const satisfies Rules;

export type FieldRule = keyof typeof fieldRules;
export type FieldFinding = Finding & { readonly rule: FieldRule };

/** The return codes that the docs give for a bad value of one Classic create parameter. */
export const classicFieldCodes: Readonly<Partial<Record<FieldRule, Readonly<Record<string, string>>>>> = {
  notOneOf: { feeSystemTypeCode: '10711' },
  tooLittle: { serverDescription: '24300', userData: '24301' },
  tooMuch: {
    serverDescription: '24300',
    userData: '24301',
    serverCreateCount: '10707',
    'accessControlGroupConfigurationNoList.N': '24124',
  },
};

/** Whether `base64` limits meet the raw text of a form or the base64 text on the wire. */
export type Side = 'form' | 'wire';

/** The first fault of one filled value. What a limit of uncertain origin forbids is only a warning. */
export function checkValue(parameter: Parameter, name: string, value: string, side: Side): FieldFinding | undefined {
  const severity = parameter.evidence === 'guess' ? 'warning' : 'error';
  const fault = (rule: FieldRule, args: Finding['args'] = {}): FieldFinding => ({ name, rule, severity, args });
  if (parameter.type === 'integer' && !/^\d+$/.test(value)) return fault('notInteger');
  if (parameter.type === 'boolean' && value !== 'true' && value !== 'false') return fault('notBoolean');
  if (parameter.enum !== undefined && !parameter.enum.includes(value)) {
    return fault('notOneOf', { allowed: parameter.enum.join(', ') });
  }
  if (parameter.pattern !== undefined && !new RegExp(parameter.pattern).test(value)) return fault('wrongForm');
  for (const limit of parameter.limits ?? []) {
    if (limit.unit === 'items') continue;
    if (limit.unit === 'base64' && side === 'wire' && !isBase64(value)) return fault('notBase64');
    const broken = breach(limit, measure(limit.unit, value, side));
    if (broken !== undefined) return fault(broken.rule, broken.args);
  }
  return undefined;
}

/** The fault of a list that has that many items. */
export function checkItems(parameter: Parameter, name: string, items: number): FieldFinding | undefined {
  for (const limit of parameter.limits ?? []) {
    const broken = limit.unit === 'items' ? breach(limit, items) : undefined;
    if (broken !== undefined) return { name, ...broken };
  }
  return undefined;
}

/** How a measured value breaks a limit; undefined when it keeps it. */
export function breach(
  limit: Limit,
  actual: number,
): { rule: FieldRule; args: Record<string, string | number> } | undefined {
  const { unit, min, max } = limit;
  if (min !== undefined && actual < min) return { rule: 'tooLittle', args: { unit, limit: min, actual } };
  if (max !== undefined && actual > max) return { rule: 'tooMuch', args: { unit, limit: max, actual } };
  return undefined;
}

/** The size of a value in the unit of a limit. */
export function measure(unit: Limit['unit'], value: string, side: Side): number {
  switch (unit) {
    case 'characters':
      return [...value].length;
    case 'bytes':
      return byteLength(value);
    case 'base64':
      return side === 'form' ? base64Length(value) : value.length;
    default:
      return Number(value);
  }
}
