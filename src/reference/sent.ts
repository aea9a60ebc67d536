/** What of a filled form goes on the wire. */
import { fromBase64, isBase64, toBase64 } from './base64';
import { createParameters, findCreateParameter } from './create';
import { appliesTo, possibleKinds } from './kinds';
import { concreteName, genericName, indicesOf } from './names';
import { fieldText } from './rows';
import type { Context, CreateParameter, Environment, ServerKind, Values } from './types';

/** The names of the values that are filled and mean something here, in the order in which they are sent. */
export function keptNames(values: Values, context: Context): string[] {
  const parameters = createParameters[context.environment];
  const kinds = possibleKinds(values, context);
  return Object.keys(values)
    .filter((name) => {
      const parameter = findCreateParameter(context.environment, genericName(name));
      return parameter !== undefined && isSent(parameter, name, values, context, kinds);
    })
    .map((name) => ({ name, key: sortKey(name, parameters) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ name }) => name);
}

/**
 * What of the values really goes on the wire, in reference order: empty and meaningless ones are left out and so are those
 * that the account and the client supply; list indices run without gaps from 1, and what NCP wants as base64 is base64.
 */
export function sentValues(values: Values, context: Context): Values {
  const sent: Record<string, string> = {};
  const renumber = renumbering();
  for (const name of keptNames(values, context)) {
    const value = values[name] ?? '';
    sent[renumber(name)] = isEncoded(context.environment, name) ? toBase64(value) : value;
  }
  return sent;
}

/** The concrete names of the values that are filled but not sent, in the order of the values. */
export function unsentNames(values: Values, context: Context): string[] {
  const kept = new Set(keptNames(values, context));
  return Object.keys(values).filter((name) => values[name] !== '' && !kept.has(name));
}

/**
 * The reverse of `sentValues` for one who receives them: what the account and the client supplied is taken off, and what
 * is base64 on the wire becomes the text again.
 */
export function receivedValues(environment: Environment, wire: Values): Values {
  const supplied = new Set(createParameters[environment].filter((one) => one.supplied).map(({ name }) => name));
  const received = Object.entries(wire).filter(([name]) => !supplied.has(name));
  return Object.fromEntries(
    received.map(([name, value]) => [
      name,
      isEncoded(environment, name) && isBase64(value) ? fromBase64(value) : value,
    ]),
  );
}

/** Whether the value goes over the wire as base64: NCP measures it so. */
function isEncoded(environment: Environment, name: string): boolean {
  const { limits = [] } = findCreateParameter(environment, genericName(name)) ?? {};
  return limits.some(({ unit }) => unit === 'base64');
}

/** Order of the parameters, but the items of a list stay together: list, item, parameter, inner item. */
export function sortKey(name: string, parameters: readonly CreateParameter[]): readonly number[] {
  const generic = genericName(name);
  const root = generic.split('.N')[0] ?? generic;
  const first = parameters.findIndex((parameter) => parameter.name.split('.N')[0] === root);
  const own = parameters.findIndex((parameter) => parameter.name === generic);
  const [outer = 0, inner = 0] = indicesOf(name);
  return [first === -1 ? parameters.length : first, outer, own, inner];
}

/** Compares two sort keys. */
export function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isSent(
  parameter: CreateParameter,
  name: string,
  values: Values,
  context: Context,
  kinds: readonly ServerKind[],
): boolean {
  // Whoever fills the form, the account and the client supply theirs: a region from here would be another one's.
  if (parameter.supplied || !values[name] || !appliesTo(parameter.kinds, kinds)) return false;
  if (parameter.with !== undefined && !parameter.with.some((other) => values[other])) return false;
  const { without, onlyFor } = parameter;
  if (without !== undefined && values[concreteName(without, ...indicesOf(name))]) return false;
  const told = onlyFor && fieldText(context.rows[onlyFor.name], onlyFor.field);
  return !told || told === onlyFor.is;
}

/** Gives the indices of each list new numbers from 1, in the order in which its names come. */
function renumbering(): (name: string) => string {
  const seen = new Map<string, Map<string, number>>();
  return (name) => {
    let original = '';
    let renamed = '';
    for (const part of name.split('.')) {
      if (/^\d+$/.test(part)) {
        const items = seen.get(original) ?? new Map<string, number>();
        seen.set(original, items);
        const index = items.get(part) ?? items.size + 1;
        items.set(part, index);
        renamed += `.${index}`;
      } else renamed += renamed === '' ? part : `.${part}`;
      original += `.${part}`;
    }
    return renamed;
  };
}
