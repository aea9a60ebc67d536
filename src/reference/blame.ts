/** Which field a refusal speaks of: NCP names the parameter at the end of some messages (`… location : serverName`). */
import { createParameters } from './create';
import { concreteName, genericName, indicesOf } from './names';
import { keptNames, sentValues } from './sent';
import type { Context, Environment, Values } from './types';

/**
 * The create parameter that a return message names, as a concrete wire name; of several the first that the reference
 * knows, of a list without an index its first item. Undefined when the message names none.
 */
export function blamedField(message: string, environment: Environment): string | undefined {
  const [, place] = /\blocation\s*[:=]\s*(.+)/i.exec(message) ?? [];
  for (const [word] of (place ?? '').matchAll(/[A-Za-z][\w.[\]]*/g)) {
    const name = knownName(pathOf(word), environment);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The name in the form of what was sent under a wire name: on the wire the items of a list have no gaps. */
export function formName(wireName: string, values: Values, context: Context): string {
  const place = Object.keys(sentValues(values, context)).indexOf(wireName);
  return keptNames(values, context)[place] ?? wireName;
}

/** `list[0].order` → `list.1.order`; no dot at the end. */
function pathOf(word: string): string {
  return word
    .replace(/\[(\d+)\]/g, (_, index: string) => `.${Number(index) + 1}`)
    .replace(/[[\]]/g, '')
    .replace(/\.+$/, '');
}

/** The parameter of that name, or the first one of a list of that name. */
function knownName(path: string, environment: Environment): string | undefined {
  const generic = genericName(path);
  const parameter =
    createParameters[environment].find(({ name }) => name === generic) ??
    createParameters[environment].find(({ name }) => `${name}.`.startsWith(`${generic}.`));
  if (parameter === undefined) return undefined;
  const indices = indicesOf(path);
  const wanted = parameter.name.split('.N').length - 1;
  return concreteName(parameter.name, ...Array.from({ length: wanted }, (_, i) => indices[i] ?? 1));
}
