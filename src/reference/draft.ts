/** What the user has typed in the form, and the values that it stands for. */
import { chosenValues, createParameters, findCreateParameter } from './create';
import { concreteName, genericName } from './names';
import type { Environment, Values } from './types';

/** What the user has typed, kept over hiding and reload. Never holds a secret. */
export interface Draft {
  readonly environment: Environment;
  /** Concrete wire names to text. An empty text keeps the place of an item that was added and not filled in yet. */
  readonly values: Values;
  /** For each `oneOf` group the parameter that the user chose to give; left out while the form's own choice stands. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Address of a file that is the start-up script: it is uploaded once the creation is confirmed. VPC only. */
  readonly script?: string;
}

/** The parameter that takes the number of a script once it is uploaded. */
export const uploadedScript = 'initScriptNo';

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
  const filled = Object.entries(draft.values).flatMap(([name, text]): [string, string][] => {
    const parameter = findCreateParameter(draft.environment, genericName(name));
    const isTyped = parameter?.source === undefined && !parameter?.multiline;
    const value = isTyped ? text.trim() : text;
    return parameter && value !== '' ? [[name, value]] : [];
  });
  const values: Record<string, string> = {
    ...chosenValues(draft.environment, Object.fromEntries(filled), choicesOf(draft)),
  };
  if (draft.script !== undefined) delete values[uploadedScript];
  if (findCreateParameter(draft.environment, interfaceOrder)) {
    for (let item = 1; item <= itemCount(draft.values, interfaceList); item++) {
      values[concreteName(interfaceOrder, item)] = String(item - 1);
    }
  }
  return values;
}

/** The draft that stands for the values, on top of another one if given: of alternatives the one with a value is chosen. */
export function draftOf(environment: Environment, values: Values, below?: Draft): Draft {
  const chosen: Record<string, string> = { ...below?.chosen };
  for (const name of Object.keys(values)) {
    const group = findCreateParameter(environment, genericName(name))?.oneOf;
    if (group !== undefined) chosen[group] = name;
  }
  const draft = { environment, values: { ...below?.values, ...interfacesInOrder(values) }, chosen };
  return values[uploadedScript] === undefined ? withScript(draft, below?.script) : draft;
}

/** The draft with another file as its start-up script, or with none. */
export function withScript({ script: _, ...draft }: Draft, script: string | undefined): Draft {
  return script === undefined ? draft : { ...draft, script };
}

/** In a draft the place of a network interface is its order, in a file the order is written down. */
function interfacesInOrder(values: Values): Values {
  const list = `${interfaceList}.`;
  const items = new Set(
    Object.keys(values).flatMap((name) => (name.startsWith(list) ? [name.slice(list.length).split('.')[0] ?? ''] : [])),
  );
  const order = (item: string) => Number(values[interfaceOrder.replace('.N.', `.${item}.`)] ?? item);
  const places = new Map([...items].sort((a, b) => order(a) - order(b)).map((item, place) => [item, place + 1]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!name.startsWith(list)) return [name, value];
      const [item = '', ...rest] = name.slice(list.length).split('.');
      return [[`${list}${places.get(item)}`, ...rest].join('.'), value];
    }),
  );
}
