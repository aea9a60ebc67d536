/** The pick lists that the page has asked the host for, each at most once until it is asked again. */
import type { Lookup, Questions } from '../src/protocol';
import type { Row } from '../src/reference/types';
import type { Asking } from './questions';

/** What is known of one pick list. */
export type List =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'rows'; readonly rows: readonly Row[] };

/** Look-ups by what they ask for. */
export class Lists {
  private readonly known = new Map<string, List>();

  /** `changed` is called for each list that has come, or that cannot be had. */
  constructor(
    private readonly ask: Asking<Questions>,
    private readonly changed: () => void,
  ) {}

  /** The list of a look-up; the first call asks the host for it. */
  get(lookup: Lookup): List {
    return this.known.get(keyOf(lookup)) ?? this.load({ lookup });
  }

  /** Asks again, past every cache. */
  again(lookup: Lookup): void {
    this.load({ lookup, fresh: true });
  }

  /** An answer to a question that was asked again since is dropped. */
  private load(asked: { readonly lookup: Lookup; readonly fresh?: boolean }): List {
    const key = keyOf(asked.lookup);
    const loading: List = { state: 'loading' };
    this.known.set(key, loading);
    const take = (list: List) => {
      if (this.known.get(key) !== loading) return;
      this.known.set(key, list);
      this.changed();
    };
    this.ask({ type: 'lookup', ...asked }).then(
      (rows) => take({ state: 'rows', rows }),
      ({ message }: Error) => take({ state: 'failed', message }),
    );
    return loading;
  }
}

function keyOf({ parameter, params }: Lookup): string {
  return JSON.stringify([parameter, Object.entries(params).sort()]);
}
