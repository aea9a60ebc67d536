/** Changes to a draft: setting a field, and adding, removing and moving the items of lists. All are pure. */
import { createParameters, type Draft, findCreateParameter, genericName, itemCount } from '../src/reference/index';

/** The draft with one field changed. An empty text keeps the field as "emptied by the user". */
export function withValue(draft: Draft, name: string, value: string): Draft {
  return { ...draft, values: { ...draft.values, [name]: value } };
}

/** The draft without a field, as if nobody had touched it. */
export function withoutValue(draft: Draft, name: string): Draft {
  const { [name]: _, ...values } = draft.values;
  return { ...draft, values };
}

/** The draft with the values that every form starts with, where it has none; what is picked from lists comes with them. */
export function withStart(draft: Draft): Draft {
  return createParameters[draft.environment].reduce((started, { name, initial }) => {
    const isPicked = initial === 'first' || initial === 'newest';
    if (initial === undefined || isPicked || name.includes('.N') || name in started.values) return started;
    return withValue(started, name, initial);
  }, draft);
}

/** The draft with another alternative of a `oneOf` group given; the values of the others stay. */
export function withChoice(draft: Draft, oneOf: string, parameter: string): Draft {
  return { ...draft, chosen: { ...draft.chosen, [oneOf]: parameter } };
}

/**
 * The draft with an empty item added to a list. `field` is the item's first field below the list (`tagKey`), empty for
 * lists of plain values.
 */
export function withItem(draft: Draft, list: string, field = ''): Draft {
  const item = `${list}.${itemCount(draft.values, list) + 1}`;
  const name = field === '' ? item : `${item}.${field}`;
  const { initial } = findCreateParameter(draft.environment, genericName(name)) ?? {};
  return withValue(draft, name, initial === 'next' ? nextFree(draft, list, field) : '');
}

/** The lowest number from 1 that the field has in no item; a storage of 0 would be the one that every server has. */
function nextFree({ values }: Draft, list: string, field: string): string {
  const count = itemCount(values, list);
  const used = new Set(Array.from({ length: count }, (_, index) => Number(values[`${list}.${index + 1}.${field}`])));
  let free = 1;
  while (used.has(free)) free += 1;
  return String(free);
}

/** The draft without the item (1-based); the items after it move up. */
export function withoutItem(draft: Draft, list: string, item: number): Draft {
  return renumbered(draft, list, (index) => (index === item ? undefined : index > item ? index - 1 : index));
}

/** The draft with the item (1-based) and its neighbour `step` places away exchanged. */
export function withMovedItem(draft: Draft, list: string, item: number, step: -1 | 1): Draft {
  const other = item + step;
  if (other < 1 || other > itemCount(draft.values, list)) return draft;
  return renumbered(draft, list, (index) => (index === item ? other : index === other ? item : index));
}

function renumbered(draft: Draft, list: string, place: (index: number) => number | undefined): Draft {
  const values: Record<string, string> = {};
  for (const [name, text] of Object.entries(draft.values)) {
    const rest = name.startsWith(`${list}.`) ? /^(\d+)(.*)$/.exec(name.slice(list.length + 1)) : null;
    const index = rest ? place(Number(rest[1])) : undefined;
    if (!rest) values[name] = text;
    else if (index !== undefined) values[`${list}.${index}${rest[2]}`] = text;
  }
  return { ...draft, values };
}
