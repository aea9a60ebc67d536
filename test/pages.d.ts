// What tests read from the elements of our pages, and what they put into a window beside them.
import type axe from 'axe-core';

declare global {
  interface ParentNode {
    /** A field of the form has a value as an input has one. */
    querySelector(selectors: `[name${string}`): HTMLInputElement | null;
    querySelectorAll(selectors: `[role=combobox]${string}` | `${string} input`): NodeListOf<HTMLInputElement>;
  }
  interface Window {
    axe: typeof axe;
    /** The page's way to its host, and what a test puts in its place. */
    acquireVsCodeApi: () => unknown;
    toHost: (message: unknown) => unknown;
    /** Moments and durations that a bench takes, in ms. */
    usableAt: number | undefined;
    pressedAt: number;
    strokes: number[];
  }
}
