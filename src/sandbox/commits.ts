/** The record of what really happened to servers, kept apart from HTTP so that tests can count it. */
import { appendFileSync } from 'node:fs';

/** One change of one server. `action` is the API action that made it, `at` an ISO time of the world's clock. */
export interface Commit {
  readonly action: string;
  readonly serverInstanceNo: string;
  readonly at: string;
}

/** Where each commit goes at once: a file (one JSON line each) or a function. */
export type CommitSink = string | ((entry: Commit) => void);

/** Collects commits in memory and passes each one on before the answer is sent. */
export class CommitLog {
  readonly entries: Commit[] = [];
  readonly #sink: CommitSink | undefined;

  /** @throws when the file cannot be written. */
  constructor(sink?: CommitSink) {
    this.#sink = sink;
    if (typeof sink === 'string') appendFileSync(sink, '');
  }

  /** @throws when the file cannot be written: a commit that is not on record must not go unnoticed. */
  add(action: string, serverInstanceNo: string, time: number): void {
    const entry: Commit = { action, serverInstanceNo, at: new Date(time).toISOString() };
    this.entries.push(entry);
    if (typeof this.#sink === 'string') appendFileSync(this.#sink, `${JSON.stringify(entry)}\n`);
    else this.#sink?.(entry);
  }
}
