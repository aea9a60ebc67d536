/** Planned faults: an ordered list that tests set up in-process; nothing here can be reached over HTTP. */

/**
 * When the fault strikes: before the request changes anything, after the change is made but instead of the answer,
 * or on the real answer on its way out.
 */
export type FaultMoment = 'before-commit' | 'after-commit' | 'in-body';

/** No answer, or another one. `reset`: the connection is torn down; `hang`: no answer ever comes. */
export type Instead =
  | 'reset'
  | 'hang'
  | {
      readonly status: number;
      readonly body: string | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    };

/**
 * The real answer, but
 * - `cut`: only its first bytes are sent; `length` says what is announced: `true` the whole length and the connection
 *   breaks, `short` just the cut part and the answer ends cleanly, `chunked` no length and a break;
 * - `stall`: the first bytes are sent, then nothing more; `drip`: one byte each so many milliseconds;
 * - `delay`: it comes that many milliseconds late;
 * - `edit`: its body is replaced; `headers`: its headers are set, or removed with null.
 */
export type Spoiled =
  | { readonly cut: number; readonly length?: 'true' | 'short' | 'chunked' }
  | { readonly stall: number }
  | { readonly drip: number }
  | { readonly delay: number }
  | { readonly edit: (body: string) => string | Uint8Array }
  | { readonly headers: Readonly<Record<string, string | null>> };

/** `stuck`: never finishes; `fails`: ends in a failure state; `partial`: only the first `servers` are made or moved. */
export type Fate = 'stuck' | 'fails' | 'partial';

/** What becomes of the first `servers` servers of a call. */
export interface Fated {
  readonly fate: Fate;
  readonly servers: number;
}

export type FaultKind = Instead | Spoiled | Fated;

/** One planned fault. After-commit faults strike only calls that succeed. */
export type Fault = {
  /** Name of the API action. */
  readonly action: string;
  /** The first call of that action, counted from when the fault was added, that it strikes; 1 by default. */
  readonly nth?: number;
  /** How many calls it strikes; 1 by default. */
  readonly times?: number;
} & (
  | { readonly where: 'before-commit'; readonly what: Instead | Fated }
  | { readonly where: 'after-commit' | 'in-body'; readonly what: Instead | Spoiled }
);

interface Planned {
  readonly fault: Fault;
  seen: number;
  left: number;
}

/** The faults that are due for one call. Taking one uses it up. */
export interface DueFaults {
  /** What comes instead of the call. */
  takeEarly(): Instead | undefined;
  /** What becomes of the servers of the call. */
  takeFate(): Fated | undefined;
  /** What happens to the answer. */
  takeLate(where: 'after-commit' | 'in-body'): Instead | Spoiled | undefined;
}

/** An ordered plan of faults. */
export class FaultPlan {
  readonly #planned: Planned[] = [];

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#planned.push({ fault, seen: 0, left: fault.times ?? 1 });
  }

  /** The faults that have not struck as often as planned. Empty at the end of a good test. */
  pending(): readonly Fault[] {
    return this.#planned.filter((planned) => planned.left > 0).map((planned) => planned.fault);
  }

  /** Forgets all planned faults. */
  clear(): void {
    this.#planned.length = 0;
  }

  /** Counts a call of this action and tells which faults are due for it. */
  due(action: string): DueFaults {
    const due: Planned[] = [];
    for (const planned of this.#planned) {
      if (planned.fault.action !== action) continue;
      planned.seen += 1;
      if (planned.left > 0 && planned.seen >= (planned.fault.nth ?? 1)) due.push(planned);
    }
    const take = <What extends FaultKind>(
      where: FaultMoment,
      wanted: (what: FaultKind) => what is What,
    ): What | undefined => {
      const index = due.findIndex(({ fault }) => fault.where === where && wanted(fault.what));
      const [planned] = index < 0 ? [] : due.splice(index, 1);
      const what = planned?.fault.what;
      if (!planned || what === undefined || !wanted(what)) return undefined;
      planned.left -= 1;
      return what;
    };
    return {
      takeEarly: () => take('before-commit', isInstead),
      takeFate: () => take('before-commit', isFated),
      takeLate: (where) => take(where, isLate),
    };
  }
}

const isFated = (what: FaultKind): what is Fated => typeof what === 'object' && 'fate' in what;
const isInstead = (what: FaultKind): what is Instead => typeof what === 'string' || 'status' in what;
const isLate = (what: FaultKind): what is Instead | Spoiled => !isFated(what);
