/** Templates of what holds fields: lists of plain values, choices, repeating groups and sections. */
import { html, nothing, type TemplateResult } from 'lit';
import { concreteName, genericName, interfaceList, itemCount } from '../src/reference/index';
import { withChoice, withItem, withMovedItem, withoutItem } from './draft';
import { type Form, fieldRow, itemControl, requiredMark } from './fields';
import { givenSlot, isRare, type OutlineSection, parametersOf, type Slot, shownItems } from './outline';

type Content = TemplateResult | typeof nothing;

/** A section with its rare fields folded away; one of rare fields only is folded as a whole. */
export function sectionPart(form: Form, { section, slots }: OutlineSection): Content {
  const { state } = form;
  const title = state.text.section(section);
  const plain = slots.filter((slot) => !isRare(slot) && means(form, slot));
  const rare = slots.filter((slot) => (isRare(slot) || isInterfaces(slot)) && means(form, slot));
  const kept = keptLabels(form, slots);
  const note = kept.length === 0 ? nothing : html`<p class="kept">${state.strings.keptNote(kept.join(', '))}</p>`;
  const folded = () => rare.map((slot) => (isRare(slot) ? slotPart(form, slot, []) : interfacesPart(form, slot)));
  const set = setNames(form, slots, '');
  if (plain.length === 0 && rare.length === 0 && kept.length === 0) return nothing;
  if (plain.length === 0) {
    const heading = html`<h2>${state.strings.titleSet(title, set.length)}</h2>`;
    return html`<section>${morePart(form, section, heading, folded)}${note}</section>`;
  }
  return html`<section aria-labelledby=${`section-${section}`}>
    <h2 id=${`section-${section}`}>${title}</h2>
    ${plain.map((slot) => slotPart(form, slot, []))}
    ${note}
    ${rare.length === 0 ? nothing : morePart(form, section, state.strings.more(set.length), folded)}
  </section>`;
}

/** What is folded away is made only once it is unfolded, so that its lists are not asked for before. */
function morePart(form: Form, part: string, title: string | TemplateResult, content: () => Content[]): TemplateResult {
  const { state } = form;
  const open = state.isOpen(part);
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
function means({ state }: Form, slot: Slot): boolean {
  return parametersOf(slot).some((parameter) => state.applies(parameter));
}

/** A slot inside the items that the indices name, from the outside in. */
function slotPart(form: Form, slot: Slot, indices: readonly number[]): Content {
  const { state } = form;
  switch (slot.kind) {
    case 'field': {
      const name = concreteName(slot.parameter.name, ...indices);
      return state.stands(name) ? fieldRow(form, slot.parameter, name) : nothing;
    }
    case 'list':
      return listPart(form, slot, indices);
    case 'choice':
      return choicePart(form, slot, indices);
    case 'group':
      return groupPart(form, slot, indices);
  }
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
              @click=${() => form.act(() => state.change(withItem(fillFirst(form, list), list), `${list}.${count + 1}`))}
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
  const group = state.text.choice(oneOf);
  return html`<fieldset class="choice">
      <legend class="hidden">${group}</legend>
      ${slot.slots.map(
        ({ parameter }) => html`<label>
          <input
            type="radio"
            name=${`choice:${oneOf}`}
            value=${parameter.name}
            .checked=${parameter === given.parameter}
            @change=${() => form.act(() => state.change(withChoice(state.draft, oneOf, parameter.name), parameter.name))}
          />${state.label(parameter.name)}</label>`,
      )}
    </fieldset>
    ${slotPart(form, given, indices)}`;
}

function groupPart(form: Form, slot: Extract<Slot, { kind: 'group' }>, indices: readonly number[]): Content {
  if (slot.list === interfaceList) return defaultInterfacePart(form, slot);
  return itemsPart(form, slot, indices, 1);
}

/** The items of a repeating group from `first` on, with a button to add one. */
function itemsPart(
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
          ${moveButton(form, list, item, -1, item === first, strings.moveUp(nameOf(item)))}
          ${moveButton(form, list, item, 1, item === count, strings.moveDown(nameOf(item)))}
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
            @click=${() => form.act(() => state.change(withItem(state.draft, list, firstField)))}
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
  if (plain.length === 0 || list === interfaceList) return slots.map((slot) => slotPart(form, slot, indices));
  const item = concreteName(`${list}.N`, ...indices);
  const title = form.state.strings.more(setNames(form, rare, `${item}.`).length);
  const folded = () => rare.map((slot) => slotPart(form, slot, indices));
  const parts: Content[] = plain.map((slot) => slotPart(form, slot, indices));
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

function isInterfaces(slot: Slot): boolean {
  return slot.kind === 'group' && slot.list === interfaceList;
}

/** What everybody sets of the default network interface: its firewall. */
function defaultInterfacePart(form: Form, slot: Extract<Slot, { kind: 'group' }>): Content {
  return html`${slot.slots.filter((inner) => !isRare(inner)).map((inner) => slotPart(form, inner, [1]))}`;
}

/** The rest of the default network interface, and the further ones. */
function interfacesPart(form: Form, slot: Slot): Content {
  if (slot.kind !== 'group') return nothing;
  return html`<fieldset class="group">
      <legend>${form.state.strings.networkInterface(0)}</legend>
      ${slot.slots.filter(isRare).map((inner) => slotPart(form, inner, [1]))}
    </fieldset>
    ${itemsPart(form, slot, [], 2)}`;
}

/** The filled-in fields of these slots that are folded away and say something else than the form started with. */
function setNames({ state }: Form, slots: readonly Slot[], inside: string): string[] {
  const parameters = new Set(slots.flatMap(parametersOf));
  const isFolded = (rare: boolean | undefined, name: string) =>
    rare || (name.startsWith(`${interfaceList}.`) && !name.startsWith(`${interfaceList}.1.`));
  return state.derived.fields
    .filter(({ parameter, name }) => parameters.has(parameter) && name.startsWith(inside))
    .filter(({ parameter, name }) => isFolded(parameter.rare, name) && state.isSet(name))
    .map(({ name }) => name);
}

function keptLabels({ state }: Form, slots: readonly Slot[]): string[] {
  const names = new Set(slots.flatMap(parametersOf).map(({ name }) => name));
  const kept = state.derived.kept.filter((name) => names.has(genericName(name)) && state.isSet(name));
  return [...new Set(kept.map((name) => state.label(name)))];
}
