/** The summary of a narrow page: a bar at the bottom that opens over the fields, and the room that the page keeps for it. */
import type { LitElement, ReactiveController } from 'lit';

export class Sheet implements ReactiveController {
  isOpen = false;
  private readonly resized = new ResizeObserver(() => this.measure());
  private watched: HTMLElement | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
  }

  close(): void {
    if (this.isOpen) this.toggle();
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey);
    window.addEventListener('focusin', this.onLeave);
    window.addEventListener('pointerdown', this.onLeave);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey);
    window.removeEventListener('focusin', this.onLeave);
    window.removeEventListener('pointerdown', this.onLeave);
    this.resized.disconnect();
    this.watched = undefined;
  }

  hostUpdated(): void {
    if (this.watched) return;
    this.watched = this.host.querySelector('aside') ?? undefined;
    if (this.watched) this.resized.observe(this.watched);
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !this.isOpen) return;
    event.preventDefault();
    this.close();
    this.watched?.querySelector<HTMLElement>('.bar')?.focus();
  };

  private onLeave = ({ target }: Event): void => {
    if (target instanceof Node && !this.watched?.contains(target)) this.close();
  };

  /** Nothing that has the focus may lie under the closed bar: the style sheet keeps this much free below it. */
  private measure(): void {
    if (!this.watched) return;
    const isBar = getComputedStyle(this.watched).position === 'fixed';
    if (isBar && this.isOpen) return;
    document.documentElement.style.setProperty('--bar-height', `${isBar ? this.watched.offsetHeight : 0}px`);
  }
}
