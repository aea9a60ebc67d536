/** The pick lists that the page has asked the host for, each at most once until it is asked again. */
import type { Lookup, ToHost, ToPage } from '../src/protocol';
import type { Row } from '../src/reference/types';

/** What is known of one pick list. */
export type List =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'rows'; readonly rows: readonly Row[] };

/** Look-ups by what they ask for. */
export class Lists {
  private readonly known = new Map<string, List>();
  private readonly asked = new Map<number, string>();
  private nextId = 1;

  constructor(private readonly post: (message: ToHost) => void) {}

  /** The list of a look-up; the first call asks the host for it. */
  get(lookup: Lookup): List {
    return this.known.get(keyOf(lookup)) ?? this.ask(lookup, false);
  }

  /** Asks again, past every cache. */
  again(lookup: Lookup): void {
    this.ask(lookup, true);
  }

  /** Takes the host's answer; answers to questions that were asked again since are dropped. */
  receive(message: Extract<ToPage, { type: 'rows' | 'rowsFailed' }>): void {
    const key = this.asked.get(message.id);
    if (key === undefined) return;
    this.asked.delete(message.id);
    const list: List =
      message.type === 'rows' ? { state: 'rows', rows: message.rows } : { state: 'failed', message: message.message };
    this.known.set(key, list);
  }

  private ask(lookup: Lookup, fresh: boolean): List {
    const key = keyOf(lookup);
    for (const [id, other] of this.asked) if (other === key) this.asked.delete(id);
    const id = this.nextId++;
    const list: List = { state: 'loading' };
    this.asked.set(id, key);
    this.known.set(key, list);
    this.post({ type: 'lookup', id, lookup, ...(fresh ? { fresh } : {}) });
    return list;
  }
}

function keyOf({ parameter, params }: Lookup): string {
  return JSON.stringify([parameter, Object.entries(params).sort()]);
}
