/** Templates of the form's sections, and of the network interfaces that one of them has. */
import { html, nothing } from 'lit';
import { genericName, interfaceList } from '../src/reference/index';
import type { Form } from './fields';
import { barrenPart, type Content, foldedNames, itemsPart, means, morePart, slotPart, slotsPart } from './groups';
import { isRare, type OutlineSection, parametersOf, type Slot } from './outline';

/** A section with its rare fields folded away; one of rare fields only is folded as a whole. */
export function sectionPart(form: Form, { section, slots }: OutlineSection): Content {
  const { state } = form;
  const title = state.text.section(section);
  const plain = slots.filter((slot) => !isRare(slot) && means(form, slot));
  const rare = slots.filter((slot) => (isRare(slot) || isInterfaces(slot)) && means(form, slot));
  const kept = keptLabels(form, slots);
  const note = kept.length === 0 ? nothing : html`<p class="kept">${state.strings.keptNote(kept.join(', '))}</p>`;
  const folded = (): Content[] => [
    ...rare.map((slot) => (isRare(slot) ? slotPart(form, slot, []) : interfacesPart(form, slot))),
    barrenPart(form, rare.filter(isRare), []),
  ];
  const set = foldedNames(form, slots, '');
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

/** The rest of the default network interface, and the further ones. */
function interfacesPart(form: Form, slot: Slot): Content {
  if (slot.kind !== 'group') return nothing;
  return html`<fieldset class="group">
      <legend>${form.state.strings.networkInterface(0)}</legend>
      ${slotsPart(form, slot.slots.filter(isRare), [1])}
    </fieldset>
    ${itemsPart(form, slot, [], 2)}`;
}

function isInterfaces(slot: Slot): boolean {
  return slot.kind === 'group' && slot.list === interfaceList;
}

function keptLabels({ state }: Form, slots: readonly Slot[]): string[] {
  const names = new Set(slots.flatMap(parametersOf).map(({ name }) => name));
  const kept = state.derived.kept.filter((name) => names.has(genericName(name)) && state.isSet(name));
  return [...new Set(kept.map((name) => state.label(name)))];
}
