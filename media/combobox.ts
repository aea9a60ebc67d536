/** A pick list that can be typed in: the WAI-ARIA combobox with a list box, for lists of any length. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Option } from '../src/reference/index';
import { filterOptions, namedOption } from './options';

/** Height of one row of the popup in pixels; `form.css` says the same. */
const rowHeight = 24;
/** Rows that the popup shows at most, and at least where it has no room for that. */
const mostVisible = 10;
const fewestVisible = 3;
/** Between input and popup, with the popup's borders, in pixels. */
const gap = 4;
/** Rows that are drawn at once: what the popup shows and some to scroll into. */
const drawn = 30;

/** Sent when the user picks or clears; `detail` is the new value. */
export type PickEvent = CustomEvent<string>;
/** Sent when the user leaves a text that names no option; `detail` is that text. */
export type StrayEvent = CustomEvent<string>;

/**
 * `<ncloud-combobox>`: an input with a filtered popup. Picking sends `pick`, leaving a text that names no option
 * restores the former choice and sends `stray`, once the options are there. It renders into the light DOM, so that labels and hints reach its input.
 */
export class Combobox extends LitElement {
  static override properties = {
    name: {},
    value: {},
    options: { attribute: false },
    placeholder: {},
    required: { type: Boolean },
    invalid: { type: Boolean },
    describedBy: { attribute: false },
    shortcut: { attribute: false },
    noMatch: { attribute: false },
    loading: { attribute: false },
    typed: { state: true },
    active: { state: true },
    opened: { state: true },
    first: { state: true },
  };

  declare name: string;
  declare value: string;
  declare options: readonly Option[];
  declare placeholder: string;
  declare required: boolean;
  declare invalid: boolean;
  declare describedBy: string;
  /** A key that does something for the field, as ARIA writes it. */
  declare shortcut: string;
  /** What the popup says when nothing matches. */
  declare noMatch: string;
  /** The options are on their way: a text that names none of those that are here is kept until they have come. */
  declare loading: boolean;
  /** The text of an edit under way; `undefined` while the input shows the choice. */
  declare private typed: string | undefined;
  /** Index of the highlighted row in the filtered list, or -1. */
  declare private active: number;
  declare private opened: boolean;
  /** First row that is drawn. */
  declare private first: number;
  private undecided = false;

  constructor() {
    super();
    this.name = '';
    this.value = '';
    this.options = [];
    this.placeholder = '';
    this.required = false;
    this.invalid = false;
    this.describedBy = '';
    this.shortcut = '';
    this.noMatch = '';
    this.loading = false;
    this.typed = undefined;
    this.active = -1;
    this.opened = false;
    this.first = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get shownText(): string {
    return this.options.find(({ value }) => value === this.value)?.text ?? this.value;
  }

  private get found(): readonly Option[] {
    return this.typed === undefined ? this.options : filterOptions(this.options, this.typed);
  }

  /** What a typed text can only mean. */
  private get only(): Option | undefined {
    return this.typed !== undefined && this.found.length === 1 ? this.found[0] : undefined;
  }

  private get listId(): string {
    return `list-${this.name}`;
  }

  private open(): void {
    if (this.opened) return;
    this.opened = true;
    this.highlight(this.found.findIndex(({ value }) => value === this.value));
  }

  private close(): void {
    this.opened = false;
    this.active = -1;
    this.first = 0;
  }

  private highlight(index: number): void {
    this.active = index;
    this.first = Math.max(0, Math.min(index - drawn / 2, this.found.length - drawn));
  }

  private pick(value: string): void {
    this.typed = undefined;
    this.undecided = false;
    this.close();
    if (value === this.value) return;
    this.dispatchEvent(new CustomEvent('pick', { detail: value }));
  }

  /** Whether a text waits for the options. */
  get isUndecided(): boolean {
    return this.undecided;
  }

  /** Ends an edit: a text that names an option picks it, no text clears, anything else is restored. */
  private endEdit(): void {
    const text = this.typed;
    this.undecided = false;
    if (text === undefined) {
      this.close();
      return;
    }
    if (text.trim() === '') {
      this.pick('');
      return;
    }
    const option = namedOption(this.options, text);
    if (option) {
      this.pick(option.value);
      return;
    }
    if (this.loading) {
      this.undecided = true;
      this.close();
      return;
    }
    this.typed = undefined;
    this.close();
    this.dispatchEvent(new CustomEvent('stray', { detail: text.trim() }));
  }

  /** Ends an edit that has waited for the options: the only one that fits is meant; of several the user picks, if there. */
  private decide(): void {
    this.undecided = false;
    const { only, found } = this;
    const isOpen = found.length > 1 && !namedOption(found, this.typed ?? '');
    if (only) this.pick(only.value);
    else if (isOpen && this.contains(document.activeElement)) {
      this.opened = true;
      this.highlight(0);
    } else this.endEdit();
  }

  private move(step: number): void {
    const last = this.found.length - 1;
    if (last < 0) return;
    if (!this.opened) {
      this.open();
      if (this.active < 0) this.highlight(step > 0 ? 0 : last);
      return;
    }
    const from = this.active < 0 && step < 0 ? last + 1 : this.active;
    this.highlight(Math.max(0, Math.min(last, from + step)));
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const choice = this.opened ? this.found[this.active] : undefined;
    switch (event.key) {
      case 'ArrowDown':
        this.move(1);
        break;
      case 'ArrowUp':
        this.move(-1);
        break;
      case 'PageDown':
        this.move(8);
        break;
      case 'PageUp':
        this.move(-8);
        break;
      case 'Enter':
        if (choice) this.pick(choice.value);
        else if (this.typed !== undefined) this.endEdit();
        else this.open();
        break;
      case 'Escape':
        if (!this.opened && this.typed === undefined) return;
        this.typed = undefined;
        this.undecided = false;
        this.close();
        break;
      case 'Tab': {
        const accepted = choice ?? this.only;
        if (accepted && this.typed?.trim() !== '') this.pick(accepted.value);
        return;
      }
      default:
        return;
    }
    event.preventDefault();
  };

  private onInput = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.undecided = false;
    this.opened = true;
    const { found } = this;
    const named = namedOption(found, this.typed);
    if (named) this.highlight(found.indexOf(named));
    else this.highlight(this.typed.trim() !== '' && found.length > 0 ? 0 : -1);
  };

  private onScroll = (event: Event): void => {
    const top = Math.floor((event.target as HTMLElement).scrollTop / rowHeight);
    this.first = Math.max(0, Math.min(top - 8, this.found.length - drawn));
  };

  private row(option: Option, index: number, count: number): TemplateResult {
    return html`<li
      id=${`${this.listId}-${index}`}
      role="option"
      class=${index === this.active ? 'active' : ''}
      aria-selected=${option.value === this.value}
      aria-setsize=${count}
      aria-posinset=${index + 1}
      title=${option.text}
      @mousedown=${(event: MouseEvent) => {
        event.preventDefault();
        if (event.button === 0) this.pick(option.value);
      }}
    ><span>${option.label}</span><small>${option.detail}</small></li>`;
  }

  protected override render(): TemplateResult {
    const found = this.opened ? this.found : [];
    const visible = found.slice(this.first, this.first + drawn);
    const text = this.typed ?? this.shownText;
    return html`<input
        id=${`field-${this.name}`}
        name=${this.name}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded=${this.opened}
        aria-controls=${this.listId}
        aria-activedescendant=${this.active >= 0 && this.opened ? `${this.listId}-${this.active}` : nothing}
        aria-required=${this.required ? 'true' : nothing}
        aria-invalid=${this.invalid ? 'true' : nothing}
        aria-describedby=${this.describedBy || nothing}
        aria-keyshortcuts=${this.shortcut || nothing}
        placeholder=${this.placeholder || nothing}
        title=${text || nothing}
        .value=${live(text)}
        @input=${this.onInput}
        @keydown=${this.onKey}
        @mousedown=${() => (this.opened ? this.close() : this.open())}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        @blur=${() => this.endEdit()}
      /><span class="chevron" aria-hidden="true"></span>
      <div class="popup" ?hidden=${!this.opened} @mousedown=${(event: Event) => event.preventDefault()}>
        <ul
          id=${this.listId}
          role="listbox"
          aria-labelledby=${`label-${this.name}`}
          @scroll=${this.onScroll}
        >
          <li class="space" role="presentation"></li>
          ${visible.map((option, index) => this.row(option, this.first + index, found.length))}
          <li class="space" role="presentation"></li>
        </ul>
        ${this.opened && found.length === 0 ? html`<p class="no-match">${this.noMatch}</p>` : nothing}
      </div>`;
  }

  /** Opens the popup to the side that has room for it: nothing that lies over the page's edges may cover it. */
  private place(popup: HTMLElement): void {
    const { top, bottom, left } = this.getBoundingClientRect();
    const kept = getComputedStyle(document.documentElement);
    const above = top - gap - Number.parseFloat(kept.scrollPaddingTop);
    const below = window.innerHeight - Number.parseFloat(kept.scrollPaddingBottom) - bottom - gap;
    const wanted = Math.min(this.options.length, mostVisible) * rowHeight;
    const isAbove = below < wanted && above > below;
    popup.classList.toggle('above', isAbove);
    popup.style.setProperty('--room', `${Math.max(fewestVisible * rowHeight, isAbove ? above : below)}px`);
    popup.style.setProperty('--room-beside', `${document.documentElement.clientWidth - left - 2 * gap}px`);
  }

  protected override updated(changed: PropertyValues): void {
    if (this.undecided && !this.loading) this.decide();
    if (!this.opened) return;
    const list = this.querySelector('ul');
    const [above, below] = this.querySelectorAll<HTMLElement>('.space');
    if (!list || !above || !below) return;
    above.style.height = `${this.first * rowHeight}px`;
    below.style.height = `${Math.max(0, this.found.length - this.first - drawn) * rowHeight}px`;
    if (changed.has('opened')) {
      this.place(list.parentElement as HTMLElement);
      list.scrollIntoView({ block: 'nearest' });
    }
    if (!changed.has('active') || this.active < 0) return;
    const top = this.active * rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
  }
}

customElements.define('ncloud-combobox', Combobox);
