/** The files of the journal as they were read last, with what this window has written since. */
import { type Disposable, Emitter } from '../event';
import { within } from '../within';
import type { Intent, IntentFile, IntentStore } from './intent';
import { intentText, type Parsed, parseIntent } from './intent-text';

/** A file of the journal. */
export type Entry = Parsed & IntentFile;

/** No reading and no writing takes longer, in milliseconds. */
export const storeDeadline = 5_000;

export class Intents implements Disposable {
  private entries = new Map<string, Entry>();
  /**
   * When this window has written a file: a reading that began before says nothing of it. Without end while it is being
   * written, and when that went wrong: then what this window knows counts.
   */
  private readonly written = new Map<string, number>();
  /** The last writing of each file: each waits for the one before it. */
  private readonly writings = new Map<string, Promise<void>>();
  /** Counts what happens here. */
  private moment = 0;
  /** When the last reading began whose files are known here. */
  private taken = 0;
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private watching: Disposable | undefined;
  private isOver = false;
  private readonly wasRead = new Emitter<void>();
  /** Fires after each reading. */
  readonly onDidRead = this.wasRead.event;

  constructor(
    private readonly store: IntentStore,
    private readonly deadline = storeDeadline,
  ) {}

  all(): readonly Entry[] {
    return [...this.entries.values()];
  }

  intents(): readonly Intent[] {
    return this.all().flatMap((entry) => (entry.kind === 'intent' ? [entry.intent] : []));
  }

  get(id: string): Intent | undefined {
    const entry = this.entries.get(id);
    return entry?.kind === 'intent' ? entry.intent : undefined;
  }

  /**
   * Reads all files, all of it after this call.
   * @throws when they cannot be read, or not in time; what was known stays.
   */
  read(): Promise<void> {
    if (!this.reading) return this.begin();
    this.next ??= this.reading.catch(() => undefined).then(() => this.begin());
    return this.next;
  }

  /**
   * Writes a file; `isNew`: one that must not be there. It is known here from the call on.
   * @throws when it cannot be written, or not in time.
   */
  put(intent: Intent, isNew = false): Promise<void> {
    const { id } = intent;
    const text = intentText(intent);
    const path = this.entries.get(id)?.path ?? '';
    this.entries.set(id, { kind: 'intent', intent, id, path, text });
    return this.write(id, () => (isNew ? this.store.create(id, text) : this.store.replace(id, text)));
  }

  /**
   * Removes a file, which is unknown here from the call on.
   * @throws when it cannot be removed, or not in time.
   */
  drop(id: string): Promise<void> {
    this.entries.delete(id);
    return this.write(id, () => this.store.remove(id));
  }

  dispose(): void {
    this.isOver = true;
    this.watching?.dispose();
    this.wasRead.dispose();
  }

  private begin(): Promise<void> {
    this.next = undefined;
    if (!this.isOver) this.watching ??= this.store.watch(() => void this.read().catch(() => undefined));
    const began = ++this.moment;
    const reading = within(this.store.read(), this.deadline)
      .then((files) => this.take(files, began))
      .finally(() => {
        if (this.reading === reading) this.reading = undefined;
      });
    this.reading = reading;
    return reading;
  }

  private take(files: readonly IntentFile[], began: number): void {
    // Two readings may overlap: the one that began last knows best.
    if (began < this.taken) return;
    this.taken = began;
    const isNewer = (id: string) => (this.written.get(id) ?? 0) > began;
    const entries = new Map<string, Entry>();
    for (const file of files) if (!isNewer(file.id)) entries.set(file.id, this.entryOf(file));
    for (const [id, entry] of this.entries) if (isNewer(id)) entries.set(id, entry);
    for (const id of this.written.keys()) if (!isNewer(id)) this.written.delete(id);
    this.entries = entries;
    this.wasRead.fire();
  }

  private entryOf(file: IntentFile): Entry {
    const known = this.entries.get(file.id);
    return known?.text === file.text ? { ...known, path: file.path } : { ...parseIntent(file.id, file.text), ...file };
  }

  private write(id: string, run: () => Promise<void>): Promise<void> {
    this.written.set(id, Number.POSITIVE_INFINITY);
    const before = this.writings.get(id)?.catch(() => undefined);
    const writing = before ? before.then(run) : run();
    this.writings.set(id, writing);
    const end = (isWritten: boolean) => {
      if (this.writings.get(id) !== writing) return;
      this.writings.delete(id);
      if (isWritten) this.written.set(id, ++this.moment);
    };
    writing.then(
      () => end(true),
      () => end(false),
    );
    return within(writing, this.deadline);
  }
}
