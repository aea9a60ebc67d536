/** Keeps the form: with the editor for a reload of the page, and with the host once typing has paused. */
import type { ToHost } from '../src/protocol';
import type { LeftForm } from '../src/reference/index';

/** Which form a page shows: of an account the first, the second, … */
export interface FormPlace {
  readonly accountId: string;
  readonly number: number;
}

/**
 * What the page keeps over hiding and reload. The draft may hold script text, which the host does not store; there is
 * none before the host has started the form.
 */
interface Kept extends FormPlace, Partial<LeftForm> {
  /** What the form held before it was emptied or filled anew, the last one at the end. */
  readonly before?: readonly LeftForm[];
}

/** What the editor gives to a page. */
export interface VsCode {
  postMessage(message: ToHost): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}

/** The host is told of the draft once typing has paused for this many milliseconds. */
const pause = 300;

export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: { readonly form: LeftForm; readonly text: string } | undefined;
  private isTold = true;

  constructor(
    private readonly vscode: VsCode,
    private readonly place: FormPlace,
  ) {}

  /** Without a state the editor cannot restore the tab, so there is one as soon as the page is there. */
  begin(): void {
    if (!this.vscode.getState()) this.vscode.setState(this.place);
  }

  /** The form that was kept here. */
  get kept(): LeftForm | undefined {
    const { draft, memory } = this.mine ?? {};
    return draft && memory && { draft, memory };
  }

  /** What the form held before, the last one at the end. */
  get before(): readonly LeftForm[] {
    return this.mine?.before ?? [];
  }

  /** Does nothing for what it keeps already. */
  keep(form: LeftForm, before: readonly LeftForm[] = this.before): void {
    const text = JSON.stringify([form.memory, before.length]);
    if (form.draft === this.last?.form.draft && text === this.last.text) return;
    this.vscode.setState({ ...this.place, ...form, ...(before.length > 0 && { before }) });
    this.last = { form, text };
    this.isTold = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.flush, pause);
  }

  /** Tells the host of the form now, unless it knows. */
  readonly flush = (): void => {
    clearTimeout(this.timer);
    if (this.last && !this.isTold) this.vscode.postMessage({ type: 'draft', ...this.last.form });
    this.isTold = true;
  };

  private get mine(): Kept | undefined {
    const kept = this.vscode.getState();
    return kept?.accountId === this.place.accountId && kept.number === this.place.number ? kept : undefined;
  }
}
