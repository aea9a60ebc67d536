/** Templates of what holds fields: lists of plain values, choices, repeating groups and what is folded away. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Choice, concreteName, interfaceList, itemCount } from '../src/reference/index';
import { withChoice, withItem, withMovedItem, withoutItem } from './draft';
import { type Form, fieldRow, itemControl, requiredMark } from './fields';
import { givenSlot, isRare, type PlainSlot, parametersOf, type Slot, shownItems } from './outline';

export type Content = TemplateResult | typeof nothing;

/** What is folded away is made only once it is unfolded, so that its lists are not asked for before. */
export function morePart(
  form: Form,
  part: string,
  title: string | TemplateResult,
  content: () => Content[],
  isNeeded = false,
): TemplateResult {
  const { state } = form;
  const open = isNeeded || state.isOpen(part);
  return html`<details
    data-part=${part}
    ?open=${open}
    @toggle=${(event: Event) => {
      const isOpen = (event.target as HTMLDetailsElement).open;
      if (isOpen !== state.isOpen(part)) form.act(() => state.setOpen(part, isOpen));
    }}
  >
    <summary>${title}</summary>
    ${open ? content() : nothing}
  </details>`;
}

/** Whether anything in a slot means something for what is chosen now. */
export function means({ state }: Form, slot: Slot): boolean {
  return parametersOf(slot).some((parameter) => state.applies(parameter));
}

/** A slot inside the items that the indices name, from the outside in. */
export function slotPart(form: Form, slot: Slot, indices: readonly number[]): Content {
  const { state } = form;
  switch (slot.kind) {
    case 'field': {
      const name = concreteName(slot.parameter.name, ...indices);
      if (!state.stands(name) || state.isBarren(slot.parameter, name)) return nothing;
      return fieldRow(form, slot.parameter, name);
    }
    case 'list':
      return listPart(form, slot, indices);
    case 'choice':
      return choicePart(form, slot, indices);
    case 'group':
      return groupPart(form, slot, indices);
  }
}

export function slotsPart(form: Form, slots: readonly Slot[], indices: readonly number[]): Content[] {
  return [...slots.map((slot) => slotPart(form, slot, indices)), barrenPart(form, slots, indices)];
}

/** One line for all fields among the slots for which there is nothing to choose. */
export function barrenPart(form: Form, slots: readonly Slot[], indices: readonly number[]): Content {
  const { state } = form;
  const barren = slots.flatMap(parametersOf).filter((parameter) => {
    const name = concreteName(parameter.name, ...indices);
    return state.stands(name) && state.isBarren(parameter, name);
  });
  if (barren.length === 0) return nothing;
  const again = () => {
    for (const parameter of barren) state.askAgain(parameter);
  };
  return html`<p class="list-state barren">${state.strings.barren(barren.map(({ name }) => state.label(name)))}
    <button type="button" class="link" @click=${() => form.act(again)}>${state.strings.reload}</button></p>`;
}

function listPart(form: Form, slot: Extract<Slot, { kind: 'list' }>, indices: readonly number[]): Content {
  const { state } = form;
  const { strings, draft } = state;
  const { parameter } = slot;
  const list = concreteName(slot.list, ...indices);
  if (!state.stands(`${list}.1`)) return nothing;
  const count = shownItems(draft, list);
  const label = state.label(parameter.name);
  const items = Array.from({ length: count }, (_, index) => index + 1);
  const canAdd = count < (parameter.maxItems ?? Number.POSITIVE_INFINITY);
  const removable = (item: number) => count > 1 || !!draft.values[`${list}.${item}`];
  return html`<div class="field" role="group" aria-labelledby=${`label-${list}`}>
    <span class="label" id=${`label-${list}`}>${label}${requiredMark(form, parameter)}</span>
    <div class="control">
      ${items.map((item) => {
        const name = `${list}.${item}`;
        return html`<div class="item">
          <div class="item-control">
            <label class="hidden" id=${`label-${name}`} for=${`field-${name}`}>${strings.item(label, item)}</label>
            ${itemControl(form, parameter, name)}
          </div>
          ${
            removable(item)
              ? html`<button
                  type="button"
                  class="icon remove"
                  title=${strings.remove(strings.item(label, item))}
                  aria-label=${strings.remove(strings.item(label, item))}
                  @click=${() => form.act(() => state.change(withoutItem(state.draft, list, item), name))}
                ></button>`
              : html`<span class="icon"></span>`
          }
        </div>`;
      })}
      ${
        canAdd
          ? html`<button
              type="button"
              class="link add"
              @click=${() => {
                const item = `${list}.${count + 1}`;
                form.add(item, () => state.change(withItem(fillFirst(form, list), list), item));
              }}
            >${strings.add(label)}</button>`
          : nothing
      }
    </div>
  </div>`;
}

/** An empty list shows one item to fill in; adding another one makes that item a real one first. */
function fillFirst({ state }: Form, list: string) {
  return itemCount(state.draft.values, list) === 0 ? withItem(state.draft, list) : state.draft;
}

function choicePart(form: Form, slot: Extract<Slot, { kind: 'choice' }>, indices: readonly number[]): Content {
  const { state } = form;
  const given = givenSlot(state.draft, slot.slots);
  const oneOf = given?.parameter.oneOf;
  if (!given || oneOf === undefined) return nothing;
  const common = slot.slots.filter((one) => !isRare(one));
  const rare = slot.slots.filter(isRare);
  if (rare.length === 0) return html`${radiosPart(form, slot, given)}${slotPart(form, given, indices)}`;
  const others = (common.length === 1 ? rare : slot.slots).map(({ parameter }) => state.label(parameter.name));
  const radios = () => [radiosPart(form, slot, given)];
  return html`${slotPart(form, given, indices)}
    <div class="another">
      ${morePart(form, `choice:${oneOf}`, state.strings.another(others.join(', ')), radios, isRare(given))}
    </div>`;
}

function radiosPart(form: Form, { slots }: Extract<Slot, { kind: 'choice' }>, given: PlainSlot): TemplateResult {
  const { state } = form;
  return html`<fieldset class="choice">
    <legend class="hidden">${given.parameter.oneOf && state.text.choice(given.parameter.oneOf)}</legend>
    ${slots.map(({ parameter }) => {
      const oneOf = parameter.oneOf as Choice;
      const choose = () => state.change(withChoice(state.draft, oneOf, parameter.name), parameter.name);
      return html`<label>
        <input
          type="radio"
          name=${`choice:${oneOf}`}
          value=${parameter.name}
          .checked=${parameter === given.parameter}
          @change=${() => form.act(choose)}
        />${state.label(parameter.name)}</label>`;
    })}
  </fieldset>`;
}

function groupPart(form: Form, slot: Extract<Slot, { kind: 'group' }>, indices: readonly number[]): Content {
  if (slot.list === interfaceList) return defaultInterfacePart(form, slot);
  return itemsPart(form, slot, indices, 1);
}

/** The items of a repeating group from `first` on, with a button to add one. */
export function itemsPart(
  form: Form,
  slot: Extract<Slot, { kind: 'group' }>,
  indices: readonly number[],
  first: number,
): Content {
  const { state } = form;
  const { strings, draft } = state;
  if (!means(form, slot)) return nothing;
  const list = concreteName(slot.list, ...indices);
  const count = itemCount(draft.values, list);
  const items = Array.from({ length: Math.max(0, count - first + 1) }, (_, index) => index + first);
  const kind = state.text.list(slot.list);
  const [firstParameter] = slot.slots.flatMap(parametersOf);
  const firstField = firstParameter?.name.slice(slot.list.length + '.N.'.length).replace(/\.N$/, '.1') ?? '';
  const nameOf = (item: number) =>
    list === interfaceList ? strings.networkInterface(item - 1) : strings.item(kind, item);
  return html`<div class="items">
    ${items.map(
      (item) => html`<fieldset class="group">
        <legend>${nameOf(item)}</legend>
        <div class="tools">
          ${
            items.length > 1
              ? [
                  moveButton(form, list, item, -1, item === first, strings.moveUp(nameOf(item))),
                  moveButton(form, list, item, 1, item === count, strings.moveDown(nameOf(item))),
                ]
              : nothing
          }
          <button
            type="button"
            class="icon remove"
            title=${strings.remove(nameOf(item))}
            aria-label=${strings.remove(nameOf(item))}
            @click=${() => form.act(() => state.change(withoutItem(state.draft, list, item)))}
          ></button>
        </div>
        ${itemPart(form, slot, [...indices, item])}
      </fieldset>`,
    )}
    ${
      count < (slot.maxItems ?? Number.POSITIVE_INFINITY)
        ? html`<button
            type="button"
            class="link add"
            @click=${() => form.add(`${list}.${count + 1}`, () => state.change(withItem(state.draft, list, firstField)))}
          >${strings.add(kind)}</button>`
        : nothing
    }
  </div>`;
}

/** The fields of one item; where some are rare and some are not, the rare ones are folded away. */
function itemPart(
  form: Form,
  { list, slots }: Extract<Slot, { kind: 'group' }>,
  indices: readonly number[],
): Content[] {
  const plain = slots.filter((slot) => !isRare(slot));
  const rare = slots.filter(isRare);
  if (plain.length === 0 || list === interfaceList) return slotsPart(form, slots, indices);
  const item = concreteName(`${list}.N`, ...indices);
  const title = form.state.strings.more(foldedNames(form, rare, `${item}.`).length);
  const folded = () => slotsPart(form, rare, indices);
  const parts = slotsPart(form, plain, indices);
  return rare.length === 0 ? parts : [...parts, morePart(form, item, title, folded)];
}

function moveButton(form: Form, list: string, item: number, step: -1 | 1, isLast: boolean, label: string): Content {
  const { state } = form;
  return html`<button
    type="button"
    class=${step < 0 ? 'icon up' : 'icon down'}
    title=${label}
    aria-label=${label}
    ?disabled=${isLast}
    @click=${() => form.act(() => state.change(withMovedItem(state.draft, list, item, step)))}
  ></button>`;
}

/** What everybody sets of the default network interface: its firewall. */
function defaultInterfacePart(form: Form, slot: Extract<Slot, { kind: 'group' }>): Content {
  return html`${slot.slots.filter((inner) => !isRare(inner)).map((inner) => slotPart(form, inner, [1]))}`;
}

/** The filled-in fields of these slots that are folded away and say something else than the form started with. */
export function foldedNames({ state }: Form, slots: readonly Slot[], inside: string): string[] {
  const parameters = new Set(slots.flatMap(parametersOf));
  const isFolded = (rare: boolean | undefined, name: string) =>
    rare || (name.startsWith(`${interfaceList}.`) && !name.startsWith(`${interfaceList}.1.`));
  return state.derived.fields
    .filter(({ parameter, name }) => parameters.has(parameter) && name.startsWith(inside))
    .filter(({ parameter, name }) => isFolded(parameter.rare, name) && state.isSet(name))
    .map(({ name }) => name);
}
