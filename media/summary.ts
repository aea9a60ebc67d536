/** The summary beside the form: what will be made, where, what is in the way, and the button. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormAccount } from '../src/protocol';
import { findCreateParameter, genericName, uploadedScript } from '../src/reference/index';
import { type Fault, type Remedy, stopping, type Told } from './derive';
import { scriptFileName } from './scripts';
import type { FormState } from './state';
import type { Strings } from './strings';

/** What the summary asks the form to do. */
export interface SummaryActions {
  goTo(name: string): void;
  /** Opens and closes the summary of a narrow page. */
  unfold(): void;
  mend(remedy: Remedy): void;
  create(): void;
  preview(): void;
  savePreset(): void;
}

const mostNames = 5;
const nothingTold: Told = { problems: [], missing: [], notes: [] };

/** Wide: beside the form, what is told scrolls and the buttons stay. Narrow: a bar, over which the rest opens. */
export function summaryPart(state: FormState, isOpen: boolean, actions: SummaryActions): TemplateResult {
  const { strings, derived, verdict } = state;
  const { names } = derived;
  const price = state.prices.line(derived, state.locale);
  const told = verdict !== undefined && verdict.kind !== 'refused' ? nothingTold : state.told;
  return html`<aside aria-labelledby="summary-title" class=${isOpen ? 'open' : ''}>
    <h2 id="summary-title">${strings.summary}</h2>
    ${barPart(state, told, isOpen, actions)}
    <div class="more" id="summary-more">
      <p class="count">${strings.servers(names.length)}</p>
      <p class="names">${shortNames(names)}</p>
      ${price === undefined ? nothing : html`<p class="price">${price}</p>`}
      ${faultList('error', strings.problems(told.problems.length), told.problems, state, actions)}
      ${missingList(told.missing, state, actions)}
      ${faultList('warning', strings.warnings(told.notes.length), told.notes, state, actions)}
      ${state.isAsLeft ? html`<p class="earlier">${strings.asLeft}</p>` : nothing}
      <dl>${lines(state)}${scriptLine(state)}</dl>
    </div>
    ${verdict === undefined ? nothing : html`<p class=${`verdict ${verdict.kind}`}>${verdict.text}</p>`}
    <div class="actions">
      <button
        type="button"
        class="primary"
        data-action="create"
        aria-describedby="create-reason"
        aria-busy=${state.step !== undefined}
        @click=${() => actions.create()}
      >${state.step ? strings.steps[state.step] : state.isSpent ? strings.createMore : strings.create(names.length)}</button>
      <p class=${state.isSpent ? 'reason spent' : 'reason'} id="create-reason">${reason(state, told)}</p>
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
    </div>
  </aside>`;
}

/** The whole summary in one line, which opens the rest. */
function barPart(state: FormState, told: Told, isOpen: boolean, { unfold }: SummaryActions): TemplateResult {
  const { strings, derived } = state;
  const cost = state.prices.sum(derived, state.locale);
  const { problems, missing, notes } = told;
  const [kind, word] =
    problems.length > 0
      ? ['error', strings.problems(problems.length)]
      : missing.length > 0
        ? ['missing', strings.missing(missing.length)]
        : ['notes', notes.length > 0 ? strings.warnings(notes.length) : ''];
  return html`<button
    type="button"
    class="bar"
    aria-expanded=${isOpen}
    aria-controls="summary-more"
    title=${strings.summary}
    @click=${unfold}
  >
    <span class="chevron" aria-hidden="true"></span>
    <span class="bar-count">${strings.servers(derived.names.length)}</span>
    ${cost === undefined ? nothing : html`<span class="bar-cost">${cost}</span>`}
    ${word === '' ? nothing : html`<span class=${`bar-faults ${kind}`}>${word}</span>`}
  </button>`;
}

/** Why the button does what it does. */
function reason({ strings, step, verdict, derived, isSpent }: FormState, { problems }: Told): string {
  if (isSpent) return strings.spent;
  if (step || (verdict !== undefined && verdict.kind !== 'refused')) return '';
  if (stopping(derived.faults).length > 0)
    return stopping(problems).length > 0 ? strings.firstProblem : strings.firstMissing;
  if (verdict !== undefined) return strings.afterRefusal;
  return problems.length > 0 ? strings.asksAboutScript : strings.noProblems;
}

/** The account, its environment and its region, without what its name says already, and the script that the form came from. */
export function whereWords({ label, environment, region }: FormAccount, strings: Strings, script?: string): string {
  const said = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const place = [strings[environment], region].filter((word) => !said.includes(word.toLowerCase()));
  return [label, ...place, ...(script === undefined ? [] : [scriptFileName(script)])].join(' · ');
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
  return html`<button type="button" class="secondary mend" data-mend=${remedy.name} @click=${() => mend(remedy)}>${remedy.words}</button>`;
}

function scriptLine(state: FormState): TemplateResult | typeof nothing {
  const { draft, strings } = state;
  if (draft.script === undefined) return nothing;
  return html`<div><dt>${state.label(uploadedScript)}</dt><dd>${scriptFileName(draft.script)} (${strings.uploadedLater})</dd></div>`;
}

function faultList(
  kind: 'error' | 'warning',
  title: string,
  faults: readonly Fault[],
  state: FormState,
  { goTo, mend }: SummaryActions,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class=${`faults ${kind}`}>
    <h3>${title}</h3>
    <ul>
      ${faults.map(
        ({ name, text, remedy }) =>
          html`<li><button type="button" class="link" data-fault=${name} @click=${() => goTo(name)}>${state.itemLabel(name)}: ${text}</button> ${mendPart(remedy, mend)}</li>`,
      )}
    </ul>
  </div>`;
}

/** What nobody has filled in yet is no fault of anybody's: its label says it all. */
function missingList(
  faults: readonly Fault[],
  state: FormState,
  { goTo }: SummaryActions,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="faults missing">
    <h3>${state.strings.missing(faults.length)}</h3>
    <ul>
      ${faults.map(
        ({ name }) =>
          html`<li><button type="button" class="link" data-fault=${name} @click=${() => goTo(name)}>${state.itemLabel(name)}</button></li>`,
      )}
    </ul>
  </div>`;
}
