/** Tells several listeners of something, without the editor. Usable wherever a `vscode.Event` of one argument is. */

/** Something that ends. */
export interface Disposable {
  dispose(): void;
}

/** Adds a listener, until what it gives is disposed of. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

export class Emitter<T> implements Disposable {
  readonly #listeners = new Map<object, (value: T) => void>();

  readonly event: Event<T> = (listener) => {
    const key = {};
    this.#listeners.set(key, listener);
    return { dispose: () => void this.#listeners.delete(key) };
  };

  /** Calls those who listen now, in their order. One that throws keeps no other from hearing; nor does it reach us. */
  fire(value: T): void {
    for (const [key, listener] of [...this.#listeners]) {
      if (!this.#listeners.has(key)) continue;
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
