/** Templates of single fields: label, control, state of the list, hint, faults. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type CreateParameter, type Maker, uploadedScript, withScript } from '../src/reference/index';
import './combobox';
import type { PickEvent, StrayEvent } from './combobox';
import type { Remedy } from './derive';
import { scriptFileName } from './scripts';
import type { FormState } from './state';
import { mendPart, shortNames } from './summary';

/** What the templates need of the form. */
export interface Form {
  readonly state: FormState;
  /** Sets a field that the user has changed. */
  set(name: string, value: string): void;
  /** The text that the user has left at a field names nothing. */
  drop(name: string, text: string): void;
  /** Changes anything else and shows it. */
  act(change: () => void): void;
  /** Changes a list by an item more, and goes to its first field. */
  add(item: string, change: () => void): void;
  /** Has something new made for the pick list of a parameter. */
  make(parameter: CreateParameter, maker: Maker): void;
  openPage(parameter: CreateParameter): void;
  /** Makes the change that does away with a fault, and goes to the field. */
  mend(remedy: Remedy): void;
}

/** Opens the page of the field that has the focus. The editor has F1 for itself, and lets go of this one. */
const docsKey = 'Shift+F1';

/** Whether a key is the one that opens the page of a field. */
export function isDocsKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === 'F1' && shiftKey && !ctrlKey && !altKey && !metaKey;
}

/** A whole field with its label. */
export function fieldRow(form: Form, parameter: CreateParameter, name: string): TemplateResult {
  return html`<div class="field">
    <label id=${`label-${name}`} for=${`field-${name}`}>${form.state.label(name)}${requiredMark(form, parameter)}</label>
    <div class="control">${control(form, parameter, name)}${below(form, parameter, name)}</div>
  </div>`;
}

/** One item of a list of plain values; the list's label stands beside the first. */
export function itemControl(form: Form, parameter: CreateParameter, name: string): TemplateResult {
  return html`${control(form, parameter, name)}${below(form, parameter, name)}`;
}

export function requiredMark({ state }: Form, parameter: CreateParameter): TemplateResult | typeof nothing {
  return isRequired(parameter)
    ? html`<span class="mark" aria-hidden="true" title=${state.strings.required}>*</span>`
    : nothing;
}

/** The form insists on a name, by which a creation without an answer is found. */
function isRequired({ need, role }: CreateParameter): boolean {
  return need === 'required' || role === 'name';
}

function control(form: Form, parameter: CreateParameter, name: string): TemplateResult {
  if (parameter.type === 'boolean') return checkbox(form, parameter, name);
  if (parameter.enum) return select(form, parameter, parameter.enum, name);
  const script = form.state.fileAt(name);
  if (script !== undefined) return scriptFile(form, script);
  if (parameter.source) return pickList(form, parameter, name);
  if (parameter.multiline) return textArea(form, name);
  return textInput(form, parameter, name);
}

function describedBy({ state }: Form, name: string): string {
  const faults = state.faultsAt(name).length > 0 ? ` fault-${name}` : '';
  return `hint-${name}${faults}`;
}

function isInvalid({ state }: Form, name: string): boolean {
  return state.faultsAt(name).some(({ severity }) => severity === 'error');
}

function onLeave(form: Form, name: string): () => void {
  return () => form.act(() => form.state.leave(name));
}

function textInput(form: Form, parameter: CreateParameter, name: string): TemplateResult {
  const { type, default: fallback } = parameter;
  return html`<input
    type="text"
    id=${`field-${name}`}
    name=${name}
    class=${type === 'integer' ? 'short' : ''}
    inputmode=${type === 'integer' ? 'numeric' : 'text'}
    autocomplete="off"
    spellcheck="false"
    placeholder=${fallback ?? nothing}
    aria-required=${isRequired(parameter) ? 'true' : nothing}
    aria-invalid=${isInvalid(form, name) ? 'true' : nothing}
    aria-describedby=${describedBy(form, name)}
    aria-keyshortcuts=${docsKey}
    .value=${live(form.state.draft.values[name] ?? '')}
    @input=${(event: Event) => form.set(name, (event.target as HTMLInputElement).value)}
    @blur=${onLeave(form, name)}
  />`;
}

function textArea(form: Form, name: string): TemplateResult {
  return html`<textarea
    id=${`field-${name}`}
    name=${name}
    rows="8"
    wrap="off"
    spellcheck="false"
    aria-invalid=${isInvalid(form, name) ? 'true' : nothing}
    aria-describedby=${describedBy(form, name)}
    aria-keyshortcuts=${docsKey}
    .value=${live(form.state.draft.values[name] ?? '')}
    @input=${(event: Event) => form.set(name, (event.target as HTMLTextAreaElement).value)}
    @blur=${onLeave(form, name)}
  ></textarea>`;
}

function checkbox(form: Form, { default: fallback }: CreateParameter, name: string): TemplateResult {
  const value = form.state.draft.values[name] || fallback;
  return html`<input
    type="checkbox"
    id=${`field-${name}`}
    name=${name}
    aria-invalid=${isInvalid(form, name) ? 'true' : nothing}
    aria-describedby=${describedBy(form, name)}
    aria-keyshortcuts=${docsKey}
    .checked=${live(value === 'true')}
    @change=${(event: Event) => form.set(name, String((event.target as HTMLInputElement).checked))}
    @blur=${onLeave(form, name)}
  />`;
}

function select(form: Form, parameter: CreateParameter, values: readonly string[], name: string): TemplateResult {
  const { default: fallback, need } = parameter;
  const { strings, draft, text, account } = form.state;
  const value = draft.values[name] ?? '';
  const shown = (code: string) => text.value(account.environment, parameter.name, code);
  const none = fallback === undefined ? strings.notGiven : strings.leaveToNcp(shown(fallback));
  return html`<select
    id=${`field-${name}`}
    name=${name}
    aria-required=${need === 'required' ? 'true' : nothing}
    aria-invalid=${isInvalid(form, name) ? 'true' : nothing}
    aria-describedby=${describedBy(form, name)}
    aria-keyshortcuts=${docsKey}
    @change=${(event: Event) => form.set(name, (event.target as HTMLSelectElement).value)}
    @blur=${onLeave(form, name)}
  >
    <option value="" ?selected=${value === ''}>${none}</option>
    ${values.map((code) => html`<option value=${code} ?selected=${value === code}>${shown(code)}</option>`)}
  </select>`;
}

/** A file that is uploaded once the creation is confirmed, in place of a script that is picked. */
function scriptFile(form: Form, script: string): TemplateResult {
  const { state } = form;
  const { strings } = state;
  const name = scriptFileName(script);
  return html`<p class="file">
    <span>${name} (${strings.uploadedLater})</span>
    <button
      type="button"
      class="link"
      id=${`field-${uploadedScript}`}
      name=${uploadedScript}
      aria-label=${strings.chooseOther(name)}
      aria-describedby=${describedBy(form, uploadedScript)}
      @click=${() => form.act(() => state.change(withScript(state.draft, undefined), uploadedScript))}
    >${strings.chooseAnother}</button>
  </p>`;
}

function pickList(form: Form, parameter: CreateParameter, name: string): TemplateResult {
  const { state } = form;
  const isLoading = state.isLoading(parameter);
  return html`<ncloud-combobox
    .name=${name}
    .value=${state.draft.values[name] ?? ''}
    .options=${state.choices(parameter, name)}
    .placeholder=${state.strings.type}
    .required=${parameter.need === 'required'}
    .invalid=${isInvalid(form, name)}
    .shortcut=${docsKey}
    .describedBy=${`${describedBy(form, name)} list-state-${name}`}
    .noMatch=${isLoading ? state.strings.loading : state.strings.noMatch}
    .loading=${isLoading}
    @pick=${(event: PickEvent) => form.set(name, event.detail)}
    @stray=${(event: StrayEvent) => form.drop(name, event.detail)}
    @focusout=${onLeave(form, name)}
  ></ncloud-combobox>`;
}

/** What stands under a control: the state of its list, what the form did by itself, its faults and its hint. */
function below(form: Form, parameter: CreateParameter, name: string): TemplateResult {
  const { state } = form;
  const note = state.notes.at(name);
  const faults = state.faultsAt(name);
  const refusal = state.verdict?.name === name ? state.verdict.text : undefined;
  const { names } = state.derived;
  const isFile = state.fileAt(name) !== undefined;
  const preview =
    parameter.role === 'name' && state.draft.values[name] && names.length > 1 ? shortNames(names) : undefined;
  return html`${preview === undefined ? nothing : html`<p class="preview">${preview}</p>`}
    ${parameter.source && !isFile ? listState(form, parameter, name) : nothing}
    ${parameter.makers && !isFile ? makersPart(form, parameter, parameter.makers) : nothing}
    ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
    ${
      faults.length === 0 && refusal === undefined
        ? nothing
        : html`<div id=${`fault-${name}`}>
            ${refusal === undefined ? nothing : html`<p class="fault error">${refusal}</p>`}
            ${faults.map(({ severity, text, remedy }) => html`<p class=${`fault ${severity}`}>${text} ${mendPart(remedy, (one) => form.mend(one))}</p>`)}
          </div>`
    }
    <p class=${state.focused === name ? 'hint shown' : 'hint'}><span id=${`hint-${name}`}>${state.text.hint(state.account.environment, parameter.name)}</span>
      <span class="docs"><button
        type="button"
        class="link"
        tabindex="-1"
        aria-label=${state.strings.opensDocs(state.label(name))}
        @click=${() => form.openPage(parameter)}
      >${state.strings.docs}</button> <kbd>${docsKey}</kbd></span></p>`;
}

function listState(form: Form, parameter: CreateParameter, name: string): TemplateResult | typeof nothing {
  const { state } = form;
  const { strings, lists } = state;
  const lookup = state.lookup(parameter);
  const line = (text: string, more: TemplateResult | typeof nothing = nothing) =>
    html`<p class="list-state" id=${`list-state-${name}`}>${text} ${more}</p>`;
  if (!lookup) {
    const missing = state.waitsFor(parameter);
    return missing.length === 0 ? nothing : line(strings.waiting(missing.join(', ')));
  }
  const list = lists.get(lookup);
  const ask = (text: string) =>
    html`<button type="button" class="link" @click=${() => form.act(() => lists.again(lookup))}>${text}</button>`;
  if (list.state === 'loading') return state.waits ? nothing : line(strings.loading);
  if (list.state === 'failed') return line(strings.failed(list.message), ask(strings.retry));
  if (list.rows.length > 0) return nothing;
  const [maker] = parameter.makers ?? [];
  const text = maker === undefined ? strings.empty(state.label(name)) : strings.emptyUntil[maker];
  return line(text, ask(strings.reload));
}

/** Ways to a row that the list lacks. */
function makersPart(form: Form, parameter: CreateParameter, makers: readonly Maker[]): TemplateResult {
  return html`<p class="makers">
    ${makers.map(
      (maker) => html`<button
        type="button"
        class="link"
        data-make=${maker}
        @click=${() => form.make(parameter, maker)}
      >${form.state.strings.makers[maker]}</button>`,
    )}
  </p>`;
}
