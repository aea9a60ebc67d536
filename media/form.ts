/** The page of the create-server form: receives the host's messages, keeps the draft, draws everything. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Questions, ToPage } from '../src/protocol';
import { type CreateParameter, emptyForm, type LeftForm, type Maker, missingIn, roles } from '../src/reference/index';
import type { Combobox } from './combobox';
import { type Remedy, stopping } from './derive';
import { withValue } from './draft';
import { type Form, isDocsKey } from './fields';
import { heldPart } from './held';
import { Keeper, type VsCode } from './keeper';
import { Asker } from './questions';
import { sectionPart } from './sections';
import { Sheet } from './sheet';
import { FormState } from './state';
import { shortNames, summaryPart, whereWords } from './summary';

declare function acquireVsCodeApi(): VsCode;

/** By these the user shows to be at the page. */
const touches = ['pointerdown', 'keydown', 'focusin'];
/** What the form held before is kept this many times. */
const mostBefore = 5;

class FormElement extends LitElement implements Form {
  static override properties = { announcement: { state: true } };

  declare private announcement: string;
  private readonly vscode = acquireVsCodeApi();
  private readonly keeper = new Keeper(this.vscode, {
    accountId: this.getAttribute('account-id') ?? '',
    number: Number(this.getAttribute('number') ?? 1),
  });
  private readonly questions = new Asker<Questions>((message) => this.vscode.postMessage(message));
  private readonly sheet = new Sheet(this);
  private current: FormState | undefined;
  /** What has taken the place of the page's own last. */
  private replacement: string | undefined;
  private pointerUp: Promise<void> | undefined;
  /** What had the focus last. */
  private last: HTMLElement | undefined;

  constructor() {
    super();
    this.announcement = '';
  }

  get state(): FormState {
    if (!this.current) throw new Error('The form has not started');
    return this.current;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.onMessage);
    window.addEventListener('pointerdown', this.onPointerDown, { capture: true });
    for (const name of ['pagehide', 'blur']) window.addEventListener(name, this.keeper.flush);
    window.addEventListener('focus', this.onReturn);
    window.addEventListener('keydown', this.onModifier, { capture: true });
    document.addEventListener('visibilitychange', this.keeper.flush);
    for (const name of touches) window.addEventListener(name, this.onTouch, { capture: true });
    this.addEventListener('focusin', this.onFocus);
    this.addEventListener('keydown', this.onKey);
    this.keeper.begin();
    this.vscode.postMessage({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.onMessage);
    window.removeEventListener('pointerdown', this.onPointerDown, { capture: true });
    for (const name of ['pagehide', 'blur']) window.removeEventListener(name, this.keeper.flush);
    window.removeEventListener('focus', this.onReturn);
    window.removeEventListener('keydown', this.onModifier, { capture: true });
    document.removeEventListener('visibilitychange', this.keeper.flush);
    for (const name of touches) window.removeEventListener(name, this.onTouch, { capture: true });
    this.removeEventListener('focusin', this.onFocus);
    this.removeEventListener('keydown', this.onKey);
  }

  set(name: string, value: string): void {
    this.act(() => this.state.change(withValue(this.state.draft, name, value), name));
  }

  drop(name: string, text: string): void {
    const said = this.state.strings.stray(text);
    this.act(() => this.state.notes.drop(name, said));
    this.announcement = said;
  }

  act(change: () => void): void {
    change();
    this.renew();
  }

  make({ name }: CreateParameter, maker: Maker): void {
    this.vscode.postMessage({ type: 'make', parameter: name, maker });
  }

  mend({ name, value }: Remedy): void {
    this.set(name, value);
    this.goTo(name);
  }

  openPage({ name }: CreateParameter): void {
    this.vscode.postMessage({ type: 'openPage', parameter: name });
  }

  /** Drawing waits while a pointer is down, so that nothing moves away from under a click. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.pointerUp;
    super.scheduleUpdate();
  }

  private onPointerDown = (): void => {
    if (this.pointerUp) return;
    this.pointerUp = new Promise((resolve) => {
      const events = ['pointerup', 'pointercancel', 'dragend', 'blur'];
      const done = () => {
        for (const name of events) window.removeEventListener(name, done);
        // The click comes after pointerup.
        setTimeout(() => {
          this.pointerUp = undefined;
          resolve();
        });
      };
      for (const name of events) window.addEventListener(name, done);
    });
  };

  /** With these a key may close the tab, and then the page has no more time to tell anything. */
  private onModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (ctrlKey || metaKey || altKey) this.keeper.flush();
  };

  /** The user comes back from another editor, perhaps that of the script. */
  private onReturn = (): void => {
    this.current?.scripts.renew();
    this.requestUpdate();
    // The editor takes the focus away for a question of its own, and gives it back to the page, not to what had it.
    if (this.pointerUp || document.activeElement !== document.body) return;
    const next = this.current?.isSpent ? this.inputOf(roles.name) : this.last;
    next?.focus();
  };

  private onTouch = (): void => {
    if (!this.current?.waits) return;
    this.current.waits = false;
    this.vscode.postMessage({ type: 'touched' });
    this.requestUpdate();
  };

  private onFocus = ({ target }: FocusEvent): void => {
    if (!this.current || !(target instanceof HTMLElement) || target.closest('.hint')) return;
    this.last = target;
    const field = target.closest<HTMLInputElement>('input, select, textarea, button[name]');
    this.act(() => {
      this.state.focused = field?.name;
      if (field) this.state.notes.goOn(field.name);
    });
  };

  private onKey = (event: KeyboardEvent): void => {
    const focused = this.current?.derived.fields.find(({ name }) => name === this.current?.focused);
    if (!focused || !isDocsKey(event)) return;
    event.preventDefault();
    this.openPage(focused.parameter);
  };

  private onMessage = ({ data }: MessageEvent<ToPage>): void => {
    this.handlers[data.type]?.(data as never);
    this.requestUpdate();
  };

  private readonly handlers: {
    readonly [T in ToPage['type']]: (message: Extract<ToPage, { type: T }>) => void;
  } = {
    start: (message) => this.start(message),
    answer: (message) => this.questions.receive(message),
    unanswered: (message) => this.questions.receive(message),
    made: ({ parameter, value }) => {
      this.act(() => this.state.choose(parameter, value));
      this.announcement = this.state.strings.made(this.state.label(parameter));
      void this.updateComplete.then(() => this.inputOf(parameter)?.focus());
    },
    taken: ({ names }) => this.act(() => this.state.take(names)),
    scriptEdited: () => this.current?.scripts.renew(),
    creating: ({ step }) => {
      this.state.step = step;
    },
    refused: ({ name, message: text }) => {
      const shownAt = name !== undefined && this.state.stands(name) ? { name } : {};
      this.state.verdict = { kind: 'refused', text, ...shownAt };
      this.announcement = text;
      if (shownAt.name !== undefined) this.goTo(shownAt.name);
    },
    created: ({ names, message }) => {
      this.conclude('created', message ?? this.state.strings.created(shortNames(names)));
      this.state.release(names);
      this.renew([]);
    },
    unknown: ({ names, message }) => {
      this.conclude('unknown', message);
      this.state.release(names);
      this.renew([]);
    },
  };

  private conclude(kind: 'created' | 'unknown', text: string): void {
    this.state.verdict = { kind, text };
    this.announcement = text;
  }

  private start(message: Extract<ToPage, { type: 'start' }>): void {
    const { locale, account, draft, memory, waits, takenNames, continued } = message;
    const { kept } = this.keeper;
    const wanted = message.replace ? JSON.stringify([draft, memory]) : undefined;
    // A page that is just being loaded is told twice, and what was typed after the first time stays.
    const replace = wanted !== undefined && wanted !== this.replacement;
    this.replacement = wanted;
    const mine = (replace ? undefined : kept) ?? { draft, memory };
    const isFirst = this.current === undefined;
    const focused = this.current?.focused;
    document.documentElement.lang = locale;
    this.questions.forget();
    const renew = () => this.renew();
    this.current = new FormState(locale, account, mine, takenNames, this.questions.ask, renew);
    this.current.waits = waits;
    this.current.continued = continued;
    this.current.focused = focused;
    this.renew(replace && kept && missingIn(draft, kept).length > 0 ? this.withBefore(kept) : undefined);
    // A form that waits for the user does not take the focus to itself.
    if ((isFirst && !waits) || replace) void this.updateComplete.then(() => this.goToName());
  }

  /** A name that the form itself has filled in is selected, so that typing takes its place. */
  private goToName(): void {
    const input = this.inputOf(roles.name);
    input?.focus();
    if (input instanceof HTMLInputElement && this.state.held.memory.filled.includes(roles.name)) input.select();
  }

  private renew(before?: readonly LeftForm[]): void {
    this.keeper.keep(this.state.held, before);
    this.requestUpdate();
  }

  private withBefore(form: LeftForm): readonly LeftForm[] {
    return [...this.keeper.before, form].slice(-mostBefore);
  }

  private startEmpty(): void {
    const { state } = this;
    const { held } = state;
    this.replace(emptyForm(state.account.environment), this.withBefore(held), state.strings.isEmpty);
  }

  private bringBack(): void {
    const { before } = this.keeper;
    const last = before.at(-1);
    if (last) this.replace(last, before.slice(0, -1), this.state.strings.isBack);
  }

  private replace(form: LeftForm, before: readonly LeftForm[], said: string): void {
    this.state.replace(form);
    this.announcement = said;
    this.renew(before);
    void this.updateComplete.then(() => this.inputOf(roles.name)?.focus());
  }

  private create(): void {
    if (this.state.step) return;
    if (this.state.isSpent) {
      this.announcement = this.state.strings.spent;
      this.inputOf(roles.name)?.focus();
      return;
    }
    if (this.isStopped()) return;
    this.send('create');
  }

  private preview(): void {
    if (!this.isStopped()) this.send('preview');
  }

  private send(type: 'create' | 'preview'): void {
    const { state } = this;
    state.verdict = undefined;
    state.notes.goOn();
    this.vscode.postMessage({ type, draft: state.draft });
    this.requestUpdate();
  }

  /** Whether a problem is in the way, or a text that may yet become a choice; then it goes to the first one. */
  private isStopped(): boolean {
    const { state } = this;
    const waiting = [...this.querySelectorAll<Combobox>('ncloud-combobox')].find((box) => box.isUndecided);
    if (waiting) {
      this.announcement = state.strings.loading;
      this.goTo(waiting.name);
      return true;
    }
    const faults = stopping(state.derived.faults);
    const [fault] = faults;
    if (!fault) return false;
    state.judgeAll();
    this.announcement = state.strings.problems(faults.length);
    this.goTo(fault.name);
    return true;
  }

  /** Shows a field, unfolding what it is in, and gives it the focus. */
  private goTo(name: string): void {
    const field = this.state.derived.fields.find((other) => other.name === name);
    if (field) {
      this.state.setOpen(field.section, true);
      this.state.setOpen(name.split('.').slice(0, 2).join('.'), true);
    }
    this.state.judge(name);
    this.sheet.close();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const input = this.inputOf(name);
      input?.focus();
      input?.scrollIntoView({ block: 'center' });
    });
  }

  /** Without this the button that adds would keep the focus, below all that it has added. */
  add(item: string, change: () => void): void {
    this.act(change);
    void this.updateComplete.then(() => this.input((name) => name === item || name.startsWith(`${item}.`))?.focus());
  }

  private inputOf(name: string): HTMLElement | undefined {
    return this.input((other) => other === name);
  }

  private input(fits: (name: string) => boolean): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLInputElement>('input, select, textarea, button[name]')].find(({ name }) =>
      fits(name),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { current: state } = this;
    if (!state) return nothing;
    const { strings, account } = state;
    return html`<main>
      <div class="columns">
        <div>
          <header>
            <h1>${strings.title}</h1>
            <p class="where">${whereWords(account, strings, state.draft.script)}</p>
            ${account.sandbox ? html`<p class="sandbox">${strings.sandbox}</p>` : nothing}
            ${heldPart(state, this.keeper.before.length > 0, {
              startEmpty: () => this.startEmpty(),
              bringBack: () => this.bringBack(),
            })}
          </header>
          <form novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${state.outline.map((section) => sectionPart(this, section))}
          </form>
        </div>
        ${summaryPart(state, this.sheet.isOpen, {
          unfold: () => this.sheet.toggle(),
          goTo: (name) => this.goTo(name),
          mend: (remedy) => this.mend(remedy),
          create: () => this.create(),
          preview: () => this.preview(),
          savePreset: () => this.vscode.postMessage({ type: 'savePreset', draft: state.draft }),
        })}
      </div>
      <div class="hidden" role="status" aria-live="polite">${this.announcement}</div>
    </main>`;
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = this.current?.strings.title ?? '';
    if (!this.current) return;
    this.current.prices.want(this.current.derived);
    this.current.scripts.want(this.current.draft, this.current.derived);
  }
}

customElements.define('ncloud-form', FormElement);
