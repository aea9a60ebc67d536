/** Request parameters: nested values become the 1-based flat names that the API reads. */
import { NotSentError } from './errors';

export type ParamValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly ParamValue[]
  | { readonly [name: string]: ParamValue };

/** Nested objects and lists, flat wire names, or a mixture of both. */
export type Params = Readonly<Record<string, ParamValue>>;

type Pair = readonly [name: string, value: string];

const deepest = 8;

function unusable(name: string, why: string): NotSentError {
  return new NotSentError('bad-parameter', `The parameter ${name.slice(0, 80)} ${why}.`);
}

function scalar(name: string, value: unknown): string {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw unusable(name, 'holds half a character');
    return value;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw unusable(name, 'is not a finite number');
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw unusable(name, `is a ${typeof value}`);
}

function pairsOf(name: string, value: unknown, depth: number): Pair[] {
  if (value === undefined || value === null || value === '') return [];
  if (depth > deepest) throw unusable(name, 'is nested too deeply');
  if (Array.isArray(value)) {
    const items: Pair[] = [];
    let index = 1;
    for (const item of value) {
      const pairs = pairsOf(`${name}.${index}`, item, depth + 1);
      if (pairs.length > 0) index++;
      items.push(...pairs);
    }
    return items;
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([field, item]) => pairsOf(`${name}.${field}`, item, depth + 1));
  }
  return [[name, scalar(name, value)]];
}

/**
 * Name and value of each form field, in the order of `params`: lists become `x.1`, `x.2`, their objects `x.1.y`.
 * `undefined`, `null` and empty text are left out, and list items without a value do not use up an index.
 * @throws NotSentError for a value that has no form: a function, a symbol, NaN, half a surrogate pair, endless nesting.
 */
export function flatten(params: Params): Pair[] {
  return Object.entries(params).flatMap(([name, value]) => pairsOf(name, value, 0));
}

/**
 * The form body in UTF-8. `responseFormatType` comes first, as the official SDKs write it, and only from `format`.
 * https://api.ncloud-docs.com/docs/en/common-ncpapi
 */
export function formBody(params: Params, format: 'json' | 'xml'): string {
  const form = new URLSearchParams({ responseFormatType: format });
  for (const [name, value] of flatten(params)) if (name !== 'responseFormatType') form.append(name, value);
  return form.toString();
}
