/** The summary beside the form: what will be made, where, what is in the way, and the button. */
import { html, nothing, type TemplateResult } from 'lit';
import { findCreateParameter, genericName } from '../src/reference/index';
import { type Remedy, stopping } from './derive';
import type { FormState } from './state';

/** What the summary asks the form to do. */
export interface SummaryActions {
  goTo(name: string): void;
  mend(remedy: Remedy): void;
  create(): void;
  preview(): void;
  savePreset(): void;
}

const mostNames = 5;

export function summaryPart(state: FormState, actions: SummaryActions): TemplateResult {
  const { strings, derived, verdict } = state;
  const { names } = derived;
  const label = (name: string) => state.itemLabel(name);
  const price = state.prices.line(derived, state.locale);
  const isDone = verdict !== undefined && verdict.kind !== 'refused';
  const errors = derived.faults.filter(({ severity }) => severity === 'error');
  const warnings = derived.faults.filter(({ severity }) => severity === 'warning');
  const reason =
    isDone || state.busy ? nothing : stopping(derived.faults).length > 0 ? strings.firstProblem : strings.noProblems;
  return html`<aside aria-labelledby="summary-title">
    <h2 id="summary-title">${strings.summary}</h2>
    <p class="count">${strings.servers(names.length)}</p>
    <p class="names">${shortNames(names)}</p>
    ${price === undefined ? nothing : html`<p class="price">${price}</p>`}
    <dl>${lines(state)}</dl>
    ${verdict === undefined ? nothing : html`<p class=${`verdict ${verdict.kind}`}>${verdict.text}</p>`}
    ${isDone ? nothing : faultList('error', strings.problems(errors.length), errors, label, actions)}
    ${isDone ? nothing : faultList('warning', strings.warnings(warnings.length), warnings, label, actions)}
    <button
      type="button"
      class="primary"
      data-action="create"
      aria-describedby="create-reason"
      aria-busy=${state.busy}
      @click=${() => actions.create()}
    >${state.busy ? strings.creating : strings.create(names.length)}</button>
    <p class="reason" id="create-reason">${reason}</p>
    <p class="others">
      <button
        type="button"
        class="secondary"
        data-action="preview"
        @click=${() => actions.preview()}
      >${strings.preview}</button>
      <button
        type="button"
        class="secondary"
        data-action="save-preset"
        @click=${() => actions.savePreset()}
      >${strings.savePreset}</button>
    </p>
  </aside>`;
}

/** `web-001, web-002, … web-020`. */
export function shortNames(names: readonly string[]): string {
  if (names.every((name) => name === '')) return '';
  if (names.length <= mostNames) return names.join(', ');
  return `${names.slice(0, mostNames - 2).join(', ')}, … ${names.at(-1)}`;
}

/** What is sent beside the names. */
function lines(state: FormState): TemplateResult[] {
  const { derived, strings, account, text } = state;
  const { environment } = account;
  const shown = (name: string, value: string) =>
    findCreateParameter(environment, genericName(name))?.multiline
      ? strings.lines(value.split('\n').length)
      : state.shownValue(name, value);
  return text
    .lines(environment, derived.sent, derived.values, shown)
    .map((line) => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`);
}

/** A button for what does away with a fault. */
export function mendPart(remedy: Remedy | undefined, mend: (remedy: Remedy) => void): TemplateResult | typeof nothing {
  if (!remedy) return nothing;
  return html`<button type="button" class="link" data-mend=${remedy.name} @click=${() => mend(remedy)}>${remedy.words}</button>`;
}

function faultList(
  kind: 'error' | 'warning',
  title: string,
  faults: FormState['derived']['faults'],
  label: (name: string) => string,
  { goTo, mend }: SummaryActions,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class=${`faults ${kind}`}>
    <h3>${title}</h3>
    <ul>
      ${faults.map(
        ({ name, text, remedy }) =>
          html`<li><button type="button" class="link" data-fault=${name} @click=${() => goTo(name)}>${label(name)}: ${text}</button> ${mendPart(remedy, mend)}</li>`,
      )}
    </ul>
  </div>`;
}
