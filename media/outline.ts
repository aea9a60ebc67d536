/** The form's outline, made from the reference alone: sections of fields, lists, groups and choices. */
import {
  type CreateParameter,
  choicesOf,
  concreteName,
  createParameters,
  type Draft,
  type Environment,
  itemCount,
  type Role,
  type Section,
  sections,
} from '../src/reference/index';

/** One place of the form. The names in it hold an `N` for each repeating group around it. */
export type Slot =
  | { readonly kind: 'field'; readonly parameter: CreateParameter }
  /** A list of plain values (`accessControlGroupNoList.N`). */
  | { readonly kind: 'list'; readonly parameter: CreateParameter; readonly list: string }
  /** Parameters that exclude each other. */
  | { readonly kind: 'choice'; readonly slots: readonly PlainSlot[] }
  /** A repeating group (`blockStorageMappingList.N.*`). */
  | { readonly kind: 'group'; readonly list: string; readonly slots: readonly Slot[]; readonly maxItems?: number };

export type PlainSlot = Extract<Slot, { kind: 'field' | 'list' }>;

/** A section with its slots in the reference's order. */
export interface OutlineSection {
  readonly section: Section;
  readonly slots: readonly Slot[];
}

/** A field that stands in the form now. */
export interface Field {
  readonly parameter: CreateParameter;
  /** Concrete wire name. */
  readonly name: string;
  readonly section: Section;
}

/** The roles that are asked for before the rest of their section. */
const foremost: readonly (Role | undefined)[] = ['name', 'count', 'start'];

/** The outline of an environment's form. Sections without parameters are left out. */
export function outlineOf(environment: Environment): OutlineSection[] {
  const shown = createParameters[environment]
    .filter(({ role, supplied }) => !supplied && role !== 'order')
    .sort((a, b) => rank(a) - rank(b));
  return sections
    .map((section) => ({
      section,
      slots: slotsOf(
        shown.filter((parameter) => parameter.section === section),
        '',
      ),
    }))
    .filter(({ slots }) => slots.length > 0);
}

function rank({ role }: CreateParameter): number {
  const place = foremost.indexOf(role);
  return place < 0 ? foremost.length : place;
}

function slotsOf(parameters: readonly CreateParameter[], inside: string): Slot[] {
  const slots: Slot[] = [];
  const done = new Set<CreateParameter>();
  for (const parameter of parameters) {
    if (done.has(parameter)) continue;
    const list = /^([^.]+)\.N\./.exec(parameter.name.slice(inside.length))?.[1];
    const members = parameters.filter((other) =>
      list !== undefined
        ? other.name.startsWith(`${inside}${list}.N.`)
        : other === parameter || (parameter.oneOf !== undefined && other.oneOf === parameter.oneOf),
    );
    for (const member of members) done.add(member);
    if (list !== undefined) {
      const maxItems = members.find((member) => member.maxItems !== undefined)?.maxItems;
      slots.push({
        kind: 'group',
        list: inside + list,
        slots: slotsOf(members, `${inside}${list}.N.`),
        ...(maxItems === undefined ? {} : { maxItems }),
      });
    } else if (members.length > 1) slots.push({ kind: 'choice', slots: members.sort(byInitial).map(plainSlot) });
    else slots.push(plainSlot(parameter));
  }
  return slots;
}

/** The alternative that the form can fill in comes first. */
function byInitial(a: CreateParameter, b: CreateParameter): number {
  return Number(a.initial === undefined) - Number(b.initial === undefined);
}

function plainSlot(parameter: CreateParameter): PlainSlot {
  return parameter.name.endsWith('.N')
    ? { kind: 'list', parameter, list: parameter.name.slice(0, -2) }
    : { kind: 'field', parameter };
}

/** The parameters in a slot. */
export function parametersOf(slot: Slot): readonly CreateParameter[] {
  return 'parameter' in slot ? [slot.parameter] : slot.slots.flatMap(parametersOf);
}

/** Whether a slot is shown only once its section is unfolded. */
export function isRare(slot: Slot): boolean {
  return parametersOf(slot).every(({ rare }) => rare);
}

/** How many items of a list of plain values the form shows: one to fill in, when there is none. */
export function shownItems(draft: Draft, list: string): number {
  return Math.max(1, itemCount(draft.values, list));
}

/** The slot of a choice that the draft gives. */
export function givenSlot(draft: Draft, slots: readonly PlainSlot[]): PlainSlot | undefined {
  const choices = choicesOf(draft);
  return slots.find(({ parameter }) => parameter.oneOf !== undefined && choices[parameter.oneOf] === parameter.name);
}

/** All fields that stand in the form now, in its order. */
export function fieldsOf(
  outline: readonly OutlineSection[],
  draft: Draft,
  stands: (parameter: CreateParameter, name: string) => boolean,
): Field[] {
  const walk = (slot: Slot, indices: readonly number[]): Field[] => {
    switch (slot.kind) {
      case 'field': {
        const { parameter } = slot;
        const name = concreteName(parameter.name, ...indices);
        return stands(parameter, name) ? [{ parameter, name, section: parameter.section }] : [];
      }
      case 'list': {
        const { parameter } = slot;
        const list = concreteName(slot.list, ...indices);
        const count = stands(parameter, list) ? shownItems(draft, list) : 0;
        return Array.from({ length: count }, (_, item) => ({
          parameter,
          name: `${list}.${item + 1}`,
          section: parameter.section,
        }));
      }
      case 'choice': {
        const given = givenSlot(draft, slot.slots);
        return given ? walk(given, indices) : [];
      }
      case 'group': {
        const count = itemCount(draft.values, concreteName(slot.list, ...indices));
        return Array.from({ length: count }, (_, item) => item + 1).flatMap((item) =>
          slot.slots.flatMap((inner) => walk(inner, [...indices, item])),
        );
      }
    }
  };
  return outline.flatMap(({ slots }) => slots.flatMap((slot) => walk(slot, [])));
}
