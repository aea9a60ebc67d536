/** The line under the title that says what the form holds: from when it is, that it can be emptied and brought back. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormState } from './state';

/** What the line asks the form to do. */
export interface HeldActions {
  startEmpty(): void;
  bringBack(): void;
}

/** `canBringBack`: the form held something else before. The line is there when it is empty, so that nothing moves. */
export function heldPart(state: FormState, canBringBack: boolean, actions: HeldActions): TemplateResult {
  const { strings, locale, continued, isAsLeft, isHeld } = state;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const from = isHeld && continued !== undefined ? strings.continued(date.format(continued)) : undefined;
  const button = (action: string, text: string, run: () => void) =>
    html`<button type="button" class="link" data-action=${action} @click=${run}>${text}</button>`;
  return html`<p class="held">
    ${from ?? nothing} ${isHeld && isAsLeft ? strings.notLookedUp : nothing}
    ${canBringBack ? html`${strings.isAnother} ${button('bring-back', strings.bringBack, actions.bringBack)}` : nothing}
    ${isHeld ? button('start-empty', strings.startEmpty, actions.startEmpty) : nothing}
  </p>`;
}
