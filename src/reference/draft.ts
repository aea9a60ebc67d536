/** What the user has typed in the form, and the values that it stands for. */
import { chosenValues, createParameters } from './create';
import { concreteName, genericName } from './names';
import type { CreateParameter, Environment, Values } from './types';

/** What the user has typed, kept over hiding and reload. Never holds a secret. */
export interface Draft {
  readonly environment: Environment;
  /** Concrete wire names to text. An empty text keeps the place of an item that was added and not filled in yet. */
  readonly values: Values;
  /** For each `oneOf` group the parameter that the user chose to give; left out while the form's own choice stands. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** The list of network interfaces; the form always has its first item, the default interface. */
export const interfaceList = 'networkInterfaceList';
/** Set by the place of the item: eth0 is 0. */
export const interfaceOrder = `${interfaceList}.N.networkInterfaceOrder`;

/** How many items of a list a draft has: `networkInterfaceList`, `networkInterfaceList.1.accessControlGroupNoList`. */
export function itemCount(values: Values, list: string): number {
  let count = list === interfaceList ? 1 : 0;
  for (const name of Object.keys(values)) {
    if (!name.startsWith(`${list}.`)) continue;
    count = Math.max(count, Number.parseInt(name.slice(list.length + 1), 10));
  }
  return count;
}

/** For each `oneOf` group the parameter that is given: the chosen one, or else the one that the form can start with. */
export function choicesOf({ environment, chosen }: Draft): Record<string, string> {
  const choices: Record<string, string> = {};
  for (const { name, oneOf, initial } of createParameters[environment]) {
    if (oneOf !== undefined && (initial !== undefined || choices[oneOf] === undefined)) choices[oneOf] = name;
  }
  return { ...choices, ...chosen };
}

/**
 * The values that a draft stands for: without empty texts and without the alternatives that the user does not give,
 * without blanks around what is typed on one line, and with each network interface in the order of its place.
 */
export function draftValues(draft: Draft): Values {
  const known = new Map(createParameters[draft.environment].map((parameter) => [parameter.name, parameter]));
  const filled = Object.entries(draft.values).flatMap(([name, text]): [string, string][] => {
    const parameter: CreateParameter | undefined = known.get(genericName(name));
    const isTyped = parameter?.source === undefined && !parameter?.multiline;
    const value = isTyped ? text.trim() : text;
    return parameter && value !== '' ? [[name, value]] : [];
  });
  const values: Record<string, string> = {
    ...chosenValues(draft.environment, Object.fromEntries(filled), choicesOf(draft)),
  };
  if (known.has(interfaceOrder)) {
    for (let item = 1; item <= itemCount(draft.values, interfaceList); item++) {
      values[concreteName(interfaceOrder, item)] = String(item - 1);
    }
  }
  return values;
}
