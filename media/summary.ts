/** The summary beside the form: what will be made, where, what is in the way, and the button. */
import { html, nothing, type TemplateResult } from 'lit';
import { findCreateParameter, genericName } from '../src/reference/index';
import { stopping } from './derive';
import type { FormState } from './state';

/** What the summary asks the form to do. */
export interface SummaryActions {
  goTo(name: string): void;
  create(): void;
  preview(): void;
  savePreset(): void;
}

const mostNames = 5;

export function summaryPart(state: FormState, actions: SummaryActions): TemplateResult {
  const { strings, derived, verdict } = state;
  const { names } = derived;
  const label = (name: string) => state.label(name);
  const price = state.prices.line(derived, state.locale);
  const isDone = verdict !== undefined && verdict.kind !== 'refused';
  const errors = derived.faults.filter(({ severity }) => severity === 'error');
  const warnings = derived.faults.filter(({ severity }) => severity === 'warning');
  const reason = state.isSpent
    ? strings.spent
    : isDone || state.busy
      ? nothing
      : stopping(derived.faults).length > 0
        ? strings.firstProblem
        : strings.noProblems;
  return html`<aside aria-labelledby="summary-title">
    <h2 id="summary-title">${strings.summary}</h2>
    <p class="count">${strings.servers(names.length)}</p>
    <p class="names">${shortNames(names)}</p>
    ${price === undefined ? nothing : html`<p class="price">${price}</p>`}
    ${state.isAsLeft ? html`<p class="earlier">${strings.asLeft}</p>` : nothing}
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
    >${state.busy ? strings.creating : state.isSpent ? strings.createMore : strings.create(names.length)}</button>
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

/** What is sent beside the names, each label once with all its values. */
function lines(state: FormState): TemplateResult[] {
  const { derived, strings, account } = state;
  const values = new Map<string, string[]>();
  for (const name of derived.sent) {
    const parameter = findCreateParameter(account.environment, genericName(name));
    const value = derived.values[name] ?? '';
    if (!parameter || parameter.role !== undefined || value === parameter.default) continue;
    const label = state.label(name);
    const shown = parameter.multiline ? strings.lines(value.split('\n').length) : state.shownValue(name, value);
    values.set(label, [...(values.get(label) ?? []), shown]);
  }
  return [...values].map(
    ([label, shown]) => html`<div><dt>${label}</dt><dd>${[...new Set(shown)].join(', ')}</dd></div>`,
  );
}

function faultList(
  kind: 'error' | 'warning',
  title: string,
  faults: FormState['derived']['faults'],
  label: (name: string) => string,
  { goTo }: SummaryActions,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class=${`faults ${kind}`}>
    <h3>${title}</h3>
    <ul>
      ${faults.map(
        ({ name, text }) =>
          html`<li><button type="button" class="link" data-fault=${name} @click=${() => goTo(name)}>${label(name)}: ${text}</button></li>`,
      )}
    </ul>
  </div>`;
}
