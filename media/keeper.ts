/** Keeps the draft: with the editor for a reload of the page, and with the host once typing has paused. */
import type { ToHost } from '../src/protocol';
import type { Draft } from '../src/reference/index';

/**
 * What the page keeps over hiding and reload. The draft may hold script text, which the host does not store; there is
 * none before the host has started the form.
 */
interface Kept {
  readonly accountId: string;
  readonly draft?: Draft;
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
  private last: Draft | undefined;
  private isTold = true;

  constructor(private readonly vscode: VsCode) {}

  /** Without a state the editor cannot restore the tab, so there is one as soon as the page is there. */
  begin(accountId: string): void {
    if (!this.vscode.getState()) this.vscode.setState({ accountId });
  }

  /** The draft that was kept for the account. */
  kept(accountId: string): Draft | undefined {
    const kept = this.vscode.getState();
    return kept?.accountId === accountId ? kept.draft : undefined;
  }

  /** Does nothing for the draft that it keeps already. */
  keep(accountId: string, draft: Draft): void {
    if (draft === this.last) return;
    this.vscode.setState({ accountId, draft });
    this.last = draft;
    this.isTold = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.flush, pause);
  }

  /** Tells the host of the draft now, unless it knows. */
  readonly flush = (): void => {
    clearTimeout(this.timer);
    if (this.last && !this.isTold) this.vscode.postMessage({ type: 'draft', draft: this.last });
    this.isTold = true;
  };
}
