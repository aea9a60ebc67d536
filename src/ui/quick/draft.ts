/** A preset's values as the form holds them. */
import { type Draft, type Environment, findCreateParameter, genericName, type Values } from '../../reference/index';

const list = 'networkInterfaceList.';

/** The draft with the values, in which each alternative that has a value is the chosen one. */
export function draftOf(environment: Environment, values: Values): Draft {
  const chosen: Record<string, string> = {};
  for (const name of Object.keys(values)) {
    const group = findCreateParameter(environment, genericName(name))?.oneOf;
    if (group !== undefined) chosen[group] = name;
  }
  return { environment, values: interfacesInOrder(values), chosen };
}

/** In a form the place of a network interface is its order, in a file the order is written down. */
function interfacesInOrder(values: Values): Values {
  const items = new Set(
    Object.keys(values).flatMap((name) => (name.startsWith(list) ? [name.slice(list.length).split('.')[0] ?? ''] : [])),
  );
  const order = (item: string) => Number(values[`${list}${item}.networkInterfaceOrder`] ?? item);
  const places = new Map([...items].sort((a, b) => order(a) - order(b)).map((item, place) => [item, place + 1]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!name.startsWith(list)) return [name, value];
      const [item = '', ...rest] = name.slice(list.length).split('.');
      return [[`${list}${places.get(item)}`, ...rest].join('.'), value];
    }),
  );
}
